"""One row of a table or list whose rows share a place: which is asked for, what points at it.

A row is pointed at by the place and its number among what stands there ("Biaya#3").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.finding.answers import Request, Topic
from knowledge.finding.case import Decision
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.sentences import Sentence, is_held, sentences_of
from knowledge.language.words import stopwords
from knowledge.model import Facet, Item, ServiceStandard

_ROW = "#"
_FEWEST = 3  # rows from which one is told alone
_ALL = frozenset({"semua", "seluruh", "saja", "daftar", "masing", "tiap", "setiap", "rinci"})
_LABELLED = re.compile(r"[^:]{2,60}: .*\d")
_PRICED = frozenset({"cost"})
_LIST_FACETS = frozenset({Facet.COST})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the request that quotes it alone."""

    text: str
    request: Request


def place_of(subject: str | None) -> str:
    """Return the place of a passage without the number of a row."""
    return (subject or "").split(_ROW)[0]


def items_at(standard: ServiceStandard, subject: str) -> list[Item]:
    """Return the items at a place in the text's order, or its one row."""
    place, mark, number = subject.rpartition(_ROW)
    every = [item for item in _items(standard) if item.source.section == subject]
    if every or not mark or not number.isdigit():
        return every
    every = [item for item in _items(standard) if item.source.section == place]
    return [replace(every[int(number)], items=())] if int(number) < len(every) else []


def subjects_of(standard: ServiceStandard) -> Iterator[str]:
    """Yield what can point at the rows of a standard."""
    seen: dict[str, int] = {}
    for item in _items(standard):
        place = item.source.section
        yield f"{place}{_ROW}{seen.get(place, 0)}"
        seen[place] = seen.get(place, 0) + 1


def alone(standard: ServiceStandard, request: Request, text: str) -> Request:
    """Return the request that quotes, of what shares a place, only what says a text."""
    if request.step:
        return request
    place = request.subject
    saying = (
        subject
        for item, subject in pointed(standard)
        if item.source.section == place and text in item.text
    )
    return replace(request, subject=next(saying, place))


def with_row(
    decision: Decision, question: Question, topic: Topic, standard: ServiceStandard | None
) -> Decision:
    """Return the decision with the one row that holds what is described, if just one does."""
    decision = replace(decision, requests=tuple(dict.fromkeys(decision.requests)))
    if standard is None or len(decision.requests) != 1 or question.step:
        return decision
    if not _ALL.isdisjoint(question.texts) and "berapa" not in question.texts:
        return decision
    rows = _rows(standard, decision.requests[0])
    if len(rows) < _FEWEST:
        return decision
    row = _meant(rows, question) or _kept(rows, question, topic)
    return Decision((row.request,)) if row else decision


def tables_of(standard: ServiceStandard) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table or list of rows with a name and a number ("Las: 260 JP"), and its heading.

    The rows of a list stand under one item, or are the items of one section.
    """
    known = {id(item): subject for item, subject in pointed(standard)}
    for section in standard.sections:
        lists = [(section.heading, section.items)]
        lists += [(item.text, item.items) for top in section.items for item in top.walk()]
        for heading, items in lists:
            named = [item for item in items if _LABELLED.match(item.text)]
            rows = [
                Row(item.text, Request("passage", standard.id, subject=known[id(item)]))
                for item in named
            ]
            if len(rows) >= _FEWEST:
                yield heading, rows


def _rows(standard: ServiceStandard, request: Request) -> list[Row]:
    """Return the rows of the table or list that a request shows, none where it shows a text."""
    if request.aspect == "passage" and not request.step and request.subject:
        top = items_at(standard, request.subject)
        known = {id(item) for item in top}
        found = [i for one in top for i in (one, *(c for c in one.items if id(c) not in known))]
    elif request.aspect in _PRICED:
        sections = (s for s in standard.sections if s.facet in _LIST_FACETS)
        found = [i for s in sections for top in s.items for i in top.walk()]
        found = found if sum(bool(_LABELLED.match(i.text)) for i in found) >= _FEWEST else []
    else:
        return []
    number = {id(item): subject for item, subject in pointed(standard)}
    rows = [(item, number.get(id(item))) for item in found]
    return [
        Row(item.text, Request("passage", standard.id, subject=subject))
        for item, subject in rows
        if subject
    ]


def pointed(standard: ServiceStandard) -> Iterator[tuple[Item, str]]:
    """Yield each item with what points at it: its place, where it stands alone there."""
    every = list(zip(_items(standard), subjects_of(standard), strict=True))
    counts: dict[str, int] = {}
    for item, _ in every:
        counts[item.source.section] = counts.get(item.source.section, 0) + 1
    for item, subject in every:
        alone = counts[item.source.section] == 1
        yield item, item.source.section if alone else subject


def _meant(rows: list[Row], question: Question) -> Row | None:
    """Return the one row with a number that holds every described word which tells rows apart."""
    texts = [word.text for word in question.words]
    cued = {p for hit in question.hits.values() for p in hit.positions}
    cued |= {p for p in range(len(texts)) if "per" in texts[max(p - 1, 0) : p + 1]}  # "per meter"
    if not question.content(cued | question.naming):
        return None  # but the name of the service is said
    for without in (cued, cued | question.naming):
        asked = {word.stem for word in question.content(without)} - stopwords()
        found = _holding(rows, asked)
        if found:
            fits = len(found) == 1 and any(map(str.isdigit, found[0].text))
            return found[0] if fits else None
    return None


def _holding(rows: list[Row], asked: set[str]) -> list[Row]:
    """Return the rows that hold all of the words which some rows have and others have not."""
    stems = [{*stems_of(row.text)} for row in rows]
    telling = {
        stem for stem in asked if 0 < sum(is_held(stem, held) > 0 for held in stems) < len(rows)
    }
    return [
        row
        for row, held in zip(rows, stems, strict=True)
        if telling and all(is_held(stem, held) for stem in telling)
    ]


def _kept(rows: list[Row], question: Question, topic: Topic) -> Row | None:
    """Return the row told last, of which something else is asked ("kuotanya?")."""
    cued = {p for hit in question.hits.values() for p in hit.positions}
    if topic.aspect != "passage" or question.named or not question.content(cued):
        return None
    return next((row for row in rows if row.request.subject == topic.subject), None)


def _items(standard: ServiceStandard) -> Iterator[Item]:
    for section in standard.sections:
        for top in section.items:
            yield from top.walk()


def told_last(topic: Topic, standard: ServiceStandard) -> Iterator[Sentence]:
    """Yield the sentences of the passage or the step that was told last."""
    step = (topic.step or "").split("+")[0] or None
    for sentence in sentences_of(standard):
        request = sentence.request
        here = request.step == step if step else request.subject == place_of(topic.subject)
        if here:
            yield sentence
