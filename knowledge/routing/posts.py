"""The posts (Jabatan) of an office, collected from all loaded standards.

Who stands above whom is deduced in `superiors`; who holds a post is no matter of the standards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.finding.posts import Posts, mentions_of
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.model import ServiceStandard
from knowledge.routing import naming
from knowledge.routing.ranks import TOP_SECRETARIES, Rank
from knowledge.routing.superiors import by_units, claims_of, settle, told_by_place

_OFFICE_BEGINS = TOP_SECRETARIES | frozenset(
    {"sekretariat", "menteri", "republik", "kabupaten", "kota", "provinsi", "daerah"}
)


@dataclass(frozen=True, slots=True)
class Jabatan:
    """A post: `name` as first printed, written out; `key` is the same for all its spellings.

    `unit` is what it heads or belongs to by its name, `superior` the key of the post above it
    where the standards say so, `standards` are the ids of those that name it.
    """

    key: str
    name: str
    rank: Rank
    unit: str | None = None
    superior: str | None = None
    standards: tuple[str, ...] = ()


class OfficePosts:
    """All posts that the standards name, each once; immutable after it is built."""

    def __init__(self, standards: Iterable[ServiceStandard], posts: Posts | None = None) -> None:
        standards = tuple(standards)
        self._printed = posts or Posts(standards)
        found = _collect(standards)
        self._same = _same_posts(found)
        self._posts = {post.key: post for post in _joined(found, self._same)}
        known = {key: post.rank for key, post in self._posts.items()}
        claims = [c for s in standards for c in claims_of(s, self.key_of, known)]
        units = {post.key: post.unit for post in self._posts.values() if post.unit}
        claims += by_units(units, self.key_of, known)
        for below, above in settle(claims, known).items():
            self._posts[below] = replace(self._posts[below], superior=above)

    def __iter__(self) -> Iterator[Jabatan]:
        return iter(self._posts.values())

    def __len__(self) -> int:
        return len(self._posts)

    def key_of(self, name: str) -> str:
        """Return the key of a name in any spelling; known or not, it is always the same."""
        key = naming.key_of(name)
        return self._same.get(key, key)

    def get(self, key: str | None) -> Jabatan | None:
        """Return the post with that key, or None."""
        return self._posts.get(self._same.get(key, key)) if key else None

    def named(self, text: str) -> Jabatan | None:
        """Return the one post that a name in any spelling means, or None if none or several."""
        exact = self._posts.get(self.key_of(text))
        if exact:
            return exact
        said = as_words(expand(tokens(flatten(naming.written_out(text)))))
        keys = {self.key_of(post.name) for post in self._printed.find(said).posts}
        found = [self._posts[key] for key in keys if key in self._posts]
        return found[0] if len(found) == 1 else None

    def superior(self, key: str) -> Jabatan | None:
        """Return the post right above, or None where the standards do not let it be known."""
        post = self.get(key)
        return self.get(post.superior) if post else None

    def above(self, key: str) -> tuple[Jabatan, ...]:
        """Return all posts above, the nearest first."""
        found: list[Jabatan] = []
        post = self.superior(key)
        while post and post not in found:
            found.append(post)
            post = self.superior(post.key)
        return tuple(found)

    def below(self, key: str) -> tuple[Jabatan, ...]:
        """Return all posts that stand below, directly or not, the highest first."""
        start = self.get(key)
        below = [p for p in self if start and start in self.above(p.key)]
        return tuple(sorted(below, key=lambda post: post.rank.order))

    def of_unit(self, unit: str) -> tuple[Jabatan, ...]:
        """Return the posts of a unit in any spelling: its head, all below it, and its staff."""
        wanted = naming.name_words(unit)
        own = [p for p in self if p.unit and naming.name_words(p.unit) == wanted]
        found = [*own, *(p for head in own for p in self.below(head.key))]
        return tuple(sorted(dict.fromkeys(found), key=lambda post: post.rank.order))


def _collect(standards: Iterable[ServiceStandard]) -> dict[str, Jabatan]:
    """Return the posts by key, each with the standards that name it, in the texts' order."""
    names: dict[str, str] = {}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for standard in standards:
        for name in _names(standard):
            key = naming.key_of(name)
            names.setdefault(key, naming.written_out(name))
            users[key].append(standard.id)
    return {
        key: Jabatan(
            key, name, naming.rank_of_name(name), naming.unit_of(name),
            standards=tuple(dict.fromkeys(users[key])),
        )
        for key, name in names.items()
    }  # fmt: skip


def _names(standard: ServiceStandard) -> Iterator[str]:
    printed = [part.strip() for name, _ in mentions_of(standard) for part in name.split(";")]
    for name in (*printed, *told_by_place(standard)):
        if naming.is_post(name):
            yield name


def _same_posts(found: dict[str, Jabatan]) -> dict[str, str]:
    """Return, for each name that only adds the office's name to another, the key of that other."""
    same: dict[str, str] = {}
    for short in found:
        longer = [key for key in found if _adds_office(short, key)]
        ends = {key.removeprefix(f"{short}-").split("-")[0] for key in longer}
        if len(ends) == 1:
            same |= dict.fromkeys(longer, short)
    return {key: same.get(other, other) for key, other in same.items()}


def _adds_office(short: str, key: str) -> bool:
    return key.startswith(f"{short}-") and (
        key.removeprefix(f"{short}-").split("-")[0] in _OFFICE_BEGINS
    )


def _joined(found: dict[str, Jabatan], same: dict[str, str]) -> Iterator[Jabatan]:
    for key, post in found.items():
        if key in same:
            continue
        others = [found[other] for other, to in same.items() if to == key]
        users = [user for one in (post, *others) for user in one.standards]
        yield replace(post, standards=tuple(dict.fromkeys(users)))
