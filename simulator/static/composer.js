// Where a person writes: text, reply, edit, attachments, commands and "@bot" questions.

import * as api from "./api.js";
import { brief } from "./bubble.js";
import { el, icon, iconButton } from "./dom.js";
import { size, t } from "./language.js";
import { trouble } from "./notices.js";
import { Suggestions } from "./suggestions.js";

const PAUSE = 300; // milliseconds without typing before "@bot" is asked
const MOST_FILES = 10; // an album of Telegram

export class Composer {
  // phone: {person, chat, town, lastOwn()}
  constructor(phone) {
    this.phone = phone;
    this.drafts = new Map(); // a chat's unsent text
    this.files = [];
    this.replying = null;
    this.editing = null;
    this.query = null;
    this.build();
  }

  build() {
    this.field = el("textarea", { rows: "1", maxlength: "4096", enterkeyhint: "send", class: "write",
      on: { input: () => this.changed(), keydown: (event) => this.key(event), paste: (event) => this.pasted(event) } });
    this.list = new Suggestions(this.field);
    this.picker = el("input", { type: "file", multiple: true, hidden: true, class: "picker",
      on: { change: () => this.picked() } });
    this.context = el("div", { class: "context", hidden: true });
    this.chips = el("ul", { class: "chips", hidden: true });
    this.attach = iconButton("attach", "", () => this.picker.click());
    this.slash = iconButton("slash", "", () => this.commands());
    this.sendButton = el("button", { type: "submit", class: "icon-button send" }, icon("send"));
    this.root = el("form", { class: "composer", on: { submit: (event) => this.submit(event) } }, this.list.root,
      this.context, this.chips,
      el("div", { class: "write-row" }, this.attach, this.slash, this.field, this.picker, this.sendButton));
    this.words();
  }

  words() {
    const label = t("write.label", { name: this.phone.person.name });
    this.field.placeholder = t("write");
    this.field.setAttribute("aria-label", label);
    for (const [node, key] of [[this.attach, "attach"], [this.slash, "commands"], [this.sendButton, "send"], [this.picker, "attach"]]) {
      node.setAttribute("aria-label", t(key));
      node.title = t(key);
    }
  }

  // Another chat is shown: its own draft, nothing half done of the other.
  enter(chat) {
    if (this.shown) this.drafts.set(this.shown, this.editing ? "" : this.field.value);
    this.shown = String(chat.id);
    this.stop();
    this.files = [];
    this.drawChips();
    this.put(this.drafts.get(this.shown) ?? "");
  }

  put(text, focus = false) {
    this.field.value = text;
    this.changed();
    if (focus) this.field.focus();
  }

  reply(message) {
    this.stop();
    this.replying = message;
    this.explain("reply", t("replying", { name: message.name }), brief(message));
  }

  edit(message) {
    this.stop();
    this.editing = message;
    this.explain("edit", t("editing"), brief(message));
    this.put(message.text, true);
  }

  explain(shape, title, text) {
    this.context.replaceChildren(icon(shape), el("div", {}, el("b", { text: title }), el("span", { text })),
      iconButton("close", t("cancel"), () => this.stop(true)));
    this.context.hidden = false;
    this.field.focus();
  }

  stop(clear = false) {
    if (this.editing && clear) this.put("");
    this.replying = this.editing = null;
    this.context.hidden = true;
  }

  changed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
    const text = this.field.value;
    const bot = this.phone.town.bot.username;
    const asked = bot && text.toLowerCase().startsWith(`@${bot.toLowerCase()} `);
    clearTimeout(this.timer);
    this.query = null;
    if (asked && !this.editing) this.timer = setTimeout(() => this.ask(text.slice(bot.length + 2)), PAUSE);
    else if (/^\/\w*$/.test(text) && !this.editing) this.suggest(text.slice(1).toLowerCase());
    else this.list.close();
  }

  suggest(start) {
    const all = this.phone.town.bot.commands || [];
    this.list.show(t("commands"), all.filter((one) => one.command.startsWith(start)).map((one) => ({
      title: `/${one.command}`, description: one.description, act: () => this.sendText(`/${one.command}`) })));
  }

  commands() {
    if (this.list.open) return this.list.close();
    this.put("/", true);
    if (!this.list.open) this.list.show(t("commands"), [], t("commands.none"));
    return undefined;
  }

  async ask(query) {
    this.list.show(t("inline"), [], t("inline.waiting"));
    try {
      const asked = await api.ask(this.phone.chat.id, this.phone.person.id, query);
      this.query = String(asked.query);
      const early = this.phone.town.inline?.get(this.query);
      if (early) this.answered(this.query, early);
    } catch (error) {
      this.list.close();
      trouble(error);
    }
  }

  // The bot's results; those of a question that has been typed over are not for this list.
  answered(query, results) {
    if (this.query !== String(query)) return;
    this.list.show(t("inline"), results.map((one) => ({ title: one.title, description: one.description,
      act: () => this.choose(query, one.id) })), t("inline.none"));
  }

  async choose(query, result) {
    try {
      await api.choose(this.phone.chat.id, this.phone.person.id, query, result);
      this.put("");
    } catch (error) {
      trouble(error);
    }
  }

  key(event) {
    if (event.isComposing || this.list.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.root.requestSubmit();
    } else if (event.key === "Escape" && (this.replying || this.editing)) this.stop(true);
    else if (event.key === "ArrowUp" && !this.field.value && !this.files.length) {
      const own = this.phone.lastOwn();
      if (!own) return;
      event.preventDefault();
      this.edit(own);
    }
  }

  picked() {
    this.add([...this.picker.files]);
    this.picker.value = "";
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files);
  }

  add(files) {
    this.files = [...this.files, ...files].slice(0, MOST_FILES);
    this.drawChips();
    this.field.focus();
  }

  drawChips() {
    this.chips.hidden = !this.files.length;
    this.chips.replaceChildren(...this.files.map((file) => el("li", {}, el("span", { text: file.name }),
      el("small", { text: size(file.size) }),
      iconButton("close", t("unattach", { name: file.name }), () => {
        this.files = this.files.filter((one) => one !== file);
        this.drawChips();
        this.field.focus();
      }))));
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (text || this.files.length) this.sendText(text);
  }

  // The field is free at once; what is sent goes out in the order it was written.
  sendText(text) {
    const { person, chat } = this.phone;
    const one = { chat: chat.id, person: person.id, text, files: this.files,
      editing: this.editing, replying: this.replying };
    this.files = [];
    this.drawChips();
    this.stop();
    this.put("");
    this.root.setAttribute("aria-busy", "true");
    this.line = Promise.resolve(this.line).then(() => this.deliver(one));
    const last = this.line;
    last.then(() => this.line === last && this.root.removeAttribute("aria-busy"));
  }

  async deliver(one) {
    try {
      if (one.editing) await api.edit(one.chat, one.editing.id, one.person, one.text);
      else await api.send(one.chat, { as: one.person, text: one.text, replyTo: one.replying?.id, files: one.files });
    } catch (error) {
      trouble(error);
      this.giveBack(one);
    }
  }

  // What could not be sent stands in the field again, before what was written meanwhile.
  giveBack(one) {
    if (String(one.chat) !== this.shown) {
      if (!one.editing) this.drafts.set(String(one.chat), one.text);
      return;
    }
    const text = [one.text, this.field.value].filter(Boolean).join("\n");
    if (one.editing) this.edit(one.editing);
    else if (one.replying) this.reply(one.replying);
    this.files = [...one.files, ...this.files].slice(0, MOST_FILES);
    this.drawChips();
    this.put(text);
  }
}
