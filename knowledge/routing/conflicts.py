"""Conflicts of interest: who of a chain must not get a complaint, and who gets it instead.

The one who is accused, or who complains himself, is passed over; what he decides goes to the
post above him. Whoever stands below an accused receiver does not judge him either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.routing.accusing import Charge, Charged
from knowledge.routing.chains import Chain, is_open, own_words
from knowledge.routing.mentions import Mention
from knowledge.routing.naming import rank_of_name
from knowledge.routing.posts import Jabatan, OfficePosts
from knowledge.routing.ranks import Rank

_PEOPLE = frozenset({Rank.OTHER})
_MANY = frozenset({Rank.OTHER, Rank.STAF})


@dataclass(frozen=True, slots=True)
class Barred:
    """Who is barred from a complaint; `sender` is the key of the complainant's own post."""

    charged: tuple[Charged, ...] = ()
    sender: str | None = None

    @property
    def persons(self) -> tuple[Charged, ...]:
        """Return those whom the text accuses, for sure or possibly."""
        return tuple(c for c in self.charged if c.charge is not Charge.NONE)

    @property
    def vague(self) -> bool:
        """Say whether an official is accused without saying which one."""
        return any(one.mention.vague for one in self.persons)

    def of(self, name: str, office: OfficePosts) -> Charge:
        """Return how far a printed post is barred, the sender's own for sure."""
        if office.key_of(name) in self.senders:
            return Charge.ACCUSED
        charges = [c.charge for c in self.persons if means(c.mention, name, office)]
        if any(may_mean(c.mention, name) for c in self.persons):
            charges.append(Charge.POSSIBLE)
        return max(charges, default=Charge.NONE)

    @property
    def senders(self) -> frozenset[str]:
        """Return the keys of the posts that the sender holds, or says he does."""
        own = [p.key for c in self.charged if c.speaks for p in c.mention.posts]
        return frozenset([self.sender, *own] if self.sender else own)

    def accuses(self, name: str, office: OfficePosts) -> bool:
        """Say whether the text, and not only the sender's post, bars a printed post."""
        others = tuple(replace(one, speaks=False) for one in self.charged)
        return Barred(others).of(name, office) is not Charge.NONE


def means(mention: Mention, name: str, office: OfficePosts) -> bool:
    """Say whether a person in a text can be the post that a standard prints."""
    if mention.rank in _PEOPLE or mention.rank is not rank_of_name(name):
        return False
    if not mention.named:
        return not mention.posts or office.key_of(name) in {p.key for p in mention.posts}
    if is_open(name) or (mention.rank is Rank.STAF and not own_words(name)):
        return True
    if office.key_of(name) in {post.key for post in mention.posts}:
        return True
    return bool(mention.name) and set(mention.name) <= own_words(name)


def may_mean(mention: Mention, name: str) -> bool:
    """Say whether a post by a name that nobody knows can be a printed one by another name."""
    unknown = mention.named and not mention.posts and not mention.elsewhere
    return unknown and mention.rank is rank_of_name(name) and mention.rank not in _MANY


def accused_names(barred: Barred, chain: Chain | None, office: OfficePosts) -> tuple[str, ...]:
    """Return the posts that a text accuses, as the chain prints them, else as they are known."""
    printed = (chain.receiver or "", *chain.handlers, *chain.together) if chain else ()
    found: list[str] = []
    for one in barred.persons:
        in_chain = [n for n in printed if n and not is_open(n) and means(one.mention, n, office)]
        found += in_chain or [post.name for post in one.mention.posts]
    return tuple(dict.fromkeys(name for name in found if rank_of_name(name) is not Rank.STAF))


def accused_elsewhere(barred: Barred, chain: Chain, office: OfficePosts) -> tuple[str, ...]:
    """Return the one standard each of officials who are accused and have no part in this one.

    Two complaints may stand in one text, and neither may be lost.
    """
    receiver = office.key_of(chain.receiver or "")
    posts = [post for one in barred.persons for post in one.mention.posts]
    away = [post for post in posts if not _has_part(post, chain.standard.id, receiver, office)]
    if len(away) < len(posts):
        return ()
    return tuple(dict.fromkeys(p.standards[0] for p in away if len(p.standards) == 1))


def _has_part(post: Jabatan, standard: str, receiver: str, office: OfficePosts) -> bool:
    """Say whether a post is named in a standard, or stands below who receives its complaints."""
    return standard in post.standards or receiver in {p.key for p in office.above(post.key)}


def above(receiver: str, barred: Barred, office: OfficePosts) -> Jabatan | None:
    """Return the nearest post above a receiver that is free to take his place, or None."""
    return next((p for p in _up(receiver, office) if not barred.of(p.name, office)), None)


def is_from_above(receiver: str, barred: Barred, office: OfficePosts) -> bool:
    """Say whether somebody above the receiver is barred, whom he cannot judge."""
    return any(barred.of(post.name, office) for post in _up(receiver, office))


def _up(receiver: str, office: OfficePosts) -> Sequence[Jabatan]:
    return office.above(office.key_of(receiver))


def free(names: Iterable[str], barred: Barred, office: OfficePosts) -> tuple[str, ...]:
    """Return the names that nothing bars."""
    return tuple(name for name in names if not barred.of(name, office))
