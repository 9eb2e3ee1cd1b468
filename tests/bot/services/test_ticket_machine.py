"""A report under whatever happens: people act, leave, are replaced and blocked, in any order.

No path leaves the table of moves, no report is without an owner, an open one always reaches
somebody or is reported to an admin, and the history stays whole.
"""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.domain.calls import Call, Filing, Placement
from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.errors import DomainError
from bot.domain.history import is_whole
from bot.domain.posts import Absence, Holding, Post, Tenure
from bot.domain.rights import barred_persons, rights
from bot.domain.tickets import MOVES, OPEN, Act, Ticket, TicketKind, TicketStatus
from bot.services.alarms import TicketAlarms
from bot.services.deadlines import DeadlineSource
from bot.services.tickets import Tickets
from bot.storage.keys import KeySource
from bot.storage.store import Store, open_store
from handlers.texts import OFFICE_ZONE
from tests.bot.conftest import NOW, SECRET, lay_out

COMPLAINANT, ADMIN = 1, 2
PEOPLE = tuple(range(10, 17))
KEYS = ("deputi", "biro", "bagian-a", "bagian-b", "subbagian", "desk")
SUPERIORS = {"biro": "deputi", "bagian-a": "biro", "bagian-b": "biro", "subbagian": "bagian-a"}
POSTS = {key: Post(key, key.title(), superior=SUPERIORS.get(key)) for key in KEYS}
ANYBODY = st.sampled_from((*PEOPLE, COMPLAINANT, ADMIN, None))
SYSTEM = (Act.SETTLE, Act.LAPSE, Act.ESCALATE)


