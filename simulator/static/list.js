// The messages of one chat on one phone: adds, changes and removes bubbles without moving the rest.

import { bubble } from "./bubble.js";
import { el, icon } from "./dom.js";
import { day, dayKey, t } from "./language.js";

const TOP = 8; // pixels above an answer that is longer than the phone: it is read from its start
const NEAR = 60; // pixels from the end that still count as being at the end

export class MessageList {
  // phone: what bubble.js asks for; empty(): what to show in a chat without messages
  constructor(phone, empty) {
    Object.assign(this, { phone, empty });
    this.nodes = new Map();
    this.root = el("ol", { class: "messages", role: "log", "aria-live": "off", tabindex: "0" });
    this.down = el("button", { type: "button", class: "to-end", hidden: true, "aria-label": t("to_end"),
      on: { click: () => this.toEnd(true) } }, icon("down"));
    this.box = el("div", { class: "messages-box" }, this.root, this.down);
    this.atEnd = true;
    this.root.addEventListener("scroll", () => this.scrolled());
    this.root.addEventListener("keydown", (event) => this.keys(event));
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.root);
  }

  show(chat, readUpTo) {
    this.chat = chat;
    this.nodes.clear();
    this.root.replaceChildren();
    this.root.setAttribute("aria-label", t("messages", { chat: chat.title }));
    this.down.setAttribute("aria-label", t("to_end"));
    if (!chat.messages.length) this.root.append(el("li", { class: "empty" }, this.empty()));
    for (const message of chat.messages) this.append(message, readUpTo);
    this.atEnd = true;
    const mark = this.root.querySelector(".new-mark");
    if (mark) mark.scrollIntoView({ block: "nearest" });
    this.toEnd();
  }

  append(message, readUpTo) {
    this.root.querySelector(".empty")?.remove();
    const before = this.chat.messages[this.chat.messages.indexOf(message) - 1];
    if (!before || dayKey(before.at) !== dayKey(message.at)) {
      this.root.append(el("li", { class: "day" }, el("span", { text: day(message.at) })));
    }
    const others = String(message.from) !== String(this.phone.person.id);
    if (readUpTo !== undefined && others && message.id > readUpTo && !this.root.querySelector(".new-mark")) {
      this.root.append(el("li", { class: "new-mark" }, el("span", { text: t("new_messages") })));
    }
    const node = this.make(message);
    if (before && before.album && before.album === message.album) node.classList.add("joined");
    this.root.append(node);
  }

  add(message, readUpTo) {
    const own = String(message.from) === String(this.phone.person.id);
    const stay = !this.atEnd && !own;
    this.append(message, readUpTo);
    if (stay) this.down.hidden = false;
    else this.toEnd();
    const node = this.nodes.get(message.id);
    if (stay || own || node.offsetHeight <= this.root.clientHeight) return;
    this.atEnd = false;
    this.root.scrollTop = node.offsetTop - TOP;
  }

  make(message) {
    const node = bubble(message, this.phone);
    node.querySelector("img")?.addEventListener("load", () => this.atEnd && this.toEnd());
    this.nodes.set(message.id, node);
    return node;
  }

  replace(message) {
    const old = this.nodes.get(message.id);
    if (!old) return;
    const focused = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
    const held = old === document.activeElement;
    const node = this.make(message);
    if (old.classList.contains("joined")) node.classList.add("joined");
    old.replaceWith(node);
    if (held || focused >= 0) (node.querySelectorAll("button, a")[focused] ?? node).focus({ preventScroll: true });
    if (this.atEnd) this.toEnd();
  }

  remove(id) {
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
    if (!this.nodes.size) this.show(this.chat);
  }

  toEnd(focus = false) {
    this.atEnd = true;
    this.root.scrollTop = this.root.scrollHeight;
    this.down.hidden = true;
    if (focus) this.root.focus({ preventScroll: true });
  }

  scrolled() {
    const gap = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight;
    this.atEnd = gap < NEAR;
    this.down.hidden = gap < NEAR * 2;
  }

  jump(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
    node.classList.add("found");
    node.addEventListener("animationend", () => node.classList.remove("found"), { once: true });
  }

  // Arrow keys walk from message to message; Enter opens a message's menu.
  keys(event) {
    const rows = [...this.nodes.values()];
    const at = rows.indexOf(document.activeElement);
    const onList = document.activeElement === this.root;
    if (at < 0 && !onList) return;
    const next = { ArrowUp: at < 0 ? rows.length - 1 : at - 1, ArrowDown: at < 0 ? rows.length - 1 : at + 1,
      Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined && rows[next]) {
      event.preventDefault();
      rows[next].focus();
    } else if (at >= 0 && (event.key === "Enter" || event.key === "ContextMenu")) {
      event.preventDefault();
      rows[at].querySelector(".more").click();
    } else if (at >= 0 && event.key === "Escape") this.root.focus();
  }
}
