// The office's time, and the buttons that move it. Hidden where the clock can't be moved.

import * as api from "./api.js";
import { el } from "./dom.js";
import { fromInput, fullDay, fullTime, later, t, toInput } from "./language.js";
import { fields, say, trouble } from "./notices.js";

const TICK = 1000; // milliseconds

export class ClockBar {
  constructor(root, town) {
    Object.assign(this, { root, town });
    this.day = el("span", { class: "clock-day" });
    this.time = el("span", { class: "clock-time" });
    this.moves = [
      ["clock.hour", () => this.move({ add_hours: 1 })],
      ["clock.morning", () => this.move({ to: "next_morning" })],
      ["clock.reminder", () => this.move({ to: "next_reminder" })],
      ["clock.date", () => this.pick()],
    ].map(([key, act]) => ({ key, node: el("button", { type: "button", class: "tool", "data-clock": key, on: { click: act } }) }));
    root.append(el("p", { class: "now" }, this.day, " ", this.time),
      el("div", { class: "moves" }, ...this.moves.map((move) => move.node)));
    setInterval(() => this.draw(), TICK);
  }

  get now() {
    const { now, heard } = this.town.clock;
    return later(now, performance.now() - heard);
  }

  words() {
    this.moves.forEach((move) => (move.node.textContent = t(move.key)));
    this.draw();
  }

  draw() {
    this.root.hidden = !this.town.clock?.movable;
    if (this.root.hidden) return;
    const [day, time] = [fullDay(this.now), fullTime(this.now)];
    if (this.day.textContent !== day) this.day.textContent = day;
    if (this.time.textContent !== time) this.time.textContent = time;
  }

  async move(to) {
    this.moves.forEach((move) => (move.node.disabled = true));
    const focused = document.activeElement;
    try {
      const answer = await api.moveClock(to);
      if (answer.now) this.town.hear({ type: "clock", now: answer.now });
      say(`${t("clock")}: ${fullDay(this.now)}, ${fullTime(this.now)}`);
    } catch (error) {
      trouble(error);
    } finally {
      this.moves.forEach((move) => (move.node.disabled = false));
      focused?.focus?.();
    }
  }

  async pick() {
    const answer = await fields(t("clock.date.title"),
      [{ name: "at", label: t("clock.date.label"), type: "datetime-local", value: toInput(this.now) }], t("clock.set"));
    if (answer) await this.move({ to: fromInput(answer.at, this.town.clock.now) });
  }
}
