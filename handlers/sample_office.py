"""The people of the try-out, in the posts that the standards name for complaints.

They hold these posts in the try-out's own database, as if each had opened an invitation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.appointing import Appointment
from bot.domain.posts import Holding
from bot.office import Office
from bot.services.post_search import post_named
from knowledge.model import ComplaintChain, ServiceStandard
from simulator import OFFICE, Resident

HEAD_OF_BUREAU, HEAD_OF_SECTION = "kepala_biro", "kepala_bagian"
ADMIN = 1005
"""The id of the admin, who is the last of the five."""

_FIRST = ADMIN - len(OFFICE) + 1
_REACHED = (HEAD_OF_BUREAU, HEAD_OF_SECTION, OFFICE[-1].username)  # the bot may write to them first

_ANY_POST = "terkait"  # "the head of section concerned" is no post that somebody holds


def residents(standards: Iterable[ServiceStandard]) -> tuple[Resident, ...]:
    """Return the sample office, its officials in posts of these standards where they name any.

    The head of bureau is the one who receives the complaints of most standards, and the head of
    section one who handles them there.
    """
    chains = [s.complaint for s in standards if s.complaint and s.complaint.received_by]
    receivers = Counter(chain.received_by for chain in chains)
    posts: dict[str, str | None] = {}
    if receivers:
        receiver = receivers.most_common(1)[0][0]
        posts = {HEAD_OF_BUREAU: receiver, HEAD_OF_SECTION: _handler(chains, receiver)}
    return tuple(
        replace(one, role=posts.get(one.username) or one.role, has_started=one.username in _REACHED)
        for one in OFFICE
    )


async def take_office(office: Office, people: Sequence[Resident]) -> None:
    """Let the officials hold their posts, where nobody ever held one; one is the service desk."""
    now = office.clock.now()
    async with office.unit_of_work() as work:
        directory = await office.posts.directory(work)
        if directory.tenures:
            return
        for person, one in enumerate(people, _FIRST):
            post = post_named(directory, one.role, now)
            if one.username not in (HEAD_OF_BUREAU, HEAD_OF_SECTION) or post is None:
                continue
            held = Appointment(post.key, one.name, Holding.DEFINITIVE, now, person_id=person)
            await office.appointments.appoint(work, held, now)
            if one.username == HEAD_OF_SECTION:
                await office.posts.set_service_desk(work, post.key, None)
        await work.commit()


def _handler(chains: Iterable[ComplaintChain], receiver: str | None) -> str | None:
    """Return the first post that handles what the receiver passes on."""
    named = (
        post
        for chain in chains
        if chain.received_by == receiver
        for post in chain.handled_by
        if not post.endswith(_ANY_POST)
    )
    return next(named, None)
