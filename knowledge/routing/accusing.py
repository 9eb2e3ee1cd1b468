"""Whom a complaint accuses, and whom it only addresses, thanks or mentions.

Read clause by clause: the words before a person tell what part he plays, the words behind him
what he did. Where neither is clear, he is possibly accused, and must not get the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from knowledge.finding.aspects import Hit
from knowledge.routing import parts
from knowledge.routing.kinds import SINCE, bad_hits, is_question
from knowledge.routing.mentions import Mention
from knowledge.routing.message import Clause, Message
from knowledge.routing.ranks import Rank
from knowledge.routing.spotted import OWN_DOING, Spotted, is_passive, is_staff, spotted

_STRONG = 2.0  # weight of what is wrong, and not only a matter of patience
_NEAR = 3  # words between a person and his predicate
_REPORTED = re.compile(r"\w(?:kan|in)\b|\breport")  # "melaporkan X" accuses, "lapor X" goes to him
_GRAVE = frozenset({"deed", "pengaduan"})


class Charge(IntEnum):
    """What a text does to a person, the worst last."""

    NONE = 0
    UNCLEAR = 1  # nothing tells his part; only while a text is read
    POSSIBLE = 2
    ACCUSED = 3


@dataclass(frozen=True, slots=True)
class Charged:
    """A person and how far the text accuses him; `speaks` where he is the sender himself."""

    mention: Mention
    charge: Charge
    speaks: bool = False


def charges(message: Message) -> tuple[Charged, ...]:
    """Return every person of a text with the worst that it says of him.

    Where something grave happened and nobody is accused of it, it may have been anybody whose
    part is unclear.
    """
    found = tuple(_charges(message))
    named = any(one.charge > Charge.UNCLEAR for one in found)
    grave = not named and any(map(_is_grave, message.clauses))
    unclear = Charge.POSSIBLE if grave else Charge.NONE
    return tuple(
        replace(one, charge=unclear) if one.charge is Charge.UNCLEAR else one for one in found
    )


def _charges(message: Message) -> Iterator[Charged]:
    last: Mention | None = None
    instead = False  # "bukan A yang ...", so who is named next did it
    for clause in message.clauses:
        for one in spotted(clause):
            if instead and _names_only(one):
                yield Charged(one.mention, Charge.ACCUSED)
            yield Charged(one.mention, _charge(one, message), _speaks(one))
            instead = one.nearest == "bukan" and bool(one.bad)
        if last and _goes_on_about(clause, message):
            yield Charged(last, Charge.ACCUSED)
        last = clause.mentions[-1] if clause.mentions else last


def _names_only(one: Spotted) -> bool:
    """Say whether a clause does nothing but name a person: "tapi Kabag X"."""
    said = [w for w in one.clause.words if not w.is_stop]
    return len(said) <= one.mention.end - one.mention.start


def _speaks(one: Spotted) -> bool:
    """Say whether the sender tells his own post: "saya selaku Kabag X"."""
    said = [text for text in one.between if text not in parts.OFFICE_OF]
    return bool(said) and said[-1] in ("saya", "aku", "kami") and not one.bad_behind()


def _charge(one: Spotted, message: Message) -> Charge:
    if is_question(one.clause, message) or _speaks(one):
        return Charge.NONE
    part = _part(one, message)
    return part if part is not None else _deeds(one, message)


def _part(one: Spotted, message: Message) -> Charge | None:
    """Return what the words before a person settle alone, or None."""
    before = set(one.before[:3])
    if _is_of_staff(one) or one.nearest == "bukan":
        return Charge.NONE
    if parts.THANKS & before:
        return Charge.POSSIBLE if _is_ironic(one, message) else Charge.NONE
    if any(accuses(one) for accuses in _ACCUSING):
        return Charge.NONE if parts.NEGATIONS & before else Charge.ACCUSED
    if parts.NEGATIONS & before and not one.bad_behind():
        return Charge.NONE
    return _by_role(one, message)


def _is_to_be_punished(one: Spotted) -> bool:
    """Say whether the sender wants him punished: "mohon copot X", "tindak X"."""
    hits = one.clause.signs("punish")
    return any(max(hit.positions) == one.mention.start - 1 for hit in hits)


def _by_role(one: Spotted, message: Message) -> Charge | None:
    """Judge by the word right before a person: a manner of his, his room, his order."""
    if one.nearest in parts.MANNERS | parts.TOPIC:
        return Charge.NONE if one.praised else Charge.ACCUSED
    if one.nearest in parts.TOWARDS:
        return Charge.ACCUSED if parts.FEELINGS & set(one.before[1:3]) else Charge.NONE
    if one.nearest in parts.ORDERS:
        grave = any(_is_grave(clause) for clause in message.beside(one.clause))
        return Charge.POSSIBLE if grave else Charge.NONE
    if one.nearest in parts.MEETING and parts.HARDLY & set(one.before):
        return Charge.ACCUSED
    return Charge.NONE if one.nearest in parts.BYSTANDING else None


def _is_grave(clause: Clause) -> bool:
    return any(hit.aspect in _GRAVE for hit in bad_hits(clause))


def _is_charged(one: Spotted) -> bool:
    """Say whether the sender charges a person in so many words: "mengadukan X", "ulah X"."""
    charged = one.nearest in parts.CHARGES and bool(_REPORTED.search(one.clause.flat))
    return charged or one.nearest in parts.FAULT


def _is_of_staff(one: Spotted) -> bool:
    """Say whether a post is only named for its staff: "staf Kabag X", "staf di bawah Kabag X"."""
    if one.previous is None or not is_staff(one.previous, one.clause):
        return False
    return set(one.between) <= parts.OF_UNIT


def _is_the_one(one: Spotted) -> bool:
    """Say whether a deed is told first and then who did it: "yang minta uang itu Kabag X"."""
    said = one.clause.words[: one.mention.start]
    texts = [word.text for word in said if word.text not in parts.ADDRESSES]
    if not texts or texts[-1] not in parts.CLOSING or "yang" not in texts:
        return False
    return any(min(hit.positions) < one.mention.start for hit in one.bad)


def _is_done_by(one: Spotted) -> bool:
    """Say whether a bad thing was done by this person: "dibentak oleh X", "ditolak X"."""
    agent = parts.AGENT & set(one.between[-3:])
    for hit in one.bad:
        first = min(hit.positions)
        if one.since <= first < one.mention.start and _leads_to(one, hit, agent):
            return True
    return False


def _leads_to(one: Spotted, hit: Hit, agent: set[str] | frozenset[str]) -> bool:
    """Say whether a deed's doer is the person behind it: "dibentak X", "bentakan X"."""
    if "oleh" in agent:
        return True
    passive = [p for p in sorted(hit.positions) if p < one.mention.start]
    deed = one.clause.words[passive[-1]].text
    if not (is_passive(hit, one.clause) or deed.endswith("an")):
        return False
    rest = [w.text for w in one.clause.words[passive[-1] + 1 : one.mention.start]]
    return bool(agent) or not set(rest) - parts.HONORIFICS


