// Puts the page together: the town's state and events on one side, phones and bars on the other.

import * as api from "./api.js";
import { ClockBar } from "./clock.js";
import { el } from "./dom.js";
import { language, loadLanguage, onLanguage, t } from "./language.js";
import { Live } from "./live.js";
import { confirmed, trouble } from "./notices.js";
import { PeopleDialog } from "./people.js";
import { Phone } from "./phone.js";
import { Strip } from "./strip.js";
import { Tour } from "./tour.js";
import { Town } from "./town.js";

const byId = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 760px)");
const town = new Town();
const phones = new Map(); // person id: Phone
const people = new PeopleDialog(town);
let active = null; // whose phone is in use: what arrives there counts as read

const strip = new Strip(byId("people-strip"), town, (person) => {
  activate(person.id);
  const phone = phones.get(String(person.id));
  phone.root.scrollIntoView({ inline: "nearest", block: "nearest" });
  phone.composer.field.focus({ preventScroll: true });
});
const clock = new ClockBar(byId("clock"), town);
const tour = new Tour(byId("tour"), byId("show-tour"), (text) => {
  const employee = town.people[0];
  if (!employee) return;
  const phone = phones.get(String(employee.id));
  activate(employee.id);
  phone.open(town.chatsOf(employee)[0]);
  phone.root.scrollIntoView({ inline: "nearest", block: "nearest" });
  phone.composer.put(text, true);
  if (narrow.matches) tour.close();
  phone.composer.field.focus();
}, () => {});

const live = new Live({
  load: async () => town.load(await api.state(language())),
  hear: (event) => town.hear(event),
  changed: (connected) => {
    document.body.classList.toggle("away", !connected);
    const line = connected ? "" : t("away");
    if (byId("link").textContent !== line) byId("link").textContent = line;
  },
});

function activate(id) {
  active = id === null ? null : String(id);
  for (const [key, phone] of phones) phone.root.classList.toggle("active", key === active);
  const person = town.person(active);
  const phone = phones.get(active);
  if (person && phone) {
    town.read(person, phone.chat);
    phone.drawTabs();
  }
  strip.draw(active);
}

// Phones are kept, made and removed as people are; the order is the state's.
function drawAll() {
  const here = new Set(town.people.map((person) => String(person.id)));
  for (const [key, phone] of phones) {
    if (here.has(key)) continue;
    phone.root.remove();
    phones.delete(key);
  }
  town.people.forEach((person, at) => {
    const key = String(person.id);
    if (phones.has(key)) phones.get(key).reload(person);
    else phones.set(key, new Phone(person, town, people));
    const { root } = phones.get(key);
    if (byId("phones").children[at] !== root) byId("phones").insertBefore(root, byId("phones").children[at] ?? null);
  });
  byId("bot-name").textContent = town.bot.name;
  if (!phones.has(active)) active = town.people.length ? String(town.people[0].id) : null;
  activate(active);
  clock.words();
  drawUnknown();
  if (people.dialog.open) people.draw();
}

function drawUnknown() {
  const button = byId("show-unknown");
  button.hidden = town.unknown.length === 0;
  button.textContent = t("unknown.open", { count: town.unknown.length });
}

function showUnknown() {
  const counts = new Map();
  for (const method of town.unknown) counts.set(method, (counts.get(method) ?? 0) + 1);
  const dialog = el("dialog", { class: "ask", "aria-label": t("unknown.title") }, el("h2", { text: t("unknown.title") }),
    el("p", { text: t("unknown.text") }),
    el("ul", { class: "log" }, ...[...counts].map(([method, count]) =>
      el("li", {}, el("code", { text: method }), count > 1 ? ` × ${count}` : null))),
    el("form", { method: "dialog", class: "choices" }, el("button", { class: "main", text: t("close"), autofocus: true })));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function reset() {
  if (!(await confirmed(t("reset.text"), t("reset.yes"), t("reset.title")))) return;
  try {
    await api.reset();
  } catch (error) {
    trouble(error);
  }
}

const each = (chat, act) => phones.forEach((phone, key) => phone.chat && act(phone, key === active));
const hearing = (type, act) => town.addEventListener(type, (event) => act(event.detail));

hearing("all", drawAll);
hearing("message", ({ chat, message }) => {
  each(chat, (phone, isActive) => phone.message(chat, message, isActive));
  strip.draw(active);
});
hearing("edited", ({ chat, message }) => each(chat, (phone) => phone.chat === chat && phone.list.replace(message)));
hearing("deleted", ({ chat, id }) => {
  each(chat, (phone) => {
    if (phone.chat === chat) phone.list.remove(id);
    phone.drawTabs();
  });
  strip.draw(active);
});
hearing("typing", (event) => {
  const chat = town.chats.get(String(event.chat));
  if (chat) each(chat, (phone) => phone.showTyping(chat));
});
hearing("inline", (event) => each(null, (phone) => phone.composer.answered(event.query, event.results)));
hearing("people", () => live.reload());
hearing("reset", () => {
  town.forgetReads();
  phones.forEach((phone) => phone.root.remove());
  phones.clear();
  live.reload();
});
hearing("clock", () => clock.draw());
hearing("reads", () => strip.draw(active));
hearing("unknown", drawUnknown);

const use = (event) => {
  const phone = event.target.closest?.(".phone");
  const id = phone?.id.slice("phone-".length);
  if (id && id !== active) activate(id);
};
byId("phones").addEventListener("pointerdown", use);
byId("phones").addEventListener("focusin", use);
byId("show-people").addEventListener("click", () => people.open());
byId("show-unknown").addEventListener("click", showUnknown);
byId("reset").addEventListener("click", reset);
for (const button of document.querySelectorAll("button[data-language]")) {
  button.addEventListener("click", async () => {
    await loadLanguage(button.dataset.language);
    live.reload(); // the bot's commands and description have languages too
  });
}
onLanguage(() => {
  tour.draw();
  clock.words();
  drawUnknown();
  phones.forEach((phone) => phone.words());
  strip.draw(active);
});

// The bot may start after the page, and nothing tells that it has set its commands: look again.
const LOOKS = 40;
const LOOK_EVERY = 3000; // milliseconds
let looks = 0;
const look = setInterval(() => {
  if (town.bot.commands?.length || ++looks > LOOKS) clearInterval(look);
  else if (!document.body.classList.contains("away")) live.reload();
}, LOOK_EVERY);

await loadLanguage();
live.connect();
