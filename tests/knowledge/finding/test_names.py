"""Which standard the words of a question name."""

from __future__ import annotations

import pytest

from knowledge.finding.extract import extract_of
from knowledge.finding.named import Named
from knowledge.finding.names import Names
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.finding.titles import title_words
from knowledge.language.normalize import Word
from knowledge.model import ServiceStandard
from tests.knowledge.builders import a_definition, a_standard


def named(text: str, shelf: Shelf) -> Named:
    return read(text, shelf).named


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sosialisasi", "sosialisasi"), ("sosialisasi kebijakan", "sosialisasi"),
        ("standar sosialisasi", "sosialisasi"), ("sosper", "sosialisasi"),
        ("sosialisasi ortala", "sosialisasi"), ("penyelenggaraan sosialisasi", "sosialisasi"),
        ("pelayanan pimpinan", "pimpinan"), ("pelayanan kepada pimpinan", "pimpinan"),
        ("layanan ke pimpinan", "pimpinan"),
        ("RK-PK", "rkpk"), ("rkpk", "rkpk"), ("RK", "rkpk"), ("PK", "rkpk"), ("rk pk", "rkpk"),
        ("rk/pk", "rkpk"), ("rencana kinerja", "rkpk"), ("penetapan kinerja", "rkpk"),
        ("renkin", "rkpk"), ("tapkin", "rkpk"),
        ("sisdur", "sisdur"), ("sistem dan prosedur kerja", "sisdur"),
        ("sistem prosedur kerja", "sisdur"), ("prosedur kerja", "sisdur"),
        ("SOP", "sop"), ("sp dan sop", "sop"), ("standar pelayanan dan SOP", "sop"),
        ("standard operating procedures", "sop"), ("penyusunan SOP", "sop"),
    ],
)  # fmt: skip
def test_a_standard_goes_by_its_short_names(
    text: str, key: str, shelf: Shelf, ids: dict[str, str]
) -> None:
    found = named(text, shelf)
    assert found.certain == ids[key]
    assert found.firm


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("berapa biaya sosialisasi?", "sosialisasi"), ("brp lama rkpk", "rkpk"),
        ("siapa penanggung jawab sisdur", "sisdur"), ("persyaratan SOP apa saja", "sop"),
        ("dasar hukum pelayanan kepada pimpinan", "pimpinan"), ("syarat sosilisasi", "sosialisasi"),
        ("biaya rencna kinrja", "rkpk"), ("sisdr", "sisdur"), ("pelayanan pimpnan", "pimpinan"),
    ],
)  # fmt: skip
def test_a_standard_is_named_inside_a_question_also_mistyped(
    text: str, key: str, shelf: Shelf, ids: dict[str, str]
) -> None:
    assert named(text, shelf).certain == ids[key]


@pytest.mark.parametrize("key", ["sosialisasi", "pimpinan", "rkpk", "sisdur", "sop"])
def test_its_whole_title_names_a_standard(
    key: str, shelf: Shelf, shipped: dict[str, ServiceStandard]
) -> None:
    found = named(shipped[key].title, shelf)
    assert found.certain == shipped[key].id
    assert found.firm


@pytest.mark.parametrize(
    "text",
    [
        "standar", "standar pelayanan", "pelayanan", "prosedur", "kinerja", "penyusunan",
        "pengoordinasian", "pengkoordinasian", "penyelenggaraan", "lingkungan", "organisasi",
        "sistem", "kerja", "bidang", "rencana", "penetapan", "dan", "program kerja",
        "rencana kerja", "pelaksanaan pelayanan", "biaya", "siapa penanggung jawab", "biro",
        "",
    ],
)  # fmt: skip
def test_words_that_several_share_or_that_people_ask_with_name_none(
    text: str, shelf: Shelf
) -> None:
    assert not named(text, shelf)


