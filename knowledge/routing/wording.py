"""For which standard the plain words of a complaint speak: no name, no post, no unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from knowledge.finding.answers import Topic
from knowledge.finding.question import Question
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import Subjects
from knowledge.language import words
from knowledge.language.normalize import Word
from knowledge.language.stemming import is_root

_OFTEN = 3  # passages that speak of a word which is then at home in a standard
_EVERYWHERE = 10  # passages that make a word of one standard alone its subject
_NAMING = 4  # passages that say a word of no dictionary, so that it is a name there
_TELLING = 1.1  # weight of words, one of its own among them, that tell a standard
_OWN = 0.95  # the same where its own word is a name ("labkesda") or its very subject
_SEVERAL = 1.6  # the same where its own word is any word that only this one uses
_CLEAR = 1.4  # weight of any words that tell a standard where hardly one speaks for another
_FAINT = 0.35  # share of the best weight up to which another standard is hardly spoken of
_UNSAID = 0.05  # share up to which a standard is named by a word of its title, and no more
_MARGIN = 0.7
_RIVAL = 0.45  # share of the best weight from which another standard may be meant as well
_ANOTHER = 0.6  # likelihood from which they are rather about another standard
_COMMON = 0.3  # weight of what all procedures speak of: to send, to check, a book, a room


class Wording:
    """Weighs the words of a text by how much each standard of a shelf speaks of them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._usage = shelf.index.usage()
        self._subjects = Subjects(shelf)

    def told(self, said: Sequence[Word]) -> list[str]:
        """Return the one standard that several words, or one of its own, speak for.

        Many words tell it as well where they speak for hardly any other one.
        """
        weights = self.weights(said)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked:
            return []
        best = weights[ranked[0]]
        second = weights[ranked[1]] if len(ranked) > 1 else 0.0
        if self._speaks_of_another(ranked[0], said):
            return []
        several = best >= _TELLING and best - second >= _MARGIN and self._at_home(ranked[0], said)
        alone = second <= _RIVAL * best and best >= self._least(ranked[0], said)
        clear = best >= _CLEAR and second <= _FAINT * best
        return [ranked[0]] if several or alone or clear else []

    def is_faint(self, standard: str, said: Sequence[Word]) -> bool:
        """Say whether words that tell another standard are hardly those of this one."""
        weights, told = self.weights(said), self.told(said)
        return bool(told) and weights.get(standard, 0.0) <= _UNSAID * weights[told[0]]

    def _speaks_of_another(self, standard: str, said: Sequence[Word]) -> bool:
        """Say whether the words, as those of a question, would be about another standard."""
        named = self._shelf.names.find(said)
        likely = self._subjects.likeliest(Question("", tuple(said), named=named), Topic())
        return likely is not None and likely.standard != standard and likely.share >= _ANOTHER

    def weights(self, said: Sequence[Word]) -> dict[str, float]:
        """Return how much the words of a text are those of each standard."""
        weights: defaultdict[str, float] = defaultdict(float)
        for stem in _stems(said):
            if not 0 < self._usage.get(stem, 0) < len(self._shelf):
                continue
            counts = self._shelf.index.counts(stem)
            total = sum(counts.values())
            common = _COMMON if stem in words.synonyms() else 1.0
            for standard, count in counts.items():
                share = count / total if total else 0.0
                weights[standard] += common * share**2 * min(1.0, count / 2)
        return dict(weights)

    def _at_home(self, standard: str, said: Sequence[Word]) -> bool:
        """Say whether two words stand often in a standard, one of them in no other."""
        often = {s for s in _stems(said) if self._shelf.index.count(s, standard) >= _OFTEN}
        telling = [s for s in often - words.synonyms().keys() if self._usage[s] < len(self._shelf)]
        return len(telling) > 1 and any(self._usage[stem] == 1 for stem in telling)

    def _least(self, standard: str, said: Sequence[Word]) -> float:
        """Return what all words must weigh, given the best one that no other standard uses."""
        own = [s for s in _stems(said) - words.synonyms().keys() if self._usage.get(s) == 1]
        counted = {stem: self._shelf.index.count(stem, standard) for stem in own}
        for stem, count in counted.items():
            is_name = stem.isalpha() and not is_root(stem) and count >= _NAMING
            if is_name or count >= _EVERYWHERE:
                return _OWN
        return _SEVERAL if any(count >= _OFTEN for count in counted.values()) else float("inf")


def _stems(said: Sequence[Word]) -> set[str]:
    return {word.stem for word in said if word.stem and not word.is_stop}
