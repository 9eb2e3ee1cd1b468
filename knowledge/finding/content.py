"""Finding steps and passages by what a question describes, with a floor and a margin."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Set

from knowledge.finding import steps as navigation
from knowledge.finding.answers import Request
from knowledge.finding.index import Found, best_of_others
from knowledge.finding.institutions import office_at
from knowledge.finding.leaf import Passage, PassageKind
from knowledge.finding.pairs import is_pair, pair
from knowledge.finding.passages import SOFT, stems_of
from knowledge.finding.question import Question
from knowledge.finding.scope import How, Scope
from knowledge.finding.shelf import Shelf
from knowledge.language import words
from knowledge.model import ProcedureStep, ServiceStandard

_STEPS = frozenset({PassageKind.STEP, PassageKind.NOTE})
_FLOOR = 0.55  # share of the question's weight that a step must cover
_PASSAGE_FLOOR = 0.7
_NEAR = 0.4  # enough to be named as the nearest thing there is
_CLOSE = 0.85  # of the best score: found as well
_CLOSE_ENOUGH = 0.6  # for the neighbours of a step, the shallower of which is meant
_OWN_TIME = 0.9  # of the best score: a step with a time of its own wins for its time
_OTHER = 0.5  # of the best score: the best of another standard is told too, if none is named
_ABLE = 0.85  # of the best score: a step that can answer wins over a better one that cannot
_TELLING = 2.5  # weight of a word that about one passage in twelve holds
_SAME_COVERAGE = 0.12
_HALF = 0.5  # weight of verbs that say little alone ("memberi")
_PAIR = 0.4
_STRANGE = 0.3  # weight of words that no text knows, once the standard is named for sure
_UNKNOWN = 0.6  # the same where a passage is to answer the whole question
_TITLE = 0.25  # weight of words that only name the standard
_SEVERAL = 2  # words that must be said to leave the standard that is spoken of
_BETTER = 1.25  # how much better another standard's passage must be to leave the one in scope
_ASKING = frozenset({"siapa", "berapa", "kapan", "mana", "apa", "lama"})

_TIME = re.compile(r"\bselama \d+ (?:menit|jam|hari|minggu|bulan|tahun)\b", re.IGNORECASE)

Query = Mapping[str, float]


class Searcher:
    """Searches a shelf for what questions describe."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._index = shelf.index

    def strangers(self, question: Question) -> list[str]:
        """Return the naming words that nothing on the shelf and no cue knows."""
        cued = {p for hit in question.hits.values() for p in hit.positions}
        return [
            word.text
            for word in question.content(cued)
            if not self._index.knows(word.stem)
            and word.stem not in self._shelf.names.vocabulary()
            and not word.text.isdigit()
            and not word.is_everyday
            and word.text not in words.offices()
        ]

    def described(
        self, question: Question, cues: Collection[str], *, titles: bool = True
    ) -> dict[str, float]:
        """Return the weighted stems that a question uses beyond its cues.

        Words that merely name the standard weigh little; with `titles` False they are left out.
        A question that has nothing but such words describes nothing.
        """
        used = {p for a in cues if a in question.hits for p in question.hits[a].positions}
        strange = _STRANGE if question.named.firm else 1.0
        named = question.named
        naming = question.institutions
        if named.firm or named.office or not titles:
            naming = question.naming
        naming |= office_at(question.words, named.certain, self._shelf)
        query: dict[str, float] = {}
        soft: dict[str, float] = {}
        for position, word in enumerate(question.words):
            stop = word.is_stop or word.stem in words.stopwords()
            if position in used or (stop and word.stem not in SOFT):
                continue
            if stop:
                soft[word.stem] = _HALF
                continue
            if position not in naming:
                query[word.stem] = 1.0 if self._index.knows(word.stem) else strange
            elif titles:
                query.setdefault(word.stem, _TITLE)
        if all(weight == _TITLE for weight in query.values()):
            return {}
        return self._pairs(question, soft | query) | soft | query

    def _pairs(self, question: Question, query: Query) -> dict[str, float]:
        """Return the neighbouring stems of the query that some text has side by side too."""
        stems = [word.stem for word in question.words if word.stem in query]
        pairs = {pair(a, b) for a, b in zip(stems, stems[1:], strict=False)}
        return {key: _PAIR for key in pairs if self._index.knows(key)}

    def steps(
        self, question: Question, scope: Scope, query: Query, aspect: str = "step"
    ) -> list[Passage]:
        """Return the steps that cover the query: of the standard in scope, or clearly better."""
        inside = self._accepted(query, scope.within(), aspect)
        if not inside and question.named.firm and scope.standard:
            inside = self._accepted(self._said_in(query, scope.standard), scope.within(), aspect)
        few = len([s for s, w in query.items() if w == 1.0 and not is_pair(s)]) < _SEVERAL
        of_office = scope.how is How.SEVERAL and question.institutions
        if question.named.firm or of_office or (scope.how is How.TOPIC and (inside or few)):
            return [f.passage for f in inside]
        anywhere = self._accepted(query, None, aspect)
        if inside and anywhere[0].score <= _BETTER * inside[0].score:
            anywhere = inside
        return [f.passage for f in anywhere]

    def whole(self, query: Query, standard: ServiceStandard) -> ProcedureStep | None:
        """Return the step with parts whose heading is what the query says, all of it."""
        asked = {stem for stem, weight in query.items() if weight == 1.0 and not is_pair(stem)}
        said = bool(asked) and all(self._index.says(standard.id, stem) for stem in asked)
        for step in standard.walk_steps() if said else ():  # its parts hold a heading's words too
            title = {*stems_of(step.title)} if step.steps and not step.actors else set[str]()
            rest = title - asked
            explained = (self._shelf.names.explains(standard.id, stem) for stem in rest)
            if asked <= title and all(explained):
                return step
        return None

    def same(self, stems: Collection[str], standard: str, aspect: str) -> list[Passage]:
        """Return the steps of another standard that say what was asked before."""
        query = dict.fromkeys(stems, 1.0)
        return [f.passage for f in self._accepted(query, {standard}, aspect)]

    def all_steps(self, query: Query, scope: Scope) -> list[Passage]:
        """Return every step that covers what is described, best first."""
        found = self._index.search(
            query, within=scope.within(), kinds=_STEPS, limit=60, floor=_PASSAGE_FLOOR
        )
        return [f.passage for f in found]

    def _said_in(self, query: Query, standard: str) -> Query:
        """Return what of the query the standard speaks of, if that is more than its name."""
        said = {s: w for s, w in query.items() if self._index.says(standard, s)}
        telling = (s for s, weight in said.items() if weight != _TITLE and not is_pair(s))
        return said if any(telling) else {}

    def _accepted(self, query: Query, within: Collection[str] | None, aspect: str) -> list[Found]:
        found = self._index.search(query, within=within, kinds=_STEPS, limit=24, floor=_FLOOR)
        found = self._preferred(found, aspect)
        if not found:
            return []
        best = found[0]
        near = {best.passage.standard} if aspect == "step_next" else set[str]()
        found = [f for f in found if f.coverage >= best.coverage - _SAME_COVERAGE]
        close = [
            f
            for f in found
            if f.score >= (_CLOSE_ENOUGH if f.passage.standard in near else _CLOSE) * best.score
        ]
        return close if within or near else close + best_of_others(found, close, _OTHER)

    def _preferred(self, found: list[Found], aspect: str) -> list[Found]:
        """Put the steps that can answer the aspect first, if they are about as good."""
        timed = [f for f in found if aspect == "step_time" and self._has_time(f.passage)]
        if timed and timed[0].score >= _OWN_TIME * found[0].score:
            return timed
        able = [f for f in found if self._answers(f.passage, aspect)]
        if able and able[0].score >= _ABLE * found[0].score:
            return able
        return [] if aspect == "step_parts" else found

    def _has_time(self, passage: Passage) -> bool:
        step = self._shelf.standards[passage.standard].step(passage.place)
        return step is not None and bool(step.duration or _TIME.search(step.text))

    def _answers(self, passage: Passage, aspect: str) -> bool:
        standard = self._shelf.standards[passage.standard]
        step = standard.step(passage.place)
        if step is None or aspect in ("step", "step_next"):
            return True
        if aspect == "step_parts":
            return bool(step.steps or step.details) or "." not in step.number
        if aspect == "step_count":
            return bool(step.duration and step.duration.times)
        if aspect in ("step_actor", "step_signer"):
            return bool(step.actors or any(note.actors for note in step.notes))
        timed = step.duration or any(note.duration for note in step.notes)
        return bool(timed or navigation.enclosing_time(standard, step.number))

    def narrowed(self, query: Query, scope: Scope) -> str | None:
        """Return the one standard whose text holds what the query says, or None."""
        found = self._index.search(query, within=scope.within(), limit=10, floor=_PASSAGE_FLOOR)
        keys = {f.passage.standard for f in found}
        return keys.pop() if len(keys) == 1 else None

    def covers(self, query: Query, facet: str, standard: str | None, share: float) -> bool:
        """Say whether a passage of one facet covers so much of the query."""
        within = {standard} if standard else None
        found = self._index.search(query, within=within, limit=40, floor=share)
        return any(f.passage.facet.startswith(facet) for f in found)

    def is_said(self, query: Query, share: float) -> bool:
        """Say whether any passage covers so much of the query."""
        return bool(self._index.search(query, limit=1, floor=share))

    def is_telling(self, query: Query) -> bool:
        """Say whether the query has a word that few passages hold."""
        return any(
            self._index.knows(s) and self._index.idf(s) > _TELLING
            for s, w in query.items()
            if w == 1.0
        )

    def unsaid(self, query: Query) -> bool:
        """Say whether no document uses any of these stems: words of asking only."""
        return not any(self._index.knows(stem) for stem in query)

    def holding(self, query: Query, scope: Scope, floor: float = _PASSAGE_FLOOR) -> list[Passage]:
        """Return the best passages that cover the query, in scope if there are any."""
        found = self._index.search(query, within=scope.within(), limit=8, floor=floor)
        if not found and scope.how is not How.NAMED:
            found = self._index.search(query, limit=8, floor=floor)
        best = found[0].score if found else 0.0
        return [f.passage for f in found if f.score >= 0.9 * best]

    def text(self, passage: Passage) -> str:
        """Return the words of a passage: of the step with its notes, or of the item."""
        standard = self._shelf.standards[passage.standard]
        step = standard.step(passage.place) if passage.kind in _STEPS else None
        if step is not None:
            return " ".join((step.text, *(note.text for note in step.notes)))
        items = (i for s in standard.sections for top in s.items for i in top.walk())
        return " ".join(i.text for i in items if i.source.section == passage.place)

    def ranked(self, query: Query, standard: str, limit: int = 6) -> list[Found]:
        """Return the best passages of one standard for a query, best first."""
        return self._index.search(query, within={standard}, limit=limit)

    def by_standard(self, query: Query, facet: str | None) -> list[Passage]:
        """Return each standard's best passage that covers the query, of a facet if given."""
        best: dict[str, Passage] = {}
        for found in self._index.search(query, limit=400, floor=_CLOSE):
            passage = found.passage
            if facet and not passage.facet.startswith(facet):
                continue
            best.setdefault(passage.standard, passage)
        return list(best.values())

    def terms(self, question: Question, scope: Scope) -> list[tuple[str, str]]:
        """Return (standard, term) of the definitions that the question names."""
        stems = question.stems
        keys = [scope.standard] if scope.standard else list(self._shelf.standards)
        return [
            (key, definition.term)
            for key in keys
            for definition in self._shelf.standards[key].definitions
            if _names(definition.term, definition.abbreviation, stems)
        ]

    def passages(
        self, question: Question, scope: Scope, floor: float | None = None
    ) -> list[Passage]:
        """Return the passages that cover nearly all that a question says, or so much of it."""
        firm = question.named.firm
        query = {
            word.stem: self._weight(word.stem, firm, position in question.naming)
            for position, word in enumerate(question.words)
            if not word.is_stop and word.text not in _ASKING
        }
        if all(stem.isdigit() for stem in query) or (self.strangers(question) and not firm):
            return []
        return self.holding(query, scope, floor or _PASSAGE_FLOOR)

    def _weight(self, stem: str, firm: bool, naming: bool) -> float:
        if not firm:
            return 1.0
        return _TITLE if naming else 1.0 if self._index.knows(stem) else _UNKNOWN

    def nearest(self, question: Question) -> Request | None:
        """Return the nearest thing that could be told instead, if anything is near."""
        query = {word.stem: 1.0 for word in question.content()}
        if self.strangers(question) and not question.named:
            return None  # what is asked about is no part of these services at all
        found = self._index.search(query, limit=1, floor=_NEAR)
        if not found:
            return None
        passage = found[0].passage
        if passage.kind in _STEPS:
            return Request("step", passage.standard, passage.place)
        return Request(passage.facet, passage.standard)


def _names(term: str, abbreviation: str | None, stems: Set[str]) -> bool:
    if abbreviation and abbreviation.casefold() in stems:
        return True
    wanted = set(stems_of(term))
    return bool(wanted) and wanted <= stems
