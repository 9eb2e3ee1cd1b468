"""The words of complaint sections that several of their readers share, and what a subject tells."""

from __future__ import annotations

import re

from knowledge.reading.posts import is_head, is_person, tokenize

ABOUT = (
    r"(?:tentang|mengenai|terkait(?:\s+dengan)?|perihal|seputar|soal"
    r"|yang\s+(?:menyangkut|berkaitan\s+dengan|memuat|berisi|mengandung|berupa|bersifat|tergolong)|menyangkut|berkaitan\s+dengan|(?:di\s+)?bidang"
    r"|atas|terhadap)"
)
#: Who sees to complaints, as a label or a column's head says it: "Petugas", "PIC".
DOER = r"(?:petugas|pelaksana|pejabat|penanggung\s*jawab|penang(?:an|gung)\w*|pic|unit)"
#: A complaint by one of its names.
ONE = r"(?:pengaduan|keluhan|aduan|laporan)"
_SUGGESTED = r"(?:masukan|saran|usul(?:an)?)"
_TOLD = r"(?:pengaduan|keluhan|aduan|laporan|komplain|sanggahan|keberatan)"
_AND = r"(?:\s*[,/]\s*|\s+)(?:(?:dan|atau|serta|dan/atau|maupun)\s+)?"
#: "pengaduan", "saran dan masukan", "keluhan/pengaduan".
COMPLAINT = rf"(?:{_TOLD}|{_SUGGESTED})(?:{_AND}(?:{_TOLD}|{_SUGGESTED})\b){{0,4}}"
#: Suggestions, and no complaints beside them.
SUGGESTION = rf"{_SUGGESTED}(?:{_AND}{_SUGGESTED}\b){{0,3}}(?!{_AND}{_TOLD})"

#: What was not settled, and goes on to somebody else.
UNSETTLED = re.compile(
    r"\b(?:tidak|belum)\s+(?:(?:dapat|juga|bisa|ada|merasa|mendapat|menerima|memperoleh)\s+)*"
    r"(?:di(?:selesaikan|tindaklanjuti|tanggapi|tangani|jawab|proses)|(?:ter)?selesai(?:kan)?|tuntas|puas"
    r"|tanggapan|jawaban|penyelesaian|tindak\s+lanjut)"
    r"|\bkurang\s+puas\b|\bketidakpuasan\b|\bkeberatan\s+(?:dengan|atas|terhadap)\s+(?:jawaban|tanggapan"
    r"|(?:hasil\s+)?(?:penyelesaian|penanganan|tindak\s+lanjut))",
    re.I,
)

