"""The posts that the standards name: one entry for all spellings of a name, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.finding.passages import stems_of
from knowledge.language.normalize import Word
from knowledge.model import ServiceStandard

_LEVELS: tuple[tuple[str, ...], ...] = (
    ("kepala", "subbagian"),
    ("kepala", "bagian"),
    ("kepala", "biro"),
    ("staf", "ahli"),
    ("menteri",),
    ("sekretaris",),
    ("deputi",),
    ("staf",),
    ("biro",),
    ("bagian",),
    ("subbagian",),
)
_NO_NAME = frozenset({"kait", "kerja", "unit", "pimpinan", "negara"})
_ENOUGH = 0.5


class Role(StrEnum):
    """What a standard says of a post."""

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
    """A post as first printed, with every mention of it."""

    name: str
    level: tuple[str, ...]
    words: frozenset[str]
    mentions: tuple[Mention, ...]


def level_of(stems: Sequence[str]) -> tuple[str, ...]:
    """Return the rank that a post's words begin with, or () for other doers."""
    for level in _LEVELS:
        if tuple(stems[: len(level)]) == level:
            return level
    return ()


def _named(standard: ServiceStandard) -> Iterator[tuple[str, Mention]]:
    key = standard.id
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
                key = tuple(stems_of(name)[:12])
                if key:
                    names.setdefault(key, name)
                    mentions.setdefault(key, []).append(mention)
        self._posts = tuple(
            Post(names[key], level_of(key), frozenset(key) - set(level_of(key)), tuple(found))
            for key, found in mentions.items()
        )

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts)

    def named(self, name: str) -> Post | None:
        """Return the post with that printed name in any of its spellings, or None."""
        key = stems_of(name)
        wanted = frozenset(key) - set(level_of(key))
        return next(
            (p for p in self._posts if p.level == level_of(key) and p.words == wanted), None
        )

    def find(self, question: Sequence[Word]) -> tuple[Post, ...]:
        """Return the posts that the words name, best first; none if only a rank is named."""
        stems = [word.stem for word in question]
        scored = [(self._score(post, stems), post) for post in self._posts]
        best = max((score for score, _ in scored), default=0.0)
        if best < _ENOUGH:
            return ()
        return tuple(post for score, post in scored if score >= best - 0.01)

    def ranks(self, question: Sequence[Word]) -> tuple[Post, ...]:
        """Return every post of the rank that the words begin to name ("kepala bagian")."""
        stems = [word.stem for word in question]
        for level in _LEVELS:
            if _run(level, stems) is not None:
                return tuple(post for post in self._posts if post.level == level)
        return ()

    def _score(self, post: Post, stems: list[str]) -> float:
        if not post.level:
            return self._plain(post, stems)
        starts = _run(post.level, stems)
        if starts is None:
            return 0.0
        after = stems[starts + len(post.level) : starts + len(post.level) + 8]
        names = post.words - _NO_NAME
        if not names:
            bare = post.level in (("menteri",), ("staf",)) and not set(after) & _foreign(post)
            return 0.55 if bare and post.words <= set(after) else 0.0
        found = names & set(after)
        return len(found) / len(names)

    def _plain(self, post: Post, stems: list[str]) -> float:
        """Score doers without a rank ("Pengadministrasi Umum"): all their words, in the text."""
        return 1.0 if post.words and len(post.words) < 6 and post.words <= set(stems) else 0.0


def _foreign(post: Post) -> frozenset[str]:
    return frozenset({"uang", "dalam", "luar"}) - post.words


def _run(level: tuple[str, ...], stems: Sequence[str]) -> int | None:
    for start in range(len(stems) - len(level) + 1):
        if tuple(stems[start : start + len(level)]) == level:
            return start
    return None
