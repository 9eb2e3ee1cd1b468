"""Who lives in the town: people move in and out, are renamed, block the bot and unblock it."""

from __future__ import annotations

from simulator import wire
from simulator.errors import PageError
from simulator.model import Person
from simulator.sample import Resident, settle
from simulator.town import Town


def move_in(town: Town, name: str, role: str) -> Person:
    """Let a new person move in."""
    name, role = _named(name), role.strip()[:64]
    person = settle(town.state, Resident(name, f"orang_{town.state.next_person}", role))
    town.changed()
    town.events.tell("people")
    return person


def change(town: Town, person: Person, name: str | None, role: str | None) -> None:
    """Give a person another name or role."""
    if name is not None:
        person.name = town.state.chats[person.id].title = _named(name)
    if role is not None:
        person.role = role.strip()[:64]
    town.changed()
    town.events.tell("people")


def block(town: Town, person: Person, blocked: bool) -> None:  # noqa: FBT001 - what it is set to
    """Block the bot or unblock it; the bot is told, if it has met the person."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    chat = town.state.chats[person.id]
    if chat.started:
        status = _membership(town, blocked=blocked), _membership(town, blocked=not blocked)
        payload = {
            "chat": wire.chat(town, chat),
            "from": wire.user(person),
            "date": int(town.now().timestamp()),
            "old_chat_member": status[1],
            "new_chat_member": status[0],
        }
        town.updates.push("my_chat_member", payload)
    town.changed()
    town.events.tell("people")


def move_out(town: Town, person: Person) -> None:
    """Take a person and the private chat away; the bot finds the account deleted."""
    del town.state.people[person.id]
    del town.state.chats[person.id]
    town.state.gone.add(person.id)
    town.changed()
    town.events.tell("people")


def _named(name: str) -> str:
    name = name.strip()[:64]
    if not name:
        raise PageError("A person needs a name.")
    return name


def _membership(town: Town, *, blocked: bool) -> wire.Json:
    bot = wire.bot_user(town)
    if blocked:
        return {"user": bot, "status": "kicked", "until_date": 0}
    return {"user": bot, "status": "member"}
