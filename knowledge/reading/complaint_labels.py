"""Complaint sections in labelled lines: "Ditangani oleh: X", "Banding: Y", said as sentences.

What the sentences mean is read by `complaints` and `complaint_cases`.
"""

from __future__ import annotations

import re

from knowledge.reading.complaint_clauses import opened
from knowledge.reading.complaint_words import ONE

_ABOUT = re.compile(
    r"(?P<about>[A-Z][^:.;]{3,80}?)\s*:\s*(?P<deed>di(?:tangani|tindaklanjuti|selesaikan|proses)"
    r"\s+oleh)\s+",
    re.I,
)
_DEED = re.compile(
    r"(?:(?:pengaduan|keluhan|aduan)\s+)?(?P<deed>di(?:terima|tampung|tangani|tindaklanjuti|proses"
    r"|selesaikan)(?:\s+oleh|(?=\s*:\s*(?-i:[A-Z])))|(?:disampaikan|diajukan|ditujukan)\s+kepada)\s*:\s*",
    re.I,
)
_TOLD = rf"(?:\s+{ONE})?"
_NAMED = re.compile(
    r"(?:(?:pejabat|petugas|unit)\s+)?(?:penanggung\s+jawab\s+(?:penanganan\s+)?|penanganan\s+"
    r"|penangan\s+|pengelola\s+|penindak\s*lanjut\s+)(?:pengaduan|keluhan|aduan)\s*:\s*"
    rf"|(?:(?:pejabat|petugas|unit)\s+)?(?:penangan|penyelesai|penindak\s*lanjut|yang\s+menangani"
    rf"|penanggung\s+jawab\s+(?:penanganan|penyelesaian)){_TOLD}\s*:\s*(?=(?-i:[A-Z]))",
    re.I,
)
#: "Penanggung jawab penanganan pengaduan adalah X", "Petugas yang menangani pengaduan adalah X".
_IS = re.compile(
    r"(?:(?:pejabat|petugas|unit)\s+)?(?:(?:yang\s+)?(?:penanggung\s+jawab|pengelola|penangan|menangani"
    r"|mengelola|bertanggung\s+jawab\s+atas)\s+)(?:(?:penanganan|penyelesaian|pengelolaan)\s+)?(?:atas\s+)?"
    r"(?:pengaduan|keluhan|aduan)\s+(?:adalah|ialah|yaitu|dijabat\s+oleh|dipegang\s+oleh)\s+"
    r"(?=(?-i:[A-Z]))",
    re.I,
)
_TAKES = re.compile(
    rf"(?:(?:pejabat|petugas|unit)\s+)?(?:penerima|pencatat|yang\s+menerima){_TOLD}\s*:\s*(?=(?-i:[A-Z]))",
    re.I,
)
_HIGHER = re.compile(
    r"(?:banding|eskalasi|keberatan|tingkat\s+(?:lanjut|berikut)\w*|(?:bila|jika|apabila)\s+(?:tidak|belum)"
    r"\s+(?:selesai|puas|tuntas)[^:.;]{0,30})\s*:\s*(?:kepada\s+)?(?=[A-Z])",
    re.I,
)
#: "Untuk keluhan biaya, Bendahara yang menangani", "selebihnya oleh Sekretaris".
_ASIDE = re.compile(
    r"(?:untuk\s+)?(?:pengaduan|keluhan|aduan)\s+(?:(?:mengenai|tentang|soal|terkait)\s+)?(?P<about>[^,.;:]{3,80}),"
    r"\s+(?P<name>[A-Z][^,.;:]{2,80}?)\s+yang\s+(?:akan\s+)?(?:menangani|menindaklanjuti|menyelesaikan)\b",
    re.I,
)
_REST = re.compile(
    r"(?:(?:untuk\s+)?(?:pengaduan|keluhan|aduan)\s+)?(?:selebihnya|sisanya|selain\s+itu|(?:hal\s+)?(?:yang\s+)?lain(?:nya)?)\s+"
    r"(?:di\w{5,16}\s+)?(?:oleh|kepada|ke)\s+(?=(?-i:[A-Z]))",
    re.I,
)
_OF_ALL = re.compile(r"(?:pengaduan|keluhan|aduan|semua|saran|masukan|penanganan)\b", re.I)


