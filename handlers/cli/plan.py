"""pandu plan: a standard's procedure with dates, for people or as JSON."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from bot.domain.plans.model import Need, Plan, PlannedStep
from bot.domain.working_time.calendar import WorkingCalendar
from handlers.cli.arguments import add_standards_option
from handlers.cli.documents import read_documents
from handlers.cli.errors import CommandError
from handlers.cli.one_standard import one_standard
from handlers.cli.screen import Screen
from handlers.markup import plain
from handlers.reasons import Reasons
from knowledge.report import duration_report


def declare(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("standard", metavar="STANDARD")
    parser.add_argument("--start", required=True, metavar="ISO")
    for option, metavar in (("count", "UNIT=N"), ("choose", "STEP=CHOICE"), ("event", "STEP=ISO")):
        parser.add_argument(f"--{option}", nargs="+", action="extend", metavar=metavar)
    parser.add_argument("--calendar", type=Path, metavar="FILE")
    parser.add_argument("--picture", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    add_standards_option(parser)


def execute(options: Namespace, screen: Screen) -> int:
    """Print the plan, and draw it if a picture is asked for."""
    from bot.domain.plans.planner import plan_of
    from bot.domain.working_time.calendar import office_calendar
    from bot.settings import load_settings
    from handlers.cli.plan_inputs import read_calendar, read_inputs

    zone = load_settings().zone
    inputs = read_inputs(options, zone)
    calendar = office_calendar(zone, read_calendar(options.calendar))
    if options.standards:
        standards = read_documents(options.standards, screen)
    else:
        from handlers.cli.in_force import standards_in_force

        standards = standards_in_force(screen)
    plan = plan_of(one_standard(standards, options.standard), inputs, calendar)
    if options.picture is not None:
        _draw(plan, calendar, options.picture, screen)
    reasons = Reasons(screen.texts, screen.language)
    if options.json:
        screen.data(as_record(plan, reasons), indent=2)
    else:
        _show(plan, reasons, screen)
    return 0


def _draw(plan: Plan, calendar: WorkingCalendar, file: Path, screen: Screen) -> None:
    """Write the plan's timeline as a PNG file."""
    from handlers.pictures.timeline import Words, timeline

    if plan.finish is None:
        raise CommandError("plan_no_picture", title=plan.title)
    picture = timeline(plan, calendar, Words(screen.texts, screen.language))
    try:
        file.write_bytes(picture)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CommandError("backup_unwritable", file=str(file), reason=reason) from None


def _show(plan: Plan, reasons: Reasons, screen: Screen) -> None:
    screen.say(
        "plan_table",
        plan=plan,
        levels=_levels(plan),
        questions=[reasons.question(need) for need in plan.needs],
        remarks=_remarks(plan, reasons),
    )


def _levels(plan: Plan) -> dict[str, int]:
    """Return how deep each step stands below the first ones."""
    levels: dict[str, int] = {}
    for step in plan.steps:
        levels[step.number] = levels[step.parent] + 1 if step.parent else 0
    return levels


def _remarks(plan: Plan, reasons: Reasons) -> list[str]:
    """Return what does not fit, and what of the calendar is not certain."""
    return [
        *(reasons.trouble(trouble) for trouble in plan.troubles),
        *(reasons.warning(warning) for warning in plan.warnings),
    ]


def as_record(plan: Plan, reasons: Reasons) -> dict[str, Any]:
    """Return a plan as one object of the command-line contract, with a little more."""
    return {
        "standard": plan.title,
        "id": plan.standard,
        "start": plan.start.isoformat(),
        "finish": plan.finish.isoformat() if plan.finish else None,
        "needs": [_need(need, reasons) for need in plan.needs],
        "steps": [_step(step, plan, reasons) for step in plan.steps],
        "left_out": [
            {"number": step.number, "title": step.title, "at": step.at, "taken": step.label}
            for step in plan.left_out
        ],
        "warnings": [plain(text) for text in _remarks(plan, reasons)],
    }


def _need(need: Need, reasons: Reasons) -> dict[str, Any]:
    record: dict[str, Any] = {"step": need.step, "question": plain(reasons.question(need))}
    if need.unit is not None:
        record["unit"] = need.unit
    if need.choices:
        record |= {"choices": list(need.choices), "taken": need.taken}
    if need.event is not None:
        record["event"] = need.event
    return record


def _step(step: PlannedStep, plan: Plan, reasons: Reasons) -> dict[str, Any]:
    source = {"standard": plan.title, "section": step.source.section, "page": step.source.page}
    return {
        "number": step.number,
        "title": step.title,
        "actors": list(step.actors),
        "start": step.start.isoformat(),
        "begins": step.begins.isoformat(),
        "deadline": step.deadline.isoformat() if step.deadline else None,
        "warn": step.warn_at.isoformat() if step.warn_at else None,
        "basis": step.basis.value,
        "parent": step.parent,
        "duration": duration_report(step.duration),
        "why": [plain(sentence) for sentence in reasons.why(step)],
        "source": source,
    }
