"""A bureau at its desks: officials, a complainant, and complaints that were just filed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.domain.calls import Filing, Placement
from bot.domain.directory import SERVICE_DESK
from bot.domain.history import Event
from bot.domain.people import Sighting
from bot.domain.posts import Holding, Post, Tenure
from bot.domain.tickets import Ticket, TicketKind
from handlers.ticket_news import queue_news
from tests.telegram import Chat, Stage

CITIZEN, ADMIN, STRANGER = 770_001, 770_002, 770_003
DEPUTI, BIRO, BAGIAN, BAGIAN_B = "deputi-x", "kepala-biro-x", "kepala-bagian-a", "kepala-bagian-b"
SUBBAGIAN, ELSEWHERE, FRONT = "kepala-subbagian-a1", "kepala-biro-y", "petugas-layanan"
POSTS = (
    Post(DEPUTI, "Deputi Bidang X", "deputi"),
    Post(BIRO, "Kepala Biro X", "kepala_biro", superior=DEPUTI),
    Post(BAGIAN, "Kepala Bagian A", "kepala_bagian", superior=BIRO),
    Post(BAGIAN_B, "Kepala Bagian B", "kepala_bagian", superior=BIRO),
    Post(SUBBAGIAN, "Kepala Subbagian A1", "kepala_subbagian", superior=BAGIAN),
    Post(ELSEWHERE, "Kepala Biro Y", "kepala_biro", superior=DEPUTI),
    Post(FRONT, "Petugas Layanan", "other"),
)
HOLDERS = {
    DEPUTI: 880_001,
    BIRO: 880_002,
    BAGIAN: 880_003,
    BAGIAN_B: 880_004,
    SUBBAGIAN: 880_005,
    ELSEWHERE: 880_006,
    FRONT: 880_007,
}
TO_KABAG = Placement(
    BAGIAN,
    True,
    "standar-a",
    "Standar Pelayanan Uji",
    received_by=BIRO,
    delegation="optional",
    source={"section": "Bagian Kedua H.2", "page": 364},
)
TO_DECIDE = replace(TO_KABAG, owner=BIRO, decided=False, candidates=(BAGIAN, BAGIAN_B))
UNPLACED = Placement(SERVICE_DESK, False)
TEXT = "Surat kami dari Februari belum juga dijawab, padahal sudah tiga kali ditanyakan."
NAME, USERNAME = "Qwzxnama Rahasiawati", "qwzxusername"


@dataclass
class Scene:
    """The stage with its people; each sits in a private chat with the bot."""

    stage: Stage
    chats: dict[int, Chat] = field(default_factory=dict)

    async def open(self) -> None:
        """Fill the posts; everybody has written to the bot once, the complainant under a name."""
        now = self.stage.clock.now()
        async with self.stage.office.unit_of_work() as work:
            await work.posts.put(POSTS)
            for post, person in HOLDERS.items():
                await work.posts.appoint(held(post, person, now))
                await work.people.seen(Sighting(person, f"Pejabat {post}"), now)
            await work.settings.set("service_desk", FRONT, now, None)
            await work.commit()
        citizen = self.chat(CITIZEN)
        citizen.user |= {"first_name": NAME, "username": USERNAME}
        await citizen.says("/start")

    def chat(self, person: int) -> Chat:
        """Return a person's chat, always the same one."""
        return self.chats.setdefault(person, Chat(self.stage, person))

    def at(self, post: str) -> Chat:
        """Return the chat of whoever holds a post from the beginning."""
        return self.chat(HOLDERS[post])

    @property
    def citizen(self) -> Chat:
        return self.chat(CITIZEN)

    async def files(
        self, placement: Placement = TO_KABAG, *, draft: str = "draft", **fields: Any
    ) -> Ticket:
        """File a complaint, as the complainant's side does; the cards go out."""
        stage = self.stage
        usual = Filing(draft, TicketKind.KELUHAN, TEXT, CITIZEN, True, "id", placement)
        filing = replace(usual, **fields)
        stage.clock.move(timedelta(seconds=5))
        now = stage.clock.now()
        async with stage.office.unit_of_work() as work:
            office = await stage.office.directory(work)
            change = await stage.office.tickets.file(work, filing, office, now)
            await queue_news(work, stage.service.desk.voices, change.news, now)
            await work.commit()
        await stage.settle()
        return change.ticket

    async def acts(self, call: Any) -> Ticket:
        """Let somebody act without a chat, as the complainant's side or a second process does."""
        stage = self.stage
        stage.clock.move(timedelta(seconds=5))
        now = stage.clock.now()
        async with stage.office.unit_of_work() as work:
            office = await stage.office.directory(work)
            change = await stage.office.tickets.act(work, call, office, now)
            await queue_news(work, stage.service.desk.voices, change.news, now)
            await work.commit()
        await stage.settle()
        return change.ticket

    async def ticket(self, ticket: Ticket) -> Ticket:
        """Return the ticket as it stands now."""
        async with self.stage.office.unit_of_work(writing=False) as work:
            found = await work.tickets.get(ticket.id)
        assert found is not None
        return found

    async def history(self, ticket: Ticket) -> tuple[Event, ...]:
        async with self.stage.office.unit_of_work(writing=False) as work:
            return await work.tickets.history(ticket.id)

    async def passes(self, **time: float) -> None:
        """Let time pass, and what is due go out."""
        self.stage.clock.move(timedelta(**time))
        await self.stage.settle()


def held(post: str, person: int, now: Any, **changes: Any) -> Tenure:
    """Return a definitive tenure that has run for a while."""
    since = now - timedelta(days=900)
    tenure = Tenure(0, post, f"Pejabat {post}", Holding.DEFINITIVE, since, person_id=person)
    return replace(tenure, **changes)
