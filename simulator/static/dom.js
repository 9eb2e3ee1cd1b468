// Making elements. What an element means or does stands in the module that makes it.

// el("button", {class: "tool", text: "OK", on: {click: ...}, hidden: true}, child, ...)
export function el(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "text") node.textContent = value;
    else if (name === "class") node.className = value;
    else if (name === "hue") node.style.setProperty("--hue", value);
    else if (name === "on") for (const [type, act] of Object.entries(value)) node.addEventListener(type, act);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const SHAPES = {
  attach: "M8 12.5 14.8 5.7a3 3 0 0 1 4.3 4.3l-9 9a5 5 0 0 1-7-7l8.4-8.4",
  send: "M3.5 11.9 20.5 4l-6 16.5-3-7z M11.5 13.5 20.5 4",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  close: "M6 6l12 12 M18 6 6 18",
  down: "M6 9.5l6 6 6-6",
  slash: "M14.5 4.5 9.5 19.5",
  file: "M6 3.5h8l4.5 4.5v12.5H6z M13.5 3.5v5h5",
  reply: "M10 6 4 12l6 6 M4.5 12H15a5 5 0 0 1 5 5v1",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19z",
};

// A drawing of the page's own set, hidden from screen readers (its button carries the label).
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

// A button that shows only an icon.
export function iconButton(name, label, act, given = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label,
    on: { click: act }, ...given }, icon(name));
}

// Keeps a parent's children in step with things, each by its key. Nodes that stay are filled again,
// not made anew: a press that began on one must end on the same one.
export function keyed(parent, things, keyOf, make, fill) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  things.forEach((thing, at) => {
    const key = String(keyOf(thing));
    const node = old.get(key) ?? make();
    old.delete(key);
    node.dataset.key = key;
    fill(node, thing);
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  old.forEach((node) => node.remove());
}
