"""Procedures that branch: kinds of a service side by side, and steps done in a case only."""

from __future__ import annotations

import pytest

from handlers.texts import office_texts
from knowledge.finding import Finder, Reply, Topic
from knowledge.finding.branches import is_conditional
from knowledge.finding.totals import total_of
from knowledge.model import Facet, ProcedureStep
from tests.knowledge.builders import a_standard, a_step

LENDING = a_step(
    "3.a", "Peminjaman Alat",
    a_step("3.a.1", "Staf Gudang memeriksa stok", time="30 menit", actors=["Staf Gudang"]),
    a_step("3.a.2", "Staf Gudang menyerahkan alat", time="1 jam", actors=["Staf Gudang"]),
)  # fmt: skip
REPAIR = a_step(
    "3.b", "Pemeliharaan Alat",
    a_step("3.b.1", "Teknisi memeriksa kerusakan", time="1 hari", actors=["Teknisi"]),
    a_step("3.b.2", "Teknisi mengganti suku cadang", time="5 hari kerja", actors=["Teknisi"]),
)  # fmt: skip


def tools(requirement: str) -> Finder:
    return Finder([
        a_standard(
            "Pengelolaan Alat Kerja",
            says={Facet.REQUIREMENTS: requirement, Facet.COST: "Gratis"},
            steps=[
                a_step("1", "Pemohon mengirim surat", actors=["Pemohon"]),
                a_step("2", "Kepala Bagian Gudang menelaah surat", time="2 jam",
                       actors=["Kepala Bagian Gudang"]),
                a_step("3", "Permohonan dilaksanakan sebagai berikut", LENDING, REPAIR),
                a_step("4", "Staf Gudang mengarsipkan surat", time="15 menit",
                       actors=["Staf Gudang"]),
            ],
        ),
        a_standard("Legalisasi Ijazah", says={Facet.COST: "Rp 2.000"}),
    ])  # fmt: skip


@pytest.fixture(scope="module")
def finder() -> Finder:
    return tools("Foto alat, untuk permohonan pemeliharaan")


def request(reply: Reply) -> tuple[str, str | None]:
    assert reply.request is not None
    return reply.request.aspect, reply.request.step


def test_kinds_of_a_service_are_not_added_up(finder: Finder) -> None:
    reply = finder.ask("berapa total waktu pengelolaan alat kerja?", Topic())
    assert reply.values["sums"] == [("2", "jam"), ("15", "menit")]
    assert [(kind["number"], kind["sums"]) for kind in reply.values["kinds"]] == [
        ("3.a", [("1", "jam"), ("30", "menit")]),
        ("3.b", [("1", "hari"), ("5", "hari kerja")]),
    ]


def test_the_total_of_a_kind_is_its_own_and_that_of_the_common_steps(finder: Finder) -> None:
    reply = finder.ask("berapa total waktu pemeliharaan alat kerja?", Topic())
    assert request(reply) == ("total_time", "3.b")
    assert reply.values["part"]["sums"] == [("1", "hari"), ("5", "hari kerja")]
    assert reply.values["sums"] == [
        ("1", "hari"), ("5", "hari kerja"), ("2", "jam"), ("15", "menit"),
    ]  # fmt: skip
    assert reply.citations[0].section == "Bagian Kedua B.3.b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("berapa lama pemeliharaan alat kerja?", ("step_time", "3.b")),
        ("siapa yang melakukan peminjaman alat kerja?", ("step_actor", "3.a")),
        ("siapa yang memeriksa kerusakan alat kerja?", ("step_actor", "3.b.1")),
    ],
)
def test_a_part_named_by_its_heading_is_meant_as_a_whole(
    text: str, expected: tuple[str, str], finder: Finder
) -> None:
    assert request(finder.ask(text, Topic())) == expected


def test_another_part_is_asked_the_same_as_the_last(finder: Finder) -> None:
    first = finder.ask("berapa lama peminjaman alat kerja?", Topic())
    assert request(finder.ask("kalo pemeliharaan?", first.topic)) == ("step_time", "3.b")
    first = finder.ask("langkah 3.a alat kerja siapa yang mengerjakan?", Topic())
    assert request(finder.ask("kalo pemeliharaan?", first.topic)) == ("step_actor", "3.b")


def test_a_kind_beside_is_neither_before_nor_after(finder: Finder) -> None:
    before = finder.ask("apa langkah sebelum 3.b alat kerja?", Topic())
    assert before.values["step"]["number"] == "2"
    after = finder.ask("apa langkah setelah 3.a.2 alat kerja?", Topic())
    assert after.values["step"]["number"] == "4"


