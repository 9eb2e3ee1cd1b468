"""Importing a list of posts and holders: what it would change, and changing it, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from bot.domain.appointing import Appointment, is_shared, superseded
from bot.domain.dates import begin_of, day_of, end_of
from bot.domain.directory import Directory
from bot.domain.posts import Holding, Post, PostOrigin, Tenure
from bot.domain.roster import Problem, Row, read_sheet
from bot.services.ports import UnitOfWork
from bot.services.post_search import key_of, nearest, post_named
from bot.services.posts import Offices


@dataclass(frozen=True, slots=True)
class Change:
    """What a line changes: the key of a text, `roster_<key>`, and its values."""

    line: int
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list: the problems for which nothing was changed, or the changes."""

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


class Roster:
    """Brings the office in line with a list. Who is not in it stays as he is."""

    def __init__(self, offices: Offices, zone: tzinfo) -> None:
        """Work on the posts of an office; days are those of its zone."""
        self._offices = offices
        self._zone = zone

    async def bring_in(
        self, work: UnitOfWork, text: str, now: datetime, *, dry_run: bool = False
    ) -> Imported:
        """Import a list of CSV; a second time it changes nothing. With `dry_run` change nothing."""
        sheet = read_sheet(text, day_of(now, self._zone))
        if sheet.problems:
            return Imported(problems=sheet.problems)
        office = await self._offices.directory(work)
        plan = _Plan(office, now, self._zone)
        plan.read(sheet.rows)
        if plan.problems:
            return Imported(problems=tuple(sorted(plan.problems, key=lambda p: p.line)))
        if not dry_run:
            await _keep(work, office, plan.office, now)
        return Imported(tuple(sorted(plan.changes, key=lambda c: c.line)))


class _Plan:
    """The office as it will be. New tenures have ids below zero until they are kept."""

    def __init__(self, office: Directory, now: datetime, zone: tzinfo) -> None:
        self.office = office
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self._now = now
        self._zone = zone

    def read(self, rows: Sequence[Row]) -> None:
        """Go through the list: first all posts, for lines may name what comes after them."""
        before = self.office
        for row in rows:
            self._know_post(row, before)
        for row in rows:
            self._place_post(row)
        self.problems += _circles(self.office, rows, self._now)
        self.problems += _contradictions(self.office, rows, self._now)
        if not self.problems:
            for row in sorted(rows, key=lambda row: (row.since is not None, row.since, row.line)):
                if row.name or row.telegram_id:
                    self._hold(row)

    def _know_post(self, row: Row, before: Directory) -> None:
        if post_named(self.office, row.post, self._now) is not None:
            return
        from knowledge.routing import naming  # late: it loads the language data

        key = key_of(row.post)
        if not key:
            self.problems.append(Problem(row.line, "no_post"))
            return
        near = nearest(before, row.post)
        rank, unit = naming.rank_of_name(row.post).value, naming.unit_of(row.post)
        self._put(Post(key, row.post, rank, unit))
        values = {"post": row.post, "near": near.name if near else None}
        self.changes.append(Change(row.line, "post_added", values))

    def _place_post(self, row: Row) -> None:
        """Set unit and superior, as far as the line tells them."""
        post = self._post(row)
        above = post_named(self.office, row.superior, self._now) if row.superior else None
        if row.superior and above is None:
            self.problems.append(Problem(row.line, "superior_unknown", {"post": row.superior}))
        if post is None:
            return
        changed = post
        if above is not None and self._present(post.superior) != above.key:
            changed = replace(changed, superior=above.key)
        if row.unit is not None:
            changed = replace(changed, unit=row.unit)
        if changed != post:
            self._put(replace(changed, origin=PostOrigin.ADMIN))
            if not any(c.line == row.line for c in self.changes):
                self.changes.append(Change(row.line, "post_changed", {"post": post.name}))

    def _hold(self, row: Row) -> None:
        """Let the person of a line hold the post, if he does not already."""
        post = self._post(row)
        if post is None:
            return
        known = next((t for t in self.office.tenures if self._is_meant(t, post, row)), None)
        if known is None:
            self._appoint(row, post)
        else:
            self._change(row, post, known)

    def _appoint(self, row: Row, post: Post) -> None:
        since = begin_of(row.since, self._zone) if row.since else self._now
        appointment = Appointment(
            post.key,
            row.name or "",
            row.holding,
            since,
            self._end(row),
            row.decree,
            row.telegram_id,
        )
        if appointment.until is not None and appointment.until <= since:
            self.problems.append(Problem(row.line, "ends_first"))
            return
        for over in superseded(self.office, appointment):
            self._replace(over)
            self.changes.append(Change(row.line, "ended", {"name": over.name, "post": post.name}))
        number = min((t.id for t in self.office.tenures), default=0)
        tenure = replace(appointment.tenure(), id=min(number, 0) - 1)
        self.office = replace(self.office, tenures=(*self.office.tenures, tenure))
        values = {"name": tenure.name, "post": post.name, "holding": tenure.holding.value}
        self.changes.append(Change(row.line, "appointed", values))

    def _change(self, row: Row, post: Post, known: Tenure) -> None:
        changed = replace(
            known,
            name=row.name or known.name,
            since=begin_of(row.since, self._zone) if row.since else known.since,
            until=self._end(row) or known.until,
            decree=row.decree or known.decree,
            person_id=row.telegram_id or known.person_id,
        )
        if changed.until is not None and changed.until <= changed.since:
            self.problems.append(Problem(row.line, "ends_first"))
        elif changed != known:
            self._replace(changed)
            values = {"name": changed.name, "post": post.name}
            self.changes.append(Change(row.line, "tenure_changed", values))

    def _is_meant(self, tenure: Tenure, post: Post, row: Row) -> bool:
        """Tell whether a line speaks of a tenure: of this person, and not of one long over."""
        if tenure.holding is not row.holding or self._present(tenure.post) != post.key:
            return False
        same_name = row.name is not None and tenure.name.casefold() == row.name.casefold()
        same_id = row.telegram_id is not None and tenure.person_id == row.telegram_id
        if not (same_name or same_id):
            return False
        lasts = tenure.until is None or tenure.until > self._now
        since = begin_of(row.since, self._zone) if row.since else None
        end = self._end(row)
        return lasts or tenure.since == since or (end is not None and tenure.until == end)

    def _post(self, row: Row) -> Post | None:
        return post_named(self.office, row.post, self._now)

    def _present(self, key: str | None) -> str | None:
        return self.office.present(key, self._now) if key else None

    def _end(self, row: Row) -> datetime | None:
        return end_of(row.until, self._zone) if row.until else None

    def _put(self, post: Post) -> None:
        self.office = replace(self.office, posts={**self.office.posts, post.key: post})

    def _replace(self, tenure: Tenure) -> None:
        others = [tenure if t.id == tenure.id else t for t in self.office.tenures]
        self.office = replace(self.office, tenures=tuple(others))


