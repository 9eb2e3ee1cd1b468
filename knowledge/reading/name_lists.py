"""Lists of names: "Kepala Bagian A, Kepala Bagian B dan pejabat/pegawai pada Biro C"."""

from __future__ import annotations

from knowledge.reading.posts import Token, distribute, is_head, read_name, tokenize
from knowledge.reading.words import JOINS, PERSONS, QUANTIFIERS

LONGEST_LIST = 12
"""Most names that a list is followed for."""
#: No list of that many names is longer; reading on to the end at each takes quadratic time.
_REACH = 2_000


def name_list(text: str, start: int) -> list[str]:
    """Return the names of the list that begins at a place in a text."""
    ahead = text[start : start + _REACH]
    return names_from(tokenize(ahead), 0, ahead)[0]


def names_from(tokens: list[Token], start: int, sentence: str) -> tuple[list[str], int]:
    """Read a list of names; return them with shared beginnings given to each, and the end."""
    names: list[str] = []
    at = start
    pieces: list[str] = []
    while True:
        at = after(tokens, at, QUANTIFIERS)
        end = _with_place(tokens, at, read_name(tokens, at))
        if end == at:
            break
        pieces.append(sentence[tokens[at].start : tokens[end - 1].end])
        at = end
        following = _after_join(tokens, at)
        if following is None:
            break
        slash = tokens[at].text == "/" and following == at + 1
        if not slash:
            names += _split_roles(pieces)
            pieces = []
        at = following
    names += _split_roles(pieces)
    return names, at


def _with_place(tokens: list[Token], at: int, end: int) -> int:
    """Take "pada Bagian X" and "di lingkungan Biro Y" into the name of a general role."""
    general = end > at and tokens[end - 1].folded in PERSONS
    if not general or end >= len(tokens) or tokens[end].folded not in ("pada", "di"):
        return end
    unit = end + (2 if tokens[end + 1 : end + 2] and tokens[end + 1].folded == "lingkungan" else 1)
    after = read_name(tokens, unit)
    return after if after > unit else end


def _split_roles(pieces: list[str]) -> list[str]:
    """Alternatives with slashes: "pejabat/pegawai pada Bagian X" names one kind of person."""
    if len(pieces) > 1 and all(p.casefold().split()[0] in ("pejabat", "pegawai") for p in pieces):
        return ["/".join(pieces)]
    return distribute(pieces)


def _after_join(tokens: list[Token], at: int) -> int | None:
    """Return where the next name of the list begins, or None when the list ends here."""
    begin = at
    at = after(tokens, after(tokens, at, JOINS), QUANTIFIERS)
    if at == begin or at >= len(tokens) or not is_head(tokens[at]):
        return None
    # "Biro Umum, Sekretariat Kementerian" is a unit and its owner, no list of two.
    if tokens[begin].text == "," and at == begin + 1 and not _list_goes_on(tokens, at):
        return None
    return at


def _list_goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a comma list is closed by "dan" or "serta" before a further name."""
    for _ in range(LONGEST_LIST):
        at = read_name(tokens, at)
        if at >= len(tokens) or tokens[at].folded not in JOINS:
            return False
        if tokens[at].folded != ",":
            return at + 1 < len(tokens) and is_head(tokens[at + 1])
        at += 1
        if at < len(tokens) and tokens[at].folded in ("dan", "serta", "atau"):
            return at + 1 < len(tokens) and is_head(tokens[at + 1])
        if at >= len(tokens) or not is_head(tokens[at]):
            return False
    return False


def after(tokens: list[Token], at: int, words: frozenset[str]) -> int:
    """Return where the first token stands that is none of these words."""
    while at < len(tokens) and tokens[at].folded in words:
        at += 1
    return at
