"""The posts that the standards name: one entry for all spellings of a name, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.finding.passages import stems_of
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens
from knowledge.model import ServiceStandard

_LEVELS: tuple[tuple[str, ...], ...] = (
    ("kepala", "subbagian"),
    ("kepala", "bagian"),
    ("kepala", "biro"),
    ("staf", "ahli"),
    ("staf", "subbagian"),
    ("menteri",),
    ("sekretaris",),
    ("deputi",),
    ("staf",),
    ("biro",),
    ("bagian",),
    ("subbagian",),
)
_NO_NAME = frozenset({"kait", "kerja", "unit", "pimpinan", "negara", "bidang"})
_ENOUGH = 0.5
_OFFICE = frozenset({"negara", "sekretariat", "menteri", "sekretaris", "kementerian"})
_BEFORE = frozenset({"kepala", "deputi", "staf", "wakil"})  # a rank behind these is another
_SPELLED = 0.05
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
    which tell "Ketatalaksanaan" from "Tata Laksana".
    """

    name: str
    level: tuple[str, ...]
    words: frozenset[str]
    spelled: frozenset[str]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Pointed:
    """The posts that a question names, best first, and the positions of the words that do."""

    posts: tuple[Post, ...] = ()
    positions: frozenset[int] = frozenset()
    rank: bool = False  # a rank is named, with words of a name behind it


def level_of(stems: Sequence[str]) -> tuple[str, ...]:
    """Return the rank that a post's words begin with, or () for other doers."""
    return next((level for level in _LEVELS if tuple(stems[: len(level)]) == level), ())


def _named(standard: ServiceStandard) -> Iterator[tuple[str, Mention]]:
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
        yield from ((name, Mention(key, Role.TOGETHER)) for name in chain.together_with)
    for step in standard.walk_steps():
        yield from ((name, Mention(key, Role.ACTS, step.number)) for name in step.actors)


class Posts:
    """All posts of the loaded standards."""

    def __init__(self, standards: Iterable[ServiceStandard]) -> None:
        names: dict[tuple[str, ...], str] = {}
        mentions: dict[tuple[str, ...], list[Mention]] = {}
        for standard in standards:
            for name, mention in _named(standard):
                key = _key(name)
                if key:
                    names.setdefault(key, name)
                    mentions.setdefault(key, []).append(mention)
        self._posts = tuple(_post(names[key], key, found) for key, found in mentions.items())
        named = (post for post in self._posts if len(post.words) <= _LONGEST)
        self._vocabulary = frozenset(word for post in named for word in post.words)
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
        texts = frozenset(word.text for word in question)
        scored = [(self._score(post, stems) + _exact(post, texts), post) for post in self._posts]
        best = max((score for score, _ in scored), default=0.0)
        positions, rank = self._positions(stems)
        if best < _ENOUGH:
            return Pointed((), positions, rank)
        found = [post for score, post in scored if score >= best - 0.01]
        found.sort(key=lambda post: (-len(post.words), -len(post.mentions)))
        found += [post for post in self._posts if _is_longer(found[0], post)]
        if not found[0].level:
            positions |= {p for p, stem in enumerate(stems) if stem in found[0].words}
        return Pointed(tuple(found), positions, rank)

    def _positions(self, stems: list[str]) -> tuple[frozenset[int], bool]:
        """Return where ranks and the names right behind them stand."""
        positions: set[int] = set()
        rank = False
        for level in _LEVELS:
            start = _run(level, stems)
            if start is None or start in positions:
                continue
            end = start + len(level)
            positions.update(range(start, end))
            while end < len(stems) and (stems[end] in self._vocabulary or stems[end] == "dan"):
                positions.add(end)
                rank = True
                end += 1
        return frozenset(positions), rank

    def _score(self, post: Post, stems: list[str]) -> float:
        if not post.level:
            return self._plain(post, stems)
        start = _run(post.level, stems)
        if start is None or level_of(stems[start:]) != post.level:
            return 0.0
        after = self._name_behind(stems, start + len(post.level))
        names = post.words - _NO_NAME
        if post.level == ("deputi",):  # all deputies are deputies of the minister
            names = names - _OFFICE or names
        if not names:
            generic = "kait" in stems if len(post.level) > 1 else not after
            return 0.55 if generic and post.words <= after else 0.0
        found = names & after
        return 2 * len(found) / (len(names) + len(after - _NO_NAME)) if found else 0.0

    def _name_behind(self, stems: list[str], start: int) -> frozenset[str]:
        """Return the words behind a rank that belong to names of posts."""
        behind = stems[start : start + _REACH]
        return frozenset(stem for stem in behind if stem in self._vocabulary)

    @staticmethod
    def _plain(post: Post, stems: list[str]) -> float:
        """Score doers without a rank ("Pengadministrasi Umum"): all their words, in the text."""
        names = post.words - _NO_NAME
        return 1.0 if names and len(post.words) < _PLAIN and post.words <= set(stems) else 0.0


def _key(name: str) -> tuple[str, ...]:
    """Return the words of a name, the same for all spellings of it (Deputy/Deputi, TU)."""
    found = as_words(expand(tokens(flatten(name))))
    return tuple(word.text for word in found if not word.is_stop)[:12]


def _post(name: str, key: tuple[str, ...], mentions: list[Mention]) -> Post:
    stems = stems_of(name)
    level = level_of(stems)
    words = frozenset(stems[len(level) :])
    return Post(name, level, words, frozenset(key), tuple(mentions))


def _is_longer(post: Post, other: Post) -> bool:
    """Say whether the other name is the same with the office's name behind it."""
    more = other.words - post.words
    return other.level == post.level and post.words < other.words and more <= _OFFICE


def _exact(post: Post, texts: frozenset[str]) -> float:
    """Return a small bonus for words that are spelled as in the name."""
    return _SPELLED * len(post.spelled & texts) / len(post.spelled) if post.spelled else 0.0


def _run(level: tuple[str, ...], stems: Sequence[str]) -> int | None:
    for start in range(len(stems) - len(level) + 1):
        whole = start == 0 or stems[start - 1] not in _BEFORE
        if whole and tuple(stems[start : start + len(level)]) == level:
            return start
    return None
