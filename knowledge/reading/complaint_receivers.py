"""Who receives complaints first: by the surest wording that a complaint section has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.model import Source
from knowledge.reading.complaint_posts import COMPLAINS
from knowledge.reading.posts import Token, read_name, tokenize

Lines = list[tuple[str, Source]]

_HANDED = re.compile(
    r"\bdi(?:sampaikan|serahkan|tujukan|ajukan|alamatkan|teruskan|kirimkan|kirim|laporkan|terima"
    r"|tampung|layani)\b",
    re.I,
)
_TO = re.compile(r"\b(?:kepada|pada|ke|oleh)\s+", re.I)
_TAKES = re.compile(
    r"\b(?:menerima|menampung|mencatat|meregistrasi|mengelola)\s+(?:dan\s+\w{6,20}\s+)?"
    r"(?P<each>(?:setiap|semua|seluruh)\s+)?(?:pengaduan|keluhan|masukan|aduan|saran)",
    re.I,
)
#: "Penerima pengaduan: Kasubbag Umum".
_RECEIVER = re.compile(
    r"\bpenerima\s+(?:pengaduan|keluhan|aduan|masukan|laporan)\s*(?::|adalah\b|ialah\b|yaitu\b)\s*",
    re.I,
)
#: "Pelapor menyampaikan pengaduan kepada ...", "Sampaikan pengaduan kepada ...": one who uses the
#: service, not an official.
_USER_SENDS = re.compile(
    r"\W*(?:(?:silakan\s+)?(?:sampaikan|kirim(?:kan)?|ajukan|adukan|laporkan)\b|(?:para\s+)?(?:pelapor|pengadu|pemohon|pengguna|penerima|masyarakat|warga|konsumen|pelanggan)"
    r"\b[^.;]{0,60}?\b(?:menyampaikan|mengajukan|mengirim(?:kan)?|menyerahkan|melapor(?:kan)?|mengadu(?:kan)?)\b)",
    re.I,
)
#: What one goes to, and nobody who receives: "kepada X melalui loket".
_COUNTER = re.compile(
    r"(?:loket|meja|kasir|front|customer|kotak|pusat\s+(?:panggilan|kontak|layanan))\b", re.I
)
_CONTACT = re.compile(r"\b(?:(?:meng)?hubungi|(?:men)?temui)\s+(?=(?-i:[A-Z]))", re.I)
#: Who writes it down takes it in, where nobody is said to receive it.
_RECORDED = re.compile(
    r"\bdi(?:catat|registrasi|register|agendakan|administrasikan|himpun|rekap|kumpulkan)(?:kan)?"
    r"(?:\s+dan\s+di\w{3,20}(?:\s+(?!oleh)\w+){0,3})?\s+oleh\s+",
    re.I,
)
#: Who empties the box takes in what lies there: "Kotak saran dibuka setiap Jumat oleh X".
_BOX = re.compile(
    r"\bkotak\s+(?:saran|pengaduan|aduan|keluhan|masukan)\b[^.;]{0,40}?\bdi(?:buka|periksa|cek|ambil|kosongkan"
    r"|rekap|himpun|kumpulkan)\b[^.;]{0,50}?\soleh\s+(?=(?-i:[A-Z]))",
    re.I,
)
_RECEIVED = re.compile(r"\bdi(?:terima|tampung|layani)$", re.I)
_PASSED = re.compile(r"di(?:teruskan|serahkan|sampaikan)", re.I)
_BEGINS = re.compile(r"(?:(?:langsung\s+)?(?:kepada|ke)\s+)?(?=(?-i:[A-Z]))", re.I)
#: What stands behind one who is only named: how to reach him, or nothing.
_REACHED = re.compile(
    r"\s*(?:[.;]?\s*$|[,:(–-]?\s*(?:(?:dengan|melalui|lewat|via|di)\s+)?(?:nomor\s+|no\.?\s+)?"
    r"(?:telepon|telp|tlp|tel\b|hp\b|wa\b|whats\s?app|sms\b|pesawat|ext|e-?mail|surel|pos-?el|loket|ruang"
    r"|kotak|\(?0\d|\+62))",
    re.I,
)
_NEAR = 120
_LONGEST_NAME = 300
_VIA = re.compile(r"\bmelalui\s+", re.I)
#: "kepada X atau melalui Y" is another way, and Y gets nothing that is addressed to X.
_ADDRESSED_VIA = re.compile(r"(?<!\batau\s)\bmelalui\s+", re.I)
_DEALT_WITH = re.compile(r"\bdi(?:tindaklanjuti|tangani|selesaikan|proses|jawab)\b", re.I)


@dataclass(frozen=True, slots=True)
class Receiver:
    """The receiving post; where "melalui" names it, the addressee that stands before that."""

    post: str
    via: str | None = None
    addressed_to: str | None = None


def read_receiver(lines: Lines) -> tuple[Receiver | None, Source | None]:
    """Return the receiver by the surest wording that a line has, and where it stands."""
    for read in _READERS:
        for text, source in lines:
            receiver = read(text)
            if receiver and not COMPLAINS.match(receiver.post):
                return receiver, source
    return None, None


def _named_receiver(text: str) -> Receiver | None:
    """Read "Penerima pengaduan: X"."""
    label = _RECEIVER.search(text)
    named = first_post(text, label.end()) if label else None
    return Receiver(named) if named else None


def _sent(text: str) -> Receiver | None:
    """Read "Pelapor menyampaikan pengaduan kepada X"."""
    sends = _USER_SENDS.match(text)
    to = _TO.search(text, sends.end(), sends.end() + _NEAR) if sends else None
    named = first_post(text, to.end()) if to else None
    return Receiver(named) if named else None


def _addressed(text: str) -> Receiver | None:
    """Read "disampaikan kepada X" and "diserahkan pada Y melalui X"."""
    deed = _HANDED.search(text)
    if deed is None or (_PASSED.match(deed[0]) and _BOX.search(text, 0, deed.start())):
        return None
    taker = first_post(text, deed.end()) if _RECEIVED.search(deed[0]) else None
    if taker:
        return Receiver(taker)
    dealt = _DEALT_WITH.search(text, deed.end())
    end = min(deed.end() + _NEAR, dealt.start() if dealt else len(text))
    for to in _TO.finditer(text, deed.end(), end):
        if (named := first_post(text, to.end())) and not _COUNTER.match(named):
            through = _ADDRESSED_VIA.search(text, to.end())
            via = first_post(text, through.end()) if through else None
            # else a place or a channel ("loket")
            if via and through and via[0].isupper() and not _COUNTER.match(via):
                return Receiver(via, via, text[to.end() : through.start()].strip())
            return Receiver(named)
    return None


def _taking(text: str) -> Receiver | None:
    """Read "X menerima pengaduan"."""
    named = first_post(text, 0) if _TAKES.search(text) else None
    return Receiver(named) if named else None


def _recorded(text: str) -> Receiver | None:
    """Read "Keluhan dicatat oleh X"."""
    deed = _RECORDED.search(text)
    named = first_post(text, deed.end()) if deed else None
    return Receiver(named) if named else None


def _emptying(text: str) -> Receiver | None:
    """Read "Kotak saran dibuka setiap Jumat oleh X"."""
    box = _BOX.search(text)
    named = first_post(text, box.end()) if box else None
    return Receiver(named) if named else None


def _contacted(text: str) -> Receiver | None:
    """Read "Hubungi X, pesawat 107" and "Peserta menghubungi X"."""
    contact = _CONTACT.search(text)
    named = first_post(text, contact.end()) if contact else None
    return None if named is None or _COUNTER.match(named) else Receiver(named)


def _through(text: str) -> Receiver | None:
    """Read "melalui X" alone."""
    for through in _VIA.finditer(text):
        via = first_post(text, through.end())
        if via and not _COUNTER.match(via):
            return Receiver(via, via)
    return None


def _standing_first(text: str) -> Receiver | None:
    """Read "Sekretaris Dinas, telepon 0322-4455", and nothing else said of anybody."""
    begins = _BEGINS.match(text)
    named = first_post(text, begins.end()) if begins else None
    if begins is None or named is None or _COUNTER.match(named) or not named[0].isupper():
        return None
    return Receiver(named) if _REACHED.match(text, begins.end() + len(named)) else None


def first_post(text: str, start: int) -> str | None:
    """Return the first post that a text names from some place on, or None."""
    tokens: list[Token] = tokenize(text[start : start + _LONGEST_NAME])
    end = read_name(tokens, 0)
    return text[start + tokens[0].start : start + tokens[end - 1].end] if end else None


#: The surest first: who has a box beside a counter is named only where nobody receives.
_READERS = (
    _named_receiver, _addressed, _sent, _taking, _recorded, _emptying, _contacted, _through,
    _standing_first,
)  # fmt: skip
