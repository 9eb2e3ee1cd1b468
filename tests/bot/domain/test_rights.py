"""Who may do what with a ticket: every cell of role x act x status, for every kind of person."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import pytest

from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.posts import Holding
from bot.domain.rights import Role, barred_persons, may, rights, roles
from bot.domain.tickets import MOVES, Act, Ticket, TicketKind, TicketStatus
from tests.bot.officials import (
    BAGIAN,
    BIRO,
    DAY,
    DEPUTI,
    LAIN,
    LAMA,
    NOW,
    SUBBAGIAN,
    away,
    office,
    tenure,
)

COMPLAINANT, KABAG, KABIRO, DEPUTY, SUB, OTHER = 10, 11, 12, 13, 14, 15
PLT, PLH, EXPIRED, SUBSTITUTE, UPPER_SUBSTITUTE, ADMIN, ADMIN_TOO, STRANGER = range(20, 28)

TABLE = """
                 complainant owner superior
file             .           .     .
route            .           x     x
choose_standard  .           x     x
accept           .           x     .
ask              .           x     .
supply           x           .     .
correct          x           .     .
pass_on          .           x     x
take_over        .           .     x
return           .           x     x
note             .           x     x
answer           .           x     .
undo_answer      .           x     .
reject           .           x     .
close            .           x     .
settle           .           .     .
lapse            .           .     .
confirm          x           .     .
object           x           .     .
withdraw         x           .     .
rate             x           .     .
read             x           x     x
open_identity    .           .     x
escalate         .           .     .
anonymise        .           .     .
reckon           .           .     .
"""
"""What each role may do, written down apart from the code; the other roles may do nothing."""


def table() -> dict[str, set[Act]]:
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    marks = {row[0]: row[1:] for row in rows}
    assert set(marks) == set(Act), "every act has its row"
    return {
        role: {Act(act) for act, row in marks.items() if row[column] == "x"}
        for column, role in enumerate(head)
    }


ALLOWED = table()

TENURES = [
    tenure(1, BAGIAN, KABAG),
    tenure(2, BIRO, KABIRO),
    tenure(3, DEPUTI, DEPUTY),
    tenure(4, SUBBAGIAN, SUB),
    tenure(5, LAIN, OTHER),
]
ACTING = tenure(6, BAGIAN, PLT, holding=Holding.PLT, until=NOW + DAY)
STAND_IN = tenure(7, BAGIAN, PLH, holding=Holding.PLH, until=NOW + DAY)
OVER = tenure(8, BAGIAN, EXPIRED, holding=Holding.PLT, until=NOW)
OFFICE = office([*TENURES, ACTING, STAND_IN, OVER], admins=(ADMIN, ADMIN_TOO))


def ticket(**changes: object) -> Ticket:
    filed = Ticket(
        1, "PDU-1", "draft", TicketKind.PENGADUAN, TicketStatus.RECEIVED, "isi", "0" * 64,
        COMPLAINANT, False, "id", NOW - DAY, BAGIAN, received_by=BIRO,
    )  # fmt: skip
    return replace(filed, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """Somebody, the office and the ticket as they are, and what he is to it."""

    name: str
    person: int | None
    roles: str
    office: Directory = OFFICE
    ticket: Ticket = ticket()  # noqa: RUF009 - frozen


def vacant(*absences: object, **changes: object) -> Directory:
    """Return the office without anybody in the owner's post."""
    return office(TENURES[1:], *absences, **changes)  # type: ignore[arg-type]


ON_LEAVE = office(TENURES, away(1, KABAG, SUBSTITUTE), admins=(ADMIN,))
BARRED = ticket(barred=(BAGIAN,), owner=BIRO)

