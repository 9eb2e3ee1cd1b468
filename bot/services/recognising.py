"""Words on scanned pages, by Tesseract where it is installed; it is no part of Pandu."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from knowledge.reading.formats.transcript import SeenWord

_PROGRAM = "tesseract"
_LANGUAGES = ("ind", "eng")
_SECONDS = 30.0
_LEAST_SURE = 20.0


def can_recognise() -> bool:
    """Whether scanned pages can be read here."""
    return shutil.which(_PROGRAM) is not None


def recogniser() -> Callable[[bytes], Sequence[SeenWord]] | None:
    """Return what reads the words off a picture, or None where Tesseract is not installed."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return None
    return lambda picture: _words(
        _run(program, "stdin", "stdout", *_language(program), given=picture)
    )


def _run(program: str, *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run(  # noqa: S603 - our own arguments
        [program, *arguments], input=given, capture_output=True, timeout=_SECONDS, check=False
    )
    return done.stdout.decode("utf-8", "replace")


@cache
def _language(program: str) -> tuple[str, ...]:
    """Return the arguments: Indonesian if it has been installed, and words with their places."""
    installed = set(_run(program, "--list-langs").split())
    found = [name for name in _LANGUAGES if name in installed]
    return (*(("-l", found[0]) if found else ()), "--psm", "1", "tsv")


def _words(table: str) -> list[SeenWord]:
    """Read Tesseract's table: a row a word, with the block, paragraph and line that it is in."""
    rows = [
        row
        for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if (row.get("text") or "").strip() and float(row.get("conf") or -1) >= _LEAST_SURE
    ]
    bases: dict[tuple[str, ...], float] = defaultdict(float)
    for row in rows:
        bases[_line(row)] = max(bases[_line(row)], float(row["top"]) + float(row["height"]))
    return [
        SeenWord(
            row["text"].strip(),
            float(row["left"]),
            float(row["left"]) + float(row["width"]),
            bases[_line(row)],
            float(row["height"]),
        )
        for row in rows
    ]


def _line(row: dict[str, str]) -> tuple[str, ...]:
    return row["block_num"], row["par_num"], row["line_num"]
