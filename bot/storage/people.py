"""People as Telegram knows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, bindparam, select, update

from bot.domain.people import Person, Sighting
from bot.storage.tables import PersonRow
from bot.storage.transaction import Transaction, insert_or_replace

_person = PersonRow.table()
_NEWS_AFTER = timedelta(hours=1)

PERSON_COLUMNS = (
    _person.c.id.label("known_person_id"),
    _person.c.name,
    _person.c.username,
    _person.c.language,
    _person.c.first_seen,
    _person.c.last_seen,
    _person.c.unreachable_since,
)


def person_of(row: Row[*tuple[Any, ...]]) -> Person:
    """Return the person of a row that has the PERSON_COLUMNS."""
    return Person(
        id=row.known_person_id,
        name=row.name,
        username=row.username,
        language=row.language,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        unreachable_since=row.unreachable_since,
    )


class SqlPeople:
    """People of one unit of work; each is read at most once."""

    def __init__(self, transaction: Transaction) -> None:
        """Begin with nobody read."""
        self._transaction = transaction
        self._known: dict[int, Person | None] = {}

    def know(self, person_id: int, person: Person | None) -> None:
        """Take over what was read along with an update."""
        self._known.setdefault(person_id, person)

    async def get(self, person_id: int) -> Person | None:
        """Return the person, with what this unit has changed, or None."""
        if person_id not in self._known:

            def query(connection: Connection) -> Person | None:
                row = connection.execute(_GET, {"person_id": person_id}).first()
                return None if row is None else person_of(row)

            self._known[person_id] = await self._transaction.read(query)
        return self._known[person_id]

    async def seen(self, sighting: Sighting, now: datetime) -> Person:
        """Note that someone wrote (and is reachable again); writes only what is news."""
        known = await self.get(sighting.id)
        if known is not None and not _is_news(known, sighting, now):
            return known
        values = {
            "id": sighting.id,
            "name": sighting.name,
            "username": sighting.username,
            "first_seen": now,
            "last_seen": now,
            "unreachable_since": None,
        }
        self._transaction.write(_seen(self._transaction.dialect), values)
        person = Person(sighting.id, sighting.name, sighting.username, None, now, now)
        if known is not None:
            person = replace(person, language=known.language, first_seen=known.first_seen)
        self._known[sighting.id] = person
        return person

    async def set_language(self, person_id: int, language: str) -> None:
        """Keep the language the person chose."""
        values = {"person_id": person_id, "language": language}
        self._transaction.write(_SET_LANGUAGE, values)
        if (known := self._known.get(person_id)) is not None:
            self._known[person_id] = replace(known, language=language)

    async def set_unreachable(self, person_id: int, since: datetime) -> None:
        """Note that Telegram does not deliver to this person any more, or never did."""
        values = {
            "id": person_id,
            "name": "",
            "first_seen": since,
            "last_seen": since,
            "unreachable_since": since,
        }
        self._transaction.write(_set_unreachable(self._transaction.dialect), values)
        known = self._known.get(person_id)
        if known is not None and known.unreachable_since is None:
            self._known[person_id] = replace(known, unreachable_since=since)

    async def unreachable_after(self, instant: datetime) -> frozenset[int]:
        """Return who could no longer be reached after an instant."""
        wanted = select(_person.c.id).where(_person.c.unreachable_since > instant)

        def query(connection: Connection) -> frozenset[int]:
            return frozenset(connection.execute(wanted).scalars())

        return await self._transaction.read(query)


def _is_news(known: Person, sighting: Sighting, now: datetime) -> bool:
    same = (known.name, known.username) == (sighting.name, sighting.username)
    recent = now - known.last_seen < _NEWS_AFTER
    return not (same and recent and known.unreachable_since is None)


@cache
def _seen(dialect: str) -> Insert:
    replaced = ("name", "username", "last_seen", "unreachable_since")
    return insert_or_replace(dialect, _person, "id", replaced=replaced)


@cache
def _set_unreachable(dialect: str) -> Insert:
    """Return an INSERT: an official may be written to before he ever wrote."""
    replaced, known = ("unreachable_since",), _person.c.unreachable_since.is_(None)
    return insert_or_replace(dialect, _person, "id", replaced=replaced, when=known)


_GET = select(*PERSON_COLUMNS).where(_person.c.id == bindparam("person_id"))
_SET_LANGUAGE = update(_person).where(_person.c.id == bindparam("person_id"))
