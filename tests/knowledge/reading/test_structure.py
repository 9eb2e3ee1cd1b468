"""Headings, list marks and joined words, with the misprints that documents have."""

# ruff: noqa: E501  # a small document is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.cleaning import Repairs, clean
from knowledge.reading.headings import known_heading
from knowledge.reading.nodes import Node
from knowledge.reading.outline import build_outline
from knowledge.reading.pages import Line

HEADINGS: list[tuple[str, Facet | None]] = [
    ("Dasar Hukum", Facet.LEGAL_BASIS),
    ("DASAR HUKUM:", Facet.LEGAL_BASIS),
    ("**Latar Belakang**", Facet.BACKGROUND),
    ("Latar Belakan9", Facet.BACKGROUND),
    ("Maksud & Tujuan", Facet.PURPOSE),
    ("Uang Lingkup", Facet.SCOPE),
    ("Ruang Ling kup", Facet.SCOPE),
    ("Kerangka Prosedur", Facet.FRAMEWORK),
    ("Prosedur Pelayanan", Facet.PROCEDURE),
    ("Uraian Prosedur", Facet.PROCEDURE),
    ("Sistem, Mekanisme dan Prosedur", Facet.PROCEDURE),
    ("Persyaratan Layanan", Facet.REQUIREMENTS),
    ("Jangka Waktu Penyelesaian", Facet.TOTAL_TIME),
    ("Biaya / Tarif", Facet.COST),
    ("Produk Pelayanan", Facet.OUTPUT),
    ("Sarana, Prasarana, dan/atau Fasilitas", Facet.FACILITIES),
    ("Saranadan Prasarana Pelayanan", Facet.FACILITIES),
    ("Kompetensi Pelaksana", Facet.COMPETENCE),
    ("Pengawasan lnternal", Facet.SUPERVISION),
    ("Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan", Facet.COMPLAINT),
    ("Penanganan Pengaduan, Saran dan Masukan", Facet.COMPLAINT),
    ("Jumlah Pelaksana", Facet.STAFF_COUNT),
    ("Jaminan Pelayanan", Facet.GUARANTEE),
    ("Jaminan Keamanan dan Keselamatan Pelayanan", Facet.SAFETY),
    ("Evaluasi Kinerja Pelaksana", Facet.EVALUATION),
    ("Peringatan", Facet.WARNING),
    ("Pengaduan Layanan", Facet.COMPLAINT),
    ("Layanan Pengaduan", Facet.COMPLAINT),
    ("Saran dan Pengaduan", Facet.COMPLAINT),
    ("Lama Pelayanan", Facet.TOTAL_TIME),
    ("Produk", Facet.OUTPUT),
    ("Output", Facet.OUTPUT),
    ("Mekanisme", Facet.PROCEDURE),
    ("Prosedur dan Mekanisme", Facet.PROCEDURE),
    ("Alur", Facet.PROCEDURE),
    ("Tata Cara", Facet.PROCEDURE),
    ("Kompetensi", Facet.COMPETENCE),
    ("Syarat-syarat", Facet.REQUIREMENTS),
    ("Syarat dan Ketentuan", Facet.REQUIREMENTS),
    ("Waktu", Facet.SERVICE_HOURS),
    ("Alamat", Facet.PLACE),
    ("Unit Penyelenggara", Facet.UNIT),
    ("Pelaksana", Facet.IMPLEMENTERS),
    ("BlAYA/TARlF", Facet.COST),
    ("SlSTEM, MEKANlSME DAN PROSEDUR", Facet.PROCEDURE),
    ("Maklumat Pelayanan", Facet.OTHER),
    ("Nama Layanan", None),
    ("Kompensasi", None),
    ("Kompensasi Pelayanan", None),
    ("Jangka Waktu Penyelesaian 1 hari", None),
    ("Sarana dan Prasarana Layanan Perpustakaan", None),
    ("Jaminan Keamanan dan Keselamatan Pelayanan Umum", Facet.SAFETY),
]


@pytest.mark.parametrize(("text", "facet"), HEADINGS, ids=[h for h, _ in HEADINGS])
def test_headings_are_known_by_their_words(text: str, facet: Facet | None) -> None:
    heading = known_heading(text)
    assert (heading and heading.facet) is facet


