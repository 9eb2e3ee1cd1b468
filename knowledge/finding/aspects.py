"""What is asked: cue phrases of the language data, found in the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.language import words
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens
from knowledge.model import Facet

FACETS = frozenset(facet.value for facet in Facet)
COMPLAINT = frozenset(
    {"complaint", "complaint_receiver", "complaint_handler", "complaint_delegation"}
)
NOT_SAID = frozenset({"complaint_channel", "complaint_time", "person_name", "staff_count"})
ASKED = (FACETS | COMPLAINT | NOT_SAID) - {"other"}

_EXACT = "="  # before a cue whose first word is meant in this form only
_NEAR = 1  # stop words that may stand between two words of a cue
_FAR = 5  # words that may stand where the cue has "~"


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found: how sure it makes us, and which words of the question it used."""

    aspect: str
    score: float
    positions: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cue:
    aspect: str
    weight: int
    stems: tuple[str, ...]
    far: tuple[bool, ...]  # whether a wide gap may stand before that stem
    exact: str = ""  # the first word as it must be written, where its stem means too much


@cache
def all_cues() -> Cues:
    """Return the cues of the language data."""
    return Cues(words.cues())


class Cues:
    """Cues by their first stem; immutable after they are built."""

    def __init__(self, rows: Iterable[tuple[str, int, str]]) -> None:
        self._by_first: dict[str, list[_Cue]] = {}
        self.vocabulary: set[str] = set()
        self.pairs: set[tuple[str, str]] = set()  # neighbours that people write as one word
        for aspect, weight, phrase in rows:
            self._add(aspect, weight, phrase)
            first, gap, rest = phrase.partition(" ~ ")
            if gap and first == "siapa":  # people also ask "yang menerima siapa"
                self._add(aspect, weight, f"{rest} ~ siapa")

    def _add(self, aspect: str, weight: int, phrase: str) -> None:
        stems: list[str] = []
        far: list[bool] = []
        for part_number, part in enumerate(phrase.split("~")):
            expanded = expand(tokens(flatten(part)))
            self.vocabulary.update(expanded)
            self.pairs.update(p for p in zip(expanded, expanded[1:], strict=False) if _long(p))
            for word_number, word in enumerate(as_words(expanded)):
                stems.append(word.stem)
                far.append(bool(part_number) and word_number == 0)
        exact = phrase.split()[0][1:] if phrase.startswith(_EXACT) else ""
        cue = _Cue(aspect, weight, tuple(stems), tuple(far), exact)
        self._by_first.setdefault(stems[0], []).append(cue)

    def stems(self) -> frozenset[str]:
        """Return every stem that begins a cue of one word: words that name an aspect."""
        return frozenset(
            cue.stems[0]
            for cues in self._by_first.values()
            for cue in cues
            if len(cue.stems) == 1 and not cue.exact
        )

    def find(self, question: Sequence[Word]) -> dict[str, Hit]:
        """Return the best hit of each aspect."""
        best: dict[str, Hit] = {}
        for hit in self.hits(question):
            best[hit.aspect] = _better(best.get(hit.aspect), hit)
        return best

    def hits(self, question: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit of every cue, in the words' order."""
        said = {word.stem for word in question}
        for start, word in enumerate(question):
            for cue in self._by_first.get(word.stem, ()):
                if not said.issuperset(cue.stems):
                    continue
                if cue.exact and cue.exact != word.text:
                    continue
                positions = _match(cue, question, start)
                if positions is not None:
                    yield Hit(cue.aspect, cue.weight + 0.5 * (len(cue.stems) - 1), positions)


def _long(pair: tuple[str, str]) -> bool:
    return all(len(word) > 3 for word in pair)


def _better(old: Hit | None, new: Hit) -> Hit:
    if old is None:
        return new
    winner = max(old, new, key=lambda hit: hit.score)
    return Hit(winner.aspect, winner.score, old.positions | new.positions)


def _match(cue: _Cue, question: Sequence[Word], start: int) -> frozenset[int] | None:
    positions = [start]
    for stem, far in zip(cue.stems[1:], cue.far[1:], strict=True):
        found = _next(stem, question, positions[-1] + 1, far=far)
        if found is None:
            return None
        positions.append(found)
    return frozenset(positions)


def _next(stem: str, question: Sequence[Word], begin: int, *, far: bool) -> int | None:
    reach = _FAR if far else _NEAR
    for position in range(begin, min(begin + reach + 1, len(question))):
        if question[position].stem == stem:
            return position
        if not far and not question[position].is_stop:
            return None
    return None
