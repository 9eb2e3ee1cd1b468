"""Who does a step: the subject before its verb, and those named after "oleh".

A recipient ("kepada ..."), an owner ("memorandum Deputi ...") or a source of approval is no actor.
"""

from __future__ import annotations

import re

from knowledge.reading.posts import Token, distribute, is_head, read_name, tokenize

_CONDITION = re.compile(r"(?:apabila|jika|bila|dalam hal|bilamana|manakala|kecuali)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])")
_VERB = re.compile(r"(?:me(?:m|n|l|r|w|y|ng|ny)\w{2,}|ber\w{3,}|ikut|hadir|wajib|harus|dapat|akan|dan$)")
_ADVERB = frozenset(
    "secara berjenjang bersama-sama juga dapat akan wajib harus terlebih dahulu kemudian langsung "
    "selanjutnya segera telah masing-masing bertugas".split()
)
_JOINS = frozenset(("/", ",", "dan", "atau", "serta", "beserta", "dan/atau", "bersama", "dengan", "didampingi"))
_QUANTIFIERS = frozenset("para seluruh semua setiap masing-masing salah seorang".split())
_LEAD = re.compile(
    r"(?:berdasarkan|setelah|sebelum|atas|sesuai|dengan|dalam|untuk|selanjutnya|kemudian|apabila|jika"
    r"|bila|pada|guna|sebagaimana|terhadap)\b",
    re.I,
)
_NOMINAL = re.compile(r"(?:pe(?:m|n|ng|ny|r|l)?\w+an|ke\w+an|konsep|draf\w*|memorandum|surat|dokumen)$", re.I)


def find_actors(text: str) -> tuple[str, ...]:
    """Return the doers that a text names outside its conditions, each once, in order."""
    found: list[str] = []
    for sentence in sentences(text):
        if not is_condition(sentence) or not found:
            found += doers(sentence)
    return tuple(dict.fromkeys(found))


def sentences(text: str) -> list[str]:
    """Split a text into sentences."""
    return _SENTENCE.split(text)


def is_condition(sentence: str) -> bool:
    """Whether a sentence speaks of a case only: "Apabila ...", "Dalam hal ..."."""
    return bool(_CONDITION.match(sentence))


def doers(sentence: str) -> list[str]:
    """Return the subject and the agents of one sentence."""
    tokens = tokenize(sentence)
    subject = _subject(tokens, sentence)
    agents = [
        name
        for index, token in enumerate(tokens)
        if token.folded == "oleh"
        for name in _names(tokens, index + 1, sentence)[0]
    ]
    return subject + [agent for agent in agents if agent not in subject]


def _subject(tokens: list[Token], sentence: str) -> list[str]:
    """Return the names at the head of the main clause, if an active verb follows them."""
    starts = [0]
    if _LEAD.match(sentence):
        starts = [i + 1 for i, token in enumerate(tokens) if token.text == ","]
    for start in starts:
        while start < len(tokens) and tokens[start].folded in ("maka", "kemudian", "selanjutnya"):
            start += 1
        names, end = _names(tokens, start, sentence)
        if names and _verb_follows(tokens, end):
            return names
        if other := _unknown_subject(tokens, start, sentence):
            return other
    return []


def _names(tokens: list[Token], start: int, sentence: str) -> tuple[list[str], int]:
    """Read a list of names; return them with shared beginnings given to each, and the end."""
    names: list[str] = []
    at = start
    pieces: list[str] = []
    while True:
        while at < len(tokens) and tokens[at].folded in _QUANTIFIERS:
            at += 1
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
    general = end > at and tokens[end - 1].folded in ("pejabat", "pegawai", "staf", "petugas")
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
    while at < len(tokens) and tokens[at].folded in _JOINS:
        at += 1
    while at < len(tokens) and tokens[at].folded in _QUANTIFIERS:
        at += 1
    if at == begin or at >= len(tokens) or not is_head(tokens[at]):
        return None
    # "Biro Umum, Sekretariat Kementerian" is a unit and its owner, no list of two.
    if tokens[begin].text == "," and at == begin + 1 and not _list_goes_on(tokens, at):
        return None
    return at


def _list_goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a comma list is closed by "dan" or "serta" before a further name."""
    while True:
        at = read_name(tokens, at)
        if at >= len(tokens) or tokens[at].folded not in _JOINS:
            return False
        if tokens[at].folded != ",":
            return at + 1 < len(tokens) and is_head(tokens[at + 1])
        at += 1
        if at < len(tokens) and tokens[at].folded in ("dan", "serta", "atau"):
            return at + 1 < len(tokens) and is_head(tokens[at + 1])
        if at >= len(tokens) or not is_head(tokens[at]):
            return False


def _verb_follows(tokens: list[Token], at: int) -> bool:
    while at < len(tokens) and (tokens[at].folded in _ADVERB or tokens[at].text == ","):
        at += 1
    return at < len(tokens) and bool(_VERB.match(tokens[at].folded))


def _unknown_subject(tokens: list[Token], start: int, sentence: str) -> list[str]:
    """Take an unlisted role as the subject if it is short and an active verb follows it."""
    for at in range(start, min(start + 6, len(tokens))):
        token = tokens[at]
        if not token.text[0].isalnum():
            return []
        if re.match(r"me(?:m|n|l|r|w|y|ng|ny)\w{3,}$", token.text):
            if at == start or _NOMINAL.match(tokens[start].folded):
                return []
            return [sentence[tokens[start].start : tokens[at - 1].end]]
        if re.match(r"(?:di\w{4,}|oleh|yang|untuk|adalah|ke-\d+|tidak)$", token.folded):
            return []
    return []


def name_list(text: str, start: int) -> list[str]:
    """Return the names of the list that begins at a place in a text."""
    tokens = [token for token in tokenize(text) if token.start >= start]
    return _names(tokens, 0, text)[0]
