"""Through which channels complaints come in, and whether one that is asked for is among them."""

from __future__ import annotations

from knowledge.finding.answering import Answered
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.complaining import chain_values, sources_of
from knowledge.finding.facets import missing
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions

#: What people say -> the kind of the channel; what of the text's kinds it may be as well.
_KINDS = {
    "aplikasi": frozenset({"aplikasi"}),
    "whatsapp": frozenset({"whatsapp"}),
    "email": frozenset({"email"}),
    "telepon": frozenset({"telepon", "hotline"}),
    "media sosial": frozenset({"instagram", "twitter", "facebook", "tiktok"}),
}
_ALSO = {
    "aplikasi": frozenset({"aplikasi", "laman", "website", "sp4n-lapor"}),
    "telepon": frozenset({"telepon", "whatsapp", "sms", "hotline", "call center"}),
}


def channel_asked(question: Question) -> str | None:
    """Return the kind of channel that a question asks for, None for any."""
    return next(
        (kind for kind, words in _KINDS.items() if not words.isdisjoint(question.texts)), None
    )


def complaint_channel(shelf: Shelf, request: Request) -> Answered:
    """Answer with the channels the text names, or say that it gives none."""
    standard = shelf.standards[request.standard or ""]
    chain = standard.complaint
    if chain is None:
        return missing(standard, "complaint")
    fitting = _ALSO.get(request.subject or "", {request.subject})
    absent = (
        None
        if not chain.channels or fitting & {None, *(c.kind for c in chain.channels)}
        else request.subject
    )
    values = {**chain_values(standard, chain), "absent": absent}
    # what an application would do instead ("ajukan lewat aplikasi") no telephone answers
    told = chain.channels and absent != "aplikasi"
    kind = ReplyKind.ANSWER if told else ReplyKind.UNKNOWN
    return Answered(
        "complaint_channel", values, sources_of(standard, chain, "receiver"), kind,
        next=suggestions(standard, "complaint_channel"),
    )  # fmt: skip
