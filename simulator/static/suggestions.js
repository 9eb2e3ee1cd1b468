// The list above the text field: the bot's commands, or the results of "@bot question".
// The text field keeps the focus; arrow keys move the mark, Enter and Tab take it, Escape closes.

import { el } from "./dom.js";

let made = 0;

export class Suggestions {
  constructor(field) {
    this.field = field;
    this.root = el("ul", { class: "suggestions", role: "listbox", id: `suggestions-${++made}`, hidden: true });
    this.items = [];
    this.at = -1;
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.root.id);
  }

  get open() {
    return !this.root.hidden;
  }

  // items: [{title, description, act}]; without items, a note is shown instead (or nothing).
  show(label, items, note = "") {
    this.items = items;
    this.root.setAttribute("aria-label", label);
    this.root.replaceChildren(...items.map((item, at) => el("li", { role: "option", id: `${this.root.id}-${at}`,
      "aria-selected": "false", on: { mousedown: (event) => event.preventDefault(), click: () => this.take(at) } },
    el("b", { text: item.title }), el("span", { text: item.description || "" }))));
    if (!items.length && note) this.root.append(el("li", { class: "note", role: "option", "aria-disabled": "true", text: note }));
    this.root.hidden = !items.length && !note;
    this.mark(-1);
  }

  close() {
    this.root.hidden = true;
    this.items = [];
    this.mark(-1);
  }

  mark(at) {
    this.at = at;
    [...this.root.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) {
      this.field.setAttribute("aria-activedescendant", `${this.root.id}-${at}`);
      this.root.children[at].scrollIntoView({ block: "nearest" });
    } else this.field.removeAttribute("aria-activedescendant");
  }

  take(at) {
    const item = this.items[at];
    this.close();
    item?.act();
  }

  // Returns whether the key was for this list.
  key(event) {
    if (!this.open) return false;
    const count = this.items.length;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" && count) this.mark((this.at + 1) % count);
    else if (event.key === "ArrowUp" && count) this.mark((this.at - 1 + count) % count);
    else if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0) this.take(this.at);
    else return false;
    event.preventDefault();
    return true;
  }
}
