"""From a complaint's text to the desk it goes to: what the standards say, in the office as it is.

The text is understood in `knowledge.routing`; here its posts become those of the directory.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from bot.domain.calls import Placement
from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.office_rules import OfficeRules
from bot.domain.tickets import TicketKind
from bot.services.finding import FinderHolder
from knowledge.model import Delegation
from knowledge.routing.kinds import Kind
from knowledge.routing.route import Decider, Decision, Route

_RECEIVERS = frozenset({Decider.RECEIVER, Decider.SUPERIOR})


class Routing:
    """Says where a complaint goes, and why."""

    def __init__(self, holder: FinderHolder) -> None:
        """Go by whatever standards the holder has at the time."""
        self._holder = holder

    def route(
        self,
        text: str,
        standard: str | None = None,
        kind: TicketKind | None = None,
        sender_posts: Iterable[str] = (),
    ) -> Route:
        """Understand a text; `standard` (id) and `kind` are what the sender has chosen.

        `sender_posts` are keys of the sender's own posts: he does not judge his own case.
        """
        router = self._holder.router
        wanted = None if kind is None else Kind(kind.value)
        posts = (router.posts.get(key) for key in sender_posts)
        own = next((post.name for post in posts if post is not None), None)
        return router.route(text, standard=standard, kind=wanted, sender_post=own)

    def placement(
        self, route: Route, office: Directory, rules: OfficeRules, now: datetime
    ) -> Placement:
        """Return the desk that a route means in the office of that moment.

        Never a barred post: then the next one up, else the service desk.
        """
        way = _Way(route, office, now, rules)
        received_by = self._key(route.received_by)
        barred = self._barred(way)
        owner, decided = self._owner(way)
        if owner != SERVICE_DESK and owner in barred:
            above = (post for post in office.superiors(owner, now) if post not in barred)
            owner, decided = next(above, SERVICE_DESK), False
        return Placement(
            owner=owner,
            decided=decided,
            standard=route.standard_id,
            standard_title=route.standard,
            received_by=None if received_by in barred else received_by,
            together_with=route.together_with,
            delegation=route.delegation.value if route.delegation else None,
            barred=tuple(sorted(barred)),
            candidates=self._candidates(way),
            reason={"key": route.reason.key, "values": dict(route.reason.values)},
            source=asdict(route.source) if route.source else {},
        )

    def _owner(self, way: _Way) -> tuple[str, bool]:
        """Return the post whose desk it goes to, and whether nothing is left to decide."""
        route = way.route
        receiver = self._key(route.received_by)
        if route.decision is Decision.AUTO:
            handler = self._key(route.handled_by) or receiver
            if receiver and receiver in way.office.posts and handler not in way.office.posts:
                return receiver, False  # another institution has no desk here: he passes it on
            waits = way.rules.delegation_waits and route.delegation is Delegation.OPTIONAL
            if waits and receiver and handler != receiver:
                return receiver, False
            return (handler, True) if handler else (SERVICE_DESK, False)
        if route.decider in _RECEIVERS and receiver:
            return receiver, False
        return SERVICE_DESK, False

    def _barred(self, way: _Way) -> frozenset[str]:
        """Return the accused posts, and with an accused Kepala Biro all posts below his."""
        keys = {key for name in way.route.accused if (key := self._key(name))}
        heads = [key for key in keys if self._is_receiver(key, way.route)]
        below = {post.key for head in heads for post in way.office.below(head, way.now)}
        below |= {post.key for head in heads for post in self._holder.router.posts.below(head)}
        return frozenset(keys | below)

    def _is_receiver(self, key: str, route: Route) -> bool:
        """Tell whether complaints about the standard are received by that very post."""
        known = (s for s in self._holder.router.standards if s.id == route.standard_id)
        chain = next((standard.complaint for standard in known), None)
        return chain is not None and self._key(chain.received_by) == key

    def _candidates(self, way: _Way) -> tuple[str, ...]:
        """Return the posts that the receiver may choose from; titles of standards are none."""
        if way.route.decider not in _RECEIVERS:
            return ()
        return tuple(key for name in way.route.candidates if (key := self._key(name)))

    def _key(self, name: str | None) -> str | None:
        return self._holder.router.posts.key_of(name) if name else None


@dataclass(frozen=True, slots=True)
class _Way:
    """A route in the office of a moment."""

    route: Route
    office: Directory
    now: datetime
    rules: OfficeRules
