"""Invitations: a one-time code that binds whoever opens it, and confirms, to a tenure.

Only a code's digest is kept. Who guesses codes is refused for a while.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import DomainError
from bot.domain.people import Sighting
from bot.domain.posts import Invitation, Tenure
from bot.services.ports import UnitOfWork

_log = logging.getLogger(__name__)
VALID_FOR = timedelta(days=7)
TRIES = 10
"""So many wrong codes within WINDOW, and every code is refused until LOCKED_FOR is over."""

WINDOW = LOCKED_FOR = timedelta(hours=1)
TRIES_KEY = "codes"
"""The key of the conversation's state that counts wrong codes; nothing else may clear it."""

_CODE_BYTES = 15  # 120 bits, 20 letters


class Refusal(StrEnum):
    """Why a code binds nobody."""

    WRONG = "wrong"
    LOCKED = "locked"
    EXPIRED = "expired"
    USED = "used"
    REVOKED = "revoked"
    OVER = "over"  # the time in office has ended
    MINE = "mine"  # this very person is bound by it already


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening a code: the invitation and its tenure, or why not.

    `tenure` goes with MINE too, and with no other refusal: who has no right learns nothing.
    `until` is when codes are taken again, for LOCKED.
    """

    refusal: Refusal | None = None
    invitation: Invitation | None = None
    tenure: Tenure | None = None
    until: datetime | None = None


class Invitations:
    """Makes, opens and uses codes."""

    async def invite(
        self, work: UnitOfWork, tenure_id: int, by: int | None, now: datetime
    ) -> tuple[str, Invitation]:
        """Return a new code for a tenure, and until when it holds; earlier ones are revoked.

        Raises DomainError if the tenure is not known, is over, or somebody is bound to it.
        """
        tenure = await work.posts.tenure(tenure_id)
        if tenure is None:
            raise DomainError("tenure.unknown")
        if tenure.until is not None and tenure.until <= now:
            raise DomainError("tenure.over")
        if tenure.person_id is not None:
            raise DomainError("tenure.bound")
        code = secrets.token_urlsafe(_CODE_BYTES)
        invitation = Invitation(digest_of(code), tenure_id, by, now, now + VALID_FOR)
        await work.posts.revoke_invitations(tenure_id, now)
        await work.posts.invite(invitation)
        return code, invitation

    async def open(
        self, work: UnitOfWork, chat_key: str, person_id: int, code: str, now: datetime
    ) -> Opened:
        """Look up a code that somebody has opened; a wrong one counts against the person."""
        conversation = await work.conversations.load(chat_key)
        wrong = [datetime.fromisoformat(text) for text in conversation.state.get(TRIES_KEY, ())]
        if (until := _locked_until(wrong)) is not None and now < until:
            return Opened(Refusal.LOCKED, until=until)
        opened = await self.look(work, person_id, digest_of(code), now)
        if opened.refusal is Refusal.WRONG:
            times = [instant.isoformat() for instant in (*wrong, now)[-TRIES:]]
            state = {**conversation.state, TRIES_KEY: times}
            await work.conversations.save(chat_key, state, now)
            _log.warning("person %s has opened a wrong code", person_id)
        return opened

    async def look(self, work: UnitOfWork, person_id: int, digest: str, now: datetime) -> Opened:
        """Say what a code's digest would do for a person now."""
        invitation = await work.posts.invitation(digest)
        if invitation is None:
            return Opened(Refusal.WRONG)
        tenure = await work.posts.tenure(invitation.tenure_id)
        if tenure is not None and tenure.person_id == person_id:
            return Opened(Refusal.MINE, tenure=tenure)
        refusal = _refusal(invitation, tenure, now)
        return Opened(refusal) if refusal else Opened(None, invitation, tenure)

    async def accept(self, work: UnitOfWork, who: Sighting, digest: str, now: datetime) -> Opened:
        """Bind a person to the invitation's tenure and use it up.

        A tenure without a name takes the person's. If somebody else was first, commit raises
        DomainError("invitation.used").
        """
        opened = await self.look(work, who.id, digest, now)
        if opened.tenure is None or opened.refusal is not None:
            return opened
        bound = replace(opened.tenure, person_id=who.id, name=opened.tenure.name or who.name)
        await work.posts.use_invitation(digest, now)
        await work.posts.change(bound)
        _log.info("tenure %s: person %s is bound to it", bound.id, who.id)
        return replace(opened, tenure=bound)


def digest_of(code: str) -> str:
    """Return what is kept of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def _refusal(invitation: Invitation, tenure: Tenure | None, now: datetime) -> Refusal | None:
    """Return why a known invitation binds nobody any more."""
    if invitation.used_at is not None or (tenure is not None and tenure.person_id is not None):
        return Refusal.USED
    if invitation.revoked_at is not None:
        return Refusal.REVOKED
    if not invitation.is_open(now):
        return Refusal.EXPIRED
    is_over = tenure is None or (tenure.until is not None and tenure.until <= now)
    return Refusal.OVER if is_over else None


def _locked_until(wrong: Sequence[datetime]) -> datetime | None:
    """Return until when codes are refused after these wrong ones, None if they were few."""
    if len(wrong) < TRIES or wrong[-1] - wrong[-TRIES] > WINDOW:
        return None
    return wrong[-1] + LOCKED_FOR
