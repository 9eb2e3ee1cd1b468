"""Which section a heading names: by its words, with tolerance for typos and other wordings.

The wordings themselves stand in `wordings`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from knowledge.model import Facet
from knowledge.reading.asked_wordings import KEYWORDS, QUESTIONS
from knowledge.reading.cleaning import plain
from knowledge.reading.english_wordings import is_english
from knowledge.reading.misread import with_letters
from knowledge.reading.spoken import spoken
from knowledge.reading.wordings import PHRASES

_TOKEN = re.compile(r"[a-z]+")
_PARTS = re.compile(r"\s*(?:[,/&]|\b(?:dan/atau|dan|serta)\b)\s*", re.I)
_ASKED = [(re.compile(pattern, re.I), facet) for pattern, facet in QUESTIONS]
_ASKS = re.compile(
    r"\b(?:apa|siapa|berapa|seberapa|bagaimana|gimana|kapan|(?:di|ke)\s?mana|jam|pukul|hari)\w*\b"
    r"|^(?:kalau|jika|bila|apabila|mau|ingin|hendak|punya|ada|perlu|harus|masih|tidak|kurang|belum)\b",
    re.I,
)
_NEAR = 84.0
_LONGEST = 90
#: Shorter phrases are too close to other words to be mended.
_SHORTEST_MENDED = 8
#: Words of their own that a letter or two tells from one of a heading: no misprints of it.
_OTHER_WORDS = frozenset({"pengajuan", "pengadaan", "pengadilan", "pengantaran", "pengelola"})
#: What a component is called only beside another: "Tempat dan Jam".
BRIEF = {"jam": Facet.SERVICE_HOURS, "hari": Facet.SERVICE_HOURS, "lama": Facet.TOTAL_TIME}
#: Components that one heading may name together.
_TOGETHER = frozenset({Facet.PLACE, Facet.SERVICE_HOURS, Facet.COST, Facet.TOTAL_TIME})
#: Behind the words of a heading, that it holds for all services: "Alur (semua surat)".
OF_ALL = re.compile(
    r"\s*\(\s*(?:(?:berlaku|untuk|bagi)\s+)*(?:semua|seluruh|kedua)(?:nya)?\b[^()]{0,40}\)\s*:?$",
    re.I,
)
#: Before the words that head a table: "Tabel 2. Tempat dan Jam Layanan".
CAPTION = re.compile(r"^Tabel\s+\d{1,2}\s*[.:]\s*", re.I)
_TRANSLATED = re.compile(r"\s*/\s*|\s+[-–—|]\s+|\s*[()]\s*")
_PAIR = 2
_SUFFIXES = frozenset({"an", "kan", "nya"})
_SHORT_WORD, _LONG_WORD = 5, 8


def _key(text: str) -> str:
    """Return the words of a heading that tell it apart, in lower case."""
    found = _TOKEN.findall(text.casefold().replace("pelayanan", "layanan"))
    return " ".join(word for word in found if word not in ("dan", "atau"))


def _letters(text: str) -> str:
    return "".join(_TOKEN.findall(text.casefold().replace("pelayanan", "layanan")))


_BY_KEY = {_key(phrase): (facet, phrase) for facet, ps in PHRASES.items() for phrase in ps}
#: A lost or added space: "Saranadan Prasarana", "Ruang Ling kup".
_BY_LETTERS = {
    _letters(phrase): _key(phrase)
    for phrases in PHRASES.values()
    for phrase in phrases
    if len(_letters(phrase)) >= _SHORTEST_MENDED
}
#: Words that also label a line of a step or of an address ("Waktu: 10 menit").
_LABELS = frozenset(
    map(
        _key,
        (
            "Waktu",
            "Pelaksana",
            "Output",
            "Alamat",
            "Lokasi",
            "Produk",
            "Unit Kerja",
            "Unit",
            "Instansi",
        ),
    )
)
_BY_COUNT: dict[int, list[str]] = {}
for _phrase in _BY_KEY:
    _BY_COUNT.setdefault(len(_phrase.split()), []).append(_phrase)


_BEGINNINGS = frozenset(
    " ".join(words[:end]) for words in map(str.split, _BY_KEY) for end in range(1, len(words))
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading names; `mended` is set when it was misprinted and read as `text`."""

    facet: Facet
    text: str
    exact: bool
    mended: bool = False


