"""Rules for an amount that is asked of a thing: "berapa lembar", "paling lambat kapan", "tiap?".

The sentence tells it that speaks of the thing and has an amount of just that kind; without one
the other rules answer, with the time of a step or a whole part of the standard.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision
from knowledge.finding.question import Question
from knowledge.finding.rows import place_of
from knowledge.finding.rules_complaints import of_complaint
from knowledge.finding.scope import How
from knowledge.finding.sentences import (
    Fit,
    Sentence,
    fitting,
    is_held,
    sentences_of,
    share_of,
    weighed,
)
from knowledge.finding.telling import told_by_words
from knowledge.language import words

_FLOOR = 0.6  # share of what is asked that the sentence must hold
_OPEN_FLOOR = 0.7  # the same where no standard is known
_AHEAD = 0.9  # of the best share: told beside it
_MOST = 2
_LOOKED_AT = 12
_LIKELY = 0.5  # share that a passage must hold for its standard to be looked at
_STANDARDS = 3
_RARE_FLOOR = 0.15  # the same for an amount of a kind that tells by itself
_TELLING = 0.3  # of the weight of the word that tells most: one such must be said
_THING_FLOOR = 0.35  # the same where the thing that is counted must stand beside its number
_ALL_OF_IT = 0.9  # the same where neither the standard nor what is counted is known
_EVENT = 0.5  # for words of what a time is reckoned from
_RECKONED = ("sebelum", "setelah", "sesudah", "sejak")
_NUMBER = (  # also where a scan has a letter for the figure, which the word beside it tells
    r"(?:\d+(?:[.,]\d+)?\s*(?:\([^)]*\)\s*)?|\b[lIO]\s*\([a-z ]+\)\s*)"
)
_TIMES = "menit|jam|hari|minggu|bulan|tahun"
_COUNTED = {
    "orang": "orang|saksi|peserta", "lembar": "lembar|helai", "kali": "kali", "buah": "buah|unit",
    "rangkap": "rangkap|eksemplar|salinan", "eksemplar": "rangkap|eksemplar", "meter": "meter",
    "salinan": "salinan|rangkap", "persen": "%|persen", "liter": "liter|mililiter",
    "halaman": "halaman",
}  # fmt: skip
_ASKED_UNIT = re.compile(rf"\b(?:berapa|brp|brapa) (?P<unit>{'|'.join(_COUNTED)})\b")
_ANY_UNIT = re.compile(rf"\bberapa (?!(?:{_TIMES}|lama|kali)\b)(?P<unit>[a-z]{{4,}})\b")
_OWN_AMOUNTS = ("cost", "duration", "duration_total", "step_count", "service_hours", "place")
_SPAN = re.compile(rf"\bberapa (?P<unit>{_TIMES})\b")
_OFTEN = re.compile(
    rf"\b(?:tiap|setiap|per) berapa (?:{_TIMES}|lama|kali)|\bberapa (?:{_TIMES}) sekali\b|"
    r"\bseberapa sering\b"
)
_EVERY = re.compile(
    rf"\b(?:setiap|tiap|per)\s+(?:{_NUMBER})?(?:{_TIMES}|triwulan|semester)\b|\btriwulan\b|"
    rf"\bkali\s+(?:dalam\s+)?(?:se|{_NUMBER})?(?:{_TIMES})|\bharian|\bbulanan|\btahunan",
    re.IGNORECASE,
)
_AT_LATEST = re.compile(
    r"\b(?:paling (?:lambat|telat|akhir|cepat|awal)|selambat\w*|terakhir|batas\w*|maksimal)\b"
)
_ANY_TIME = re.compile(r"\bkapan (?:saja|pun)\b")
_DATED = re.compile(
    rf"{_NUMBER}(?:x\s*24\s*)?(?:{_TIMES})\b|\bH\s?[-+]\s?\d|\bhari yang sama\b|\bpukul\s+\d|"
    r"\b\d{1,2} (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|desember)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bsebelum\w*|\bH\s?-\s?\d", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:setelah|sesudah|sejak|terhitung)\b|\bH\s?\+\s?\d", re.IGNORECASE)
_SIZE = re.compile(rf"\d+\s*[x×]\s*\d+|{_NUMBER}(?:cm|mm|kb|mb|kg|liter|mililiter|meter)\b", re.I)
_MONEY = re.compile(r"\bRp\.?\s?\d|\d\s*%|\bpersen\b", re.IGNORECASE)
_PAYING = "bayar membayar dibayar biaya biayanya tarif harga ongkos retribusi uang".split()
_AGE = re.compile(rf"{_NUMBER}tahun\b", re.IGNORECASE)
_AGED = frozenset({"umur", "usia"})
_SOLEMN = frozenset(
    {"maksimal", "minimal", "batas", "lambat", "cepat", "lama", "terakhir", "akhir"}
)
_NO_AMOUNT = frozenset({"duration_total", "step_count", "which", "listing", "definitions"})
_STAFF = 9.0  # score of the cues that surely ask how many serve
_SMALL = frozenset({"selesai", "kasih", "tambah", "contoh"})
_OPENING = frozenset({"buka", "tutup", "jadwal", "libur", "layan"})
_HOURS = ("service_hours",)
_HOURS_CUE = 7.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the sentence must have: the amount, and what else; and the words that ask for it.

    An amount of a `rare` kind tells by itself, so that less of the rest needs to be said; where
    `any_thing` may be counted, no word of the question may be strange.
    """

    told: tuple[re.Pattern[str], ...]
    asking: frozenset[str]
    rare: bool = False
    any_thing: bool = False


