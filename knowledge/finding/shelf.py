"""Everything that finding derives from the loaded standards, built once."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Self

from knowledge.editions import Editions
from knowledge.finding.aspects import Cues
from knowledge.finding.index import Index
from knowledge.finding.names import Names
from knowledge.finding.passages import passages_of
from knowledge.finding.posts import Posts
from knowledge.finding.shortforms import ShortForms
from knowledge.finding.terms import OfficeTerms
from knowledge.language import words
from knowledge.language.normalize import capitals, flatten, tokens
from knowledge.language.spelling import Speller
from knowledge.model import ServiceStandard

_LONG_SLANG = 5  # letters from which a mistyped short form ("sisdr") can be told


class Shelf:
    """The standards with their names, posts, passages and vocabulary."""

    @classmethod
    def of(
        cls,
        standards: Iterable[ServiceStandard] | Shelf,
        editions: Editions = Editions(),  # noqa: B008 - frozen
    ) -> Shelf:
        """Return a shelf of the standards; a shelf is one already, with its own editions."""
        return standards if isinstance(standards, Shelf) else cls(standards, editions)

    def __init__(
        self,
        standards: Iterable[ServiceStandard],
        editions: Editions = Editions(),  # noqa: B008 - frozen
    ) -> None:
        self.editions = editions
        self.standards = {standard.id: standard for standard in standards}
        self.cues = Cues()
        self.index = Index(p for s in self.standards.values() for p in passages_of(s))
        self.names = Names(self.standards.values(), self.cues.stems(), self.index.usage())
        self.posts = Posts(self.standards.values())
        self.aliases = dict(_joined_abbreviations(self.standards.values()))
        self.speller = Speller(self._document_words(), self._preferred_words(), self.cues.pairs)
        self.short_forms = ShortForms(self.standards.values(), self._says)
        self.terms = OfficeTerms()
        self.kept = frozenset(short for s in self for short in capitals(s.title))
        self._keys = {_key(name): name for name in self.standards}

    def speaking(self, terms: OfficeTerms) -> Self:
        """Return the same shelf, on which messages are read with the office's own terms."""
        other = copy.copy(self)
        other.terms = terms
        return other

    def __iter__(self) -> Iterator[ServiceStandard]:
        return iter(self.standards.values())

    def __len__(self) -> int:
        return len(self.standards)

    def get(self, standard: str | None) -> ServiceStandard | None:
        """Return the standard with that id, or None."""
        return self.standards.get(standard) if standard else None

    def key(self, standard: str) -> str:
        """Return a short key of a standard's id, stable between starts."""
        return _key(standard)

    def by_key(self, key: str) -> str | None:
        """Return the id with that short key, or None."""
        return self._keys.get(key)

    def _says(self, word: str) -> bool:
        """Say whether the word stands in a text or names a standard."""
        return self.index.knows(word) or word in self.names.vocabulary()

    def _document_words(self) -> set[str]:
        found = set(words.stopwords()) | set(self.aliases)
        found |= {word for word in words.slang() if len(word) >= _LONG_SLANG}
        for standard in self:
            found.update(tokens(flatten(standard.title)))
            for section in standard.sections:
                for item in (i for top in section.items for i in top.walk()):
                    found.update(tokens(flatten(item.text)))
            for step in standard.walk_steps():
                found.update(tokens(flatten(step.text)))
        return found

    def _preferred_words(self) -> set[str]:
        titles = {t for s in self for t in tokens(flatten(s.title))}
        return titles | self.cues.vocabulary


def _key(standard: str) -> str:
    return blake2b(standard.encode(), digest_size=4).hexdigest()


def _joined_abbreviations(
    standards: Iterable[ServiceStandard],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield "rkpk" for a standard that defines RK and PK."""
    for standard in standards:
        short = [d.abbreviation.casefold() for d in standard.definitions if d.abbreviation]
        short = [word for word in short if word.isalpha()]
        yield from ((a + b, (a, b)) for a in short for b in short if a != b)
