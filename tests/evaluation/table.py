"""The figures of one run of the evaluation, and the table and the misses that people read."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .judging import Judgement

RIGHT_GATE = 0.97
REFUSALS_GATE = 0.97


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run came to; shares are between 0 and 1, times in milliseconds."""

    judgements: tuple[Judgement, ...]

    @property
    def right(self) -> float:
        """Share of all questions with a right reply."""
        return _share([j.right for j in self.judgements])

    @property
    def refusals(self) -> float:
        """Share of the questions outside the standards that were not answered."""
        return _share([j.right for j in self.judgements if j.is_refusal])

    @property
    def unsourced(self) -> int:
        """Number of answers without a source."""
        return sum(j.unsourced for j in self.judgements)

    @property
    def wrong_standard(self) -> int:
        """Number of answers that state a fact of another standard than the one asked about."""
        return sum(j.wrong_standard for j in self.judgements)

    @property
    def loose_figures(self) -> int:
        """Number of answers with a time that stands in none of the standards they cite."""
        return sum(bool(j.loose_figures) for j in self.judgements)

    @property
    def median_ms(self) -> float:
        """Median time of a reply."""
        return statistics.median(j.reply.ms for j in self.judgements)

    @property
    def p99_ms(self) -> float:
        """Time within which 99 of 100 replies came."""
        times = sorted(j.reply.ms for j in self.judgements)
        return times[math.ceil(len(times) * 0.99) - 1]

    @property
    def passes(self) -> bool:
        """Whether the run is at or above the gate."""
        enough = self.right >= RIGHT_GATE and self.refusals >= REFUSALS_GATE
        return enough and not self.unsourced


def table(figures: Figures) -> str:
    """Return right, total and per cent by style, facet and standard, and the overall figures."""
    lines: list[str] = []
    for name in ("style", "facet", "standard"):
        lines += _block(name, figures.judgements) + [""]
    return "\n".join([*lines, *_overall(figures)])


def misses(judgements: Sequence[Judgement], limit: int) -> str:
    """Return the first `limit` wrong replies with text, expectation and reply."""
    wrong = [j for j in judgements if not j.right or j.loose_figures]
    return "\n".join(line for j in wrong[:limit] for line in _miss(j))


def _block(name: str, judgements: Sequence[Judgement]) -> list[str]:
    """Return the lines for one way of grouping the questions."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        groups[getattr(judgement.question, name) or "-"].append(judgement.right)
    return [f"{name:<18}right  total      %"] + [
        f"{group:<16}{sum(marks):>7}{len(marks):>7}{_share(marks):>7.1%}"
        for group, marks in sorted(groups.items())
    ]


def _overall(figures: Figures) -> Iterator[str]:
    """Yield the lines below the table."""
    marks = [j.right for j in figures.judgements]
    refusals = [j.right for j in figures.judgements if j.is_refusal]
    yield f"right               {sum(marks)} of {len(marks)} ({figures.right:.1%})"
    yield f"correct refusals    {sum(refusals)} of {len(refusals)} ({figures.refusals:.1%})"
    yield f"without source      {figures.unsourced}"
    yield f"wrong standard      {figures.wrong_standard}"
    yield f"times not in text   {figures.loose_figures}"
    yield f"time                median {figures.median_ms:.2f} ms, p99 {figures.p99_ms:.2f} ms"
    yield f"gate                {'passed' if figures.passes else 'NOT passed'}"


def _miss(judgement: Judgement) -> Iterator[str]:
    """Yield the lines about one wrong reply."""
    question, reply = judgement.question, judgement.reply
    yield f"--- {question.id} [{question.chat}] {question.facet} {question.standard or '-'}"
    yield f"asked:  {question.text}"
    yield f"wrong:  {'; '.join(judgement.faults) or 'times not in the cited text'}"
    if judgement.loose_figures:
        yield f"times:  {', '.join(judgement.loose_figures)}"
    yield f"got:    {reply.kind} {list(reply.sources)} options {list(reply.options)}"
    yield "        " + reply.text.replace("\n", "\n        ")


def _share(marks: Sequence[bool]) -> float:
    """Return the share of true marks; 1 for none, so that an empty group fails no gate."""
    return sum(marks) / len(marks) if marks else 1.0