def amount(case: Case) -> Decision | None:
    """Read how much, how many, how often or by when: the sentence that sets just that."""
    question = case.question
    wanted = _money(case) or _wanted(question)
    if wanted is None or question.step or question.has(*_NO_AMOUNT):
        return None
    if question.has(*COMPLAINT) and not wanted.rare:
        return None
    if question.score("staff_count") >= _STAFF:
        return None
    query = _asked(case, wanted)
    told = _of_told(case, wanted, query)
    if told or not query:
        return told
    known = question.named.firm and not wanted.any_thing
    if case.search.strangers(question) and not known:
        return None
    fits = [fit for key in _standards(case, query) for fit in _fits(case, key, query, wanted)]
    return _told(sorted(fits, key=lambda fit: -fit.share))


def _of_told(case: Case, wanted: Wanted, query: Mapping[str, float]) -> Decision | None:
    """Return the passage that was told last, where "paling lambat kapan?" is set by it."""
    topic, standard = case.topic, case.shelf.get(case.topic.standard)
    if standard is None or case.scope.how is not How.TOPIC:
        return None
    place = place_of(topic.subject) if topic.aspect == "passage" and not topic.step else topic.step
    for sentence in sentences_of(standard):
        here = place in (sentence.request.step, sentence.request.subject)
        said = not query or share_of(query, sentence) >= _FLOOR
        if here and said and all(kind.search(sentence.text) for kind in wanted.told):
            return Decision((sentence.request,))
    return None


def _asked(case: Case, wanted: Wanted) -> dict[str, float]:
    """Return what the amount is asked of; the event that a time is reckoned from tells less."""
    row = case.question.words
    asking = {p for p, word in enumerate(row) if {word.text, word.stem} & wanted.asking}
    small = _SMALL & case.question.stems
    query = weighed(case.question, case.shelf.index, without=asking, small=small)
    begin = next((p for p, word in enumerate(row) if word.text in _RECKONED), len(row))
    event = {word.stem for word in row[begin:]} - {word.stem for word in row[:begin]}
    return {stem: weight * (_EVENT if stem in event else 1) for stem, weight in query.items()}


def _money(case: Case) -> Wanted | None:
    """Return what is to be paid for a thing, where no standard is known yet: its row tells."""
    question = case.question
    if case.scope.standard or not question.has("cost") or "berapa" not in question.texts:
        return None
    return _kind((_MONEY,), _PAYING)


def asks_number(question: Question) -> bool:
    """Say whether a number of things is asked ("berapa lembar ... paling banyak")."""
    return bool(_ASKED_UNIT.search(" ".join(word.text for word in question.words)))


