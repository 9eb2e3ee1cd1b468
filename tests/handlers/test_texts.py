"""The texts: the same in both languages, found by every key in the code, and fit for Telegram."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jinja2 import Environment, UndefinedError, nodes

from bot.domain.reporting import Figures
from bot.domain.telling import _FOR_COMPLAINANT
from bot.domain.tickets import Act, TicketKind, TicketStatus
from bot.services.invitations import Refusal
from handlers.application import ATTACHMENTS
from handlers.commands import NAMES
from handlers.complaints.direction import Way
from handlers.complaints.mine import Line
from handlers.complaints.sending import Term
from handlers.complaints.words import ACTS
from handlers.loading.trying import _ASKED
from handlers.loading.views import FIELDS
from handlers.markup import length, plain
from handlers.officials import editing
from handlers.officials.views import Away, Held, Shown, Standing
from handlers.records.register import COLUMNS
from handlers.texts import FOLDER, LANGUAGES, TextError, Texts, office_texts
from knowledge.editions import EditionNote
from knowledge.finding.answers import Citation
from knowledge.finding.composing import _BUILDERS
from knowledge.model import Duration, Facet
from tests.telegram_rules import shown

HANDLERS = FOLDER.parent
OURS = (
    *("buttons", "commands", "complaint_buttons", "complaint_news", "complaint_status"),
    *("complaints", "errors", "files", "messages", "notices", "officials", "privacy"),
    *("profile", "recap", "replies"),
)
WITH_LISTS = ("learning", "loading", "moved", "rules", "tasks", "terms", "watch")
"""Texts that are given lists: they are rendered whole in the tests of whoever says them."""

NOTICES = ("thanks", "sorry", "passed_on", "already_passed_on")
FILES = ("caption", "caption_office", "unshown", "wanted", "too_big", "lost", "documents_may_name")
HOSTILE = "<b>&\"'😀" * 30
DAY = date(2026, 3, 2)
AWAY = Away(DAY, DAY, HOSTILE)
HELD = Held(1, HOSTILE, HOSTILE, "plt", DAY, DAY, HOSTILE, Standing.BLOCKED, AWAY, True, False)
POST = Shown(HOSTILE, HOSTILE, HOSTILE, (HELD, HELD), True, False, 1, HOSTILE, DAY)
WAY = Way(
    HOSTILE, "receiver", HOSTILE, (HOSTILE,), (HOSTILE, HOSTILE), (HOSTILE,), False,
    HOSTILE, HOSTILE, HOSTILE, HOSTILE, True, "on_leave",
)  # fmt: skip
ITEM = {"number": "PDU-1", "kind": "x", "status": "x", "at": DAY, "excerpt": HOSTILE[:70]}
OFFICE: Mapping[str, Any] = {
    "way": WAY,
    "edition": EditionNote(2024, DAY, DAY, HOSTILE[:60]),
    "term": Term(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), 3, True, HOSTILE),
    "lines": [Line(act.value, datetime(2026, 3, 2, tzinfo=UTC), "Pos<t>", "plt") for act in Act],
    "items": [ITEM] * 5,
    "due": DAY,
    "view": POST,
    "posts": [POST],
    "holds": [HELD],
    "ended": [HELD],
    "superseded": [HELD],
    "away": AWAY,
    "since": DAY,
    "until": DAY,
}


COUNTS: Mapping[str, Any] = {
    "period": "Oktober 2026",
    "first": DAY,
    "figures": Figures(
        *(99999, {}, {}, {}, 99999, 99999, 450, 900, 99999, 4.5, (99999, 99999, 99999), 99999, {})
    ),
    "kinds": [(HOSTILE, 99999)] * 3,
    "doors": [(HOSTILE, 99999)] * 4,
    "answer": (99, 7),
    "end": (0, 0),
    "answered": {"on_time": None, "late": 99999},
    "rating": 4.5,
    "staying": ["PDU-7K3QX-9WM2A-5"] * 12,
    **dict.fromkeys(("questions", "open", "ended", "files", "received", "ratings"), 99999),
    **dict.fromkeys(("question_days", "received_days", "sent_days", "draft_days"), 9999),
    "retention_days": 9999,
}
"""What the texts about figures and one's own data are given."""


@cache
def parameters(language: str) -> dict[str, tuple[str, ...]]:
    """Return all keys of a language with the names of their parameters."""
    found = {}
    for path in sorted((FOLDER / language).glob("*.j2")):
        tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
        for macro in tree.find_all(nodes.Macro):
            if macro.name.startswith("_"):
                continue  # a part of other texts
            found[f"{path.stem}.{macro.name}"] = tuple(argument.name for argument in macro.args)
    return found


