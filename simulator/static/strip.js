// The row of people: on a wide page it goes to a phone, on a narrow one it chooses the one shown.

import { hue, initials } from "./bubble.js";
import { el } from "./dom.js";
import { t } from "./language.js";

export class Strip {
  constructor(root, town, choose) {
    Object.assign(this, { root, town, choose });
  }

  // active: the person in use, or null; unread counts are over all chats of a phone
  draw(active) {
    const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    this.root.replaceChildren(...this.town.people.map((person) => this.chip(person, active)));
    if (focused) this.root.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  chip(person, active) {
    const count = this.town.chatsOf(person).reduce((sum, chat) => sum + this.town.unread(person, chat), 0);
    const current = String(person.id) === String(active);
    return el("button", { type: "button", class: "chip", "data-person": person.id, "aria-current": current ? "true" : null,
      title: `${person.name}, ${person.role}`, on: { click: () => this.choose(person) } },
    el("span", { class: "avatar", "aria-hidden": "true", hue: hue(person.id), text: initials(person.name) }),
    el("span", { class: "chip-name" }, el("b", { text: person.name }), person.role === person.name ? null : el("small", { text: person.role })),
    count ? el("span", { class: "badge", text: String(count), "aria-label": t("unread", { count }) }) : null);
  }
}
