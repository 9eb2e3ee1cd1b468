"""Answers from a post: what each standard has it do."""

from __future__ import annotations

from knowledge.finding.answering import Answered, cite, short_title, unique
from knowledge.finding.answers import Citation, ReplyKind, Request
from knowledge.finding.posts import Mention, Post, Role
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, ProcedureStep, ServiceStandard, Source

COMPLAINT_ROLES = frozenset({Role.RECEIVES, Role.HANDLES, Role.TOGETHER})
_FACETS = {Role.UNIT: Facet.UNIT, Role.RESPONSIBLE: Facet.RESPONSIBLE}
_MOST_STEPS = 12
_MOST_PARTS = 8  # of a step that only leads up to them


def official(shelf: Shelf, request: Request) -> Answered:
    """Answer with the roles and steps of a post, by standard.

    A subject that ends in "#complaints" or "#roles" asks for those alone; where a post has no role
    in a standard, its steps there are told all the same.
    """
    name, _, only = (request.subject or "").partition("#")
    post = shelf.posts.named(name)
    mentions = _wanted(post, request.standard, complaints=only == "complaints")
    if post is None or not mentions:
        return Answered("no_post", {"post": name}, kind=ReplyKind.UNKNOWN)
    parts, citations = [], list[Citation]()
    for key in dict.fromkeys(m.standard for m in mentions):
        standard = shelf.standards[key]
        own = [m for m in mentions if m.standard == key]
        has_role = any(m.role is not Role.ACTS for m in own)
        parts.append(_part(standard, own, 0 if only == "roles" and has_role else _most(mentions)))
        citations.extend(_cited(standard, own))
    values = {"post": post.name, "parts": parts, "complaints": only == "complaints"}
    return Answered("official", values, unique(citations)[:6])


def _wanted(post: Post | None, standard: str | None, *, complaints: bool) -> list[Mention]:
    if post is None:
        return []
    return [
        m
        for m in post.mentions
        if (standard is None or m.standard == standard)
        and (not complaints or m.role in COMPLAINT_ROLES)
    ]


def _most(mentions: list[Mention]) -> int:
    """Return how many steps of a standard to show: fewer where there are several standards."""
    return _MOST_STEPS // len({m.standard for m in mentions})


def _part(standard: ServiceStandard, mentions: list[Mention], most: int) -> dict[str, object]:
    numbers = list(dict.fromkeys(m.step for m in mentions if m.step))
    steps = [step for number in numbers if (step := standard.step(number))]
    return {
        "standard": short_title(standard),
        "roles": [
            r.value for r in Role if r is not Role.ACTS and any(m.role is r for m in mentions)
        ],
        "steps": [
            {"number": s.number, "text": _timed(s), "parts": _parts(s)} for s in steps[:most]
        ],
        "more": max(0, len(steps) - most),
    }


def _timed(step: ProcedureStep) -> str:
    """Return a step's text with its time, where a column beside it says that."""
    time = step.duration.text if step.duration else ""
    return f"{step.text} ({time})" if time and time not in step.text else step.text


def _parts(step: ProcedureStep) -> list[str]:
    """Return what a step leads up to ("melaksanakan:"), none where its text is whole."""
    if not step.text.rstrip().endswith(":"):
        return []
    parts = [child.text for child in step.steps] + [item.text for item in step.details]
    return [part.rstrip(" ;.") for part in parts[:_MOST_PARTS]]


def _cited(standard: ServiceStandard, mentions: list[Mention]) -> list[Citation]:
    sources: list[Source | None] = []
    for mention in mentions:
        sources.append(_source(standard, mention))
    return [cite(standard, source) for source in sources if source is not None]


def _source(standard: ServiceStandard, mention: Mention) -> Source | None:
    if mention.role is Role.ACTS:
        section = standard.section(Facet.PROCEDURE)
        return section.source if section else None
    if mention.role in COMPLAINT_ROLES:
        section = standard.section(Facet.COMPLAINT)
        return section.source if section else None
    facet = _FACETS.get(mention.role, Facet.IMPLEMENTERS)
    place = standard.item(facet) or standard.section(facet)
    return place.source if place else None
