"""Rules for who does a thing that a step describes, told apart by the very verb that is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import SURE, Case, Decision
from knowledge.finding.question import Question
from knowledge.finding.rules_steps import ORDER, asks_who_acts, by_content
from knowledge.finding.saying import said_of_facet
from knowledge.finding.scope import best_facet

_WEAK_BESIDE_WHO = ("unit", "cost", "place", "implementers")
_ACTIVE = re.compile(r"me(?:m|n|ng|ny)?[a-z]{3,}")


def who(case: Case) -> Decision | None:
    """Read the question who does a thing that a step describes."""
    question = case.question
    if not question.has("who", "sign", "recipient") or question.names_only_a_post:
        return None
    aspect = best_facet(question)
    sure = question.score(aspect or "") >= SURE + 2 and aspect not in _WEAK_BESIDE_WHO
    if sure or aspect in COMPLAINT:
        return None
    if paid := _paid_to(case):
        return paid
    cues = {"who", *(ORDER if asks_who_acts(question) else ())}
    if aspect and not case.search.described(question, cues | {aspect}, titles=False):
        return _of_result(case) if aspect == "output" else None
    found = by_content(case, "step_signer" if question.has("sign") else "step_actor", cues)
    return _with_printed_verb(case, found) if found else None


def _paid_to(case: Case) -> Decision | None:
    """Read "biaya fumigasi bayarnya ke siapa?": what the part on costs says of it."""
    question = case.question
    if not question.has("cost") or not question.has("recipient"):
        return None
    described = case.search.described(question, {"cost", "recipient", "who"}, titles=False)
    return said_of_facet(case, "cost") if described else None


def _of_result(case: Case) -> Decision | None:
    """Read "siapa yang menetapkan hasil ...?": the one step that has just this done to it."""
    found = by_content(case, "step_actor", {"who"})
    told = _with_printed_verb(case, found) if found else None
    return told if told is not found else None


def _with_printed_verb(case: Case, found: Decision) -> Decision:
    """Return only the steps that have the verb just as it is asked with, if any has it."""
    verb = _asked_verb(case.question)
    kept = []
    for request in found.requests:
        standard = case.shelf.standards[request.standard or ""]
        numbers = (request.step or "").split("+")
        steps_ = [step for number in numbers if (step := standard.step(number))]
        saying = [s.number for s in steps_ if verb and re.search(rf"\b{verb}\b", s.text, re.I)]
        if saying:
            kept.append(replace(request, step="+".join(saying)))
    return Decision(tuple(kept)) if kept else found


def _asked_verb(question: Question) -> str | None:
    """Return the verb behind "siapa yang" that names nothing elsewhere ("menetapkan"), if any."""
    texts = [word.text for word in question.words]
    here = texts.index("siapa") if "siapa" in texts else len(texts)
    behind = [word for word in question.words[here + 1 : here + 3] if word.text != "yang"]
    verb = behind[0] if behind and behind[0].is_stop else None
    return verb.text if verb and _ACTIVE.match(verb.text) else None
