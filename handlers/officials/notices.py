"""What others are told when something about posts changes; each in the language that he chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Any

from bot.domain.appointing import Ended
from bot.domain.dates import last_day
from bot.domain.directory import Directory
from bot.domain.messages import Outgoing, Priority
from bot.domain.posts import Holding
from bot.office import Office
from bot.services.ports import UnitOfWork
from handlers.calls import message_to
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE, Texts
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Told:
    """A text of `officials` and its values."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)


async def tell(turn: Turn, person_id: int, told: Told) -> None:
    """Tell somebody else something, after this turn is done."""
    message = await notice(turn.work, turn.texts, person_id, told)
    await turn.work.outbox.queue(replace(message, update_id=turn.update_id), turn.now)


async def notice(work: UnitOfWork, texts: Texts, person_id: int, told: Told) -> Outgoing:
    """Return a notice for somebody, who need not have written yet."""
    person = await work.people.get(person_id)
    language = (person.language if person else None) or DEFAULT_LANGUAGE
    html = texts.render(f"officials.{told.text}", language, **told.values)
    return replace(message_to(person_id, Message(html)), priority=Priority.NOTICE)


def of_ended(office: Directory, ended: Ended, zone: tzinfo) -> Iterator[tuple[int, Told]]:
    """Yield who is told that a time in office is over: the holder; and of a Plt or Plh, above."""
    tenure, post = ended.tenure, ended.post
    if (end := tenure.until) is None:
        return
    said = {
        "post": post.name,
        "holding": tenure.holding.value,
        "until": last_day(end, zone),
    }
    if tenure.person_id is not None:
        yield tenure.person_id, Told("tell_ended", said)
    reach = office.reach_above(post.key, end)
    if tenure.holding is Holding.DEFINITIVE or reach.person_id is None:
        return
    about = {"name": tenure.name, "decree": tenure.decree, "is_admin": reach.post is None}
    about["successor"] = ended.successor.name if ended.successor else None
    yield reach.person_id, Told("tell_superior", {**said, **about})


class EndedNotices:
    """Tells each end once: the outbox drops what it has under the same key."""

    def __init__(self, office: Office, texts: Texts) -> None:
        """Begin with nothing told in this process."""
        self._office = office
        self._texts = texts
        self._told: set[str] = set()

    async def tell(self) -> None:
        """Queue what is to be told, for working hours; writes only if there is news."""
        now, zone = self._office.clock.now(), self._office.settings.zone
        async with self._office.unit_of_work(writing=False) as work:
            directory, ends = await self._office.appointments.ended(work, now)
        news = {
            f"tenure-ended:{end.tenure.id}:{end.tenure.until}:{person}": (person, told)
            for end in ends
            for person, told in of_ended(directory, end, zone)
        }
        if not (new := news.keys() - self._told):
            return
        async with self._office.unit_of_work() as work:
            deadlines = await self._office.deadlines(work)
            opening = deadlines.calendar.next_opening(now)
            for key in sorted(new):
                message = await notice(work, self._texts, *news[key])
                timed = replace(message, dedupe_key=key, not_before=opening)
                await work.outbox.queue(timed, now)
            await work.commit()
        self._told |= new
