"""Which standard, or which step, has the most or the least: of time, of cost, of steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from knowledge.finding.contents import content
from knowledge.finding.lengths import length
from knowledge.finding.question import Question
from knowledge.finding.totals import total_of
from knowledge.language.normalize import Word
from knowledge.model import Duration, Facet, ProcedureStep, ServiceStandard, TimeUnit

_TIME = re.compile(
    r"(?:(\d+)\s*x\s*)?(\d+(?:,\d+)?)\s*(?:\([^)]*\)\s*)?(menit|jam|hari|minggu|bulan)"
    r"(\s+kalender)?"
)
_FREE = re.compile(r"\bgratis\b|\btidak (?:\w+ )?(?:di)?(?:pungut|kenakan)|\btidak ada\b|\bnihil\b")
_UNLESS = re.compile(r"\bkecuali\b|\brp\.?\s*\d")
_RUPIAH = re.compile(r"\brp\.?\s*([\d.]+)")
_MOST = frozenset({"lama", "mahal", "banyak", "panjang"})
_LEAST = frozenset({"cepat", "murah", "sedikit", "pendek", "singkat"})
_END = Word("", "")
_WHICH = frozenset(
    "mana standar layanan semua antara lain bandingkan dibandingkan membandingkan dibanding".split()
)
_LIMITED = frozenset({"berapa", "kapan"})
_COMPARING = frozenset({"paling", "lebih"})


def direction(question: Question) -> str | None:
    """Return "most" or "least" where the question asks for an extreme, else None."""
    for after, _ in _superlatives(question):
        return "most" if after.stem in _MOST else "least"
    return None


def is_limit(question: Question) -> bool:
    """Say whether "paling lama" sets a limit ("paling lama berapa hari", "... 5 hari")."""
    return any(then.text in _LIMITED or then.text.isdigit() for _, then in _superlatives(question))


def asks_which(question: Question) -> bool:
    """Say whether standards are compared, not what one says of a thing ("perpanjangan beda?")."""
    return len(question.named.mentioned) > 1 or not _WHICH.isdisjoint(question.texts)


def _superlatives(question: Question) -> Iterator[tuple[Word, Word]]:
    """Yield what is compared, and the word behind it."""
    words = [*question.words, _END]
    for word, after, then in zip(words, words[1:], words[2:], strict=False):
        if word.text in _COMPARING and after.stem in _MOST | _LEAST:
            yield after, then


def is_free(standard: ServiceStandard) -> bool:
    """Say whether the text says plainly, without exception, that nothing is to be paid."""
    text = _cost(standard)
    return bool(_FREE.search(text)) and not _UNLESS.search(text)


def winners(
    standards: Iterable[ServiceStandard], aspect: str, *, most: bool
) -> tuple[ServiceStandard, ...]:
    """Return the standards with the most or least of an aspect; none where figures differ not."""
    measured = [(amount, s) for s in standards if (amount := _amount(s, aspect)) is not None]
    amounts = {amount for amount, _ in measured}
    if len(amounts) < 2:
        return ()
    best = max(amounts) if most else min(amounts)
    return tuple(standard for amount, standard in measured if amount == best)


def extreme_steps(standard: ServiceStandard, *, most: bool) -> list[ProcedureStep]:
    """Return the steps with the longest or shortest time of their own."""
    timed = [(m, s) for s in standard.walk_steps() if (m := _length(s.duration)) is not None]
    if not timed:
        return []
    best = (max if most else min)(long for long, _ in timed)
    return [step for long, step in timed if long == best]


def _amount(standard: ServiceStandard, aspect: str) -> Decimal | None:
    if aspect == "cost":
        return Decimal(0) if is_free(standard) else _rupiah(_cost(standard))
    if aspect == "step_count":
        return Decimal(len(standard.steps)) if standard.steps else None
    return _whole_time(standard)


def _whole_time(standard: ServiceStandard) -> Decimal | None:
    lines = content(standard, Facet.TOTAL_TIME.value).lines
    if not lines:
        return total_of(standard).length
    times = {_stated(found) for line in lines for found in _TIME.finditer(line.text.casefold())}
    return times.pop() if len(times) == 1 else None


def _stated(found: re.Match[str]) -> Decimal:
    """Return the length of a time in a text; "2 x 24 jam" are hours of the clock."""
    times, amount, unit, calendar = found.groups()
    total = Decimal(amount.replace(",", ".")) * int(times or 1)
    clock = bool(times) and (amount, unit) == ("24", TimeUnit.JAM)
    return length(total, TimeUnit(unit), calendar=clock or bool(calendar))


def _length(duration: Duration | None) -> Decimal | None:
    if duration is None or duration.amount is None or duration.unit is None or duration.per:
        return None
    total = duration.amount * (duration.times or 1)
    return length(total, duration.unit, calendar=duration.calendar == "calendar")


def _cost(standard: ServiceStandard) -> str:
    lines = content(standard, Facet.COST.value).lines
    return " ".join(line.text for line in lines).casefold()


def _rupiah(text: str) -> Decimal | None:
    """Return the one sum of money that a text names, or None where it names several or none."""
    sums = {found.replace(".", "") for found in _RUPIAH.findall(text.replace(",00", ""))}
    return Decimal(sums.pop()) if len(sums) == 1 else None
