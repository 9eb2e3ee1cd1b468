// The page's side of HTTP: one function a thing that a person can do. No drawing here.

async function call(method, path, body) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers["Content-Type"] = "application/json";
  }
  const response = await fetch(`/api/${path}`, options);
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    if (response.ok) throw new Error(text.slice(0, 200));
  }
  if (!response.ok) throw new Error(answer.error || `${response.status} ${response.statusText}`);
  return answer;
}

const chat = (id) => `chats/${encodeURIComponent(id)}`;
const message = (chatId, id) => `${chat(chatId)}/messages/${encodeURIComponent(id)}`;
const person = (id) => `people/${encodeURIComponent(id)}`;

export const state = (language) => call("GET", `state?language=${language}`);

export function send(chatId, { as, text, replyTo, files }) {
  if (!files || files.length === 0) {
    const body = { as, text };
    if (replyTo !== null && replyTo !== undefined) body.reply_to = replyTo;
    return call("POST", `${chat(chatId)}/messages`, body);
  }
  const form = new FormData();
  form.append("as", as);
  form.append("text", text);
  if (replyTo !== null && replyTo !== undefined) form.append("reply_to", replyTo);
  for (const file of files) form.append("file", file, file.name);
  return call("POST", `${chat(chatId)}/messages`, form);
}

export const edit = (chatId, id, as, text) => call("POST", `${message(chatId, id)}/edit`, { as, text });
export const press = (chatId, id, as, data) => call("POST", `${message(chatId, id)}/press`, { as, data });
export const forward = (chatId, id, as, toChat) =>
  call("POST", `${message(chatId, id)}/forward`, { as, to_chat: toChat });
export const ask = (chatId, as, query) => call("POST", `${chat(chatId)}/inline`, { as, query });
export const choose = (chatId, as, query, result) =>
  call("POST", `${chat(chatId)}/inline/${encodeURIComponent(query)}/${encodeURIComponent(result)}`, { as });
export const addPerson = (name, role) => call("POST", "people", { name, role });
export const changePerson = (id, change) => call("PATCH", person(id), change);
export const removePerson = (id) => call("DELETE", person(id));
export const moveClock = (move) => call("POST", "clock", move);
export const reset = () => call("POST", "reset", {});
