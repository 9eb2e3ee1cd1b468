"""The texts of tasks, given lists: valid, short enough and escaped, in both languages."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.tasks.ladder import Rung
from bot.domain.tasks.rungs import LadderRules
from bot.domain.tasks.task import TaskAct, TaskState
from handlers.ladders import rungs
from handlers.markup import length, plain
from handlers.reasons import SkippedRun
from handlers.tasks.scenes import StepShown
from handlers.texts import FOLDER, LANGUAGES, office_texts
from tests.handlers.test_texts import parameters
from tests.telegram_rules import shown

HOSTILE = "<b>&\"'😀" * 10
NAME = HOSTILE[:60]
AT, DAY = datetime(2026, 3, 2, 23, 30, tzinfo=UTC), date(2026, 3, 2)
KEYS = sorted(key for key in parameters("id") if key.startswith("tasks."))


def step(status: str) -> StepShown:
    ended = AT if status == "done" else None
    about = (HOSTILE, (NAME, NAME), status, AT, AT, "1 hari", "Bagian Kedua", 3)
    return StepShown("2.b", *about, None, ended, NAME, HOSTILE, AT)


STEPS = [step(status) for status in ("done", "late", "turn", "awaited", "later")]
LINE = {
    "number": "2.b", "title": HOSTILE, "name": NAME, "standard": HOSTILE, "due": AT,
    "is_over": True, "duration": "1 hari", "event": NAME, "section": "Bagian Kedua", "page": 3,
    "stands_in": NAME, "unreached": False, "late": True, "old": AT, "new": AT, "when": "late",
    "is_new": True, "days": 2,
}  # fmt: skip
ROW = {"name": NAME, "standard": HOSTILE, "turns": ["2.b"], "late": 1, "due": AT, "finish": AT}
VALUES: dict[str, Any] = {
    "rows": [
        {**ROW, "state": state.value, "begins": at} for state in TaskState for at in (None, AT)
    ],
    "steps": STEPS * 2,
    "now": STEPS,
    "coming": STEPS[:3],
    "next": STEPS[:2],
    "step": STEPS[1],
    "line": {**LINE, "rung": "begin"},
    "lines": [{**LINE, "rung": rung.value} for rung in Rung] + [{**LINE, "unreached": True}],
    "days": [(DAY, [LINE] * 4), (None, [{**LINE, "due": None}])],
    "actors": [(HOSTILE, NAME), (NAME, None)] * 6,
    "standards": [{"name": HOSTILE, "count": 3, "on_time": 1}] * 8,
    "tasks": [{**ROW, "moved": [LINE] * 4, "more": 3}] * 5,
    "moved": [LINE, {**LINE, "old": None}] * 4,
    "reasons": ["<b>satu</b>"] * 5,
    "remarks": ["dua"] * 3,
    "parts": [HOSTILE] * 5,
    "skipped": [SkippedRun(DAY, DAY, NAME, estimated=False)] * 3,
    **dict.fromkeys(("start", "finish", "paused_since", "asked", "last"), AT),
    **dict.fromkeys(("done", "count", "more", "page", "pages", "left", "seconds"), 7),
    **dict.fromkeys(("is_main", "over", "again", "agreed"), True),
    "state": "running",
    "act": "done",
    "members": [NAME] * 5,
    "until": AT,
    "rungs": rungs(LadderRules()),
    "purpose": "ask",
    "kind": "count",
    "section": "Bagian Kedua",
}
SPECIAL: dict[str, dict[str, Any]] = {
    "tasks.not_yet": {"next": AT},
    "tasks.preview": {"days": 12, "open_count": 8},
    "tasks.schedule": {"week": "next", "first": DAY},
    "tasks.steps": {"page": 2},
    "tasks.times": {
        "rows": [
            {"number": "2.b", "title": HOSTILE, "planned": (1, 2, 0), "real": (0, 0, 5)}
            | {"late": 1, "count": 2}
        ]
        * 24
    },
    "tasks.recap": {"late": [{**LINE, "days": 2, "who": [NAME]}] * 8},
    "tasks.members": {
        "lines": [
            {"desk": HOSTILE, "person": NAME, "stands_in": True, "steps": ["2.b"] * 30}
            | {"open": []}
        ]
        * 8
    },
    "tasks.file_summary": {"done": True, "page": 3},
    "tasks.file_description": {"done": True, "page": 3},
}


def render(key: str, language: str, **changes: Any) -> str:
    names = parameters("id")[key]
    known = {**VALUES, **SPECIAL.get(key, {}), **changes}
    return office_texts().render(key, language, **{n: known.get(n, NAME) for n in names})


def check(html: str) -> None:
    assert shown(html).strip() == plain(html)
    assert 0 < length(html) <= 4096


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_valid_whatever_it_is_given(key: str, language: str) -> None:
    html = render(key, language)
    check(html)
    if key.startswith("tasks.b_"):
        assert length(html) <= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_news_has_its_words(language: str) -> None:
    told = {render("tasks.news", language, act=act.value, moved=[]) for act in TaskAct}
    assert len(told) >= 9
    for act in TaskAct:
        check(render("tasks.news", language, act=act.value, is_main=False))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", ["ask", "agree", "event", "move"])
def test_every_purpose_of_a_date_has_its_words(purpose: str, language: str) -> None:
    check(render("tasks.ask_date", language, purpose=purpose))
    check(render("tasks.date_taken", language, purpose=purpose))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_morning_of_cases_and_steps_is_valid(language: str) -> None:
    case = {"number": "PDU-7K3QX-9WM2A-5", "kind": "pengaduan", "standard": NAME, "due": AT}
    html = office_texts().render(
        "watch.morning",
        language,
        lines=[{**case, "is_new": True, "waits": False, "late": True}] * 12,
        count=12,
        more=3,
        agenda=[{**LINE, "when": when} for when in ("late", "today", "soon", "open")] * 2,
        task_more=2,
        said=[LINE, {**LINE, "unreached": True}] * 2,
    )
    check(html)


def test_every_key_that_the_code_puts_together_exists_and_none_is_left_over() -> None:
    asked = set()
    handlers = FOLDER.parent
    for path in (*sorted((handlers / "tasks").glob("*.py")), handlers / "ladders.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                asked |= {node.value.removeprefix("tasks."), f"b_{node.value}"}
    asked |= {"b_sure_finish", "b_sure_cancel", "hint", "b_begin"}
    macros = {key.removeprefix("tasks.") for key in KEYS}
    assert macros - asked == set()
