"""Rules for what one may or must do: "harus datang semua?", "boleh dibawa pulang ga?".

Only a sentence that says itself what may or must be done is told, and only of a known standard.
"""

from __future__ import annotations

import re

from knowledge.finding.case import Case, Decision
from knowledge.finding.question import Question
from knowledge.finding.rows import alone
from knowledge.finding.sentences import Sentence, fitting, is_held, sentences_of, weighed

_FLOOR = 0.6  # share of what is asked that the sentence must hold
_OF_ANY = 0.8  # the same where no standard is known
_OF_ONE = 0.35  # the same for the only sentence that speaks of the thing
_MUST = frozenset({"harus", "wajib", "mesti", "perlu"})
_MAY = frozenset({"boleh", "bolehkah", "dapat", "dapatkah", "bisa", "bisakah"})
_OBLIGES = re.compile(
    r"\b(?:wajib|harus|diwajibkan|diharuskan|tidak perlu|tidak wajib|tidak dapat diwakilkan|"
    r"dapat diwakilkan|cukup)\b",
    re.IGNORECASE,
)
_ALLOWS = re.compile(
    r"\b(?:dapat|boleh|bisa|diperbolehkan|diperkenankan|diizinkan|hanya|dilarang|tidak dapat|"
    r"tidak boleh|tidak diperkenankan|kecuali|maksimal|paling banyak|diwakilkan|dikuasakan)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:hanya|dilarang|tidak dapat|tidak boleh|tidak diperkenankan|kecuali)\b", re.IGNORECASE
)
_FORBIDS = re.compile(
    r"\b(?:dilarang|larangan|tidak boleh|tidak diperkenankan|tidak diperbolehkan|tidak diizinkan|"
    r"tidak dibenarkan)\b",
    re.IGNORECASE,
)
_MAY_OR_NOT = _MAY | {"dilarang", "larangan", "diizinkan", "diperbolehkan", "diperkenankan"}
_AMOUNTS = frozenset({"duration", "duration_total", "total_time", "service_hours"})
_UNTIL = re.compile(r"\bsampai(?: dengan)? jam berapa\b|\bmaksimal jam berapa\b")
_UNTIL_SAID = re.compile(
    r"\b(?:sampai|hingga|paling lambat|dibatasi|maksimal|berakhir)\b[^.;]{0,30}\bpukul\b", re.I
)
_OF_HOURS = ("service_hours", "place", "complaint")
_WITHOUT = frozenset({"tanpa", "belum"})  # asks whether what is laid down may be left out
_ELSE = frozenset({"who", "count", "next", "after", "previous", "before", "compare", "which"})


def allowed(case: Case) -> Decision | None:
    """Read whether one may or must do a thing: the sentence that says so."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    if standard is None or question.step or question.hits.keys() or not question.asks_whether:
        return None
    told = _OBLIGES if _MUST & question.texts else _ALLOWS if _MAY & question.texts else None
    query = weighed(question, case.shelf.index)
    if told is None or not query or case.search.strangers(question):
        return None
    if not _WITHOUT.isdisjoint(question.texts):
        return None

    def wanted(sentence: Sentence) -> bool:
        return bool(told.search(sentence.text))

    fits = fitting(standard, query, _FLOOR, wanted)
    if fits:
        return Decision((fits[0].sentence.request,))
    only = _only_of(case, query)
    return Decision((only.request,)) if only else None


def forbidden(case: Case) -> Decision | None:
    """Read "boleh ga mobil dinas dipakai pribadi?": the one sentence that forbids just that."""
    question = case.question
    if not _MAY_OR_NOT & question.texts or not question.asks_whether or question.step:
        return None
    if question.hits.keys() & _ELSE | question.hits.keys() & _AMOUNTS:
        return None
    query = weighed(question, case.shelf.index)
    if not query or case.search.strangers(question):
        return None

    def wanted(sentence: Sentence) -> bool:
        return bool(_FORBIDS.search(sentence.text))

    known = case.scope.standard
    floor = _FLOOR if known else _OF_ANY
    keys = (known,) if known else case.scope.possible
    fits = [f for key in keys for f in fitting(case.shelf.standards[key], query, floor, wanted)]
    if len(fits) != 1:
        return None
    told = fits[0].sentence
    standard = case.shelf.standards[told.request.standard or ""]
    return Decision((alone(standard, told.request, told.text),))


def _only_of(case: Case, query: dict[str, float]) -> Sentence | None:
    """Return the one sentence that speaks of the first thing named, where it sets a limit."""
    standard = case.shelf.standards[case.scope.standard or ""]
    thing = _first(case.question)
    if thing not in query or case.question.named.firm and query[thing] < 1:
        return None
    saying = [s for s in sentences_of(standard) if is_held(thing, s.stems) == 1]
    if len(saying) != 1 or not _LIMITS.search(saying[0].text):
        return None
    held = sum(w for stem, w in query.items() if is_held(stem, saying[0].stems))
    return saying[0] if held >= _OF_ONE * sum(query.values()) else None


def _first(question: Question) -> str:
    named = question.naming
    return next((word.stem for word in question.content(named)), "")


def until(case: Case) -> Decision | None:
    """Read "boleh sampai jam berapa?": the hour that a rule sets for a deed, no opening hours."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    flat = " ".join(word.text for word in question.words)
    if standard is None or not _MAY & question.texts or not _UNTIL.search(flat):
        return None
    if question.hits.keys() & _ELSE:
        return None
    said = [
        s
        for s in sentences_of(standard)
        if _UNTIL_SAID.search(s.text) and not s.facet.startswith(_OF_HOURS)
    ]
    return Decision((said[0].request,)) if len(said) == 1 else None
