"""What a reply is worth: one reply of `pandu ask --json` against what was expected of it.

No input or output here; asking is in `run`, the table in `table`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from .expectations import Expectation, document_text, folded, key_of_title

_MESSAGE_LIMIT = 4096  # characters, of one Telegram message
_FIGURE = re.compile(r"\b\d+(?:,\d+)? (?:menit|jam|hari|minggu|bulan|kali)\b")


@dataclass(frozen=True, slots=True)
class Reply:
    """A line of output of `pandu ask --json`, as far as it is judged."""

    kind: str
    text: str
    sources: tuple[tuple[str, str], ...]  # (title, section)
    options: tuple[str, ...]
    ms: float

    @classmethod
    def of(cls, raw: dict[str, Any]) -> Reply:
        """Read one output object; raises KeyError where a promised field is missing."""
        sources = tuple((s["standard"], s["section"]) for s in raw["sources"])
        return cls(raw["kind"], raw["text"], sources, tuple(raw["options"]), float(raw["ms"]))

    @property
    def titles(self) -> set[str]:
        """The titles of the standards that the reply names as its sources."""
        return {title for title, _ in self.sources}

    @property
    def keys(self) -> set[str]:
        """The shipped standards that the reply names as its sources."""
        return {key for title, _ in self.sources if (key := key_of_title(title))}

    @property
    def shows_source(self) -> bool:
        """Whether the text as the user reads it names the section of one of the sources."""
        text = folded(self.text)
        return any(section and folded(section) in text for _, section in self.sources)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A question, its reply and everything that is wrong with it (nothing: it is right)."""

    question: Expectation
    reply: Reply
    faults: tuple[str, ...]
    wrong_standard: bool
    loose_figures: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the reply is all that was expected."""
        return not self.faults

    @property
    def is_refusal(self) -> bool:
        """Whether the question must not be answered from the standards."""
        return not {"answer", "choice"} & set(self.question.kind)

    @property
    def unsourced(self) -> bool:
        """Whether this is an answer that names no source, as data or to the reader."""
        return self.reply.kind == "answer" and not self.reply.shows_source


def judge(question: Expectation, reply: Reply) -> Judgement:
    """Compare a reply with what was expected of it."""
    text = folded(reply.text)
    stray = stray_faults(question, text)
    faults = kind_faults(question, reply) + stray
    if reply.kind == "answer":
        faults += _source_faults(question, reply)
    if reply.kind != "choice":
        faults += text_faults(question, text)
    if len(reply.text) > _MESSAGE_LIMIT:
        faults.append(f"has {len(reply.text)} characters")
    strange = bool(reply.keys and question.standard and question.standard not in reply.keys)
    wrong_standard = reply.kind == "answer" and (strange or bool(stray))
    return Judgement(question, reply, tuple(faults), wrong_standard, _loose(question, reply))


def stray_faults(question: Expectation, text: str) -> list[str]:
    """Return what the (folded) text of the reply says and must not."""
    return [f"must not say {quote!r}" for quote in question.none if folded(quote) in text]


def kind_faults(question: Expectation, reply: Reply) -> list[str]:
    """Return what is wrong with the kind of the reply."""
    if reply.kind not in question.kind:
        return [f"is {reply.kind}, not {' or '.join(question.kind)}"]
    if reply.kind == "choice" and len(reply.options) < 2:
        return ["is a choice of less than two"]
    if question.style == "ambiguous" and reply.kind == "answer" and len(reply.titles) < 2:
        return ["answers for one standard where several fit"]
    return []


def _source_faults(question: Expectation, reply: Reply) -> list[str]:
    """Return what is wrong with the sources of an answer."""
    faults = [] if reply.shows_source else ["names no source"]
    missing = sorted(set(question.standards) - reply.keys)
    if missing:
        faults.append(f"no source in {', '.join(missing)}")
    wanted = question.section
    if wanted and not any(section.startswith(wanted) for _, section in reply.sources):
        faults.append(f"no source in {wanted}")
    return faults


def text_faults(question: Expectation, text: str) -> list[str]:
    """Return what the (folded) text of the reply lacks."""
    faults = [f"does not say {quote!r}" for quote in question.all if folded(quote) not in text]
    if question.any and not any(folded(quote) in text for quote in question.any):
        faults.append(f"says none of {list(question.any)}")
    return faults


def _loose(question: Expectation, reply: Reply) -> tuple[str, ...]:
    """Return the times in an answer that stand in none of the standards it cites."""
    if reply.kind != "answer" or question.facet == "total_time":
        return ()
    cited = " ".join(_document(key) for key in sorted(reply.keys))
    return tuple(f for f in _FIGURE.findall(folded(reply.text)) if f not in cited)


@cache
def _document(key: str) -> str:
    """Return the folded text of a shipped standard."""
    return document_text(key)
