// Adding, renaming and removing people.

import * as api from "./api.js";
import { hue, initials } from "./bubble.js";
import { el } from "./dom.js";
import { t } from "./language.js";
import { confirmed, fields, trouble } from "./notices.js";

export class PeopleDialog {
  constructor(town) {
    this.town = town;
    this.list = el("ul", { class: "people" });
    this.dialog = el("dialog", { class: "ask people-dialog" });
    document.body.append(this.dialog);
  }

  open() {
    this.draw();
    this.dialog.showModal();
  }

  draw() {
    this.dialog.setAttribute("aria-label", t("people.title"));
    this.list.replaceChildren(...this.town.people.map((person) => this.row(person)));
    this.dialog.replaceChildren(el("h2", { text: t("people.title") }), el("p", { text: t("people.text") }), this.list,
      el("div", { class: "choices" },
        el("button", { type: "button", class: "plain", text: t("people.add"), on: { click: () => this.add() } }),
        el("button", { type: "button", class: "main", text: t("close"), autofocus: true,
          on: { click: () => this.dialog.close() } })));
  }

  row(person) {
    return el("li", {},
      el("span", { class: "avatar", hue: hue(person.id), "aria-hidden": "true", text: initials(person.name) }),
      el("span", { class: "who" }, el("b", { text: person.name }), el("span", { text: person.role })),
      el("button", { type: "button", class: "tool", text: t("people.change"),
        "aria-label": `${t("people.rename")}: ${person.name}`, on: { click: () => this.rename(person) } }),
      el("button", { type: "button", class: "tool", text: t("people.drop"),
        "aria-label": `${t("people.remove")}: ${person.name}`, on: { click: () => this.remove(person) } }));
  }

  asked(title, person, yes) {
    return fields(title, [
      { name: "name", label: t("people.name"), value: person.name },
      { name: "role", label: t("people.role"), value: person.role },
    ], yes);
  }

  async add() {
    const answer = await this.asked(t("people.add"), { name: "", role: "" }, t("people.add.yes"));
    if (answer) await this.done(api.addPerson(answer.name.trim(), answer.role.trim()));
  }

  async rename(person) {
    const answer = await this.asked(t("people.rename"), person, t("save"));
    if (answer) await this.done(api.changePerson(person.id, { name: answer.name.trim(), role: answer.role.trim() }));
  }

  async remove(person) {
    const sure = await confirmed(t("people.remove.text", { name: person.name }), t("people.remove"));
    if (sure) await this.done(api.removePerson(person.id));
  }

  // The page does not wait for the server's event to show its own change.
  async done(change) {
    try {
      await change;
      this.town.tell("people");
    } catch (error) {
      trouble(error);
    }
  }
}
