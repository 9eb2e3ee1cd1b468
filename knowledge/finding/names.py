"""Which standard a question means: the words of the titles, weighted by how few share them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from knowledge.finding.named import Named
from knowledge.finding.nicknames import Called, initials, mailboxes, telling
from knowledge.finding.titles import (
    FORMULA,
    OFFICE,
    SMALL,
    neighbours,
    own_title,
    short_names,
    thing,
    title_words,
    told,
    weighed,
    where,
)
from knowledge.language.normalize import Word
from knowledge.language.words import namings
from knowledge.model import ServiceStandard

_GENERIC = 0.3  # weight of a title word that is also a word people ask with ("prosedur")
_FLOOR = 1.0
_MARGIN = 1.3
_NEAR_BEST = 0.7
_COMMON = 0.9  # share of the standards that use a word which then names none of them
_PAIR = 0.5  # bonus for two title words in the order of the title
_RARE = 2  # in so many titles at most, two neighbouring title words name a standard
_WHOLE = 3  # words of a title that name a standard surely, where all of them are said
_NOTHING = Word("", "")
_OF_ANY = frozenset("terbit buat urus minta surat kartu sertifikat dokumen izin akta".split())


class Names:
    """The titles and short names of the loaded standards."""

    def __init__(
        self,
        standards: Iterable[ServiceStandard],
        called: Mapping[str, Called],
        generic: frozenset[str],
        usage: Mapping[str, int],
    ) -> None:
        self._generic = generic
        self._usage = usage  # in how many standards a stem occurs at all
        self._titles: dict[str, list[str]] = {}
        self._aliases: dict[str, frozenset[str]] = {}
        standards = list(standards)
        offices = {s.title.split(OFFICE)[1] for s in standards if OFFICE in s.title}
        own = {s.id: own_title(s.title, offices) for s in standards}
        for key, title in own.items():
            stems = [w.stem for w in title_words(title) if w.stem not in FORMULA]
            self._titles[key] = stems
            self._aliases[key] = frozenset(short_names(called[key].shorts, frozenset(stems)))
        self._add_initials(own)
        for stem, key in mailboxes({key: called[key].boxes for key in own}, {*usage, *generic}):
            self._aliases[key] |= {stem}
        self._told = {key: frozenset(told(title)) for key, title in own.items()}
        self._things = {key: thing(title) for key, title in own.items()}
        self._where = {s.id: where(s.title, usage, len(own)) for s in standards}
        self._offices = telling({key: called[key].office | self._where[key] for key in own})
        self._office_pairs = frozenset().union(*(one.office_pairs for one in called.values()))
        self._units = {
            s.id: frozenset(w.stem for w in title_words(s.unit or "")) for s in standards
        }
        self._count = len(self._titles)
        self._everywhere = max(3, math.ceil(_COMMON * self._count))
        self._by_stem: dict[str, dict[str, None]] = {}  # keys in the order of the standards
        for key, stems in self._titles.items():
            for stem in {*stems, *self._aliases[key], *self._offices[key]}:
                self._by_stem.setdefault(stem, {})[key] = None
        self._pairs = {key: neighbours(title) for key, title in own.items()}
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        for key, pair in ((key, pair) for key, pairs in self._pairs.items() for pair in pairs):
            self._by_pair.setdefault(pair, []).append(key)
        self._in_titles = Counter(s for pairs in self._pairs.values() for s in {*sum(pairs, ())})

    def _add_initials(self, titles: Mapping[str, str]) -> None:
        """Let the initials of titles name them, but for those that a text declares otherwise."""
        declared = frozenset(short for shorts in self._aliases.values() for short in shorts)
        for key, shorts in initials(titles).items():
            self._aliases[key] |= shorts - declared

    def vocabulary(self) -> frozenset[str]:
        """Return the stems that name standards."""
        return frozenset(self._by_stem)

    def explains(self, standard: str, stem: str) -> bool:
        """Say whether the stem belongs to that standard's name."""
        return stem in FORMULA or standard in self._by_stem.get(stem, ())

    def where_of(self, standard: str) -> frozenset[str]:
        """Return the words behind "di Lingkungan" in a title that tell offices apart."""
        return self._where[standard]

    def is_office_pair(self, key: str) -> bool:
        """Say whether two words, by the key of their pair, are neighbours in an office's name."""
        return key in self._office_pairs

    def named_by(self, stem: str) -> frozenset[str]:
        """Return the standards to whose names, or their offices' names, a stem belongs."""
        return frozenset(self._by_stem.get(stem, ()))

    def titles(self, standard: str | None, stems: Collection[str]) -> bool:
        """Say whether all the stems are words of a standard's title."""
        return {*stems} <= {*self._titles.get(standard or "", ())}

    def is_short(self, standard: str, stem: str) -> bool:
        """Say whether a stem is a short form of a standard's title ("SKCK")."""
        return stem in self._aliases[standard]

    def is_deed(self, standard: str, stem: str) -> bool:
        """Say whether a word of a title only says what is done with its thing ("peminjaman")."""
        return stem in self._titles[standard] and stem not in self._told[standard]

    def following(self, standard: str, stem: str) -> frozenset[str]:
        """Return the stems that follow a stem in a title, none for a word of no title."""
        pairs = self._pairs.get(standard, ())
        return frozenset(right for left, right in pairs if left == stem)

    def is_whole(self, standard: str, stems: Collection[str]) -> bool:
        """Say whether the stems hold all words of a title but those of what is done."""
        return self._told[standard].issubset(stems)

    def _weight(self, stem: str) -> float:
        return math.log(1 + self._count / len(self._by_stem[stem]))

    def find(self, question: Sequence[Word], without: Collection[int] = ()) -> Named:
        """Return the standard that the words name, or those that fit about as well.

        Words at the positions `without` (the name of a post, say) do not count.
        """
        said = [_NOTHING if i in without else word for i, word in enumerate(question)]
        question, scores = max(
            ((words, self._scores(words)) for words in self._readings(said)),
            key=lambda read: max(read[1].values(), default=0.0),
        )
        if not scores:
            return Named()
        ranked = sorted(scores, key=lambda key: -scores[key])
        best = scores[ranked[0]]
        if best < _FLOOR:
            return Named()
        possible = tuple(key for key in ranked if scores[key] >= _NEAR_BEST * best)
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        certain = ranked[0] if best >= _MARGIN * second else self._by_short_name(question, possible)
        certain = self._by_whole_name(question, possible, certain) or certain
        positions = self._positions(question, set(possible))
        firm = certain is not None and (
            self._is_firm(question, positions, certain)
            or self._is_thing(question, positions, certain)
        )
        paired = self._paired(question, possible)
        mentioned = self._mentioned(question, scores)
        office = not any(self._is_of_service(question, positions, key) for key in possible)
        return Named(certain, possible, positions, firm, paired, mentioned, office)

    def _readings(self, question: Sequence[Word]) -> Iterator[list[Word]]:
        """Yield the question in words of titles, and as another title calls each thing of it.

        "Mobil dinas" is "kendaraan dinas", though there is a service of a "mobil jenazah" too.
        """
        plain = [word if word.stem in self._by_stem else self._as_titled(word) for word in question]
        yield plain
        for position, word in enumerate(plain):
            titled = self._as_titled(word)
            if titled is not word:
                yield [*plain[:position], titled, *plain[position + 1 :]]

    def _as_titled(self, word: Word) -> Word:
        """Return an everyday name ("mobil") as a title calls it ("kendaraan"), if one does."""
        stems = (stem for stem in namings().get(word.stem, ()) if stem in self._by_stem)
        found = next(stems, None)
        return Word(found, found) if found else word

    def _by_short_name(self, question: Sequence[Word], possible: Sequence[str]) -> str | None:
        """Return the one standard whose own short form ("SOP") stands, beside an office's name."""
        stems = {word.stem for word in question}
        short = [key for key in possible if stems & self._aliases[key]]
        others = [key for key in possible if key not in short]
        if len(short) != 1:
            return None
        own = self._units[short[0]].union(self._titles[short[0]])
        return short[0] if all(stems.intersection(self._titles[k]) <= own for k in others) else None

    def _by_whole_name(
        self, question: Sequence[Word], possible: Sequence[str], certain: str | None
    ) -> str | None:
        """Return the one standard all of whose thing is named ("nikah"), where others share it."""
        stems = {word.stem for word in question}
        whole = [key for key in possible if self._things[key] and self._things[key] <= stems]
        if certain is not None or len(whole) != 1:
            return None
        others = (stems & {*self._titles[key]} for key in possible if key != whole[0])
        return whole[0] if all(said <= self._things[whole[0]] for said in others) else None

    def _is_thing(self, question: Sequence[Word], positions: Iterable[int], key: str) -> bool:
        """Say whether all of a service's thing is named by rare words, and no word names others."""
        thing = self._things[key]
        told = bool(thing) and thing <= {word.stem for word in question}
        alone = all(key in self._by_stem[question[position].stem] for position in positions)
        return told and alone and not any(map(self._is_common, thing))

    def _is_of_service(self, question: Sequence[Word], positions: Iterable[int], key: str) -> bool:
        """Say whether a word of the title or its short name is among those that name it."""
        own = {*self._titles[key], *self._aliases[key]}
        return any(question[position].stem in own for position in positions)

    def _paired(self, question: Sequence[Word], keys: Iterable[str]) -> frozenset[int]:
        """Return where neighbouring words are neighbours in a title too ("prosedur kerja")."""
        content = [p for p, w in enumerate(question) if w.stem not in SMALL and w.stem]
        pairs = {pair for key in keys for pair in self._pairs[key]}
        return frozenset(
            position
            for left, right in zip(content, content[1:], strict=False)
            if (question[left].stem, question[right].stem) in pairs
            for position in (left, right)
        )

    def _is_firm(self, question: Sequence[Word], positions: frozenset[int], key: str) -> bool:
        said = {w.stem for w in question}
        if len(self._told[key]) >= _WHOLE and self.is_whole(key, said):
            return True
        own = self._aliases[key].union(self._titles[key])
        stems = {question[p].stem for p in positions} & own - self._generic
        if any(self._usage.get(s, 1) == 1 or s in self._aliases[key] for s in stems):
            return True
        content = [w.stem for w in question if w.stem and w.stem not in SMALL]
        pairs = set(zip(content, content[1:], strict=False)) & self._pairs[key]
        things = (pair for pair in pairs if not {*pair} <= _OF_ANY)
        return any(all(self._in_titles[s] <= _RARE for s in pair) for pair in things)

    def _is_common(self, stem: str) -> bool:
        return stem in self._generic or self._usage.get(stem, 1) >= self._everywhere

    def _telling(self, stem: str) -> float:
        """Return the weight of a word of a pair: little if all standards speak of it."""
        everywhere = self._usage.get(stem, 1) >= self._everywhere and stem not in self._generic
        return self._weight(stem) * (_GENERIC if everywhere else 1)

    def _has_own_pair(self, question: Sequence[Word], key: str) -> bool:
        """Say whether two neighbouring words stand so in this standard's title alone."""
        close = [w.stem for w in question if w.stem and w.stem not in SMALL]
        return any(self._standards_of(pair) == [key] for pair in pairwise(close))

    def _standards_of(self, pair: tuple[str, str]) -> list[str]:
        return self._by_pair.get(pair, [])

    def _mentioned(self, question: Sequence[Word], scores: Mapping[str, float]) -> tuple[str, ...]:
        """Return the standards that words point at which no better standard explains."""
        taken: set[str] = set()
        found = []
        likely = self._pointed_at(question) & scores.keys()
        for key in sorted((key for key in scores if key in likely), key=lambda key: -scores[key]):
            stems = {w.stem for w in question if key in self._by_stem.get(w.stem, ())}
            fresh = {s for s in stems - taken if not self._is_common(s)}
            own = any(len(self._by_stem[s]) == 1 for s in fresh)
            if scores[key] >= _FLOOR and (own or self._has_own_pair(question, key)):
                found.append(key)
                taken |= stems
        return tuple(found)

    def _pointed_at(self, question: Sequence[Word]) -> set[str]:
        """Return the standards that a word or two neighbouring words of theirs alone may name."""
        users = [self._by_stem.get(word.stem, {}) for word in question]
        found = {next(iter(keys)) for keys in users if len(keys) == 1}
        close = [w.stem for w in question if w.stem and w.stem not in SMALL]
        alone = map(self._standards_of, zip(close, close[1:], strict=False))
        return found.union(*(keys for keys in alone if len(keys) == 1))

    def _positions(self, question: Sequence[Word], keys: set[str]) -> frozenset[int]:
        return frozenset(
            position
            for position, word in enumerate(question)
            if keys & self._by_stem.get(word.stem, {}).keys()
        )

    def _scores(self, question: Sequence[Word]) -> dict[str, float]:
        """Return the score of each standard; of equal ones the first named stands first."""
        scores: defaultdict[str, float] = defaultdict(float)
        for stem in weighed(question, self._in_titles):
            users = self._by_stem.get(stem, ())
            weight = self._weight(stem) if users else 0.0
            for key in users:
                alias = stem in self._aliases[key]
                scores[key] += weight * (_GENERIC if self._is_common(stem) and not alias else 1)
        close = [word.stem for word in question if word.stem not in SMALL]
        for pair in dict.fromkeys(zip(close, close[1:], strict=False)):
            for key in self._standards_of(pair):
                scores[key] += _PAIR * sum(self._telling(s) for s in pair if s in self._by_stem)
        return scores
