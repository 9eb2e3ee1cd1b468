"""/rekap: the figures of a month for who leads a unit, and for everybody the public ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.domain.directory import Directory
from bot.domain.messages import Outgoing
from bot.domain.periods import Period, read_period
from bot.domain.reporting import SMALLEST, Figures, figures, hidden, reported_posts
from bot.services.reports import Scope
from handlers.buttons import Button, encode
from handlers.file_calls import INSTEAD, NAME
from handlers.heard import Place
from handlers.markup import plain, shorten
from handlers.pictures.recap import Bar, Group, Sheet, Tile, folded
from handlers.record_buttons import Records
from handlers.replies import Message
from handlers.titles import short_name
from handlers.turn import Outcome, Turn

DOWNLOAD = "x"
"""The verb of the button that sends the register; its value is the period."""

_PUBLIC = frozenset({"publik", "public", "umum"})
_SHORT = 60
_DAY = timedelta(hours=7, minutes=30)  # a working day of 37.5 hours a week, to say a median in


async def recap(turn: Turn) -> Outcome:
    """Show the figures of the month that the text names, this one if it names none."""
    said, is_public = _said(turn)
    period = _period(turn, said)
    if period is None:
        return turn.say("recap.which_month", said=shorten(said, _SHORT))
    office = await turn.office.directory(turn.work)
    posts = _posts(turn, office)
    if is_public or not posts:
        return await _public(turn, office, period, leads=bool(posts))
    if turn.place is not Place.PRIVATE or turn.chat_id is None:
        return turn.say("recap.in_private")
    counted = await _figures(turn, office, Scope(posts, _reader(turn)), period)
    await _queue_picture(turn, counted, period, _leads(office, turn, posts))
    html = turn.render("recap.figures", **_values(turn, counted, period))
    label = plain(turn.render("recap.b_download"))
    button = Button(label, encode(Records(DOWNLOAD, period.code, turn.owner)))
    return Outcome((Message(html, ((button,),) if counted.received else ()),))


def period_for_leads(turn: Turn) -> Period | None:
    """Return the time that is asked about, if the answer is more than public figures."""
    said, is_public = _said(turn)
    return None if is_public or turn.place is not Place.PRIVATE else _period(turn, said)


def _said(turn: Turn) -> tuple[str, bool]:
    """Return the time that is named, and whether only what is public is wanted."""
    words = turn.text.split()
    said = " ".join(word for word in words if word.lower() not in _PUBLIC)
    return said, any(word.lower() in _PUBLIC for word in words)


def _period(turn: Turn, said: str) -> Period | None:
    return read_period(said, turn.now.astimezone(turn.office.settings.zone).date())


async def download(turn: Turn, value: str) -> Outcome | None:
    """Send the register of a period to who may have it; None if the press means nothing."""
    period = _period(turn, value)
    office = await turn.office.directory(turn.work)
    if period is None or turn.chat_id is None or turn.place is not Place.PRIVATE:
        return None
    if not _posts(turn, office):
        return turn.say("recap.not_yours")
    what = {"person": _reader(turn), "period": period.code, "language": turn.language}
    payload = {
        "chat_id": turn.chat_id,
        "document": {"_register": what},
        "caption": turn.render("recap.register_caption", period=named(turn, period)),
        "parse_mode": "HTML",
        "protect_content": True,
        NAME: f"register-{period.code}",
        INSTEAD: turn.render("recap.register_failed"),
    }
    call = Outgoing(turn.chat_id, "sendDocument", payload, update_id=turn.update_id)
    await turn.work.outbox.queue(call, turn.now)
    return Outcome()


async def _public(turn: Turn, office: Directory, period: Period, *, leads: bool) -> Outcome:
    """Show what everybody may know: totals, no desk, no small count."""
    counted = await _figures(turn, office, Scope(), period)
    answered = {"on_time": counted.on_time, "late": counted.late}
    html = turn.render(
        "recap.public",
        period=named(turn, period),
        received=hidden({"all": counted.received})["all"],
        kinds=_kinds(turn, hidden(counted.by_kind)),
        answered=hidden(answered),
        rating=counted.rating if counted.ratings >= SMALLEST else None,
        ratings=counted.ratings,
        leads=leads,
    )
    return Outcome((Message(html),))


async def _figures(turn: Turn, office: Directory, scope: Scope, period: Period) -> Figures:
    span = period.instants(turn.office.settings.zone)
    lines = await turn.office.reports.register(turn.work, office, scope, span, turn.now)
    return figures(lines, turn.now)


async def _queue_picture(turn: Turn, counted: Figures, period: Period, leads: str) -> None:
    """Let the picture go before the numbers; without complaints there is nothing to draw."""
    if not counted.received or turn.chat_id is None:
        return
    sheet = _sheet(turn, counted, period, leads)
    payload = {
        "chat_id": turn.chat_id,
        "photo": {"_recap": asdict(sheet)},
        "protect_content": True,
        NAME: f"rekap-{period.code}",
    }
    call = Outgoing(turn.chat_id, "sendPhoto", payload, update_id=turn.update_id)
    await turn.work.outbox.queue(call, turn.now)


def _sheet(turn: Turn, counted: Figures, period: Period, leads: str) -> Sheet:
    def word(name: str, **values: object) -> str:
        return plain(turn.render(f"recap.{name}", **values))

    late = "bad" if counted.late else "plain"
    tiles = (
        Tile(str(counted.received), word("t_received")),
        Tile(str(counted.on_time), word("t_on_time"), "good"),
        Tile(str(counted.late), word("t_late"), late),
        Tile(str(sum(counted.open_by_age)), word("t_open"), "middle"),
    )
    kinds = tuple(Bar(word(f"kind_{kind}"), count) for kind, count in counted.by_kind.items())
    standards = [
        Bar(short_name(title) if title else word("no_standard"), count)
        for title, count in counted.by_standard.items()
    ]
    posts = [Bar(post, count) for post, count in counted.by_post.items()]
    tones = ("good", "middle", "bad")
    ages = tuple(
        Bar(word(f"age_{index}"), count, tone)
        for index, (count, tone) in enumerate(zip(counted.open_by_age, tones, strict=True))
    )
    others = word("others")
    return Sheet(
        word("title", period=named(turn, period)),
        leads,
        tiles,
        (
            Group(word("by_kind"), kinds),
            Group(word("by_standard"), folded(standards, others)),
            Group(word("by_post"), folded(posts, others)),
            Group(word("by_age"), ages),
        ),
    )


def _values(turn: Turn, counted: Figures, period: Period) -> Mapping[str, Any]:
    return {
        "period": named(turn, period),
        "figures": counted,
        "kinds": _kinds(turn, counted.by_kind),
        "answer": _working(counted.answer_minutes),
        "end": _working(counted.end_minutes),
        "doors": [
            (plain(turn.render("recap.door", door=door)), count)
            for door, count in counted.rejected.items()
        ],
    }


def _kinds(turn: Turn, counts: Mapping[str, int | None]) -> list[tuple[str, int | None]]:
    return [(plain(turn.render(f"recap.kind_{kind}")), count) for kind, count in counts.items()]


def _working(minutes: int | None) -> tuple[int, int] | None:
    """Return working minutes as working days and hours."""
    if minutes is None:
        return None
    days, rest = divmod(timedelta(minutes=minutes), _DAY)
    return days, round(rest / timedelta(hours=1))


def named(turn: Turn, period: Period) -> str:
    """Return the name of a month or year."""
    return plain(turn.render("recap.period", first=period.first, year=period.is_year))


def _posts(turn: Turn, office: Directory) -> frozenset[str]:
    return reported_posts(_reader(turn), office, turn.now)


def _reader(turn: Turn) -> int | None:
    return turn.person.id if turn.person else None


def _leads(office: Directory, turn: Turn, posts: frozenset[str]) -> str:
    """Return the names of the posts at the top of what a person leads."""
    tops = [
        office.posts[post].name
        for post in sorted(posts)
        if not posts & set(office.superiors(post, turn.now)) and post in office.posts
    ]
    return ", ".join(tops)
