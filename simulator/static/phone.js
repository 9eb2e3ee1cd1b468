// One person's phone: its head, its chats, what is open on it. Writing is in composer.js.

import * as api from "./api.js";
import { brief, hue, initials } from "./bubble.js";
import { Composer } from "./composer.js";
import { countOn } from "./strip.js";
import { el, iconButton, keyed } from "./dom.js";
import { t } from "./language.js";
import { MessageList } from "./list.js";
import { openMenu } from "./menu.js";
import { alertBox, say, toast, trouble } from "./notices.js";

const TYPING = 5000; // milliseconds that Telegram shows "typing"

export class Phone {
  // others: {rename(person), remove(person)} asked of the people's dialog
  constructor(person, town, others) {
    Object.assign(this, { person, town, others });
    this.typing = new Map();
    this.list = new MessageList(this, () => this.welcome());
    this.composer = new Composer(this);
    this.title = el("h2", { id: `person-${person.id}` });
    this.role = el("p", { class: "role" });
    this.avatar = el("span", { class: "avatar", "aria-hidden": "true" });
    this.more = iconButton("more", "", (event) => this.phoneMenu(event.currentTarget));
    this.tabs = el("div", { class: "chat-tabs", role: "tablist", on: { keydown: (event) => this.tabKeys(event) } });
    this.unblock = el("button", { type: "button", class: "unblock", on: { click: () => this.block(false) } });
    this.panel = el("div", { class: "chat", role: "tabpanel" }, this.list.box, this.composer.root, this.unblock);
    this.root = el("section", { class: "phone", id: `phone-${person.id}`, "aria-labelledby": this.title.id,
      hue: hue(person.id) },
    el("header", { class: "phone-head" }, this.avatar, el("div", { class: "who" }, this.title, this.role), this.more),
    this.tabs, this.panel);
    this.drops();
    this.open(town.chatsOf(person)[0]);
  }

  get botName() {
    return `@${this.town.bot.username}`;
  }

  get group() {
    return this.chat.kind === "group";
  }

  find(id) {
    return this.town.message(this.chat, id);
  }

  jump(id) {
    this.list.jump(id);
  }

  lastOwn() {
    return this.chat.messages.findLast((one) => String(one.from) === String(this.person.id) && one.text &&
      !one.forwarded_from && !one.via_bot);
  }

  chatName(chat) {
    return chat.kind === "group" ? chat.title : this.town.bot.name;
  }

  open(chat) {
    const readUpTo = this.readUpTo(chat);
    this.chat = chat;
    this.composer.enter(chat);
    this.list.show(chat, readUpTo);
    this.update();
  }

  // Undefined where nothing was ever read: then a mark "new" would stand above everything.
  readUpTo(chat) {
    return this.town.reads[`${this.person.id}/${chat.id}`];
  }

  // After the state was loaded anew: the same chat stays open.
  reload(person) {
    this.person = person;
    const chats = this.town.chatsOf(person);
    const same = chats.find((one) => this.chat && String(one.id) === String(this.chat.id)) ?? chats[0];
    const fresh = String(same.id) === String(this.chat?.id) && sameMessages(same, this.chat);
    this.chat = same;
    this.list.chat = same;
    if (!fresh || !same.messages.length) this.list.show(same, this.readUpTo(same));
    this.update();
  }

  words() {
    this.composer.words();
    this.list.show(this.chat, undefined);
    this.update();
  }

  update() {
    this.title.textContent = this.person.name;
    this.role.textContent = this.person.role === this.person.name ? "" : this.person.role;
    this.avatar.textContent = initials(this.person.name);
    this.more.setAttribute("aria-label", t("phone.menu", { name: this.person.name }));
    this.more.title = this.more.getAttribute("aria-label");
    const shut = this.person.blocked && !this.group;
    this.unblock.textContent = t("unblock");
    this.unblock.hidden = !shut;
    this.composer.root.hidden = shut;
    this.drawTabs();
  }

  drawTabs() {
    this.tabs.setAttribute("aria-label", t("chats", { name: this.person.name }));
    keyed(this.tabs, this.town.chatsOf(this.person), (chat) => chat.id, () => this.newTab(), (node, chat) => this.fillTab(node, chat));
    this.panel.setAttribute("aria-label", this.chatName(this.chat));
  }

  newTab() {
    return el("button", { type: "button", role: "tab", on: { click: (event) => {
      const key = event.currentTarget.dataset.key;
      this.choose(this.town.chatsOf(this.person).find((chat) => String(chat.id) === key));
    } } }, el("span", { class: "tab-name" }), el("span", { class: "tab-status" }), el("span", { class: "badge" }));
  }

  fillTab(node, chat) {
    const open = String(chat.id) === String(this.chat.id);
    const count = this.town.unread(this.person, chat);
    const status = this.typing.has(String(chat.id)) ? t("typing")
      : this.person.blocked && chat.kind === "private" ? t("blocked")
        : t(chat.kind === "group" ? "group" : "bot");
    node.setAttribute("aria-selected", String(open));
    node.tabIndex = open ? 0 : -1;
    const [name, line, badge] = node.children;
    name.textContent = this.chatName(chat);
    line.textContent = status;
    countOn(badge, count);
  }

