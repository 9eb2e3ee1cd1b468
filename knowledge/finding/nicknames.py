"""What people call a service or its office: initials of the title, everyday office words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.finding.pairs import pair
from knowledge.finding.passages import stems_of
from knowledge.language import words
from knowledge.language.normalize import flatten, tokens
from knowledge.language.stemming import is_root
from knowledge.model import ServiceStandard

_LINKS = frozenset({"dan", "di", "ke", "kepada", "atau", "untuk", "bagi", "pada", "dalam"})
_SHORT = 3  # letters of initials that may mean too many things
_LONGEST = 6  # letters of an abbreviation made of initials
_LIST_MARK = re.compile(r"\W*(?:[A-Za-z]|[IVX]+|\d+)\.\s")
_FORMULA = re.compile(r"standar pelayanan", re.IGNORECASE)
GENERAL = frozenset(
    "kementerian dinas badan kantor biro bagian bidang kota kabupaten provinsi daerah umum negara "
    "republik indonesia pemerintah pusat unit instalasi menteri sekretaris sekretariat wakil "
    "rakyat upt uptd opd blud".split()
)
_TAKEN = frozenset("pp uu sk se pt cv wa ac tv km kg cm rt rw no tu".split())  # mean other things


_SENTENCE = re.compile(r":|[.;,]\s*$")  # what a name does not have
_OF_DECREE = re.compile(
    r"\W*(?:keputusan|peraturan|nomor|no\.|tentang|lampiran|ditetapkan|pada tanggal|tanggal|ttd|"
    r"menimbang|mengingat|memutuskan|menetapkan|ke(?:satu|dua|tiga|empat|lima)|halaman|salinan)\b",
    re.IGNORECASE,
)  # what a decree says of itself
_IN_TITLE = re.compile(r"\b(?:Dinas|Badan|Kantor|Balai|Satuan|UPTD?)\s[^,;]+")
_LETTERHEAD = 10  # words of a line
_CONTACT_LINE = re.compile(r"\W*(?:jalan|jl\.|telepon|telp|pos-?el|nip\b|beranda)", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:kementerian|pemerintah|sekretariat|inspektorat|biro|bidang|bagian|bp[a-z]{2}|polda|"
    r"kanwil|kantah|lembaga|instalasi|satuan|pusat|fakultas|sekolah|laboratorium|samsat|perumda|"
    r"kabupaten|kota|provinsi|republik|komisi|majelis|mahkamah|otoritas|direktorat|perusahaan)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(  # an office's own name, up to where it lies or what it belongs to
    r"\b(?:Balai|Dinas|Badan|Kantor|Rumah|Pusat|Unit|Satuan|Lembaga|Taman|Laboratorium|Akademi)"
    r"(?: (?!(?:Kabupaten|Kota|Provinsi|Kecamatan|Republik|Pada|Di)\b)[A-Za-z]+)+",
)
_OFFICE = re.compile(  # an office of its own, no part of a larger one
    r"(?:Kelurahan|Desa|Kecamatan|Dinas|Badan|Balai|Kantor|UPTD?|RSUD|Puskesmas|Polres|Polsek|"
    r"Perpustakaan|Museum|Pengadilan|Kejaksaan|Universitas|Politeknik|Rumah Sakit|SMP|SMA|SMK)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{3,6}\b")
_SYLLABLE = re.compile(r"[^aiueo\W\d]*[aiueo](?:ng|ny|[^aiueo\W\d])?")
_SYLLABLE_OF_KIND = {"badan": "ba", "dinas": "dis"}
_MOST_SYLLABLES = 4
_ANY_UNIT = frozenset({"upt", "uptd", "opd", "skpd", "dprd", "blud", "bupati"})


@dataclass(frozen=True, slots=True)
class Called:
    """What a standard's text lets people call it by, beside its title.

    `shorts` are its abbreviations, each with the stems that it stands for; `boxes` those of its
    addresses; `office` are words for the office that gives the service, `office_pairs` keys of
    neighbouring words of its name.
    """

    shorts: tuple[tuple[str, ...], ...] = ()
    boxes: tuple[str, ...] = ()
    office: frozenset[str] = frozenset()
    office_pairs: frozenset[str] = frozenset()


def initials(titles: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the initials of each title's own phrases ("ktp", "kk") that no other title claims."""
    found = {key: _initials(title) for key, title in titles.items()}
    claimed = Counter(short for shorts in found.values() for short in shorts)
    return {key: frozenset(s for s in shorts if claimed[s] == 1) for key, shorts in found.items()}


@lru_cache(20_000)  # titles stay when standards come and go
def _initials(title: str) -> frozenset[str]:
    return frozenset(_spoken(title))


def _spoken(title: str) -> Iterator[str]:
    for phrase in _phrases(title):
        for start in range(len(phrase)):
            for end in range(start + 2, min(len(phrase), start + _LONGEST) + 1):
                run = phrase[start:end]
                short = "".join(word[0] for word in run if word not in _LINKS)
                whole = end == len(phrase) and all(map(is_doing, phrase[:start]))
                if _is_spoken(run, short, whole=whole) and not _means_else(short):
                    yield short


