// In a long list, show where the draft is. Wagtail first puts each new preview where the
// one before was scrolled to. Unlike scrollIntoView(), this leaves the form where it is.
addEventListener("load", () => setTimeout(showDraft));

function showDraft() {
  const box = document.getElementById("draft")?.getBoundingClientRect();
  if (!box || (box.top >= 0 && box.bottom <= innerHeight)) return;
  scrollBy({ top: box.top - Math.max(0, innerHeight - box.height) / 2, behavior: "instant" });
}
