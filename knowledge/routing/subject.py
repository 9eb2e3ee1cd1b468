"""Which standard a complaint is about: by its name, by the posts and units, by what it tells.

Each kind of evidence has its floor, and what points elsewhere with equal force leaves it open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from knowledge.finding.named import Named
from knowledge.finding.ranks import is_person, level_of
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import Word
from knowledge.routing.mentions import Mention, Spotter
from knowledge.routing.message import Clause, Message
from knowledge.routing.posts import Jabatan
from knowledge.routing.ranks import Rank
from knowledge.routing.wording import Wording

MOST_CANDIDATES = 8
_AGAINST = 0.6  # weight of words, twice that for the others, that makes named staff uncertain
_WORTH = 0.9  # weight from which a standard leads the candidates
_NEARER = 0.4  # weight by which the words of another standard must not exceed a name's own
_FORMULA = "standar pelayanan"
_DRAFTING = re.compile(
    r"\b(?:draf\w*|draft\w*|konsep|naskah|\w*susun\w*|finalisasi|pembahasan|bahas|bikin|"
    r"membuat|revisi|format|template|formulir)\s+(?:awal\s+|final\s+)?standar pelayanan\b"
)
_MADE_BEFORE = re.compile(
    r"\b(?:pengaduan|aduan)\s+(?:masyarakat\b|warga\b|(?:yang\s+)?(?:saya|kami|aku|kita)\b)"
)
_COMPLAINTS = re.compile(r"\bpengaduan\b", re.I)
_EMPTY = Word("", "")
_KEPALA = Word("kepala", "kepala")


class Evidence(IntEnum):
    """What a standard was recognised by, the surest last."""

    NONE = 0
    WORDS = 1
    POST = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """The standard that a text is about, or those that fit, best first.

    `said` are the words of the text outside the names of posts and units, `units` the keys of
    the posts that head the units it names.
    """

    certain: str | None = None
    possible: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Subjects:
    """Recognises the standards of a shelf in complaints."""

    def __init__(self, shelf: Shelf, spotter: Spotter) -> None:
        self._shelf = shelf
        self._spotter = spotter
        self._wording = Wording(shelf)

    def find(self, message: Message) -> Subject:
        """Return the standard of a text, or those that fit about as well."""
        said: list[Word] = []
        named: list[Jabatan] = []
        heads: list[Jabatan] = []
        for clause in message.clauses:
            words, own = self._without_posts(clause)
            words, units = self._without_units(words)
            said += [*words, _EMPTY]
            named += own
            heads += units
        users = [frozenset(post.standards) for post in (*named, *heads)]
        weak = not heads and all(post.rank is Rank.STAF for post in named)
        certain, possible = self._found(message, said, users, weak=weak)
        texts = tuple(word.text for word in said if word.stem)
        return Subject(certain, possible, texts, tuple(head.key for head in heads))

    def _found(
        self,
        message: Message,
        said: Sequence[Word],
        posts: Sequence[frozenset[str]],
        *,
        weak: bool,
    ) -> tuple[str | None, tuple[str, ...]]:
        if len(self._shelf) == 1:
            only = next(iter(self._shelf)).id
            return only, (only,)
        found = self._evidence(said, posts) | self._of_standards(message)
        found |= self._of_complaints(message)
        best = max(found.values(), default=Evidence.NONE)
        if best is Evidence.NONE:
            return None, self._candidates(said, posts)
        winners = [key for key, evidence in found.items() if evidence is best]
        rivals = [k for k, e in found.items() if e is Evidence.WORDS and best is Evidence.POST]
        if best is Evidence.WORDS:
            rivals += self._offices(said, winners)
        if weak and best is Evidence.POST:
            rivals += self._spoken_for(winners, said)
        if len(winners) == 1 and not rivals:
            return winners[0], (winners[0],)
        return None, (*winners, *rivals)[:MOST_CANDIDATES]

    def _offices(self, said: Sequence[Word], winners: Sequence[str]) -> list[str]:
        """Return the standards whose office is named where mere words speak for another's."""
        named = self._shelf.names.find(said)
        others = named.office and not {*named.possible}.intersection(winners)
        return [*named.possible] if others else []

    def _spoken_for(self, winners: Sequence[str], said: Sequence[Word]) -> list[str]:
        """Return the standards that the words speak for where mere staff speaks for others.

        Staff of one service is also named for what it does beside it.
        """
        weights = self._wording.weights(said)
        most = 2 * max((weights.get(key, 0.0) for key in winners), default=0.0)
        told = (key for key, weight in weights.items() if weight >= max(_AGAINST, most))
        return [key for key in told if key not in winners]

    def _of_standards(self, message: Message) -> dict[str, Evidence]:
        """Return the standards about standards, where a text speaks of drafting one.

        Elsewhere the two words are the formula that every title begins with.
        """
        if not _DRAFTING.search(message.plain):
            return {}
        titles = {s.id: s.title.casefold() for s in self._shelf}
        about = [key for key, title in titles.items() if title.count(_FORMULA) > 1]
        return dict.fromkeys(about, Evidence.NAME)

    def _of_complaints(self, message: Message) -> dict[str, Evidence]:
        """Return the services whose thing is complaints, where a text tells of one made before."""
        if not _MADE_BEFORE.search(message.plain):
            return {}
        about = [s.id for s in self._shelf if _COMPLAINTS.search(s.title)]
        return dict.fromkeys(about, Evidence.NAME)

    def _without_posts(self, clause: Clause) -> tuple[list[Word], list[Jabatan]]:
        """Return the words of a clause without its persons, and the posts that are clear."""
        words = list(clause.words)
        posts: list[Jabatan] = []
        for mention in clause.mentions:
            homes = {post.standards for post in mention.posts}
            if mention.named and len(homes) == 1:
                posts += mention.posts
            if mention.rank is Rank.OTHER or (mention.posts and not self._is_everywhere(mention)):
                words[mention.start : mention.end] = [_EMPTY] * (mention.end - mention.start)
        return words, posts

    def _is_everywhere(self, mention: Mention) -> bool:
        """Say whether most standards name a post, as they do the minister."""
        users = {user for post in mention.posts for user in post.standards}
        return 2 * len(users) > len(self._shelf) > 2

    def _without_units(self, words: list[Word]) -> tuple[list[Word], list[Jabatan]]:
        """Return words without the units that are named, and the posts that head those."""
        stems = [word.stem for word in words]
        found: list[Jabatan] = []
        for start in range(len(stems)):
            level = level_of(stems[start:])
            if not level or is_person(level) or len(level) > 1:
                continue
            end = self._shelf.posts.end_of_name(stems, start + 1)
            heads = self._spotter.heads((_KEPALA, *words[start:end]))
            if heads and end > start + 1:
                found += heads
                words[start:end] = [_EMPTY] * (end - start)
        return words, found

    def _evidence(
        self, said: Sequence[Word], posts: Sequence[frozenset[str]]
    ) -> dict[str, Evidence]:
        """Return the surest evidence of each standard that has any."""
        found: dict[str, Evidence] = {}
        for key in self._wording.told(self._without_office(said)):
            found[key] = Evidence.WORDS
        for key in self._by_posts(posts):
            found[key] = Evidence.POST
        for key in self._by_name(said, posts):
            found[key] = Evidence.NAME
        return found

    def _without_office(self, said: Sequence[Word]) -> list[Word]:
        """Return words without those that only name an office: it may serve other things too."""
        named = self._shelf.names.find(said)
        hidden = named.positions if named.office else frozenset[int]()
        return [_EMPTY if at in hidden else word for at, word in enumerate(said)]

    def _by_name(self, said: Sequence[Word], posts: Sequence[frozenset[str]]) -> tuple[str, ...]:
        """Return the standards whose names are said, in full or in words of their own."""
        names = self._shelf.names
        named = names.find(said)
        if named.certain is None:
            return self._clearest(named.mentioned, said) if len(named.mentioned) > 1 else ()
        if not (named.firm or self._supported(named, said, posts)):
            return ()
        another = names.find(said, named.positions)
        if another.certain and another.firm and another.certain != named.certain:
            by_the_way = self._wording.is_faint(another.certain, said)
            return (named.certain,) if by_the_way else (named.certain, another.certain)
        return (named.certain,)

    def _clearest(self, mentioned: tuple[str, ...], said: Sequence[Word]) -> tuple[str, ...]:
        """Return the one of several half named standards whose own words are said, or all."""
        told = self._wording.told(said)
        return tuple(told) if told and told[0] in mentioned else mentioned

    def _supported(
        self, named: Named, said: Sequence[Word], posts: Sequence[frozenset[str]]
    ) -> bool:
        """Say whether a standard that is half named is also told by a post or by other words.

        Two words of its name will do where no other standard is as near.
        """
        key = named.certain or ""
        weights = self._wording.weights(said)
        if any(key in users for users in posts):
            return True
        if weights.get(key, 0) >= _WORTH and weights[key] == max(weights.values()):
            return True
        stems = {said[position].stem for position in named.positions}
        others = max((w for k, w in weights.items() if k != key), default=0.0)
        alone = named.possible == named.mentioned == (key,)
        return alone and len(stems) > 1 and others - weights.get(key, 0.0) < _NEARER

    @staticmethod
    def _by_posts(posts: Sequence[frozenset[str]]) -> list[str]:
        """Return the standards that all posts and units with few standards have together."""
        few = [users for users in posts if 0 < len(users) <= 2]
        single = {next(iter(users)) for users in few if len(users) == 1}
        if single:
            return sorted(single)
        shared = frozenset.intersection(*few) if few else frozenset[str]()
        return sorted(shared)

    def _candidates(self, said: Sequence[Word], posts: Sequence[frozenset[str]]) -> tuple[str, ...]:
        """Return all standards, those first that fit best; none where there are too many."""
        named = self._shelf.names.find(said)
        weights = defaultdict(float, self._wording.weights(said))
        for key in named.possible:
            weights[key] += 1
        for users in posts:
            for key in users:
                weights[key] += 1 / len(users)
        ranked = sorted(self._shelf.standards, key=lambda key: -weights[key])
        if named.possible and weights[ranked[0]] >= _WORTH and len(named.possible) > 1:
            return named.possible[:MOST_CANDIDATES]
        if len(ranked) <= MOST_CANDIDATES:
            return tuple(ranked)
        return tuple(k for k in ranked if weights[k] >= _WORTH)[:MOST_CANDIDATES]
