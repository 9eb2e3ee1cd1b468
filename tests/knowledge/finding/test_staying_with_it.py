"""Short messages that stay with what was told: its place, its hour, its case, its verb."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind

from .offices_made_up import asked, said, three_offices


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
