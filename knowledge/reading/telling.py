"""A procedure that is told in sentences: "Pertama, ... Kedua, ... Selanjutnya, ... Terakhir"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.reading.actors import find_actors, sentences
from knowledge.reading.labels import is_labelled
from knowledge.reading.marks import Mark, Symbol
from knowledge.reading.nodes import Node

_FIRST = re.compile(r"(?:(?:langkah|tahap)\s+)?pertama\b", re.I)
_OPENER = re.compile(
    r"(?:(?:langkah|tahap)\s+)?(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan"
    r"|kesembilan|kesepuluh|terakhir)\s*[,:]\s*"
    r"|pertama(?:-|\s+)tama\b\s*,?\s*"
    r"|(?:selanjutnya|kemudian|lalu(?!\s+lintas)|setelah\s+itu|sesudah\s+itu|berikutnya|terakhir"
    r"|akhirnya)\b\s*,?\s*(?!disebut\b)",
    re.I,
)
#: The name of a phase; what is done in it stands below.
_PHASE = re.compile(r"(?:tahap(?:an)?|fase)\b[^.;:]{2,60}:?", re.I)
_DEED = re.compile(r"\b(?!di\w{0,3}\b)di[a-z]{4,}|\bme(?:m|n|ng|ny|l|r)[a-z]{3,}", re.I)
_SENTENCE = re.compile(r"(?<=[.;:])\s+")
_FEWEST = 2  # words of order that make a text a procedure
_FEWEST_DOING = 3  # sentences with a doer that make it one without such words
_MOSTLY = 0.7  # share of the sentences that must have a doer


def with_told_steps(nodes: Sequence[Node]) -> list[Node]:
    """Return plain paragraphs as one numbered node a step, told apart by words of order.

    What introduces the steps stays a paragraph; one without such a word stands below its step.
    """
    told = [_SENTENCE.split(node.text) for node in nodes if not node.note]
    openers = [piece for pieces in told for piece in pieces if _OPENER.match(piece)]
    if any(node.children for node in nodes):
        return list(nodes)
    if len(openers) < _FEWEST:
        return _by_doers(nodes)
    telling = _Telling(any(map(_FIRST.match, openers)))
    for node in nodes:
        telling.take(node)
    return telling.nodes


def _by_doers(nodes: Sequence[Node]) -> list[Node]:
    """Return one numbered node a sentence where the sentences tell who does what, one by one."""
    told = [(s, node.page) for node in nodes if not node.note for s in sentences(node.text)]
    doing = sum(bool(find_actors(sentence)) for sentence, _ in told)
    if any(node.note for node in nodes):
        return list(nodes)
    if doing < _FEWEST_DOING or doing < len(told) * _MOSTLY:
        return _by_paragraphs(nodes)
    return _numbered(told)


def _by_paragraphs(nodes: Sequence[Node]) -> list[Node]:
    """Return one numbered node a paragraph, but for one that leads, where each tells a deed."""
    leads = [node for node in nodes[:1] if node.text.endswith(":")]
    steps = nodes[len(leads) :]
    doing = sum(bool(_DEED.search(node.text)) for node in steps)
    if doing < _FEWEST_DOING or doing < len(steps) * _MOSTLY:
        return list(nodes)
    marks = (Mark(str(count), Symbol.DIGIT, ".", count) for count in range(1, len(steps) + 1))
    told = [replace(node, mark=mark) for node, mark in zip(steps, marks, strict=True)]
    return [*leads, *told]


def with_told_phases(nodes: Sequence[Node]) -> list[Node]:
    """Return the entries of a procedure, those that name a phase with its sentences as steps.

    "A. Tahap Persiapan" above "Analis mengumpulkan data. Kepala Bagian menyusun jadwal."
    """
    phases = [node for node in nodes if node.mark and _PHASE.fullmatch(node.text)]
    if len(phases) < _FEWEST or len(phases) < sum(node.mark is not None for node in nodes):
        return list(nodes)
    return [
        replace(node, children=_told_below(node)) if any(node is one for one in phases) else node
        for node in nodes
    ]


def _told_below(phase: Node) -> list[Node]:
    """Return what stands below a phase, its sentences as steps where they tell who does what."""
    below = phase.children
    if any(node.mark or node.note or node.children or is_labelled(node.text) for node in below):
        return below
    told = [(sentence, node.page) for node in below for sentence in sentences(node.text)]
    doing = sum(bool(find_actors(sentence)) for sentence, _ in told)
    return _numbered(told) if told and doing >= len(told) * _MOSTLY else below


def _numbered(told: Sequence[tuple[str, int | None]]) -> list[Node]:
    """Return one numbered node a sentence, on the page of each."""
    return [
        Node(Mark(str(count), Symbol.DIGIT, ".", count), page, [sentence], [sentence])
        for count, (sentence, page) in enumerate(told, 1)
    ]


@dataclass(slots=True)
class _Telling:
    """The steps that were told so far, and what introduced them.

    `says_first` is set where the text has "Pertama": what stands before it is no step.
    """

    says_first: bool
    nodes: list[Node] = field(default_factory=list)
    count: int = 0

    def take(self, paragraph: Node) -> None:
        """Add the sentences of the next paragraph."""
        if paragraph.note:
            (self.nodes[-1].children if self.nodes else self.nodes).append(paragraph)
            return
        last: Node | None = None
        for sentence in _SENTENCE.split(paragraph.text):
            opener = _OPENER.match(sentence)
            if opener or self._is_first_step(sentence):
                last = self._begin(sentence, opener.end() if opener else 0, paragraph.page)
            elif last:
                last.printed.append(sentence)
                last.texts.append(sentence)
            else:
                last = Node(None, paragraph.page, [sentence], [sentence])
                (self.nodes[-1].children if self.count else self.nodes).append(last)

    def _is_first_step(self, sentence: str) -> bool:
        return not self.count and not self.says_first and not sentence.endswith(":")

    def _begin(self, sentence: str, start: int, page: int | None) -> Node:
        self.count += 1
        mark = Mark(str(self.count), Symbol.DIGIT, ".", self.count)
        self.nodes.append(Node(mark, page, [sentence], [sentence[start:]]))
        return self.nodes[-1]
