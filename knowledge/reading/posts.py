"""Names of posts, units and roles in running text, and lists of them.

A name is a head word ("Kepala", "Biro", "staf" ...) and the words that belong to it: "dan" and
commas may stand inside ("Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.reading.words import (
    ATTRIBUTES,
    BEFORE_ROOT_NOUNS,
    DOCUMENTS,
    HEADS,
    OFFICERS,
    PERSONS,
    ROLES,
    ROOT_VERBS,
    UNIT_HEADS,
    UNITS,
)

#: "Ka. KPLP": the full stop of a shortened "Kepala" ends no sentence.
_TOKEN = re.compile(r"Ka\.(?=\s+[A-Z])|\bRT/RW\b|[^\s,/;:.()]+(?:\.(?=\w))?[^\s,/;:.()]*|[,/;:.()]")

_STOP = re.compile(
    r"(?:me(?:m|n|ng|ny|l|r|w|y)\w|di\w{3}|ber\w{3}|ter\w{3}|untuk$|yang$|dan$|atau$|serta$|di$|ke$|"
    r"dari$|oleh$|kepada$|pada$|atas$|dengan$|dapat$|akan$|secara$|juga$|dalam$|agar$|sesuai$|"
    r"adalah$|tentang$|sebagai$|bersama|beserta$|wajib$|harus$|setelah$|sebelum$|apabila$|maka$|"
    r"paling$|minimal$|maksimal$|selambat|lalu$|kemudian$|melalui$|telah$|sudah$|belum$|hanya$|selaku$|guna$|per$|ikut$)"
)
#: A noun of a person who does something: "pelukis", "pengukur", "relawan"; no "pelayanan".
_PERSON_NOUN = re.compile(
    r"(?:pe[lmnw](?!\w*(?:an|nya)$)\w{4,}|pekerja|juru\w{4,}|\w{3,}wa(?:n|ti))$"
)
#: What somebody may be charged with: "Pengaduan", "Informasi", "Dokumentasi".
_DEED = re.compile(r"(?:pe|ke)\w{3,}an$|\w{3,}asi$|humas$|arsip$|data$")
_NO_PERSONS = frozenset({"penting", "pelosok", "pemilu", "pelita"})
_DISTRIBUTES = re.compile(
    r"(?P<prefix>(?:(?:Kepala|Staf|Kasubbag|Kasubag|Kabag)\s+)?"
    r"(?:Subbagian|Subbag|Sub\s?Bagian|Bagian)?\s*(?:TU|Tata\s+Usaha))\s+"
    r"(?=(?:Menteri|Sekretaris|Staf\s+Ahli|Deputi|Deputy|Direktur|Wakil|Presiden)\b)",
    re.I,
)
_PARTS = frozenset({",", ";", "/", "&", "dan", "serta", "beserta", "atau", "bersama", "dibantu"})
_LOOSE_END = re.compile(r"(?:[,;/&\s]|\b(?:dan|serta|beserta|atau|bersama|dibantu)\b)+$")
#: The post that answers for the service: "Kepala Seksi Mutu selaku penanggung jawab".
_ANSWERS = re.compile(
    r"(?P<post>[^.;:,]{4,90}?)\s+(?:adalah|selaku|sebagai|merupakan)\s+penanggung\s+jawab\b", re.I
)
_ANSWERER = re.compile(
    r"(?:pejabat\s+)?penanggung\s+jawab(?:nya)?\b[^.;:,]{0,60}?\b(?:adalah|ialah|yaitu|yakni)\s+"
    r"(?P<post>[^.;:,]{4,90})",
    re.I,
)
#: What is said of a post behind it: "(Ir. Budi Santoso, NIP. 1972...)", ", yang bertanggung jawab".
_BESIDE_POST = re.compile(
    r"\s*\((?=[^()]*(?:\bNI[PK]\b|\b(?:Drs?|Dra|Ir|Prof|Hj?)\.|,\s*[SM]\.))[^()]*\)"
    r"|,?\s+yang\s+(?:ber|me)\w.*"
)
_LOWER_PREFIX = re.compile(
    r"(?P<prefix>(?:pimpinan|pejabat|pegawai|kepala))\s+(?:satuan|unit)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation sign, the same in lower case, and its place in the text."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenize(text: str) -> list[Token]:
    """Split a text into words and punctuation."""
    return [Token(m.group(), m.group().casefold(), *m.span()) for m in _TOKEN.finditer(text)]


def is_head(token: Token) -> bool:
    """Whether a name of a post, unit or role can begin here."""
    return token.folded in HEADS


def is_person(token: Token) -> bool:
    """Whether a word names a person: a known head, or a noun like "pelukis" and "relawan"."""
    noun = bool(_PERSON_NOUN.match(token.folded)) and token.folded not in _NO_PERSONS
    return noun or (is_head(token) and token.folded not in UNITS)


def ends_name(token: Token) -> bool:
    """Whether a name in small letters cannot go on with this word."""
    return bool(_STOP.match(token.folded))


def is_root_verb(tokens: list[Token], at: int) -> bool:
    """Whether a deed in its root form stands here: "datang", but not the one of "ruang tunggu"."""
    before = tokens[at - 1].folded if at else ""
    return tokens[at].folded in ROOT_VERBS and before not in BEFORE_ROOT_NOUNS


def read_name(tokens: list[Token], start: int) -> int:
    """Return the index after the name that begins at `start`, or `start` if none does."""
    if start >= len(tokens) or not is_head(tokens[start]):
        return start
    at = start + 1
    head = tokens[start]
    role = head.folded in ROLES or (head.folded in UNITS and not head.capital)
    while at < len(tokens):
        token = tokens[at]
        if (token.capital and token.folded not in DOCUMENTS) or token.folded in ATTRIBUTES:
            at += 1
        elif inside := _joined(tokens, start, at):
            at = inside
        elif role and _goes_on(tokens, start, at):
            at += 1
        else:
            break
    return at


def _goes_on(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a role goes on in small letters: "petugas loket", not "Kepala Seksi A paling"."""
    small = at == start + 1 or not tokens[at - 1].capital
    ends = ends_name(tokens[at]) or is_root_verb(tokens, at)
    return small and tokens[at].text[0].isalpha() and not ends


