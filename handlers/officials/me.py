"""/saya: who the bot thinks somebody is, and for officials: I am away, I am back."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Person
from handlers.buttons import Rows
from handlers.markup import shorten
from handlers.officials.screens import button, manages
from handlers.officials.views import Scene
from handlers.replies import Message
from handlers.turn import Outcome, Turn

_LATELY = timedelta(days=90)  # so long a post that has ended is still shown
_NAME = 60


async def me(turn: Turn) -> Outcome:
    """Show the person's posts, leave, language, and whether they are an admin."""
    if turn.person is None:
        return turn.say("officials.unknown_sender")
    return Outcome((screen(turn, await Scene.of(turn), turn.person),))


def screen(turn: Turn, scene: Scene, person: Person) -> Message:
    """Return the screen of who speaks; in a group without buttons."""
    now = turn.now
    own = [t for t in scene.office.tenures if t.person_id == person.id]
    lasting = [t for t in own if t.until is None or (now < t.until and t.since < t.until)]
    over = [t for t in own if t.until is not None and now - _LATELY < t.until <= now > t.since]
    away = scene.away(person.id)
    html = turn.render(
        "officials.me",
        name=shorten(person.name, _NAME),
        number=person.id if turn.owner is None else None,
        holds=[scene.held(t) for t in lasting],
        ended=[scene.held(t) for t in over if t.since < (t.until or now)],
        away=away,
        is_admin=manages(turn),
        spoken=turn.language,
    )
    rows: Rows = ()
    if lasting and turn.owner is None:
        leave = button(turn, "b_i_leave", "leave")
        rows = ((leave, button(turn, "b_i_am_back", "back")),) if away else ((leave,),)
    return Message(html, rows)
