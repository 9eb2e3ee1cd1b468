"""From a decision to a reply: builds the answer, keeps the conversation's topic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.finding import (
    across,
    changing,
    channels,
    complaining,
    duties,
    facets,
    identity,
    quoting,
    stepping,
    totals,
)
from knowledge.finding.answering import Answered, Builder, short_title
from knowledge.finding.answers import Citation, Option, Reply, ReplyKind, Request, Topic
from knowledge.finding.aspects import COMPLAINT, FACETS, NOT_SAID
from knowledge.finding.case import MARK, MOST_OPTIONS, STEP_ASPECTS, Decision
from knowledge.finding.lessons import OfficeAnswer, Taught
from knowledge.finding.shelf import Shelf
from knowledge.finding.telling_apart import told_apart

_BUILDERS: Mapping[str, Builder] = {
    "step": stepping.step,
    "step_time": stepping.step_time,
    "step_actor": stepping.step_actor,
    "step_signer": stepping.step_actor,
    "step_next": stepping.step_next,
    "step_previous": stepping.step_previous,
    "procedure": stepping.procedure,
    "step_count": stepping.step_count,
    "total_time": totals.total_time,
    "complaint": complaining.complaint,
    "complaint_receiver": complaining.complaint,
    "complaint_handler": complaining.complaint,
    "complaint_delegation": complaining.complaint,
    "complaint_channel": channels.complaint_channel,
    "complaint_time": complaining.complaint_time,
    "person_name": complaining.person_name,
    "listing": across.listing,
    "card": across.card,
    "having": across.having,
    "lacking": across.lacking,
    "compare": across.compare,
    "most": across.most,
    "least": across.least,
    "differences": across.differences,
    "official": duties.official,
    "definition": quoting.definition,
    "document": identity.answer,
    "passage": quoting.passage,
    "quote": quoting.quote,
    "changes": changing.changed,
}
_NO_QUOTE = frozenset({"quote", "card", "framework", "changes"})
_SCREEN = 1800  # characters
_OVER_SEVERAL = frozenset({"having", "lacking", "compare", "most", "least"})
_NO_STANDARD = _OVER_SEVERAL | {"listing", "differences", "official"}
_KEEPS_NO_ASPECT = frozenset({"quote", "listing", "differences", "changes"})


class Composer:
    """Puts replies together over a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def answers(self, aspect: str) -> bool:
        """Say whether there is such an aspect."""
        return aspect in _BUILDERS or aspect in FACETS | COMPLAINT | NOT_SAID

    def reply(self, decision: Decision, topic: Topic, language: str) -> Reply:
        """Return the reply to a decision."""
        if decision.choose:
            return self._choice(decision, topic, language)
        if len(decision.requests) == 1 and self._is_too_long(decision.requests[0]):
            aspect = decision.requests[0].aspect
            each = tuple(Request(aspect, standard.id) for standard in self._shelf)
            return self._choice(Decision(each[:MOST_OPTIONS], choose=True), topic, language)
        answered = [(request, self._build(request)) for request in decision.requests]
        if len(answered) == 1:
            return self._single(*answered[0], topic, language)
        return self._together(answered, topic, language)

    def _is_too_long(self, request: Request) -> bool:
        """Say whether a facet of all standards is more than a screen of a phone holds."""
        if request.standard or request.aspect in _NO_STANDARD:
            return False
        length = 0
        for standard in self._shelf:
            length += sum(map(len, across.brief(standard, request.aspect)))
            if length > _SCREEN:
                return True
        return False

    def _build(self, request: Request) -> Answered:
        if request.standard and request.standard not in self._shelf.standards:
            return Answered("gone", {"standard": ""}, kind=ReplyKind.UNKNOWN)
        if request.standard is None and request.aspect not in _NO_STANDARD:
            return self._of_all(request)
        builder = _BUILDERS.get(request.aspect)
        if builder is None and request.aspect in FACETS | COMPLAINT:
            builder = facets.facet
        if builder is None:
            return Answered("gone", {"standard": ""}, kind=ReplyKind.UNKNOWN)
        return builder(self._shelf, request)

    def _of_all(self, request: Request) -> Answered:
        if request.aspect in NOT_SAID:
            made = [self._build(Request(request.aspect, s.id)) for s in self._shelf]
            said = [m for m in made if m.kind is ReplyKind.ANSWER]
            if len(said) < 2:
                none = Answered("none_says", {"facet": request.aspect}, kind=ReplyKind.UNKNOWN)
                return said[0] if said else none
        return across.each(self._shelf, request)

    def _single(self, request: Request, made: Answered, topic: Topic, language: str) -> Reply:
        return Reply(
            made.kind,
            made.form,
            made.values,
            replace(_moved(topic, request, made.step), options=made.options),
            made.citations,
            made.options,
            next=(*_quote(request, made), *made.next),
            request=request,
            language=language,
        )

    def _together(
        self, answered: list[tuple[Request, Answered]], topic: Topic, language: str
    ) -> Reply:
        good = [(r, a) for r, a in answered if a.kind is ReplyKind.ANSWER] or answered[:1]
        if len(good) == 1:
            return self._single(*good[0], topic, language)
        parts = [{"form": made.form, "values": made.values} for _, made in good]
        citations: list[Citation] = [c for _, made in good for c in made.citations]
        names = told_apart(self._shelf, (r.standard for r, _ in good), short_title)
        options = tuple(Option(self._label(request, names), request) for request, _ in good)
        kept = replace(topic, options=options, aspect=good[0][0].aspect)
        if len({request.standard for request, _ in good}) == 1:
            kept = _moved(topic, good[0][0], good[0][1].step)
        return Reply(
            ReplyKind.ANSWER, "together", {"parts": parts}, kept, tuple(dict.fromkeys(citations)),
            next=tuple(_plain(r) for r, _ in good)[:3], request=good[0][0], language=language,
        )  # fmt: skip

    def _choice(self, decision: Decision, topic: Topic, language: str) -> Reply:
        names = told_apart(self._shelf, (r.standard for r in decision.requests), short_title)
        options = tuple(Option(self._label(r, names), r) for r in decision.requests)
        aspect = decision.requests[0].aspect
        by_step = len({r.standard for r in decision.requests}) == 1 and aspect != "official"
        values = {"aspect": aspect, "labels": [o.label for o in options], "by_step": by_step}
        return Reply(
            ReplyKind.CHOICE, "choice", values, _asking(topic, aspect, options),
            options=options, language=language,
        )  # fmt: skip

    def _label(self, request: Request, names: Mapping[str, str]) -> str:
        if request.aspect == "official" and request.subject:
            return request.subject.split("#")[0]
        return names.get(request.standard or "") or request.subject or request.aspect

    def unknown(self, near: Request | None, topic: Topic, language: str) -> Reply:
        """Return the honest "not in the standards", naming the nearest thing that can be told."""
        standard = self._shelf.get(near.standard if near else topic.standard)
        listing = Request("listing")
        next_ = (near, listing) if near else (listing,)
        values = {
            "standard": short_title(standard) if standard else None,
            "near": near.aspect if near else None,
            "step": near.step if near else None,
            "count": len(self._shelf),
        }
        return Reply(
            ReplyKind.UNKNOWN, "unknown", values, replace(topic, options=()),
            next=next_, language=language,
        )  # fmt: skip

    def nearest(
        self, requests: Sequence[Request], topic: Topic, language: str, missing: str | None = None
    ) -> Reply:
        """Return passages of one standard that come nearest, said to be no more than that.

        `missing` is the part that was asked for, where the standard has none.
        """
        answered = [(request, self._build(request)) for request in requests]
        parts = [{"form": made.form, "values": made.values} for _, made in answered]
        standard = self._shelf.standards[requests[0].standard or ""]
        citations = tuple(dict.fromkeys(c for _, made in answered for c in made.citations))
        values = {"standard": short_title(standard), "parts": parts, "missing": missing}
        return Reply(
            ReplyKind.ANSWER, "nearest", values,
            _moved(topic, replace(requests[0], aspect=topic.aspect or "passage"), None), citations,
            next=(Request("card", standard.id),), request=requests[0], language=language,
            sure=False,
        )  # fmt: skip

    def with_more(self, reply: Reply, more: Request) -> Reply:
        """Return an answer with another passage below it, which says what it leaves out."""
        made = self._build(more)
        if made.kind is not ReplyKind.ANSWER:
            return reply
        citations = tuple(dict.fromkeys((*reply.citations, *made.citations)))
        part = {"form": made.form, "values": made.values}
        near = reply.request.standard if reply.form == "nearest" and reply.request else None
        if near == more.standard:
            values = {**reply.values, "parts": [part, *reply.values["parts"]]}
            return replace(reply, values=values, citations=citations)
        of_others = {citation.standard for citation in reply.citations} != {more.standard}
        standard = self._shelf.get(more.standard)
        values = {
            "standard": reply.values.get("standard"),
            "main": {"form": reply.form, "values": reply.values},
            "more": part,
            "other": short_title(standard) if standard and of_others else None,
        }
        return replace(reply, form="with_more", values=values, citations=citations)

    def taught(self, taught: Taught, topic: Topic, language: str) -> Reply:
        """Return what the office has taught: a passage with its source, or its own answer."""
        if not isinstance(taught.content, OfficeAnswer):
            decision = Decision((taught.content.request,))
            return replace(self.reply(decision, topic, language), lesson=taught.lesson)
        said = taught.content
        values = {"text": said.text, "post": said.post, "holding": said.holding, "at": said.at}
        return Reply(
            ReplyKind.ANSWER, "office_answer", values, replace(topic, options=()),
            language=language, lesson=taught.lesson,
        )  # fmt: skip

    def smalltalk(self, kind: str, topic: Topic, language: str) -> Reply:
        """Return one friendly line; the conversation's topic stays."""
        values = {"count": len(self._shelf)}
        return Reply(ReplyKind.SMALLTALK, kind, values, topic, language=language)


