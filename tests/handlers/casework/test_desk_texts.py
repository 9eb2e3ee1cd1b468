"""The texts of the officials' desk: all asked for, none left over, valid whatever they get."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest
from jinja2 import Environment, nodes

from bot.domain.tickets import Act, TicketKind, TicketStatus
from handlers.casework.deeds import Deed
from handlers.casework.desks import Filter, Urgency
from handlers.casework.forms import FORMS
from handlers.casework.writing import DOORS
from handlers.markup import length, plain
from handlers.texts import FOLDER, LANGUAGES, office_texts
from tests.telegram_rules import shown

HOSTILE = "<b>&\"'😀" * 20
AT = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
WITHOUT_LABEL = {"AGAIN", "TO", "PLACE"}
"""Deeds whose buttons are named by what they choose, or whose label is asked for otherwise."""

VALUES: dict[str, list[Any]] = {
    "at": [AT], "due": [AT], "since": [AT], "start": [AT], "lapses": [AT],
    "days": [3, 0], "minutes": [125, 5], "pause": [0, 90], "count": [0, 1, 7],
    "late": [True, False], "cut": [True, False], "confidential": [True, False],
    "verified": [True, False], "unreachable": [True, False], "own": [True, False],
    "nobody": [True, False], "stands_in": [True, False], "decided": [True, False],
    "admin": [True, False], "act": [*Act], "status": [*TicketStatus], "kind": [*TicketKind],
    "rule": ["working_days", "calendar_days"], "audience": ["owner", "receiver"],
    "holding": ["definitive", "plt", "plh", "substitute", None], "door": [*DOORS],
    "wanted": [*Filter], "urgency": [*Urgency], "page": [3, None],
    "tried": [[], [{"post": HOSTILE, "gap": "on_leave"}, {"post": "", "gap": "no_holder"}]],
    "together": [[], [HOSTILE]], "posts": [[HOSTILE, "B"]], "counts": [{"late": 1, "new": 2}, {}],
    "limit": ["forward", "settle"], "amount": [3], "files": [0, 2], "seconds": [15],
    "least": [15], "length": [4000], "place": [3], "name": [HOSTILE, None],
    "username": ["siapa", None],
}  # fmt: skip
EXPLAINED_DAYS = [
    {"day": date(2026, 3, 2), "why": "", "name": ""},
    {"day": date(2026, 3, 7), "why": "weekend", "name": ""},
    {"day": date(2026, 3, 19), "why": "holiday", "name": "Nyepi"},
]


@cache
def macros(language: str) -> dict[str, tuple[str, ...]]:
    tree = Environment(autoescape=True).parse((FOLDER / language / "casework.j2").read_text())
    return {macro.name: tuple(a.name for a in macro.args) for macro in tree.find_all(nodes.Macro)}


def samples(name: str) -> Iterator[dict[str, Any]]:
    """Yield values for a text: each of a parameter's values once, the others as they come."""
    parameters = macros("id")[name]
    given = {p: VALUES.get(p, [HOSTILE]) for p in parameters}
    if name == "explained":
        given["days"] = [EXPLAINED_DAYS]
    if name == "right_door":
        given["door"] = [door for door in DOORS if door != "none"]
    if name == "chain":
        given["own"] = [False]
    if name == "in_right_of":
        given["stands_in"] = [True]
    for number in range(max((len(values) for values in given.values()), default=1)):
        yield {p: values[number % len(values)] for p, values in given.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(macros("id")))
def test_every_text_is_valid_whatever_it_is_given(name: str, language: str) -> None:
    for values in samples(name):
        html = office_texts().render(f"casework.{name}", language, **values)
        assert shown(html).strip() == plain(html)
        assert 0 < length(html) <= 2500, values
        if name.startswith("button_"):
            assert length(html) <= 40


def _asked() -> Iterator[str]:
    """Yield the names of all texts that the code of the desk renders."""
    for path in sorted((FOLDER.parent / "casework").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and text.startswith("casework."):
                yield text.removeprefix("casework.")
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("render"):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and "." not in str(first.value):
                    yield str(first.value)
    yield from (f"button_{deed.name.lower()}" for deed in Deed if deed.name not in WITHOUT_LABEL)
    yield from (f"write_{name.removeprefix('case_')}" for name in FORMS)
    yield "button_again"


def test_every_text_that_is_asked_for_exists_and_none_is_left_over() -> None:
    used_by_others = {"at_post"}  # in texts, not in code
    asked = {name for name in _asked() if name and not name.endswith("_")}
    assert asked - macros("id").keys() == set()
    assert macros("id").keys() - asked - used_by_others == set()
