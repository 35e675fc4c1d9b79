// Suggests pages, topics and regions while a reader types: a combobox with a list, as in
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. Without it the form works as well.

const PAUSE = 150; // milliseconds without a key
const FEWEST_LETTERS = 2;
const TEXT_KEYS = ["Home", "End", "ArrowLeft", "ArrowRight"];

function make(name, attributes, ...content) {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...content);
  return element;
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

class Combobox {
  list = make("div", { id: "suggestions", class: "suggestions", role: "listbox", "aria-label": "Suggestions" });
  status = make("p", { class: "unseen", "aria-live": "polite" });
  active = -1; // the place of an option; none is active while the text is

  constructor(input) {
    this.input = input;
    setAttributes(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id });
    input.parentElement.append(this.list, this.status);
    this.close();
    this.listen();
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.press(event));
    input.parentElement.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget !== input && !list.contains(relatedTarget)) this.close();
    });
    // Not every browser gives a link the focus; without it the list would close under the press.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    // A page that one comes back to looks as it was left.
    addEventListener("pagehide", () => this.close());
  }

  wait() {
    this.stop();
    this.activate(-1);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  stop() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  async ask() {
    const { input } = this;
    this.stop();
    if (input.value.trim().length < FEWEST_LETTERS) return this.close();
    const { signal } = (this.request = new AbortController());
    const query = new URLSearchParams({ query: input.value });
    try {
      const response = await fetch(`${input.dataset.suggest}?${query}`, { signal });
      this.show(await response.json());
    } catch {
      // There is no connection, unless something newer was asked.
      if (!signal.aborted) this.close();
    }
  }

  show([, titles, descriptions, addresses]) {
    const options = titles.map((title, place) => {
      const link = { id: `suggestion-${place}`, role: "option", href: addresses[place], tabindex: -1 };
      return make("a", link, title, " ", make("small", {}, descriptions[place]));
    });
    this.list.replaceChildren(...options);
    const { length } = options;
    this.status.textContent = length === 1 ? "1 suggestion" : `${length || "No"} suggestions`;
    this.open(length > 0);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", isOpen);
    this.activate(-1);
  }

  close() {
    this.stop();
    this.status.textContent = "";
    this.open(false);
  }

  activate(active) {
    const options = [...this.list.children];
    options.forEach((option, place) => option.setAttribute("aria-selected", place === active));
    options[active]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[active]?.id ?? "");
    this.active = active;
  }

  // From the text down the list, and round to the text again.
  move(step) {
    const places = this.list.children.length + 1;
    this.activate(((this.active + 1 + step + places) % places) - 1);
  }

  press(event) {
    const { key } = event;
    const option = this.list.children[this.active];
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.list.hidden) return key === "ArrowDown" && this.ask();
    if (key === "ArrowDown") this.move(1);
    else if (key === "ArrowUp") this.move(-1);
    else if (key === "Escape") this.close();
    else if (key === "Enter" && option) option.click();
    else return TEXT_KEYS.includes(key) && this.activate(-1);
    event.preventDefault();
  }
}

// Not for readers who asked their browser to save data.
if (!navigator.connection?.saveData) {
  document.querySelectorAll("[data-suggest]").forEach((input) => new Combobox(input));
}
