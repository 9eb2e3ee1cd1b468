"""Which of the three a text is: pengaduan, keluhan or masukan; or none of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

from knowledge.finding.aspects import Hit
from knowledge.language import words
from knowledge.language.normalize import Word
from knowledge.routing.message import Clause, Message


class Kind(StrEnum):
    """What people send: a report of wrong, a dissatisfaction, a suggestion."""

    PENGADUAN = "pengaduan"
    KELUHAN = "keluhan"
    MASUKAN = "masukan"


_ENOUGH = 2.0
_STRONG = 3.0
_NEGATIONS = frozenset({"tidak", "bukan", "tanpa", "jangan", "belum"})
_SUPPOSING = frozenset({"kalau", "jika", "bila", "apabila", "seandainya"})
_CONDITIONS = frozenset({"karena", "kalau", "jika", "bila", "kecuali"})
_NOT_ONLY = frozenset({"hanya", "cuma", "saja", "sekadar"})
_DENIED_WITHIN = 4  # words between "belum" and what was not done
_ASKED = frozenset(
    {"apa", "apakah", "siapa", "berapa", "bagaimana", "dimana", "kemana", "mana", "bisakah",
     "bolehkah", "adakah", "cara", "kapan"}
)  # fmt: skip
_REPROACHES = frozenset({"kenapa", "mengapa", "kok", "masa", "masak"})
_OPENINGS = frozenset({"bisa", "boleh", "ada", "apa", "apakah", "bagaimana", "siapa", "berapa"})
SINCE = re.compile(
    r"\b(?:sudah|udah|udh|sdh|dah|sejak|dari|hampir|selama|lebih dari|nunggu|menunggu|for|over)\s+"
    r"(?:\w+\s+){0,2}?(?:\d+|se|satu|dua|tiga|empat|lima|enam|beberapa|ber|two|three|weeks|months)?"
    r"\s*-?\s*(?:jam|hari|hr|minggu|mgg|mingu|bulan|bln|tahun|thn|taun|lalu|kemarin|weeks?|months?)"
    r"|\bse(?:minggu|bulan|tahun|hari|jam)an?\b|\bber(?:hari|minggu|bulan|tahun|jam)\b"
)
_WISHES = frozenset({"tolong", "harap", "semoga", "lebih", "agar", "supaya", "biar", "kalau"})
_BUT = frozenset({"tapi", "tetapi", "namun", "cuma", "hanya", "sayang", "sayangnya"})
_WHEN = frozenset({"kapan", "mana", "kenapa", "kok"})
_WEEKS = re.compile(r"\b(?:su|u)?dah\b[^.?!]{0,20}(?:minggu|mgg|mingu|bulan|bln|tahun|thn|taun)")
_LIMIT = re.compile(r"\b(?:paling\s+lambat|selambat|batas\s+waktu|tenggat)")
_OWN = frozenset({"saya", "kami", "aku", "kita"})
_FORGOTTEN = frozenset({"lupa"})  # without a doer, it is the sender who forgot
_NEGATED_BAD = 1.0
_WEAK = 1.0
_HARMLESS = frozenset({"keluh", "keluhan", "masalah", "lama", "pungut", "apa", "sengaja", "sabar",
                       "kendala", "hambat", "paham", "ngerti", "tahu", "wajib"})  # fmt: skip


def kind_of(message: Message) -> Kind | None:
    """Return the kind that a text says it is, or that what it tells makes it."""
    return kind_said(message) or kind_told(message)


def kind_said(message: Message) -> Kind | None:
    """Return the kind by the sender's own word for it, where it does not only ask about it."""
    if _only_asks(message):
        return None
    found = [
        (match.start(), kind)
        for kind, pattern in _sayings()
        if (match := pattern.search(message.plain)) and not _denied(message.plain, match.start())
    ]
    return min(found)[1] if found else None


@cache
def _sayings() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((Kind(kind), re.compile(pattern)) for kind, pattern in words.complaint_sayings())


def _denied(plain: str, start: int) -> bool:
    """Say whether the words right before deny it ("tidak ada keluhan", "bukan pengaduan")."""
    before = plain[:start].split()[-2:]
    return bool({"tidak", "bukan", "gak", "ga", "nggak", "tak", "tanpa", "not"} & set(before))


