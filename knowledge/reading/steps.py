"""From the nodes of the procedure to steps: number, actors, duration, notes, details."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from knowledge.model import Item, ProcedureStep, Source, StepNote
from knowledge.reading.actors import doers, find_actors, is_condition, sentences
from knowledge.reading.cleaning import Repairs, clean
from knowledge.reading.durations import find_duration
from knowledge.reading.flows import is_drawn, with_flow
from knowledge.reading.items import Place, read_items
from knowledge.reading.labels import is_labelled, labelled_actors, labelled_duration, names_doer
from knowledge.reading.marks import Symbol
from knowledge.reading.name_lists import name_list
from knowledge.reading.nodes import Node
from knowledge.reading.telling import with_told_phases, with_told_steps

_T = TypeVar("_T")
_LABEL = 40  # characters: a line with a colon so near is told of a part of the step
_LONGEST_NAME = 60  # letters of a line that names the list below it
_CLOSING = re.compile(r"[\s:;.,]+$")
#: The case of a branch: "Dokumen sesuai: Operator menerbitkan bukti".
_CASE = re.compile(r"^[^:.]{3,60}:\s+(?=\w)")
_DEED = re.compile(r"\b(?!di\w{0,3}\b)di[a-z]{4,}|\bme(?:m|n|ng|ny|l|r)[a-z]{3,}")
#: A time that stands alone below a step: "(waktu: 30 menit)".
_BRACKETED = re.compile(
    r"\((?:waktu|durasi|lama)\s*:[^()]{1,40}(?:\([^()]{1,30}\)[^()]{1,20})?\)", re.I
)
_STRAY_SPACE = re.compile(r"\s+([,.;:])")


def read_procedure(
    nodes: list[Node], place: Place, repairs: Repairs
) -> tuple[tuple[ProcedureStep, ...], tuple[Item, ...]]:
    """Return the steps of a procedure section, and as items whatever is no step.

    A procedure that is listed with bullets alone, or told in sentences, gets running numbers; the
    steps below a second
    subheading are numbered "Peminjaman.1".
    """
    if not any(map(_is_step, nodes)):
        nodes = with_flow(nodes)
    if not any(node.mark or node.level for node in nodes):
        nodes = with_told_steps(nodes)
    nodes = with_told_phases(nodes)
    if phases := _phases(nodes):
        return _of_phases(nodes, phases, place, repairs)
    is_step = _is_step if any(_is_step(node) for node in nodes) else _is_bullet
    steps: tuple[ProcedureStep, ...] = ()
    for name, run in _runs(nodes, is_step):
        found = _steps(run, place, repairs)
        steps += numbered_below(name, found) if name else found
    items: tuple[Item, ...] = ()
    for node in nodes:
        if node.level:
            below, rest = read_procedure(node.children, place.below(node), repairs)
            taken = {step.number for step in steps} & {step.number for step in below}
            steps += numbered_below(clean(node.text).rstrip(" .:"), below) if taken else below
            items += (_subheading(node, rest, place, repairs),)
        elif not is_step(node):
            items += read_items([node], place, repairs)
    return steps, items


def _phases(nodes: list[Node]) -> list[Node]:
    """Return the entries that only part one list: "A. Pendaftaran" 1-5, "B. Penetapan" 6-9."""
    entries = [node for node in nodes if node.mark and node.mark.symbol is Symbol.CAPITAL]
    marks = [[child.mark for child in node.children if child.mark] for node in entries]
    listed = [of_node for of_node in marks if of_node]
    runs = all(
        first[-1].kind == then[0].kind and first[-1].order + 1 == then[0].order
        for first, then in pairwise(listed)
    )
    return entries if len(listed) > 1 and len(listed) == len(entries) and runs else []


def _of_phases(
    nodes: list[Node], phases: list[Node], place: Place, repairs: Repairs
) -> tuple[tuple[ProcedureStep, ...], tuple[Item, ...]]:
    """Return the steps of all phases as one list, and as items the names of the phases."""
    steps: tuple[ProcedureStep, ...] = ()
    items: tuple[Item, ...] = ()
    for node in nodes:
        if node not in phases or node.mark is None:
            items += read_items([node], place, repairs)
            continue
        inside = Place(f"{place.section} {node.mark.name}")
        below, rest = read_procedure(node.children, inside, repairs)
        steps += below
        items += (_subheading(node, rest, place, repairs),)
    return steps, items


def _runs(nodes: list[Node], is_step: Callable[[Node], bool]) -> Iterator[tuple[str, list[Node]]]:
    """Yield the lists of steps: one that begins anew has the name of the line above it."""
    run: list[Node] = []
    name, above, count = "", "", 1
    for node in nodes:
        if not is_step(node):
            above = clean(node.text).rstrip(" .:")
            continue
        marks = [one.mark.name for one in run if one.mark]
        if node.mark and node.mark.name in marks and not _is_bullet(node) and len({*marks}) > 1:
            yield name, run
            run, count = [], count + 1
            name = above if 0 < len(above) <= _LONGEST_NAME else f"Bagian {count}"
        run.append(node)
        above = ""
    if run:
        yield name, run


def _subheading(node: Node, below: tuple[Item, ...], place: Place, repairs: Repairs) -> Item:
    """Return a subheading as an item that holds what is no step below it."""
    (item,) = read_items([replace(node, children=[])], place, repairs)
    return replace(item, items=below)


def _steps(nodes: list[Node], place: Place, repairs: Repairs) -> tuple[ProcedureStep, ...]:
    """Read the steps of one list; bullets, and "1." again and again, are counted."""
    marks = {node.mark.name for node in nodes if node.mark}
    counted = len(nodes) > 1 and len(marks) == 1 and marks.pop().isdigit()
    return tuple(
        _step(
            node,
            place.at(str(count)) if counted or _is_bullet(node) else place.below(node),
            repairs,
        )
        for count, node in enumerate(nodes, 1)
    )


def numbered_below(section: str, steps: Iterable[ProcedureStep]) -> tuple[ProcedureStep, ...]:
    """Return the steps of a further procedure, numbered "C.1" so that each number is one step."""
    prefix = f"Bagian {section}" if section.isdigit() else section
    return tuple(
        replace(step, number=f"{prefix}.{step.number}", steps=numbered_below(section, step.steps))
        for step in steps
    )


def _is_bullet(node: Node) -> bool:
    return node.mark is not None and node.mark.symbol is Symbol.BULLET


def _is_step(node: Node) -> bool:
    return node.mark is not None and node.mark.symbol is not Symbol.BULLET


def _step(node: Node, place: Place, repairs: Repairs) -> ProcedureStep:
    node = _with_own_time(_told_in_full(node))
    text = clean(node.text, repairs)
    found = find_duration(text)
    labels = [clean(child.text, repairs) for child in node.children if not _is_step(child)]
    below = [child for child in node.children if _is_step(child)]
    bullets = [child for child in node.children if _is_bullet(child)]
    if bullets and not below and _are_steps(bullets):
        below, bullets = bullets, []
    notes = [c for c in node.children if c.mark is None]
    return ProcedureStep(
        number=place.number,
        text=text,
        source=place.source(node.page),
        title=without_time(text, found[1] if found else None),
        actors=_actors(node, text, labels),
        duration=found[0] if found else _first(map(labelled_duration, labels)),
        steps=_steps(below, place, repairs),
        notes=_further_rules(text, place, node.page)
        + tuple(note for n in notes for note in _notes(n, place, repairs)),
        details=read_items(bullets, place, repairs),
        original=node.original,
    )


def _actors(node: Node, text: str, labels: Iterable[str]) -> tuple[str, ...]:
    """Return who does a step: as labelled lines, its deed or, on a line of arrows, a name says."""
    said = _labelled(labels) or find_actors(text) or find_actors(_CASE.sub("", text))
    return said or (tuple(name_list(text, 0)) if is_drawn(node) else ())


def _told_in_full(node: Node) -> Node:
    """Return a step of a name alone ("Langkah 4 Persetujuan") with the deed told below it.

    Lines that say who does it and how long it takes stand around it: what follows them is a note.
    """
    loose = [c for c in node.children if c.mark is None]
    last = max((at for at, c in enumerate(loose) if is_labelled(clean(c.text))), default=0)
    told = [c for c in loose[:last] if not (c.note or c.children or ":" in c.text[:_LABEL])]
    is_name = len(node.text) <= _LONGEST_NAME and not node.text.rstrip().endswith((":", ".", ";"))
    if not (told and is_name and any(names_doer(clean(c.text)) for c in loose)):
        return node
    return replace(
        node,
        texts=[f"{node.text}:", *(line for c in told for line in c.texts)],
        printed=[*node.printed, *(line for c in told for line in c.printed)],
        children=[c for c in node.children if c not in told],
    )


def _with_own_time(node: Node) -> Node:
    """Return a step with the time that is printed in brackets behind the last of its cases.

    It is that of the whole step where no other case has one: "(waktu: 30 menit)".
    """
    *others, last = [child for child in node.children if _is_step(child)] or [node]
    times = [child for child in last.children if _BRACKETED.fullmatch(child.text)]
    leads = node.text.rstrip().endswith(":") and bool(others)
    if not leads or len(times) != 1 or any(map(_has_time, others)) or find_duration(node.text):
        return node
    shorter = replace(last, children=[child for child in last.children if child not in times])
    return replace(node, children=[*(shorter if c is last else c for c in node.children), *times])


def _has_time(node: Node) -> bool:
    return any(find_duration(one.text) for one in node.walk())


def _are_steps(bullets: list[Node]) -> bool:
    """Whether each bullet has a time or a case of its own, or each tells a deed and one a time."""
    timed = [bool(find_duration(child.text)) for child in bullets]
    if all(timed) or len(bullets) == 1:
        return all(timed)
    deeds = any(timed) and all(_DEED.search(child.text) for child in bullets)
    return deeds or all(is_condition(child.text) for child in bullets)


def _labelled(labels: Iterable[str]) -> tuple[str, ...]:
    """Return the doers of all labelled lines, each once."""
    return tuple(dict.fromkeys(name for label in labels for name in labelled_actors(label)))


def _first(values: Iterable[_T]) -> _T | None:
    return next(filter(None, values), None)


def without_time(text: str, span: tuple[int, int] | None) -> str:
    """Return the text without its bracketed time and closing punctuation."""
    if span and text[span[0] : span[0] + 1] in ("(", "["):
        text = f"{text[: span[0]].rstrip()} {text[span[1] :].lstrip()}"
        text = _STRAY_SPACE.sub(r"\1", text)
    return _CLOSING.sub("", text).strip()


def _further_rules(text: str, place: Place, page: int | None) -> tuple[StepNote, ...]:
    """Return the sentences of a step after its first that hold in a case only."""
    return tuple(
        StepNote(
            text=sentence,
            source=place.source(page),
            actors=tuple(doers(sentence)),
            conditional=True,
        )
        for sentence in sentences(text)[1:]
        if is_condition(sentence)
    )


def _notes(node: Node, place: Place, repairs: Repairs) -> tuple[StepNote, ...]:
    """Return a note as one rule, or a note that is a list as one rule an entry."""
    head = _note(node.text, node.original, place.source(node.page), repairs)
    entries = [
        _note(child.text, child.original, place.source(child.page), repairs)
        for child in node.children
    ]
    if head.text or not entries:
        return head, *entries
    first = replace(entries[0], original=f"{head.original} {entries[0].original}")
    return first, *entries[1:]


def _note(text: str, original: str, source: Source, repairs: Repairs) -> StepNote:
    text = clean(text, repairs)
    if is_labelled(text):  # it speaks of its step, which has its time and doer
        return StepNote(text, source, original=original)
    found = find_duration(text)
    return StepNote(
        text=text,
        source=source,
        actors=find_actors(text),
        duration=found[0] if found else None,
        conditional=is_condition(text),
        original=original,
    )
