"""Who is named behind the deeds of complaint sections, and who there only complains."""

from __future__ import annotations

import re

from knowledge.reading.name_lists import name_list

#: Those who complain: they receive, handle and delegate nothing.
COMPLAINS = re.compile(
    r"(?:para\s+)?(?:pelapor|pengadu|pemohon|pengguna|penerima|masyarakat|warga|konsumen|pelanggan|pasien"
    r"|peserta|penyewa|peminjam|nasabah|pengunjung|yang\s+bersangkutan)\b",
    re.I,
)
_CAPITALS = re.compile(r"[A-Z]\w+(?:\s+(?:dan\s+)?[A-Z]\w*){0,7}")
#: Who only helps: "ditangani oleh Kepala Seksi X beserta Perawat".
_TOGETHER = re.compile(r"\s(?:beserta|bersama(?:-sama)?|dibantu|didampingi)\b", re.I)
#: Bodies of which no list of posts knows: "Komite Etik", "Majelis Kehormatan".
_BODY = re.compile(
    r"(?:Komite|Komisi|Majelis|Dewan|Panitia|Inspektorat|Satuan|Satgas|Tim|Unit|Ombudsman|Badan|Polisi"
    r"|Kepolisian|Polsek|Polres|Dinas|Pengamat|Auditor|Penasihat)\b"
)


def posts_at(text: str) -> tuple[str, ...]:
    """Return the posts that begin a text, or what is written there like one ("Manajer Mutu")."""
    text = _TOGETHER.split(text, maxsplit=1)[0]
    names = tuple(name_list(text, 0))
    if names:
        return names if names[0][:1].isupper() else ()
    like_one = _CAPITALS.match(text)
    return (like_one[0].strip(),) if like_one else ()


def is_known(text: str) -> bool:
    """Say whether a text begins with what is known to name a post or a body."""
    return bool(name_list(text, 0)) or bool(_BODY.match(text))
