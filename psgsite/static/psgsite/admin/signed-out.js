// Whoever is signed out while writing is told before anything is sent, for what a form
// sends then is lost; once signed in again, elsewhere, they go on where they were.

const { sessionUrl } = document.currentScript.dataset;
const form = document.querySelector("[data-edit-form]");
let isOut = false;
let passed = null; // the button that may send the form now

async function isSignedIn() {
  let response;
  try {
    // Without this header the answer would be the page to sign in on.
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    response = await fetch(sessionUrl, { headers, cache: "no-store" });
  } catch {
    return true; // Wagtail itself says when the site can't be reached
  }
  if (response.ok) {
    // Signing in has made the token invalid that came with the form.
    const { token } = await response.json();
    form.elements.csrfmiddlewaretoken.value = token;
  }
  return response.status !== 403;
}

async function check() {
  const wasOut = isOut;
  isOut = !(await isSignedIn());
  if (isOut !== wasOut) {
    const event = new CustomEvent(isOut ? "w-dialog:show" : "w-dialog:hide");
    document.getElementById("signed-out").dispatchEvent(event);
  }
  if (wasOut && !isOut) {
    form.dispatchEvent(new CustomEvent("w-unsaved:add")); // Wagtail saves by itself
  }
  return !isOut;
}

if (form) {
  document.addEventListener("w-autosave:error", check);
  document.addEventListener("visibilitychange", () => document.hidden || check());
  window.addEventListener("focus", () => isOut && check());
  document.addEventListener(
    "click",
    async (event) => {
      const button = event.target.closest("button, input");
      if (button?.id === "signed-in-again") check();
      if (button?.type !== "submit" || button.form !== form) return;
      if (button === passed) {
        passed = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (await check()) {
        passed = button;
        button.click();
      }
    },
    true, // before Wagtail shows that it saves
  );
}