def _only_asks(message: Message) -> bool:
    """Say whether every sentence is a question that tells of nothing that happened."""
    return bool(message.clauses) and all(is_question(c, message) for c in message.clauses)


def asks(message: Message) -> bool:
    """Say whether a text has a word that asks, or a mark."""
    said = {word.text for clause in message.clauses for word in clause.words}
    return bool(_ASKED & said) or any(clause.asks for clause in message.clauses)


def asks_for_limit(message: Message) -> bool:
    """Say whether a text only asks until when a thing may be done: "paling lambat kapan"."""
    own = any(word.text in _OWN for clause in message.clauses for word in clause.words)
    tells = own or SINCE.search(message.plain)
    return bool(_LIMIT.search(message.plain)) and asks(message) and not tells


def is_question(clause: Clause, message: Message) -> bool:
    """Say whether a clause belongs to a sentence that wants to know something."""
    sentence = message.beside(clause)
    said = [word.text for c in sentence for word in c.words]
    if not said or _REPROACHES & set(said) or any(map(_proposes, sentence)):
        return False
    begins = bool(_ASKED & set(said[:3])) or (clause.asks and said[0] in _OPENINGS)
    sure = bool(_ASKED & set(said)) or clause.tagged
    return (begins or clause.asks or clause.tagged) and not _happened(sentence, sure=sure)


def _proposes(clause: Clause) -> bool:
    """Say whether a clause suggests something by asking: "bagaimana kalau ..."."""
    suggests = any(len(hit.positions) > 1 for hit in clause.signs("masukan"))
    return suggests and not any(bad_hits(clause))


def _happened(sentence: Sequence[Clause], *, sure: bool) -> bool:
    """Say whether a sentence tells of something the sender lived through, or asks in anger.

    `sure` where it has a word that asks: then it must tell of the sender himself.
    """
    flat = " ".join(clause.flat for clause in sentence)
    own = any(word.text in _OWN for clause in sentence for word in clause.words)
    strong = any(any(bad_hits(c)) for c in sentence)
    undone = any(_is_undone(h, c.words) for c in sentence for h in c.signs("service"))
    if SINCE.search(flat):
        return True
    supposed = any(w.text in _SUPPOSING for clause in sentence for w in clause.words)
    return (own or not sure) and (strong or undone) and not (sure and supposed)


def bad_hits(clause: Clause) -> Iterator[Hit]:
    """Yield the hits that speak of something bad, where they are not denied."""
    for hit in clause.signs("pengaduan", "keluhan", "deed", "trait"):
        if hit.score >= _ENOUGH and not is_denied(hit, clause.words):
            yield hit


def is_denied(hit: Hit, said: tuple[Word, ...]) -> bool:
    """Say whether a word right before denies a hit: "tidak kasar", but not "tidak hanya kasar"."""
    first = min(hit.positions)
    before = [said[p].text for p in range(max(0, first - 2), first)]
    far = {said[p].text for p in range(max(0, first - _DENIED_WITHIN), first)}
    if "bukan" in far and not _NOT_ONLY & far and {"orang", "yang"} & far:
        return True
    if not _NEGATIONS & set(before) or _NOT_ONLY & set(before):
        return False
    if _CONDITIONS & {word.text for word in said}:
        return False
    return said[first].text not in _NEGATIONS


def kind_told(message: Message) -> Kind | None:
    """Return the kind that signs make of what a text tells."""
    scores: defaultdict[str, float] = defaultdict(float)
    for clause in message.clauses:
        if not is_question(clause, message):
            for kind, weight in _weights(clause):
                scores[kind] += weight
            if _turns(clause):
                scores["keluhan"] += _WEAK
    if scores["keluhan"] and any(clause.signs("marker") for clause in message.clauses):
        scores["keluhan"] += _WEAK
    if SINCE.search(message.plain) and scores["praise"] < _ENOUGH:
        long = _WEEKS.search(message.plain) or any(map(_asks_when, message.clauses))
        scores["keluhan"] += 2 if long else 1
    return _best(scores)