def _moved(topic: Topic, request: Request, step: str | None) -> Topic:
    """Return the topic after an answer: its standard, what was asked, the step."""
    standard = request.standard or topic.standard
    changed = standard != topic.standard
    previous = topic.standard if changed and topic.standard else topic.previous
    aspect = topic.aspect if request.aspect in _KEEPS_NO_ASPECT else request.aspect
    if aspect in _OVER_SEVERAL:  # their subject begins with the facet; a step of the chat stays
        at_step = topic.aspect in STEP_ASPECTS
        aspect = topic.aspect if at_step else re.split("[+/]", request.subject or "")[0]
    kept_step = step or (None if changed or request.aspect not in STEP_ASPECTS else topic.step)
    if not changed and step is None:
        kept_step = topic.step
    return Topic(standard, previous, aspect, kept_step, request.subject)


def _asking(topic: Topic, aspect: str, options: tuple[Option, ...]) -> Topic:
    """Return the topic after a choice; what was asked stays for a name that follows."""
    if topic.standard or aspect in _NO_STANDARD or aspect == "card":
        return replace(topic, options=options)
    return replace(topic, options=options, aspect=aspect)


def _plain(request: Request) -> Request:
    """Return a request without the words that it was found by: buttons need the place only."""
    found_by_words = (request.subject or "").startswith(MARK)
    return replace(request, subject=None) if found_by_words else request


def _quote(request: Request, made: Answered) -> tuple[Request, ...]:
    """Return the button that shows the exact text, where the answer has one place."""
    if request.standard is None or not made.citations or request.aspect in _NO_QUOTE:
        return ()
    if made.step or request.aspect in STEP_ASPECTS:
        return (Request("quote", request.standard, made.step),) if made.step else ()
    if made.form == "from_steps":
        steps = "+".join(line.mark for line in made.values["lines"])
        return (Request("quote", request.standard, steps),)
    return (Request("quote", request.standard, subject=made.citations[0].section),)