def is_ours(key: str) -> bool:
    """Tell whether the chat shows the text itself: one with "_" before it is a part of others."""
    return key.split(".")[0] in OURS and "._" not in key


def sample(name: str) -> Any:
    """Return a value for a parameter, as hostile as its kind allows."""
    if name in ("count", "first", "number", "limit"):
        return 7
    if name == "places":
        corrected = Citation("", "", "", corrected=True)
        return [Citation("", "", HOSTILE[:40], 3), Citation("", "", "Bagian Kedua A"), corrected]
    if name == "at":
        return datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    if name in OFFICE:
        return OFFICE[name]
    if name == "labels":
        return [HOSTILE[:100]] * 10
    return HOSTILE


@pytest.mark.parametrize("file", sorted(path.name for path in (FOLDER / "id").glob("*.j2")))
def test_both_languages_have_the_same_macros_with_the_same_parameters(file: str) -> None:
    stem = file.removesuffix(".j2")
    by_language = [
        {key: names for key, names in parameters(language).items() if key.startswith(f"{stem}.")}
        for language in LANGUAGES
    ]
    assert by_language[0] == by_language[1]
    assert by_language[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [k for k in parameters("id") if is_ours(k)])
def test_every_text_is_valid_and_short_enough_whatever_it_is_given(key: str, language: str) -> None:
    values = {name: sample(name) for name in parameters("id")[key]}
    if key.split(".")[0] in ("recap", "privacy"):
        values |= {name: COUNTS[name] for name in values if name in COUNTS}
    html = office_texts().render(key, language, **values)
    assert shown(html).strip() == plain(html)
    assert 0 < length(html) <= 4096
    if values.keys() & {"name", "title", "command"}:
        assert "<b>&" in plain(html), "what is given is shown as it was written"


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_and_labels_are_as_short_as_telegram_wants_them(language: str) -> None:
    texts = office_texts()
    for key, names in parameters(language).items():
        values = {name: "2.b" for name in names}
        limit = {"notices": 200, "buttons": 40, "complaint_buttons": 40}.get(key.split(".")[0])
        if limit:
            assert length(texts.render(key, language, **values)) <= limit, key


