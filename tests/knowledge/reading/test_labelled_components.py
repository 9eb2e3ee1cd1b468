"""Components that are labels: "Biaya : Gratis", a list above the headings, several in one label."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from knowledge.model import Facet
from knowledge.reading import read_bytes, read_text

LABELLED = (
    "STANDAR PELAYANAN {}\n\n"
    "Unit Pelayanan : UPTD Benih\n"
    "Dasar Hukum :\n- Peraturan Daerah Nomor 3 Tahun 2024\n"
    "Sasaran : Kelompok pembudi daya\n"
    "Persyaratan :\n(1) Surat permohonan\n(2) Fotokopi KTP\n"
    "Prosedur :\n(1) Petugas Loket mencatat (5 menit).\n(2) Kepala UPTD menyetujui (1 hari).\n"
    "Biaya : Rp5.000,00\n"
    "Produk : Surat persetujuan\n"
    "Tempat dan Jam : Kantor UPTD, Jalan Benih 2; Senin–Kamis 08.00–14.00, Jumat 08.00–11.00.\n"
    "Pengaduan : Diterima oleh Kepala Subbagian Tata Usaha dan ditangani oleh Kepala UPTD; "
    "bila tidak selesai diteruskan kepada Sekretaris Dinas.\n\n\n"
)


def test_every_label_of_a_text_of_labels_begins_a_section() -> None:
    first, second = read_text(
        LABELLED.format("PENJUALAN BENIH") + LABELLED.format("UJI BENIH"), "x.txt"
    )
    assert (first.title, second.title) == (
        "Standar Pelayanan Penjualan Benih",
        "Standar Pelayanan Uji Benih",
    )
    for standard in (first, second):
        assert standard.cost == "Rp5.000,00"
        assert standard.legal_basis == ("Peraturan Daerah Nomor 3 Tahun 2024",)
        assert standard.place is not None
        assert standard.place.rstrip(";") == "Kantor UPTD, Jalan Benih 2"
        assert standard.service_hours == "Senin–Kamis 08.00–14.00, Jumat 08.00–11.00."
        assert (Facet.OUTPUT, "Produk") in [(s.facet, s.heading) for s in standard.sections]
        assert "Sasaran" in [s.heading for s in standard.sections]
        assert standard.complaint is not None
        assert standard.complaint.handled_by == ("Kepala UPTD",)
        assert standard.complaint.next == "Sekretaris Dinas"


def test_labels_of_a_step_stay_with_it() -> None:
    text = LABELLED.format("X").replace("(5 menit).", ".\nPelaksana: Petugas Loket\nWaktu: 5 menit")
    (standard,) = read_text(text, "x.txt")
    assert [step.number for step in standard.steps] == ["1", "2"]
    assert standard.steps[0].duration is not None


def test_a_list_of_labels_above_the_headings_tells_components() -> None:
    (standard,) = read_text(
        "# Standar Pelayanan Uji Timbangan\n\n> UPTD Ukuran, Dinas Perdagangan Kota Melati\n\n"
        "* **Penanggung jawab**: Kepala UPTD Ukuran\n* **Tempat**: Jalan Pasar 7\n"
        "* **Jam layanan**\n  * Senin–Rabu: 08.00–14.00\n  * Kamis: di pasar, 08.00–12.00\n\n"
        "## Syarat\n\n* Surat permohonan\n\n## Alur\n\n1. Petugas mencatat (5 menit).\n\n"
        "## Retribusi\n\n* Timbangan meja: Rp5.000\n\n"
        "## Aduan\n\n1. Aduan diterima oleh Kepala Subbagian Umum.\n"
        "2. Kepala UPTD Ukuran menangani aduan paling lama 5 hari kerja.\n",
        "x.md",
    )
    assert standard.unit == "UPTD Ukuran, Dinas Perdagangan Kota Melati"
    assert standard.responsible == "Kepala UPTD Ukuran"
    assert standard.place == "Jalan Pasar 7"
    assert standard.service_hours == "Senin–Rabu: 08.00–14.00; Kamis: di pasar, 08.00–12.00"
    assert standard.cost == "Timbangan meja: Rp5.000"
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Kepala Subbagian Umum"
    assert standard.complaint.handled_by == ("Kepala UPTD Ukuran",)


def test_a_form_names_the_unit_beside_the_name_and_labels_below_its_table_are_components() -> None:
    (standard,) = read_text(
        "| | | | |\n|---|---|---|---|\n"
        "| BADAN PENDAPATAN<br>KOTA MELATI |  | Nomor SOP | 12/SOP/2025 |\n"
        "| BIDANG PAJAK |  | Nama SOP | Validasi Setoran Pajak |\n"
        "| Dasar hukum | 1. Peraturan Daerah Nomor 8 Tahun 2023 | Kualifikasi pelaksana | 1. Teliti |\n"
        "\n\n| No | Uraian Prosedur | Petugas Loket | Verifikator | Waktu |\n|---|---|---|---|---|\n"
        "| 1 | Memeriksa berkas | V |  | 15 menit |\n| 2 | Meneliti |  | V | 2 jam |\n\n"
        "Jumlah waktu: 1 (satu) hari kerja.\nBiaya: tidak dipungut biaya.\n"
        "Tempat dan waktu: Loket 7 Kantor Bapenda; Senin s.d. Kamis 08.00–14.30.\n"
        "Pengaduan: disampaikan kepada Sekretaris Badan dan ditangani oleh Kepala Bidang Pajak.\n",
        "x.txt",
    )
    assert (standard.title, standard.unit) == ("Validasi Setoran Pajak", "Bidang Pajak")
    assert [step.actors for step in standard.steps] == [("Petugas Loket",), ("Verifikator",)]
    assert standard.cost == "tidak dipungut biaya."
    assert standard.place == "Loket 7 Kantor Bapenda"
    assert standard.service_hours == "Senin s.d. Kamis 08.00–14.30."
    assert Facet.TOTAL_TIME in {section.facet for section in standard.sections}
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Sekretaris Badan"


def test_a_list_beside_a_heading_of_a_form_is_told_entry_by_entry() -> None:
    (standard,) = read_text(
        "| Nomor SOP | 041/2024 |\n|---|---|\n| Nama SOP | Peminjaman Kendaraan |\n"
        "| Persyaratan | 1. Nota dinas<br>2. Surat tugas |\n"
        "| Pencatatan | Buku log |\n\n"
        "| No | Kegiatan | Pemohon | Petugas | Waktu |\n|---|---|---|---|---|\n"
        "| 1 | Mengajukan permohonan | V |  | 15 menit |\n| 2 | Memeriksa |  | V | 2 jam |\n",
        "x.txt",
    )
    assert standard.title == "Peminjaman Kendaraan"
    assert standard.requirements_user == ("Nota dinas", "Surat tugas")
    assert "Pencatatan" in {section.heading for section in standard.sections}


def test_folds_of_a_web_page_are_sections_whatever_they_are_called() -> None:
    page = (
        "<!doctype html><html><body><h1>Standar Pelayanan Sertifikasi Benih</h1>"
        "<dl><dt>Unit pelayanan</dt><dd>Tim Benih</dd></dl>"
        "<details><summary>Persyaratan</summary><dl><dt>Dalam negeri</dt><dd><ul><li>KTP</ul></dd>"
        "<dt>Ekspor</dt><dd><ul><li>Invoice</ul></dd></dl></details>"
        "<details><summary>Prosedur</summary><ol><li>Petugas memeriksa (5 menit).</ol></details>"
        "<details><summary>Jam dan lokasi layanan</summary><p>Kantor Induk, Jalan Benih 3</p>"
        "<p>Senin\u2013Kamis 08.00\u201315.00</p></details>"
        "<details><summary>Dasar hukum</summary><ul><li>Undang-Undang Nomor 21 Tahun 2019</ul></details>"
        "<details><summary>Sekilas layanan</summary><p>Benih bersertifikat.</p></details>"
        "</body></html>"
    )
    (standard,) = read_bytes(page.encode(), "x.html")
    assert standard.unit == "Tim Benih"
    assert standard.requirements_user == ("Dalam negeri: KTP", "Ekspor: Invoice")
    assert standard.place == "Kantor Induk, Jalan Benih 3"
    assert standard.service_hours == "Senin\u2013Kamis 08.00\u201315.00"
    assert standard.legal_basis == ("Undang-Undang Nomor 21 Tahun 2019",)
    assert standard.sections[-1].heading == "Sekilas layanan"


def test_short_labels_among_the_components() -> None:
    text = (
        "STANDAR PELAYANAN IZIN\n\nPersyaratan:\n1. KTP\nProsedur:\n1. Petugas memeriksa data\n"
        "Biaya: gratis\nTempat: Gedung Usaha Lantai 2\nJam: Senin-Jumat 08.00-15.00\nProduk: NIB\n"
        "Pengaduan: hubungi Kepala Bidang Usaha di 0812-1234-5678\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert standard.place == "Gedung Usaha Lantai 2"
    assert standard.service_hours == "Senin-Jumat 08.00-15.00"
    assert standard.complaint is not None
    assert [channel.value for channel in standard.complaint.channels] == ["0812-1234-5678"]


def test_labels_on_lines_of_their_own_above_the_headings() -> None:
    text = (
        "# SOP Permintaan Peta\n\n**Penanggung jawab:** Ketua Tim Peta\n"
        "**Pengguna:** unit kerja kementerian\n\n## Persyaratan\n\n1. Surat permohonan\n2. KTP\n\n"
        "## Prosedur\n\n1. Petugas memeriksa surat permohonan.\n2. Kepala Tim menyetujui.\n"
    )
    (standard,) = read_bytes(text.encode(), "peta.md")
    assert standard.responsible == "Ketua Tim Peta"
    users = standard.section(Facet.USERS)
    assert users is not None
    assert users.items[0].text == "unit kerja kementerian"


def test_an_article_on_who_offers_a_service_tells_who_answers_for_it() -> None:
    text = (
        "PERATURAN KEPALA DINAS\nTENTANG\nSTANDAR PELAYANAN PEMINJAMAN TENDA\n\n"
        "BAB I\nPENYELENGGARA DAN PELAKSANA\n\nPasal 1\n"
        "(1) Penanggung jawab pelayanan adalah Kepala Bidang Sarana.\n"
        "(2) Jumlah pelaksana adalah 4 (empat) petugas gudang.\n\n"
        "BAB II\nPERSYARATAN\n\nPasal 2\n(1) Surat permohonan.\n(2) Fotokopi KTP.\n\n"
        "BAB III\nBIAYA\n\nPasal 3\n(1) Peminjaman tidak dipungut biaya.\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert standard.responsible == "Kepala Bidang Sarana"
    assert standard.unit is None or "Penanggung jawab" not in standard.unit
