"""What the text does not say is not answered by what stands near it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

MUSEUM = a_standard(
    "Kunjungan Museum",
    says={
        Facet.PLACE: "Aula lantai 1",
        Facet.FACILITIES: "Ruang tunggu dan toilet",
        Facet.SCOPE: "Pengguna pelayanan adalah pelajar dan pegawai.",
    },
    steps=[a_step("1", "Pemandu menerima rombongan", time="30 menit", actors=["Pemandu"])],
)  # fmt: skip
CARD = a_standard(
    "Penerbitan Kartu Nelayan",
    says={Facet.PURPOSE: "Kartu nelayan berlaku selama 5 tahun", Facet.COST: "Gratis"},
    steps=[a_step("1", "Petugas mencetak kartu", time="2 jam", actors=["Petugas"])],
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([MUSEUM, CARD])


@pytest.mark.parametrize(
    "text",
    [
        "ada parkir ga di tempat kunjungan museum?",
        "apakah tersedia mushola di museum?",
        "museum boleh dijual ke pegawai?",
        "kunjungan museum berlaku berapa bulan?",
    ],
)
def test_a_thing_no_text_names_is_refused(text: str, finder: Finder) -> None:
    assert finder.ask(text, Topic()).kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ada toilet ga di museum?", "toilet"),
        ("di mana tempat kunjungan museum?", "Aula lantai 1"),
        ("kunjungan museum berapa lama?", "30 menit"),
        ("kartu nelayan berlaku berapa tahun, berapa lama?", "berlaku selama 5 tahun"),
    ],
)
def test_what_the_text_names_is_told(text: str, said: str, finder: Finder) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert said in str(reply.values)


def test_who_dia_is_is_asked_where_several_serve() -> None:
    served = ("Kepala Bagian Arsip", "Kepala Bagian Gudang")
    steps = [a_step(str(n), f"{post} mencatat", actors=[post]) for n, post in enumerate(served, 1)]
    standard = replace(a_standard("Titip Barang", steps=steps), implementers=served)
    topic = Topic(standard.id, aspect="implementers")
    reply = Finder([standard]).ask("dia tugasnya apa?", topic)
    assert reply.kind is ReplyKind.CHOICE
    assert [option.label for option in reply.options] == list(served)


def test_a_weekday_is_answered_with_the_hours() -> None:
    hours = "Senin sampai Kamis pukul 08.00-14.00"
    museum = a_standard("Kunjungan Museum", says={Facet.SERVICE_HOURS: hours})
    finder = Finder([museum, CARD])
    for text in ("kunjungan museum hari sabtu bisa ga", "museum hari minggu buka?"):
        reply = finder.ask(text, Topic())
        assert reply.kind is ReplyKind.ANSWER
        assert hours in str(reply.values)


def test_the_time_of_a_thing_is_no_time_of_its_extension() -> None:
    steps = [
        a_step("1", "Buku umum dipinjamkan selama 7 hari"),
        a_step("2", "Anggota memperpanjang masa pinjam", time="3 hari", actors=["Anggota"]),
    ]
    finder = Finder([a_standard("Peminjaman Buku", steps=steps), CARD])
    reply = finder.ask("berapa lama masa pinjam buku umum?", Topic())
    assert [row["number"] for row in reply.values["rows"]] == ["1"]
    reply = finder.ask("berapa lama perpanjangan masa pinjam buku?", Topic())
    assert [row["number"] for row in reply.values["rows"]] == ["2"]


def test_a_yes_or_no_is_quoted_only_where_every_word_is_known() -> None:
    text = "Peserta membawa kartu identitas"
    museum = a_standard("Kunjungan Museum", says={Facet.REQUIREMENTS: text})
    finder = Finder([museum, CARD])
    known = finder.ask("kunjungan museum boleh bawa kartu identitas?", Topic())
    assert text in str(known.values)
    strange = finder.ask("kunjungan museum boleh bawa kucing?", Topic())
    assert strange.kind is ReplyKind.UNKNOWN
