"""Finding a post by what people write: its name in any spelling, a part of it, or its holder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from rapidfuzz import fuzz

from bot.domain.directory import Directory
from bot.domain.posts import Post

_NEAR = 88  # of 100: how alike two keys are of which one may be a slip


def post_named(office: Directory, name: str, at: datetime) -> Post | None:
    """Return the post that a name in any spelling means, as it is called at present, or None."""
    key = key_of(name)
    found = key if key in office.posts else _by_printed_name(office.posts.values()).get(key)
    return office.posts.get(office.present(found, at)) if found else None


def key_of(name: str) -> str:
    """Return the key of a post's name, the same for all its spellings."""
    from knowledge.routing import naming  # late: it loads the language data

    return naming.key_of(name)


def search(office: Directory, text: str, at: datetime) -> tuple[Post, ...]:
    """Return the present posts that have all words of a text in their name, unit or holder's name.

    Without a text all of them. The highest first.
    """
    from knowledge.routing import naming

    wanted = naming.name_words(text)
    posts = (p for p in office.posts.values() if office.present(p.key, at) == p.key)
    found = [p for p in posts if all(_has(office, p, word, at) for word in wanted)]
    return in_order(office, found, at)


def in_order(office: Directory, posts: Iterable[Post], at: datetime) -> tuple[Post, ...]:
    """Return posts as a chart has them: each right before those that stand below it."""
    return tuple(sorted(posts, key=lambda post: _way(office, post, at)))


def nearest(office: Directory, name: str) -> Post | None:
    """Return the post whose name a name may be a slip of, or None."""
    key = key_of(name)
    scored = [
        (fuzz.ratio(key, other), post) for other, post in office.posts.items() if other != key
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _NEAR else None


def _by_printed_name(posts: Iterable[Post]) -> Mapping[str, str]:
    """Return keys by the key of the name that is shown: a renamed post has another one."""
    return {key_of(post.name): post.key for post in posts}


def _has(office: Directory, post: Post, word: str, at: datetime) -> bool:
    from knowledge.routing import naming

    holders = " ".join(tenure.name for tenure in office.holders(post.key, at))
    words = (*naming.name_words(f"{post.name} {post.unit or ''}"), *holders.casefold().split())
    return any(known.startswith(word) for known in words)


def _way(office: Directory, post: Post, at: datetime) -> tuple[tuple[int, str], ...]:
    """Return the names from the top down to the post; those above nobody come last."""
    above = [office.posts[key] for key in office.superiors(post.key, at) if key in office.posts]
    way = [*reversed(above), post]
    is_alone = not above and not office.below(post.key, at)
    return tuple((int(is_alone), each.name) for each in way)
