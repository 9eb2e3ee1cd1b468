// A small menu beside a button: arrow keys, Home, End, Escape; focus goes back where it came from.

import { el } from "./dom.js";

// items: [{text, act, danger?}]. Opens above or below the anchor, inside the window.
export function openMenu(anchor, label, items) {
  const before = document.activeElement;
  const menu = el("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  for (const item of items) {
    menu.append(el("button", { type: "button", role: "menuitem", tabindex: "-1", text: item.text,
      class: item.danger ? "danger" : "", on: { click: () => {
        close();
        item.act();
      } } }));
  }
  const close = () => menu.matches(":popover-open") && menu.hidePopover();
  menu.addEventListener("keydown", (event) => move(event, menu, close));
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    if (menu.contains(document.activeElement) || document.activeElement === document.body) before?.focus();
    menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  menu.firstElementChild?.focus();
}

function place(menu, by) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(Math.max(8, by.right - width), innerWidth - width - 8);
  const below = by.bottom + 4;
  menu.style.left = `${left}px`;
  menu.style.top = `${below + height > innerHeight - 8 ? Math.max(8, by.top - height - 4) : below}px`;
}

function move(event, menu, close) {
  const all = [...menu.children];
  const at = all.indexOf(document.activeElement);
  const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0, End: all.length - 1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    all[next].focus();
  } else if (event.key === "Tab") close();
}
