"""Short messages that stay with what was told: its place, its hour, its case, its verb."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

from .offices_made_up import CATTLE, HALL, STALL, asked, said, three_offices


@pytest.fixture(scope="module")
def offices() -> Finder:
    return three_offices()


def test_where_means_the_place_of_the_thing_asked_last(offices: Finder) -> None:
    first = "loket gerak gedung kesenian hari apa saja?"
    assert "Taman Kota" in said(asked(offices, first, "di mana?"))
    assert "hanya pendaftaran" in said(asked(offices, first, "di mana?", "bisa bayar di situ?"))


def test_where_without_a_thing_is_the_place_of_the_service(offices: Finder) -> None:
    assert "Seruling" in said(asked(offices, "jam buka gedung kesenian?", "di mana?"))


def test_how_long_behind_a_post_is_the_time_of_its_one_step(offices: Finder) -> None:
    reply = asked(offices, "tugas Paramedik di kartu kesehatan ternak apa?", "berapa lama itu?")
    assert "30 menit" in said(reply)


def test_until_when_one_may_is_no_opening_hour(offices: Finder) -> None:
    reply = asked(offices, "pinjam gedung kesenian berapa lama?", "boleh sampe jam berapa?")
    assert "pukul 22.00" in said(reply)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("biaya gedung kesenian berapa?", "bisa dicicil ga", "diangsur 2 (dua) kali"),
        ("syarat kartu kesehatan ternak?", "saya nyewa kandang, harus ada surat apa?",
         "mengontrak kandang"),
    ],
)  # fmt: skip
def test_a_case_is_told_by_the_item_that_covers_it(
    offices: Finder, first: str, then: str, told: str
) -> None:
    assert told in said(asked(offices, first, then))


def test_a_thing_that_the_facilities_name_is_told_by_them(offices: Finder) -> None:
    assert "bermain anak" in said(asked(offices, "ada tempat main anak ga di gedung kesenian?"))


@pytest.mark.parametrize(
    ("then", "told"),
    [("yang menelaah siapa?", "Auditor"), ("hasilnya disampaikan berapa lama?", "12 (dua belas)")],
)
def test_behind_a_complaint_its_section_is_asked(offices: Finder, then: str, told: str) -> None:
    first = "pengaduan gedung kesenian disampaikan kepada siapa?"
    assert told in said(asked(offices, first, then))


def test_what_all_must_do_is_told_by_the_sentence_that_obliges(offices: Finder) -> None:
    reply = asked(offices, "pemain gedung kesenian harus datang semua?")
    assert "wajib hadir" in said(reply)


@pytest.mark.parametrize(
    ("question", "post"),
    [
        ("siapa yang menetapkan hasil seleksi acara gedung kesenian?", "Kepala Unit"),
        ("siapa yang mengumumkan hasil seleksi acara gedung kesenian?", "Sekretaris"),
    ],
)
def test_like_steps_are_told_apart_by_the_verb(offices: Finder, question: str, post: str) -> None:
    lines = said(asked(offices, question))
    assert post in lines
    assert not {"Kepala Unit", "Sekretaris"} - {post} & set(lines.split("'"))


@pytest.mark.parametrize(
    "question",
    ["syarat bikin KTP baru apa aja", "cara daftar NPWP online gimana", "cara cetak KTP"],
)
def test_a_paper_that_is_only_brought_is_no_service(offices: Finder, question: str) -> None:
    assert asked(offices, question).kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize(
    "question", ["cara bikin kartu kesehatan ternak", "cara daftar lapak pasar gimana"]
)
def test_what_a_service_makes_may_be_asked_for(offices: Finder, question: str) -> None:
    assert asked(offices, question).kind is ReplyKind.ANSWER


def test_the_schooling_of_those_who_serve_is_told_or_said_to_be_missing(offices: Finder) -> None:
    reply = asked(offices, "apa syarat pendidikan petugas loket gedung kesenian?")
    assert reply.kind is ReplyKind.UNKNOWN
    assert reply.form == "missing_facet"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where is the livestock health card counter located?", "Padang"),
        ("What are the opening hours for the livestock health card?", "08.00-14.00"),
        ("Can I pay for the gedung kesenian in installments?", "diangsur 2 (dua) kali"),
    ],
)
def test_english_names_of_offices_and_counters_are_known(
    offices: Finder, question: str, told: str
) -> None:
    assert told in said(asked(offices, question))


TARIFF = a_standard(
    "Penerbitan Kartu Nelayan",
    says={
        Facet.COST: (
            "Kartu baru: Rp30.000",
            "Rumus sidik jari nelayan: Rp15.000 per orang",
            "Legalisasi kartu: Rp2.000 per lembar",
            "Nelayan lansia dibebaskan dari biaya rumus sidik jari",
        ),
        Facet.REQUIREMENTS: (
            "Fotokopi kartu, paling banyak 10 lembar setiap permohonan",
            "Kartu lama, lewat masa berlaku paling lama 1 tahun",
            "Surat kuasa bagi yang diwakilkan",
        ),
        Facet.OUTPUT: "Kartu berlaku 5 tahun sejak diterbitkan",
    },
    steps=[
        a_step("1", "Petugas Loket memeriksa berkas", time="5 menit", actors=["Petugas Loket"]),
        a_step("2", "Kepala Seksi Kenelayanan menyiapkan kartu H-1", actors=["Kepala Seksi"]),
    ],
)


@pytest.fixture(scope="module")
def fishing() -> Finder:
    return Finder((TARIFF, HALL, CATTLE, STALL))


@pytest.mark.parametrize(
    ("chat", "told"),
    [
        (("biaya kartu nelayan?", "kalau rumus sidik jari?"), "Rp15.000"),
        (("biaya kartu nelayan?", "kalau rumus sidik jari?", "legalisasi brp?"), "Rp2.000"),
        (("biaya kartu nelayan?", "kalau legalisasi?", "maksimal berapa lembar?"), "10 lembar"),
        (("kartu nelayan masa berlakunya berapa lama?",), "5 tahun"),
        (("ngurus kartu nelayan bisa diwakilin?",), "Surat kuasa"),
    ],
)
def test_a_row_of_what_was_told_last_is_found_by_its_words(
    fishing: Finder, chat: tuple[str, ...], told: str
) -> None:
    assert told in said(asked(fishing, *chat))


def test_its_doer_and_its_day_are_those_of_the_step_told_last(fishing: Finder) -> None:
    first = "siapa yang memeriksa berkas kartu nelayan?"
    reply = asked(fishing, first, "terus langkah 2?", "siapa pelaksananya?")
    assert [row["number"] for row in reply.values["rows"]] == ["2"]
    assert "H-1" in said(asked(fishing, first, "terus langkah 2?", "H berapa?"))


_TRIP = a_standard(
    "Perjalanan Dinas dalam Negeri",
    says={Facet.REQUIREMENTS: "SPD yang sudah distempel"},
    steps=[
        a_step("1", "Staf menyusun SPD", actors=["Staf"]),
        a_step("2", "Pejabat Pengada menandatangani SPD", actors=["Pejabat Pengada"]),
    ],
)  # fmt: skip
_COUNCIL = a_standard(
    "Penerbitan Surat Perjalanan Dinas (SPD) Anggota Dewan",
    steps=[a_step("1", "Ketua Dewan menandatangani SPD", actors=["Ketua Dewan"])],
)


def test_a_paper_of_the_standard_spoken_of_is_no_reason_to_leave_it() -> None:
    finder = Finder([_TRIP, _COUNCIL])
    reply = asked(
        finder, "syarat perjalanan dinas dalam negeri?", "kalau yang tanda tangan SPD-nya?"
    )
    assert "Pejabat Pengada" in said(reply)


def test_the_short_name_of_another_service_leaves_the_one_that_never_says_it() -> None:
    finder = Finder([_COUNCIL, a_standard("Peminjaman Gedung", says={Facet.COST: "Rp100.000"})])
    reply = asked(finder, "biaya peminjaman gedung?", "kalau yang tanda tangan SPD-nya?")
    assert "Ketua Dewan" in said(reply)
