// One message as a bubble: head, quote, attachment, text, time, inline buttons.

import { el, icon, iconButton } from "./dom.js";
import { formatted } from "./formatted.js";
import { fullDay, fullTime, hour, size, t } from "./language.js";

// A name's own hue, the same on every phone.
export function hue(id) {
  let sum = 7;
  for (const letter of String(id)) sum = (sum * 31 + letter.charCodeAt(0)) % 360;
  return Math.round((sum * 137.5) % 360); // neighbours in number differ in colour
}

export const initials = (name) =>
  name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => word[0].toUpperCase()).join("");

// What a message is in one line: for quotes, tabs and screen readers.
export function brief(message) {
  const file = message.photo ? t("photo") : message.voice ? t("voice") : message.document?.name;
  return [file, message.text].filter(Boolean).join(": ").replace(/\s+/g, " ").slice(0, 160);
}

// phone: {person, group: bool, find(id), press(message, button, node), menu(message, anchor), jump(id)}
export function bubble(message, phone) {
  const mine = String(message.from) === String(phone.person.id);
  const node = el("li", { class: `row ${mine ? "mine" : "theirs"}`, tabindex: "-1", "data-id": message.id,
    "data-album": message.album ?? null, hue: hue(message.from) });
  const body = el("div", { class: "bubble" }, ...head(message, mine, phone), ...attachment(message));
  if (message.html || message.text) body.append(words(message));
  body.append(foot(message, phone));
  node.append(body);
  if (message.buttons?.length) node.append(keyboard(message, phone));
  node.setAttribute("aria-label", spoken(message, mine));
  return node;
}

function spoken(message, mine) {
  return `${mine ? t("you") : message.name}, ${hour(message.at)}: ${brief(message)}`;
}

function head(message, mine, phone) {
  const parts = [];
  if (phone.group && !mine) parts.push(el("div", { class: "sender", text: message.name }));
  if (message.via_bot) parts.push(el("div", { class: "via", text: t("via_bot", { bot: phone.botName }) }));
  if (message.forwarded_from) {
    parts.push(el("div", { class: "via", text: t("forwarded_from", { name: message.forwarded_from }) }));
  }
  if (message.reply_to !== null && message.reply_to !== undefined) parts.push(quote(message, phone));
  return parts;
}

function quote(message, phone) {
  const other = phone.find(message.reply_to);
  return el("button", { type: "button", class: "quote", "aria-label": t("quote.jump"),
    on: { click: () => phone.jump(message.reply_to) } },
  el("b", { text: other ? other.name : t("quote.gone") }), el("span", { text: other ? brief(other) : "" }));
}

function attachment(message) {
  if (message.photo) {
    return [el("a", { class: "photo", href: message.photo.url, target: "_blank", rel: "noopener" },
      el("img", { src: message.photo.url, alt: message.text || message.photo.name || t("photo"), loading: "lazy" }))];
  }
  if (message.voice) return [el("audio", { controls: true, preload: "metadata", src: message.voice.url,
    "aria-label": t("voice") })];
  if (!message.document) return [];
  return [el("a", { class: "file", href: message.document.url, download: message.document.name },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-name" }, el("b", { text: message.document.name }),
      el("small", { text: size(message.document.size) })))];
}

function words(message) {
  const text = el("div", { class: "text" });
  if (message.html) text.append(formatted(message.html));
  else text.textContent = message.text;
  return text;
}

function foot(message, phone) {
  const more = iconButton("more", t("message.menu"), (event) => phone.menu(message, event.currentTarget),
    { tabindex: "-1" });
  more.classList.add("more");
  return el("div", { class: "foot" }, more, message.edited ? `${t("edited")} ` : null,
    el("time", { datetime: message.at, title: `${fullDay(message.at)}, ${fullTime(message.at)}`, text: hour(message.at) }));
}

function keyboard(message, phone) {
  const box = el("div", { class: "keyboard" });
  for (const line of message.buttons) {
    const row = el("div", { class: "keys" });
    for (const button of line) row.append(key(message, button, phone));
    box.append(row);
  }
  return box;
}

function key(message, button, phone) {
  if (button.url) {
    return el("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", text: `${button.text} ↗` });
  }
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  if (query !== undefined) {
    return el("button", { type: "button", class: "key", text: button.text, on: { click: () => phone.startInline(query) } });
  }
  return el("button", { type: "button", class: "key", text: button.text,
    on: { click: (event) => phone.press(message, button, event.currentTarget) } });
}
