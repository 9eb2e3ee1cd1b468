"""Names of posts, units and roles in running text, and lists of them.

A name is a head word ("Kepala", "Biro", "staf" ...) and the words that belong to it: "dan" and
commas may stand inside ("Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\s,/;:.()]+(?:\.(?=\w))?[^\s,/;:.()]*|[,/;:.()]")

#: Words that begin the name of a post, a unit or a role. Lower case; data, to be extended.
HEADS = frozenset(
    """
    admin administrator agen ajudan ajun analis anggota arsiparis asisten atasan auditor badan bagian
    balai bapak bendahara bidan bidang biro bupati bupati/wali camat caraka customer dekan deputi
    deputy dinas direktorat direktur divisi dokter dosen evaluator fasilitator front gubernur guru
    inspektorat inspektur instruktur jaksa juru kabag kabid kabiro kadis kaprodi kantor kasi kasie
    kasubag kasubbag kasubbid kasubdit kementerian kepala ketua kepaniteraan koordinator kurir lurah
    loket menteri moderator mahasiswa narasumber notulen notulis operator organisasi panitera
    panitia pegawai pejabat pelaku pelapor pelaksana pembina pemeriksa pemohon penanggung penata
    penanggungjawab pendamping peneliti penelaah pengadministrasi pengadu pengarah pengawas pengelola
    pengemudi pengguna pengolah pengusul penilai penyelia penyelenggara penyuluh penyusun perancang
    perawat peserta petugas pihak pimpinan pokja pranata presiden ppk pptk protokoler psikolog pusat
    rektor resepsionis satgas satpam satuan sekretariat sekretaris seksi setmensesneg staf staff
    subbag subbagian subbidang subdirektorat subkoordinator sub supervisor surveior teknisi tim
    tamu tenaga tu unit upt verifikator validator wakil wali walikota widyaiswara wajib warga
    """.split()
)
#: Heads that name a unit, whose name may hold "dan" and commas.
_UNITS = frozenset(
    "biro bagian subbagian subbag bidang seksi dinas badan kantor balai direktorat pusat "
    "inspektorat sekretariat divisi deputi deputy deputinya kementerian subbidang sub".split()
)
_ROLES_BEFORE_WORDS = frozenset(
    "unit satuan pimpinan petugas tim panitia pejabat pegawai pihak anggota staf staff ketua "
    "koordinator pengguna pemohon operator loket kepala tenaga penanggung atasan wajib pelaksana "
    "pengelola verifikator customer front peserta admin sekretaris bendahara penyelenggara".split()
)
_ATTRIBUTES = frozenset({"terkait", "bersangkutan", "masing-masing", "setempat", "tersebut", "berwenang"})
_DOCUMENTS = frozenset(
    "surat memorandum keputusan laporan nota rancangan salinan dokumen undangan peraturan "
    "permensesneg kepmensesneg standar sop disposisi".split()
)
_STOP = re.compile(
    r"(?:me(?:m|n|ng|ny|l|r|w|y)\w|di\w{3}|ber\w{3}|ter\w{3}|untuk$|yang$|dan$|atau$|serta$|di$|ke$|"
    r"dari$|oleh$|kepada$|pada$|atas$|dengan$|dapat$|akan$|secara$|juga$|dalam$|agar$|sesuai$|"
    r"adalah$|tentang$|sebagai$|bersama|beserta$|wajib$|harus$|setelah$|sebelum$|apabila$|maka$|"
    r"melalui$|telah$|sudah$|belum$|hanya$|selaku$|guna$|per$|ikut$)"
)
_OFFICERS = frozenset("menteri sekretaris staf deputi deputy direktur presiden wakil inspektur".split())
_DISTRIBUTES = re.compile(
    r"(?P<prefix>(?:(?:Kepala|Staf|Kasubbag|Kasubag|Kabag)\s+)?(?:Subbagian|Subbag|Sub\s?Bagian|Bagian)?\s*"
    r"(?:TU|Tata\s+Usaha))\s+(?=(?:Menteri|Sekretaris|Staf\s+Ahli|Deputi|Deputy|Direktur|Wakil|Presiden)\b)",
    re.I,
)
_LOWER_PREFIX = re.compile(r"(?P<prefix>(?:pimpinan|pejabat|pegawai|kepala))\s+(?:satuan|unit)\b", re.I)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation sign with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tokenize(text: str) -> list[Token]:
    """Split a text into words and punctuation."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def is_head(token: Token) -> bool:
    """Whether a name of a post, unit or role can begin here."""
    return token.folded in HEADS


