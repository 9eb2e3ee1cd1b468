"""Who does a step: the subject before its verb, and those named after "oleh".

A recipient ("kepada ..."), an owner ("memorandum Deputi ...") or a source of approval is no actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.reading.name_lists import LONGEST_LIST, after, names_from
from knowledge.reading.posts import (
    Token,
    ends_name,
    is_person,
    is_root_verb,
    read_name,
    tokenize,
)
from knowledge.reading.words import (
    ADVERBS,
    EARLIER_DEEDS,
    NO_VERBS,
    OFFICIAL_DEEDS,
    STANDS_IN,
)

_CASE = re.compile(
    r"(?:setelah|sesudah|apabila|jika|bila|kalau|ketika)\s[^,.;:]{0,60}?\b(?:lengkap|selesai|benar"
    r"|valid|sesuai|lunas|disetujui|diterima|memenuhi\s+syarat)\s+(?:maka\s+)?"
    r"(?=(?!dan\b|atau\b|serta\b|oleh\b|dengan\b|kemudian\b|di\b|pada\b|ke\b)[a-z])",
    re.I,
)
_CONDITION = re.compile(r"(?:apabila|jika|bila|kalau|dalam hal|bilamana|manakala|kecuali)\b", re.I)
#: A full stop ends a sentence, but not an abbreviation: "s.d.", "Jl.", "Dr.".
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\bs\.d\.)(?<!\bJl\.)(?<!\bJln\.)(?<!\b[Dd]r\.)(?<!\bdrg\.)(?<!\bIr\.)(?<!\ba\.n\.)"
    r"(?<!\bKa\.)"
    r"\s+(?=[A-Z(])"
)
#: What leads to the one who stands in: ", atau apabila berhalangan dapat digantikan oleh".
_STAND_IN = re.compile(
    r"(?:[,;(]\s*)?(?:\b(?:dan|atau|yang|serta)\s*,?\s+)?"
    r"(?:\b(?:apabila|jika|bila|dalam\s+hal)\s+(?:\w+\s+){0,6}?berhalangan\s*,?\s+)?"
    rf"(?:\b(?:maka|dapat|bisa|akan|boleh)\s+)*\b(?:{'|'.join(sorted(STANDS_IN))})\s+(?:(?:oleh|kepada)\s+)?",
    re.I,
)
_VERB = re.compile(r"me[mnlrwy]\w{3,}$|ber\w{3,}$|(?:ikut|hadir|wajib|harus|dapat|akan)$")
_LEAD = re.compile(
    r"(?:berdasarkan|setelah|sebelum|atas|sesuai|dengan|dalam|untuk|selanjutnya|kemudian|apabila|kalau|jika"
    r"|bila|pada|guna|sebagaimana|terhadap|sesudah|setiba(?:nya)?|sesampai(?:nya)?|ketika|saat|di"
    r"|melalui|selama|usai)\b",
    re.I,
)
_LONGEST_ROLE = 11  # words up to the verb, of two roles; of one, half of them
_BESIDE = frozenset({"bersama", "beserta"})
#: Between two who act: "Medik Veteriner bersama Paramedik Veteriner".
_JOINT = re.compile(
    r"\s+(?:bersama(?:-sama)?(?:\s+dengan)?|beserta)\s+"
    r"(?=[A-Z]|(?:pemohon|pelanggan|pasien|peserta|pelapor|petugas|warga|ketua|kepala)\b)"
)
_TIME_WORDS = frozenset({"menit", "jam", "hari", "minggu", "bulan", "kerja"})
_GOING_ON = frozenset({"dan", "serta", "sedangkan", "kemudian", "lalu", "selanjutnya"})
#: What another doer may stand behind: "... dan Kepala UPTD menandatangani laporan".
_APART = frozenset({",", ";", "dan", "serta", "sedangkan"})
_LINKS = frozenset({"maka", "kemudian", "selanjutnya", "lalu"})
#: What begins a step without naming a doer: a verb, or the noun of a deed or thing.
_NO_ROLE = re.compile(
    r"(?:me[mnlrwy]\w{3,}|ber\w{3,}|di\w{4,}|ter\w{4,}|(?:pe|ke)\w+an(?:nya)?\b|\w+isasi|konsep|draf\w*|"
    r"memorandum|surat|dokumen|berkas|rapat|monitoring|hasil|laporan|data|bahan|proses|arahan|"
    r"usulan|undangan|tidak|telah|untuk|apabila|jika|yang|\W|\d)"
)
_ACT = re.compile(r"pe\w{4,}an")  # "dipanggil oleh pendaftaran": what is done there, nobody
_ENDS_SUBJECT = re.compile(r"(?:di\w{4,}|oleh|yang|untuk|adalah|ke-\d+|tidak|dari|kepada|tentang)$")


@dataclass(frozen=True, slots=True)
class _Agent:
    """The names after an "oleh", its place and the deed before it."""

    at: int
    deed: str
    names: list[str]


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
    """Return the subject and the agents of one sentence, without those who only stand in."""
    sentence = _without_stand_in(_without_case(sentence))
    tokens = tokenize(sentence)
    starts = _clauses(tokens, sentence)
    subject = _subject(tokens, sentence, starts)
    agents = _agents(tokens, sentence)
    later = [a for a in agents if a.at >= starts[0] and a.deed not in EARLIER_DEEDS]
    named = later if subject or later else agents
    names = [name for agent in named for name in agent.names]
    others = _later_subjects(tokens, sentence) if subject else []
    return list(dict.fromkeys([*subject, *names, *others]))


def _without_case(sentence: str) -> str:
    """Return "petugas mencetak" for "Apabila berkas lengkap petugas mencetak", without a comma."""
    found = _CASE.match(sentence)
    return sentence[found.end() :] if found else sentence


def _without_stand_in(sentence: str) -> str:
    """Return "Lurah menandatangani" for "Lurah, yang dapat digantikan oleh X, menandatangani"."""
    found = _STAND_IN.search(sentence) if any(deed in sentence for deed in STANDS_IN) else None
    if found is None:
        return sentence
    tokens = [token for token in tokenize(sentence) if token.start >= found.end()]
    end = names_from(tokens, 0, sentence)[1]
    rest = sentence[tokens[end - 1].end :] if end else sentence[found.end() :]
    return f"{sentence[: found.start()]} {rest.removeprefix(',').lstrip()}".strip()


def _clauses(tokens: list[Token], sentence: str) -> list[int]:
    """Return where the main clause may begin: at once, or after the commas of "Setelah ...,"."""
    commas = [i + 1 for i, token in enumerate(tokens) if token.text == ","]
    starts = commas if commas and _LEAD.match(sentence) else [0]
    return [after(tokens, start, _LINKS) for start in starts]


def _later_subjects(tokens: list[Token], sentence: str) -> list[str]:
    """Return those who go on after the subject: ", Bendahara mencatat", "ke X, yang ..."."""
    found: list[str] = []
    for at in (i for i, token in enumerate(tokens[:-2]) if token.folded in _APART):
        if tokens[at + 1].folded == "yang" and _is_deed(tokens[at + 2]):
            found += _taker(tokens, at, sentence)
        else:
            link = tokens[at + 1].folded in _GOING_ON
            names, end = names_from(tokens, at + 1 + link, sentence)
            deed = after(tokens, end, ADVERBS)
            found += names if names and deed < len(tokens) and _is_deed(tokens[deed]) else []
    return found


def _is_deed(token: Token) -> bool:
    return token.folded.startswith("me") and _is_verb(token.folded)


def _taker(tokens: list[Token], end: int, sentence: str) -> list[str]:
    """Return the one that something was handed to, if a name of one ends there."""
    for start in range(max(1, end - LONGEST_LIST), end):
        if tokens[start - 1].folded in ("kepada", "ke") and read_name(tokens, start) == end:
            return [sentence[tokens[start].start : tokens[end - 1].end]]
    return []


def _agents(tokens: list[Token], sentence: str) -> list[_Agent]:
    """Find the names after "oleh", and after a deed that needs none ("ditandatangani Menteri")."""
    found = []
    for i, token in enumerate(tokens):
        if token.folded == "oleh":
            names = names_from(tokens, i + 1, sentence)[0] or _unknown_agent(
                tokens, i + 1, sentence
            )
            found.append(_Agent(i, tokens[i - 1].folded if i else "", names))
        elif token.folded in OFFICIAL_DEEDS and (names := names_from(tokens, i + 1, sentence)[0]):
            found.append(_Agent(i, token.folded, names))
    return found


def _unknown_agent(tokens: list[Token], start: int, sentence: str) -> list[str]:
    """Take the words after "oleh" up to the next link word as the name of an unlisted role."""
    end = start
    while end < min(start + 5, len(tokens)) and tokens[end].text[0].isalnum():
        if ends_name(tokens[end]):
            break
        end += 1
    if end == start or (end == start + 1 and _ACT.fullmatch(tokens[start].text)):
        return []
    return [sentence[tokens[start].start : tokens[end - 1].end]]


def _subject(tokens: list[Token], sentence: str, starts: list[int]) -> list[str]:
    """Return the names at the head of the main clause, if an active verb follows them."""
    for start in starts:
        names, end = names_from(tokens, start, sentence)
        heads_list = sentence.rstrip().endswith(":") and _ends_there(tokens, end)
        if names and (_verb_follows(tokens, end) or heads_list):
            return names
        if other := _unknown_subject(tokens, start, sentence):
            return other
    return []


def _ends_there(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a time or a colon follows: "Kepala Bagian Umum (1 hari):"."""
    return all(not t.text[0].isalpha() or t.folded in _TIME_WORDS for t in tokens[at:])


