"""The sample office that a first visit finds: posts, no persons' names."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.model import Chat, Person, State

FIRST_PERSON = 1001
_EPOCH = 1_735_689_600  # the beginning of 2025
GROUP = -1001000000001
GROUP_TITLE = "Grup kantor"


@dataclass(frozen=True)
class Resident:
    """Someone to begin with: the name shown, the username, and what role they play.

    Who `has_started` has written to the bot before, so that the bot may write first.
    """

    name: str
    username: str
    role: str
    has_started: bool = False


OFFICE = (
    Resident("Pegawai", "pegawai", "Pegawai"),
    Resident("Pelapor", "pelapor", "Pelapor"),
    Resident("Kepala Bagian", "kepala_bagian", "Kepala Bagian"),
    Resident("Kepala Biro", "kepala_biro", "Kepala Biro"),
    Resident("Admin", "admin_kantor", "Admin"),
)
"""In this order their ids are 1001, 1002, 1003, 1004 and 1005."""


def first_state(residents: Sequence[Resident] = OFFICE) -> State:
    """Return a town in which nobody has written yet; the last resident owns the group."""
    state = State(next_person=FIRST_PERSON, next_update=_number_of_today())
    for resident in residents:
        settle(state, resident)
    owner = state.next_person - 1
    state.chats[GROUP] = Chat(GROUP, "group", GROUP_TITLE, owner=owner, started=True)
    return state


def continued(state: State) -> State:
    """Return a saved town, its numbers moved on: a crash may have forgotten some that were used.

    A bot knows updates again by their number, and would take a used one for a repetition.
    """
    state.next_update = max(state.next_update + 1000, _number_of_today())
    state.next_message += 1000
    return state


def _number_of_today() -> int:
    """Return a first update's number: higher than any that an older, lost town may have used."""
    return int(time.time()) - _EPOCH


def settle(state: State, resident: Resident) -> Person:
    """Let someone move in, with a private chat of their own."""
    number = state.next_person
    state.next_person += 1
    person = Person(number, resident.name, resident.username, resident.role)
    state.people[number] = person
    state.chats[number] = Chat(
        number, "private", resident.name, person=number, started=resident.has_started
    )
    return person
