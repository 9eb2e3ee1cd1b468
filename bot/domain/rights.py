"""Who may do what with tickets, standards and teaching: the one place where it is decided.

A person's role follows from the posts held at that moment; an admin has no right to tickets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from bot.domain.directory import SERVICE_DESK, Directory, Reach
from bot.domain.tickets import Act, Ticket


class Role(StrEnum):
    """What a person is to a ticket."""

    COMPLAINANT = "complainant"
    OWNER = "owner"  # holds the post on whose desk it is, or stands in for the holder
    SUPERIOR = "superior"  # holds the receiving post, or one above the owner's
    ADMIN = "admin"
    STRANGER = "stranger"


_TELLS = frozenset({Act.SUPPLY, Act.CORRECT, Act.CONFIRM, Act.OBJECT, Act.WITHDRAW, Act.RATE})
_WORKS = frozenset(
    {
        Act.ACCEPT, Act.ASK, Act.PASS_ON, Act.RETURN, Act.NOTE, Act.ANSWER, Act.UNDO_ANSWER,
        Act.REJECT, Act.CLOSE, Act.CHOOSE_STANDARD, Act.ROUTE,
    }
)  # fmt: skip
_LEADS = frozenset(
    {
        Act.TAKE_OVER, Act.PASS_ON, Act.ROUTE, Act.RETURN, Act.NOTE, Act.OPEN_IDENTITY,
        Act.CHOOSE_STANDARD,
    }
)  # fmt: skip

RIGHTS: Mapping[Role, frozenset[Act]] = {
    Role.COMPLAINANT: _TELLS | {Act.READ},
    Role.OWNER: _WORKS | {Act.READ},
    Role.SUPERIOR: _LEADS | {Act.READ},
    Role.ADMIN: frozenset(),
    Role.STRANGER: frozenset(),
}
"""What each role may do, as far as the ticket's status allows it."""


def may_manage(person_id: int | None, admins: Collection[int]) -> bool:
    """Tell whether a person may say who holds which post; nobody (None) never may."""
    return person_id is not None and person_id in admins


def may_load(person_id: int | None, office: Directory, at: datetime) -> bool:
    """Tell whether a person may send standards and publish them: admins, and whom they allow.

    The right goes with the post: who stands in for its holder has it too.
    """
    if person_id is None:
        return False
    if person_id in office.admins:
        return True
    allowed = {office.present(post, at) for post in office.loaders}
    return bool(allowed and allowed & office.acts_for(person_id, at))


def may_open_draft(
    person_id: int | None, made_by: int | None, office: Directory, at: datetime
) -> bool:
    """Tell whether a person may see and publish a draft: admins any, others their own."""
    own = made_by is not None and person_id == made_by
    return may_load(person_id, office, at) and (own or person_id in office.admins)


def may_define(person_id: int | None, office: Directory, at: datetime) -> bool:
    """Tell whether a person may give words of the office a meaning: as with standards."""
    return may_load(person_id, office, at)


def may_teach(person_id: int | None, office: Directory, at: datetime) -> bool:
    """Tell whether a person may see what stayed unanswered and answer it for the office.

    Admins, and whoever holds a post or stands in for its holder.
    """
    if person_id is None:
        return False
    return person_id in office.admins or bool(office.acts_for(person_id, at))


def roles(person_id: int | None, ticket: Ticket, office: Directory, at: datetime) -> set[Role]:
    """Return what a person is to a ticket; nobody (None) is a stranger."""
    if person_id is None:
        return {Role.STRANGER}
    if person_id == ticket.complainant:
        return {Role.COMPLAINANT}  # nobody handles what he has filed himself
    found = {Role.ADMIN} if person_id in office.admins else {Role.STRANGER}
    barred = barred_persons(ticket, office, at)
    if person_id in barred:
        return found
    owner = office.present(ticket.owner, at)
    reach = office.reach(owner, at, barred)
    posts = office.acts_for(person_id, at, barred)
    if owner in posts or (reach.person_id == person_id and reach.post is not None):
        found.add(Role.OWNER)
    received_by = office.present(ticket.received_by, at) if ticket.received_by else None
    if received_by in posts or posts & set(office.superiors(owner, at)):
        found.add(Role.SUPERIOR)
    if found & {Role.OWNER, Role.SUPERIOR}:
        found.discard(Role.STRANGER)
    return found


def may(person_id: int | None, act: Act, ticket: Ticket, office: Directory, at: datetime) -> bool:
    """Tell whether a person may do this to the ticket now."""
    return ticket.allows(act) and act in rights(person_id, ticket, office, at)


def rights(
    person_id: int | None, ticket: Ticket, office: Directory, at: datetime
) -> frozenset[Act]:
    """Return all that a person may do to the ticket, whatever its status."""
    allowed: set[Act] = set()
    for role in roles(person_id, ticket, office, at):
        allowed |= RIGHTS[role]
    return frozenset(allowed)


def in_right_of(person_id: int, ticket: Ticket, office: Directory, at: datetime) -> Reach | None:
    """Return in the right of which post a person has the ticket, the nearest to it first.

    None for the complainant, for who is barred, and for who has no such post.
    """
    barred = barred_persons(ticket, office, at)
    if person_id in barred:
        return None
    receiver = (ticket.received_by,) if ticket.received_by else ()
    for post in (ticket.owner, *receiver, *office.superiors(ticket.owner, at)):
        key = office.present(post, at)
        held = next((t for t in office.holders(key, at) if t.person_id == person_id), None)
        if held is not None:
            return Reach(person_id, key, held.holding)
        reach = office.within(key, at, barred)
        if reach is not None and reach.person_id == person_id:
            return reach
    return None


def barred_persons(ticket: Ticket, office: Directory, at: datetime) -> frozenset[int]:
    """Return who must never get the ticket: holders of barred posts, and the complainant.

    Also who held one when it was filed and has moved on: it is about him, not his successor.
    """
    held = {
        tenure.person_id
        for post in ticket.barred
        if post != SERVICE_DESK
        for instant in (ticket.filed_at, at)
        for tenure in office.holders(post, instant)
        if tenure.person_id is not None
    }
    return frozenset(held | ({ticket.complainant} if ticket.complainant else set()))
