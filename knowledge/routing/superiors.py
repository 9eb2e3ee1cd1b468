"""Who stands above whom, as far as the standards let it be known.

Each place in a standard that tells it makes a claim. The nearest rank that is claimed wins, and
among equals the surer place; where they differ all the same, nothing is known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from knowledge.finding.posts import Role, mentions_of
from knowledge.model import Facet, ProcedureStep, ServiceStandard
from knowledge.reading.posts import read_name, tokenize
from knowledge.routing.naming import key_of
from knowledge.routing.ranks import Rank

Key = Callable[[str], str]
Ranks = Mapping[str, Rank]

_MEMBERS = frozenset(
    {Role.RESPONSIBLE, Role.RECEIVES, Role.HANDLES, Role.TOGETHER, Role.IMPLEMENTER}
)
_OFTEN = 2  # times a paper must go up from one post to the other
_TASKS = re.compile(
    r"\b(?:menugaskan|menugasi|memerintahkan|mendisposisikan|"
    r"memberikan\s+(?:arahan|penugasan|disposisi))\b(?:[^.;]{0,40}?\bkepada\b)?\s+",
    re.I,
)
_UNIT_HEAD = "Kepala "
_HEAD_OF = {
    "sekretaris-kecamatan": Rank.CAMAT,
    "sekretaris-camat": Rank.CAMAT,
    "sekretaris-kelurahan": Rank.LURAH,
    "sekretaris-dinas": Rank.KEPALA_DINAS,
    "sekretaris-badan": Rank.KEPALA_BADAN,
    "wakil-dekan": Rank.DEKAN,
    "wakil-direktur": Rank.DIREKTUR,
    "wakil-rektor": Rank.REKTOR,
}
_MINISTERS_OWN = frozenset(
    {Rank.SEKRETARIS, Rank.DEPUTI, Rank.DIREKTUR_JENDERAL, Rank.INSPEKTUR_JENDERAL, Rank.STAF_AHLI}
)


class Evidence(IntEnum):
    """How sure a claim is."""

    ORDER = 1  # by rank, among those who carry out one service
    GOES_UP = 2  # papers go from one to the other, again and again
    TASKS = 3  # the one gives the other tasks
    NAME = 4  # "Staf Biro X", "Kepala Biro X"
    PLACE = 5  # "Biro X, Deputi Y"
    CHAIN = 6  # the one delegates complaints to the other


@dataclass(frozen=True, slots=True)
class Claim:
    """That one post stands above another, by their keys."""

    below: str
    above: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Told:
    """What one standard tells of who stands above whom; posts are keys of their names.

    `claims` it makes whatever the ranks; in `papers` they go from the first post to the second so
    many times; `members` carry out the service, `named` are all that it names.
    """

    claims: tuple[Claim, ...] = ()
    papers: tuple[tuple[str, str, int], ...] = ()
    members: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def told_by(standard: ServiceStandard) -> Told:
    """Return what a standard tells of the posts above and below each other."""
    claims = (*_by_chain(standard), *_by_place(standard), *_by_tasks(standard))
    papers = Counter(
        (key_of(below), key_of(above))
        for before, after in _neighbours(standard.steps)
        for below in before
        for above in after
    )
    members = (name for name, mention in mentions_of(standard) if mention.role in _MEMBERS)
    named = (name for name, _ in mentions_of(standard))
    return Told(
        tuple(dict.fromkeys(claims)),
        tuple((below, above, times) for (below, above), times in papers.items()),
        tuple(dict.fromkeys(map(key_of, members))),
        tuple(dict.fromkeys(map(key_of, named))),
    )


def claims_of(told: Told, key: Key, ranks: Ranks) -> Iterator[Claim]:
    """Yield what one standard claims of the posts whose ranks are given.

    `key` gives, for the key of a name, that of the post which it means.
    """
    for claim in told.claims:
        yield Claim(key(claim.below), key(claim.above), claim.evidence)
    members = {k: ranks[k] for k in map(key, told.members) if k in ranks}
    named = {key(name) for name in told.named} & ranks.keys()
    yield from _by_papers(told, key, ranks)
    yield from _by_order(members)
    yield from _by_minister(named, ranks)
    yield from _by_deputy(named, ranks)


def by_units(units: Mapping[str, str], key: Key, ranks: Ranks) -> Iterator[Claim]:
    """Yield that the staff of a unit stands below its head; `units` are those of all posts."""
    for below, unit in units.items():
        if ranks[below] is Rank.STAF:
            yield Claim(below, key(f"{_UNIT_HEAD}{unit}"), Evidence.NAME)


def settle(claims: Iterable[Claim], ranks: Ranks) -> dict[str, str]:
    """Return the superior of each post of which one is clear."""
    sorted_out: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        below, above = ranks.get(claim.below), ranks.get(claim.above)
        if below and above and above.is_above(below):
            sorted_out[claim.below].append(claim)
    found = {below: _clearest(all_of, ranks) for below, all_of in sorted_out.items()}
    return {below: above for below, above in found.items() if above}


def _clearest(claims: Sequence[Claim], ranks: Ranks) -> str | None:
    nearest = max(ranks[claim.above].order for claim in claims)
    near = [claim for claim in claims if ranks[claim.above].order == nearest]
    surest = max(claim.evidence for claim in near)
    named = {claim.above for claim in near if claim.evidence is surest}
    return named.pop() if len(named) == 1 else None


def _claim(below: str, above: str, evidence: Evidence) -> Claim:
    """Return a claim about two names."""
    return Claim(key_of(below), key_of(above), evidence)


def _by_chain(standard: ServiceStandard) -> Iterator[Claim]:
    chain = standard.complaint
    if chain is None:
        return
    for handler in chain.handled_by:
        if chain.received_by:
            yield _claim(handler, chain.received_by, Evidence.CHAIN)
    for other in chain.together_with if len(chain.handled_by) == 1 else ():
        yield _claim(other, chain.handled_by[0], Evidence.CHAIN)


def _by_place(standard: ServiceStandard) -> Iterator[Claim]:
    """Read "di Biro X, Deputi Y": the unit stands under the post behind it."""
    for unit, above in _placed(standard):
        yield _claim(f"{_UNIT_HEAD}{unit}", above, Evidence.PLACE)


def told_by_place(standard: ServiceStandard) -> tuple[str, ...]:
    """Return the posts that only the place of the service names, as its unit's superiors."""
    return tuple(above for _, above in _placed(standard))


