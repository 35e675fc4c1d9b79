// In a long list, show where the draft is.
document.getElementById("draft")?.scrollIntoView({ block: "center" });