def _is_felt_about(one: Spotted) -> bool:
    """Say whether the sender's displeasure is with this person: "kecewa dengan Kabag X"."""
    near = set(one.between[-3:]) & (parts.AGENT | {"dengan", "pada", "kepada", "atas"})
    return bool(near and parts.FEELINGS & set(one.between[-5:])) and not one.praised


def _deeds(one: Spotted, message: Message) -> Charge:
    """Judge by what is said behind a person, in his clause or in the next."""
    ordinary = _ordinary(one)
    bad = [h for h in one.bad_behind() if h.aspect in OWN_DOING or not ordinary]
    if bad or one.behind("punish"):
        return Charge.ACCUSED
    if one.nearest in parts.REQUESTS or one.cleared:
        return Charge.NONE
    if one.praised and (one.behind("praise") or one.ends_clause):
        return Charge.POSSIBLE if _is_ironic(one, message) else Charge.NONE
    if ordinary:
        return Charge.POSSIBLE if _is_darkened(one, message) else Charge.NONE
    return _unsaid(one, message)


def _ordinary(one: Spotted) -> list[Hit]:
    """Return what a person does in the ordinary course of things, right behind his name."""
    return [h for h in one.behind("neutral") if min(h.positions) - one.mention.end <= _NEAR]


def _is_ironic(one: Spotted, message: Message) -> bool:
    """Say whether praise goes on with what is wrong, and no "but" stands between."""
    later = [c for c in message.beside(one.clause) if c.number >= one.clause.number]
    said = {word.text for clause in later for word in clause.words}
    if parts.CONTRASTS & said or any(clause.mentions for clause in later[1:]):
        return False
    if any(clause.signs("masukan") for clause in later):
        return False
    wrong = any(_is_wrong(clause) for clause in later[1:])
    return wrong or bool(one.bad_behind())


def _is_wrong(clause: Clause) -> bool:
    strong = any(hit.score >= _STRONG for hit in bad_hits(clause))
    lasting = any(word.text in parts.LONG for word in clause.words)
    return strong or lasting or bool(SINCE.search(clause.flat))


def _is_darkened(one: Spotted, message: Message) -> bool:
    """Say whether the same sentence goes on to tell a wrong that nobody else is named for."""
    following = message.after(one.clause)
    if following is None or following.sentence != one.clause.sentence or following.mentions:
        return False
    grave = (hit for hit in bad_hits(following) if hit.aspect in _GRAVE)
    return one.ends_clause and any(not is_passive(hit, following) for hit in grave)


def _unsaid(one: Spotted, message: Message) -> Charge:
    """Judge a person of whom his clause says nothing that we know."""
    rest = [w for w in one.clause.words[one.mention.end : one.until] if not w.is_stop]
    following = message.after(one.clause)
    if not rest and following and following.sentence == one.clause.sentence:
        return Charge.ACCUSED if _begins_bad(following) else _addressed(one)
    subject = not one.before and one.mention.rank not in (Rank.STAF, Rank.OTHER)
    if subject and rest and not one.clause.asks:
        return Charge.POSSIBLE
    return _addressed(one)


def _addressed(one: Spotted) -> Charge:
    """Return that a person is only spoken to, unless a word before him has another meaning."""
    return Charge.UNCLEAR if one.before else Charge.NONE


def _begins_bad(clause: Clause) -> bool:
    """Say whether a clause goes on about the person before it: it names none, only the deed."""
    if clause.mentions or clause.words[0].text in parts.CONTRASTS:
        return False
    content = [p for p, w in enumerate(clause.words) if not w.is_stop or w.text in parts.NEGATIONS]
    active = [hit for hit in bad_hits(clause) if not is_passive(hit, clause)]
    return bool(content) and any(content[0] in hit.positions for hit in active)


def _goes_on_about(clause: Clause, message: Message) -> bool:
    """Say whether "dia", "beliau" or "orangnya" did something bad in a clause of his own."""
    again = clause.signs("again")
    if not again or clause.mentions or is_question(clause, message):
        return False
    first = min(min(hit.positions) for hit in again)
    active = [hit for hit in bad_hits(clause) if not is_passive(hit, clause)]
    return any(min(hit.positions) > first for hit in active)


_ACCUSING = (_is_the_one, _is_done_by, _is_felt_about, _is_charged, _is_to_be_punished)
