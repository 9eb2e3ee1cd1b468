"""What an act changes of a ticket, beside its status and its clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from bot.domain.calls import Call, Placement
from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.errors import DomainError
from bot.domain.rights import in_right_of
from bot.domain.tickets import Act, Ticket

_Effect: TypeAlias = Callable[[Ticket, Call, Directory, datetime], dict[str, Any]]
_SECOND = 2


def effect(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    """Return the fields that a call changes.

    Raises DomainError: ticket.no_owner (there is no such post), ticket.not_allowed (it is barred).
    """
    if call.placement is not None and call.act in {Act.CHOOSE_STANDARD, Act.ROUTE}:
        return placed(call.placement)
    found = _EFFECTS.get(call.act)
    return {} if found is None else found(ticket, call, office, now)


def placed(placement: Placement) -> dict[str, Any]:
    """Return the fields that a placement sets."""
    names = [name for name in Placement.__dataclass_fields__ if name != "decided"]
    return {name: getattr(placement, name) for name in names}


def _pass_on(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    """Give it to the post that was chosen, unless that must not read it."""
    owner = call.owner
    if owner is None or (owner != SERVICE_DESK and office.present(owner, now) not in office.posts):
        raise DomainError("ticket.no_owner")
    if office.present(owner, now) in _barred(ticket, office, now):
        raise DomainError("ticket.not_allowed")
    return {"owner": owner}


def _take_over(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    """Give it to the post above in whose right it is taken over."""
    right = None if call.by is None else in_right_of(call.by, ticket, office, now)
    return {"owner": (right.post if right else None) or ticket.received_by or ticket.owner}


def _return(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    """Give it back to the receiving post, or, where that gives it back, to the service desk."""
    receiver = ticket.received_by
    if receiver is None or call.by is None:
        return {"owner": SERVICE_DESK}
    above = {office.present(receiver, now), *office.superiors(receiver, now)}
    is_receiver = bool(above & office.acts_for(call.by, now))
    return {"owner": SERVICE_DESK if is_receiver else receiver}


def _object(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    """Leave it on the same desk once; the second objection goes one up."""
    objections = ticket.objections + 1
    owner = ticket.owner
    if objections >= _SECOND:
        barred = _barred(ticket, office, now)
        above = (*office.superiors(owner, now), ticket.received_by or SERVICE_DESK)
        owner = next((post for post in above if office.present(post, now) not in barred), owner)
    return {"objections": objections, "owner": owner}


def _rate(ticket: Ticket, call: Call, office: Directory, now: datetime) -> dict[str, Any]:
    return {"rating": int(call.data["rating"])}


def _barred(ticket: Ticket, office: Directory, now: datetime) -> set[str]:
    return {office.present(post, now) for post in ticket.barred}


_EFFECTS: Mapping[Act, _Effect] = {
    Act.PASS_ON: _pass_on,
    Act.ROUTE: _pass_on,
    Act.TAKE_OVER: _take_over,
    Act.RETURN: _return,
    Act.OBJECT: _object,
    Act.RATE: _rate,
}
