"""The one face of routing: a text in, the way of the complaint out."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Self

from knowledge.finding.shelf import Shelf
from knowledge.model import ServiceStandard
from knowledge.remembering import remembering
from knowledge.routing.accusing import charges
from knowledge.routing.cases import of_its_kind
from knowledge.routing.chains import chain_of
from knowledge.routing.conflicts import Barred, accused_elsewhere, accused_names
from knowledge.routing.deciding import Case, decide
from knowledge.routing.happenings import grave, tells_of_defect, tells_of_wrong
from knowledge.routing.kinds import Kind, asks, asks_for_limit, is_denied, kind_said, kind_told
from knowledge.routing.leaning import leaning
from knowledge.routing.mentions import Spotter
from knowledge.routing.message import MOST, Clause, Message, Reader
from knowledge.routing.posts import NO_EXTRACTS, Extract, OfficePosts
from knowledge.routing.ranks import Rank
from knowledge.routing.route import Decider, Decision, Reason, Route
from knowledge.routing.subject import Subjects
from knowledge.routing.tone import kind_of_tone, sounds

_NO_COMPLAINT = 0.9  # share of "none" in what a text sounds like above which signs mean nothing
_NOT_YET = frozenset({"jangan", "agar", "supaya", "semoga", "biar"})  # of what has not happened
#: Who wants something done about it asks for the service: "mobil mogok, mau ajukan servis".
_REQUESTS = frozenset({"mau", "ingin", "pengin", "pengen", "hendak", "perlu", "butuh", "ajukan"})
_SOUND = 5  # words that a text needs to sound like anything


class Router:
    """Finds the way of complaints by the standards it was built from; immutable after that.

    `extracts` are those of standards, by id, that are known already; the others are made.
    """

    def __init__(
        self,
        standards: Iterable[ServiceStandard] | Shelf,
        extracts: Mapping[str, Extract] = NO_EXTRACTS,
    ) -> None:
        self._shelf = Shelf.of(standards)
        self.posts = OfficePosts(self._shelf, self._shelf.posts, extracts)
        spotter = Spotter(self._shelf.posts, self.posts)
        sections = {w for p in self.posts if p.rank is Rank.KEPALA_SEKSI for w in p.key.split("-")}
        self._reader = Reader(self._shelf, self._printed_names(), spotter, sections)
        self._subjects = Subjects(self._shelf, spotter)
        self._asked = remembering(self._route)

    def on(self, shelf: Shelf) -> Self:
        """Return a router that reads with the terms of another shelf of the same standards."""
        other = copy.copy(self)
        other._shelf = shelf
        other._reader = self._reader.on(shelf)
        other._asked = remembering(other._route)
        return other

    @property
    def standards(self) -> tuple[ServiceStandard, ...]:
        """Return the standards that it routes by."""
        return tuple(self._shelf)

    def route(
        self,
        text: str,
        *,
        standard: str | None = None,
        kind: Kind | None = None,
        sender_post: str | None = None,
    ) -> Route:
        """Return where a complaint goes.

        `standard` is an id that the sender chose, `sender_post` his own post in any spelling.
        Raises KeyError for a standard that is not loaded.
        """
        return self._asked(text, standard, kind, sender_post)

    def _route(
        self, text: str, standard: str | None, kind: Kind | None, sender_post: str | None
    ) -> Route:
        message = self._reader.read(text)
        said = kind or kind_said(message)
        kind = said or self._kind(message, text)
        if kind is None:
            return Route(None, Decision.ASK, Reason("no_complaint"), Decider.SENDER)
        sender = self.posts.named(sender_post) if sender_post else None
        barred = Barred(charges(message), sender.key if sender else None)
        route = self._of_standard(message, barred, kind, standard)
        wrong = kind is Kind.KELUHAN or not _NOT_YET.intersection(message.plain.split())
        if said is None and (wrong and tells_of_wrong(message) or self._is_grave(route, message)):
            kind = Kind.PENGADUAN
        secret = any(_is_personal(clause) for clause in message.clauses)
        return replace(route, kind=kind, confidential=bool(barred.persons) or secret)

    def _kind(self, message: Message, text: str) -> Kind | None:
        """Return the kind by signs that the tone allows, else by tone."""
        if asks_for_limit(message):
            return None
        if sum(len(clause.words) for clause in message.clauses) < _SOUND:
            return kind_told(message) or self._leaning(message) or self._happened(message)
        told = None
        shares = sounds(text[:MOST])
        if shares[None] <= _NO_COMPLAINT:
            told = kind_told(message) or self._leaning(message)
        return told or kind_of_tone(shares, asks=asks(message)) or self._happened(message)

    def _is_grave(self, route: Route, message: Message) -> bool:
        """Say whether a route is that of a kind of wrongs which the text tells of."""
        standard = self._shelf.get(route.standard_id)
        chain = standard.complaint if standard else None
        told = grave(chain.cases, message) if chain and route.reason.key == "of_kind" else []
        return any(route.handled_by in case.handled_by for case in told)

    def _leaning(self, message: Message) -> Kind | None:
        """Return what a text leans to if it speaks of what some standards are about."""
        kind = leaning(message)
        return kind if kind and self._is_ours(message) else None

    def _happened(self, message: Message) -> Kind | None:
        """Return the kind of what happened where nothing else tells: "atap balai bocor"."""
        said = set(message.plain.split())
        if asks(message) or _NOT_YET & said:
            return None
        wrong = Kind.PENGADUAN if tells_of_wrong(message) else None
        defect = tells_of_defect(message) and not _REQUESTS & said
        kind = wrong or (Kind.KELUHAN if defect else None)
        return kind if kind and self._is_ours(message) else None

    def _is_ours(self, message: Message) -> bool:
        """Say whether a text speaks of what some standards are about, but not all of them."""
        subject = self._subjects.find(message)
        return bool(subject.certain or 0 < len(subject.possible) < max(len(self._shelf), 2))

    def _of_standard(
        self, message: Message, barred: Barred, kind: Kind, standard: str | None
    ) -> Route:
        subject = self._subjects.find(message)
        key = standard or subject.certain
        if key is None:
            return self._unknown(subject.possible, barred)
        printed = chain_of(self._shelf.standards[key])
        chain = of_its_kind(printed, message, kind, lambda post: bool(barred.of(post, self.posts)))
        strange = () if standard else accused_elsewhere(barred, chain, self.posts)
        if strange:
            return self._unknown((key, *strange), barred)
        route = decide(Case(chain, barred, self.posts, subject.said, subject.units))
        return replace(
            route,
            standard_id=key,
            standard=chain.standard.title,
            accused=accused_names(barred, chain, self.posts),
        )

    def _unknown(self, possible: tuple[str, ...], barred: Barred) -> Route:
        titles = tuple(self._shelf.standards[key].title for key in possible)
        fits = 0 < len(possible) < len(self._shelf)
        reason = Reason("several_standards" if fits else "no_standard", {"titles": titles})
        decider = Decider.SENDER if self._shelf else Decider.SERVICE_DESK
        accused = accused_names(barred, None, self.posts)
        return Route(None, Decision.ASK, reason, decider, candidates=titles, accused=accused)

    def _printed_names(self) -> Iterable[str]:
        for standard in self._shelf:
            yield from filter(None, (standard.title, standard.unit, standard.responsible))
        yield from (post.name for post in self.posts)


def _is_personal(clause: Clause) -> bool:
    """Say whether a clause tells of a person's deed, or asks for secrecy."""
    deeds = (hit for hit in clause.signs("deed") if not is_denied(hit, clause.words))
    return bool(clause.signs("secret")) or any(deeds)
