"""Rules for what happens then: "kalau ... belum tersedia gimana?", "yang tidak diambil?", "telat?".

The sentence that sets the condition tells it, wherever it stands; one that denies what the
question does not deny, or the other way round, is its sibling and tells the opposite.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision, one
from knowledge.finding.question import Question
from knowledge.finding.rows import told_last
from knowledge.finding.saying import asks_if
from knowledge.finding.scope import How
from knowledge.finding.sentences import (
    Fit,
    Sentence,
    denied_in,
    fitting,
    is_held,
    sentences_of,
    weighed,
)
from knowledge.finding.suggesting import can_answer
from knowledge.model import ServiceStandard

_FLOOR = 0.6  # share of what is asked that the sentence must hold
_AHEAD = 0.9  # of the best share: told beside it
_MOST = 2
_LOOKED_AT = 12  # passages of all standards that may hold the condition
_STANDARDS = 3
_AN_OPEN_FLOOR = 0.75  # the same share where no standard is known
_SET = re.compile(
    r"\b(?:apabila|jika|bila|bilamana|dalam hal|kalau|tidak|belum|tanpa|selain)\b|"
    r"\b(?:me)?(?:lebihi|lewati|lampaui)\w*|\bditolak\b|\bdianggap\b|\bditemukan\b|"
    r"\byang (?:salah|keliru|rusak|hilang)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:dianggap|dinyatakan|dibatalkan|batal|gugur|hangus|ditolak|dicoret|dihapus|dialihkan|"
    r"dikenai|dikenakan|didenda|denda|dikembalikan|mengundurkan|kehilangan|diulang|kompensasi|"
    r"didahulukan|permintaan maaf|berhak|diteruskan)\b",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    r"\bterlambat\b|\bketerlambatan\b|\b(?:lewat|me(?:lebihi|lewati|lampaui))\b[^.;]{0,20}"
    r"\b(?:waktu|batas|jadwal|\d+\s*(?:\([^)]*\)\s*)?(?:menit|jam|hari|minggu|bulan))\b|"
    r"\b(?:tidak|belum)\b[^.;]*\b(?:jangka waktu|dalam waktu|batas waktu|tepat waktu)\b",
    re.IGNORECASE,
)
_PAST_THAT = re.compile(
    r"\b(?:lewat|lebih|melewati|melebihi|telat|terlambat|lwt)\b(?: \w+)? "
    r"(?:itu|segitu|tanggalnya|batasnya|waktunya)\b"
)
_LATER = re.compile(
    r"\bsesudahnya\b|\bsetelah (?:itu|batas|tanggal)|\b(?:me)?(?:lewati|lebihi|lampaui)\w*|"
    r"\blewat\b|\bterlambat\b",
    re.IGNORECASE,
)
_ASKS_ELSE = frozenset({"siapa", "berapa", "kapan", "dimana"})
_ASKS_THEN = frozenset(
    "bagaimana apa diapakan kemana kenapa mengapa ngapain akibat akibatnya konsekuensi".split()
)
_CONSEQUENCE = frozenset({"akibat", "akibatnya", "konsekuensi", "konsekuensinya"})
_GOING = frozenset({"bawa", "antar", "kirim", "terus", "serah", "lari", "larut", "naik", "lanjut"})
_OTHER_RULES = ("next", "after", "before", "previous", "compare", "which", "listing", "definitions")
_PARTS = (
    {"requirements", "requirements_user", "place", "procedure", "competence", "legal_basis"}
    | {"facilities", "output", "guarantee", "supervision", "safety", "responsible"}
)  # fmt: skip
_WHERE_COMPLAINT = frozenset({"place"})
_YIELDING = frozenset({"setuju", "lengkap", "terima", "hadir", "lulus", "lolos", "sesuai", "layak"})
_REFUSED = frozenset({"tolak", "gagal", "gugur"})  # said of what was not accepted


def what_then(case: Case) -> Decision | None:
    """Read what happens on a condition: the sentence that sets just that one."""
    question = case.question
    denied = denied_in(question.words)
    if not _asks(case, denied):
        return None
    query = weighed(question, case.shelf.index, without=_asking(question), small=denied)
    if not query or case.search.strangers(question) and not question.named.firm:
        return None
    query = _reported(query, question)
    denied = frozenset(_reported(dict.fromkeys(denied, 1.0), question))
    refused = {stem: weight for stem, weight in query.items() if stem not in _REFUSED}
    return _said(case, query, denied) or (
        _said(case, refused, _YIELDING) if refused and refused != query else None
    )


def _reported(query: Mapping[str, float], question: Question) -> dict[str, float]:
    """Return a query with "lapor" as it was typed, which need not mean that somebody complains."""
    if "lapor" not in question.flat or "adu" in question.flat:
        return dict(query)
    return {("lapor" if stem == "adu" else stem): weight for stem, weight in query.items()}


def _said(case: Case, query: Mapping[str, float], denied: Collection[str]) -> Decision | None:
    fits = [fit for key in _standards(case, query) for fit in _fits(case, key, query, denied)]
    return _told(sorted(fits, key=lambda fit: -fit.share))


def _asks(case: Case, denied: Collection[str]) -> bool:
    """Say whether it is asked what happens, and not for a part of a standard beside."""
    question = case.question
    if question.step or question.has(*_OTHER_RULES) or (question.posts and question.pointed.rank):
        return False
    on_condition = asks_if(question) or (denied and "yang" in question.texts)
    on_condition = on_condition or not _CONSEQUENCE.isdisjoint(question.texts)
    if not on_condition or _ASKS_ELSE & question.texts:
        return False
    if question.has(*COMPLAINT) and not denied:
        return False
    parts = question.hits.keys() & _PARTS
    if question.has("complaint"):
        parts = parts - _WHERE_COMPLAINT
    return not parts and (bool(_ASKS_THEN & question.texts) or len(denied) > 0)


def _asking(question: Question) -> frozenset[int]:
    """Return where the words stand that only ask, or name a part beside the condition."""
    words = question.words
    asking = {p for p, word in enumerate(words) if word.text in _ASKS_THEN}
    going = {p - 1 for p in asking if words[p].text == "kemana" and words[p - 1].stem in _GOING}
    return frozenset(asking | going)


def _standards(case: Case, query: Mapping[str, float]) -> list[str]:
    """Return the standard that is known, else those whose passages hold what is asked."""
    if case.scope.standard:
        return [case.scope.standard]
    known = (stem for stem, weight in query.items() if weight >= 1)
    wanted = {stem: 1.0 for stem in known if case.shelf.index.knows(stem)}
    found = case.shelf.index.search(
        wanted, within=case.scope.within(), limit=_LOOKED_AT, floor=_FLOOR
    )
    return list(dict.fromkeys(f.passage.standard for f in found))[:_STANDARDS]


def _fits(case: Case, key: str, query: Mapping[str, float], denied: Collection[str]) -> list[Fit]:
    known = case.question.named.firm or case.scope.how is How.TOPIC
    floor = _FLOOR if known or case.scope.how is How.NAMED else _AN_OPEN_FLOOR

    def wanted(sentence: Sentence) -> bool:
        return bool(_SET.search(sentence.text)) and _agrees(sentence, query, denied)

    return fitting(case.shelf.standards[key], query, floor, wanted)


def _agrees(sentence: Sentence, query: Collection[str], denied: Collection[str]) -> bool:
    """Say whether a sentence denies what the question does, and nothing else that it asks."""
    if not denied:
        refused = _REFUSED & set(query)
        told = not refused or any(is_held(stem, sentence.stems) for stem in refused)
        return told and not any(stem in sentence.denied for stem in query)
    is_refused = not _YIELDING.isdisjoint(denied) and not _REFUSED.isdisjoint(sentence.stems)
    return is_refused or any(is_held(stem, sentence.denied) for stem in denied)


def _told(fits: list[Fit]) -> Decision | None:
    close = [fit.sentence.request for fit in fits if fit.share >= _AHEAD * fits[0].share]
    requests = tuple(dict.fromkeys(close))
    return Decision(requests) if 0 < len(requests) <= _MOST else None


def too_late(case: Case) -> Decision | None:
    """Read "kalau telat?" of a standard without a warning: what the step spoken of says, or any.

    Only a sentence that says what becomes of it is told.
    """
    question, standard = case.question, case.shelf.get(case.scope.standard)
    if standard is None or question.step:
        return None
    if _PAST_THAT.search(question.flat) and (told := _told_of_later(case, standard)):
        return told
    if not question.has("warning"):
        return None
    cued = question.hits["warning"].positions | question.naming
    if question.content(cued) or can_answer(standard, "warning"):
        return None
    here = (case.topic.step or "").split("+")[0]
    if here and case.scope.how is How.TOPIC and _tells_then(standard, here):
        return one("passage", standard.id, step=here, subject=here)
    late = (s for s in sentences_of(standard) if _OVER_TIME.search(s.text) and _THEN.search(s.text))
    found = next(late, None)
    return Decision((found.request,)) if found else None


def _told_of_later(case: Case, standard: ServiceStandard) -> Decision | None:
    """Return the passage told last where it says what comes of what is later than that."""
    told = told_last(case.topic, standard)
    later = next((s for s in told if _LATER.search(s.text)), None)
    return Decision((later.request,)) if later else None


def _tells_then(standard: ServiceStandard, number: str) -> bool:
    """Say whether a step or its notes say what becomes of one who is late."""
    step = standard.step(number)
    return step is not None and any(
        _THEN.search(text) for text in (step.text, *(note.text for note in step.notes))
    )
