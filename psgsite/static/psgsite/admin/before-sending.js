// What must hold before a page's form is sent:
// - Its writer is signed in, for what is sent by others is lost. They are told, and once
//   signed in again, elsewhere, they go on where they were.
// - It has the last words that were typed.
// - Wagtail isn't saving it by itself, or else it asks whether somebody else did.

const { sessionUrl } = document.currentScript.dataset;
const form = document.querySelector("[data-edit-form]");
let isOut = false;
let mayPass = false; // whether the next press of a button sends the form
let isSent = false;
let autosave = null; // Wagtail's event of saving by itself, until that has ended

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

function saveBySelf(event) {
  autosave = event;
  if (isSent) event.preventDefault();
}

function saved() {
  autosave = null;
}

const autosaved = () =>
  new Promise((resolve) => {
    if (!autosave) resolve();
    document.addEventListener("w-autosave:success", resolve, { once: true });
    document.addEventListener("w-autosave:error", resolve, { once: true });
    setTimeout(resolve, 5000); // the site may be out of reach
  });

function send() {
  isSent = true;
  autosave?.preventDefault(); // Wagtail looks half a second later whether it may save
}

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
  await autosaved();
  if (isIn) {
    mayPass = true;
    button.click();
  }
}

if (form) {
  form.addEventListener("submit", send);
  document.addEventListener("w-autosave:save", saveBySelf);
  document.addEventListener("w-autosave:success", saved);
  document.addEventListener("w-autosave:error", saved);
  document.addEventListener("w-autosave:error", check);
  document.addEventListener("visibilitychange", () => document.hidden || check());
  window.addEventListener("focus", () => isOut && check());
  // Before Wagtail shows that it saves.
  document.addEventListener("click", hold, true);
  // Wagtail then presses the button once more, and forgets at once that it was confirmed.
  document.addEventListener("w-dialog:confirmed", () => (mayPass = true), true);
}
