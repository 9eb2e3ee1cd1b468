"""Indonesian stems: PySastrawi's dictionary stemmer, overruled by our own list.

A stem here is only a key on which index and question agree; it is never shown.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol

from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from knowledge.language import words

_SHORTEST = 3  # letters of a root
PREFIXES = ("di", "me", "men", "meng", "mem", "ter", "ng", "nge")
"""Prefixes of verbs, also before loan words, and spoken ones."""

_LONG_LOAN = 8  # letters: "koordinasi", but no chance likeness of short words
_INFIX_RULES = {f"DisambiguatorPrefixRule{number}b" for number in (37, 38, 39, 40)}
_ENCLITICS = ("nya", "kah", "lah", "pun")


class _Stemming(Protocol):
    def stem(self, word: str) -> str: ...


@cache
def _roots() -> frozenset[str]:
    return frozenset(StemmerFactory().get_words())


@cache
def _stemmer() -> _Stemming:
    stemmer = Stemmer(_dictionary())
    rules = stemmer.visitor_provider.prefix_visitors
    rules[:] = [rule for rule in rules if not _takes_infix(rule)]
    ours: _Stemming = stemmer
    return ours


def _takes_infix(rule: object) -> bool:
    """Whether a rule drops an infix: hardly a word has one, and "Temanggung" is no "tanggung"."""
    return any(type(part).__name__ in _INFIX_RULES for part in getattr(rule, "disambiguators", ()))


def _dictionary() -> object:
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary

    return ArrayDictionary(list(_roots()))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of one lower-case word (about 5 microseconds when seen before)."""
    overrides = words.stems()
    if word in overrides:
        return overrides[word]
    if not word.isalpha() or len(word) < 4:
        return word
    bare = without_enclitic(word)
    if bare in overrides:
        return overrides[bare]
    root = _of_loan(words.known_stems().get(word) or _stemmer().stem(word))
    return overrides.get(root, root) or word


def _of_loan(root: str) -> str:
    """Return "legalisasi" for "legalisir" and "dilegalisir": one loan word in two spellings."""
    plain = without_enclitic(root)
    if not plain.endswith("ir"):
        return root
    for bare in (plain, *(plain.removeprefix(p) for p in PREFIXES if plain.startswith(p))):
        noun = bare.removesuffix("ir") + "asi"
        if len(noun) >= _LONG_LOAN and is_root(noun):
            return noun
    return root


def dictionary_stem(word: str) -> str:
    """Return what the dictionary stemmer alone says, for the list of known stems."""
    return _stemmer().stem(word)


def without_enclitic(word: str) -> str:
    """Return the word without "-nya", "-kah", "-lah" or "-pun", if it carries one."""
    if word in _roots():
        return word
    for ending in _ENCLITICS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def is_root(word: str) -> bool:
    """Say whether the dictionary has the word itself."""
    return word in _roots()


_NASALS = (("nge", ""), ("ng", ""), ("ng", "k"), ("ny", "s"), ("ny", "c"), ("n", "t"), ("m", "p"))


def informal(word: str) -> str | None:
    """Return the root of a spoken verb form ("ngadain" from "ada"), or None."""
    bare = without_enclitic(word)
    for body in (bare, bare.removesuffix("in"), bare.removesuffix("an")):
        for nasal, initial in _NASALS:
            root = initial + body.removeprefix(nasal)
            if body.startswith(nasal) and len(root) >= _SHORTEST and is_root(root):
                return root
        if body != bare and len(body) >= _SHORTEST and is_root(stem(body)):
            return stem(body)
    return None