class Reports(RuleBasedStateMachine):
    """One report in an office that does not stand still."""

    @initialize(
        held=st.lists(st.sampled_from(PEOPLE), min_size=len(KEYS), max_size=len(KEYS)),
        owner=st.sampled_from((*KEYS[1:4], SERVICE_DESK)),
        decided=st.booleans(),
        barred=st.lists(st.sampled_from(KEYS[:4]), max_size=2),
        confidential=st.booleans(),
    )
    def file(
        self, held: list[int], owner: str, decided: bool, barred: list[str], confidential: bool
    ) -> None:
        self.now: datetime = NOW
        self.loop = asyncio.new_event_loop()
        self.stack = AsyncExitStack()
        self.folder = Path(self.stack.enter_context(_folder()))
        tenures = (
            self._tenure(n, key, p) for n, (key, p) in enumerate(zip(KEYS, held, strict=True))
        )
        self.office = Directory(POSTS, tuple(tenures), admins=(ADMIN,), service_desk="desk")
        deadlines = DeadlineSource(OFFICE_ZONE)
        self.tickets = Tickets(deadlines, TicketAlarms(deadlines))
        self.store: Store = self.loop.run_until_complete(self._open())
        placement = Placement(
            owner, decided, received_by="biro", barred=tuple(barred), delegation="optional"
        )
        text = "Mohon dijawab."
        filing = Filing(
            "draft", TicketKind.KELUHAN, text, COMPLAINANT, confidential, "id", placement
        )
        change = self._run(lambda work: self.tickets.file(work, filing, self.office, self.now))
        self.ticket: Ticket = change.ticket
        self.last = Act.FILE
        self._told(change.news)

    @rule(act=st.sampled_from(Act), by=ANYBODY, to=st.sampled_from((*KEYS, "nowhere", None)),
          stale=st.booleans())  # fmt: skip
    def somebody_acts(self, act: Act, by: int | None, to: str | None, stale: bool) -> None:
        if by is None and act not in SYSTEM:
            return  # only time acts without a person
        before = self.ticket
        version = max(0, before.version - 1) if stale else None
        data = {"text": "x", "rating": 3}
        call = Call(before.id, act, by, version, data, to)
        allowed = by is None or act in rights(by, before, self.office, self.now)
        try:
            change = self._run(lambda work: self.tickets.act(work, call, self.office, self.now))
        except DomainError:
            assert self._stored() == before, "what is refused leaves no trace"
            return
        assert allowed, (act, by)
        assert not (stale and self.last is not Act.READ), "somebody had been first"
        move = MOVES[act]
        assert before.status in move.origins
        assert change.ticket.status is (move.target or before.status)
        assert change.event.act is act
        self.ticket, self.last = change.ticket, act
        self._told(change.news)

    @rule(by=st.sampled_from(PEOPLE))
    def somebody_reads(self, by: int) -> None:
        if Act.READ not in rights(by, self.ticket, self.office, self.now):
            return
        before = self.ticket
        self.ticket = self._run(
            lambda work: self.tickets.note_reading(work, before, by, self.office, self.now)
        )
        self.last = Act.READ
        assert (self.ticket.status, self.ticket.owner) == (before.status, before.owner)

    @rule(hours=st.integers(1, 900))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(key=st.sampled_from(KEYS), person=st.sampled_from((*PEOPLE, COMPLAINANT, None)),
          holding=st.sampled_from(Holding), until=st.none() | st.integers(1, 90))  # fmt: skip
    def somebody_is_appointed(
        self, key: str, person: int | None, holding: Holding, until: int | None
    ) -> None:
        number = len(self.office.tenures)
        end = None if until is None else self.now + timedelta(days=until)
        tenure = replace(self._tenure(number, key, person), holding=holding, until=end)
        self._change(tenures=(*self.office.tenures, replace(tenure, since=self.now)))

    @rule(number=st.integers(0, 30))
    def a_tenure_ends(self, number: int) -> None:
        tenures = list(self.office.tenures)
        place = number % len(tenures)
        tenures[place] = replace(tenures[place], until=self.now)
        self._change(tenures=tuple(tenures))

    @rule(person=st.sampled_from(PEOPLE), substitute=st.sampled_from((*PEOPLE, None)))
    def somebody_goes_on_leave(self, person: int, substitute: int | None) -> None:
        number = len(self.office.absences)
        end = self.now + timedelta(days=5)
        absence = Absence(number, person, self.now, end, substitute)
        self._change(absences=(*self.office.absences, absence))

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_blocks_or_returns(self, person: int) -> None:
        self._change(unreachable=self.office.unreachable ^ {person})

    @rule(old=st.sampled_from(KEYS[2:5]), new=st.sampled_from(KEYS[2:5]))
    def a_post_is_replaced(self, old: str, new: str) -> None:
        post = replace(POSTS[old], replaced_by=new, replaced_from=self.now)
        self._change(posts={**self.office.posts, old: post})

    @rule(key=st.sampled_from((*KEYS, None)))
    def the_service_desk_moves(self, key: str | None) -> None:
        self._change(service_desk=key)

    @invariant()
    @precondition(lambda self: hasattr(self, "ticket"))
    def it_has_an_owner_and_is_what_is_stored(self) -> None:
        assert self.ticket.owner
        assert self.ticket.owner in (*KEYS, SERVICE_DESK)
        assert self._stored() == self.ticket

    @invariant()
    @precondition(lambda self: hasattr(self, "ticket"))
    def its_history_is_whole(self) -> None:
        history = self._run(lambda work: work.tickets.history(self.ticket.id))
        assert is_whole(history, self.ticket.head, self.ticket.events)
        assert history[0].act is Act.FILE
        assert all(event.act in MOVES for event in history[1:])

    @invariant()
    @precondition(lambda self: hasattr(self, "ticket"))
    def an_open_report_reaches_somebody_who_may_work_on_it(self) -> None:
        if self.ticket.status not in OPEN:
            return
        barred = barred_persons(self.ticket, self.office, self.now)
        reach = self.office.reach(self.ticket.owner, self.now, barred)
        assert reach.person_id is not None, "at the least an admin hears of it"
        assert reach.person_id not in barred
        if reach.post is not None:
            may = rights(reach.person_id, self.ticket, self.office, self.now)
            assert Act.ANSWER in may
            assert any(self.ticket.allows(act) for act in may - {Act.READ, Act.NOTE})
        else:
            assert reach.person_id == ADMIN

    @invariant()
    @precondition(lambda self: hasattr(self, "ticket"))
    def a_clock_runs_while_the_office_owes_something(self) -> None:
        if self.ticket.status in OPEN:
            assert self.ticket.due_at is not None or self.ticket.paused_since is not None
        if self.ticket.status is TicketStatus.CLOSED:
            assert self.ticket.due_at is None

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.loop.run_until_complete(self.stack.aclose())
            self.loop.close()

    def _told(self, news: Any) -> None:
        """Nobody who must not read it is told, whoever is told of it on a desk may read it."""
        barred = barred_persons(self.ticket, self.office, self.now)
        for one in news:
            if one.audience.value in ("owner", "receiver"):
                assert one.person_id not in barred
                assert Act.READ in rights(one.person_id, self.ticket, self.office, self.now)

    def _change(self, **changes: Any) -> None:
        self.office = replace(self.office, **changes)

    def _tenure(self, number: int, key: str, person: int | None) -> Tenure:
        since = NOW - timedelta(days=400)
        return Tenure(number, key, "Nama", Holding.DEFINITIVE, since, person_id=person)

    def _stored(self) -> Ticket | None:
        found: Ticket | None = self._run(lambda work: work.tickets.get(self.ticket.id))
        return found

    async def _open(self) -> Store:
        url = f"sqlite:///{self.folder / 'pandu.db'}"
        lay_out(url)
        key = KeySource(SECRET, self.folder / "secret.key")
        return await self.stack.enter_async_context(open_store(url, key))

    def _run(self, do: Any) -> Any:
        async def in_a_unit() -> Any:
            async with self.store.unit_of_work() as work:
                result = await do(work)
                await work.commit()
                return result

        return self.loop.run_until_complete(in_a_unit())


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


@pytest.mark.filterwarnings("default::ResourceWarning")
def test_whatever_happens_a_report_is_on_a_desk_and_its_history_whole() -> None:
    run_state_machine_as_test(
        Reports,
        settings=settings(
            max_examples=40,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[*HealthCheck],
        ),
    )
