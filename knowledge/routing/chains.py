"""The way that a standard prescribes for complaints, as its own section prints it.

Nobody is left out or passed over here: what a complaint's text changes of it is in `conflicts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.finding.answering import cite
from knowledge.finding.answers import Citation
from knowledge.finding.passages import stems_of
from knowledge.finding.ranks import level_of
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.model import Delegation, Facet, ServiceStandard, Source
from knowledge.routing.naming import LINKS, is_post, rank_of_name
from knowledge.routing.posts import Jabatan, OfficePosts
from knowledge.routing.ranks import Rank

#: Ranks of which an office has several posts, so that the bare rank names none of them.
_MANY_HOLD = frozenset(
    {
        Rank.KEPALA_BIRO,
        Rank.KEPALA_BIDANG,
        Rank.KEPALA_BAGIAN,
        Rank.KEPALA_SUBBAGIAN,
        Rank.KEPALA_SEKSI,
    }
)
_OPEN = re.compile(r"\b(?:terkait|bersangkutan|berwenang|ditunjuk|bertanggung\s*jawab)\b", re.I)


@dataclass(frozen=True, slots=True)
class Chain:
    """Who receives and who may handle, as printed; `told` where the standard says so at all.

    `handlers` are several where the section names several; one that is only described
    ("Kepala Bagian terkait") is `unnamed`. Each source is the line that says it. `kind` is set
    where the handlers are those of one kind of complaints, see `knowledge.routing.cases`.
    """

    standard: ServiceStandard
    receiver: str | None
    handlers: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    delegation: Delegation | None = None
    told: bool = True
    received_source: Citation | None = None
    handled_source: Citation | None = None
    kind: str | None = None

    @property
    def unnamed(self) -> str | None:
        """Return the only handler where it is a description of one, or None."""
        described = len(self.handlers) == 1 and is_open(self.handlers[0])
        return self.handlers[0] if described else None


def is_open(name: str) -> bool:
    """Say whether a name leaves open who it is: "Kepala Bagian terkait", a bare "Kepala Seksi"."""
    rank = rank_of_name(name)
    return bool(_OPEN.search(name)) or (rank in _MANY_HOLD and not own_texts(name))


def chain_of(standard: ServiceStandard) -> Chain:
    """Return the chain of a standard; without a complaint section the responsible official's."""
    told = standard.complaint
    responsible = _responsible(standard)
    place = standard.item(Facet.RESPONSIBLE) or standard.section(Facet.RESPONSIBLE)
    by_default = cite(standard, place.source if place else None) if responsible else None
    if told is None or not (told.received_by or told.handled_by):
        return Chain(standard, responsible, told=False, received_source=by_default)
    receiver, received = told.received_by, _cited(standard, told.received_source)
    if receiver is None or (is_open(receiver) and responsible):
        receiver = responsible or (told.handled_by[0] if len(told.handled_by) == 1 else None)
        received = by_default or received
    handlers = tuple(name for name in told.handled_by if name != receiver)
    handled = _cited(standard, told.delegation_source) or _cited(standard, told.handled_source)
    return Chain(
        standard, receiver, handlers, told.together_with, told.delegation,
        received_source=received or handled, handled_source=handled or received,
    )  # fmt: skip


def _responsible(standard: ServiceStandard) -> str | None:
    names = [name.strip() for name in (standard.responsible or "").split(";")]
    return next((name for name in names if is_post(name)), None) or standard.responsible


def _cited(standard: ServiceStandard, source: Source | None) -> Citation | None:
    return cite(standard, source) if source else None


def own_words(name: str) -> frozenset[str]:
    """Return the stems that tell a post from others of its rank."""
    stems = stems_of(name)
    return frozenset(stems[len(level_of(stems)) :])


def of_receiver(chain: Chain, office: OfficePosts) -> tuple[Jabatan, ...]:
    """Return the posts that an unnamed handler can be: those of its rank under the receiver."""
    rank = rank_of_name(chain.unnamed or "")
    key = office.key_of(chain.receiver or "")
    return tuple(post for post in office.below(key) if post.rank is rank)


def own_texts(name: str) -> frozenset[str]:
    """Return the same words as they are written: "Kepegawaian" is no "pegawai"."""
    said = as_words(expand(tokens(flatten(name))))
    level = level_of([word.stem for word in said])
    return frozenset(word.text for word in said[len(level) :]) - LINKS


def by_subject(names: Sequence[str], said: Iterable[str], others: frozenset[str]) -> str | None:
    """Return the one post whose whole name a text speaks of, and of nothing else beside it.

    `said` are the words of the text; `others` those that name other subjects of the same unit.
    """
    texts = frozenset(said)
    fitting = [name for name in names if own_texts(name) and own_texts(name) <= texts]
    if len(fitting) != 1:
        return None
    rivals = frozenset().union(*(own_texts(name) for name in names)) | others
    return fitting[0] if not (rivals - own_texts(fitting[0])) & texts else None
