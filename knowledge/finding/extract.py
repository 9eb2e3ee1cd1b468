"""All that finding derives from one standard alone, whatever other standards there are.

Making an extract is what costs time when a standard is brought in; it is made once and stored, and
a shelf only binds extracts together. What depends on other standards is no part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from sys import intern
from typing import Any

from knowledge.finding.leaf import Leaf
from knowledge.finding.nicknames import Called, letterhead, office_pairs, office_words
from knowledge.finding.passages import passages_of, without_addresses
from knowledge.finding.posts import Mention, PrintedPost, Role, printed_posts
from knowledge.finding.shortforms import short_forms
from knowledge.finding.titles import abbreviations, boxes
from knowledge.language.normalize import flatten, tokens
from knowledge.language.stemming import stem
from knowledge.model import ServiceStandard

_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Extract:
    """What a shelf needs to know of a standard; immutable.

    `stems` are those of `words`, all words of the text; `short_forms` are initials and the names
    that they may stand for, in turn.
    """

    leaf: Leaf
    called: Called
    posts: tuple[PrintedPost, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    short_forms: tuple[str, ...]


def extract_of(standard: ServiceStandard) -> Extract:
    """Return the extract of a standard; takes some milliseconds a page."""
    words = sorted(_words(standard))
    called = Called(
        tuple(abbreviations(standard)),
        tuple(boxes(standard)),
        frozenset(office_words(standard)),
        frozenset(office_pairs(standard)),
    )
    return Extract(
        Leaf.of(passages_of(standard)),
        called,
        tuple(printed_posts(standard)),
        tuple(words),
        tuple(map(stem, words)),
        tuple(chain.from_iterable(sorted(short_forms(standard)))),
    )


def _words(standard: ServiceStandard) -> set[str]:
    """Return the words of the text, as they are written; addresses run theirs together."""
    items = (i for section in standard.sections for top in section.items for i in top.walk())
    texts = chain(
        (standard.title, standard.unit or "", *letterhead(standard)),
        (item.text for item in items),
        (step.text for step in standard.walk_steps()),
    )
    return {word for text in texts for word in tokens(flatten(without_addresses(text)))}


def to_data(extract: Extract) -> dict[str, Any]:
    """Return an extract as JSON data; the id of its standard is left out."""
    called = extract.called
    return {
        "leaf": extract.leaf.to_data(),
        "shorts": called.shorts,
        "boxes": called.boxes,
        "office": sorted(called.office),
        "office_pairs": sorted(called.office_pairs),
        "posts": [
            [post.name, " ".join(post.key), [(m.role.value, m.step) for m in post.mentions]]
            for post in extract.posts
        ],
        "words": " ".join(extract.words),
        "stems": " ".join(extract.stems),
        "short_forms": "\n".join(extract.short_forms),
    }


def from_data(data: Mapping[str, Any], standard: str) -> Extract:
    """Return the extract that `to_data` gave these data for, as that of a standard (its id)."""
    posts = [
        PrintedPost(
            intern(name),
            tuple(map(intern, key.split())),
            tuple([Mention(standard, _ROLES[role], step) for role, step in said]),
        )
        for name, key, said in data["posts"]
    ]
    shorts = tuple(tuple(short) for short in data["shorts"])
    office, pairs = frozenset(data["office"]), frozenset(data["office_pairs"])
    return Extract(
        Leaf.from_data(data["leaf"], standard),
        Called(shorts, tuple(data["boxes"]), office, pairs),
        tuple(posts),
        tuple(map(intern, data["words"].split())),
        tuple(map(intern, data["stems"].split())),
        tuple(map(intern, data["short_forms"].splitlines())),
    )
