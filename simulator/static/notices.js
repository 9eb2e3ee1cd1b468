// Short notices, alerts, questions with yes or no, and what a screen reader is told.

import { el } from "./dom.js";
import { t } from "./language.js";

const SHOWN = 5000; // milliseconds

export function toast(text, kind = "") {
  const node = el("p", { class: `toast ${kind}`, text });
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), SHOWN);
}

export const trouble = (error) => toast(error instanceof TypeError ? t("offline") : error.message, "bad");

// Said to screen readers, politely, without moving the focus.
export function say(text) {
  const place = document.getElementById("spoken");
  const line = el("p", { text });
  place.append(line);
  while (place.childElementCount > 5) place.firstElementChild.remove();
}

// A dialog with a sentence and buttons; returns the pressed button's value ("" when it was closed).
function ask(text, buttons, { title = "" } = {}) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { class: "ask", "aria-label": title || text },
      title ? el("h2", { text: title }) : null,
      el("p", { text }),
      el("form", { method: "dialog", class: "choices" }, ...buttons.map((button) =>
        el("button", { value: button.value, class: button.class || "plain", text: button.text,
          autofocus: Boolean(button.first) }))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const alertBox = (text, title) => ask(text, [{ value: "ok", text: t("ok"), class: "main", first: true }], { title });

export const confirmed = async (text, yes, title) =>
  (await ask(text, [
    { value: "", text: t("cancel"), first: true },
    { value: "yes", text: yes, class: "danger" },
  ], { title })) === "yes";

// A question with fields: [{name, label, value, type?, required?}]; null when it was cancelled.
export function fields(title, given, yes) {
  return new Promise((resolve) => {
    const rows = given.map((field) => el("label", { class: "field" }, el("span", { text: field.label }),
      el("input", { name: field.name, value: field.value ?? "", type: field.type ?? "text", maxlength: "120",
        required: field.required ?? true, autocomplete: "off" })));
    const form = el("form", { method: "dialog", class: "fields" }, ...rows,
      el("div", { class: "choices" },
        el("button", { type: "button", class: "plain", text: t("cancel"), on: { click: () => dialog.close("") } }),
        el("button", { value: "yes", class: "main", text: yes })));
    const dialog = el("dialog", { class: "ask", "aria-label": title }, el("h2", { text: title }), form);
    dialog.addEventListener("close", () => {
      const answer = dialog.returnValue === "yes" ? Object.fromEntries(new FormData(form)) : null;
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
