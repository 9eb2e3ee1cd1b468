"""What a storm over tasks left: what the bot has kept, held against what people have read."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from bot.domain.messages import OutboxState

Texts: TypeAlias = Mapping[int, list[str]]
"""Every text that the bot has sent to each person, as it was sent."""

_SAID = "SELECT key, done_at FROM reminder WHERE state = 'said' ORDER BY due_at, key"
_OUT = "SELECT dedupe_key, state FROM outbox WHERE dedupe_key LIKE 'task-hints:%'"
_UNSURE = "SELECT 1 FROM outbox WHERE dedupe_key LIKE 'morning:%' AND state = 'uncertain'"
_OVERVIEW = "☀️"
_ITS_CLAIM = timedelta(seconds=2)  # what an overview tells is claimed so soon after it
_ARRIVED = {OutboxState.SENT, OutboxState.UNCERTAIN}
_HINT = re.compile(
    r"^\W*(?P<kind>Giliran Anda|Batas waktu[^\n]*|Terlambat di[^\n]*)\n"
    r"(?P<step>[\w.]+)\. [^\n]*\n\W*(?P<name>\S+) · ",
    re.MULTILINE,
)
_KINDS = (
    ("Giliran", "begin"),
    ("Batas waktu mendekat", "near"),
    ("Batas waktunya", "day"),
    ("Batas waktu s", "due"),  # "segera tercapai" or "sudah tercapai"
    ("Terlambat", "climb"),
)
_CALLED_DONE = re.compile(r"Langkah (\S+) selesai: [^\n]*\n(\S+)")


class Line(NamedTuple):
    """A step of a task (its id, or its name) and why a person is told of it."""

    person: int
    task: str
    step: str
    rung: str


@dataclass(frozen=True)
class Account:
    """The bot's own rows in `store`, the texts that arrived, and the names of tasks by their id."""

    store: Path
    texts: Texts
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def queued(self) -> dict[Line, OutboxState]:
        """Return each line of each reminder that was queued, and what became of it."""
        return {
            line: OutboxState(state)
            for key, state in self._rows(_OUT)
            for line in map(_line_of, key.split(":")[1:])
        }

    @cached_property
    def read(self) -> Counter[Line]:
        """Return how often each line was read."""
        return Counter(
            Line(person, match["name"], match["step"], _kind(match["kind"]))
            for person, every in self.texts.items()
            for text in every
            for match in _HINT.finditer(text)
        )

    def lost(self) -> tuple[str, ...]:
        """Return what was never queued though it was due, did not go out, or never arrived."""
        told = {(line.task, line.step, line.rung) for line in self.queued}
        unsaid = (step for step in self._due() if step not in told)
        unsent = (line for line, state in self.queued.items() if state not in _ARRIVED)
        unread = (
            line
            for line, state in self.queued.items()
            if state is OutboxState.SENT and not self.read[self._as_read(line)]
        )
        return tuple(map(str, (*unsaid, *unsent, *unread)))

    def doubled(self) -> tuple[str, ...]:
        """Return what somebody has read more than once, and queued lines do not explain."""
        wanted = Counter(map(self._as_read, self.queued))
        return tuple(str(line) for line, times in self.read.items() if times > wanted[line])

    def called_done(self) -> set[tuple[str, str]]:
        """Return the tasks' names and steps of which a message says that they are done."""
        every = (text for some in self.texts.values() for text in some)
        return {(m[2], m[1]) for text in every for m in _CALLED_DONE.finditer(text)}

    def _due(self) -> Iterator[tuple[str, str, str]]:
        """Yield task, step and rung of each row that a message had to tell and no overview told.

        Of a step's rows that are claimed together the last one is told.
        """
        claims: defaultdict[str, list[str]] = defaultdict(list)
        for key, at in self._rows(_SAID):
            claims[at].append(key)
        mornings = [at for at, keys in claims.items() if any(k.startswith("morning") for k in keys)]
        for at, keys in claims.items():
            in_overview = any(_follows(at, morning) for morning in mornings)
            last: dict[tuple[str, str, bool], str] = {}
            for _, task, step, rung, *_ in (k.split(":") for k in keys if k.startswith("task:")):
                last[task, step, rung.startswith("climb")] = rung
            for (task, step, climbs), rung in last.items():
                # The highest post has nobody above who could be told that it is late.
                if not climbs and not (in_overview and self._is_in_overview(task, step)):
                    yield task, step, rung

    def _is_in_overview(self, task: str, step: str) -> bool:
        """Tell whether a morning's overview speaks of a step, or may have been the one that did."""
        words = f" {step}. ", f" · {self.names[task]}\n"
        every = (text for some in self.texts.values() for text in some)
        told = any(t.startswith(_OVERVIEW) and all(w in f"{t}\n" for w in words) for t in every)
        return told or bool(self._rows(_UNSURE))

    def _as_read(self, line: Line) -> Line:
        rung = "climb" if line.rung.startswith("climb") else line.rung
        return line._replace(task=self.names[line.task], rung=rung)

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(str(self.store), timeout=30)) as store:
            return store.execute(query).fetchall()


def _follows(at: str, morning: str) -> bool:
    later = datetime.fromisoformat(at) - datetime.fromisoformat(morning)
    return timedelta() <= later < _ITS_CLAIM


def _line_of(part: str) -> Line:
    """Read what the bot writes of a line in the key of its message."""
    task, step, rung, _due, person = part.split("-")
    return Line(int(person), task, step, rung)


def _kind(heading: str) -> str:
    return next(kind for words, kind in _KINDS if heading.startswith(words))
