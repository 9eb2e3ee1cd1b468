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
    this.loading = false;
    this.stale = false; // something has changed since the load under way began
  }

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/api/events`);
    this.socket.addEventListener("open", () => this.reload());
    this.socket.addEventListener("message", (frame) => this.take(JSON.parse(frame.data)));
    this.socket.addEventListener("close", () => this.again());
  }

  // One load at a time: an older answer that comes last would undo what was heard meanwhile.
  async reload() {
    this.stale = true;
    if (this.loading) return;
    this.loading = true;
    try {
      while (this.stale) {
        this.stale = false;
        this.waiting = [];
        await this.load();
      }
    } catch {
      this.socket.close(); // the server went away again: the close starts the next try
      return;
    } finally {
      this.loading = false;
    }
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
