"""Every word of a document is in the model, in its furniture, or in a warning."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import NotAStandard
from knowledge.library import shipped_documents
from knowledge.model import Item, ProcedureStep, ServiceStandard
from knowledge.reading import read_text
from knowledge.report import from_data, to_data

TEXTS = {p.name: p.read_text(encoding="utf-8") for p in sorted(shipped_documents().iterdir())}
LINES = {name: text.split("\n") for name, text in TEXTS.items()}
ODD = st.text(st.characters(categories=("L", "Nd", "Po", "Zs")), min_size=1, max_size=60)
MARKS = ("1.", "7)", "a.", "(b)", "c)", "-", "Z.", "•", "IV.", "2. a. 1)", "Catatan:")


def words(text: str) -> list[str]:
    return [w.casefold() for w in re.findall(r"[^\W_]+", text)]


def printed_items(items: Iterable[Item]) -> Iterator[str]:
    for top in items:
        for item in top.walk():
            yield item.original


def printed_steps(steps: Iterable[ProcedureStep]) -> Iterator[str]:
    for top in steps:
        for step in top.walk():
            yield step.original
            yield from printed_items(step.details)
            for note in step.notes:
                yield note.original


def printed(standard: ServiceStandard) -> Iterator[str]:
    """Yield everything that the model keeps of a document, as it stands there."""
    yield from standard.title_lines
    yield from standard.preamble
    for (part, title), sections in groupby(standard.sections, key=lambda s: (s.part, s.part_title)):
        yield f"{part} {title}"
        for section in sections:
            yield section.original
            yield from printed_items(section.items)
    yield from printed_steps(standard.steps)
    yield from (w.partition(": ")[2] for w in standard.warnings if w.startswith("unplaced"))


def lost(text: str, standards: Iterable[ServiceStandard]) -> Counter[str]:
    """Count the words of a text that none of its standards keeps."""
    kept: Counter[str] = Counter()
    furniture: set[str] = set()
    for standard in standards:
        furniture |= set(standard.furniture)
        for piece in printed(standard):
            kept.update(words(piece))
    content = [line for line in text.split("\n") if line.strip() not in furniture]
    return Counter(word for line in content for word in words(line)) - kept


@pytest.mark.parametrize("name", TEXTS)
def test_the_shipped_documents_lose_no_word(name: str) -> None:
    assert lost(TEXTS[name], read_text(TEXTS[name], name)) == Counter()


@pytest.mark.parametrize("name", TEXTS)
def test_furniture_is_only_letterheads_page_marks_and_catchwords(name: str) -> None:
    (standard,) = read_text(TEXTS[name], name)
    shape = re.compile(
        r"\**MENTERI SEKRETARIS NEGARA|REPUBLIK INDONESIA\**|- \d{3} -|.{3,25} \.{1,3}( \. \.)?\**"
    )
    assert [line for line in standard.furniture if not shape.fullmatch(line)] == []


def keeps_all(lines: list[str]) -> None:
    text = unicodedata.normalize("NFC", "\n".join(lines))
    try:
        standards = read_text(text, "x.txt")
    except NotAStandard:
        return
    assert lost(text, standards) == Counter()
    for standard in standards:
        assert from_data(json.loads(json.dumps(to_data(standard)))) == standard


perturbed = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
names = st.sampled_from(sorted(TEXTS))


@perturbed
@given(name=names, data=st.data())
def test_no_word_is_lost_when_lines_are_dropped(name: str, data: st.DataObject) -> None:
    lines = list(LINES[name])
    begin = data.draw(st.integers(0, len(lines) - 1))
    end = data.draw(st.integers(begin, min(len(lines), begin + 80)))
    keeps_all(lines[:begin] + lines[end:])


@perturbed
@given(name=names, data=st.data())
def test_no_word_is_lost_when_blocks_are_shuffled(name: str, data: st.DataObject) -> None:
    lines = LINES[name]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(lines) - 1), min_size=2, max_size=6)))
    blocks = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    keeps_all([line for block in data.draw(st.permutations(blocks)) for line in block])


@perturbed
@given(name=names, data=st.data())
def test_no_word_is_lost_when_odd_lines_come_in(name: str, data: st.DataObject) -> None:
    lines = list(LINES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        mark = data.draw(st.sampled_from(("", *MARKS)))
        lines.insert(data.draw(st.integers(0, len(lines))), f"{mark} {data.draw(ODD)}".strip())
    keeps_all(lines)


def test_furniture_is_kept_where_the_first_title_is_no_standard() -> None:
    lines = list(LINES["penyusunan-sistem-dan-prosedur-kerja.txt"])
    keeps_all([*lines[:3], "0", "Catatan: 0", *lines[3:]])


def without_blanks(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def with_blanks(lines: list[str]) -> list[str]:
    return [piece for line in lines for piece in (line, "")]


def without_marks(lines: list[str]) -> list[str]:
    return [re.sub(r"^\s*(?:- )?\(?\w{1,2}[.)]\s+", "", line) for line in lines]


def other_brackets(lines: list[str]) -> list[str]:
    return [re.sub(r"^(\s*(?:- )?)(\w{1,2})\.", r"\1\2)", line) for line in lines]


def wrapped(lines: list[str]) -> list[str]:
    return [piece for line in lines for piece in re.findall(r".{1,72}(?:\s|$)|^$", line)]


def with_odd_spaces(lines: list[str]) -> list[str]:
    return ["\t" + line.replace(" ", "\u00a0", 3) + " \r" for line in lines]


def in_bold(lines: list[str]) -> list[str]:
    return [re.sub(r"^(\s*(?:- )?)(\(?\w{1,2}[.)])(?= )", r"\1**\2**", line) for line in lines]


def in_capitals(lines: list[str]) -> list[str]:
    return [line.upper() for line in lines]


def without_page_marks(lines: list[str]) -> list[str]:
    return [line for line in lines if not re.fullmatch(r"- \d+ -", line)]


CHANGES = (
    without_blanks,
    with_blanks,
    without_marks,
    other_brackets,
    wrapped,
    in_capitals,
    without_page_marks,
    with_odd_spaces,
    in_bold,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda c: c.__name__)
@pytest.mark.parametrize("name", TEXTS)
def test_no_word_is_lost_when_the_form_changes(
    name: str, change: Callable[[list[str]], list[str]]
) -> None:
    keeps_all(change(LINES[name]))


def facts(standard: ServiceStandard) -> dict[str, object]:
    """Return all that a change of form must not change: the model without pages and originals."""
    return {
        "scope": (standard.title, standard.unit, standard.responsible, standard.implementers),
        "terms": (standard.cost, standard.place, standard.service_hours),
        "requirements": (standard.requirements_implementer, standard.requirements_user),
        "legal basis": standard.legal_basis,
        "definitions": [(d.term, d.text, d.abbreviation) for d in standard.definitions],
        "complaint": standard.complaint
        and (standard.complaint.received_by, standard.complaint.handled_by),
        "sections": [(s.facet, s.letter, s.heading) for s in standard.sections],
        "steps": [
            (s.number, s.text, s.actors, s.duration, len(s.notes), len(s.details))
            for s in standard.walk_steps()
        ],
    }


@pytest.mark.parametrize(
    "change",
    [c for c in CHANGES if c not in (without_marks, in_capitals)],
    ids=lambda c: c.__name__,
)
@pytest.mark.parametrize("name", TEXTS)
def test_the_same_is_read_when_the_form_changes(
    name: str, change: Callable[[list[str]], list[str]]
) -> None:
    (usual,) = read_text(TEXTS[name], name)
    (changed,) = read_text("\n".join(change(LINES[name])), name)
    assert facts(changed) == facts(usual)


def test_the_account_notices_a_lost_word() -> None:
    name, text = next(iter(TEXTS.items()))
    standards = read_text(text, name)
    assert lost(f"{text} Xylofon", standards) == Counter({"xylofon": 1})
