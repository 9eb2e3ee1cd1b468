"""Fixed procedures in the form of a regulation: chapters, articles, paragraphs."""

from __future__ import annotations

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text

RULES = (
    "PROSEDUR TETAP\nDINAS PENYELAMATAN KABUPATEN MELATI\nNOMOR 3/PROTAP/2025\nTENTANG\n"
    "PENANGANAN BANJIR\n\n"
    "BAB I\nKETENTUAN UMUM\nPasal 1\nDalam prosedur tetap ini yang dimaksud dengan:\n"
    "a. Regu Jaga adalah petugas yang bertugas 24 jam.\n"
    "BAB II\nPENERIMAAN LAPORAN\nPasal 2\n"
    "(1) Laporan diterima oleh Operator Posko melalui telepon.\n"
    "(2) Operator Posko mencatat alamat paling lama 2 (dua) menit.\n"
    "BAB III\nPENANGANAN\nPasal 3\n"
    "Regu Jaga berangkat paling lama 5 (lima) menit setelah bel berbunyi.\n"
    "Pasal 4\n(1) Setiba di lokasi, Komandan Regu memeriksa keadaan.\n"
    "(2) Petugas Penyelamat mengungsikan warga.\n"
    "BAB IV\nBANTUAN\nPasal 5\nBantuan pangan diberikan setiap hari.\n"
    "BAB V\nBIAYA\nPasal 6\nSeluruh pelayanan tidak dipungut biaya.\n"
    "BAB VI\nPENGADUAN\nPasal 7\n(1) Pengaduan diterima oleh Sekretaris Dinas.\n"
)


def standard() -> ServiceStandard:
    (read,) = read_text(RULES, "x.txt")
    return read


def test_paragraphs_of_articles_in_which_officials_act_are_the_steps() -> None:
    assert [(step.number, step.actors) for step in standard().steps] == [
        ("2.1", ("Operator Posko",)),
        ("2.2", ("Operator Posko",)),
        ("3", ("Regu Jaga",)),
        ("4.1", ("Komandan Regu",)),
        ("4.2", ("Petugas Penyelamat",)),
    ]
    assert [bool(step.duration) for step in standard().steps] == [False, True, True, False, False]
    assert standard().implementers == (
        "Operator Posko",
        "Regu Jaga",
        "Komandan Regu",
        "Petugas Penyelamat",
    )


def test_a_chapter_in_which_nobody_acts_stays_a_section_of_its_own() -> None:
    facets = {section.heading: section.facet for section in standard().sections}
    assert facets["BANTUAN"] is Facet.OTHER
    assert facets["PENERIMAAN LAPORAN"] is Facet.PROCEDURE


def test_the_number_of_an_article_is_no_part_of_a_value_and_the_title_names_the_office() -> None:
    assert standard().cost == "Seluruh pelayanan tidak dipungut biaya"
    assert standard().unit == "Dinas Penyelamatan Kabupaten Melati"


def test_a_text_with_a_section_of_steps_keeps_its_chapters() -> None:
    text = RULES.replace("BAB IV\nBANTUAN\n", "BAB IV\nPROSEDUR\n").replace(
        "Bantuan pangan diberikan setiap hari.", "(1) Petugas Gudang membagi pangan (1 jam)."
    )
    (read,) = read_text(text, "x.txt")
    facets = {section.heading: section.facet for section in read.sections}
    assert facets["PENERIMAAN LAPORAN"] is Facet.OTHER


ARTICLES = (
    "BAB I\nKETENTUAN UMUM\nPasal 1\nDalam prosedur tetap ini yang dimaksud dengan:\n"
    "a. Regu Jaga adalah petugas yang bertugas 24 jam.\n"
    "Pasal 2\nProsedur tetap ini bertujuan menjamin bantuan yang cepat.\n"
    "Pasal 3\nProsedur tetap ini disusun berdasarkan Peraturan Menteri Nomor 114 Tahun 2018.\n"
)


def test_articles_of_one_chapter_about_several_things_are_parts_of_their_own() -> None:
    begin, end = RULES.index("BAB I\n"), RULES.index("BAB II\n")
    (read,) = read_text(RULES[:begin] + ARTICLES + RULES[end:], "x.txt")
    said = {s.facet: s.source.section for s in read.sections if s.part == "Bab I"}
    assert said == {
        Facet.DEFINITIONS: "Bab I Pasal 1",
        Facet.PURPOSE: "Bab I Pasal 2",
        Facet.LEGAL_BASIS: "Bab I Pasal 3",
    }
    assert [definition.term for definition in read.definitions] == ["Regu Jaga"]


def test_a_chapter_with_two_names_gives_each_article_its_own() -> None:
    text = RULES.replace("BAB VI\nPENGADUAN\n", "BAB VI\nPENGADUAN DAN PENGAWASAN\n")
    text += "Pasal 8\nKepala Seksi memeriksa kesiapan alat setiap pergantian regu pukul\n08.00.\n"
    (read,) = read_text(text, "x.txt")
    said = {s.facet: s.source.section for s in read.sections if s.part == "Bab VI"}
    assert said == {Facet.COMPLAINT: "Bab VI Pasal 7", Facet.SUPERVISION: "Bab VI Pasal 8"}
    (watch,) = (s for s in read.sections if s.facet is Facet.SUPERVISION)
    assert watch.items[-1].text.endswith("pukul 08.00.")


def test_articles_about_one_thing_stay_together() -> None:
    text = RULES.replace(
        "BAB VI\nPENGADUAN\nPasal 7\n(1) Pengaduan diterima oleh Sekretaris Dinas.\n",
        "BAB VI\nPENGADUAN\nPasal 7\nPengaduan diterima oleh Sekretaris Dinas.\n"
        "Pasal 8\nPengaduan ditindaklanjuti oleh Kepala Bidang Operasi.\n",
    )
    (read,) = read_text(text, "x.txt")
    assert read.complaint is not None
    assert read.complaint.received_by == "Sekretaris Dinas"
    assert read.complaint.handled_by == ("Kepala Bidang Operasi",)


def test_who_answers_for_a_service_by_its_name_stands_below_the_number_of_an_article() -> None:
    text = (
        "PERATURAN DIREKTUR\nNOMOR 3 TAHUN 2024\nTENTANG\nSTANDAR PELAYANAN WISUDA\n\n"
        "BAB II\nPENYELENGGARA DAN PENANGGUNG JAWAB\nPasal 3\n"
        "(1) Penanggung jawab pelayanan wisuda adalah Wakil Direktur Bidang Akademik.\n"
        "(2) Pelaksana terdiri atas petugas loket dan staf akademik.\n\n"
        "BAB III\nPERSYARATAN\nPasal 4\nMahasiswa membawa:\na. KTP; dan\nb. ijazah.\n\n"
        "BAB IV\nPROSEDUR\nPasal 5\n1. Petugas loket menerima berkas (5 menit).\n"
        "2. Staf akademik mencatat (1 jam).\n"
    )
    (standard,) = read_text(text, "wisuda.txt")
    assert standard.responsible == "Wakil Direktur Bidang Akademik"
