"""What most likely answers: below an answer that does not tell it, alone, or for a missing part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind
from knowledge.model import Channel, Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

from .offices_made_up import asked

CAMP = a_standard(
    "Pemakaian Bumi Perkemahan",
    says={
        Facet.REQUIREMENTS: ("Surat permohonan", "Daftar peserta", "Surat izin orang tua"),
        Facet.COST: ("Tenda Rp50.000 per malam", "Peserta yang batal hadir tidak membayar"),
        Facet.OUTPUT: "Izin pemakaian berlaku tiga malam",
        Facet.FACILITIES: "Tersedia api unggun, dapur umum dan kamar mandi",
        Facet.SUPERVISION: "Api unggun dipadamkan paling lambat pukul 22.00",
    },
    steps=[
        a_step("1", "Petugas memeriksa surat permohonan", time="1 hari", actors=["Petugas"]),
        a_step("2", "Kepala UPT menerbitkan izin", time="2 hari", actors=["Kepala UPT"]),
    ],
)
POOL = a_standard("Pemakaian Kolam Renang", says={Facet.COST: "Rp10.000"})


@pytest.fixture(scope="module")
def offices() -> Finder:
    return Finder((CAMP, POOL))


@pytest.fixture(scope="module")
def complained() -> Finder:
    channels = (Channel("whatsapp", "0812-0000-0000"), Channel("email", "imei@kota.example"))
    complaint = replace(a_chain("Kepala Seksi"), channels=channels)
    papers = ("Paspor asli", "Boarding pass kedatangan")
    phones = a_standard("Registrasi IMEI", says={Facet.REQUIREMENTS: papers}, complaint=complaint)
    return Finder((phones, POOL))


def test_what_is_meant_stands_below_an_answer_that_tells_another_thing(offices: Finder) -> None:
    reply = asked(offices, "bumi perkemahan ada fasilitas api unggun? dipadamkan jam berapa?")
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "with_more")
    assert "kamar mandi" in str(reply.values["main"])
    assert "22.00" in str(reply.values["more"])
    assert len(reply.citations) == 2


@pytest.mark.parametrize(
    "text",
    [
        "syarat bumi perkemahan apa saja?",  # a part by its name, and nothing else
        "bumi perkemahan langkah 2 berapa lama?",  # a numbered step
        "setelah petugas memeriksa surat permohonan perkemahan terus apa?",  # what comes next
    ],
)
def test_an_answer_that_tells_just_what_is_asked_stands_alone(offices: Finder, text: str) -> None:
    assert asked(offices, text).form != "with_more"


def test_what_no_rule_finds_is_told_and_not_said_to_be_sure(offices: Finder) -> None:
    reply = asked(offices, "bumi perkemahan: yang batal hadir kena apa?")
    assert "tidak membayar" in reply.said
    assert reply.citations


@pytest.mark.parametrize(
    "text",
    [
        "bumi perkemahan: tiket konser zebra gimana?",  # nothing is said of it
        "kolam renang: zebra boleh ikut?",
    ],
)
def test_what_the_text_does_not_speak_of_is_not_guessed(offices: Finder, text: str) -> None:
    assert not asked(offices, text).answers


def test_the_part_told_last_is_no_answer_to_what_does_not_fit_it(offices: Finder) -> None:
    reply = asked(offices, "biaya kolam renang?", "kalau lewat dari itu gimana?")
    assert reply.kind is ReplyKind.UNKNOWN


def test_another_service_is_not_answered_with_the_one_spoken_of(offices: Finder) -> None:
    reply = asked(offices, "syarat bumi perkemahan?", "bikin ktp ilang syaratnya apa")
    assert not reply.answers


def test_another_part_does_not_stand_in_for_a_missing_one(offices: Finder) -> None:
    reply = asked(offices, "dasar hukum kolam renang?")
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")


def test_how_often_a_thing_happened_names_no_step(offices: Finder) -> None:
    reply = asked(offices, "bumi perkemahan: peserta batal hadir 2x kena apa?")
    assert "tidak membayar" in reply.said
    assert reply.form != "no_step"


def test_one_passage_answers_what_names_no_standard(offices: Finder) -> None:
    reply = asked(offices, "api unggun zebra dipadamkan kapan")
    assert "22.00" in reply.said
    assert not reply.sure


def test_what_is_mostly_strange_is_not_guessed(offices: Finder) -> None:
    reply = asked(offices, "dapur umum zebra naga ada ga")
    assert reply.kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("peserta zebra naga yang batal hadir kena apa?", "tidak membayar"),
    ],
)
def test_a_strange_word_does_not_stop_what_goes_on_about_the_standard(
    text: str, told: str, offices: Finder
) -> None:
    reply = asked(offices, "keluaran bumi perkemahan?", text)
    assert told in reply.said
    assert not reply.sure


@pytest.mark.parametrize("text", ["kalau kilat nambah brp?", "kalau 300 juta kilat tambahannya?"])
def test_what_comes_on_top_is_asked_in_ordinary_words(text: str) -> None:
    says = ("Rp50.000 per alat", "Pengujian kilat dikenai tambahan 75 persen")
    tests = a_standard("Pengujian Alat", says={Facet.COST: says, Facet.OUTPUT: "Laporan"})
    reply = asked(Finder((tests, POOL)), "keluaran pengujian alat?", text)
    assert "75 persen" in reply.said


def test_a_part_of_a_strange_thing_is_not_told_of_the_standard_spoken_of(offices: Finder) -> None:
    reply = asked(offices, "keluaran bumi perkemahan?", "sertifikat zebra syaratnya apa?")
    assert not reply.answers


def test_a_cue_of_a_thing_does_not_hide_what_is_asked_of_it(complained: Finder) -> None:
    reply = asked(complained, "daftar imei HP bawa surat apa, paspor?")
    assert reply.form == "with_more"
    assert "Paspor" in str(reply.values["more"])


@pytest.mark.parametrize("text", ["nomor WA pengaduan imei berapa?", "emailnya imei?"])
def test_below_a_channel_stands_nothing_of_the_same_part(text: str, complained: Finder) -> None:
    assert asked(complained, text).form == "complaint_channel"


def test_one_of_several_is_not_asked_about_where_it_is_likely_meant() -> None:
    clinic = a_standard("Rawat Jalan", says={Facet.REQUIREMENTS: "Kartu BPJS, rujukan berobat"})
    copies = a_standard("Salinan Rekam Medis", says={Facet.REQUIREMENTS: "Fotokopi KTP pasien"})
    both = [replace(one, preamble=("RSUD MELATI",)) for one in (clinic, copies)]
    finder = Finder((CAMP, POOL, *both))
    meant = asked(finder, "berobat pakai rujukan bpjs di rsud melati bawa syarat apa aja")
    assert meant.kind is ReplyKind.ANSWER
    assert "rujukan" in meant.said
    assert asked(finder, "syarat di rsud melati apa aja").kind is ReplyKind.CHOICE


def test_a_word_of_several_names_gives_way_to_the_standard_that_says_all_of_it() -> None:
    plates = a_standard(
        "Penggantian Pelat Nomor",
        says={
            Facet.COST: "Cek fisik kendaraan tidak dipungut biaya",
            Facet.REQUIREMENTS: ("Kendaraan dihadirkan untuk cek fisik", "STNK asli"),
        },
    )
    cars = a_standard(
        "Peminjaman Kendaraan Dinas",
        says={
            Facet.COST: "Biaya tol kendaraan oleh peminjam",
            Facet.WARNING: "Petugas memeriksa kendaraan sebelum dipinjam",
        },
    )
    buses = a_standard(
        "Perawatan Kendaraan Dinas", says={Facet.COST: "Biaya dikenakan per kendaraan"}
    )
    reply = asked(
        Finder((cars, buses, plates, POOL)), "Apakah cek fisik kendaraan dikenakan biaya?"
    )
    assert reply.kind is ReplyKind.ANSWER
    assert "Cek fisik kendaraan" in reply.said