async def _keep(work: UnitOfWork, before: Directory, after: Directory, now: datetime) -> None:
    """Write down what is different."""
    await work.posts.put([p for k, p in after.posts.items() if before.posts.get(k) != p])
    known = {tenure.id: tenure for tenure in before.tenures}
    for tenure in after.tenures:
        if tenure.id < 0:
            await work.posts.appoint(tenure)
        elif tenure != known[tenure.id]:
            await work.posts.change(tenure)
            if tenure.person_id is not None or (tenure.until and tenure.until <= now):
                await work.posts.revoke_invitations(tenure.id, now)


def _circles(office: Directory, rows: Sequence[Row], now: datetime) -> Iterator[Problem]:
    """Yield the lines by which a post would stand above itself."""
    for row in rows:
        post = post_named(office, row.post, now)
        if post is None or not row.superior:
            continue
        key: str | None = post.superior
        seen: set[str] = set()
        while key is not None and key not in seen:
            seen.add(key)
            key = office.present(key, now)
            above = office.posts.get(key)
            if key == post.key:
                yield Problem(row.line, "circle", {"post": post.name})
                break
            key = above.superior if above else None


def _contradictions(office: Directory, rows: Sequence[Row], now: datetime) -> Iterator[Problem]:
    """Yield lines that cannot both be so: two holders of one post at a time, one id for two.

    A Plt says that the post is vacant: he is no match for a definitive holder.
    """
    held: dict[tuple[str, bool], list[Row]] = {}
    names: dict[int, Row] = {}
    for row in rows:
        post = post_named(office, row.post, now)
        if post is None or not (row.name or row.telegram_id):
            continue
        others = held.setdefault((post.key, row.holding is Holding.PLH), [])
        for other in others:
            same = (row.name, row.telegram_id) == (other.name, other.telegram_id)
            if _at_once(row, other) and (same or not is_shared(post)):
                yield Problem(row.line, "twice", {"post": post.name, "other": other.line})
                break
        others.append(row)
        if row.telegram_id is not None:
            first = names.setdefault(row.telegram_id, row)
            if (first.name or "").casefold() != (row.name or "").casefold():
                values = {"number": row.telegram_id, "other": first.line}
                yield Problem(row.line, "id_twice", values)


def _at_once(one: Row, other: Row) -> bool:
    """Tell whether two lines speak of the same time, as far as they tell it."""

    def is_over_before(first: Row, second: Row) -> bool:
        return None not in (first.until, second.since) and first.until < second.since  # type: ignore[operator]

    return not is_over_before(one, other) and not is_over_before(other, one)
