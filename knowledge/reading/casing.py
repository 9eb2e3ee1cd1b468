"""Capitals: which texts are set in them, and how a title in them is written in small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.misread import with_letters

_SMALL = frozenset(
    {"dan", "di", "ke", "dari", "untuk", "pada", "oleh", "dengan", "atau", "dalam", "bagi"}
    | {"yang", "kepada", "atas", "serta", "dan/atau", "secara", "tentang", "sebagai"}
)
#: Kinds of offices and of texts that are never written out.
_OFFICES = frozenset(
    {"SOP", "UPT", "UPTD", "RSUD", "PDAM", "PPID", "DPRD", "SD", "SMP", "SMA", "SMK", "MTS", "MAN"}
)
_BRACKETS = re.compile(r"\([^()]{1,12}\)")


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, also with an "l" that scanning made of an "I".

    A short form in brackets may have small letters: "(KTP-el)".
    """
    return any(t.isupper() for t in (text, with_letters(text), _BRACKETS.sub("", text)))


def sentence_case(title: str, known: Sequence[str]) -> str:
    """Return a title in capitals as "Standar Pelayanan Penyusunan ... dan ... di ...".

    `known` are texts of the document: a word that stands there only in capitals is kept so.
    """
    text = " ".join(known)
    result: list[str] = []
    for word in title.split():
        lower = word.casefold()
        if lower in _SMALL and result:
            result.append(lower)
        elif _is_abbreviation(word, text) or any(map(str.islower, word)):
            result.append(word)
        else:
            result.append("/".join(_with_capital(part) for part in lower.split("/")))
    return " ".join(result)


def _with_capital(word: str) -> str:
    """Return a word with its first letter as a capital, also behind a bracket: "(Roya)"."""
    at = next((at for at, sign in enumerate(word) if sign.isalnum()), 0)
    return word[:at] + word[at:].capitalize()


def _is_abbreviation(word: str, text: str) -> bool:
    bare = word.strip("().,")
    if not bare.isupper() or len(bare) < 2:
        return False
    if bare in _OFFICES:
        return True
    printed = re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", text)
    small = re.escape(bare.capitalize()), re.escape(bare.casefold())
    spelt = re.search(rf"(?<![\w.@/-])(?:{'|'.join(small)})(?![\w@-]|\.\w)", text)
    bracketed = word.startswith("(") and word.endswith(")")
    return bool(printed or bracketed) and not spelt
