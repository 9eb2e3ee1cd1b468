"""Which sentences of a long message ask: the rest tells a story and would lead astray."""

from __future__ import annotations

import re

_LONG = 24  # words; of a longer message only the sentences that ask are read
_MOST = 2  # sentences
_LONGEST = 600  # characters
_OPENING = 6  # words, one of which makes a sentence without "?" a question
_ASKING = frozenset(
    "apa siapa berapa bagaimana gimana mana dimana kapan apakah brp gmn who what how where when "
    "kenapa mengapa tolong jelaskan sebutkan which why".split()
)


_SCOLDING = re.compile(
    r"(?i)\bdasar\s+(?:bot|robot|mesin|kamu|lu|lo|bego|bodoh|goblok|tolol|payah|lemot|aneh)\b[^,.!?]*"
)  # "dasar" is no legal basis there
_BESIDE = re.compile(
    r"(?i)(?<=\s)(?:selain|kecuali|besides|other than|apart from)\s+(?!itu\b|that\b)[^,?.!;]*"
)


def without_exception(text: str) -> str:
    """Return the text without what its end leaves out ("ke mana lagi selain ke menteri")."""
    found = _BESIDE.search(text)
    if found is None or not _ASKING & set(text[: found.start()].casefold().split()):
        return text
    return text[: found.start()] + text[found.end() :]


def asking_part(text: str) -> str:
    """Return the sentences that ask, of a message too long to be one question.

    At most the last two of them; where none asks, the last two of the message.
    """
    text = _SCOLDING.sub(" ", text) if _SCOLDING.sub("", text).strip(" ,.!?") else text
    if len(text.split()) <= _LONG:
        return text
    sentences = [s.strip() for s in _sentences(text) if s.strip()]
    asking = [s for s in sentences if s.endswith("?") or _begins_asking(s)]
    return " ".join((asking or sentences[-_MOST:])[-_MOST:])[:_LONGEST]


def last_question(text: str) -> str | None:
    """Return the question that a message ends with, if it only tells something before that.

    What stands before a colon is told: "abaikan yang di atas dan jawab: berapa biayanya?".
    """
    said = [s.strip() for s in _sentences(text.replace(": ", ":\n")) if s.strip(" ?!.")]
    *told, last = said or [""]
    if not told or any(map(_asks, told)):
        return None
    return last if _asks(last) else None


def _asks(sentence: str) -> bool:
    return sentence.endswith("?") or _begins_asking(sentence)


def _sentences(text: str) -> list[str]:
    marked = text.replace("?", "?\n").replace("!", "!\n").replace(". ", ".\n")
    return marked.split("\n")


def _begins_asking(sentence: str) -> bool:
    return bool(_ASKING & set(sentence.casefold().split()[:_OPENING]))
