// What a first visitor can try: a click puts a text into the employee's phone, who then sends it.

import { el, iconButton } from "./dom.js";
import { t } from "./language.js";

const SEEN = "pandu.tour";

export class Tour {
  // root: the panel; opener: its button; put(text): into the first phone; shown(): after opening or closing
  constructor(root, opener, put, shown) {
    Object.assign(this, { root, opener, put, shown });
    opener.addEventListener("click", () => (this.root.hidden ? this.open(true) : this.close()));
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    if (!localStorage.getItem(SEEN)) this.open();
  }

  open(focus = false) {
    this.root.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.shown();
    if (focus) this.root.focus();
  }

  close() {
    this.root.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    localStorage.setItem(SEEN, "closed");
    this.shown();
    this.opener.focus();
  }

  draw() {
    this.root.replaceChildren(
      el("div", { class: "tour-head" }, el("h2", { text: t("tour.title") }), iconButton("close", t("close"), () => this.close())),
      el("p", { text: t("tour.text") }),
      ...t("tour.steps").map((step) => el("button", { type: "button", class: "try", on: { click: () => this.put(step.text) } },
        el("small", { text: step.kind }), el("span", { text: step.text }))),
      el("p", { class: "hint", text: t("tour.more") }));
  }
}
