"""Rules for questions about steps: by number, by order, by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.finding import steps
from knowledge.finding.answers import Request
from knowledge.finding.aspects import Hit
from knowledge.finding.branches import follows_on
from knowledge.finding.case import (
    MARK,
    MOST_OPTIONS,
    STEP_ASPECTS,
    SURE,
    WHO_ASPECTS,
    Case,
    Decision,
    one,
)
from knowledge.finding.leaf import Passage
from knowledge.finding.pairs import is_pair
from knowledge.finding.pointing import StepRef, bare_letter, bare_ordinal, of_it, step_letter
from knowledge.finding.question import Question
from knowledge.finding.scope import best_facet

_ORDER_CUES = frozenset({"next", "after", "previous", "before", "procedure", "who"})
ORDER = ("next", "after", "previous", "before")
_MOST_STEPS = 4
_OF_STEP = frozenset(
    {"who", "implementers", "duration", "recipient", "purpose", "definitions", "duties"}
)
_BESIDE_WHO = frozenset({"yang", "oleh", "nya", "saja", "itu", "sih"})
_VERB = 1.6
_CONTENTS = frozenset({"isi", "jelas", "detail", "rinci", "lengkap", "maksud"})
_BEFORE_ELSE = re.compile(
    r"\b(?:sebelum|sesudah|setelah|before|after) (?!itu|ini|langkah|tahap|step|nomor|no|"
    r"the|apa|poin)"
    r"[a-z]{4,}[^()\d]*\(?(?:langkah|tahap|step) "
)
_AFTER_THAT = re.compile(r"(?:setelah|sesudah|sebelum) (?:itu|ini)\b")
_HOW_LONG = re.compile(
    r"\b(?:maksimal|paling (?:lambat|telat|lama)|selambat|batas\w* (?:waktu)?|deadline)\b|"
    r"\b(?:berapa|brp|brapa|how many) (?:menit|jam|hari|minggu|bulan|lama|days|hours)\b"
)


def step_aspect(question: Question) -> str:
    """Return what is asked of a step that is known."""
    if question.has("duration", "duration_total", "total_time"):
        return "step_time"
    if question.has("next", "after"):
        return "step_next"
    if question.has("previous", "before"):
        return "step_previous"
    if question.has("sign"):
        return "step_signer"
    if question.has("who", "implementers", "responsible", "complaint_handler"):
        return "step_actor"
    return "step"


def numbered(case: Case) -> Decision | None:
    """Read a step given by its number or its place in the order."""
    ref = case.question.step
    if ref is None and case.topic.aspect in STEP_ASPECTS | {"procedure", "step_count"}:
        ref = bare_ordinal(case.question.flat) or _part_of_step(case)
    ref = _part_of_it(case, ref) if ref else _lettered(case)
    if ref is None:
        return None
    aspect = _aspect_of(case.question)
    if case.scope.standard:
        standard = case.shelf.standards[case.scope.standard]
        step = steps.resolve(standard, ref)
        return one(aspect, standard.id, step=step.number if step else "?" + ref.number)
    found = [_request(case, key, ref, aspect) for key in case.scope.possible]
    requests = tuple(request for request in found if request)[:MOST_OPTIONS]
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _aspect_of(question: Question) -> str:
    """Return what is asked of a step; "sebelum acara (langkah 3)" asks for no step before it."""
    aspect = step_aspect(question)
    ordered = aspect in ("step_next", "step_previous")
    return "step" if ordered and _BEFORE_ELSE.search(question.flat) else aspect


def _part_of_it(case: Case, ref: StepRef) -> StepRef:
    """Return the part of the step shown last that "langkah 3 nya?" means, else the step."""
    standard, here = case.shelf.get(case.topic.standard), (case.topic.step or "").split("+")[0]
    if standard is None or not here or not of_it(case.question.flat) or case.question.named:
        return ref
    number = f"{here}.{ref.number}"
    return StepRef(tuple(number.split("."))) if standard.step(number) else ref


def _lettered(case: Case) -> StepRef | None:
    """Return the step of "langkah c" where a standard numbers its steps by letters."""
    letter = step_letter(case.question.flat)
    if not letter:
        return None
    known = case.scope.possible or ((case.scope.standard,) if case.scope.standard else ())
    numbered = any(case.shelf.standards[key].step(letter) for key in known)
    return StepRef((letter,)) if numbered else None


def _part_of_step(case: Case) -> StepRef | None:
    """Return the lettered part of the step the conversation is about, or a part beside it."""
    letter = bare_letter(case.question.flat)
    standard = case.shelf.get(case.topic.standard)
    here = (case.topic.step or "").split("+")[0]
    if letter is None or standard is None or not here:
        return None
    above = here.rpartition(".")[0]
    numbers = [f"{here}.{letter}", *([f"{above}.{letter}"] if above else [])]
    found = next((n for n in numbers if standard.step(n)), None)
    return StepRef(tuple(found.split("."))) if found else None


def _request(case: Case, standard: str, ref: StepRef, aspect: str) -> Request | None:
    step = steps.resolve(case.shelf.standards[standard], ref)
    return Request(aspect, standard, step.number) if step else None


def relative(case: Case) -> Decision | None:
    """Read the step after or before another one: that of the conversation, or one described."""
    question, topic = case.question, case.topic
    here = (topic.step or "").split("+")[0]
    if question.goes_on and topic.standard and here:
        return one("step_next", topic.standard, step=here)
    forward = question.has("next", "after")
    if not forward and not question.has("previous", "before"):
        return None
    if _rather_a_facet(question) or asks_who_acts(question) or _asks_how_long(case):
        return None
    aspect = "step_next" if forward else "step_previous"
    described = case.search.described(question, _ORDER_CUES)
    if described:
        return _beside(case, aspect, described)
    if topic.standard and here and question.named.certain in (None, topic.standard):
        return one(aspect, topic.standard, step=here)
    return None


def _rather_a_facet(question: Question) -> bool:
    """Say whether a facet is asked more clearly than an order ("abaikan yang sebelumnya ...")."""
    aspect = best_facet(question)
    if aspect in (None, "procedure"):
        return False
    if aspect == "implementers" and any(question.score(cue) > SURE + 1 for cue in ORDER):
        return False  # "siapa yang mengerjakan langkah sebelum ...?"
    order = [question.hits[cue] for cue in ORDER if cue in question.hits]
    if _is_told_before(question.hits[aspect or ""], order):
        return False
    return question.score(aspect or "") >= max(hit.score for hit in order)


def _asks_how_long(case: Case) -> bool:
    """Say whether a time is asked of a deed, "after" telling only when ("berapa hari setelah")."""
    question = case.question
    if not _HOW_LONG.search(" ".join(word.text for word in question.words)):
        return False
    return bool(case.search.described(question, {*_ORDER_CUES, "duration"}, titles=False))


def _is_told_before(hit: Hit, order: Sequence[Hit]) -> bool:
    """Say whether a cue is part of what is described ("setelah kasir terima bayaran, apa?")."""
    if any(max(o.positions) + 1 == min(hit.positions) for o in order):
        return True  # "abis bayar di kasir ke mana?"
    ends = max(max(o.positions) for o in order)
    return any(min(o.positions) == 0 and len(o.positions) > 1 for o in order) and (
        max(hit.positions) < ends
    )


def asks_who_acts(question: Question) -> bool:
    """Say whether a deed stands on both sides ("siapa yang memeriksa sebelum dihapus?")."""
    between = [p for cue in ("after", "before") if question.has(cue) for p in _at(question, cue)]
    if not question.has("who") or question.step or not between:
        return False
    used = {p for hit in question.hits.values() for p in hit.positions}
    said = [p for p, word in enumerate(question.words) if p not in used and not word.is_stop]
    told = _AFTER_THAT.match(" ".join(word.text for word in question.words))  # "habis itu ..."
    begun = bool(told) or any(p < min(between) for p in said)
    return begun and any(p > max(between) for p in said)


def _at(question: Question, cue: str) -> frozenset[int]:
    return question.hits[cue].positions


def _beside(case: Case, aspect: str, described: dict[str, float]) -> Decision | None:
    """Return the neighbour of the shallowest step that is described.

    A step that goes on from what is described ("Apabila ditolak, ...") is the next one itself.
    """
    found = case.search.steps(case.question, case.scope, described, "step_next")
    found.sort(key=lambda passage: passage.place.count("."))
    deed = {stem for stem, weight in described.items() if weight >= 1 and not is_pair(stem)}
    telling = [f for f in found if aspect == "step_next" and _tells_after(case, f, deed)]
    aspect = "step" if telling else aspect
    requests = tuple(Request(aspect, f.standard, f.place) for f in telling or found)
    if not requests:
        return None
    several = len({request.standard for request in requests}) > 1
    return Decision(requests, choose=True) if several else Decision(requests[:1])


def _tells_after(case: Case, passage: Passage, deed: set[str]) -> bool:
    step = case.shelf.standards[passage.standard].step(passage.place)
    return step is not None and follows_on(step, deed)


def contents(case: Case) -> Decision | None:
    """Read the wish to see the step that the conversation is about ("isinya apa?")."""
    topic = case.topic
    question = case.question
    if not topic.standard or not topic.step or question.named or topic.aspect not in STEP_ASPECTS:
        return None
    if _asks_of_all(case):
        return one("total_time", topic.standard)
    used = {
        p for aspect in _OF_STEP if aspect in question.hits for p in question.hits[aspect].positions
    }
    if question.content(used) or question.hits.keys() - _OF_STEP:
        return None
    asks = not _CONTENTS.isdisjoint(question.stems) or question.has("duties")
    aspect = step_aspect(question)
    return one(aspect, topic.standard, step=topic.step) if asks or aspect != "step" else None


def _asks_of_all(case: Case) -> bool:
    """Say whether "berapa lama selesainya?" behind several steps told together means the whole."""
    question, topic = case.question, case.topic
    several = (topic.subject or "").startswith(MARK) and topic.aspect == "step"
    bare = question.hits.keys() == {"duration"} and "selesai" in question.stems
    return several and bare and not question.content(question.hits["duration"].positions)


def by_content(case: Case, aspect: str, cues: set[str]) -> Decision | None:
    """Return the steps that say what the question describes, or None."""
    described = case.search.described(case.question, cues)
    if not described:
        return None
    if aspect == "step_time":  # "berapa lama masa pinjam" asks for a time, not for that word
        described = {k: w for k, w in described.items() if "masa" not in k.split("_")} or described
    if aspect in WHO_ASPECTS:
        described = _with_verb(case.question, described)
    if aspect == "step_parts" and not case.search.is_telling(described):
        return None
    places: dict[str, list[str]] = {}
    for passage in case.search.steps(case.question, case.scope, described, aspect):
        numbers = places.setdefault(passage.standard, [])
        if passage.place not in numbers:
            numbers.append(passage.place)
    places = _nearby(case, places) if described.keys() == {"tandatangan"} else places
    shown = "step" if aspect == "step_parts" else aspect
    asked = MARK + " ".join(s for s, weight in described.items() if weight >= 1 and not is_pair(s))
    requests = tuple(
        Request(shown, standard, "+".join(numbers[:_MOST_STEPS]), asked)
        for standard, numbers in places.items()
    )
    return Decision(requests[:_MOST_STEPS]) if requests else None


def _nearby(case: Case, places: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return only the steps under the one the conversation is about, if any are."""
    standard, step = case.topic.standard, case.topic.step
    if not standard or not step or standard not in places:
        return places
    top = step.split(".")[0]
    near = [n for n in places[standard] if n.split(".")[0] == top]
    return {standard: near} if near else places


def _with_verb(question: Question, described: dict[str, float]) -> dict[str, float]:
    """Return the query with more weight on what is done: the word beside "siapa"."""
    stems = [word.stem for word in question.words if word.stem not in _BESIDE_WHO]
    if "siapa" not in stems:
        return described
    here = stems.index("siapa")
    beside = [*stems[here + 1 : here + 2], *stems[max(here - 1, 0) : here]]
    verb = next((stem for stem in beside if described.get(stem) == 1.0), None)
    return described | {verb: _VERB} if verb else described