def _placed(standard: ServiceStandard) -> Iterator[tuple[str, str]]:
    section = standard.section(Facet.PLACE)
    texts = [item.text for top in section.items for item in top.walk()] if section else []
    for text in (*texts, standard.unit or ""):
        tokens = tokenize(text)
        for at, token in enumerate(tokens):
            if not token.capital:
                continue
            end = read_name(tokens, at)
            comma = end > at and end < len(tokens) and tokens[end].text == ","
            after = read_name(tokens, end + 1) if comma else 0
            if comma and after > end + 1 and tokens[end + 1].capital:
                unit = text[token.start : tokens[end - 1].end]
                yield unit, text[tokens[end + 1].start : tokens[after - 1].end]


def _by_tasks(standard: ServiceStandard) -> Iterator[Claim]:
    """Read "X menugaskan Y untuk ..." in the steps."""
    for step in standard.walk_steps():
        for found in _TASKS.finditer(step.text):
            above = _last_name(step.text[: found.start()])
            below = _name_at(step.text, found.end())
            if above and below:
                yield _claim(below, above, Evidence.TASKS)


def _name_at(text: str, start: int) -> str | None:
    tokens = tokenize(text[start:])
    end = read_name(tokens, 0)
    return text[start:][tokens[0].start : tokens[end - 1].end] if end else None


def _last_name(text: str) -> str | None:
    """Return the name that a text ends with, or None."""
    tokens = tokenize(text)
    at = next((at for at in range(len(tokens)) if read_name(tokens, at) == len(tokens)), None)
    return text[tokens[at].start :].strip() if at is not None else None


def _by_papers(told: Told, key: Key, ranks: Ranks) -> Iterator[Claim]:
    """Claim the one higher post that papers go to next, step after step."""
    following: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other, times in told.papers:
        below, above = key(one), key(other)
        low, high = ranks.get(below), ranks.get(above)
        if low and high and high.is_above(low) and low.is_above(Rank.KEPALA_BAGIAN):
            following[below][above] += times
    for below, counted in following.items():
        above, times = counted.most_common(1)[0]
        if times >= _OFTEN and len(counted) == 1:
            yield Claim(below, above, Evidence.GOES_UP)


def _neighbours(
    steps: Sequence[ProcedureStep],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for before, after in zip(steps, steps[1:], strict=False):
        yield before.actors, after.actors
    for step in steps:
        yield from _neighbours(step.steps)


def _by_order(members: Ranks) -> Iterator[Claim]:
    """Claim the only post of the next higher rank among those who carry out the service."""
    orders = sorted({rank.order for rank in members.values()})
    for below, rank in members.items():
        higher = [order for order in orders if order < rank.order]
        above = [k for k, r in members.items() if higher and r.order == higher[-1]]
        if len(above) == 1:
            yield Claim(below, above[0], Evidence.ORDER)


def _by_minister(named: Iterable[str], ranks: Ranks) -> Iterator[Claim]:
    """Claim the only minister above those who by their rank stand right below one."""
    ministers = [k for k in named if ranks[k] is Rank.MENTERI]
    for below in named if len(ministers) == 1 else ():
        if ranks[below] in _MINISTERS_OWN:
            yield Claim(below, ministers[0], Evidence.ORDER)


def _by_deputy(named: Iterable[str], ranks: Ranks) -> Iterator[Claim]:
    """Claim the only Camat above the Sekretaris Kecamatan, the only Dekan above a Wakil Dekan."""
    for below in named:
        head = _HEAD_OF.get("-".join(below.split("-")[:2]))
        heads = [k for k in named if ranks[k] is head]
        if len(heads) == 1:
            yield Claim(below, heads[0], Evidence.NAME)
