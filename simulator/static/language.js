// The page's words in Indonesian and English, and dates in the office's own time.
// All wording is in texts.id.json and texts.en.json.

const KEPT = "pandu.language";
const ZONES = { "+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT" };
const heard = new Set();
let words = {};
let current = "id";

export const language = () => current;
export const onLanguage = (act) => heard.add(act);

export async function loadLanguage(wanted) {
  const chosen = wanted || localStorage.getItem(KEPT) || "id";
  const response = await fetch(`/static/texts.${chosen}.json`);
  words = await response.json();
  current = chosen;
  if (wanted) localStorage.setItem(KEPT, wanted);
  document.documentElement.lang = chosen;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
  heard.forEach((act) => act());
}

// The words of a key, with {name} filled in.
export function t(key, filled = {}) {
  const text = words[key] ?? key;
  return typeof text === "string" ? text.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? "") : text;
}

// An ISO time with offset as [a Date whose UTC fields are the office's wall clock, zone name].
function wall(iso) {
  const offset = /([+-]\d\d:\d\d)$/.exec(iso)?.[1] ?? "+00:00";
  const minutes = (offset[0] === "-" ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  const shown = new Date(new Date(iso).getTime() + minutes * 60000);
  return [shown, ZONES[offset] ?? (offset === "+00:00" ? "UTC" : `UTC${offset}`), offset];
}

const form = (iso, options) =>
  new Intl.DateTimeFormat(current === "id" ? "id-ID" : "en-GB", { timeZone: "UTC", ...options }).format(wall(iso)[0]);

export const hour = (iso) => form(iso, { hour: "2-digit", minute: "2-digit" });
export const day = (iso) => form(iso, { weekday: "long", day: "numeric", month: "long" });
export const dayKey = (iso) => wall(iso)[0].toISOString().slice(0, 10);
export const fullDay = (iso) => form(iso, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const fullTime = (iso) => `${hour(iso)} ${wall(iso)[1]}`;

// For <input type="datetime-local"> and back: the office's wall clock keeps the office's offset.
export const toInput = (iso) => wall(iso)[0].toISOString().slice(0, 16);
export const fromInput = (value, iso) => `${value}:00${wall(iso)[2]}`;

// A later moment in the same offset: milliseconds after an ISO time.
export function later(iso, milliseconds) {
  const [shown, , offset] = wall(iso);
  return new Date(shown.getTime() + milliseconds).toISOString().slice(0, 19) + offset;
}

export function size(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1000, "kB"] : [bytes / 1e6, "MB"];
  return `${new Intl.NumberFormat(current, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}
