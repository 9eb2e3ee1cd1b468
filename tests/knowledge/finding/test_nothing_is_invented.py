"""Nothing is invented: what a reply quotes stands in the documents, and so do its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from knowledge.finding import Reply, ReplyKind
from knowledge.model import ServiceStandard
from tests.evaluation.expectations import FILES, Expectation, document_text, folded

#: Values that are the frame's own: names of facets and forms, numbers of steps, sums, the words
#: of the law for what is missing, titles that only group.
FRAME = frozenset(
    "facet focus number delegation having forward form roles has near complaints aspect labels "
    "by_step sums key missing others heading mark depth".split()
)
BRACKETS = re.compile(r"\([^()]*\)")


def squeezed(text: str) -> str:
    """Return letters and figures only: line breaks and joined words do not matter."""
    return re.sub(r"[\W_]+", "", folded(text))


def quoted(value: Any) -> Iterator[str]:
    """Yield every string of a reply's values that should come from a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _quoted_of(value)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from quoted({f.name: getattr(value, f.name) for f in fields(value)})
    elif isinstance(value, Sequence):
        for inner in value:
            yield from quoted(inner)
    else:
        assert value is None or isinstance(value, bool | int), value


def _quoted_of(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield those of several values; sums of times stand in no document."""
    if values.get("facet") != "total_time":
        for key, inner in values.items():
            if key not in FRAME:
                yield from quoted(inner)


@pytest.fixture(scope="module")
def documents(ids: dict[str, str]) -> dict[str, str]:
    """Return each document's text by id, whole and once more without what stands in brackets."""
    texts = {key: document_text(key) for key in FILES}
    return {ids[k]: f"{squeezed(t)} {squeezed(BRACKETS.sub(' ', t))}" for k, t in texts.items()}


@pytest.fixture(scope="module")
def doers(shipped: dict[str, ServiceStandard]) -> frozenset[str]:
    """Return who acts in steps: "Staf TU A/B" is read as two, which the tests of reading check."""
    return frozenset(a for s in shipped.values() for step in s.walk_steps() for a in step.actors)


def stands_in(text: str, document: str) -> bool:
    """Say whether a text, or each part of one that was put together, stands in a document."""
    parts = re.split(r" \N{RIGHTWARDS ARROW} |; ", text)
    return squeezed(text) in document or all(squeezed(part) in document for part in parts)


def test_what_an_answer_quotes_stands_in_a_document_that_it_cites(
    replies: list[tuple[Expectation, Reply]], documents: dict[str, str], doers: frozenset[str]
) -> None:
    strange = []
    seen = 0
    for question, reply in replies:
        if reply.kind is not ReplyKind.ANSWER:
            continue
        cited = " ".join(documents[name] for name in {c.standard for c in reply.citations})
        for text in quoted(reply.values):
            seen += 1
            if text not in doers and not stands_in(text, cited):
                strange.append((question.text, reply.form, text))
    assert seen > 3000
    assert strange == []


def test_what_is_not_answered_quotes_nothing_that_is_not_there_either(
    replies: list[tuple[Expectation, Reply]], documents: dict[str, str]
) -> None:
    everything = " ".join(documents.values())
    for question, reply in replies:
        if reply.kind is ReplyKind.UNKNOWN and reply.form not in ("unknown", "no_step", "no_post"):
            for text in quoted(reply.values):
                assert stands_in(text, everything), (question.text, text)


def test_every_source_is_a_place_in_its_standard(
    replies: list[tuple[Expectation, Reply]], shipped: dict[str, ServiceStandard]
) -> None:
    places = {s.id: set(places_of(s)) for s in shipped.values()}
    titles = {s.id: s.title for s in shipped.values()}
    for question, reply in replies:
        if reply.form == "listing":
            continue
        for citation in reply.citations:
            place = (citation.section, citation.page)
            whole = "\N{EN DASH}" in citation.section  # "Bagian Kedua A-H": what is missing there
            assert whole or place in places[citation.standard], (question.text, citation)
            assert citation.title == titles[citation.standard]


def places_of(standard: ServiceStandard) -> Iterator[tuple[str, int | None]]:
    for section in standard.sections:
        yield section.source.section, section.source.page
        for item in (i for top in section.items for i in top.walk()):
            yield item.source.section, item.source.page
    for step in standard.walk_steps():
        yield step.source.section, step.source.page
        for note in step.notes:
            yield note.source.section, note.source.page


def test_a_figure_in_an_answer_about_a_step_is_that_of_the_document(
    replies: list[tuple[Expectation, Reply]], shipped: dict[str, ServiceStandard]
) -> None:
    by_id = {s.id: s for s in shipped.values()}
    checked = 0
    for _, reply in replies:
        if reply.form != "step_time" or reply.request is None:
            continue
        standard = by_id[reply.request.standard or ""]
        for row in reply.values["rows"]:
            step = standard.step(row["number"])
            assert step is not None
            assert row["time"] == (step.duration.text if step.duration else None)
            checked += 1
    assert checked > 50