def test_only_a_misprint_is_mended() -> None:
    mended, kept = known_heading("D. Uang Lingkup"[3:]), known_heading(HEADINGS[-1][0])
    assert mended is not None
    assert kept is not None
    assert (mended.text, mended.mended) == ("Ruang Lingkup", True)
    assert (kept.text, kept.mended) == (HEADINGS[-1][0], False)


def test_a_small_l_among_capitals_is_an_i() -> None:
    heading = known_heading("BlAYA/TARlF")
    assert heading is not None
    assert (heading.text, heading.exact, heading.mended) == ("BIAYA/TARIF", True, True)


def test_the_complaint_section_in_other_words_is_read() -> None:
    (standard,) = read_text(FRAME.format("B. Pengaduan Layanan\n\ntelepon 021-123456"), "x.txt")
    assert standard.complaint is not None
    assert [c.value for c in standard.complaint.channels] == ["021-123456"]


def test_an_item_that_is_worded_like_a_heading_stays_an_item() -> None:
    scope = "B. Ruang Lingkup\n\n1. Unit pelayanan adalah Biro Umum.\n\n2. Kompetensi Pelaksana\n"
    (standard,) = read_text(FRAME.format(scope), "x.txt")
    assert [s.facet for s in standard.sections] == [Facet.LEGAL_BASIS, Facet.SCOPE]


def test_an_item_is_no_heading_with_a_misread_letter() -> None:
    lines = "B. Ketentuan\n\n1. Tempat\n\n2. Waktu\n\n3. Biaya Pelayanan\n"
    (standard,) = read_text(FRAME.format(lines), "x.txt")
    assert [s.letter for s in standard.sections] == ["A", "B"]


def test_a_sentence_about_a_part_is_no_part() -> None:
    (standard,) = read_text(FRAME.format("B. Biaya\n\nBagian Kedua mengatur biaya"), "x.txt")
    assert {s.part for s in standard.sections} == {""}
    assert standard.cost == "Bagian Kedua mengatur biaya; Isi bagian"


@pytest.mark.parametrize(
    "text",
    ["Tepung terigu", "Pelaksana pelayanan adalah Kepala Bagian", "Staf menyusun konsep", "", "A"],
)
def test_other_lines_are_no_headings(text: str) -> None:
    assert known_heading(text) is None


FRAME = "STANDAR PELAYANAN UJI\n\nA. Dasar Hukum\n\n1. Undang-Undang\n\n{}\n\nIsi bagian.\n"


@pytest.mark.parametrize(
    ("line", "letter"),
    [
        ("B. Biaya Pelayanan", "B"),
        ("**B. Biaya Pelayanan**", "B"),
        ("B.Biaya Pelayanan", "B"),
        ("B) Biaya Pelayanan", "B"),
        ("8. Biaya Pelayanan", "B"),
        ("b. Biaya Pelayanan", "B"),
        ("(B) Biaya Pelayanan", "B"),
        ("Biaya Pelayanan", ""),
    ],
)
def test_a_heading_may_have_a_misread_letter(line: str, letter: str) -> None:
    (standard,) = read_text(FRAME.format(line), "x.txt")
    section = standard.section(Facet.COST)
    assert section is not None
    assert section.letter == letter
    assert standard.cost == "Isi bagian."


@pytest.mark.parametrize(
    ("heading", "facet"),
    [
        ("B. Tata Tertib Pengaduan dan Aspirasi", Facet.COMPLAINT),
        ("B. Ketentuan Biaya Perjalanan", Facet.COST),
        ("B. Syarat Khusus", Facet.OTHER),
        ("B. Prosedur Tanggap Darurat", Facet.PROCEDURE),
    ],
)
def test_a_lettered_heading_in_other_words_is_known_by_one_of_them(
    heading: str, facet: Facet
) -> None:
    (standard,) = read_text(FRAME.format(heading), "x.txt")
    assert standard.sections[1].facet is facet
    assert standard.sections[1].heading == heading[3:]


