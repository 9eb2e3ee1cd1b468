"""A draft tried out before it is public: questions it answers, its plan, the way of a complaint."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.drafts import StandardDraft
from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing
from bot.domain.plans.model import Plan, PlanInputs
from bot.domain.plans.planner import plan_of
from handlers.file_calls import INSTEAD, NAME
from handlers.loading.deeds import Deed, button
from handlers.loading.screens import about
from handlers.markup import pages, plain, shorten
from handlers.reasons import Reasons
from handlers.replies import Message, present
from handlers.routes import reason_of
from handlers.turn import Turn
from knowledge.finding.answers import Topic
from knowledge.finding.finder import Finder
from knowledge.finding.suggesting import can_answer
from knowledge.model import ServiceStandard
from knowledge.routing.kinds import Kind
from knowledge.routing.naming import key_of
from knowledge.routing.router import Router

PICTURE = "_draft_plan"
"""The maker of the picture of a draft's plan; see `handlers.file_calls`."""

_ASKED = ("requirements", "total_time", "complaint", "procedure", "cost", "responsible", "output")
_QUESTIONS = 3
_ANSWER = 420  # letters of an answer that are shown
_STEPS = 10


async def answers(turn: Turn, draft: StandardDraft) -> Message:
    """Return three questions with what the bot would answer, from this standard alone."""
    standard = draft.standard()
    asked = [turn.render(f"loading.q_{aspect}") for aspect in _chosen(standard)]
    found = await asyncio.to_thread(_answered, turn, standard, [plain(text) for text in asked])
    html = turn.render("loading.answers", pairs=found)
    return Message(pages(html)[0], ((button(turn, "b_back", Deed.REPORT, about(draft)),),))


def _chosen(standard: ServiceStandard) -> list[str]:
    able = [aspect for aspect in _ASKED if can_answer(standard, aspect)]
    rest = [aspect for aspect in _ASKED if aspect not in able]
    return [*able, *rest][:_QUESTIONS]


def _answered(
    turn: Turn, standard: ServiceStandard, questions: list[str]
) -> list[tuple[str, str, bool]]:
    finder = Finder([standard])
    return [
        (text, _beginning(plain(present(reply, turn.texts).html)), bool(reply.citations))
        for text in questions
        for reply in (finder.ask(text, Topic(), language=turn.language),)
    ]


def _beginning(text: str) -> str:
    """Return the lines of an answer that there is room for, the source line always."""
    *lines, source = [line for line in text.split("\n") if line.strip()] or [""]
    shown: list[str] = []
    for line in lines:
        if sum(map(len, shown)) + len(line) > _ANSWER:
            shown.append("\N{HORIZONTAL ELLIPSIS}")
            break
        shown.append(line)
    return "\n".join([*shown, shorten(source, _ANSWER)])


async def planned(turn: Turn, draft: StandardDraft) -> Message:
    """Return the plan as it would be from now on, and have its picture sent."""
    back = ((button(turn, "b_back", Deed.REPORT, about(draft)),),)
    try:
        plan = await plan_from(turn, draft.standard(), turn.now)
    except DomainError as error:
        return Message(turn.render(f"errors.{error.key}", **error.values), back)
    reasons = Reasons(turn.texts, turn.language)
    if any(step.deadline for step in plan.steps):
        await _send_picture(turn, draft)
    html = turn.render(
        "loading.plan",
        start=plan.start,
        finish=plan.finish,
        steps=list(_lines(plan)),
        more=max(len(plan.steps) - _STEPS, 0),
        needs=[reasons.question(need) for need in plan.needs[:3]],
        remarks=[reasons.trouble(trouble) for trouble in plan.troubles[:3]],
    )
    return Message(pages(html)[0], back)


async def plan_from(turn: Turn, standard: ServiceStandard, start: datetime) -> Plan:
    """Return the plan of a standard on the office's calendar; raises DomainError."""
    calendar = (await turn.office.deadlines(turn.work)).calendar
    return plan_of(standard, PlanInputs(start), calendar)


def _lines(plan: Plan) -> Iterator[tuple[str, str, datetime | None]]:
    for step in plan.steps[:_STEPS]:
        yield step.number, shorten(step.title, 60), step.deadline


async def _send_picture(turn: Turn, draft: StandardDraft) -> None:
    data = {"draft": draft.id, "at": turn.now.isoformat(), "language": turn.language}
    fields = {
        "chat_id": turn.chat_id,
        "photo": {PICTURE: data},
        INSTEAD: turn.render("loading.no_picture"),
        NAME: "rencana",
    }
    key = f"draft-plan:{draft.id}:{draft.version}:{turn.chat_id}"
    out = Outgoing(turn.chat_id, "sendPhoto", fields, dedupe_key=key, update_id=turn.update_id)
    await turn.work.outbox.queue(out, turn.now)


async def routed(turn: Turn, draft: StandardDraft) -> Message:
    """Return the way that a complaint about this service would take, and who holds the posts."""
    standard = draft.standard()
    text = plain(turn.texts.render("loading.sample_complaint", "id"))
    route = await asyncio.to_thread(
        lambda: Router([standard]).route(text, standard=standard.id, kind=Kind.KELUHAN)
    )
    office = await turn.office.directory(turn.work)
    posts = [name for name in (route.received_by, route.handled_by) if name]
    html = turn.render(
        "loading.route",
        decision=route.decision.value,
        received_by=route.received_by,
        handled_by=route.handled_by,
        candidates=list(route.candidates),
        reason=reason_of(route, turn.texts, turn.language),
        unheld=[name for name in dict.fromkeys(posts) if not _is_held(office, name, turn.now)],
    )
    fix = button(turn, "b_fix", Deed.FIX, about(draft))
    return Message(html, ((fix,), (button(turn, "b_back", Deed.REPORT, about(draft)),)))


def _is_held(office: Directory, name: str, now: datetime) -> bool:
    return any(tenure.person_id for tenure in office.holders(key_of(name), now))