_FOR = rf"(?:khusus|untuk)\s+(?:{ONE}\s+)?(?:yang\s+)?"
_CONDITION = rf"(?:apabila|jika|bila|dalam\s+hal|kalau)\s+(?:(?:isi\s+)?{ONE}(?:nya)?\s+)?"
_ABOUT_WHAT = (
    r"(?:menyangkut|mengenai|tentang|soal|(?:ber|ter)kait(?:an)?(?:\s+dengan)?"
    r"|berisi|memuat|berupa)"
)
#: "Apabila menyangkut pegawai, pengaduan diteruskan kepada", "Khusus soal calo, hubungi X".
_WHERE_ABOUT = re.compile(
    rf"(?:{_FOR}|{_CONDITION}){_ABOUT_WHAT}\s+(?P<about>[^,.;:]{{3,120}}),\s+(?:maka\s+)?"
    rf"(?:{ONE}(?:nya)?\s+)?(?P<deed>(?:\w+\s+){{0,2}}di\w{{5,}}|(?:silakan\s+)?hubungi)\s+",
    re.I,
)
#: "Kepala Seksi A menangani keluhan fasilitas": the kind stands without "mengenai".
_HANDLES = re.compile(
    rf"(?P<name>(?-i:[A-Z])[^,.;:]{{3,80}}?)\s+(?:menangani|menindaklanjuti|menyelesaikan)\s+(?P<kind>{ONE}\s+"
    r"(?!(?:mengenai|tentang|soal|terkait|menyangkut|yang|sesuai|dengan|dalam|selama|pada|tersebut|secara"
    r"|bersama|beserta|setelah|sejak|paling|maksimal|selambat|kepada|untuk|dan|atau|serta|melalui"
    r"|berdasarkan|sampai|hingga|dari|oleh|di|ke|masyarakat|pelanggan|pengguna|warga|pasien|itu|ini"
    r"|langsung|tersebut|masuk|atas|terhadap|pelayanan|layanan)\b|\w+kan\b)[a-z]\w+(?:\s+(?:dan\s+)?[a-z]\w+){0,3})\s*\.?",
    re.I,
)


#: How each of them is said; what follows the label follows the sentence too.
_SAID = (
    (_HIGHER, "Pengaduan yang tidak selesai diteruskan kepada "),
    (_NAMED, "Pengaduan ditangani oleh "),
    (_IS, "Pengaduan ditangani oleh "),
    (_TAKES, "Pengaduan diterima oleh "),
    (_REST, "Pengaduan ditangani oleh "),
)


def as_sentence(text: str) -> str:
    """Return a labelled line of a complaint section as a sentence; any other text as it is."""
    for labels, said in _SAID:
        if label := labels.match(text):
            return f"{said}{text[label.end() :]}"
    if label := _DEED.match(text):
        deed = label["deed"].casefold()
        by = "" if " " in deed else " oleh"  # "Ditangani: Sekretaris"
        return f"Pengaduan {deed}{by} {text[label.end() :].lstrip(' :')}"
    return _of_kind(text) or text


def _of_kind(text: str) -> str | None:
    """Return a sentence that says who handles a kind as one that begins with "pengaduan"."""
    if said := opened(text):
        return said
    if label := _ASIDE.match(text):
        return f"Pengaduan mengenai {label['about']} ditangani oleh {label['name']}."
    if label := _WHERE_ABOUT.match(text):
        calls = label["deed"].casefold().endswith("hubungi")
        deed = "disampaikan kepada" if calls else label["deed"]
        return f"Pengaduan mengenai {label['about']} {deed} {text[label.end() :]}"
    if label := _HANDLES.fullmatch(text):
        return f"{label['kind'].capitalize()} ditangani oleh {label['name']}."
    label = _ABOUT.match(text)
    if label and not _OF_ALL.match(label["about"]):
        return f"Pengaduan tentang {label['about']} {label['deed']} {text[label.end() :]}"
    return None