def _verb_follows(tokens: list[Token], at: int) -> bool:
    """Whether the names before `at` do something; "yang ditunjuk" may stand between."""
    if at < len(tokens) and tokens[at].folded == "yang":
        verbs = [t for t in tokens[at + 1 : at + 12] if _is_verb(t.folded) or t.text[:2] == "di"]
        return len(verbs) > 1 and any(_is_verb(t.folded) for t in verbs[1:])
    if at < len(tokens) and tokens[at].folded == "dari":  # "Asesor dari Lembaga X melaksanakan"
        at += 1
        while at < len(tokens) and tokens[at].capital:
            at += 1
    while at < len(tokens) and (tokens[at].folded in ADVERBS or tokens[at].text == ","):
        at += 1
    return at < len(tokens) and (_is_verb(tokens[at].folded) or is_root_verb(tokens, at))


def _is_verb(word: str) -> bool:
    return bool(_VERB.match(word)) and word not in NO_VERBS


def _unknown_subject(tokens: list[Token], start: int, sentence: str) -> list[str]:
    """Take an unlisted role as the subject if it is short and an active verb follows it."""
    if start >= len(tokens) or _NO_ROLE.match(tokens[start].folded):
        return []
    joined = False
    for at in range(start + 1, min(start + _LONGEST_ROLE, len(tokens))):
        word = tokens[at].folded
        joined = joined or word in _BESIDE
        if word == "/":  # "Orang tua/wali mengajukan"
            continue
        if not joined and at > start + _LONGEST_ROLE // 2:
            return []
        if not word[0].isalnum() or _ENDS_SUBJECT.match(word):
            return []
        person = at == start + 1 and is_person(tokens[start])
        deed = _is_verb(word) and word.startswith(("me", "ber") if person else "me")
        if (deed or is_root_verb(tokens, at)) and not tokens[at].capital:
            return _JOINT.split(sentence[tokens[start].start : tokens[at - 1].end])
    return []
