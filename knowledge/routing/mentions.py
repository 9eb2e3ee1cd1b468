"""The persons that a complaint speaks of: posts in any spelling, bare ranks, and people without.

Here is only where they stand and who they are; what is said of them is judged in `accusing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding.aspects import Hit
from knowledge.finding.posts import AREAS, Posts
from knowledge.finding.ranks import BEFORE, is_person, level_of
from knowledge.language.normalize import Word
from knowledge.routing.posts import Jabatan, OfficePosts
from knowledge.routing.ranks import Rank, rank_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at the words `start` to `end` of a clause.

    `posts` are the posts that the words can mean, none for a bare rank ("kepala bagiannya") and
    for people without a post, whose rank is STAF or OTHER. `named` tells that a name follows the
    rank, known or not; `elsewhere` that it is one every office has, but no standard names
    ("Kabag Keuangan"). `vague` is set for "pejabat", who can be anybody of rank.
    """

    start: int
    end: int
    rank: Rank
    posts: tuple[Jabatan, ...] = ()
    named: bool = False
    vague: bool = False
    elsewhere: bool = False
    name: tuple[str, ...] = ()


class Spotter:
    """Finds persons in clauses."""

    def __init__(self, printed: Posts, office: OfficePosts) -> None:
        self._printed = printed
        self._office = office

    def spot(self, said: Sequence[Word], hits: Iterable[Hit]) -> tuple[Mention, ...]:
        """Return the persons of a clause in the order of its words."""
        ranked = list(self._ranked(said))
        taken = {p for mention in ranked for p in range(mention.start, mention.end)}
        others = [m for m in _people(hits) if m.start not in taken]
        return tuple(sorted((*ranked, *others), key=lambda mention: mention.start))

    def heads(self, said: Sequence[Word]) -> tuple[Jabatan, ...]:
        """Return the posts that a rank and a name mean together."""
        keys = dict.fromkeys(
            self._office.key_of(post.name) for post in self._printed.find(said).posts
        )
        return tuple(post for key in keys if (post := self._office.get(key)))

    def _ranked(self, said: Sequence[Word]) -> Iterator[Mention]:
        stems = [word.text if word.text in AREAS else word.stem for word in said]
        position = 0
        while position < len(stems):
            level = self._level(stems, position)
            if not level:
                position += 1
                continue
            behind = position + len(level)
            end = max(behind, _without_link(stems, self._printed.end_of_name(stems, behind)))
            yield self._mention(said, position, end, level)
            position = end

    def _level(self, stems: list[str], position: int) -> tuple[str, ...]:
        """Return the rank of a person that begins at a position, () if none does."""
        level = level_of(stems[position:])
        if not is_person(level) or (level == ("ketua",)):
            return ()
        return level

    def _mention(
        self, said: Sequence[Word], start: int, end: int, level: tuple[str, ...]
    ) -> Mention:
        behind = start + len(level)
        name = tuple(word.stem for word in said[behind:end])
        rank = rank_of(level, name[0] if name else "")
        posts = tuple(post for post in self.heads(said[start:end]) if post.rank is rank)
        strange = not name and behind < len(said) and _is_name(said, behind)
        return Mention(
            start, end, rank, posts, named=bool(name) or strange,
            elsewhere=strange or (bool(name) and said[behind].text in UNITS_ELSEWHERE), name=name,
        )  # fmt: skip


def _is_name(said: Sequence[Word], at: int) -> bool:
    """Say whether an unknown unit follows ("kabag keuangan"): a bare noun that tells nothing."""
    return said[at].text in UNITS_ELSEWHERE


UNITS_ELSEWHERE = frozenset(
    "keuangan umum hukum kepegawaian sdm humas perencanaan program aset perlengkapan anggaran it "
    "pengadaan rumahtangga kesejahteraan arsip kearsipan pemerintahan".split()
)


def _without_link(stems: list[str], end: int) -> int:
    return end - 1 if end and stems[end - 1] in {"dan", *BEFORE} else end


def _people(hits: Iterable[Hit]) -> Iterator[Mention]:
    """Yield people without a post, and vague officials."""
    for hit in hits:
        if hit.aspect not in ("person", "staff", "official"):
            continue
        start, end = min(hit.positions), max(hit.positions) + 1
        rank = Rank.STAF if hit.aspect == "staff" else Rank.OTHER
        yield Mention(start, end, rank, vague=hit.aspect == "official")
