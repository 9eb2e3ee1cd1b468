"""From a message as typed to words: case, marks, chat spelling, joined phrases, stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.language import english as in_english
from knowledge.language import words
from knowledge.language.spelling import Speller
from knowledge.language.stemming import stem, without_enclitic

_TAG = re.compile(r"</?[a-z!][^<>]{0,200}>")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[a-z]+")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_LIMITS = {"banyak": "maksimal", "sedikit": "minimal", "rendah": "minimal", "kurang": "minimal"}
_LIMIT = re.compile(rf"\bpaling ({'|'.join(_LIMITS)})\b")  # people ask for it in one word
#: "mau habis" is no "habis itu": something runs out.
_RUNS_OUT = re.compile(r"\b(mau|hampir|bakal|keburu)\s+h?abis\b")
_LONG_LETTER = re.compile(r"([a-z])\1{2,}")
_DOUBLED = re.compile(r"\b([a-z]{2,})(?:2|-\1)(?:nya)?\b")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # they cut words in two
_TWO_WORDS = frozenset({"keluar", "kebagian"})  # "ke luar negeri" is rightly written apart
_LONGEST_PHRASE = 6
_SHORT_FOREIGN = 6  # letters; shorter unknown words of an English message stay as they are


@dataclass(frozen=True, slots=True)
class Word:
    """One understood word: as mended, and its stem."""

    text: str
    stem: str

    @property
    def is_stop(self) -> bool:
        """Say whether the word names nothing."""
        return _names_nothing(self.text, self.stem)

    @property
    def is_everyday(self) -> bool:
        """Say whether the word, in whatever form, tells of who asks or how, and of no service."""
        return not words.everyday().isdisjoint((self.text, self.stem, without_enclitic(self.text)))


#: Nouns by their form, and verbs in "per-": they mean another thing than what they are made of,
#: but for "permintaan", which names as little as "minta".
_NAMING = re.compile(
    r"(?!permintaan)pe[nmlr]\w{4,}|(?!di|me|ter|permintaan)\w{4,}an|(?:di|mem)per\w{4,}"
)


@lru_cache(20_000)
def _names_nothing(text: str, stem: str) -> bool:
    stop = words.stopwords()
    bare = without_enclitic(text)
    if not stop.isdisjoint((text, bare)):
        return True
    return stem in stop and not _NAMING.fullmatch(bare)  # "perbaikan" is not "baik"


#: "15 km", where "km" is not "kamu".
_KILOMETRES = re.compile(r"(?<=\d)\s*km\b")
_SPACES = re.compile(r"[^\S\n]+")


def flatten(text: str) -> str:
    """Return lower-case text in plain letters and single spaces, without markup or stretching.

    Its lines stay: each may be a sentence.
    """
    text = text.casefold() if text.isascii() else _plain(text)
    text = _KILOMETRES.sub(" kilometer", text)
    text = _RUNS_OUT.sub(r"\1 berakhir", text)
    text = _TAG.sub(" ", text).replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return _SPACES.sub(" ", _DOUBLED.sub(r"\1", _LONG_LETTER.sub(r"\1", text))).strip()


def _plain(text: str) -> str:
    """Return text in its plainest form: no ligatures, no accents, no wide letters."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in text if not unicodedata.combining(c) and c not in _INVISIBLE)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a flattened text."""
    return _TOKEN.findall(text)


def expand(token_list: Iterable[str]) -> list[str]:
    """Replace chat spelling and abbreviations by the words they stand for."""
    result: list[str] = []
    for token in token_list:
        result.extend(_expanded(token))
    return result


def _expanded(token: str) -> tuple[str, ...]:
    slang = words.slang()
    if token in slang:
        return slang[token]
    for ending in ("nya", "ny", "lah", "kah", "in"):
        base = token.removesuffix(ending)
        if base != token and base in slang and len(base) > 2:
            return slang[base]
    return (token,)


def printed(text: str) -> list[str]:
    """Return the words of a document's text; capitals there ("SIP") are no chat filler."""
    short = capitals(text)
    flat = _LIMIT.sub(lambda found: _LIMITS[found[1]], flatten(text))
    return [w for t in tokens(flat) for w in ((t,) if t in short else _expanded(t))]


def capitals(text: str) -> frozenset[str]:
    """Return the abbreviations of a document's text that are mere filler in a chat ("SIP")."""
    found = (word.casefold() for word in _CAPITALS.findall(text))
    return frozenset(word for word in found if _is_filler(word))


