"""Complaints handled stage by stage: who has them first handles them, whoever follows is the next.

"Ditangani berjenjang: tahap pertama oleh X, tahap kedua oleh Y", "mulai dari X sampai dengan Z".
"""

from __future__ import annotations

import re

from knowledge.reading.complaint_posts import is_known, posts_at
from knowledge.reading.complaint_words import ONE

_STAGE = r"(?:pada\s+|di\s+)?(?:tahap|tingkat|jenjang|level)\s+"
_FIRST = r"(?:pertama|awal|kesatu|satu|I|1)\b"
_LATER = r"(?:kedua|ketiga|keempat|lanjut(?:an)?|berikut(?:nya)?|akhir|dua|tiga|II|III|IV|2|3|4)\b"
_OPENS = (
    rf"(?:(?:{ONE}|penanganan)\b[^.;:]*?\b(?:berjenjang|bertahap|bertingkat)\s*[:,]?\s*)?"
    rf"(?:{ONE}\s+)?"
)
_DOES = (
    rf"\s*(?:\([^)]*\)\s*)?(?:,\s*(?:(?:apabila|jika|bila|kalau)\s+[^,.;:]{{3,60}},\s*)?)?(?:{ONE}\s+)?"
    r"(?:di(?:tangani|selesaikan|tindaklanjuti|proses|kelola|terus)(?:kan)?\s+)?"
    r"(?:(?:oleh|kepada|ke|:|adalah|yaitu|ialah)\s+)(?=(?-i:[A-Z]))"
)
_BEGINS = re.compile(rf"{_OPENS}{_STAGE}{_FIRST}{_DOES}", re.I)
_FOLLOWS = re.compile(rf"{_STAGE}{_LATER}{_DOES}", re.I)
_APART = re.compile(rf"[,;]\s+(?:(?:dan|lalu|kemudian|selanjutnya)\s+)?(?={_STAGE}{_LATER})", re.I)
_LADDER = re.compile(
    r"\b(?:berjenjang|bertahap|bertingkat)\b[^.;:]{0,30}?\b(?:mulai\s+)?dari\s+(?=(?-i:[A-Z]))",
    re.I,
)
_RUNG = re.compile(
    r"\s*(?:,|ke(?:pada)?|lalu|kemudian|hingga|sampai(?:\s+(?:dengan|ke(?:pada)?))?|dan|\s)+(?=[A-Z])"
)
_STUCK = re.compile(r"[,;]\s+(?:dan\s+)?(?=(?:apabila|jika|bila|kalau)\s)", re.I)
#: What may stand behind a post; "Petugas menerima pengaduan" is work, and no post's stage.
_ENDS = re.compile(r"\s*(?:[.;,(]|$|(?:paling|dalam|maksimal|selama|selambat\S*|dengan)\b)", re.I)
_HANDLED = "Pengaduan ditangani oleh {}"
_UNSETTLED = "Pengaduan yang belum selesai diteruskan kepada {}"


def said_by_stage(text: str) -> list[str]:
    """Return a sentence for who handles complaints first, and for who follows; none for others."""
    if rungs := _ladder(text):
        return [_HANDLED.format(rungs[0]), *map(_UNSETTLED.format, rungs[1:2])]
    said: list[str] = []
    for part in _APART.split(text):
        if not (staged := _of_stage(part)):
            return []
        said += staged
    return said


def _of_stage(part: str) -> list[str]:
    """Return what a clause says of one stage, and of what is unsettled there, as sentences."""
    for stage, form in ((_BEGINS, _HANDLED), (_FOLLOWS, _UNSETTLED)):
        found = stage.match(part)
        if not found or not (name := _post(part[found.end() :])):
            continue
        stuck = _STUCK.match(part, found.end() + len(name))
        end = stuck.start() if stuck else len(part)
        return [form.format(part[found.end() : end]), *([part[stuck.end() :]] if stuck else [])]
    return []


def _ladder(text: str) -> list[str]:
    """Return the posts of "berjenjang mulai dari X, Y, sampai dengan Z" from the first on."""
    found = _LADDER.search(text)
    rest = text[found.end() :] if found else ""
    rungs: list[str] = []
    while rest and (name := _post(rest, ends=False)):
        rungs.append(name)
        rest = rest[len(name) :]
        rung = _RUNG.match(rest)
        rest = rest[rung.end() :] if rung else ""
    return rungs


def _post(text: str, *, ends: bool = True) -> str | None:
    """Return the known post that begins a text and, with `ends`, is all that is said there."""
    names = posts_at(text) if is_known(text) else ()
    if not names or not text.startswith(names[0]):
        return None
    return names[0] if not ends or _ENDS.match(text, len(names[0])) else None
