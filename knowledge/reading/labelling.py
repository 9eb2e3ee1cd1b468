"""Texts whose headings are labels with their content behind a colon: "Biaya : Gratis"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.headings import Heading, known_heading, worded_heading
from knowledge.reading.pages import Line

_LABEL = re.compile(r"(?P<label>[A-Z][^\W\d_]+(?:[ /,][^\W\d_]+){0,4})(?P<space>\s?):(?:\s|$)")
_NOTE = re.compile(r"(?:catatan|keterangan|contoh)\b", re.I)
_LEAST = 4
_FAR = 60  # lines above in which a label of the same list is looked for


def label_style(lines: Sequence[Line]) -> str | None:
    """Return what stands before the colon of most known labels; None where they are no style."""
    found = [label for line in lines if (label := _LABEL.match(line.plain))]
    known = [(label, h) for label in found if (h := known_heading(label["label"])) and h.exact]
    if len({heading.facet for _, heading in known}) < _LEAST:
        return None
    return " " if 2 * sum(bool(label["space"]) for label, _ in known) > len(known) else ""


def comes_again(lines: Sequence[Line], index: int, begun: int) -> bool:
    """Whether the same label stands above in its section: "Waktu:" below each of its steps."""
    words = lines[index].plain.partition(":")[0]
    above = lines[max(begun + 1, index - _FAR) : index]
    return any(line.plain.partition(":")[0] == words for line in above)


def wide_label(text: str, style: str | None) -> tuple[Heading, str] | None:
    """Read "Sasaran : Petani", a label in unknown words with the wide colon that is the style."""
    label = _LABEL.match(text) if style == " " else None
    if label is None or not label["space"] or _NOTE.match(text):
        return None
    return worded_heading(label["label"]), text[label.end() :].strip()
