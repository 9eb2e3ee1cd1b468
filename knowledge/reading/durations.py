"""Times as the texts write them: "(3 hari)", "2 kali @ 2,5 jam/unit kerja", "H-7" -> Duration.

Only reads; what a time means in working hours is the business of planning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from knowledge.model import Duration, Offset, Rate, TimeUnit
from knowledge.reading.misread import as_written

_NUMBER_WORDS = {
    "setengah": "0.5", "seperempat": "0.25", "satu": "1", "dua": "2", "tiga": "3", "empat": "4",
    "lima": "5", "enam": "6", "tujuh": "7", "delapan": "8", "sembilan": "9", "sepuluh": "10",
    "sebelas": "11", "dua belas": "12", "tiga belas": "13", "empat belas": "14",
    "lima belas": "15", "dua puluh": "20", "tiga puluh": "30", "empat puluh": "40",
    "empat puluh lima": "45", "enam puluh": "60", "sembilan puluh": "90",
}  # fmt: skip
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_UNITS: dict[str, tuple[TimeUnit, Fraction]] = {
    "detik": (TimeUnit.MENIT, Fraction(1, 60)), "menit": (TimeUnit.MENIT, Fraction(1)),
    "mnt": (TimeUnit.MENIT, Fraction(1)), "jam": (TimeUnit.JAM, Fraction(1)),
    "hari": (TimeUnit.HARI, Fraction(1)), "minggu": (TimeUnit.MINGGU, Fraction(1)),
    "pekan": (TimeUnit.MINGGU, Fraction(1)), "bulan": (TimeUnit.BULAN, Fraction(1)),
    "triwulan": (TimeUnit.BULAN, Fraction(3)), "semester": (TimeUnit.BULAN, Fraction(6)),
    "tahun": (TimeUnit.BULAN, Fraction(12)),
}  # fmt: skip

#: What part of the larger unit the smaller one is.
_SHARES = {
    (TimeUnit.MENIT, TimeUnit.JAM): Fraction(1, 60),
    (TimeUnit.HARI, TimeUnit.MINGGU): Fraction(1, 5),
}
_CALENDARS = {"kerja": "working", "kalender": "calendar", "takwim": "calendar"}

_WORDS = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_NUM = (
    rf"(?:\d{{1,4}}\s*[½¼¾]|\d{{1,4}}\s+[13]/[24]|\d{{1,4}}(?:[.,]\d{{1,2}})?(?!\d)|[½¼¾]|[13]/[24]"
    rf"|(?:{_WORDS})\b|se(?=(?:jam|hari|minggu|bulan|tahun)\b))"
    r"(?:\s*\([^\W\d][^)2-9]{1,40}\))?"
)
_UNIT = r"(?:detik|menit|mnt|jam|hari|minggu|pekan|bulan|triwulan|semester|tahun)\b"
_BOUND = (
    r"(?:selambat[\s-]*lambatnya|paling\s+(?:lambat|lama|banyak)|maksimal|maksimum|maks\.?|max\.?"
    r"|tidak\s+lebih\s+dari|kurang\s+dari|hingga|≤|<)"
)
_ABOUT = (
    r"(?:±|\+/-|\+|~|sekitar|estimasi|perkiraan|kira-kira|kurang\s+lebih|lebih\s+kurang|minimal|rata[\s-]*rata"
    r"|dalam(?:\s+jangka)?\s+waktu|selama|waktu|antara|@|masing[\s-]*masing)"
)
_TIMES = (
    rf"(?:(?P<times>{_NUM})\s*(?:kali|x|×)\s*(?:[^\W\d][^\d@,;()]*?\s*)??"
    r"(?:(?:masing(?:[\s-]*masing)?|@|selama|x|×)\s*)?)?"
)
_RANGE = (
    rf"(?:(?P<min>{_NUM})\s*(?P<minunit>{_UNIT})?\s*"
    r"(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*)?"
)
_TAIL = (
    r"(?:\s+(?P<calendar>kerja|kalender|takwim))?"
    r"(?:\s*(?:/|per\s?|(?:untuk\s+)?(?:se)?tiap(?:-tiap)?\s+)\s*(?P<per>(?:\d{1,4}\s+)?[^\W\d][^,;.()]*?))?"
    r"(?:\s*,?\s*(?:terhitung\s+)?(?:setelah|sesudah|sejak|dari\s+(?=tanggal|saat|di)|mulai)"
    r"\s+(?P<after>[^,;.()]+?))?"
    r"(?:\s+sebelum\s+(?P<before>[^,;.()]+?))?"
)
_PERIOD = "hari|minggu|bulan|triwulan|semester|tahun"
_TIME = re.compile(
    rf"(?:(?:{_ABOUT}|(?P<bound>{_BOUND}))\s*:?\s*){{0,3}}{_TIMES}{_RANGE}"
    rf"(?P<amount>{_NUM})\s*(?P<unit>{_UNIT})"
    rf"(?:\s+(?:dan\s+)?(?P<rest>{_NUM})\s*menit\b)?{_TAIL}",
    re.I,
)
#: Nothing but a number and a unit, which tells cases apart: "1 hari untuk dalam kota, 3 hari ...".
_PLAIN_TIME = re.compile(
    rf"(?<![\w,.+-])(?P<amount>{_NUM})\s*(?P<unit>{_UNIT})(?:\s+(?P<calendar>kerja|kalender))?",
    re.I,
)
_RATE = re.compile(
    rf"(?P<amount>{_NUM})\s+(?P<what>[^\W\d][^()\d;]*?)\s*(?:/|\bper\s?|\bsetiap\s+)"
    r"(?P<per>menit|jam|hari|minggu|bulan)\b",
    re.I,
)
_FREQUENCY = re.compile(
    r"(?:(?:minimal|maksimal|sekurang-kurangnya|paling\s+sedikit)\s+)?"
    rf"(?:(?:{_NUM})\s*kali|sekali)\s*(?:/|per\s?|dalam\s+|se)\s*(?:satu\s+|1\s+|se)?(?:{_PERIOD})\b"
    rf"|setiap\s+(?:{_PERIOD})",
    re.I,
)
_OFTEN = re.compile(rf"(?<![\w,.]){_NUM}\s*kali\s*(?:/|per\s?)\s*(?:{_PERIOD})\b", re.I)
_H_DAY = re.compile(
    rf"(?P<bound>{_BOUND})?\s*\bH\s*(?P<sign>[-–+])\s*(?P<amount>\d{{1,3}})\b", re.I
)
_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\[([^\[\]]{1,160})\]")
#: "(10')": minutes.
_MINUTES = re.compile(r"(?P<amount>\d{1,3})\s*['’′]")
#: Where a time may begin outside brackets: after a bound, or where its words leave no doubt.
_PROSE = re.compile(
    rf"(?:{_BOUND}|dalam(?:\s+jangka)?\s+waktu|selama|±)\s*:?\s*(?={_NUM})"
    rf"|(?<![\w,.])(?={_NUM}\s*{_UNIT}\s+(?:kerja|kalender|setelah|sejak|sebelum)\b)"
    rf"|(?<![\w,.])(?={_NUM}\s*[x×]\s*{_NUM}\s*{_UNIT})"
    rf"|(?:[|:–—,-]\s+)(?={_NUM}\s*{_UNIT}\s*(?:(?:/|per\s)\s*[^\W\d][^\d,;.()]*)?(?:[.;:]?\s*$|\.\s+(?-i:[A-Z])))",
    re.I,
)
#: A time that ends a line by itself: "menandatangani surat 5 (lima) menit".
_LAST = re.compile(rf"(?<=\s)(?!se)(?={_NUM}\s*(?:detik|menit|mnt|jam|hari)\s*[.;:]?\s*$)", re.I)
#: Words before which such a time says when or how often, not how long.
_NOT_LASTING = frozenset(
    "dari setelah sesudah sebelum setiap tiap per pukul kali ke usia berlaku berumur berusia atau "
    "dan antara sampai nomor siaga buka dibuka piket aktif nonstop beroperasi".split()
)
#: Before a time for which something holds, or after which a case sets in, no step lasts as long.
_NO_LENGTH = re.compile(
    r"\b(?:berlaku(?:nya)?|berusia|berumur|yang\s+(?:tidak|belum)\s+\w+)\s+"
    rf"(?:untuk\s+|selama\s+|dalam\s+(?:jangka\s+)?waktu\s+|{_BOUND}\s+)*$",
    re.I,
)
_HAS_NUMBER = re.compile(
    rf"\d|[½¼¾]|\b(?:{_WORDS}|se(?:jam|hari|minggu|bulan|tahun|kali|tiap))\b", re.I
)
_CLAUSE_END = re.compile(r"(?=[,;.()](?:\s|$))|\Z")
_LONGEST, _LONGEST_CLAUSE = 160, 200


def parse_duration(text: str) -> Duration | None:
    """Read the whole text (a bracket's content) as a time; None when it is none."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    body = as_written(text).rstrip(" .;:")
    if not _HAS_NUMBER.search(body):
        return None
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(body):
            return read(text, match)
    if found := _by_case(text, body):
        return found
    match = _TIME.match(body)  # "(3 hari kerja apabila berkas lengkap)"
    return _from_time(text, match) if match and body[match.end()] in " ,;" else None


def _by_case(text: str, body: str) -> Duration | None:
    """Read "1 hari untuk dalam kota, 3 hari untuk luar kota" as from 1 to 3 hari."""
    parts = re.split(r"[,;]\s|\satau\s", body)
    times = [list(_PLAIN_TIME.finditer(part)) for part in parts]
    if len(parts) == 1 or any(len(found) != 1 for found in times):
        return None
    marks = {(one["unit"].lower(), (one["calendar"] or "").lower()) for (one,) in times}
    name, calendar = marks.pop()
    unit, factor = _UNITS[name]
    low, *_, high = sorted(_scaled(one["amount"], factor) for (one,) in times)
    if marks or low == high:
        return None
    return Duration(text, high, unit, _CALENDARS.get(calendar), minimum=low)


def find_duration(text: str) -> tuple[Duration, tuple[int, int]] | None:
    """Return the first time a text sets, with the span of its bracket or of its words."""
    for bracket in _BRACKET.finditer(text):
        duration = parse_duration(bracket[1] or bracket[2] or "")
        if duration and not _spells_a_number(text[: bracket.start()], duration):
            return duration, bracket.span()
    return _in_prose(text)


def _in_prose(text: str) -> tuple[Duration, tuple[int, int]] | None:
    if not _HAS_NUMBER.search(text):
        return None
    if match := _H_DAY.search(text):
        return _from_h_day(match[0].strip(), match), match.span()
    for start in _PROSE.finditer(text):
        begin = start.start() if start[0].strip(" :–—,-") else start.end()
        match = _TIME.match(text, begin)
        if match and not _NO_LENGTH.search(text, 0, begin):
            if match["after"] or match["before"] or match["per"]:
                match = _whole_clause(text, begin) or match
            return _from_time(match[0].strip(), match), match.span()
    if match := _OFTEN.search(text):
        return _from_frequency(match[0], match), match.span()
    return _at_end(text)


def _at_end(text: str) -> tuple[Duration, tuple[int, int]] | None:
    """Read a time that closes a text without any sign that a time follows."""
    last = _LAST.search(text)
    if last is None or text[: last.start()].split()[-1].casefold() in _NOT_LASTING:
        return None
    match = _TIME.match(text, last.start())
    return (_from_time(match[0].strip(), match), match.span()) if match else None


def _whole_clause(text: str, begin: int) -> re.Match[str] | None:
    """Read an open tail ("setelah ...") to the end of its clause; a long one is cut at a space."""
    stop = len(text)
    if stop - begin > _LONGEST_CLAUSE:
        stop = text.rfind(" ", begin, begin + _LONGEST_CLAUSE)
    ends = (end.start() for end in _CLAUSE_END.finditer(text, begin, stop))
    return next((match for end in ends if (match := _TIME.fullmatch(text, begin, end))), None)


def _spells_a_number(before: str, duration: Duration) -> bool:
    """Tell a bracket that repeats the number before it: "3 (tiga hari)", not "Loket 1 (5 ..."."""
    return before.split()[-1:] == [f"{duration.amount}"]


def _from_time(text: str, match: re.Match[str]) -> Duration:
    unit, factor = _UNITS[match["unit"].lower()]
    calendar = _CALENDARS.get((match["calendar"] or "").lower())
    amount = _scaled(match["amount"], factor)
    if match["rest"] and unit is TimeUnit.JAM:
        amount += _number(match["rest"]) / 60
    times = int(_number(match["times"])) if match["times"] else None
    if times and unit is TimeUnit.JAM and amount == 24 and calendar is None:  # noqa: PLR2004
        calendar = "calendar"  # "3 x 24 jam" runs by the clock
    duration = Duration(
        text=text,
        amount=amount,
        unit=unit,
        calendar=calendar,
        times=times,
        per=_stripped(match["per"]),
        minimum=_minimum(match, unit),
        bound="max" if match["bound"] else None,
        after=_stripped(match["after"]),
    )
    return _before_event(duration, match) if match["before"] else duration


def _before_event(duration: Duration, match: re.Match[str]) -> Duration:
    """Count "3 hari sebelum pelaksanaan" back from the event, in working days unless said."""
    if duration.unit is None or duration.amount is None or duration.amount % 1:
        return duration
    calendar = duration.calendar or "working"
    offset = Offset(-int(duration.amount), duration.unit, calendar, match["before"].strip())
    return replace(duration, amount=None, unit=None, calendar=None, offset=offset)


def _from_h_day(text: str, match: re.Match[str]) -> Duration:
    days = int(match["amount"]) * (1 if match["sign"] == "+" else -1)
    offset = Offset(days, TimeUnit.HARI, "calendar", "Hari H")
    return Duration(text, bound="max" if match["bound"] else None, offset=offset)


def _from_frequency(text: str, match: re.Match[str]) -> Duration:
    del match
    return Duration(text, frequency=text)


def _from_minutes(text: str, match: re.Match[str]) -> Duration:
    return Duration(text, Decimal(match["amount"]), TimeUnit.MENIT)


def _from_rate(text: str, match: re.Match[str]) -> Duration:
    rate = Rate(_number(match["amount"]), match["what"].strip(), TimeUnit(match["per"].lower()))
    return Duration(text, rate=rate)


#: The forms of a time and their readers, in the order in which they are tried.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Duration]], ...] = (
    (_H_DAY, _from_h_day),
    (_TIME, _from_time),
    (_FREQUENCY, _from_frequency),
    (_RATE, _from_rate),
    (_MINUTES, _from_minutes),
)


def _stripped(text: str | None) -> str | None:
    return text.strip() if text else None


def _minimum(match: re.Match[str], unit: TimeUnit) -> Decimal | None:
    """Return the lower end of a range in the unit of its upper end."""
    if not match["min"]:
        return None
    other, factor = _UNITS[(match["minunit"] or match["unit"]).lower()]
    share = Fraction(1) if other is unit else _SHARES.get((other, unit))
    return _scaled(match["min"], factor * share) if share else None


def _scaled(text: str, factor: Fraction) -> Decimal:
    return _number(text) * factor.numerator / factor.denominator


def _number(text: str) -> Decimal:
    """Read "2,5", "1½", "3 (tiga)", "setengah" or the "se" of "sehari"."""
    text = re.sub(r"\([^)]*\)", "", text).strip().casefold()
    if text in _NUMBER_WORDS:
        return Decimal(_NUMBER_WORDS[text])
    if text == "se":
        return Decimal(1)
    for sign, value in _FRACTIONS.items():
        if text.endswith(sign):
            whole = text[: -len(sign)].strip()
            return Decimal(value) + Decimal(whole or 0)
    return Decimal(text.replace(",", "."))