@pytest.mark.parametrize(
    "text",
    [
        "kepala biro organisasi dan humas",
        "kabag protokol dan tata usaha pimpinan",
        "biro organisasi",
    ],
)
def test_the_name_of_a_post_names_no_standard(text: str, shelf: Shelf) -> None:
    assert named(f"apa tugas {text}?", shelf).certain is None


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("rkpk vs sisdur", {"rkpk", "sisdur"}), ("sop dan sosialisasi", {"sop", "sosialisasi"}),
        ("biaya pimpinan dan sop", {"pimpinan", "sop"}), ("sisdur sama rkpk", {"sisdur", "rkpk"}),
        ("sosialisasi atau pelayanan pimpinan", {"sosialisasi", "pimpinan"}),
        ("beda sosialisasi dan rkpk", {"sosialisasi", "rkpk"}),
    ],
)  # fmt: skip
def test_two_named_standards_are_both_mentioned(
    text: str, keys: set[str], shelf: Shelf, ids: dict[str, str]
) -> None:
    found = named(text, shelf)
    assert set(found.mentioned) == {ids[key] for key in keys}


def test_the_possible_ones_stand_best_first_and_hold_the_certain_one(shelf: Shelf) -> None:
    for text in ("sosialisasi", "rencana kinerja", "prosedur kerja organisasi", "kebijakan"):
        found = named(text, shelf)
        assert found.certain in (None, found.possible[0])


@pytest.mark.parametrize("order", [1, -1])
def test_of_equal_ones_the_first_named_stands_first(order: int) -> None:
    services = ["Peminjaman Kendaraan", "Pengujian Tanah", "Perbaikan Lampu", "Penebangan Pohon"]
    standards = [a_standard(service) for service in services[::order]]
    words = ["kendaraan", "tanah", "lampu", "pohon"]
    for said in (words, words[::-1], [*words[2:], *words[:2]]):
        found = names_of(*standards).find(title_words(" dan ".join(said)))
        assert [key.split("-")[1] for key in found.possible] == said


def test_words_at_given_positions_do_not_count(shelf: Shelf, ids: dict[str, str]) -> None:
    words = (Word("biaya", "biaya"), Word("sosialisasi", "sosialisasi"))
    assert shelf.names.find(words).certain == ids["sosialisasi"]
    assert not shelf.names.find(words, {1})


def test_only_words_of_a_title_or_of_its_formula_are_explained_by_it(
    shelf: Shelf, ids: dict[str, str]
) -> None:
    assert shelf.names.explains(ids["rkpk"], "kinerja")
    assert shelf.names.explains(ids["rkpk"], "standar")
    assert not shelf.names.explains(ids["rkpk"], "sosialisasi")


def names_of(*standards: ServiceStandard) -> Names:
    called = {s.id: extract_of(s).called for s in standards}
    return Names(standards, called, frozenset(), {})


def test_the_office_in_a_title_names_no_service() -> None:
    first = a_standard("Peminjaman Kendaraan di Lingkungan Balai Contoh")
    second = a_standard("Penerbitan Kartu di Lingkungan Balai Contoh")
    names = names_of(first, second, a_standard("Pemeliharaan Gedung"))
    assert not names.find(title_words("balai contoh"))
    assert names.find(title_words("kendaraan")).certain == first.id


def test_an_abbreviation_that_the_standard_defines_names_it() -> None:
    term = a_definition("Kartu Pegawai", "Kartu Pegawai adalah tanda pengenal.", "KAPEG")
    cards = a_standard("Penerbitan Kartu Pegawai", definitions=[term])
    others = (a_standard("Peminjaman Kendaraan"), a_standard("Pemeliharaan Gedung"))
    names = names_of(cards, *others)
    assert names.find(title_words("biaya kapeg")).certain == cards.id


def test_an_abbreviation_of_something_else_names_nothing() -> None:
    term = a_definition("Surat Perjalanan Dinas", "Surat Perjalanan Dinas adalah izin.", "SPD")
    others = (a_standard("Penerbitan Kartu"), a_standard("Pemeliharaan Gedung"))
    names = names_of(a_standard("Peminjaman Kendaraan", definitions=[term]), *others)
    assert not names.find(title_words("spd"))


def test_a_small_word_names_the_one_whose_title_has_it() -> None:
    moving = a_standard("Surat Keterangan Pindah Keluar")
    others = (a_standard("Surat Keterangan Usaha"), a_standard("Surat Keterangan Kematian"))
    question = title_words("ngurus surat pindah berapa lama")
    assert names_of(moving, *others).find(question).certain == moving.id
    assert not names_of(*others).find(question).certain


def test_without_standards_nothing_is_named() -> None:
    assert names_of().find(title_words("sosialisasi")) == Named()
