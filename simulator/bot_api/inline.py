"""Methods that answer presses and inline queries."""

from __future__ import annotations

from simulator.bot_api.arguments import Arguments
from simulator.entities import units
from simulator.errors import Refused
from simulator.limits import NOTICE, inline_results
from simulator.town import Town


def answer_callback_query(town: Town, args: Arguments) -> bool:
    """End the wait at a pressed button, with a notice or without."""
    text = args.text("text")
    if units(text) > NOTICE:
        raise Refused("MESSAGE_TOO_LONG")
    press = town.queries.pressed(args.text("callback_query_id"))
    alert = args.flag("show_alert")
    town.events.tell("callback_answer", press=press.id, text=text, alert=alert)
    return True


def answer_inline_query(town: Town, args: Arguments) -> bool:
    """Show results to the person who asked."""
    query = town.queries.asked(args.text("inline_query_id"))
    query.results = inline_results(args.json("results"))
    shown = [
        {"id": one["id"], "title": one["title"], "description": one["description"]}
        for one in query.results.values()
    ]
    town.events.tell("inline", query=query.id, results=shown)
    return True
