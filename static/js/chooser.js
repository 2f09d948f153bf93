// A text field with a list to choose from (ARIA 1.2 combobox). Without scripts it stays a
// text field with the browser's own datalist, and the server matches the name.
import { fold, rank } from "./fold.js";

const MOST = 50;
const loaded = new Map(); // address -> promise of options

function fromDatalist(list) {
  return [...(list?.options ?? [])].map((one) => ({ code: one.dataset.code, name: one.value }));
}

function fetched(address) {
  if (!loaded.has(address)) {
    const answer = fetch(address, { headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : []))
      .catch(() => {
        loaded.delete(address); // a lost connection is tried again
        return [];
      });
    loaded.set(address, answer);
  }
  return loaded.get(address);
}

class Chooser {
  constructor(input) {
    this.input = input;
    this.parent = document.getElementById(input.dataset.parent ?? "");
    this.options = fromDatalist(input.list);
    this.shown = [];
    this.at = -1;
    this.build();
    this.listen();
    if (input.dataset.source) this.reload();
  }

  build() {
    const { input } = this;
    const frame = document.createElement("div");
    frame.className = "chooser";
    input.before(frame);
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-chon`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
    this.list.hidden = true;
    frame.append(input, this.list);
    input.removeAttribute("list");
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id,
    })) input.setAttribute(name, value);
  }

  listen() {
    const { input, list } = this;
    input.addEventListener("input", () => this.open());
    input.addEventListener("click", () => this.open());
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[data-at]");
      if (item) this.choose(Number(item.dataset.at));
    });
    this.parent?.addEventListener("change", () => this.reload({ clear: true }));
  }

  async reload({ clear = false } = {}) {
    const above = this.parent?.dataset.code || this.parent?.value || "";
    if (clear) this.settle("", "");
    if (this.parent && !above) {
      this.options = [];
      return;
    }
    const address = this.input.dataset.source.replace("{parent}", encodeURIComponent(above));
    this.options = await fetched(address);
    // Somebody quicker than the line has typed meanwhile: offer what they are waiting for.
    const { input } = this;
    if (document.activeElement === input && input.value !== (input.dataset.chosen ?? "")) this.open();
  }

  matches() {
    const typed = fold(this.input.value);
    if (!typed) return this.options.slice(0, MOST);
    return this.options
      .map((option) => [rank(option.name, typed), option])
      .filter(([order]) => order < Infinity)
      .sort(([a], [b]) => a - b)
      .slice(0, MOST)
      .map(([, option]) => option);
  }

  open() {
    this.shown = this.matches();
    this.at = -1;
    this.list.replaceChildren(...this.shown.map((option, at) => this.item(option, at)));
    if (!this.shown.length && this.input.value.trim() && this.input.dataset.none) {
      const none = document.createElement("li");
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = this.input.dataset.none;
      this.list.append(none);
    }
    this.expand(this.list.childElementCount > 0);
  }

  item(option, at) {
    const made = document.createElement("li");
    made.id = `${this.list.id}-${at}`;
    made.dataset.at = at;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.textContent = option.name;
    return made;
  }

  expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (!open) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.expand(false);
    // A name typed in full counts as chosen, with or without its marks.
    const typed = fold(this.input.value);
    const same = this.options.filter((option) => fold(option.name) === typed);
    if (typed && same.length === 1) this.settle(same[0].name, same[0].code);
    else if (this.input.value !== this.input.dataset.chosen) this.input.dataset.code = "";
  }

  move(step) {
    if (this.list.hidden) this.open();
    if (!this.shown.length) return;
    const last = this.shown.length - 1;
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = this.at + step > last ? 0 : this.at + step < 0 ? last : this.at + step;
    const item = this.list.children[this.at];
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter" && open && this.at >= 0) this.choose(this.at);
    else if (event.key === "Escape" && open) this.expand(false);
    else return;
    event.preventDefault();
  }

  choose(at) {
    this.settle(this.shown[at].name, this.shown[at].code);
    this.expand(false);
  }

  // Writes name and code, and tells the form once if something changed.
  settle(name, code) {
    const { input } = this;
    const before = input.dataset.chosen ?? input.defaultValue;
    input.value = name;
    input.dataset.chosen = name;
    input.dataset.code = code ?? "";
    if (name !== before) input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

for (const input of document.querySelectorAll("input[data-chooser]")) {
  if (input.getAttribute("role") !== "combobox") new Chooser(input);
}