def is_label(text: str) -> bool:
    """Whether a heading's words also label a line inside another section."""
    return _key(text) in _LABELS


def is_worded(text: str) -> bool:
    """Whether a text without its letter is a known wording, but for its spaces and hyphens."""
    return len(text) <= _LONGEST and (_key(text) in _BY_KEY or _letters(text) in _BY_LETTERS)


def begins_heading(text: str) -> bool:
    """Whether more words may follow these to make a known wording: "Sarana dan"."""
    return bool(key := _key(text)) and key in _BEGINNINGS


@lru_cache(maxsize=2048)
def known_heading(text: str) -> Heading | None:
    """Return the section that these words name as a whole, or None.

    "Uang Lingkup" is mended to "Ruang Lingkup"; another order or wording is kept as printed.
    """
    printed = plain(text).strip(" .:;-–")
    if not printed or len(printed) > _LONGEST:
        return None
    if printed.endswith("?"):
        return _asked(printed)
    return _framed(printed) or _phrased(printed)


def _framed(printed: str) -> Heading | None:
    """Return what a heading names that has a table's number or "(semua layanan)" beside it."""
    bare = OF_ALL.sub("", CAPTION.sub("", printed))
    named = known_heading(bare) if bare != printed else None
    return replace(named, text=printed) if named and named.exact else None


def _phrased(printed: str) -> Heading | None:
    """Return what a heading names by its words, printed right or wrong."""
    text = with_letters(printed)
    key = _key(text)
    if named := _BY_KEY[key][0] if key in _BY_KEY else _together(text):
        return Heading(named, text, exact=True, mended=text != printed)
    if phrase := _misprinted(key) or _BY_LETTERS.get(_letters(text)):
        facet, name = _BY_KEY[phrase]
        return Heading(facet, name.upper() if text.isupper() else name, exact=False, mended=True)
    if phrase := _extended(key, text):
        return Heading(_BY_KEY[phrase][0], text, exact=False)
    told = _in_two_languages(text) or (spoken(text) if text[0].isupper() else None)
    return Heading(told, text, exact=True) if told else None


def _in_two_languages(text: str) -> Facet | None:
    """Return what a heading names that stands in English too: "Biaya / Fee", "Syarat (Terms)"."""
    parts = [part.strip() for part in _TRANSLATED.split(text) if part.strip()]
    own = [part for part in parts if not is_english(part)]
    found = known_heading(own[0]) if len(parts) == _PAIR and len(own) == 1 else None
    return found.facet if found and (found.exact or found.mended) else None


def _together(text: str) -> Facet | None:
    """Return the first of the components that a heading names together: "Tempat dan Jam"."""
    facets = [_of_word(part) for part in _PARTS.split(text) if part]
    sure = [facet for facet in facets if facet in _TOGETHER]
    return sure[0] if len(set(sure)) > 1 and len(sure) == len(facets) else None


def _of_word(part: str) -> Facet | None:
    key = _key(part)
    return _BY_KEY[key][0] if key in _BY_KEY else BRIEF.get(key)


def _asked(question: str) -> Heading | None:
    """Return the section that a question heads: "Berapa biayanya?"."""
    asks = _ASKS.search(question)
    facet = next((facet for pattern, facet in _ASKED if asks and pattern.search(question)), None)
    facet = facet or spoken(question.rstrip(" ?"))
    return Heading(facet, question, exact=True) if facet else None