def _turns(clause: Clause) -> bool:
    """Say whether a clause turns from good to bad: "tapi lama"."""
    hits = clause.signs("keluhan") if clause.words[0].text in _BUT else []
    return any(not is_denied(hit, clause.words) for hit in hits)


def _asks_when(clause: Clause) -> bool:
    """Say whether somebody asks when his own affair will be done."""
    said = {word.text for word in clause.words}
    return bool(said & _WHEN and said & _OWN)


def _best(scores: Mapping[str, float]) -> Kind | None:
    if scores["pengaduan"] >= _ENOUGH and scores["pengaduan"] + 1 >= scores["masukan"]:
        return Kind.PENGADUAN
    if scores["masukan"] >= _ENOUGH and scores["masukan"] >= scores["keluhan"]:
        return Kind.MASUKAN
    if scores["keluhan"] >= _ENOUGH:
        return Kind.KELUHAN
    return None


def _weights(clause: Clause) -> Iterator[tuple[str, float]]:
    """Yield what each sign of a clause speaks for; of hits at one place only the strongest."""
    taken: set[int] = set()
    if _never(clause.words):
        yield "keluhan", _ENOUGH
    elif _denies(clause.words):
        yield "keluhan", _WEAK
    wishes = bool(_WISHES & {word.text for word in clause.words})
    for hit in sorted(clause.hits, key=lambda h: (-h.score, -len(h.positions))):
        kind = _KIND_OF_SIGN.get(hit.aspect)
        if kind is None or taken & hit.positions or (wishes and kind == "praise"):
            continue
        if hit.aspect == "trait" and _is_own(hit, clause.words):
            continue
        taken |= hit.positions
        yield from _weight(hit, kind, clause.words)


def _is_own(hit: Hit, said: tuple[Word, ...]) -> bool:
    """Say whether the sender tells it of himself: "saya tidak hadir", "lupa kata sandi"."""
    first = min(hit.positions)
    own = _OWN if first == 1 else _FORGOTTEN if first == 0 and len(said) > 1 else ()
    return said[0].text in own


def _weight(hit: Hit, kind: str, said: tuple[Word, ...]) -> Iterator[tuple[str, float]]:
    denied = is_denied(hit, said)
    if hit.aspect == "service":
        if _is_undone(hit, said):
            yield "keluhan", _ENOUGH
    elif denied and kind == "praise":
        yield "keluhan", _ENOUGH
    elif denied:
        yield "praise", _NEGATED_BAD
    else:
        yield kind, hit.score


def _denies(said: tuple[Word, ...]) -> bool:
    """Say whether a clause says what is not so: a weak sign, but with another one it tells."""
    for position, word in enumerate(said[:-1]):
        if word.text in ("tidak", "belum"):
            following = said[position + 1]
            if not following.is_stop and following.stem not in _HARMLESS:
                return True
    return False


_KIND_OF_SIGN = {
    "pengaduan": "pengaduan", "deed": "pengaduan", "keluhan": "keluhan", "trait": "keluhan",
    "service": "keluhan", "masukan": "masukan", "praise": "praise",
}  # fmt: skip


def _is_undone(hit: Hit, said: tuple[Word, ...]) -> bool:
    """Say whether what should be done was not: "belum juga dibalas", "tidak pernah diangkat"."""
    first = min(hit.positions)
    return any(said[p].text in _NEGATIONS for p in range(max(0, first - _DENIED_WITHIN), first))


def _never(said: tuple[Word, ...]) -> bool:
    """Say whether something was not done to this day: "belum di-SK-kan", "tidak pernah diberi"."""
    for position, word in enumerate(said[:-1]):
        later = [w for w in said[position + 1 : position + 4] if w.text not in ("juga", "pernah")]
        lasting = word.text == "belum" or said[position + 1].text in ("pernah", "kunjung", "juga")
        if word.text in _NEGATIONS and lasting and later and _is_passive(later[0]):
            return True
    return False


def _is_passive(word: Word) -> bool:
    return word.text.startswith("di") and (word.text != word.stem or len(word.text) == len("di"))
