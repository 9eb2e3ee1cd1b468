"""The questions of the evaluation set: reading them, and the standards they ask about.

One JSON object a line; the fields are those of `Expectation`. What a reply is worth is judged
in `judging`. Nothing here knows how answers are found.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

QUESTIONS = Path(__file__).parent / "questions"
DOCUMENTS = Path(__file__).parents[2] / "knowledge" / "documents"
FILES = {
    "sisdur": "penyusunan-sistem-dan-prosedur-kerja.txt",
    "sosialisasi": "sosialisasi-kebijakan-organisasi-tata-laksana-akuntabilitas.txt",
    "pimpinan": "pelayanan-kepada-pimpinan.txt",
    "rkpk": "rencana-kinerja-dan-penetapan-kinerja.txt",
    "sop": "standar-pelayanan-dan-sop.txt",
}
_TITLE_WORDS = {
    "sosialisasi": "sosialisasi kebijakan",
    "pimpinan": "pelayanan kepada pimpinan",
    "rkpk": "rencana kinerja dan penetapan kinerja",
    "sop": "standard operating procedures",
    "sisdur": "sistem dan prosedur kerja",
}
_PAGE_MARK = re.compile(r"^\s*-\s*\d+\s*-\s*$")
_CATCHWORD = re.compile(r"^.{0,60}\s(\. \. \.|\.\.\.)\s*$")
_LETTERHEAD = re.compile(r"^\W*(MENTERI SEKRETARIS NEGARA|REPUBLIK INDONESIA)\W*$")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One question and what a right reply to it must and must not contain.

    `kind` lists the acceptable kinds of reply; `all`, `any` and `none` are strings looked for
    in the reply's text (letters folded); `standards` are keys its sources must include, and
    `section` is a prefix that the section of at least one source must have.
    """

    id: str
    chat: str
    style: str
    facet: str
    standard: str | None
    text: str
    kind: tuple[str, ...]
    all: tuple[str, ...]
    any: tuple[str, ...]
    none: tuple[str, ...]
    standards: tuple[str, ...]
    section: str | None


def load(paths: Iterable[Path]) -> list[Expectation]:
    """Read all questions of the files, and of the *.jsonl files of the folders, in order.

    Raises ValueError with file and line where a line is not a question.
    """
    found: list[Expectation] = []
    for path in paths:
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            found.extend(_read(file))
    return found


def _read(file: Path) -> list[Expectation]:
    """Read one file; raises ValueError naming the line that is not a question."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(_expectation(json.loads(line)))
        except (ValueError, TypeError) as fault:
            raise ValueError(f"{file}:{number}: {fault}") from fault
    return found


def _expectation(raw: dict[str, Any]) -> Expectation:
    """Build one question; raises TypeError for an unknown or missing field."""
    names = {field.name for field in fields(Expectation)}
    if set(raw) != names:
        raise TypeError(f"fields differ: {sorted(set(raw) ^ names)}")
    lists = {name: tuple(raw[name]) for name in ("kind", "all", "any", "none", "standards")}
    return Expectation(**{**raw, **lists})


def folded(text: str) -> str:
    """Fold what may differ between document and reply without changing what is said."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("*", "").replace("–", "-")
    text = text.replace("deputy", "deputi")
    return re.sub(r"\s*([/-])\s*", r"\1", " ".join(text.split()))


def document_text(key: str) -> str:
    """Return a shipped standard's text, folded, without letterheads, page marks, catchwords."""
    lines = (DOCUMENTS / FILES[key]).read_text(encoding="utf-8").splitlines()
    noise = (_PAGE_MARK, _CATCHWORD, _LETTERHEAD)
    return folded(" ".join(line for line in lines if not any(n.match(line) for n in noise)))


def key_of_title(title: str) -> str | None:
    """Return the key of the shipped standard with that title, or None."""
    text = folded(title)
    return next((key for key, words in _TITLE_WORDS.items() if words in text), None)
