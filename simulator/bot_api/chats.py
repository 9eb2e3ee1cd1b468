"""Methods that ask about chats and their members."""

from __future__ import annotations

from simulator import wire
from simulator.bot_api.addressing import known_chat
from simulator.bot_api.arguments import Arguments
from simulator.errors import Refused
from simulator.town import Town


def get_chat(town: Town, args: Arguments) -> wire.Json:
    """Return what is known about a chat."""
    chat = known_chat(town, args)
    found = wire.chat(town, chat)
    found |= {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.kind == "group":
        found["permissions"] = {"can_send_messages": True}
    return found


def get_chat_member(town: Town, args: Arguments) -> wire.Json:
    """Return what someone is in a chat; everybody is in the group."""
    chat = known_chat(town, args)
    number = args.number("user_id")
    if number == town.bot_id:
        return {"status": "member", "user": wire.bot_user(town)}
    person = town.state.people.get(number)
    if person is None or (chat.kind == "private" and chat.person != number):
        raise Refused("PARTICIPANT_ID_INVALID")
    if chat.owner == number:
        return {"status": "creator", "user": wire.user(person), "is_anonymous": False}
    return {"status": "member", "user": wire.user(person)}
