"""Terms that a standard explains anywhere: defined ones, those of a glossary, and in passing.

"Penjamin adalah orang yang ...", "H-7 berarti 7 hari kerja ...", "Istilah" / "Numpang uji" with
what it means below, also in an introduction above the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.finding.imprint import HEAD
from knowledge.language.normalize import as_words, printed
from knowledge.model import Definition, Facet, Item, Section, ServiceStandard, Source

_EXPLAINS = re.compile(
    r"(?:[-•]\s+)?(?:(?:adapun\s+)?yang\s+dimaksud(?:kan)?\s+(?:dengan\s+)?)?"
    r"(?P<term>[^.;:,()]{2,80}?)(?:\s*\((?P<short>[^()]{2,20})\))?"
    r"(?:,?\s+(?:yang\s+)?(?:selanjutnya\s+)?(?:disingkat|disebut)(?:\s+(?:dengan|sebagai))?"
    r"\s+(?P<name>[^,.;]{1,60}?))?,?\s+(?:adalah|ialah|yaitu|yakni|merupakan|berarti|artinya)\s+\S",
    re.I,
)
#: What begins a sentence on a part of the standard, which explains no term.
_PARTS = re.compile(
    r"(?:penanggung|pelaksana|biaya|tarif|waktu|jangka|tempat|loket|alamat|produk|hasil|keluaran|dasar"
    r"|persyaratan|syarat|pengguna|jam|jadwal|unit|penyelenggara|sarana|kompetensi|tujuan|maksud|hal"
    r"|ini|itu|tersebut|yang|pengaduan|jumlah|saluran)\b",
    re.I,
)
_GLOSSARY = re.compile(r"\b(?:istilah|singkatan|glosarium|definisi|pengertian|akronim)\b", re.I)
_ENTRY = re.compile(r"(?P<term>[^.:;=]{2,50}?)\s*(?::|=|\s[–-]\s)\s*\S.{8,}")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_MOST_WORDS = 6
_WHOLE = 330  # characters of a text that is quoted whole
_NAME = 50
_MEANING = 20
_NO_TERMS = frozenset({Facet.LEGAL_BASIS, Facet.PURPOSE, Facet.BACKGROUND})


def explained_in(standard: ServiceStandard) -> Iterator[Definition]:
    """Yield the terms that a standard defines, and those that it explains elsewhere."""
    yield from standard.definitions
    for line in standard.preamble:
        yield from _explained(line.lstrip("-•* "), Source(HEAD))
    for section in standard.sections:
        if section.facet not in _NO_TERMS:
            yield from _in_section(section)


def stems_of_term(text: str) -> frozenset[str]:
    """Return the stems of all words of a term, small ones too."""
    return frozenset(word.stem for word in as_words(printed(text)))


def _in_section(section: Section) -> Iterator[Definition]:
    for top in section.items:
        for item in top.walk():
            yield from _explained(item.text, item.source)
    if section.facet is Facet.DEFINITIONS or _GLOSSARY.search(section.heading):
        yield from _entries(section.items)


def _entries(items: Sequence[Item]) -> Iterator[Definition]:
    """Yield the entries of a glossary: "JP: jam pelajaran", or a term with its meaning below."""
    for item in items:
        if entry := _ENTRY.match(item.text):
            yield Definition(entry["term"], item.text, item.source)
        if item.items and len(item.text) <= _NAME:
            yield Definition(item.text, f"{item.text}: {item.items[0].text}", item.source)
    for item, below in pairwise(items):
        named = len(item.text) <= _NAME and not item.items and item.text[-1:] not in ".:;"
        if named and len(below.text) >= _MEANING:
            yield Definition(item.text, f"{item.text}: {below.text}", below.source)


def _explained(text: str, source: Source) -> Iterator[Definition]:
    """Yield the terms that the sentences of a text explain; a short text is quoted whole."""
    for sentence in _SENTENCE.split(text):
        found = _EXPLAINS.match(sentence)
        term = found["term"].strip() if found else ""
        if found is None or len(term.split()) > _MOST_WORDS or _PARTS.match(term):
            continue
        said = text if len(text) <= _WHOLE else sentence
        short = found["short"] or found["name"]
        yield Definition(term, said, source, short)
