"""Which standard a complaint is about: by its name, by the posts and units, by what it tells.

Each kind of evidence has its floor, and what points elsewhere with equal force leaves it open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from knowledge.finding.ranks import is_person, level_of
from knowledge.finding.shelf import Shelf
from knowledge.language import words
from knowledge.language.normalize import Word
from knowledge.routing.mentions import Mention, Spotter
from knowledge.routing.message import Clause, Message
from knowledge.routing.posts import Jabatan
from knowledge.routing.ranks import Rank

MOST_CANDIDATES = 8
_OFTEN = 3  # passages that speak of a word which is then at home in a standard
_TELLING = 1.1  # weight of words, one of its own among them, that tell a standard
_MARGIN = 0.7
_AGAINST = 0.6  # weight of words, twice that for the others, that makes named staff uncertain
_WORTH = 0.9  # weight from which a standard leads the candidates
_COMMON = 0.3  # weight of what all procedures speak of: to send, to check, a book, a room
_FORMULA = "standar pelayanan"
_DRAFTING = re.compile(
    r"\b(?:draf\w*|draft\w*|konsep|naskah|\w*susun\w*|finalisasi|pembahasan|bahas|bikin|"
    r"membuat|revisi|format|template|formulir)\s+(?:awal\s+|final\s+)?standar pelayanan\b"
)
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
        self._usage = shelf.index.usage()

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
        best = max(found.values(), default=Evidence.NONE)
        if best is Evidence.NONE:
            return None, self._candidates(said, posts)
        winners = [key for key, evidence in found.items() if evidence is best]
        rivals = [k for k, e in found.items() if e is Evidence.WORDS and best is Evidence.POST]
        if weak and best is Evidence.POST:
            rivals += self._spoken_for(winners, said)
        if len(winners) == 1 and not rivals:
            return winners[0], (winners[0],)
        return None, (*winners, *rivals)[:MOST_CANDIDATES]

    def _spoken_for(self, winners: Sequence[str], said: Sequence[Word]) -> list[str]:
        """Return the standards that the words speak for where mere staff speaks for others.

        Staff of one service is also named for what it does beside it.
        """
        weights = self._weights(said)
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
        for key in self._by_words(said):
            found[key] = Evidence.WORDS
        for key in self._by_posts(posts):
            found[key] = Evidence.POST
        for key in self._by_name(said, posts):
            found[key] = Evidence.NAME
        return found

    def _by_name(self, said: Sequence[Word], posts: Sequence[frozenset[str]]) -> tuple[str, ...]:
        """Return the standards whose names are said, in full or in words of their own."""
        names = self._shelf.names
        named = names.find(said)
        if named.certain is None:
            return named.mentioned if len(named.mentioned) > 1 else ()
        if not (named.firm or self._supported(named.certain, said, posts)):
            return ()
        another = names.find(said, named.positions)
        if another.certain and another.firm and another.certain != named.certain:
            return named.certain, another.certain
        return (named.certain,)

    def _supported(
        self, standard: str, said: Sequence[Word], posts: Sequence[frozenset[str]]
    ) -> bool:
        """Say whether a standard that is half named is also told by a post or by other words."""
        weights = self._weights(said)
        return any(standard in users for users in posts) or (
            weights.get(standard, 0) >= _WORTH and weights[standard] == max(weights.values())
        )

    @staticmethod
    def _by_posts(posts: Sequence[frozenset[str]]) -> list[str]:
        """Return the standards that all posts and units with few standards have together."""
        few = [users for users in posts if 0 < len(users) <= 2]
        single = {next(iter(users)) for users in few if len(users) == 1}
        if single:
            return sorted(single)
        shared = frozenset.intersection(*few) if few else frozenset[str]()
        return sorted(shared)

    def _by_words(self, said: Sequence[Word]) -> list[str]:
        """Return the one standard that several words, one of them its own, speak for."""
        weights = self._weights(said)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked or weights[ranked[0]] < _TELLING:
            return []
        second = weights[ranked[1]] if len(ranked) > 1 else 0.0
        clear = weights[ranked[0]] - second >= _MARGIN and self._at_home(ranked[0], said)
        return [ranked[0]] if clear else []

    def _at_home(self, standard: str, said: Sequence[Word]) -> bool:
        """Say whether two words stand often in a standard, one of them in no other."""
        often = {
            w.stem
            for w in said
            if w.stem and not w.is_stop and self._shelf.index.count(w.stem, standard) >= _OFTEN
        }
        telling = [s for s in often - words.synonyms().keys() if self._usage[s] < len(self._shelf)]
        return len(telling) > 1 and any(self._usage[stem] == 1 for stem in telling)

    def _weights(self, said: Sequence[Word]) -> dict[str, float]:
        """Return how much the words of a text are those of each standard."""
        weights: defaultdict[str, float] = defaultdict(float)
        for stem in {word.stem for word in said if word.stem and not word.is_stop}:
            if not 0 < self._usage.get(stem, 0) < len(self._shelf):
                continue
            counts = self._shelf.index.counts(stem)
            total = sum(counts.values())
            common = _COMMON if stem in words.synonyms() else 1.0
            for standard, count in counts.items():
                share = count / total if total else 0.0
                weights[standard] += common * share**2 * min(1.0, count / 2)
        return dict(weights)

    def _candidates(self, said: Sequence[Word], posts: Sequence[frozenset[str]]) -> tuple[str, ...]:
        """Return all standards, those first that fit best; none where there are too many."""
        named = self._shelf.names.find(said)
        weights = defaultdict(float, self._weights(said))
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
