"""A person where he stands: the words around him in his clause, and the persons beside him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.finding.aspects import Hit
from knowledge.routing import parts
from knowledge.routing.kinds import bad_hits, is_denied
from knowledge.routing.mentions import Mention
from knowledge.routing.message import Clause
from knowledge.routing.ranks import Rank

OWN_DOING = ("deed", "trait")  # signs of what only a person does or is
_LOOKS_BACK = 4  # words before a person that tell his part


@dataclass(frozen=True, slots=True)
class Spotted:
    """A person in his clause; `until` is where what is said of him ends at the latest."""

    mention: Mention
    clause: Clause
    until: int
    previous: Mention | None = None

    @property
    def since(self) -> int:
        """Return where the words begin that belong to this person and no other."""
        return self.previous.end if self.previous else 0

    @property
    def between(self) -> list[str]:
        """Return the words between the person before and this one, in their order."""
        return [word.text for word in self.clause.words[self.since : self.mention.start]]

    @property
    def before(self) -> list[str]:
        """Return the stems right before the person, nearest first, without forms of address.

        A word like "itu" closes what stands before it: "di rapat itu Kepala Biro ...".
        """
        said = self.clause.words[self.since : self.mention.start]
        stems = [w.text if w.text in parts.AS_WRITTEN else w.stem for w in said]
        found: list[str] = []
        for stem in reversed(stems):
            if stem in parts.CLOSING:
                break
            if stem not in parts.HONORIFICS:
                found.append(stem)
        return found[:_LOOKS_BACK]

    @property
    def nearest(self) -> str:
        """Return the nearest of those, "" if the clause begins with the person."""
        before = self.before
        return before[0] if before else ""

    @property
    def bad(self) -> list[Hit]:
        """Return what the whole clause says that is bad."""
        return list(bad_hits(self.clause))

    def behind(self, *signs: str) -> list[Hit]:
        """Return the hits of these signs between this person and the next."""
        return self._behind(self.clause.signs(*signs))

    def bad_behind(self) -> list[Hit]:
        """Return what is said of this person that is bad, but for what was done to others."""
        return [hit for hit in self._behind(self.bad) if not is_passive(hit, self.clause)]

    def _behind(self, hits: Sequence[Hit]) -> list[Hit]:
        return [hit for hit in hits if self.mention.end <= min(hit.positions) < self.until]

    @property
    def praised(self) -> bool:
        """Say whether the clause praises, and says nothing bad behind the person."""
        praise = [h for h in self.clause.signs("praise") if not is_denied(h, self.clause.words)]
        return bool(praise) and not self._behind(self.bad)

    @property
    def cleared(self) -> bool:
        """Say whether something bad is denied of this person: "Kabag X tidak kasar"."""
        hits = self.behind("pengaduan", "keluhan", *OWN_DOING)
        return any(is_denied(hit, self.clause.words) for hit in hits)

    @property
    def ends_clause(self) -> bool:
        """Say whether nobody else stands between this person and the end of the clause."""
        return self.until == len(self.clause.words)


def is_passive(hit: Hit, clause: Clause) -> bool:
    """Say whether a hit tells what was done to somebody: "dibentak"."""
    words = (clause.words[position] for position in hit.positions)
    return any(word.text.startswith("di") and word.text != word.stem for word in words)


def is_staff(mention: Mention, clause: Clause) -> bool:
    """Say whether a person is somebody's: his staff, his driver."""
    return mention.rank is Rank.STAF or clause.words[mention.end - 1].text in parts.STAFF


def spotted(clause: Clause) -> list[Spotted]:
    """Return the persons of a clause; what is said of two together is said of each."""
    mentions = clause.mentions
    ends = [*(m.start for m in mentions[1:]), len(clause.words)][: len(mentions)]
    before: list[Mention | None] = [None, *mentions][: len(mentions)]
    for at in reversed(range(len(mentions) - 1)):
        between = _between(clause, mentions[at], mentions[at + 1])
        of_staff = is_staff(mentions[at], clause) and between <= parts.OF_UNIT
        if of_staff or between <= parts.JOINING:
            ends[at] = ends[at + 1]
    for at in range(1, len(mentions)):
        between = _between(clause, mentions[at - 1], mentions[at])
        if between and between <= parts.JOINING:
            before[at] = before[at - 1]
    return [
        Spotted(mention, clause, end, previous)
        for mention, end, previous in zip(mentions, ends, before, strict=True)
    ]


def _between(clause: Clause, one: Mention, other: Mention) -> set[str]:
    return {word.text for word in clause.words[one.end : other.start]}
