"""Which standard has the most or least, what each has, and which have a thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.finding.answering import Row
from knowledge.model import Channel, Facet, Item, Section, ServiceStandard, Source
from tests.knowledge.builders import a_chain, a_standard, a_step


def with_time(standard: ServiceStandard, text: str) -> ServiceStandard:
    source = Source("Bagian Kedua Z")
    item = Item("", text, source, original=text)
    section = Section(Facet.TOTAL_TIME, "Z", "Jangka Waktu", "Bagian Kedua", (item,), source)
    return replace(standard, sections=(*standard.sections, section))


def with_channels(standard: ServiceStandard, *channels: Channel) -> ServiceStandard:
    assert standard.complaint is not None
    return replace(standard, complaint=replace(standard.complaint, channels=channels))


LOAN = with_channels(
    with_time(
        a_standard(
            "Peminjaman Arsip",
            says={Facet.COST: "Rp 10.000 per berkas"},
            steps=[
                a_step("1", "Loket menerima berkas", time="10 menit"),
                a_step("2", "Arsiparis mencari arsip", time="1 hari"),
                a_step("3", "Arsiparis menyerahkan arsip", time="5 menit"),
            ],
            complaint=a_chain("Kepala Bagian Arsip"),
        ),
        "Paling lama 2 hari kerja",
    ),
    Channel("email", "arsip@daerah.example"),
)
AID = with_channels(
    with_time(
        a_standard(
            "Bantuan Hukum",
            says={Facet.COST: "Gratis"},
            steps=[a_step("1", "Advokat memeriksa perkara", time="1 jam")],
            complaint=a_chain("Kepala Bagian Hukum"),
        ),
        "7 (tujuh) hari kerja",
    ),
    Channel("whatsapp", "0812-0000-0000"),
)
TAX = a_standard(
    "Pajak Kendaraan",
    says={Facet.COST: "Rp 50.000"},
    steps=[a_step("1", "Kasir menerima uang", time="30 menit")],
    complaint=a_chain("Kepala Seksi Pajak"),
)


@pytest.fixture(scope="module")
def three() -> Finder:
    return Finder((LOAN, AID, TAX))


def rows(reply: Reply) -> dict[str, tuple[str, ...]]:
    found: list[Row] = reply.values["rows"]
    return {row.title: row.lines for row in found}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("standar mana yang paling lama?", "Bantuan Hukum"),
        ("layanan mana yang tercepat?", "Pajak Kendaraan"),
        ("standar mana yang paling murah", "Bantuan Hukum"),
        ("layanan mana yang paling mahal?", "Pajak Kendaraan"),
        ("standar mana yang paling banyak langkahnya?", "Peminjaman Arsip"),
    ],
)
def test_the_extreme_is_named(text: str, title: str, three: Finder) -> None:
    assert three.ask(text, Topic()).values["best"] == [title]


def test_a_stated_time_is_told_before_a_sum(three: Finder) -> None:
    reply = three.ask("bandingkan jangka waktu semua standar", Topic())
    assert rows(reply) == {
        "Peminjaman Arsip": ("Paling lama 2 hari kerja",),
        "Bantuan Hukum": ("7 (tujuh) hari kerja",),
        "Pajak Kendaraan": ("30 menit",),
    }
    assert [row.summed for row in reply.values["rows"]] == [False, False, True]


@pytest.mark.parametrize("text", ["biaya ketiga standar", "biaya keempat standar"])
def test_any_number_of_standards_means_all(text: str, three: Finder) -> None:
    reply = three.ask(text, Topic())
    assert (reply.form, len(reply.values["rows"])) == ("each", 3)


def test_the_third_step_is_not_three_standards(three: Finder) -> None:
    reply = three.ask("langkah ketiga standar peminjaman arsip apa?", Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.step) == (LOAN.id, "3")


def test_the_longest_step_of_one_standard_is_found(three: Finder) -> None:
    reply = three.ask("langkah mana yang paling lama di peminjaman arsip?", Topic())
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == ("step_time", "2")


def test_a_channel_that_several_give_is_told_of_each(three: Finder) -> None:
    reply = three.ask("kontak pengaduannya apa?", Topic())
    assert rows(reply) == {
        "Peminjaman Arsip": ("email: arsip@daerah.example",),
        "Bantuan Hukum": ("whatsapp: 0812-0000-0000",),
        "Pajak Kendaraan": (),
    }


def test_a_kind_of_channel_is_asked_for(three: Finder) -> None:
    reply = three.ask("standar mana yang punya nomor WhatsApp?", Topic())
    assert rows(reply) == {AID.title: ("whatsapp: 0812-0000-0000",)}


def test_what_is_free_has_no_cost(three: Finder) -> None:
    reply = three.ask("standar mana yang ada biayanya?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert set(rows(reply)) == {LOAN.title, TAX.title}


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("6 hari", "1 minggu"), ("12 hari", "2 minggu"), ("8 jam", "1 hari"),
        ("1 bulan", "21 hari"), ("5 hari kerja", "6 hari kalender"), ("1 hari", "1 x 24 jam"),
        ("3 x 24 jam", "2 hari"), ("31 hari kalender", "1 bulan"), ("61 menit", "1 jam"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stated", [True, False])
def test_times_are_compared_by_what_is_worked_in_them(
    longer: str, shorter: str, stated: bool
) -> None:
    def taking(service: str, time: str) -> ServiceStandard:
        steps = [a_step("1", "Petugas bekerja", time=time)]
        return with_time(a_standard(service), time) if stated else a_standard(service, steps=steps)

    pair = Finder([taking("Izin Reklame", shorter), taking("Pajak Hiburan", longer)])
    reply = pair.ask("standar mana yang paling lama?", Topic())
    assert reply.values["best"] == ["Pajak Hiburan"]


def test_hours_of_the_clock_are_told_as_the_text_has_them() -> None:
    lone = a_standard("Izin Reklame", steps=[a_step("1", "Petugas bekerja", time="2 x 24 jam")])
    reply = Finder([lone]).ask("berapa total waktu izin reklame?", Topic())
    assert reply.values["sums"] == [("2", "x 24 jam")]


@pytest.mark.parametrize(
    "text",
    [
        "peminjaman arsip kalau fotokopi beda ga biayanya?",
        "biaya peminjaman arsip paling sedikit untuk perorangan berapa?",
        "peminjaman arsip diserahkan paling lama kapan?",
    ],
)
def test_what_one_standard_says_is_not_compared_with_others(text: str, three: Finder) -> None:
    reply = three.ask(text, Topic())
    assert {citation.standard for citation in reply.citations} == {LOAN.id}


@pytest.mark.parametrize("text", ["mana yang paling mahal?", "standar lain beda ga biayanya?"])
def test_others_are_compared_with_the_standard_spoken_of(text: str, three: Finder) -> None:
    reply = three.ask(text, three.ask("biaya peminjaman arsip?", Topic()).topic)
    assert len({citation.standard for citation in reply.citations}) > 1
