"""The people of the try-out, in the posts that the standards name for complaints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from knowledge.model import ComplaintChain, ServiceStandard
from simulator import OFFICE, Resident

HEAD_OF_BUREAU, HEAD_OF_SECTION = "kepala_biro", "kepala_bagian"
ADMIN = 1005
"""The id of the admin, who is the last of the five."""

_ANY_POST = "terkait"  # "the head of section concerned" is no post that somebody holds


def residents(standards: Iterable[ServiceStandard]) -> tuple[Resident, ...]:
    """Return the sample office, its officials in posts of these standards where they name any.

    The head of bureau is the one who receives the complaints of most standards, and the head of
    section one who handles them there.
    """
    chains = [s.complaint for s in standards if s.complaint and s.complaint.received_by]
    receivers = Counter(chain.received_by for chain in chains)
    if not receivers:
        return OFFICE
    receiver = receivers.most_common(1)[0][0]
    posts = {HEAD_OF_BUREAU: receiver, HEAD_OF_SECTION: _handler(chains, receiver)}
    return tuple(replace(one, role=posts.get(one.username) or one.role) for one in OFFICE)


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