  choose(chat) {
    this.open(chat);
    this.town.read(this.person, chat);
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  tabKeys(event) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const chats = this.town.chatsOf(this.person);
    const at = chats.findIndex((one) => String(one.id) === String(this.chat.id));
    const step = event.key === "ArrowRight" ? 1 : chats.length - 1;
    this.choose(chats[(at + step) % chats.length]);
  }

  hears(chat) {
    return chat.kind === "group" || String(chat.person) === String(this.person.id);
  }

  message(chat, message, active) {
    if (!this.hears(chat)) return;
    if (String(message.from) === "bot") this.stopTyping(chat);
    if (chat === this.chat) this.list.add(message, active ? undefined : this.readUpTo(chat) ?? 0);
    if (active && chat === this.chat) this.town.read(this.person, chat);
    this.drawTabs();
    if (active && String(message.from) !== String(this.person.id)) {
      say(t("said", { name: message.name, to: this.person.name, text: brief(message) }));
    }
  }

  showTyping(chat) {
    if (!this.hears(chat)) return;
    clearTimeout(this.typing.get(String(chat.id)));
    this.typing.set(String(chat.id), setTimeout(() => this.stopTyping(chat), TYPING));
    this.drawTabs();
  }

  stopTyping(chat) {
    clearTimeout(this.typing.get(String(chat.id)));
    if (this.typing.delete(String(chat.id))) this.drawTabs();
  }

  welcome() {
    if (this.group) return el("p", { class: "hint", text: t("group.empty", { bot: this.botName }) });
    return el("div", { class: "welcome" }, el("b", { text: t("welcome", { bot: this.town.bot.name }) }),
      el("p", { text: this.town.bot.description || t("welcome.text") }),
      el("button", { type: "button", class: "main", text: t("start"), on: { click: () => this.composer.sendText("/start") } }));
  }

  // A button that begins an "@bot" question, here in the same chat.
  startInline(query) {
    this.composer.put(`${this.botName} ${query}`, true);
  }

  async press(message, button, node) {
    if (node.classList.contains("busy")) return;
    node.classList.add("busy");
    node.setAttribute("aria-busy", "true");
    try {
      const pressed = await api.press(this.chat.id, message.id, this.person.id, button.data);
      this.town.awaitPress(String(pressed.press), (answer) => {
        this.calm(node);
        if (!answer?.text) return;
        if (answer.alert) alertBox(answer.text, this.town.bot.name);
        else toast(answer.text);
      });
    } catch (error) {
      this.calm(node);
      trouble(error);
    }
  }

  calm(node) {
    node.classList.remove("busy");
    node.removeAttribute("aria-busy");
  }

  menu(message, anchor) {
    const own = String(message.from) === String(this.person.id);
    const items = [{ text: t("reply"), act: () => this.composer.reply(message) }];
    if (own && message.text && !message.forwarded_from && !message.via_bot) {
      items.push({ text: t("edit"), act: () => this.composer.edit(message) });
    }
    const targets = this.town.chatsOf(this.person);
    items.push({ text: t("forward"), act: () => openMenu(anchor, t("forward"), targets.map((chat) => ({
      text: t("forward.to", { chat: this.chatName(chat) }), act: () => this.forward(message, chat) }))) });
    if (message.text) items.push({ text: t("copy"), act: () => this.copy(message) });
    openMenu(anchor, t("message.menu"), items);
  }

  async copy(message) {
    try {
      await navigator.clipboard.writeText(message.text);
      toast(t("copied"));
    } catch {
      toast(t("not_copied"), "bad");
    }
  }

  async forward(message, chat) {
    try {
      await api.forward(this.chat.id, message.id, this.person.id, chat.id);
      if (chat !== this.chat) this.choose(chat);
    } catch (error) {
      trouble(error);
    }
  }

  phoneMenu(anchor) {
    openMenu(anchor, t("phone.menu", { name: this.person.name }), [
      { text: t(this.person.blocked ? "unblock" : "block"), act: () => this.block(!this.person.blocked) },
      { text: t("people.rename"), act: () => this.others.rename(this.person) },
      { text: t("people.remove"), act: () => this.others.remove(this.person), danger: true },
    ]);
  }

  async block(blocked) {
    try {
      await api.changePerson(this.person.id, { blocked });
      this.person.blocked = blocked;
      this.update();
      (blocked ? this.unblock : this.composer.field).focus();
    } catch (error) {
      trouble(error);
    }
  }

  drops() {
    this.panel.addEventListener("dragover", (event) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    });
    this.panel.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.composer.add([...event.dataTransfer.files]);
    });
  }
}

const sameMessages = (one, other) => JSON.stringify(one.messages) === JSON.stringify(other.messages);
