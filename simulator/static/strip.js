// The row of people: on a wide page it goes to a phone, on a narrow one it chooses the one shown.

import { hue, initials } from "./bubble.js";
import { el, keyed } from "./dom.js";
import { t } from "./language.js";

export class Strip {
  constructor(root, town, choose) {
    Object.assign(this, { root, town, choose });
  }

  // active: the person in use, or null; unread counts are over all chats of a phone
  draw(active) {
    keyed(this.root, this.town.people, (person) => person.id, () => this.newChip(),
      (node, person) => this.fillChip(node, person, String(person.id) === String(active)));
  }

  newChip() {
    const choose = (event) => this.choose(this.town.person(event.currentTarget.dataset.key));
    return el("button", { type: "button", class: "chip", on: { click: choose } },
      el("span", { class: "avatar", "aria-hidden": "true" }),
      el("span", { class: "chip-name" }, el("b"), el("small")), el("span", { class: "badge" }));
  }

  fillChip(node, person, current) {
    const [face, words, badge] = node.children;
    face.style.setProperty("--hue", hue(person.id));
    face.textContent = initials(person.name);
    words.children[0].textContent = person.name;
    words.children[1].textContent = person.role === person.name ? "" : person.role;
    node.title = `${person.name}, ${person.role}`;
    if (current) node.setAttribute("aria-current", "true");
    else node.removeAttribute("aria-current");
    countOn(badge, this.town.chatsOf(person).reduce((sum, chat) => sum + this.town.unread(person, chat), 0));
  }
}

// An unread mark; hidden at zero.
export function countOn(badge, count) {
  badge.hidden = count === 0;
  badge.textContent = String(count);
  badge.setAttribute("aria-label", t("unread", { count }));
}
