"""The posts (Jabatan) of an office, collected from all loaded standards.

Who stands above whom is deduced in `superiors`; who holds a post is no matter of the standards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from knowledge.finding.posts import Posts, mentions_of, printed_posts
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.model import ServiceStandard
from knowledge.routing import naming
from knowledge.routing.ranks import TOP_SECRETARIES, Rank
from knowledge.routing.superiors import Told, by_units, claims_of, settle, told_by, told_by_place

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


@dataclass(frozen=True, slots=True)
class Extract:
    """What the posts of an office need of one standard: those it names, and what it tells of them.

    Whatever other standards there are, so that it is made once and stored.
    """

    posts: tuple[Jabatan, ...]
    told: Told


NO_EXTRACTS: Mapping[str, Extract] = MappingProxyType({})


def extract_of(standard: ServiceStandard) -> Extract:
    """Return the extract of a standard."""
    names: dict[str, str] = {}
    for name in _names(standard):
        names.setdefault(naming.key_of(name), naming.written_out(name))
    posts = tuple(
        Jabatan(
            key, name, naming.rank_of_name(name), naming.unit_of(name), standards=(standard.id,)
        )
        for key, name in names.items()
    )
    return Extract(posts, told_by(standard))


class OfficePosts:
    """All posts that the standards name, each once; immutable after it is built.

    `posts` are those that finding knows of the same standards; `extracts` are those of standards,
    by id, that are known already: the others are made.
    """

    def __init__(
        self,
        standards: Iterable[ServiceStandard],
        posts: Posts | None = None,
        extracts: Mapping[str, Extract] = NO_EXTRACTS,
    ) -> None:
        standards = tuple(standards)
        self._printed = posts or Posts(p for s in standards for p in printed_posts(s))
        each = [extracts.get(standard.id) or extract_of(standard) for standard in standards]
        found = _collect(each)
        self._same = _same_posts(found)
        self._posts = {post.key: post for post in _joined(found, self._same)}
        known = {key: post.rank for key, post in self._posts.items()}
        claims = [c for one in each for c in claims_of(one.told, self._known_key, known)]
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
        return self._known_key(naming.key_of(name))

    def _known_key(self, key: str) -> str:
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


def _collect(extracts: Iterable[Extract]) -> dict[str, Jabatan]:
    """Return the posts by key, each with the standards that name it, in the texts' order."""
    first: dict[str, Jabatan] = {}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for extract in extracts:
        for post in extract.posts:
            first.setdefault(post.key, post)
            users[post.key] += post.standards
    return {key: replace(post, standards=tuple(users[key])) for key, post in first.items()}


def _names(standard: ServiceStandard) -> Iterator[str]:
    printed = [part.strip() for name, _ in mentions_of(standard) for part in name.split(";")]
    for name in (*printed, *told_by_place(standard)):
        if naming.is_post(name):
            yield name


def _same_posts(found: dict[str, Jabatan]) -> dict[str, str]:
    """Return, for each name that only adds the office's name to another, the key of that other."""
    longer: defaultdict[str, dict[str, str]] = defaultdict(
        dict
    )  # by the shorter, with its addition
    for key in found:
        for short, addition in _without_office(key):
            longer[short][key] = addition
    same: dict[str, str] = {}
    for short in found:
        if len(set(longer[short].values())) == 1:
            same |= dict.fromkeys(longer[short], short)
    return {key: same.get(other, other) for key, other in same.items()}


def _without_office(key: str) -> Iterator[tuple[str, str]]:
    """Yield what is left of a key where the office's name is cut off, and the word it begins at."""
    said = key.split("-")
    for at, word in enumerate(said):
        if at and word in _OFFICE_BEGINS:
            yield "-".join(said[:at]), word


def _joined(found: dict[str, Jabatan], same: dict[str, str]) -> Iterator[Jabatan]:
    others: defaultdict[str, list[Jabatan]] = defaultdict(list)
    for other, key in same.items():
        others[key].append(found[other])
    for key, post in found.items():
        if key not in same:
            users = [user for one in (post, *others[key]) for user in one.standards]
            yield replace(post, standards=tuple(dict.fromkeys(users)))