def test_without_a_word_of_the_text_the_parts_keep_their_order() -> None:
    reply = tools("Surat permohonan").ask("apa langkah sebelum 3.b alat kerja?", Topic())
    assert reply.values["step"]["number"] == "3.a"


def test_phases_are_added_up() -> None:
    phases = [
        a_step("1.a", "Persiapan rapat", a_step("1.a.1", "Mengundang", time="1 hari")),
        a_step("1.b", "Pelaksanaan rapat", a_step("1.b.1", "Membahas", time="2 hari")),
    ]
    standard = a_standard("X", steps=[a_step("1", "Rapat", *phases)])
    assert total_of(standard).spoken() == [("3", "hari")]


def test_a_step_in_a_case_only_is_no_part_of_the_sum() -> None:
    steps = [
        a_step("1", "Kasir memeriksa berkas", time="1 hari"),
        a_step("2", "Dalam hal berkas ditolak, Kasir mengirim surat", time="2 hari"),
        a_step("3", "Dalam hal berkas lengkap, Kasir mencetak kartu", time="3 hari kerja"),
    ]
    total = total_of(a_standard("X", steps=steps))
    assert total.spoken() == [("1", "hari"), ("3", "hari kerja")]
    assert [step.number for step in total.depending] == ["2"]


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("Apabila berkas tidak lengkap, berkas dikembalikan", True),
        ("Kendaraan yang tidak lulus diuji ulang", True),
        ("Jika diperlukan, dilakukan survei", True),
        ("Apabila memenuhi syarat, surat diterbitkan", False),
        ("Petugas memeriksa berkas yang belum lengkap", False),
    ],
)
def test_a_condition_is_told_by_how_a_step_begins(text: str, conditional: bool) -> None:
    step: ProcedureStep = a_step("1", text)
    assert is_conditional(step) is conditional


def test_the_longest_kind_counts_where_standards_are_compared(finder: Finder) -> None:
    reply = finder.ask("berapa total waktu pengelolaan alat kerja?", Topic())
    assert reply.request is not None
    total = total_of(next(s for s in finder._shelf if s.id == reply.request.standard))
    assert total.length == 2 * 60 + 15 + 6 * 450  # a working day has 7.5 hours


@pytest.mark.parametrize(("language", "none"), [("id", "tidak dimuat"), ("en", "not contained")])
def test_an_overview_of_times_names_each_kind(language: str, none: str) -> None:
    only_kinds = a_standard("Perawatan Gedung", steps=[a_step("1", "", LENDING, REPAIR)])
    common = a_standard("Pengelolaan Alat", steps=[
        a_step("1", "Staf Gudang menerima surat", time="2 jam", actors=["Staf Gudang"]),
        a_step("3", "Dilaksanakan sebagai berikut", LENDING, REPAIR),
    ])  # fmt: skip
    reply = Finder([only_kinds, common]).ask("bandingkan waktu semua standar", Topic())
    assert [row.lines for row in reply.values["rows"]] == [(), ("2 jam",)]
    text = office_texts().render("answers.each", language, **reply.values)
    assert text.count("Peminjaman Alat: 1 jam + 30 menit") == 2
    assert text.count("Pemeliharaan Alat: 1 hari + 5 hari kerja") == 2
    assert none not in text


PERMIT = a_standard(
    "Izin Reklame",
    steps=[
        a_step("1", "Petugas Loket memeriksa berkas", time="1 hari", actors=["Petugas Loket"]),
        a_step("2", "Apabila permohonan ditolak, Petugas Loket mengembalikan berkas"),
        a_step("3", "Dalam hal permohonan disetujui:", a_step("3.a", "Kasir menerima retribusi")),
        a_step("4", "Juru Ukur menyurvei lokasi; jika lokasi terlarang, berkas dikembalikan"),
        a_step("5", "Setelah pembayaran lunas, Kepala Bidang menerbitkan izin"),
        a_step("6", "Petugas Loket menyerahkan izin"),
    ],
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("setelah permohonan ditolak, apa?", ("step", "2")),
        ("habis ditolak terus gimana", ("step", "2")),
        ("setelah permohonan disetujui apa?", ("step", "3")),
        ("setelah lokasi terlarang apa?", ("step", "4")),
        ("sesudah pembayaran lunas apa?", ("step", "5")),
        ("sesudah berkas diperiksa apa?", ("step_next", "1")),
        ("setelah izin diterbitkan apa?", ("step_next", "5")),
        ("setelah lokasi disurvei apa?", ("step_next", "4")),
        ("sebelum permohonan ditolak apa?", ("step_previous", "2")),
    ],
)
def test_after_a_case_comes_what_its_own_step_says(text: str, expected: tuple[str, str]) -> None:
    assert request(Finder([PERMIT]).ask(text, Topic())) == expected
