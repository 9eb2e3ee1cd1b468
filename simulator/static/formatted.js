// Telegram's HTML as elements. The server has sanitised it; this keeps only the allowed tags again.

import { el } from "./dom.js";
import { t } from "./language.js";

const ALLOWED = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "CODE", "PRE", "A", "BLOCKQUOTE", "TG-SPOILER"]);

export function formatted(html) {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");
  const out = document.createDocumentFragment();
  copy(parsed.body, out);
  return out;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeName === "BR") to.append("\n");
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const made = ALLOWED.has(node.nodeName) ? element(node) : document.createDocumentFragment();
      if (node.nodeName !== "SCRIPT" && node.nodeName !== "STYLE") copy(node, made);
      to.append(made);
    }
  }
}

function element(node) {
  const name = node.nodeName.toLowerCase();
  if (name === "a") return link(node.getAttribute("href") || "");
  if (name === "tg-spoiler") return spoiler();
  return el(name);
}

function link(href) {
  if (!/^(https?:|mailto:|tel:)/i.test(href)) return el("span", { class: "mention" });
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" });
}

function spoiler() {
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.currentTarget.classList.add("shown");
    event.currentTarget.removeAttribute("role");
    event.currentTarget.removeAttribute("aria-label");
  };
  return el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler"),
    on: { click: show, keydown: show } });
}
