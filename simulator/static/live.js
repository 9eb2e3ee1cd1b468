// The WebSocket: tells what happens, and comes back by itself after the server was away.
// State is loaded anew at each connection; what arrives meanwhile waits until it is there.

const FIRST_WAIT = 300; // milliseconds; doubled up to LONGEST_WAIT
const LONGEST_WAIT = 4000;

export class Live {
  // load(): fetches and shows the state; hear(event): one event; changed(connected): the line's state
  constructor({ load, hear, changed }) {
    Object.assign(this, { load, hear, changed });
    this.wait = FIRST_WAIT;
    this.waiting = null; // events kept while the state is being loaded
    this.loads = 0;
  }

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/events`);
    socket.addEventListener("open", () => this.reload(socket));
    socket.addEventListener("message", (frame) => this.take(JSON.parse(frame.data)));
    socket.addEventListener("close", () => this.again());
  }

  async reload(socket) {
    const load = ++this.loads;
    this.waiting = [];
    try {
      await this.load();
    } catch {
      if (socket) socket.close(); // the server went away again: the close starts the next try
      return;
    }
    if (load !== this.loads) return; // a newer load is under way and will end the waiting
    this.wait = FIRST_WAIT;
    const missed = this.waiting;
    this.waiting = null;
    this.changed(true);
    missed.forEach((event) => this.hear(event));
  }

  take(event) {
    if (this.waiting) this.waiting.push(event);
    else this.hear(event);
  }

  again() {
    this.changed(false);
    setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
