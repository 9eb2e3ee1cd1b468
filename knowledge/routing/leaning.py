"""What a text leans to that no sign tells of: a wish, or something that is not as it should be.

These forms are weak: "tidak dibagikan" may be half of a question. So they count only for a text
that speaks of a standard's subject, which the router asks first.
"""

from __future__ import annotations

from knowledge.language.normalize import Word
from knowledge.routing.kinds import SINCE, Kind, is_denied, is_question
from knowledge.routing.message import Clause, Message

_WISHES = frozenset({"tolong", "mohon", "harap", "semoga", "please"})
_SHOULD = frozenset({"harusnya", "seharusnya", "mestinya", "semestinya", "hendaknya", "should"})
_OF_TELLING = frozenset(
    {"bantu", "jelas", "info", "informasi", "tahu", "beritahu", "tunjuk", "arah", "kirim", "kasih",
     "sebut", "jawab", "tanya", "bimbing", "terang", "kabar", "daftar", "lihat"}
)  # fmt: skip
_NEGATIONS = frozenset({"tidak", "belum", "kurang"})
_LACKING = frozenset(
    {"sesuai", "cukup", "cocok", "tepat", "lengkap", "akurat", "konsisten", "rapi", "layak",
     "sinkron", "seragam", "adil", "merata", "aman", "kebagian", "dapat", "jalan"}
)  # fmt: skip
_OF_RULES = frozenset({"pungut", "perlu", "wajib", "haru", "kena", "batas", "atur", "tetap", "ada"})
_TAGS = frozenset({"ya", "kan", "toh", "yah", "bukan"})
_OFTEN = frozenset({"sering", "selalu", "terus", "lagi", "mulu", "melulu", "banyak", "masih"})
_OWN = frozenset({"saya", "aku", "kami", "kita", "gue", "gw"})
_VERB = ("di", "me", "ter", "ber", "ng", "ny")
_LONG_ENOUGH = 3  # words


def leaning(message: Message) -> Kind | None:
    """Return what a text leans to, or None; questions, thanks and praise lean to nothing."""
    told = [clause for clause in message.clauses if not is_question(clause, message)]
    if sum(len(clause.words) for clause in told) < _LONG_ENOUGH or any(map(_praises, told)):
        return None
    if any(_lacks(clause) or _errs(clause) for clause in told):
        return Kind.KELUHAN
    if any(map(_wishes, told)):
        plain = message.plain.split()
        waited = SINCE.search(message.plain) and _OWN & set(plain)
        return Kind.KELUHAN if waited or "segera" in plain else Kind.MASUKAN
    return None


def _praises(clause: Clause) -> bool:
    return any(not is_denied(hit, clause.words) for hit in clause.signs("praise")) and not _asks(
        clause
    )


def _asks(clause: Clause) -> bool:
    return bool((_WISHES | _SHOULD) & {word.text for word in clause.words})


def _wishes(clause: Clause) -> bool:
    """Say whether a clause wishes that something be done, other than to tell or to help."""
    said = clause.words
    for position, word in enumerate(said):
        behind = said[position + 1 :]
        if word.text in _SHOULD and len(behind) > 1:
            return True
        if word.text in _WISHES and any(map(_is_deed, behind)):
            return not any(w.stem in _OF_TELLING for w in behind[:2])
    return False


def _is_deed(word: Word) -> bool:
    is_verb = word.text.startswith("di") and (word.text != word.stem or word.text.endswith("in"))
    return is_verb and word.stem not in _OF_TELLING


def _lacks(clause: Clause) -> bool:
    """Say whether a clause tells that something was not done, or is not as it should be."""
    said = clause.words
    if said[-1].text in _TAGS:
        return False
    for position, word in enumerate(said[:-1]):
        following = said[position + 1]
        if word.text in _NEGATIONS and not (position and said[position - 1].text in _OWN):
            is_verb = following.text != following.stem and following.text.startswith(_VERB)
            told = is_verb and following.stem not in _OF_RULES
            if told or following.stem in _LACKING:
                return position > 0
    return False


def _errs(clause: Clause) -> bool:
    """Say whether a clause tells that something goes wrong again and again."""
    said = {word.text for word in clause.words}
    return "salah" in said and bool(said & _OFTEN) and not said & {"bukan", "tidak"}
