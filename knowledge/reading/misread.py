"""Digits and units of a time that scanning has misread: "l5 menit", "1O menit", "2 han"."""

from __future__ import annotations

import re

_UNIT = r"(?:detik|menit|mnt|jam|hari|minggu|pekan|bulan|triwulan|semester|tahun)\b"
_AS_DIGITS = str.maketrans("lIiOo", "11100")
_MISREAD = {
    "han": "hari", "harl": "hari", "har1": "hari", "jarn": "jam", "rnenit": "menit",
    "menlt": "menit", "men1t": "menit", "rninggu": "minggu", "mlnggu": "minggu", "bu1an": "bulan",
}  # fmt: skip
_DIGITS = re.compile(rf"(?<!\w)(?:[lI]|(?=[lIO]*\d)[lIO\d]{{2,4}})(?=\s*{_UNIT})", re.I)
_UNITS = re.compile(
    rf"(?P<number>(?<![\w])[\dlIO]+\)?)(?P<space>\s*)(?P<unit>{'|'.join(_MISREAD)})\b", re.I
)


def as_written(text: str) -> str:
    """Return a time as it stood on paper; what cannot be a time is not touched."""
    text = _UNITS.sub(lambda n: n["number"] + n["space"] + _MISREAD[n["unit"].casefold()], text)
    return _DIGITS.sub(lambda n: n[0].translate(_AS_DIGITS), text)