def _wanted(question: Question) -> Wanted | None:
    """Return what kind of amount is asked, or None where it is none that a sentence tells."""
    flat = " ".join(word.text for word in question.words)
    if _OFTEN.search(flat):
        asking = (*_TIMES.split("|"), "tiap", "kali", "sekali", "sering")
        return _kind((_EVERY,), asking, rare=True)
    counted = _ASKED_UNIT.search(flat)
    if counted:
        unit = counted["unit"]
        said = re.compile(rf"{_NUMBER}(?:{_COUNTED[unit]})", re.IGNORECASE)
        return _kind((said,), (unit, "ukur"))
    if "berapa" in question.texts and _AGED & question.stems:
        return _kind((_AGE,), ("tahun", "batas"), rare=True)
    named = _ANY_UNIT.search(flat)
    if named and named["unit"] not in words.stopwords() and not question.has(*_OWN_AMOUNTS):
        said = re.compile(rf"{_NUMBER}(?:[a-z]+ )?{named['unit']}\b", re.IGNORECASE)
        return Wanted((said,), _SOLEMN, any_thing=True)
    if re.search(r"\bukuran\w* berapa\b|\bberapa ukuran", flat):
        return _kind((_SIZE,), ("ukur",))
    return _time(question, flat)


def _time(question: Question, flat: str) -> Wanted | None:
    """Return what time is asked, of those that no step or whole is meant by."""
    way = _BEFORE if _BEFORE.search(flat) else _SINCE if _SINCE.search(flat) else None
    span = _SPAN.search(flat)
    if span:
        unit = span["unit"]
        if unit not in ("bulan", "tahun") and way is not _BEFORE:
            return None
        said = re.compile(rf"{_NUMBER}{unit}\b", re.IGNORECASE)
        told = (said, way) if way is _BEFORE else (said,)
        return _kind(told, (unit, *_RECKONED), rare=way is _BEFORE)
    if "kapan" not in question.texts or _ANY_TIME.search(flat):
        return None
    if not _AT_LATEST.search(flat) and question.score("service_hours") >= _HOURS_CUE:
        return None
    if not _OPENING.isdisjoint(question.stems) or (question.posts and not _AT_LATEST.search(flat)):
        return None
    return _kind((_DATED,), ("kapan", *_RECKONED))


def _kind(
    told: tuple[re.Pattern[str], ...], asking: Collection[str], *, rare: bool = False
) -> Wanted:
    return Wanted(told, frozenset(asking) | _SOLEMN, rare)


def _standards(case: Case, query: Mapping[str, float]) -> list[str]:
    """Return the standard that is known, else those whose passages hold what is asked."""
    if case.scope.standard:
        return [case.scope.standard]
    index = case.shelf.index
    wanted = {stem: 1.0 for stem in query if index.knows(stem)}
    own = told_by_words(wanted, index) if case.scope.how is How.OPEN else None
    if own:
        return [own]
    within = case.scope.within() if case.question.named else None
    found = index.search(wanted, within=within, limit=_LOOKED_AT, floor=_LIKELY)
    return list(dict.fromkeys(f.passage.standard for f in found))[:_STANDARDS]


def _fits(case: Case, key: str, query: Mapping[str, float], wanted: Wanted) -> list[Fit]:
    floor = _ALL_OF_IT if wanted.any_thing else _OPEN_FLOOR
    if case.scope.standard or told_by_words(query, case.shelf.index) == key:
        floor = _RARE_FLOOR if wanted.rare else _THING_FLOOR if wanted.any_thing else _FLOOR

    telling = _TELLING * max(query.values())
    elsewhere = _HOURS if of_complaint(case, key) else (*_HOURS, "complaint")

    def is_wanted(sentence: Sentence) -> bool:
        if not all(kind.search(sentence.text) for kind in wanted.told):
            return False
        return not sentence.facet.startswith(elsewhere) and any(
            is_held(stem, sentence.stems) for stem, weight in query.items() if weight >= telling
        )

    return fitting(case.shelf.standards[key], query, floor, is_wanted)


def _told(fits: list[Fit]) -> Decision | None:
    if not fits:
        return None
    close = [fit.sentence.request for fit in fits if fit.share >= _AHEAD * fits[0].share]
    requests = tuple(dict.fromkeys(close))
    return Decision(requests) if len(requests) <= _MOST else None