TITLED = "STANDAR PELAYANAN X\n\n"
R, P, C, T = Facet.REQUIREMENTS, Facet.PROCEDURE, Facet.COST, Facet.TOTAL_TIME
LAYOUTS: list[tuple[str, list[Facet]]] = [
    (
        TITLED + "Persyaratan\n1. KTP\n2. KK\nProsedur\n1. Petugas memeriksa\nBiaya\nGratis",
        [R, P, C],
    ),
    (TITLED + "Persyaratan:\n1. KTP\nProsedur:\n1. Staf mencatat\nBiaya: Gratis", [R, P, C]),
    (
        TITLED
        + "Persyaratan : KTP asli\nProsedur : Staf mencatat\nBiaya/Tarif : Gratis\nJangka Waktu : 1 hari",
        [R, P, C, T],
    ),
    ("Standar Pelayanan X\nPersyaratan\n- KTP\n\nBiaya\nGratis", [R, C]),
    (
        "# Standar Pelayanan X\n## Persyaratan\n- KTP\n## Biaya\nGratis\n## Maklumat\nKami siap",
        [R, C, Facet.OTHER],
    ),
    ("# Standar Pelayanan X\n## 1. Persyaratan\n- KTP\n## 2. Biaya\nGratis", [R, C]),
    (
        "# Standar Pelayanan X\n## Prosedur\n### Pendaftaran\n1. Staf mencatat\n## Biaya\nGratis",
        [P, C],
    ),
    (
        TITLED + "1. Persyaratan\n1. KTP\n2. KK\n\n2. Prosedur\n1. Staf memeriksa\n2. Persyaratan\n"
        "3. Staf mencetak kartu\n\n3. Biaya/Tarif\nGratis",
        [R, P, C],
    ),
    (
        TITLED + "1. Persyaratan\na. KTP\n\n2. Biaya\nGratis\n\n3. Maklumat Pelayanan\nKami siap\n\n"
        "4. Jangka waktu penyelesaian : 1 hari\n\n5. Pengaduan dan aspirasi : telepon 021-123456",
        [R, C, Facet.OTHER, T, Facet.COMPLAINT],
    ),
    (
        TITLED + "Persyaratan\nKTP\n\nPengaduan\nAlamat: Jalan Mawar 1\n\nLokasi: Gedung A\n\nBiaya\nGratis",
        [R, Facet.COMPLAINT, C],
    ),
    (
        TITLED + "Persyaratan\nKTP\n\nProsedur\n1. Staf mencatat\nWaktu: 10 menit\nOutput: Kartu\n\nBiaya\n-",
        [R, P, C],
    ),
    (
        TITLED + "1. Persyaratan\na. KTP\n\n2. Pengaduan\n1. Alamat : Jalan Mawar 1\n2. Telepon : 021-123456\n\n3. Biaya\nGratis",
        [R, Facet.COMPLAINT, C],
    ),
    (
        TITLED + "A. Persyaratan\n1. KTP\n\nB. Prosedur\n1. Staf mencatat\n\nPelaksana\n\nWaktu\n\nC. Biaya\nGratis",
        [R, P, C],
    ),
    (
        TITLED + "Persyaratan\nSurat yang memuat permohonan dan\nPengaduan\n\nBiaya\nGratis",
        [R, C],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facets"), LAYOUTS, ids=[str(n) for n in range(len(LAYOUTS))])
def test_headings_without_numbers_or_blank_lines(text: str, facets: list[Facet]) -> None:
    (standard,) = read_text(text, "x.txt")
    assert [s.facet for s in standard.sections] == facets
    assert standard.title == "Standar Pelayanan X"


def test_a_value_behind_a_numbered_heading_is_kept() -> None:
    (standard,) = read_text(LAYOUTS[8][0], "x.txt")
    time = standard.section(Facet.TOTAL_TIME)
    assert time is not None
    assert [item.text for item in time.items] == ["1 hari"]
    assert standard.complaint is not None
    assert [c.value for c in standard.complaint.channels] == ["021-123456"]


def test_abbreviations_stay_capitals_in_a_title_in_capitals() -> None:
    text = FRAME.replace("PELAYANAN UJI", "PELAYANAN PENYUSUNAN SOP DAN SISTEM/ALUR DI BIRO UMUM")
    (standard,) = read_text(text.format("B. Biaya\n\nBiaya SOP tidak ada. Biro Umum."), "x.txt")
    assert standard.title == "Standar Pelayanan Penyusunan SOP dan Sistem/Alur di Biro Umum"


def test_dotted_numbers_are_whole_step_numbers() -> None:
    steps = "1. Persiapan\n1.1 Staf menyusun konsep\n1.2 Kepala Bagian memeriksa\n2. Rapat"
    (standard,) = read_text(FRAME.format(f"B. Prosedur\n\n{steps}"), "x.txt")
    assert [s.number for s in standard.walk_steps()] == ["1", "1.1", "1.2", "2"]
    assert standard.steps[0].steps[0].source.section == "B.1.1"


def test_an_unknown_section_is_kept_and_can_be_asked_about() -> None:
    (standard,) = read_text(FRAME.format("B. Ketentuan Lain"), "x.txt")
    section = standard.section(Facet.OTHER)
    assert section is not None
    assert (section.heading, section.items[0].text) == ("Ketentuan Lain", "Isi bagian.")


def test_content_behind_the_heading_on_its_line() -> None:
    (standard,) = read_text(FRAME.format("B. Biaya/Tarif: Tidak dipungut biaya"), "x.txt")
    assert standard.cost == "Tidak dipungut biaya; Isi bagian"


def test_the_text_of_a_part_without_headings_is_a_section_of_its_own() -> None:
    text = FRAME.format("B. Biaya\n\nGratis") + "\nBAGIAN KETIGA\nPENUTUP\n\nDemikian standar ini."
    (standard,) = read_text(text, "x.txt")
    closing = standard.sections[-1]
    assert (closing.facet, closing.part, closing.heading) == (
        Facet.OTHER,
        "Bagian Ketiga",
        "PENUTUP",
    )
    assert [item.text for item in closing.items] == ["Demikian standar ini."]
    assert standard.cost == "Gratis; Isi bagian"


@pytest.mark.parametrize(
    "line", ["Ditetapkan di Jakarta", "Jakarta, 5 Mei 2017", "LAMPIRAN I", "PENUTUP"]
)
def test_signatures_and_annexes_are_not_part_of_the_last_section(line: str) -> None:
    text = FRAME.format("B. Biaya") + f"\n{line}\nMENTERI SEKRETARIS NEGARA\n\nttd."
    (standard,) = read_text(text, "x.txt")
    assert standard.cost == "Isi bagian."
    assert standard.sections[-1].heading == line


def marks(text: str) -> list[object]:
    """Return the outline of a text as nested lists of marks."""

    def shape(nodes: list[Node]) -> list[object]:
        found: list[object] = []
        for node in nodes:
            found.append(node.mark.name if node.mark else "note" if node.note else "")
            if node.children:
                found.append(shape(node.children))
        return found

    lines = [Line(line.strip()) for line in text.split("\n")]
    return shape(build_outline(lines)[0])


OUTLINES = [
    ("1. x\n2. y\n3. z", ["1", "2", "3"]),
    ("1. x\na. y\nb. z\n2. w", ["1", ["a", "b"], "2"]),
    ("1. x\n - a. y\n - b. z", ["1", ["a", "b"]]),
    ("2. a. x\nb. y\n3. z", ["2", ["a", "b"], "3"]),
    ("4. a. x\n - b. 1) y\n- 2) z", ["4", ["a", "b", ["1", "2"]]]),
    (
        "1. x\na. x\n1) x\na) x\n(1) x\n(a) x\n(b) x\n(2) x\nb) x\n2) x\nb. x\n2. x",
        ["1", ["a", ["1", ["a", ["1", ["a", "b"], "2"], "b"], "2"], "b"], "2"],
    ),
    ("1. x\n- y\n- z\n2. w", ["1", ["-", "-"], "2"]),
    ("h. x\ni. y\nj. z", ["h", "i", "j"]),
    ("1. x\ni. y\nii. z\niii. w\n2. v", ["1", ["i", "ii", "iii"], "2"]),
    ("1. x\n1.1 Nama\n1.2 Alamat\n2. y", ["1", ["1.1", "1.2"], "2"]),
    ("1. x\n3. y", ["1", "3"]),
    ("1. x\n3) y", ["1", ["3"]]),
    ("1. x\n2) y\n3. z", ["1", "2", "3"]),
    ("- - x", [""]),
    ("1. x\nCatatan:\n- y\n- z\n2. w", ["1", ["note", ["-", "-"]], "2"]),
    ("(a. x", [""]),
    ("1. x\nCatatan:\nIsi\n2. y", ["1", ["note"], "2"]),
    ("1. x\na. y\nb. z\nCatatan: isi\n2. y", ["1", ["a", "b", "note"], "2"]),
    ("1. x\na. y\nCatatan: isi\nb. z", ["1", ["a", ["note"], "b"]]),
    ("Paragraf.\nParagraf lain.", ["", ""]),
    ("1. x:\nParagraf di bawahnya.", ["1", [""]]),
    ("1. x\na. y\nTahap Pelaksanaan\n1. z\n2. w", ["1", ["a"], "", "1", "2"]),
    ("1. x\na. y\nTahap Pelaksanaan\n2. z", ["1", ["a", [""]], "2"]),
    ("**1.** x\n - **a.** y\n - *(1)* z\n**2.** w", ["1", ["a", ["1"]], "2"]),
    ("* x\n* y", ["-", "-"]),
    ("**1. x**\n## 2. y\n3 . z\n4.Supervisi", ["1", "2", "3", "4"]),
    ("1. x\n\uf0b7 y\n➢ z\n2. w", ["1", ["-", "-"], "2"]),
    ("1. sampai tahun\n2008. Sesuai aturan", ["1"]),
    ("1. diatur dalam Pasal\n5. Undang-Undang", ["1"]),
]


@pytest.mark.parametrize(("text", "expected"), OUTLINES, ids=[t[:30] for t, _ in OUTLINES])
def test_outline_of_marks(text: str, expected: list[object]) -> None:
    assert marks(text) == expected


def test_a_sentence_goes_on_after_a_page_break() -> None:
    lines = [Line("1. di seluruh unit kerja di"), Line("lingkungan Sekretariat", gap=True)]
    (node,), _ = build_outline(lines)
    assert node.text == "di seluruh unit kerja di lingkungan Sekretariat"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Sekretaris Negara\nSekretaris Negaramenerima surat dari Negara", "Negara menerima"),
        ("Wakil Presiden dan Presiden\nWakil Presidendengan tertib", "Presiden dengan"),
        ("Menteri Negara dan Negara\nMenteri Negaramelakukan tugas", "Negara melakukan"),
    ],
)
def test_joined_words_are_parted_when_certain(lines: str, joined: str) -> None:
    texts = lines.split("\n")
    assert joined in clean(texts[1], Repairs(texts))


