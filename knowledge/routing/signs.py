"""The signs of a complaint: cue phrases, found in words as those of questions are.

A cue of one word must also be meant as the word it is: "seenaknya" has the stem of "enak", and
"dijelaskan" that of "jelas". The voices of a verb count as one: "membentak", "dibentak".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.finding.aspects import Cues, Hit
from knowledge.language import words
from knowledge.language.normalize import Word, as_words, expand, flatten, tokens
from knowledge.language.stemming import without_enclitic

_ANY_FORM = "service"  # only counts where it is denied, which no form of a verb escapes
_AS_WRITTEN = frozenset({"official"})  # "kepalanya" is somebody's head of office, "kepala" may ache
_ACTIVE = ("me", "nge", "ng", "ny")


@cache
def all_signs() -> Signs:
    """Return the signs of the language data."""
    return Signs()


class Signs:
    """All signs of the language data; immutable after they are built."""

    def __init__(self) -> None:
        rows = words.complaint_signs()
        self._cues = Cues(rows)
        self._forms: defaultdict[tuple[str, float, str], set[str]] = defaultdict(set)
        for sign, weight, phrase in rows:
            said = as_words(expand(tokens(flatten(phrase))))
            if len(said) == 1:
                form = _form(said[0]) if sign not in _AS_WRITTEN else said[0].text
                self._forms[sign, weight, said[0].stem] |= _voices(form)

    @property
    def vocabulary(self) -> set[str]:
        """Return every word of a cue."""
        return self._cues.vocabulary

    def hits(self, said: Sequence[Word]) -> Iterator[Hit]:
        """Yield every hit of every sign, in the words' order."""
        for hit in self._cues.hits(said):
            free = len(hit.positions) > 1 or hit.aspect == _ANY_FORM
            if free or self._is_meant(hit, said[min(hit.positions)]):
                yield hit

    def _is_meant(self, hit: Hit, word: Word) -> bool:
        form = _form(word) if hit.aspect not in _AS_WRITTEN else word.text
        return form in self._forms[hit.aspect, hit.score, word.stem]


def _form(word: Word) -> str:
    """Return the voice of a verb, or the word itself where it is no plain verb form."""
    text = without_enclitic(word.text)
    if text == word.stem:
        return "root"
    if text.startswith("di"):
        return "di"
    return "me" if text.startswith(_ACTIVE) else text


def _voices(form: str) -> set[str]:
    return {"di", "me"} if form in ("di", "me") else {form}