def _misprinted(key: str) -> str | None:
    """Return the phrase that a key prints with wrong letters, word by word."""
    words = key.split()
    for phrase in _BY_COUNT.get(len(words), ()):
        pairs = zip(words, phrase.split(), strict=True)
        if len(phrase) >= _SHORTEST_MENDED and all(_alike(a, b) for a, b in pairs):
            return phrase
    return None


def _alike(word: str, known: str) -> bool:
    """Whether a word is a known one with at most one wrong letter, two in a long one.

    "pengaduan" and "pengguna", "lama" and "jam", "pelaksanaan" and "pelaksana" are different
    words, not misprints.
    """
    if known in (word, word.replace("rn", "m")):
        return True
    if word in _OTHER_WORDS:
        return False
    short, long = sorted((word, known), key=len)
    if long.removeprefix(short) in _SUFFIXES:
        return False
    most = 0 if len(known) < _SHORT_WORD else 1 if len(known) < _LONG_WORD else 2
    return abs(len(word) - len(known)) <= most and Levenshtein.distance(word, known) <= most


def _extended(key: str, text: str) -> str | None:
    """Return the phrase that a heading words with a word more or less; a value is no such word."""
    if re.search(r"(?<!\w)\d", text):
        return None
    close = process.extractOne(key, _BY_KEY.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if close is None or len(close[0]) < _SHORTEST_MENDED:
        return None
    few, many = sorted((key.split(), close[0].split()), key=len)
    held = all(any(_alike(a, b) for b in many) for a in few)
    return close[0] if held and len(few) < len(many) else None


def named_facets(text: str) -> dict[Facet, str]:
    """Return the sections that a heading names together, each with its words in the heading.

    "Biaya, Tempat, dan Waktu Pelayanan" names three, "Sarana dan Prasarana" one.
    """
    if len(asked := _asked_together(plain(text).strip())) > 1:
        return asked
    whole = known_heading(text)
    if whole and (whole.exact or whole.mended) and not _together(plain(text).strip(" .:;-–")):
        return {whole.facet: whole.text}
    parts = [part for part in _PARTS.split(plain(text).strip(" .:;-–")) if part]
    facets = [_of_word(part) or worded_heading(part).facet for part in parts]
    unknown = Facet.OTHER in facets  # "Jenis Cuti, Lama, dan Syarat": how long a leave is
    named: dict[Facet, str] = {}
    for part, facet in zip(parts, facets, strict=True):
        if facet is not Facet.OTHER and not (unknown and _key(part) in BRIEF):
            named.setdefault(facet, part)
    return named


def _asked_together(text: str) -> dict[Facet, str]:
    """Return what a question asks in its parts: "Di mana dan jam berapa?" place and hours."""
    if not text.endswith("?"):
        return {}
    parts = [part.strip() for part in _PARTS.split(text.rstrip(" ?")) if part.strip()]
    asked = {found.facet: part for part in parts if (found := _asked(f"{part}?"))}
    return asked if len(asked) == len(parts) and asked.keys() <= _TOGETHER else {}


def _facets_of_parts(text: str) -> dict[Facet, str]:
    """Return what single parts of a heading name exactly: "Siapa dan syaratnya" the second."""
    parts = [part.removesuffix("nya") for part in _PARTS.split(text) if part]
    named = {facet for part in parts if (facet := _of_word(part)) and facet is not Facet.OTHER}
    return {facet: text for facet in named} if len(parts) > 1 or text.endswith("nya") else {}


def worded_heading(text: str) -> Heading:
    """Return the section a lettered heading names by one of its words, else OTHER."""
    if heading := known_heading(text):
        return heading
    text = plain(text).strip(" .:;-–")
    folded = " ".join(_TOKEN.findall(text.casefold()))
    if len(named := _facets_of_parts(text)) == 1:
        return Heading(*named.popitem(), exact=False)
    for word, facet in KEYWORDS:
        if re.search(rf"\b{word}\b", folded):
            return Heading(facet, text, exact=False)
    return Heading(Facet.OTHER, text, exact=False)