def _keys_in_code() -> Iterator[str]:
    """Yield every constant key that the code asks for."""
    pattern = re.compile(rf"({'|'.join(OURS + WITH_LISTS)})\.[a-z_]*[a-z]")
    for path in sorted(HANDLERS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and pattern.fullmatch(text):
                yield text


def test_every_key_in_the_code_exists() -> None:
    keys = set(_keys_in_code())
    assert len(keys) > 20
    assert [key for key in sorted(keys) if not office_texts().has(key)] == []


def test_every_key_that_is_put_together_exists() -> None:
    made = [f"messages.{kind}" for kind in ATTACHMENTS]
    made += [f"profile.command_{what}" for what in NAMES]
    made += [f"loading.q_{aspect}" for aspect in _ASKED] + [f"loading.b_{f}" for f in FIELDS]
    made += [
        f"loading.{name}" for name in _names_in_package("loading") if re.fullmatch(r"b_\w+", name)
    ]
    made += [f"commands.example_{what}" for what in ("listing", "procedure", "complaint")]
    made += [f"buttons.{aspect}" for aspect in {*_BUILDERS, *(facet.value for facet in Facet)}]
    assert [key for key in sorted(made) if not office_texts().has(key)] == []


def _error_keys() -> Iterator[str]:
    """Yield the keys that errors of the office are raised with."""
    for path in sorted((HANDLERS.parent / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("Error"):
                continue
            first = node.args[0] if node.args else None
            key = first.value if isinstance(first, ast.Constant) else None
            if isinstance(key, str) and re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", key):
                yield key


def test_every_error_of_the_office_has_words() -> None:
    texts, keys = office_texts(), set(_error_keys())
    assert len(keys) > 10
    assert {k for k in keys if not texts.has(f"errors.{k}") and not texts.has(f"cli.{k}")} == set()


def _names_in(module: str) -> set[str]:
    """Return all constant texts of a module of `handlers.records`: it puts its keys together."""
    tree = ast.parse((HANDLERS / "records" / f"{module}.py").read_text("utf-8"))
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def test_every_key_of_figures_and_own_data_exists() -> None:
    texts = office_texts()
    keys = {f"recap.column_{name}" for name in COLUMNS} | {f"recap.age_{n}" for n in range(3)}
    keys |= {f"recap.kind_{kind}" for kind in TicketKind}
    keys |= {f"recap.status_{status}" for status in TicketStatus}
    assert [key for key in sorted(keys) if not texts.has(key)] == []


def test_no_text_is_left_over() -> None:
    asked = set(_keys_in_code()) | {f"officials.{name}" for name in _names_in_package("officials")}
    asked |= {f"complaints.{name}" for name in _names_in_package("complaints")}
    asked |= {f"loading.{name}" for name in _names_in_package("loading")}
    asked |= {f"loading.q_{aspect}" for aspect in _ASKED} | {f"loading.b_{f}" for f in FIELDS}
    asked |= {f"complaints.typed_{name}" for name in _names_in_package("complaints")}
    prefixes = (
        *("answers.", "buttons.", "casework.", "cli.", "complaint_buttons.", "errors."),
        *("pictures.", "plans.", "profile.", "routing.", "tasks."),
    )
    made = {f"messages.{kind}" for kind in ATTACHMENTS}
    made |= {f"commands.example_{what}" for what in ("listing", "procedure", "complaint")}
    made |= {f"notices.{name}" for name in NOTICES}
    made |= {f"complaint_news.told_{act.value}" for act in _FOR_COMPLAINANT}
    made |= {f"complaint_status.ask_{act.value}" for act in ACTS}
    made |= {f"complaint_status.done_{act.value}" for act in (*ACTS, Act.CONFIRM, Act.WITHDRAW)}
    made |= {f"complaint_status.check_{what}" for what in ("unknown", "misread")}
    made |= {f"files.{name}" for name in FILES}
    made |= {f"officials.ask_{step}" for step in (*editing.STEPS, "end", "release")}
    made |= {f"officials.join_{refusal}" for refusal in Refusal}
    made |= {f"officials.b_{day}" for day in ("today", "tomorrow")}
    made |= {f"recap.column_{name}" for name in COLUMNS} | {f"recap.age_{n}" for n in range(3)}
    made |= {f"recap.kind_{kind}" for kind in TicketKind}
    made |= {f"recap.status_{status}" for status in TicketStatus}
    put_together = {f"recap.{name}" for name in _names_in("recap") | _names_in("register")}
    put_together |= {f"privacy.{name}" for name in _names_in("privacy")}
    made |= put_together & set(parameters("id"))
    left = {key for key in parameters("id") if not key.startswith(prefixes) and "._" not in key}
    assert left - asked - made == set()
    assert made <= set(parameters("id"))


def _names_in_package(package: str) -> Iterator[str]:
    """Yield the names of texts that the code of those screens asks for without their file."""
    for path in sorted((HANDLERS / package).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_a_missing_text_or_value_fails_loudly() -> None:
    texts = office_texts()
    with pytest.raises(TextError):
        texts.render("commands.nonsense", "id")
    with pytest.raises(TextError):
        texts.render("nonsense.start", "id")
    with pytest.raises(TypeError):
        texts.render("commands.cancelled", "id", unheard_of=1)
    with pytest.raises(UndefinedError):
        texts.render("messages.failed", "id")


def test_an_unknown_language_is_indonesian() -> None:
    texts = office_texts()
    assert texts.render("notices.thanks", "jv") == texts.render("notices.thanks", "id")


def test_dates_and_spans_are_shown_in_the_office_zone_and_the_readers_language() -> None:
    indonesian = Texts(ZoneInfo("Asia/Jakarta"))._environments["id"].filters
    english = Texts(ZoneInfo("Asia/Jayapura"))._environments["en"].filters
    instant = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert indonesian["date"](instant) == "3 Maret 2026, 06.30"
    assert english["date"](instant) == "March 3, 2026, 08:30"
    assert indonesian["date"](date(2026, 8, 17)) == "17 Agustus 2026"
    assert indonesian["duration"](timedelta(hours=2)) == "2 jam"
    assert english["duration"](timedelta(hours=2)) == "2 hours"
    assert english["duration"](Duration("2 kali @ 2,5 jam")) == "2 kali @ 2,5 jam"


def test_quote_and_bold_escape_what_they_are_given() -> None:
    filters = Texts()._environments["id"].filters
    assert filters["quote"](" <b> ") == "<blockquote>&lt;b&gt;</blockquote>"
    assert filters["bold"]("a & b") == "<b>a &amp; b</b>"
