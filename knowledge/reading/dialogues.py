"""Leaflets of questions and answers: "T: Berapa biayanya?" / "J: Gratis".

Who asks and who answers is taken off, so that the questions are headings like any other.
"""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\s*(?:[-*•]\s*)?\**(?:T|Q|Tanya|Pertanyaan(?:\s+\d{1,2})?)\**\s?[:.]\**\s*(?P<asked>\S.*\?)\**\s*"
)
_ANSWERS = re.compile(
    r"\s*(?:[-*•]\s*)?\**(?:J|A|Jawab|Jawaban)\**\s?[:.]\**\s*(?P<said>\S.*)", re.S
)
_LEAST = 3


def with_questions(text: str) -> str:
    """Return the text with its questions and answers on lines of their own, without labels."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if sum(_ASKS.fullmatch(line) is not None for line in lines) < _LEAST:
        return text
    result: list[str] = []
    for line in lines:
        if asks := _ASKS.fullmatch(line):
            result += ["", asks["asked"]]
        elif answers := _ANSWERS.fullmatch(line):
            result.append(answers["said"])
        else:
            result.append(line)
    return "\n".join(result)
