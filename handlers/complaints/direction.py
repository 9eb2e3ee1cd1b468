"""Where a draft would go as things stand, and how that is told: to whom, why, who stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from bot.domain.calls import Placement
from bot.domain.directory import SERVICE_DESK, Directory, Gap, Reach
from bot.domain.office_rules import OfficeRules
from bot.domain.rights import barred_persons
from bot.domain.tickets import Ticket, TicketKind, TicketStatus
from handlers.complaints.drafts import Draft
from handlers.markup import shorten
from handlers.routes import TOLD_BY_THE_STANDARD
from handlers.turn import Turn
from knowledge.model import ServiceStandard

_QUOTE = 300  # units of the standard's own words that are repeated


@dataclass(frozen=True, slots=True)
class Direction:
    """What the router makes of a draft at this moment, with the person's own choices.

    `options` are titles of the standards that it may be about.
    """

    kind: TicketKind | None
    confidential: bool
    placement: Placement
    office: Directory
    asks_standard: bool
    options: tuple[str, ...] = ()


async def direction(turn: Turn, draft: Draft) -> Direction:
    """Return where the draft would go if it were sent now."""
    office = await turn.office.directory(turn.work)
    rules = OfficeRules.from_settings(await turn.work.settings.all())
    sender = turn.sighting.id if turn.sighting else 0
    route = turn.office.routing.route(
        draft.text,
        standard=draft.standard if _standard(turn, draft.standard) else None,
        kind=draft.kind,
        sender_posts=[tenure.post for tenure in office.posts_of(sender, turn.now)],
    )
    placement = turn.office.routing.placement(route, office, rules, turn.now)
    if draft.no_standard and placement.standard is not None:
        placement = Placement(barred=placement.barred)
    chosen = draft.confidential
    return Direction(
        kind=draft.kind or (TicketKind(route.kind) if route.kind else None),
        confidential=route.confidential if chosen is None else chosen,
        placement=placement,
        office=office,
        asks_standard=placement.standard is None and not draft.no_standard,
        options=() if placement.standard else route.candidates,
    )


@dataclass(frozen=True, slots=True)
class Way:
    """The way of a draft or ticket in names, as the texts show it.

    `decides` is "" where it goes straight to `to`, "receiver" or "desk" where that one decides
    further. `reason` is HTML, "" where `quote`, the standard's own words at `section`, says it.
    `stand_in` is the post that gets it for the time being, `gap` why; `nobody` that not even one
    above could be reached. `own` tells that it is about the sender's own post.
    """

    to: str
    decides: str = ""
    receiver: str = ""
    together_with: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    own: bool = False
    title: str | None = None
    reason: str = ""
    quote: str = ""
    section: str = ""
    page: int | None = None
    stand_in: str = ""
    substitute: bool = False
    gap: str = ""
    nobody: bool = False


def way_of(turn: Turn, about: Placement | Ticket, office: Directory) -> Way:
    """Return the way of a draft's placement, or of a ticket as it stands, for its sender."""
    at, sender = turn.now, turn.sighting.id if turn.sighting else None
    held = {office.present(tenure.post, at) for tenure in office.posts_of(sender or 0, at)}
    reach = office.reach(about.owner, at, _kept_out(about, office, sender, at))
    is_own = bool(held & {office.present(post, at) for post in (about.owner, *about.barred)})
    return Way(
        to=_name(office, about.owner, at),
        decides=_decides(about, office, at),
        receiver=_name(office, about.received_by or "", at),
        together_with=about.together_with,
        candidates=tuple(filter(None, (_name(office, post, at) for post in about.candidates))),
        barred=tuple(_highest(about.barred, office, at)),
        own=is_own,
        title=about.standard_title,
        reason=_reason(turn, about),
        quote=_quote(turn, about),
        section=str(about.source.get("section") or ""),
        page=about.source.get("page"),
        nobody=reach.post is None,
        **_stand_in(reach, office, about.owner, at, own=is_own),
    )


def _reason(turn: Turn, about: Placement | Ticket) -> str:
    """Return why it goes there, in the reader's language; "" where no standard decides."""
    why = about.reason.get("key")
    key = f"routing.{why}"
    if about.standard is None or not turn.texts.has(key):
        return ""
    if why in TOLD_BY_THE_STANDARD and _quote(turn, about):
        return ""
    values = {**about.reason.get("values", {}), "source": about.source or None}
    return Markup(turn.render(key, **values))  # noqa: S704 - the texts escape what they are given


def _quote(turn: Turn, about: Placement | Ticket) -> str:
    """Return the words of the standard that the reason goes by, but for what is put right."""
    if about.source.get("corrected"):
        return ""
    standard = _standard(turn, about.standard)
    wanted = str(about.source.get("section") or "")
    for section in standard.sections if standard and wanted else ():
        for item in (below for top in section.items for below in top.walk()):
            if item.source.section == wanted:
                return shorten(item.text, _QUOTE)
    return ""


def _standard(turn: Turn, wanted: str | None) -> ServiceStandard | None:
    standards = turn.office.finders.router.standards
    return next((standard for standard in standards if standard.id == wanted), None)


def _highest(posts: Collection[str], office: Directory, at: datetime) -> Iterator[str]:
    """Yield the names of posts without those that are among them for standing below another."""
    present = {office.present(post, at) for post in posts}
    for post in sorted(present):
        if not present.intersection(office.superiors(post, at)) and (
            name := _name(office, post, at)
        ):
            yield name


def _decides(about: Placement | Ticket, office: Directory, at: datetime) -> str:
    open_still = (
        about.status is TicketStatus.UNDECIDED if isinstance(about, Ticket) else not about.decided
    )
    if not open_still:
        return ""
    owner = office.present(about.owner, at)
    at_desk = owner in (SERVICE_DESK, office.present(SERVICE_DESK, at))
    return "desk" if at_desk else "receiver"


def _stand_in(
    reach: Reach, office: Directory, owner: str, at: datetime, *, own: bool
) -> dict[str, Any]:
    """Return who gets it for the time being and why, if not the post that it is meant for."""
    if reach.post is None or (reach.post == office.present(owner, at) and not reach.substitute_for):
        return {}
    gap = reach.tried[0].gap.value if reach.tried else Gap.ON_LEAVE.value
    return {
        "stand_in": _name(office, reach.post, at),
        "substitute": reach.substitute_for is not None,
        "gap": "own" if own else gap,
    }


def _kept_out(
    about: Placement | Ticket, office: Directory, sender: int | None, at: datetime
) -> frozenset[int]:
    """Return who must not get it: whom it is about, and the sender."""
    if isinstance(about, Ticket):
        return barred_persons(about, office, at)
    held = {t.person_id for post in about.barred for t in office.holders(post, at)}
    return frozenset(person for person in {*held, sender} if person is not None)


def _name(office: Directory, post: str, at: datetime) -> str:
    known = office.posts.get(office.present(post, at)) if post else None
    return known.name if known else ""