@pytest.mark.parametrize(
    "word",
    ["Standardisasi", "daripada", "Kementerian", "implementasi", "Dokumentasi", "Departemen"],
)
def test_whole_words_are_left_alone(word: str) -> None:
    texts = [f"Standar dan Standar dari dari doku doku Depart Depart {word}"]
    assert clean(word, Repairs(texts)) == word


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**Keluaran** (*output*) pelayanan", "Keluaran (output) pelayanan"),
        ("pengaduan/keluhan/ masukan", "pengaduan/keluhan/masukan"),
        ("Pembahasan ke-1 : Pembahasan  draf", "Pembahasan ke-1: Pembahasan draf"),
        ("### Dasar <b>Hukum</b>", "Dasar Hukum"),
        ("nama_berkas.txt", "nama_berkas.txt"),
        ("dan seterusnya . . .", "dan seterusnya . . ."),
    ],
)
def test_what_is_shown_is_clean(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize("word", ["Pengajuan", "Pengadaan"])
def test_a_word_of_its_own_is_no_misprint_of_a_heading(word: str) -> None:
    assert known_heading(word) is None
    assert known_heading("Pengaduam") is not None


def test_who_signs_below_the_last_section_is_no_part_of_it() -> None:
    text = (
        "STANDAR PELAYANAN X\n\n1. Persyaratan\nKTP\n\n2. Evaluasi Kinerja\nSurvei setiap tahun.\n"
        "KEPALA DINAS LINGKUNGAN HIDUP,\nttd.\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert [(s.facet, len(s.items)) for s in standard.sections[1:]] == [
        *((Facet.EVALUATION, 1), (Facet.OTHER, 1))
    ]