def _is_filler(token: str) -> bool:
    """Say whether a short form of the chat stands for nothing but words that name nothing."""
    meant = words.slang().get(token)
    return bool(meant) and words.stopwords().issuperset(meant or ())


def join_phrases(token_list: Sequence[str]) -> list[str]:
    """Turn fixed expressions ("tanda tangan") into the one word they are treated as."""
    return _replace_longest(token_list, words.phrases(), _phrase_starts())


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(key[0] for key in words.phrases())


def translate_complaint(token_list: Sequence[str]) -> list[str]:
    """Put what people complain of in English into Indonesian words; keep the rest."""
    return _replace_longest(token_list, words.complaint_english(), _complaint_starts())


@cache
def _complaint_starts() -> frozenset[str]:
    return frozenset(key[0] for key in words.complaint_english())


def _replace_longest(
    token_list: Sequence[str],
    table: dict[tuple[str, ...], tuple[str, ...]],
    starts: frozenset[str],
) -> list[str]:
    result: list[str] = []
    position = 0
    while position < len(token_list):
        if token_list[position] not in starts:
            result.append(token_list[position])
            position += 1
            continue
        for length in range(min(_LONGEST_PHRASE, len(token_list) - position), 0, -1):
            key = tuple(token_list[position : position + length])
            found = table.get(key)
            if found is None and length > 1:
                found = table.get((*key[:-1], without_enclitic(key[-1])))
            if found is not None:
                result.extend(found)
                position += length
                break
        else:
            result.append(token_list[position])
            position += 1
    return result


def as_words(token_list: Sequence[str]) -> tuple[Word, ...]:
    """Return the tokens with their stems, fixed expressions joined, repetitions dropped."""
    joined = join_phrases(token_list)
    kept = [t for i, t in enumerate(joined) if i == 0 or t != joined[i - 1]]
    return tuple(Word(token, stem(token)) for token in kept)


def understand(
    text: str,
    speller: Speller,
    *,
    english: bool,
    kept: Collection[str] = (),
    says: in_english.Says = bool,
) -> tuple[Word, ...]:
    """Return the words of a flattened message, mended and, where English, translated.

    Those `kept` are names here, whatever they mean in other chats ("SIP"). Of several Indonesian
    words for an English one the first is taken that `says` holds for.
    """
    mended: list[str] = []
    part: list[str] = []
    for token in tokens(text):
        if token in kept:
            mended += [*_mend(part, speller, says, english=english), token]
            part = []
        else:
            part.append(token)
    mended += _mend(part, speller, says, english=english)
    if not english:
        return as_words(mended)
    said = in_english.translate(mended, says)
    return as_words([w for t in said for w in ((t,) if t in kept else _expanded(t))])


def _mend(
    raw: Sequence[str], speller: Speller, says: in_english.Says, *, english: bool
) -> list[str]:
    result: list[str] = []
    for token in _rejoined(raw, speller):
        if english and (known := _english(token, speller)):
            result.append(known)
            continue
        own = english or speller.knows(token)
        if not own and (meant := in_english.borrowed(token, says)):
            result.extend(meant)
            continue
        expanded = _expanded(token)
        if expanded != (token,):
            result.extend(expanded)
        else:
            mended = speller.correct(token)
            foreign = english and len(token) < _SHORT_FOREIGN
            result.extend((token,) if foreign else expand(mended))
    return result


def _rejoined(raw: Sequence[str], speller: Speller) -> list[str]:
    """Put together what a stray space broke ("pe ngaduan"), where only the whole is a word."""
    result: list[str] = []
    for token in raw:
        whole = result[-1] + token if result else ""
        broken = whole.isalpha() and len(whole) > 5 and speller.knows(whole)
        broken = broken and whole not in _TWO_WORDS
        if broken and not _both_words(result[-1], token, speller):
            result[-1] = whole
        else:
            result.append(token)
    return result


def _both_words(left: str, right: str, speller: Speller) -> bool:
    return all(
        len(part) > 2 and (speller.knows(part) or part in words.stopwords())
        for part in (left, right)
    )


def _english(token: str, speller: Speller) -> str | None:
    """Return the token if the English list has it, or what it is a slip of; None if neither."""
    if in_english.has(token):
        return token
    return None if speller.knows(token) else in_english.mended(token)
