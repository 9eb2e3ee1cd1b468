"""Rules for what goes on from the last answer with another part, place or kind of the same service.

"Kalau kendaraan dinas?" behind what was told of meeting rooms asks the same of the other part.
"""

from __future__ import annotations

import re

from knowledge.finding.case import MARK, STEP_ASPECTS, Case, Decision, one
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.rows import told_last
from knowledge.finding.saying import SETS_TIME
from knowledge.finding.scope import How
from knowledge.finding.sentences import Sentence, is_held, sentences_of
from knowledge.model import ServiceStandard

_FEW_WORDS = 7
_SIBLING = 0.3  # share of the words told last that what is told of the other part must hold
_GOES_ON = re.compile(r"(?:terus |lalu |trus )?(?:kalau|bagaimana kalau|untuk|tentang|khusus)\b")
_KINDS = frozenset({"fungsi", "jenis", "golongan", "kategori", "kelas", "tipe", "macam"})
_LABEL = re.compile(r"[^:]{2,}(?=:\s)")
_HOW_LATE = re.compile(
    r"^(?:se(?:telah|sudah|lang|lewat)|dalam|lewat) berapa (?:lama|hari|jam)\b|"
    r"\bpaling (?:lambat|lama|telat|cepat) kapan\b"
)
_TELLING = frozenset({"kasih", "beri", "kabar"})  # "dikasih tahu" is "diberi tahu"
_DUTIES = frozenset({"duties", "procedure"})
_HIM = frozenset({"dia", "beliau", "ia", "mereka"})


def of_him(case: Case) -> Decision | None:
    """Read "kalau di KIA dia ngapain?" behind what a post does: the same, of that standard."""
    question, topic, key = case.question, case.topic, case.question.named.certain
    post = case.shelf.posts.named((topic.subject or "").split("#")[0])
    if topic.aspect != "official" or key is None or post is None or question.posts:
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    asks = question.hits.keys() <= _DUTIES and (question.has("duties") or _HIM & question.texts)
    if not asks or question.step or question.content(used | question.naming):
        return None
    acts = any(mention.standard == key for mention in post.mentions)
    return one("official", key, subject=topic.subject) if acts else None


def other_part(case: Case) -> Decision | None:
    """Read "kalau kendaraan dinas?" behind a passage or a step: what says the same of that."""
    standard = case.shelf.get(case.topic.standard)
    if standard is None or case.scope.standard != standard.id or not _asks_of_part(case):
        return None
    told = list(told_last(case.topic, standard))
    asked = {word.stem for word in case.question.content()} - _KINDS
    if not told or not asked:
        return None
    if case.scope.how is not How.NAMED:
        return _other_row(standard, told, asked)
    return _same_of(case, standard, told, asked)


def _asks_of_part(case: Case) -> bool:
    question = case.question
    flat = " ".join(word.text for word in question.words)
    if not _GOES_ON.match(flat) or len(question.words) > _FEW_WORDS or question.step:
        return False
    if question.posts or not question.hits.keys() <= {"duties"}:
        return False
    if question.has("duties") and _KINDS.isdisjoint(question.stems):
        return False
    named, topic = question.named, case.topic
    if topic.aspect != "passage" and topic.aspect not in STEP_ASPECTS:
        return False
    part = not case.shelf.names.is_whole(topic.standard or "", question.stems)
    return part and not question.content(named.positions) if named else True


def _other_row(standard: ServiceStandard, told: list[Sentence], asked: set[str]) -> Decision | None:
    """Return the one row beside the one told last whose name is just what is asked."""
    facet, above = told[0].facet, told[0].above
    rows = [
        sentence
        for sentence in sentences_of(standard)
        if sentence.facet == facet and sentence.above == above and _name(sentence) == asked
    ]
    return Decision((rows[0].request,)) if len(rows) == 1 else None


def _name(sentence: Sentence) -> set[str]:
    """Return the stems of what a row is called ("Usaha: 0,70")."""
    found = _LABEL.match(sentence.text)
    return {*stems_of(found[0])} if found else set()


def _same_of(
    case: Case, standard: ServiceStandard, told: list[Sentence], asked: set[str]
) -> Decision | None:
    """Return what is said of the other part in the words of what was told last."""
    words = frozenset[str]().union(*(s.stems for s in told)) - asked
    timed = any(SETS_TIME.search(s.text) for s in told)
    steps = bool(case.topic.step)
    found: dict[Sentence, float] = {}
    for sentence in sentences_of(standard):
        speaks = asked <= sentence.stems | sentence.above and sentence.facet == told[0].facet
        if not speaks or bool(sentence.request.step) != steps:
            continue
        if timed and not SETS_TIME.search(sentence.text):
            continue
        found[sentence] = len(words & sentence.stems) / max(len(words), 1)
    best = max(found, key=lambda sentence: found[sentence], default=None)
    if best is None or found[best] < _SIBLING:
        return None
    aspect, step = case.topic.aspect or "", best.request.step
    subject = case.topic.subject or ""
    if aspect in STEP_ASPECTS:
        kept = subject if subject.startswith(MARK) else None
        return one(aspect, standard.id, step=step, subject=kept)
    return Decision((best.request,))


def time_told(case: Case) -> Decision | None:
    """Read "setelah berapa hari?" behind a passage that sets a time: that passage."""
    question, standard = case.question, case.shelf.get(case.topic.standard)
    if standard is None or case.scope.how is not How.TOPIC or case.topic.aspect != "passage":
        return None
    if not _HOW_LATE.search(" ".join(word.text for word in question.words)):
        return None
    left = _left(question)
    timed = [
        s
        for s in told_last(case.topic, standard)
        if SETS_TIME.search(s.text) and all(is_held(stem, s.stems) for stem in left)
    ]
    if question.step or question.named or not timed:
        return None
    return Decision((timed[0].request,))


def _left(question: Question) -> set[str]:
    """Return the stems of what is said beside the asking."""
    used = {p for hit in question.hits.values() for p in hit.positions}
    return {word.stem for word in question.content(used)} - _TELLING - {"kapan"}
