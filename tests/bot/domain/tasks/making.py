"""Tasks as tests make them: a few steps with actors, in a small office."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.directory import Directory
from bot.domain.plans.model import Plan
from bot.domain.tasks.doers import Crew
from bot.domain.tasks.duties import plan_of_task
from bot.domain.tasks.task import StepFact, Task
from knowledge.model import ProcedureStep, ServiceStandard
from tests.bot.domain.plans.planning import CALENDAR, MONDAY, at, standard_of, step
from tests.bot.officials import BAGIAN, BIRO, DEPUTI, NOW, SUBBAGIAN, office, tenure

OWNER, KABAG, KABIRO, DEPUTY, KASUBBAG, STAF = 11, 12, 13, 14, 15, 16
NAMES = {
    "Deputi": DEPUTI,
    "Kepala Biro": BIRO,
    "Kepala Bagian": BAGIAN,
    "Kepala Subbagian": SUBBAGIAN,
}
OFFICE = office(
    [
        tenure(1, DEPUTI, DEPUTY),
        tenure(2, BIRO, KABIRO),
        tenure(3, BAGIAN, KABAG),
        tenure(4, SUBBAGIAN, KASUBBAG),
    ],
    admins=(1,),
)


def by(actors: str, one: ProcedureStep) -> ProcedureStep:
    """Return a step with actors, named with commas between them."""
    return replace(one, actors=tuple(actors.split(", ")))


def standard(*steps: ProcedureStep, **fields: Any) -> ServiceStandard:
    """Return a standard of the bureau, with other fields."""
    return replace(standard_of(*steps), responsible="Kepala Biro", unit="Biro", **fields)


SIMPLE = standard(
    by("Kepala Subbagian", step("1", "Menyusun (2 hari)")),
    by("Kepala Bagian", step("2", "Memeriksa (1 hari)")),
    by("Kepala Biro", step("3", "Menandatangani (2 jam)")),
)


def task_of(start: str = MONDAY, done: dict[str, str] | None = None, **fields: Any) -> Task:
    """Return a task that started then, with steps done at instants that are given as text."""
    facts = {number: StepFact(number, at(when), OWNER) for number, when in (done or {}).items()}
    given = {
        "id": 1,
        "draft": "d",
        "name": "Izin",
        "standard": "izin",
        "title": "Standar Pelayanan Izin",
        "edition": "e",
        "digest": None,
        "owner": OWNER,
        "post": None,
        "start": at(start),
        "created_at": at(start),
        "facts": facts,
    }
    return Task(**{**given, **fields})


def plan(of: ServiceStandard, task: Task | None = None) -> Plan:
    """Return the plan of a task."""
    return plan_of_task(task or task_of(), of, CALENDAR)


def crew(
    of: ServiceStandard,
    task: Task | None = None,
    directory: Directory = OFFICE,
    now: datetime = NOW,
) -> Crew:
    """Return the crew of a task in the small office."""
    return Crew(task or task_of(), of, directory, now, NAMES.get)
