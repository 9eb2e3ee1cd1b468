"""Finding steps and passages by what a question describes, with a floor and a margin."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge.finding.answers import Request
from knowledge.finding.index import Found, Passage, PassageKind
from knowledge.finding.question import Question
from knowledge.finding.scope import Scope
from knowledge.finding.shelf import Shelf
from knowledge.language import words

_STEPS = frozenset({PassageKind.STEP, PassageKind.NOTE})
_FLOOR = 0.55  # share of the question's weight that a step must cover
_PASSAGE_FLOOR = 0.7
_NEAR = 0.4  # enough to be named as the nearest thing there is
_CLOSE = 0.85  # of the best score: found as well
_TITLE = 0.25  # weight of words that only name the standard


class Searcher:
    """Searches a shelf for what questions describe."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def strangers(self, question: Question) -> list[str]:
        """Return the naming words that nothing on the shelf and no cue knows."""
        cued = {p for hit in question.hits.values() for p in hit.positions}
        return [
            word.text
            for word in question.content(cued)
            if not self._shelf.index.knows(word.stem)
            and word.stem not in self._shelf.names.vocabulary()
            and not word.text.isdigit()
        ]

    def described(
        self, question: Question, cues: Collection[str], *, titles: bool = True
    ) -> dict[str, float]:
        """Return the weighted stems that a question uses beyond its cues.

        Words that merely name the standard weigh little; with `titles` False they are left out.
        A question that has nothing but such words describes nothing.
        """
        used = {p for a in cues if a in question.hits for p in question.hits[a].positions}
        naming = question.named.positions
        query: dict[str, float] = {}
        for position, word in enumerate(question.words):
            if position in used or word.is_stop or word.stem in words.stopwords():
                continue
            if position not in naming:
                query[word.stem] = 1.0
            elif titles:
                query.setdefault(word.stem, _TITLE)
        return query if any(weight == 1.0 for weight in query.values()) else {}

    def steps(
        self, question: Question, scope: Scope, query: Mapping[str, float], aspect: str = "step"
    ) -> list[Passage]:
        """Return the steps that cover the query: of the standard in scope, else of any."""
        found = self._accepted(query, scope.within(), aspect)
        if not found and not question.named:
            found = self._accepted(query, None, aspect)
        return found

    def _accepted(
        self, query: Mapping[str, float], within: Collection[str] | None, aspect: str
    ) -> list[Passage]:
        found = self._shelf.index.search(query, within=within, kinds=_STEPS, limit=24)
        found = [f for f in found if f.coverage >= _FLOOR]
        found = self._preferred(found, aspect)
        if not found:
            return []
        best = found[0]
        return [
            f.passage
            for f in found
            if f.score >= _CLOSE * best.score and f.coverage >= best.coverage - 0.12
        ]

    def _preferred(self, found: list[Found], aspect: str) -> list[Found]:
        """Put the steps that can answer the aspect first, if they are about as good."""
        if not found:
            return found
        able = [f for f in found if self._answers(f.passage, aspect)]
        if able and able[0].score >= 0.6 * found[0].score:
            return able
        return found

    def _answers(self, passage: Passage, aspect: str) -> bool:
        step = self._shelf.standards[passage.standard].step(passage.place)
        if step is None or aspect == "step":
            return True
        if passage.kind is PassageKind.NOTE:
            notes = step.notes
            return any(n.duration if aspect == "step_time" else n.actors for n in notes)
        return bool(step.duration) if aspect == "step_time" else bool(step.actors)

    def narrowed(self, query: Mapping[str, float], scope: Scope) -> str | None:
        """Return the one standard whose text holds what the query says, or None."""
        found = self._shelf.index.search(query, within=scope.within(), limit=10)
        found = [f for f in found if f.coverage >= _PASSAGE_FLOOR]
        keys = {f.passage.standard for f in found}
        return keys.pop() if len(keys) == 1 else None

    def terms(self, question: Question, scope: Scope) -> list[tuple[str, str]]:
        """Return (standard, term) of the definitions that the question names."""
        stems = {word.stem for word in question.words}
        found = []
        for key in [scope.standard] if scope.standard else list(self._shelf.standards):
            standard = self._shelf.standards[key or ""]
            for definition in standard.definitions:
                if _names(definition.term, definition.abbreviation, stems):
                    found.append((standard.id, definition.term))
        return found

    def passages(self, question: Question, scope: Scope) -> list[Passage]:
        """Return the passages that cover nearly all that a question says."""
        query = {
            word.stem: (_TITLE if position in question.named.positions else 1.0)
            for position, word in enumerate(question.words)
            if not word.is_stop and word.text not in _ASKING
        }
        if not query or (self.strangers(question) and not question.named.certain):
            return []
        found = self._shelf.index.search(query, within=scope.within(), limit=6)
        if not (found and found[0].coverage >= _PASSAGE_FLOOR) and not question.named:
            found = self._shelf.index.search(query, limit=6)
        found = [f for f in found if f.coverage >= _PASSAGE_FLOOR]
        if len(query) < 2 and not question.named:
            found = [f for f in found if f.score > 0][:3]
        best = found[0].score if found else 0.0
        return [f.passage for f in found if f.score >= 0.9 * best]


    def nearest(self, question: Question) -> Request | None:
        """Return the nearest thing that could be told instead, if anything is near."""
        query = {word.stem: 1.0 for word in question.content()}
        found = self._shelf.index.search(query, limit=1)
        if not found or found[0].coverage < _NEAR:
            return None
        passage = found[0].passage
        if passage.kind in _STEPS:
            return Request("step", passage.standard, passage.place)
        return Request(passage.facet, passage.standard)


_ASKING = frozenset({"siapa", "berapa", "kapan", "mana", "apa", "lama"})


def _names(term: str, abbreviation: str | None, stems: set[str]) -> bool:
    from knowledge.finding.passages import stems_of

    if abbreviation and abbreviation.casefold() in stems:
        return True
    wanted = set(stems_of(term))
    return bool(wanted) and wanted <= stems
