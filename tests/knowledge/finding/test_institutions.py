"""Offices that a question names say where something is asked, and answer nothing themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.finding.question import read
from knowledge.finding.scope import How, scope_of
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_standard, a_step


def _of(title: str, office: str, **says: str) -> ServiceStandard:
    standard = a_standard(
        title,
        says={Facet(name): text for name, text in says.items()},
        steps=[a_step("1", "Petugas memeriksa berkas (15 menit)", actors=["Petugas"])],
    )
    return replace(standard, unit=office, preamble=(office.upper(),))


ARCHIVE = _of(
    "Peminjaman Arsip Inaktif",
    "Biro Umum Kementerian Tata Samudra",
    legal_basis="Peraturan Menteri Tata Samudra Nomor 7 tentang Kearsipan Kementerian Tata Samudra",
    facilities="Ruang baca memuat paling banyak 8 orang",
)
PRACTICE = _of(
    "Surat Izin Praktik", "Dinas Kesehatan Kabupaten Suka Maju", cost="Tidak dipungut biaya"
)
PHARMACY = _of("Surat Izin Apotek", "Dinas Kesehatan Kabupaten Suka Maju", cost="Rp50.000")
SHELF = Shelf([ARCHIVE, PRACTICE, PHARMACY])


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("ruang baca arsip di kementerian tata samudra muat berapa orang?", "tata samudra"),
        ("izin praktik di dinas kesehatan kabupaten suka maju bayar?", "kabupaten suka maju"),
    ],
)
def test_the_words_of_an_offices_name_are_known(text: str, office: str) -> None:
    question = read(text, SHELF)
    named = " ".join(question.words[p].text for p in sorted(question.institutions))
    assert named.endswith(office)


@pytest.mark.parametrize(
    "text", ["pinjam kendaraan dinas berapa lama?", "bagian mana yang wajib diisi?"]
)
def test_what_only_looks_like_an_office_is_none(text: str) -> None:
    assert not read(text, SHELF).institutions


def test_a_law_with_the_offices_name_does_not_answer_for_the_thing_that_is_asked() -> None:
    text = "ruang baca arsip di kementerian tata samudra muat berapa orang?"
    reply = Finder(SHELF).ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert "8 orang" in str(reply.values)
    assert "Peraturan Menteri" not in str(reply.values)


def test_the_offices_services_are_those_that_are_meant() -> None:
    question = read("di dinas kesehatan kabupaten suka maju berapa lama?", SHELF)
    scope = scope_of(question, Topic(), SHELF)
    assert scope.how is How.SEVERAL
    assert set(scope.possible) == {PRACTICE.id, PHARMACY.id}


def test_an_address_that_runs_words_together_is_no_word_to_mend_by() -> None:
    mailed = _of("Izin Usaha", "Dinas Koperasi Lembah Arum", complaint="info@lembaharum.go.id")
    words = read("izin usaha di lembah arum gratis?", Shelf([mailed, ARCHIVE])).texts
    assert {"lembah", "arum"} <= words
    assert "lembaharum" not in words


def test_the_sop_in_which_something_is_asked_is_not_what_is_asked() -> None:
    question = read("petugas ngerjain apa aja di SOP izin praktik?", SHELF)
    assert {question.words[p].text for p in question.institutions} == {"sop"}
    assert not read("SOP apa yang terkait dengan izin praktik?", SHELF).institutions
