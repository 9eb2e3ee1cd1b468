"""Rules for complaints about one thing: the sentence of the section that speaks of just that."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import Case, Decision
from knowledge.finding.passages import stems_of
from knowledge.finding.rows import place_of
from knowledge.finding.scope import How
from knowledge.finding.sentences import Sentence, fitting, is_held, sentences_of, weighed
from knowledge.finding.telling import told_by_words

_DONE = (
    "ditangani|ditindaklanjuti|diterima|disampaikan|diajukan|diteruskan|diselesaikan|dijawab|"
    "diproses|dilaporkan|dikirim|ditanggapi|diputus"
)
_ABOUT = re.compile(
    r"\b(?:pengaduan|keluhan|aduan|laporan|sanggahan|keberatan|masukan|saran)\s+"
    r"(?:(?:yang\s+)?(?:mengenai|tentang|terkait|atas|terhadap|soal|perihal|menyangkut|berupa|"
    r"berkaitan\s+dengan)\s+)?"
    rf"(?P<thing>[^.;]{{3,120}}?)\s+(?:(?:hanya|dapat|wajib|harus|langsung)\s+)*(?:{_DONE})\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r",|\(|\)|/|\batau\b|\bdan\b|\bserta\b|\bmaupun\b", re.IGNORECASE)
_BY_WHOM = re.compile(r"\b(?:oleh|kepada|ke)\b", re.IGNORECASE)
_TIMED = re.compile(r"\d\s*(?:\([^)]*\)\s*)?(?:x\s*24\s*)?(?:menit|jam|hari|minggu|bulan)\b", re.I)
_FLOOR = 0.75  # share of what is asked behind a complaint that its section must hold
_ASKING = ("who", "recipient", "duration", "complaint_time")
_IT = frozenset({"lapor", "laporan", "aduan"})  # "laporannya ditanggapi berapa lama?"
_WHOM = frozenset({"siapa", "kemana", "dimana", "mana"})


def about_one_thing(case: Case) -> Decision | None:
    """Read who takes complaints about a thing, or by when: what is said of just that thing."""
    question = case.question
    if not question.has(*COMPLAINT) or question.step or question.has("compare", "which", "listing"):
        return None
    stems = {word.stem for word in question.words}
    standard = case.shelf.get(_standard(case))
    if standard is None:
        return None
    found = [
        (held, sentence)
        for sentence in sentences_of(standard)
        if sentence.facet.startswith("complaint") and _answers(case, sentence)
        for held in (_held(case, sentence, stems),)
        if held
    ]
    if not found:
        return None
    return Decision((max(found, key=lambda one: one[0])[1].request,))


def within_complaints(case: Case) -> Decision | None:
    """Read "yang menelaah siapa?" behind a complaint: the sentence of its section that says so."""
    question, standard = case.question, case.shelf.get(case.topic.standard)
    if standard is None or case.scope.how is not How.TOPIC or question.named or question.step:
        return None
    if not question.has("who", "duration", "recipient") or question.has(*COMPLAINT):
        return None
    if not of_complaint(case, standard.id):
        return None
    used = {p for a in _ASKING if a in question.hits for p in question.hits[a].positions}
    used |= {p for p, word in enumerate(question.words) if word.stem in _IT}
    query = weighed(question, case.shelf.index, without=used)

    def told(sentence: Sentence) -> bool:
        return sentence.facet.startswith("complaint") and _answers(case, sentence)

    fits = fitting(standard, query, _FLOOR, told) if query else []
    return Decision((fits[0].sentence.request,)) if fits else None


def of_complaint(case: Case, key: str) -> bool:
    """Say whether complaints were spoken of last, in a passage of their section or as a whole."""
    topic = case.topic
    if topic.standard != key or topic.aspect != "passage":
        return topic.standard == key and (topic.aspect or "").startswith("complaint")
    return any(
        sentence.request.subject == place_of(topic.subject)
        and sentence.facet.startswith("complaint")
        for sentence in sentences_of(case.shelf.standards[key])
    )


def _standard(case: Case) -> str | None:
    """Return the standard that is known, or that alone uses the words of the complaint."""
    if case.scope.standard:
        return case.scope.standard
    used = case.question.hits.keys() & COMPLAINT
    described = case.search.described(case.question, used, titles=False)
    return told_by_words(described, case.shelf.index)


def _answers(case: Case, sentence: Sentence) -> bool:
    """Say whether a sentence tells who or when, whichever is asked."""
    if case.question.has("duration", "complaint_time"):
        return bool(_TIMED.search(sentence.text))
    if case.question.has("who") and not case.question.has(*COMPLAINT):
        return True
    asks_whom = not _WHOM.isdisjoint(case.question.texts)
    return not asks_whom or bool(_BY_WHOM.search(sentence.text))


def _held(case: Case, sentence: Sentence, stems: Collection[str]) -> int:
    """Return how many words of a thing that is complained of the question names, 0 if not all.

    Words of the service's own name make no thing apart: complaints about it are all there are.
    """
    key, most = sentence.request.standard or "", 0
    for thing in _things(sentence.text):
        apart = any(not case.shelf.names.explains(key, stem) for stem in thing)
        if apart and all(is_held(stem, stems) for stem in thing):
            most = max(most, len(thing))
    return most


def _things(text: str) -> Iterator[frozenset[str]]:
    """Yield the stems of each thing that complaints are said to be about."""
    for found in _ABOUT.finditer(text):
        for thing in _EITHER.split(found["thing"]):
            yield frozenset(stems_of(thing)) - {"adu"}
