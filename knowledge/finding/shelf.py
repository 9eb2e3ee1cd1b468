"""Everything that finding derives from the loaded standards, built once."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Self

from knowledge.editions import Editions
from knowledge.finding.aspects import all_cues
from knowledge.finding.extract import Extract, extract_of
from knowledge.finding.index import Index
from knowledge.finding.names import Names
from knowledge.finding.pairs import pair
from knowledge.finding.posts import Posts
from knowledge.finding.shortforms import ShortForms
from knowledge.finding.terms import OfficeTerms
from knowledge.language import words
from knowledge.language.normalize import as_words, capitals, flatten, tokens
from knowledge.language.spelling import Speller
from knowledge.model import ServiceStandard

_LONG_SLANG = 5  # letters from which a mistyped short form ("sisdr") can be told
_NONE: Mapping[str, Extract] = MappingProxyType({})


class Shelf:
    """The standards with their names, posts, passages and vocabulary.

    `extracts` are those of standards, by id, that are known already; the others are made.
    """

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
        extracts: Mapping[str, Extract] = _NONE,
    ) -> None:
        self.editions = editions
        self.standards = {standard.id: standard for standard in standards}
        self.cues = all_cues()
        self.aliases = dict(_joined_abbreviations(self.standards.values()))
        self._bind({s.id: extracts.get(s.id) or extract_of(s) for s in self})
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

    def document_of(self, standard: str) -> Sequence[ServiceStandard]:
        """Return the standards of the document that a standard (its id) stands in, in order.

        Files of two offices may have one name; what stands above the first one tells them apart.
        """
        return self._documents[standard]

    @cached_property
    def _documents(self) -> Mapping[str, list[ServiceStandard]]:
        found: dict[str, list[ServiceStandard]] = {}
        begun: dict[str, list[ServiceStandard]] = {}  # by file
        for standard in self:
            document = begun.get(standard.file)
            if document is None or not _goes_on(document[0], standard):
                document = begun[standard.file] = []
            document.append(standard)
            found[standard.id] = document
        return found

    def key(self, standard: str) -> str:
        """Return a short key of a standard's id, stable between starts."""
        return _key(standard)

    def by_key(self, key: str) -> str | None:
        """Return the id with that short key, or None."""
        return self._keys.get(key)

    def says(self, phrase: Sequence[str]) -> bool:
        """Say whether texts or names have all words of a phrase, and texts its pairs."""
        stems = [w.stem for w in as_words(phrase) if not w.is_stop]
        pairs = (pair(a, b) for a, b in pairwise(stems))
        return all(map(self._says, stems)) and all(map(self.index.knows, pairs))

    def _says(self, word: str) -> bool:
        """Say whether the word stands in a text or names a standard."""
        return self.index.knows(word) or word in self.names.vocabulary()

    def _bind(self, extracts: Mapping[str, Extract]) -> None:
        """Put together what each standard brings along."""
        each = extracts.values()
        called = {key: one.called for key, one in extracts.items()}
        pairs = (zip(one.short_forms[::2], one.short_forms[1::2], strict=True) for one in each)
        self.index = Index(one.leaf for one in each)
        self.names = Names(self.standards.values(), called, self.cues.stems(), self.index.usage())
        self.posts = Posts(chain.from_iterable(one.posts for one in each))
        self.speller = self._speller(each)
        self.short_forms = ShortForms(chain.from_iterable(pairs), self._says)

    def _speller(self, extracts: Collection[Extract]) -> Speller:
        stems: dict[str, str] = {}
        for one in extracts:
            stems.update(zip(one.words, one.stems, strict=True))
        known = {*stems, *words.stopwords(), *self.aliases}
        known |= {word for word in words.slang() if len(word) >= _LONG_SLANG}
        return Speller(known, self._preferred_words(), self.cues.pairs, stems=stems)

    def _preferred_words(self) -> set[str]:
        titles = {t for s in self for t in tokens(flatten(s.title))}
        return titles | self.cues.vocabulary


def _goes_on(first: ServiceStandard, later: ServiceStandard) -> bool:
    """Say whether a standard is a later one of a document: it shares what stands above the first.

    Recitals are taken out of the lines above the first.
    """
    return bool(later.shared_head) and {*first.preamble} <= {*later.shared_head}


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
