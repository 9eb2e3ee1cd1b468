"""The posts that the standards name: one entry for all spellings of a name, and what it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from knowledge.finding.passages import stems_of
from knowledge.finding.ranks import BEFORE, level_of, levels
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens
from knowledge.language.words import stopwords
from knowledge.model import ServiceStandard

_NO_NAME = frozenset({"kait", "kerja", "unit", "pimpinan", "negara", "bidang"})
_ENOUGH = 0.5
_OFFICE = frozenset({"negara", "sekretariat", "menteri", "sekretaris", "kementerian"})
_LINKS = frozenset({"dan", "di", "pada", "untuk", "yang"})
_SECTION_HEAD = re.compile(r"^kasi ")  # elsewhere the word means to give
_SPELLED = 0.05
AREAS = frozenset({"kelurahan", "kecamatan"})
"""What a Lurah and a Camat head, and is no post."""

_REACH = 9  # words after the rank that may belong to the name
_LONGEST = 6  # words of a name; what is longer describes people ("staf yang memiliki ...")
_PLAIN = 5  # doers without a rank have short names


class Role(StrEnum):
    """What a standard says of a post."""

    UNIT = "unit"
    RESPONSIBLE = "responsible"
    IMPLEMENTER = "implementer"
    RECEIVES = "receives"
    HANDLES = "handles"
    TOGETHER = "together"
    ACTS = "acts"


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing a standard says of a post: its role, and the step where it acts."""

    standard: str
    role: Role
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post as first printed, with every mention of it.

    `words` are the stems of its name behind the rank; `spelled` the words as they are written,
    which tell "Ketatalaksanaan" from "Tata Laksana"; `whole` are all stems of the name in order,
    with those that name nothing elsewhere ("Kerja Sama", "Pelayanan Umum"); `own` are those that
    tell it from others of its rank.
    """

    name: str
    level: tuple[str, ...]
    words: frozenset[str]
    spelled: frozenset[str]
    mentions: tuple[Mention, ...]
    whole: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pointed:
    """The posts that a question names, best first, and the positions of the words that do."""

    posts: tuple[Post, ...] = ()
    positions: frozenset[int] = frozenset()
    rank: bool = False  # a rank is named, with words of a name behind it
    level: tuple[str, ...] = ()  # the rank that is named, whether or not a name follows


@dataclass(frozen=True, slots=True)
class PrintedPost:
    """A post in one standard: its first spelling there, its `key`, and every mention of it."""

    name: str
    key: tuple[str, ...]
    mentions: tuple[Mention, ...]


def printed_posts(standard: ServiceStandard) -> Iterator[PrintedPost]:
    """Yield each post that a standard names, in the order of its text."""
    names: dict[tuple[str, ...], str] = {}
    mentions: dict[tuple[str, ...], list[Mention]] = {}
    for name, mention in mentions_of(standard):
        key = _key(name)
        if key:
            names.setdefault(key, name)
            mentions.setdefault(key, []).append(mention)
    yield from (PrintedPost(names[key], key, tuple(found)) for key, found in mentions.items())


def mentions_of(standard: ServiceStandard) -> Iterator[tuple[str, Mention]]:
    """Yield each name of a post or unit that a standard prints, with what it says of it."""
    key = standard.id
    if standard.unit:
        yield standard.unit, Mention(key, Role.UNIT)
    if standard.responsible:
        yield standard.responsible, Mention(key, Role.RESPONSIBLE)
    for name in standard.implementers:
        yield name, Mention(key, Role.IMPLEMENTER)
    chain = standard.complaint
    if chain:
        if chain.received_by:
            yield chain.received_by, Mention(key, Role.RECEIVES)
        yield from ((name, Mention(key, Role.HANDLES)) for name in chain.handled_by)
        yield from (
            (name, Mention(key, Role.HANDLES)) for case in chain.cases for name in case.handled_by
        )
        yield from ((name, Mention(key, Role.TOGETHER)) for name in chain.together_with)
    for step in standard.walk_steps():
        yield from ((name, Mention(key, Role.ACTS, step.number)) for name in step.actors)


class Posts:
    """All posts of the loaded standards."""

    def __init__(self, printed: Iterable[PrintedPost]) -> None:
        names: dict[tuple[str, ...], str] = {}
        mentions: dict[tuple[str, ...], list[Mention]] = {}
        for one in printed:
            names.setdefault(one.key, one.name)
            mentions.setdefault(one.key, []).extend(one.mentions)
        self._posts = tuple(_post(names[key], key, found) for key, found in mentions.items())
        named = (post for post in self._posts if len(post.words) <= _LONGEST)
        self._vocabulary = frozenset(word for post in named for word in post.words)
        self._neighbours = frozenset(
            pair for post in self._posts for pair in zip(post.whole, post.whole[1:], strict=False)
        )
        self._by_word: dict[str, list[int]] = {}
        for number, post in enumerate(self._posts):
            for word in post.words | post.own or {""}:
                self._by_word.setdefault(word, []).append(number)
        self.spellings = frozenset(word for post in self._posts for word in post.spelled)

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts)

    def named(self, name: str) -> Post | None:
        """Return the post with that printed name in any of its spellings, or None."""
        wanted = frozenset(_key(name))
        return next((post for post in self._posts if post.spelled == wanted), None)

    def find(self, question: Sequence[Word]) -> Pointed:
        """Return the posts that the words name, best first."""
        stems = [word.stem for word in question]
        ranks = [word.text if word.text in AREAS else word.stem for word in question]
        texts = frozenset(word.text for word in question)
        positions, rank, level = self._positions(ranks)
        beside = [s for p, s in enumerate(stems) if not rank or p not in positions]
        scored = [
            (self._score(post, ranks if post.level else beside) + _exact(post, texts), post)
            for post in self._likely(stems)
        ]
        best = max((score for score, _ in scored), default=0.0)
        if best < _ENOUGH:
            return Pointed((), positions, rank, level)
        found = [post for score, post in scored if score >= best - 0.01]
        found.sort(key=lambda post: (-len(post.words), -len(post.mentions)))
        found += [post for post in self._posts if _is_longer(found[0], post)]
        if not found[0].level:
            positions |= {p for p, stem in enumerate(stems) if stem in found[0].words}
        return Pointed(tuple(found), positions, rank, level)

    def _likely(self, stems: Iterable[str]) -> list[Post]:
        """Return the posts that can score: a word of their name is said, or they have none."""
        numbers = {number for stem in {"", *stems} for number in self._by_word.get(stem, ())}
        return [self._posts[number] for number in sorted(numbers)]

    def of_level(self, level: tuple[str, ...], standard: str | None = None) -> tuple[Post, ...]:
        """Return the posts of a rank, of one standard if given."""
        return tuple(
            post
            for post in self._posts
            if post.level == level and standard in (None, *(m.standard for m in post.mentions))
        )

    def _positions(self, stems: list[str]) -> tuple[frozenset[int], bool, tuple[str, ...]]:
        """Return where ranks and the names right behind them stand, and the first rank."""
        positions: set[int] = set()
        rank = False
        first: tuple[str, ...] = ()
        for level in levels():
            start = _run(level, stems)
            if start is None or start in positions:
                continue
            first = first or level
            end = self.end_of_name(stems, start + len(level))
            positions.update(range(start, end))
            rank = rank or end > start + len(level)
        return frozenset(positions), rank, first

    def end_of_name(self, stems: list[str], end: int) -> int:
        """Return where the name that begins there ends; words it has beside others belong to it."""
        while end < len(stems) and (
            stems[end] in self._vocabulary
            or stems[end] == "dan"
            or (stems[end - 1], stems[end]) in self._neighbours
        ):
            end += 1
        return end

    def _score(self, post: Post, stems: list[str]) -> float:
        if not post.level:
            return self._plain(post, stems)
        start = _run(post.level, stems)
        if start is None or level_of(stems[start:]) != post.level:
            return 0.0
        after = self._name_behind(stems, start + len(post.level))
        names = post.own
        if post.level == ("deputi",):  # all deputies are deputies of the minister
            names = names - _OFFICE or names
        if not names:
            generic = "kait" in stems if "kait" in post.whole else not after
            return 0.55 if generic and post.words <= after else 0.0
        found = names & after
        return 2 * len(found) / (len(names) + len(after - _NO_NAME - _LINKS)) if found else 0.0

    def _name_behind(self, stems: list[str], start: int) -> frozenset[str]:
        """Return the words behind a rank that belong to names of posts."""
        behind = stems[start : start + _REACH]
        name = stems[start : self.end_of_name(stems, start)]
        return frozenset(stem for stem in behind if stem in self._vocabulary).union(name)

    @staticmethod
    def _plain(post: Post, stems: list[str]) -> float:
        """Score doers without a rank ("Pengadministrasi Umum"): all their words, in the text."""
        names = post.words - _NO_NAME
        if not names or not post.words <= set(stems):
            return 0.0
        acts = any(mention.role is not Role.UNIT for mention in post.mentions)
        in_full = acts and _run(post.whole, stems) is not None
        return 1.0 if len(post.words) < _PLAIN or in_full else 0.0


def _understood(name: str) -> tuple[Word, ...]:
    return as_words(expand(tokens(_SECTION_HEAD.sub("kepala seksi ", flatten(name)))))


@lru_cache(20_000)  # the same names stand in many standards
def _key(name: str) -> tuple[str, ...]:
    """Return the words of a name, the same for all spellings of it (Deputy/Deputi, TU)."""
    found = _understood(name)
    stop = stopwords()  # by the word as written: "Pembantu" and "Penerimaan" name, "bantu" does not
    return tuple(word.text for word in found if word.text not in stop)[:12]


def _post(name: str, key: tuple[str, ...], mentions: list[Mention]) -> Post:
    level, words, whole = _parts(name)
    own = frozenset(whole[len(level) :]) - _LINKS - _NO_NAME
    return Post(name, level, words, frozenset(key), tuple(mentions), whole, own)


@lru_cache(20_000)  # a post's name stays when standards come and go
def _parts(name: str) -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """Return the rank of a name, the stems behind it, and all stems of the name."""
    stems = stems_of(_SECTION_HEAD.sub("kepala seksi ", flatten(name)))
    level = level_of(stems)
    return level, frozenset(stems[len(level) :]), _whole(name)


def _whole(name: str) -> tuple[str, ...]:
    """Return all stems of a name that is short enough to be one."""
    found = tuple(word.stem for word in _understood(name))
    return found if len(found) <= _REACH else stems_of(name)


def _is_longer(post: Post, other: Post) -> bool:
    """Say whether the other name is the same with the office's name behind it."""
    more = other.words - post.words
    return other.level == post.level and post.words < other.words and more <= _OFFICE


def _exact(post: Post, texts: frozenset[str]) -> float:
    """Return a small bonus for words that are spelled as in the name."""
    return _SPELLED * len(post.spelled & texts) / len(post.spelled) if post.spelled else 0.0


def _run(level: tuple[str, ...], stems: Sequence[str]) -> int | None:
    if level[0] not in stems:
        return None
    for start, stem in enumerate(stems):
        is_whole = start == 0 or stems[start - 1] not in BEFORE
        if stem == level[0] and is_whole and tuple(stems[start : start + len(level)]) == level:
            return start
    return None