def _joined(tokens: list[Token], start: int, at: int) -> int | None:
    """Return the index after "dan X" or ", X, dan Y" inside a unit's name, or None."""
    if not any(t.folded in UNIT_HEADS for t in tokens[start:at]):
        return _joined_deed(tokens, start, at)
    if tokens[at].folded in ("dan", "&"):
        return _capitals(tokens, at + 1)
    if tokens[at].text != ",":
        return None
    while at < len(tokens) and tokens[at].text == ",":
        at += 1
        if at < len(tokens) and tokens[at].folded == "dan":
            return _capitals(tokens, at + 1)
        following = _capitals(tokens, at)
        if following is None:
            return None
        at = following
    closing = at < len(tokens) and tokens[at].folded == "dan"
    return _capitals(tokens, at + 1) if closing else None


def _joined_deed(tokens: list[Token], start: int, at: int) -> int | None:
    """Return the index after "dan X" of two deeds: "Petugas Informasi dan Pengaduan", or None."""
    deeds = tokens[at - 1 : at] + tokens[at + 1 : at + 2]
    several = len(deeds) > 1 and at - 1 > start and tokens[at].folded in ("dan", "&")
    if not several or any(not t.capital or is_head(t) or not _DEED.match(t.folded) for t in deeds):
        return None
    return _capitals(tokens, at + 1)


def _capitals(tokens: list[Token], at: int) -> int | None:
    """Return the index after a run of capital words that is no name of its own."""
    begin = at
    while at < len(tokens) and tokens[at].capital and tokens[at].folded not in DOCUMENTS:
        if at == begin and is_head(tokens[at]):
            return None
        at += 1
    return at if at > begin else None