def _is_spoken(run: list[str], short: str, *, whole: bool) -> bool:
    """Say whether people may say the initials: the shorter they are, the less is allowed."""
    if run[0] in _LINKS or run[-1] in _LINKS:
        return False
    if len(short) > _SHORT:
        return True
    if is_doing(run[0]):
        return False
    return whole or (len(short) == _SHORT and not _LINKS & set(run))


def is_doing(word: str) -> bool:
    """Say whether a word of a title says what is done with the thing ("penerbitan")."""
    return word.startswith("pe") and word.endswith("an")


def _phrases(title: str) -> Iterator[list[str]]:
    """Yield the words of a title, whole and between its linking words."""
    said = [t for t in tokens(flatten(_FORMULA.sub(" ", title))) if t.isalpha()]
    yield said
    part: list[str] = []
    for token in [*said, "dan"]:
        if token in _LINKS:
            yield part
            part = []
        else:
            part.append(token)


def _means_else(short: str) -> bool:
    known = short in words.slang() or short in words.stopwords() or short in _TAKEN
    return known or is_root(short)


def mailboxes(
    boxes: Mapping[str, Iterable[str]], without: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield each box of an e-mail address ("kir@...") that one standard alone has, and which.

    A box that is also among the words `without` names nothing.
    """
    found = {(stem, key) for key, stems in boxes.items() for stem in stems}
    users = Counter(stem for stem, _ in found)
    yield from ((s, key) for s, key in found if users[s] == 1 and s not in without)


def telling(offices: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the words for the office of each standard (by its id) without those that all share."""
    shared = frozenset.intersection(*offices.values()) if len(offices) > 1 else frozenset[str]()
    return {key: stems - shared for key, stems in offices.items()}


def office_words(standard: ServiceStandard) -> Iterator[str]:
    """Yield the words by which the office of a standard goes."""
    lines = list(letterhead(standard))
    lines += [standard.unit] if standard.unit and _OFFICE.match(standard.unit) else []
    own = {stem for line in lines for stem in stems_of(line)}
    yield from (stem for stem in own - GENERAL if stem.isalpha())
    for line in lines:
        yield from (s for s in (*_initials(line), _whole(line)) if len(s) > 2)
        yield from _syllables_of(line)
    yield from _of_house(standard)
    said = own | {s for name in _posts(standard) for s in (*stems_of(name), *_spelled(name))}
    said |= {t for line in lines for t in _spelled(line)}
    for name, signs in words.offices().items():
        if said.intersection(signs):
            yield name


def office_pairs(standard: ServiceStandard) -> Iterator[str]:
    """Yield the keys of the words that stand side by side in the office's name."""
    for line in filter(None, (standard.unit, *letterhead(standard))):
        stems = stems_of(line)
        yield from (pair(left, right) for left, right in pairwise(stems))


def _of_house(standard: ServiceStandard) -> Iterator[str]:
    """Yield the initials of the unit that serves ("BLK"), as they stand there or are spoken."""
    for name in (standard.unit, standard.responsible):
        for short in _CAPITALS.findall(name or ""):
            if short.casefold() not in _ANY_UNIT:
                yield short.casefold()
        for house in _HOUSE.findall(name or ""):
            said = [word for word in tokens(flatten(house)) if word not in _LINKS]
            for own in (said, said[1:]):
                short = "".join(word[0] for word in own)
                if _SHORT <= len(short) <= _LONGEST and not _means_else(short):
                    yield short


def _syllables_of(line: str) -> Iterator[str]:
    """Yield the first syllables of an office's name: "kesbangpol", "bakesbangpol"."""
    said = [word for word in tokens(flatten(line)) if word not in _LINKS]
    kind = _SYLLABLE_OF_KIND.get(said[0], "") if said else ""
    own = [found[0] for word in said if word not in GENERAL and (found := _SYLLABLE.match(word))]
    short = "".join(own[:_MOST_SYLLABLES])
    if kind and len(own) > 1 and not _means_else(short):
        yield from (short, kind + short)


def _whole(line: str) -> str:
    """Return the initials of a whole name ("KKP"), its linking words aside."""
    return "".join(word[0] for word in tokens(flatten(line)) if word not in _LINKS)


def letterhead(standard: ServiceStandard) -> Iterator[str]:
    """Yield the lines above the title, or above all of its file, that name the office."""
    yield from list(_office_lines(standard.preamble)) or _office_lines(standard.shared_head)


def _office_lines(head: Iterable[str]) -> Iterator[str]:
    """Yield the lines that name an office, and not what is said there to all."""
    for line in head:
        if _SENTENCE.search(line) or _LIST_MARK.match(line) or _FORMULA.search(line):
            continue
        if _OF_DECREE.match(line) or _CONTACT_LINE.match(line) or len(line.split()) > _LETTERHEAD:
            continue
        if _OFFICE.search(line) or _INSTITUTION.search(line):
            yield line


def _posts(standard: ServiceStandard) -> Iterator[str]:
    yield from (name for name in (standard.unit, standard.responsible) if name)
    yield from _IN_TITLE.findall(standard.title)
    yield from standard.implementers
    chain = standard.complaint
    if chain and chain.received_by:
        yield chain.received_by
    yield from (name for step in standard.walk_steps() for name in step.actors)


def _spelled(name: str) -> list[str]:
    return tokens(flatten(name))
