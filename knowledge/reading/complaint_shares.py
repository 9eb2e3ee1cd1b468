"""One sentence that shares complaints out among several posts, said as one sentence for each.

"Sekretaris meneruskan pengaduan tentang A kepada X dan pengaduan tentang B kepada Y" and "...
kepada X untuk soal A dan kepada Y untuk soal B": else the first post would have them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.reading.complaint_posts import COMPLAINS, is_known, posts_at
from knowledge.reading.complaint_receivers import first_post
from knowledge.reading.complaint_words import COMPLAINT, of_all
from knowledge.reading.name_lists import names_from
from knowledge.reading.posts import is_head, tokenize

_SEVERAL = 2
_DEED = (
    r"(?:wajib\s+|dapat\s+)?(?:di(?:tangani|tindak\s?lanjuti|selesaikan|proses|kelola|jawab|tanggapi|periksa|urus"
    r"|(?:terus|limpah|serah|delegasi|disposisi|tuju|sampai|lapor|aju)kan)|menjadi\s+(?:tanggung\s+jawab|kewenangan))"
)
#: What stands between a kind and its post: "ditangani oleh", "kepada", ":".
_ARROW = re.compile(
    rf"(?:\s+{_DEED})?(?:\s+langsung)?(?:\s+(?:kepada|ke|oleh)|\s*:)\s+(?=(?-i:[A-Z]))"
    rf"|\s+{_DEED}\s+(?=(?-i:[A-Z]))",
    re.I,
)
_NAMING = (
    r"(?:tentang|mengenai|terkait(?:\s+dengan)?|perihal|seputar|soal|menyangkut|(?:yang\s+)?berkaitan\s+dengan"
    r"|(?:urusan|bidang)(?=\s+[a-z])"
    r"|yang\s+(?:menyangkut|bersifat|berisi|berupa)|atas|terhadap)"
)
_PART = (
    r"(?:layanan|pelayanan|wilayah|daerah|kecamatan|kelurahan|desa|kategori|tingkat|rawat|kasus)"
)
_KIND = re.compile(
    rf"(?:(?:khusus|untuk)\s+)?(?:penanganan\s+)?(?:{COMPLAINT}\s+(?:yang\s+)?(?:{_NAMING}\s+|untuk\s+|dari\s+(?={_PART}\s)"
    rf"|dengan\s+(?=kategori\s))?|(?:yang\s+)?{_NAMING}\s+|untuk\s+(?={_PART}\s)|(?=kategori\s)"
    r"|(?=(?:selain\s+itu|selebihnya|sisanya|lainnya)\b))",
    re.I,
)
_JOIN = re.compile(r"[\s,;.)]*(?:(?:dan|serta|sedangkan|sementara|adapun)\s+)?", re.I)
_REST = re.compile(r"(?:yang\s+)?(?:lain(?:nya|-lain)?|selain\s+itu|selebihnya|sisanya|umum)", re.I)
#: What is told of how a complaint is made or treated is no kind of them.
_NO_KIND = re.compile(
    r"(?:yang|anda|dapat|wajib|harus|akan|secara|melalui|lewat|(?:ter)?tulis|lisan|langsung|tersebut|ini"
    r"|itu|dan|atau|dari|untuk|kepada|masyarakat|warga|pemohon|pelanggan|pengguna|sebagaimana|paling"
    r"|masuk|tidak|belum|di(?:terima|catat|tampung|pilah|buat))\b|.*\b(?:di\w{3,}(?:kan|i)|me[mnlry]\w{4,}|(?:tidak|belum)\s+(?:puas|selesai|tuntas))\b",
    re.I | re.S,
)
#: Who hands them on: "diteruskan Sekretaris Dinas kepada X untuk A dan kepada Y untuk B".
_PASSED_BY = re.compile(
    r"\bdi(?:terus|limpah|disposisi|delegasi|serah|sampai)kan\s+(?:oleh\s+)?(?=(?-i:[A-Z]))", re.I
)
_LONGEST = 120
#: How far the posts at a place can reach: reading on to the end at each would take quadratic time.
_AHEAD = 400
#: What leads to a post that its kind follows: "kepada X untuk soal A".
_LEAD = re.compile(
    r"(?:^|\b(?:kepada|ke|oleh|menugaskan|menugasi|menunjuk|memerintahkan|dan|serta|atau|sedangkan)\s|[,;]\s)"
    r"(?=(?-i:[A-Z]))",
    re.I,
)
_TRAILING = re.compile(
    r"[\s,;]*(?:(?:dan|serta|atau|sedangkan|kepada|ke|oleh)\s*)*[.;,]?\s*$", re.I
)
_BEHIND = re.compile(
    r",?\s+(?:(?:untuk|bagi|khusus|apabila|jika|bila|kalau|sebagai\s+(?:penanggung\s+jawab|penangan|pengelola))\s+)+"
    r"(?:(?:menangani|menindaklanjuti|menyelesaikan|penanganan)\s+)?"
    rf"(?:{COMPLAINT}\s+(?:yang\s+)?(?:{_NAMING}\s+)?|(?:yang\s+)?{_NAMING}\s+|hal\s+"
    r"|(?=(?:pe)?layanan\s+(?:(?:nomor|angka|huruf|ke)\W+)?(?:\d|[A-Z]\b|[IVX]+\b)))(?P<about>[^.;:()]+)"
    r"|\s*\((?P<aside>(?-i:[a-z])[^()\d]+)\)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Share:
    """What one post gets of the complaints that a sentence shares out."""

    about: str
    names: tuple[str, ...]

    def said(self) -> str:
        """Return it as a sentence; the service as a whole, or what is left, is no kind."""
        whole = of_all(self.about) or _REST.fullmatch(self.about)
        kind = "" if whole else f"mengenai {self.about} "
        return f"Pengaduan {kind}ditangani oleh {' dan '.join(self.names)}."


def shared_out(text: str) -> list[Share]:
    """Return the shares of a sentence with what each is about, or none if it tells of no two."""
    shares, _ = _kinds_first(text)
    return shares or _posts_first(text)[0]


def said_apart(text: str) -> list[str]:
    """Return a sentence for each share, and one for who has them all at first; none for others."""
    shares, begin = _kinds_first(text)
    if not shares:
        shares, begin = _posts_first(text)
    if not shares:
        return []
    before = text[:begin].strip(" ,;:")
    passes = _PASSED_BY.search(before)
    giver = (
        first_post(before, passes.end() if passes else 0) if passes or is_known(before) else None
    )
    if giver and not COMPLAINS.match(giver) and not re.search(r"\bmenerima\b", before):
        before = f"Pengaduan dicatat oleh {giver}."
    return [*([before] if before else []), *(share.said() for share in shares)]


def _kinds_first(text: str) -> tuple[list[Share], int]:
    """Return the shares of "A kepada X dan B kepada Y", and where the first begins."""
    shares: list[Share] = []
    begin = at = 0
    for arrow in _ARROW.finditer(text):
        names, end = _posts(text, arrow.end())
        if arrow.start() < at or not names:
            continue
        kind = _kind_at(text, at, arrow.start(), anywhere=not shares)
        if kind is None and shares:
            return [], 0  # somebody else is named who gets no share
        if kind:
            begin = begin if shares else kind[0]
            shares.append(Share(kind[1], names))
        at = end
    return (shares, begin) if _differ(shares) else ([], 0)


def _kind_at(text: str, at: int, end: int, *, anywhere: bool) -> tuple[int, str] | None:
    """Return where a kind begins that ends at a place, and what it is about."""
    joined = _JOIN.match(text, at, end)
    start = joined.end() if joined else at
    found = (
        _KIND.finditer(text, start, end)
        if anywhere
        else filter(None, [_KIND.match(text, start, end)])
    )
    for lead in found:
        about = text[lead.end() : end].strip(" ,;:")
        if _is_kind(about) and (lead.start() == 0 or not text[lead.start() - 1].isalnum()):
            return lead.start(), about
    return None


def _posts_first(text: str) -> tuple[list[Share], int]:
    """Return the shares of "X untuk A dan Y untuk B", and where the first begins."""
    posts = list(_posts_led(text))
    shares: list[Share] = []
    begin = 0
    for number, (start, names, end) in enumerate(posts):
        last = number + 1 == len(posts)
        rest = text[end : len(text) if last else posts[number + 1][0]]
        behind = _BEHIND.fullmatch(_TRAILING.sub("", rest))
        about = (behind["about"] or behind["aside"]).strip(" ,") if behind else ""
        if behind and _is_kind(about):
            begin = begin if shares else start
            shares.append(Share(about, names))
        elif shares:
            return [], 0
    return (shares, begin) if _differ(shares) else ([], 0)


def _posts_led(text: str) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """Yield each post that something leads to, with where it begins and ends."""
    at = 0
    for lead in _LEAD.finditer(text):
        names, end = _posts(text, lead.end())
        if names and lead.end() >= at:
            yield lead.start(), names, end
            at = end


def _posts(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the known posts that stand at a place, and where they end."""
    ahead = text[start : start + _AHEAD]
    names = posts_at(ahead) if is_known(ahead) else ()
    tokens = tokenize(ahead)
    if not names or not tokens:
        return (), start
    end = names_from(tokens, 0, ahead)[1] if is_head(tokens[0]) else 0
    return names, start + (tokens[end - 1].end if end else len(names[0]))


def _is_kind(about: str) -> bool:
    return 1 < len(about) <= _LONGEST and not _NO_KIND.match(about)


def _differ(shares: list[Share]) -> bool:
    """Say whether several posts have each what no other has."""
    names = {share.names for share in shares}
    return len(names) >= _SEVERAL and len({share.about for share in shares}) == len(shares)
