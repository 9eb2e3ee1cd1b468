"""What a task would be, before it is started: its steps, its end, what is skipped, a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.messages import Outgoing
from bot.domain.tasks.duties import duties
from bot.domain.working_time.days import DayOff
from handlers.file_calls import INSTEAD, NAME
from handlers.reasons import Reasons, skipped_runs
from handlers.tasks.scenes import TaskScene, heading
from handlers.tasks.wizard import OF_ONE_STEP
from handlers.turn import Turn

PICTURE, CALENDAR_FILE = "_task_picture", "_task_calendar"
"""The makers of files of a task; see `handlers.file_calls`."""

_MOST = 10


async def preview(seen: TaskScene, form: Mapping[str, Any], open_count: int) -> str:
    """Queue the picture, and return the plan in words (HTML).

    `open_count` questions were left open.
    """
    turn, plan, calendar = seen.turn, seen.view.plan, seen.view.calendar
    reasons = Reasons(turn.texts, turn.language)
    found = duties(plan)
    end = plan.finish or plan.start
    off = [day for day in calendar.skipped(plan.start, end) if day.why is not DayOff.WEEKEND]
    if plan.finish is not None:
        fields = {n: v for n, v in form.items() if n not in ("at", *OF_ONE_STEP)}
        await send_picture(turn, {"form": fields})
    return turn.render(
        "tasks.preview",
        **heading(seen.task),
        start=plan.start,
        finish=plan.finish,
        days=calendar.working_days_between(plan.start, end),
        steps=[seen.shown(step) for step in found[:_MOST]],
        more=max(len(found) - _MOST, 0),
        open_count=open_count,
        skipped=list(skipped_runs(off)),
        remarks=[reasons.trouble(trouble) for trouble in plan.troubles]
        + [reasons.warning(warning) for warning in plan.warnings],
    )


async def send_picture(turn: Turn, about: Mapping[str, Any]) -> None:
    """Queue the timeline of a task ({"task": id}) or of a form that waits ({"form": {...}})."""
    data = {**about, "person": turn.person.id if turn.person else 0, "language": turn.language}
    fields = {
        "chat_id": turn.chat_id,
        "photo": {PICTURE: data},
        INSTEAD: turn.render("tasks.no_picture"),
        NAME: "tugas",
    }
    out = Outgoing(turn.chat_id, "sendPhoto", fields, update_id=turn.update_id)
    await turn.work.outbox.queue(out, turn.now)


async def send_calendar(turn: Turn, task_id: int) -> None:
    """Queue the calendar file of a task's deadlines."""
    data = {"task": task_id, "person": turn.person.id if turn.person else 0}
    fields = {
        "chat_id": turn.chat_id,
        "document": {CALENDAR_FILE: {**data, "language": turn.language}},
        INSTEAD: turn.render("tasks.no_file"),
        NAME: f"tugas-{task_id}",
    }
    out = Outgoing(turn.chat_id, "sendDocument", fields, update_id=turn.update_id)
    await turn.work.outbox.queue(out, turn.now)