_BY_WHOM = (
    r"(?:(?:dari\s+|oleh\s+)?(?:warga|masyarakat|pelanggan|pengguna(?:\s+layanan)?|pemohon|pasien|peserta"
    r"|pegawai|publik|konsumen)\s+)?"
)
_NAMED = re.compile(rf"\b{COMPLAINT}\s+{_BY_WHOM}(?:yang\s+)?{ABOUT}\s+(?P<about>.+)", re.I)
#: What only says how binding the deed behind it is: "permintaan uang wajib diteruskan".
_BINDING = re.compile(r"\s+(?:wajib|harus|dapat|bisa|akan|langsung|agar|yang)$", re.I)
_COMPLAINT = re.compile(rf"\b{COMPLAINT}\b(?P<rest>.*)", re.I)
_ONLY_SUGGESTED = re.compile(
    rf"(?:(?:setiap|semua|seluruh|sedangkan|sementara)\s+)?(?P<about>{SUGGESTION}\b.*)", re.I
)
_NEXT_CLAUSE = re.compile(
    rf"(?:[,;]|\b(?:dan|serta|sedangkan|sementara))\s+(?={_TOLD}\s+(?:yang\s+)?{ABOUT}\s)", re.I
)
#: What tells how far a complaint has come, how it is made or by whom, and not what it is about.
_NO_KIND = re.compile(
    r"(?:yang|anda|saudara|bapak|ibu|dapat|dari|wajib|harus|akan|secara|melalui|di\w+(?:kan|i)?|masuk"
    r"|(?:ter)?tulis|lisan"
    r"|dan|atau|keluhan|saran|masukan|masyarakat|pelanggan|pengguna|pemohon|pasien|warga|publik"
    r"|pelayanan|layanan|ini|tersebut|kepada|langsung|lain\w*|selain|di\s+luar|paling|maksimal)\b|\W|$",
    re.I,
)
#: What begins a sentence on how complaints are handled, and no kind of them.
_NO_SUBJECT = re.compile(
    r"(?:setiap|semua|seluruh|proses|penanganan|tindak|hal|permasalahan|masalah|apabila|jika|bila"
    r"|dalam|untuk|pada|oleh|selanjutnya|kemudian|lalu|hasil|isi|penyelesaian|pengelolaan|permohonan"
    r"|berkas|waktu|yang|dan|serta|dapat|harus|wajib|secara|tidak|sudah|telah|ini|itu|tersebut)\b",
    re.I,
)
#: "tidak ditemukan" is what happened, and nothing that is done.
_DEED = re.compile(
    r"(?<!tidak )(?<!belum )(?<!tak )\b(?:di\w{3,}(?:kan|i)|me[mnlrwy]\w{4,})\b", re.I
)
_WHOLE = re.compile(r"(?:pe)?layanan(?:\s+(?:publik|ini|tersebut))?$", re.I)
_SERVICE = re.compile(r"(?:pe)?layanan\b", re.I)
_AGAIN = re.compile(
    rf",\s*(?:maka\s+)?(?:{ONE}(?:nya)?(?:\s+(?:tersebut|itu))?)?\s*$",
    re.I,
)
_WRONG = (
    r"(?:(?:adanya\s+)?(?:dugaan|indikasi|temuan)|pungutan|pungli|penyalahgunaan|pelanggaran|penyimpangan"
    r"|kecurangan|pemalsuan|kebocoran|gratifikasi|suap|korupsi|percaloan|pelecehan|kekerasan|perundungan"
    r"|diskriminasi|[A-Z]\w+(?:\s\w+){0,3}\s(?:tanpa\s+izin|ilegal|liar)\b|permintaan\s+(?:uang|imbalan)|benturan\s+kepentingan"
    r"|(?:petugas|pegawai|pejabat|oknum|staf|aparatur?|siapa\s*pun)\s+[^,.;]{0,40}?"
    r"\b(?:yang|(?:me)?minta|memungut|menerima)\s)"
)
#: What is told without "pengaduan" even where it is passed on: "Dugaan suap diteruskan kepada".
_SUSPECTED = re.compile(
    rf"(?:{_TOLD}\s+)?(?:(?:khusus|untuk|setiap|segala|semua|terkait|bila|jika|apabila|kalau)\s+"
    rf"(?:(?:ada|terdapat|ditemukan|menemukan)\s+)?)?(?P<about>{_WRONG}.*)",
    re.I,
)
#: What is only ever a part of the complaints about a service, so that its handler has no others.
_NARROW = re.compile(
    rf"{_WRONG}|(?:sikap|perilaku|etika|kode\s+etik|disiplin|integritas|teknis|hasil|mutu|kebenaran|keakuratan"
    r"|keterlambatan|biaya|tarif|pembayaran|fasilitas|sarana|kerusakan|gangguan|keamanan|kerahasiaan)\b",
    re.I,
)
_LONGEST = 200


def is_suggestion(about: str) -> bool:
    """Say whether what complaints are about is that they are suggestions."""
    return bool(_ONLY_SUGGESTED.fullmatch(about))


def of_all(about: str) -> bool:
    """Say whether complaints "about" that are those about the service as a whole."""
    return bool(_WHOLE.match(about))


def is_wrong(about: str) -> bool:
    """Say whether complaints about that are those of a wrong: "pungutan liar"."""
    return bool(re.match(_WRONG, about, re.I))


def is_narrow(about: str) -> bool:
    """Say whether complaints about that are never all there are: of what somebody did, of a fee."""
    tokens = tokenize(about)
    person = bool(tokens) and is_person(tokens[0])
    return person or bool(_NARROW.match(about))


def kind_told(subject: str, *, sent: bool) -> str | None:
    """Return what the complaints are about of which a clause begins to speak, or None.

    `sent`: they are passed on, as all are, so that they must say "mengenai" to be of a kind.
    """
    clause = _NEXT_CLAUSE.split(subject[-_LONGEST:])[-1].strip(" ,;:-")
    if suggested := _ONLY_SUGGESTED.fullmatch(clause):
        return suggested["about"].strip()
    if named := _NAMED.search(clause):
        about = _BINDING.sub("", _AGAIN.sub("", named["about"]).strip(" ,"))
        return None if of_all(about) or (sent and _SERVICE.match(about)) else about
    suspected = _SUSPECTED.fullmatch(_BINDING.sub("", _AGAIN.sub("", clause)).strip(" ,"))
    if suspected:
        return suspected["about"]
    if found := _COMPLAINT.search(clause):
        rest = _BINDING.sub("", found["rest"].strip())
        return None if sent or _NO_KIND.match(rest) else rest
    return clause if not sent and _is_subject(clause) else None


def _is_subject(clause: str) -> bool:
    """Say whether a clause without "pengaduan" names what happened: "Gangguan aplikasi"."""
    tokens = tokenize(clause)
    named = bool(tokens) and tokens[0].capital and not is_head(tokens[0])
    return named and not _NO_SUBJECT.match(clause) and not _DEED.search(clause)