def distribute(names: list[str]) -> list[str]:
    """Give a shared beginning to each name: "Kasubbag TU Menteri" / "Sekretaris" -> both TU."""
    if len(names) < 2:
        return names
    if match := _DISTRIBUTES.match(names[0]):
        rest = names[1:]
        if all(n.split()[0].casefold() in OFFICERS and not _DISTRIBUTES.match(n) for n in rest):
            return [names[0], *(f"{match['prefix']} {name}" for name in rest)]
    if match := _LOWER_PREFIX.match(names[0]):
        return [names[0]] + [
            f"{match['prefix']} {n}" if n.casefold().startswith(("unit ", "satuan ")) else n
            for n in names[1:]
        ]
    return names


def first_name(text: str) -> str | None:
    """Return the first name of a post that is written with a capital in a text, or None."""
    tokens = tokenize(text)
    for at, token in enumerate(tokens[1:], 1):
        end = read_name(tokens, at) if token.capital else at
        if end > at:
            return text[token.start : tokens[end - 1].end]
    return None


#: What a paragraph goes on with behind its sentence on the post.
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z]).*", re.S)


def post_of(lines: tuple[str, ...]) -> str | None:
    """Return the post that lines name, without the person and the number below or behind it.

    Where one of several posts is said to answer for the service, it is that one.
    """
    for line in lines:
        if said := _ANSWERS.match(line) or _ANSWERER.match(line):
            return said["post"]
    posts = [line for line in lines if (tokens := tokenize(line)) and is_head(tokens[0])]
    firsts = (_NEXT_SENTENCE.sub("", line) for line in posts or lines[:1])
    return "; ".join(_BESIDE_POST.sub("", line) for line in firsts) or None


def split_list(text: str) -> tuple[str, ...]:
    """Split "Kepala A, Kepala B dan C, serta pegawai yang ..." at the names that begin in it.

    A clause that begins with "yang" belongs whole to its name; a paragraph about "seluruh
    pejabat/pegawai ..." stays one element.
    """
    tokens = tokenize(text)
    cuts = [0]
    at = 0
    while at < len(tokens) and tokens[at].folded != "yang":
        end = max(read_name(tokens, at), at + 1)
        following = end
        while following < len(tokens) and tokens[following].folded in _PARTS:
            following += 1
        if following > end and _begins_element(tokens, (cuts[-1], at), end, following):
            cuts.append(following)
        at = following
    bounds = [0, *(tokens[cut].start for cut in cuts[1:]), len(text)]
    parts = [text[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
    return tuple(_LOOSE_END.sub("", part).strip() for part in parts)


def _begins_element(tokens: list[Token], span: tuple[int, int], end: int, following: int) -> bool:
    """Whether the name after a joining word is an element of its own.

    `span` tells where the element before it begins, and where the last name of that begins.
    """
    first, at = span
    if following >= len(tokens):
        return False
    if not _may_begin(tokens[following], tokens[first:end]):
        return tokens[end].text in (",", ";") and _is_role(tokens[following], tokens[first:end])
    before, after = tokens[end - 1], tokens[following]
    if before.folded in PERSONS and after.folded in PERSONS:
        return (
            at == end - 1 and before.capital
        )  # "Staf dan pegawai", not "para pejabat dan pegawai"
    return tokens[end].text != "/" or after.capital


def _is_role(token: Token, before: list[Token]) -> bool:
    """Whether an unknown word behind a comma is a role: "Kasir, Mantri", not "Biro Umum, Arsip"."""
    in_unit = any(t.folded in UNITS for t in before)
    named = token.capital and token.text.isalpha() and not _DEED.match(token.folded)
    return named and before[0].capital and not in_unit and token.folded not in DOCUMENTS


def _may_begin(token: Token, before: list[Token]) -> bool:
    """Whether a name can begin behind others: "pelukis" too, but not inside the name of a unit."""
    in_unit = token.capital and any(t.folded in UNITS for t in before)
    return is_head(token) or (is_person(token) and not in_unit)
