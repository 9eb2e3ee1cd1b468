// What the page knows: people, chats, messages, the clock, and what each phone has read.
// It draws nothing; whoever shows something listens to its events.

const READS = "pandu.reads";
const PATIENCE = 15000; // milliseconds until a button that nobody answers stops waiting

export class Town extends EventTarget {
  constructor() {
    super();
    this.bot = { name: "Pandu", username: "", commands: [], description: "" };
    this.people = [];
    this.chats = new Map();
    this.clock = null;
    this.unknown = [];
    this.reads = JSON.parse(localStorage.getItem(READS) || "{}");
    this.presses = new Map(); // a press: who waits for its answer, or the answer that came first
    this.inline = new Map(); // a question of "@bot": its results
  }

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  load(state) {
    this.bot = { ...this.bot, ...state.bot };
    this.people = state.people;
    this.chats = new Map(state.chats.map((chat) => [String(chat.id), chat]));
    this.clock = state.clock ? { ...state.clock, heard: performance.now() } : null;
    this.unknown = (state.unknown_methods || []).map((one) => (typeof one === "string" ? one : one.method));
    this.settleReads();
    this.tell("all");
  }

  // A browser that comes for the first time has read what is there; marks of an older town are let go.
  settleReads() {
    const first = Object.keys(this.reads).length === 0;
    for (const person of this.people) {
      for (const chat of this.chatsOf(person)) {
        const key = `${person.id}/${chat.id}`;
        const last = chat.messages.at(-1)?.id ?? 0;
        if (first || this.reads[key] > last) this.reads[key] = last;
      }
    }
    localStorage.setItem(READS, JSON.stringify(this.reads));
  }

  person(id) {
    return this.people.find((one) => String(one.id) === String(id));
  }

  // A person's chats: the one with the bot first, then the groups.
  chatsOf(person) {
    const all = [...this.chats.values()];
    const own = all.find((chat) => chat.kind === "private" && String(chat.person) === String(person.id));
    const chat = own || { id: person.id, kind: "private", title: person.name, person: person.id, messages: [] };
    if (!own) this.chats.set(String(chat.id), chat);
    return [chat, ...all.filter((one) => one.kind === "group")];
  }

  message(chat, id) {
    return chat.messages.find((one) => one.id === id);
  }

  // One event of the server. Each may come twice: the state that was just loaded may hold it already.
  hear(event) {
    if (event.type === "message" || event.type === "edited") this.put(event);
    else if (event.type === "deleted") this.drop(event);
    else if (event.type === "clock") {
      this.clock = { ...this.clock, now: event.now, heard: performance.now() };
      this.tell("clock");
    } else if (event.type === "unknown") {
      this.unknown.push(event.method);
      this.tell("unknown");
    } else if (event.type === "callback_answer") this.answer(String(event.press), event);
    else {
      if (event.type === "inline") this.inline.set(String(event.query), event.results);
      this.tell(event.type, event);
    }
  }

  // The answer to a press may be heard before the press itself has been confirmed.
  awaitPress(press, act) {
    const early = this.presses.get(press);
    this.presses.delete(press);
    if (early?.answer) return act(early.answer);
    this.presses.set(press, { act });
    return setTimeout(() => this.presses.delete(press) && act(null), PATIENCE);
  }

  answer(press, answer) {
    const waiting = this.presses.get(press);
    this.presses.delete(press);
    if (waiting?.act) waiting.act(answer);
    else this.presses.set(press, { answer });
  }

  put(event) {
    const chat = this.chats.get(String(event.chat));
    if (!chat) return this.tell("people"); // a chat that the page has not seen yet
    const at = chat.messages.findIndex((one) => one.id === event.message.id);
    if (at >= 0) {
      chat.messages[at] = event.message;
      return this.tell("edited", { chat, message: event.message });
    }
    chat.messages.push(event.message);
    return this.tell("message", { chat, message: event.message });
  }

  drop(event) {
    const chat = this.chats.get(String(event.chat));
    if (!chat) return;
    chat.messages = chat.messages.filter((one) => one.id !== event.message_id);
    this.tell("deleted", { chat, id: event.message_id });
  }

  // What others wrote after the last message that this phone has shown its owner.
  unread(person, chat) {
    const last = this.reads[`${person.id}/${chat.id}`] ?? 0;
    return chat.messages.filter((one) => one.id > last && String(one.from) !== String(person.id)).length;
  }

  read(person, chat) {
    const key = `${person.id}/${chat.id}`;
    const last = chat.messages.at(-1)?.id ?? 0;
    if ((this.reads[key] ?? 0) === last) return;
    this.reads[key] = last;
    this.keepReads();
  }

  forgetReads() {
    this.reads = {};
    this.keepReads();
  }

  keepReads() {
    localStorage.setItem(READS, JSON.stringify(this.reads));
    this.tell("reads");
  }
}
