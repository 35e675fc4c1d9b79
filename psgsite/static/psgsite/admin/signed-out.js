// Whoever is signed out while writing is told before anything is sent, for what a form
// sends then is lost; once signed in again, elsewhere, they go on where they were.
// Nor is a form sent before it has the last words that were typed.

const { sessionUrl } = document.currentScript.dataset;
const form = document.querySelector("[data-edit-form]");
let isOut = false;
let mayPass = false; // whether the next press of a button sends the form

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

// Wagtail's editor hands on to the form what was typed 250 ms later.
const lastWords = () => new Promise((resolve) => setTimeout(resolve, 300));

function sends(button) {
  const isConfirmed = button?.dataset.wDialogTarget === "confirm"; // in Wagtail's own dialogs
  return button?.form === form && (button.type === "submit" || isConfirmed);
}

async function hold(event) {
  const button = event.target.closest("button, input");
  if (button?.id === "signed-in-again") check();
  if (!sends(button)) return;
  if (mayPass) {
    mayPass = false;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const [isIn] = await Promise.all([check(), lastWords()]);
  if (isIn) {
    mayPass = true;
    button.click();
  }
}

if (form) {
  document.addEventListener("w-autosave:error", check);
  document.addEventListener("visibilitychange", () => document.hidden || check());
  window.addEventListener("focus", () => isOut && check());
  // Before Wagtail shows that it saves.
  document.addEventListener("click", hold, true);
  // Wagtail then presses the button once more, and forgets at once that it was confirmed.
  document.addEventListener("w-dialog:confirmed", () => (mayPass = true), true);
}