def read_name(tokens: list[Token], start: int) -> int:
    """Return the index after the name that begins at `start`, or `start` if none does."""
    if start >= len(tokens) or not is_head(tokens[start]):
        return start
    at = start + 1
    role = tokens[start].folded in _ROLES_BEFORE_WORDS
    while at < len(tokens):
        token = tokens[at]
        if token.capital and not (token.folded in _DOCUMENTS and at > start):
            at += 1
        elif token.folded in _ATTRIBUTES:
            at += 1
        elif inside := _joined(tokens, start, at):
            at = inside
        elif role and token.text[0].isalpha() and not _STOP.match(token.folded):
            at += 1
        else:
            break
    return at


def _joined(tokens: list[Token], start: int, at: int) -> int | None:
    """Return the index after "dan X" or ", X, dan Y" inside a unit's name, or None."""
    if not any(t.folded in _UNITS for t in tokens[start:at]):
        return None
    if tokens[at].folded in ("dan", "&"):
        return _capitals(tokens, at + 1)
    if tokens[at].text != ",":
        return None
    while at < len(tokens) and tokens[at].text == ",":
        at += 1
        if at < len(tokens) and tokens[at].folded == "dan":
            return _capitals(tokens, at + 1)
        following = _capitals(tokens, at)
        if following is None:
            return None
        at = following
    closing = at < len(tokens) and tokens[at].folded == "dan"
    return _capitals(tokens, at + 1) if closing else None


def _capitals(tokens: list[Token], at: int) -> int | None:
    """Return the index after a run of capital words that is no name of its own."""
    begin = at
    while at < len(tokens) and tokens[at].capital and tokens[at].folded not in _DOCUMENTS:
        if at == begin and is_head(tokens[at]):
            return None
        at += 1
    return at if at > begin else None


def distribute(names: list[str]) -> list[str]:
    """Give a shared beginning to each name: "Kasubbag TU Menteri" / "Sekretaris" -> both TU."""
    if len(names) < 2:
        return names
    if match := _DISTRIBUTES.match(names[0]):
        rest = names[1:]
        if all(n.split()[0].casefold() in _OFFICERS and not _DISTRIBUTES.match(n) for n in rest):
            return [names[0], *(f"{match['prefix']} {name}" for name in rest)]
    if match := _LOWER_PREFIX.match(names[0]):
        return [names[0]] + [
            f"{match['prefix']} {n}" if n.casefold().startswith(("unit ", "satuan ")) else n
            for n in names[1:]
        ]
    return names


def split_list(text: str) -> tuple[str, ...]:
    """Split "Kepala A, Kepala B dan C, serta pegawai yang ..." at the names that begin in it.

    A clause that begins with "yang" belongs whole to its name; a paragraph about "seluruh
    pejabat/pegawai ..." stays one element.
    """
    tokens = tokenize(text)
    cuts = [0]
    at = 0
    while at < len(tokens) and tokens[at].folded != "yang":
        after = read_name(tokens, at)
        begin = at
        at = max(after, at + 1)
        while at < len(tokens) and tokens[at].folded in (",", "dan", "serta", "&"):
            at += 1
        if at < len(tokens) and at > max(after, begin + 1) and is_head(tokens[at]):
            cuts.append(tokens[at].start)
    bounds = [*cuts, len(text)]
    parts = [text[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
    return tuple(re.sub(r"(?:,|\s|\b(?:dan|serta)\b|&)+$", "", part).strip() for part in parts)