CASES = [
    Case("nobody known", None, "stranger"),
    Case("a stranger", STRANGER, "stranger"),
    Case("the complainant", COMPLAINANT, "complainant"),
    Case("the definitive holder", KABAG, "owner"),
    Case("the Plt", PLT, "owner"),
    Case("the Plh", PLH, "owner"),
    Case("a Plt whose time is over", EXPIRED, "stranger"),
    Case("the receiver", KABIRO, "superior"),
    Case("who stands above the receiver", DEPUTY, "superior"),
    Case("who stands below", SUB, "stranger"),
    Case("a colleague of the bureau", OTHER, "stranger"),
    Case("a receiver elsewhere", OTHER, "superior", ticket=ticket(received_by=LAIN)),
    Case("an admin", ADMIN, "admin"),
    Case("an admin of a ticket on no desk", ADMIN, "admin", ticket=ticket(owner=SERVICE_DESK)),
    Case(
        "an admin when nobody else is there",
        ADMIN,
        "admin",
        office([], admins=(ADMIN,)),
    ),
    Case(
        "an admin who holds the post",
        ADMIN_TOO,
        "admin owner",
        office([*TENURES, tenure(9, BAGIAN, ADMIN_TOO)], admins=(ADMIN_TOO,)),
    ),
    Case("the service desk", OTHER, "owner", replace(OFFICE, service_desk=LAIN),
         ticket(owner=SERVICE_DESK)),
    Case("the holder who is away", KABAG, "owner", ON_LEAVE),
    Case("his substitute", SUBSTITUTE, "owner", ON_LEAVE),
    Case("his substitute afterwards", SUBSTITUTE, "stranger",
         office(TENURES, away(1, KABAG, SUBSTITUTE, until=NOW))),
    Case("a substitute while a Plh is there", SUBSTITUTE, "stranger",
         replace(OFFICE, absences=ON_LEAVE.absences)),
    Case("the substitute of the receiver", UPPER_SUBSTITUTE, "superior",
         office(TENURES, away(1, KABIRO, UPPER_SUBSTITUTE))),
    Case("the superior of a vacant post", KABIRO, "owner superior", vacant()),
    Case("the superior's substitute, the post vacant", UPPER_SUBSTITUTE, "owner superior",
         vacant(away(1, KABIRO, UPPER_SUBSTITUTE))),
    Case("the receiver who owns it", KABIRO, "owner superior", ticket=ticket(owner=BIRO)),
    Case("the holder of an old name of the post", OTHER, "owner",
         office([tenure(9, LAMA, OTHER)])),
    Case("a barred holder", KABAG, "stranger", ticket=BARRED),
    Case("a barred Plt", PLT, "stranger", ticket=BARRED),
    Case("a barred holder who owns it all the same", KABAG, "stranger",
         ticket=ticket(barred=(BAGIAN,))),
    Case("a barred holder who is receiver elsewhere", KABAG, "stranger",
         office([*TENURES, tenure(9, DEPUTI, KABAG)]), BARRED),
    Case("the substitute of a barred holder", SUBSTITUTE, "stranger", ON_LEAVE,
         ticket(barred=(BAGIAN,))),
    Case("who held the barred post at filing and has moved up", KABAG, "stranger",
         office([replace(TENURES[0], until=NOW), *TENURES[2:], tenure(9, BIRO, KABAG)]), BARRED),
    Case("who holds the barred post since", SUBSTITUTE, "stranger",
         office([tenure(9, BAGIAN, SUBSTITUTE, since=NOW), *TENURES[1:]]), BARRED),
    Case("the superior where the holder is barred", KABIRO, "owner superior", ticket=BARRED),
    Case("a barred admin", ADMIN_TOO, "admin",
         office([tenure(9, BAGIAN, ADMIN_TOO)], admins=(ADMIN_TOO,)), BARRED),
    Case("an owner who filed it himself", KABAG, "complainant", ticket=ticket(complainant=KABAG)),
    Case("a receiver who filed it himself", KABIRO, "complainant",
         ticket=ticket(complainant=KABIRO)),
    Case("an admin who filed it himself", ADMIN, "complainant", ticket=ticket(complainant=ADMIN)),
    Case("a stranger, the complainant erased", STRANGER, "stranger",
         ticket=ticket(complainant=None)),
    Case("nobody known, the complainant erased", None, "stranger",
         ticket=ticket(complainant=None)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_person_is_to_a_ticket_what_the_posts_make_of_him(case: Case) -> None:
    expected = {Role(name) for name in case.roles.split()}
    assert roles(case.person, case.ticket, case.office, NOW) == expected


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_person_may_do_is_what_the_table_says(case: Case, act: Act) -> None:
    expected = any(act in ALLOWED.get(role, ()) for role in case.roles.split())
    assert (act in rights(case.person, case.ticket, case.office, NOW)) is expected
    for status in TicketStatus:
        there = replace(case.ticket, status=status)
        possible = act in MOVES and status in MOVES[act].origins
        assert may(case.person, act, there, case.office, NOW) is (expected and possible), status


def test_the_cases_show_every_role_and_every_pair_that_can_be() -> None:
    shown = {frozenset(case.roles.split()) for case in CASES}
    single = {frozenset({role.value}) for role in Role}
    assert single <= shown
    for pair in itertools.combinations(("admin", "owner", "superior"), 2):
        assert frozenset(pair) in shown or pair == ("admin", "superior")


def test_the_barred_are_the_holders_of_barred_posts_and_the_complainant() -> None:
    barred = barred_persons(ticket(barred=(BAGIAN, SERVICE_DESK)), OFFICE, NOW)
    assert barred == {COMPLAINANT, KABAG, PLT, PLH, EXPIRED}
