"""What people ask next of a step, its doer or its limit, and who bears what it costs."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

from .offices_made_up import asked, said

_LATE = "Usulan yang masuk sesudahnya diikutkan pada periode berikutnya."
EXAM = a_standard(
    "Ujian Kenaikan Pangkat",
    says={
        Facet.COST: "Gratis. Biaya perjalanan peserta dibebankan pada anggaran unit kerja peserta.",
        Facet.TOTAL_TIME: "65 hari kalender",
    },
    steps=[
        a_step("1", f"Unit kerja mengirim usulan peserta paling lambat H-30. {_LATE}"),
        a_step("2", "Analis Sumber Daya Manusia Aparatur menyusun daftar peserta", time="4 hari",
               actors=["Analis Sumber Daya Manusia Aparatur"]),
        a_step("3", "Pengelola Data menyusun konsep daftar", actors=["Pengelola Data"]),
        a_step("4", "Kepala Bagian Umum memeriksa konsep daftar", actors=["Kepala Bagian Umum"]),
        a_step("5", "Bendahara menerima pembayaran di loket kas", actors=["Bendahara"]),
        a_step("6", "Petugas Loket menyerahkan kartu ujian", actors=["Petugas Loket"]),
    ],
)  # fmt: skip
HALL = a_standard("Peminjaman Gedung", says={Facet.COST: "Rp100.000"})


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([EXAM, HALL])


def test_a_doer_with_a_long_name_is_known_by_all_of_it(finder: Finder) -> None:
    reply = finder.ask("apa tugas Analis Sumber Daya Manusia Aparatur di ujian pangkat?", Topic())
    assert reply.form == "official"


def test_how_long_he_is_given_is_the_time_of_his_one_step(finder: Finder) -> None:
    first = "apa tugas Analis Sumber Daya Manusia Aparatur di ujian pangkat?"
    assert "4 hari" in said(asked(finder, first, "dia dikasih waktu berapa hari?"))


def test_what_comes_later_than_the_limit_told_last_is_what_that_passage_says(
    finder: Finder,
) -> None:
    first = "usulan peserta ujian kenaikan pangkat dikirim paling lambat kapan?"
    assert _LATE in said(asked(finder, first, "kalau lewat dari itu gimana?"))


def test_nothing_is_told_of_later_where_no_limit_was_told(finder: Finder) -> None:
    reply = asked(finder, "biaya peminjaman gedung?", "kalau lewat dari itu gimana?")
    assert reply.kind is ReplyKind.UNKNOWN


def test_the_one_sentence_about_costs_tells_who_bears_a_ticket(finder: Finder) -> None:
    reply = asked(finder, "ujian kenaikan pangkat bayar?", "tiketnya siapa yang nanggung?")
    assert "anggaran unit kerja peserta" in said(reply)


def test_after_a_payment_asks_for_the_next_step_and_no_cost(finder: Finder) -> None:
    text = "ujian kenaikan pangkat, abis bayar di loket kas ke mana dan diapain?"
    reply = finder.ask(text, Topic())
    assert reply.form == "step_neighbour"
    assert reply.values["step"]["number"] == "6"


def test_who_does_what_behind_habis_itu_is_no_question_of_order(finder: Finder) -> None:
    first = "siapa yang menyusun konsep daftar ujian kenaikan pangkat?"
    reply = asked(finder, first, "habis itu konsepnya diperiksa siapa?")
    assert reply.form == "step_actor"
    assert "Kepala Bagian Umum" in said(reply)


_CARD = a_standard(
    "Keanggotaan Perpustakaan",
    says={Facet.TOTAL_TIME: "20 menit di tempat", Facet.OUTPUT: "Kartu anggota"},
    steps=[a_step("1", "Petugas mencetak kartu anggota", time="5 menit", actors=["Petugas"])],
)


@pytest.mark.parametrize(
    "text", ["kartunya jadi berapa lama?", "kartu anggota keluar berapa hari?"]
)
def test_when_the_product_is_ready_is_the_time_of_the_whole(text: str) -> None:
    assert "20 menit" in said(
        asked(Finder([_CARD, HALL]), "syarat keanggotaan perpustakaan?", text)
    )


def test_how_long_the_product_is_worked_on_is_the_time_of_that_step() -> None:
    first = "syarat keanggotaan perpustakaan?"
    reply = asked(Finder([_CARD, HALL]), first, "mencetak kartunya berapa lama?")
    assert "5 menit" in said(reply)


def test_at_most_how_many_days_behind_a_complaint_compares_nothing() -> None:
    hall = a_standard(
        "Peminjaman Gedung",
        says={
            Facet.COMPLAINT: "Pengaduan diterima Kepala Seksi, ditindaklanjuti dalam 3 hari kerja",
            Facet.TOTAL_TIME: "1 hari",
        },
    )
    finder = Finder([hall, EXAM])
    first = "pengaduan peminjaman gedung ke siapa?"
    assert "3 hari kerja" in said(asked(finder, first, "paling lama berapa hari ditindaklanjuti?"))


def test_by_when_a_report_is_answered_is_told_by_the_complaints_spoken_of() -> None:
    hall = a_standard(
        "Peminjaman Gedung",
        says={Facet.COMPLAINT: ("Aduan ke kotak saran", "Pejabat memberi tanggapan dalam 7 hari")},
    )
    other = a_standard("Izin Usaha", says={Facet.COMPLAINT: "Laporan ditanggapi dalam 2 hari"})
    first = "pengaduan peminjaman gedung lewat mana?"
    reply = asked(Finder([hall, other, EXAM]), first, "berapa lama laporannya ditanggapi?")
    assert "7 hari" in said(reply)


def test_what_somebody_does_is_told_with_the_time_of_a_column(finder: Finder) -> None:
    first = "apa tugas Analis Sumber Daya Manusia Aparatur di ujian pangkat?"
    assert "(4 hari)" in said(finder.ask(first, Topic()))


def test_a_title_said_in_full_names_its_standard_whatever_else_is_said() -> None:
    letter = a_standard(
        "Surat Keterangan Pengganti Ijazah", says={Facet.TOTAL_TIME: "10 hari kerja"}
    )
    enrolled = a_standard("Surat Keterangan Aktif Kuliah", says={Facet.TOTAL_TIME: "1 hari"})
    text = "dompet saya kecopetan, surat keterangan pengganti ijazah berapa hari?"
    assert "10 hari kerja" in said(Finder([letter, enrolled, EXAM]).ask(text, Topic()))


def test_what_is_made_is_ready_in_the_time_of_the_whole_also_behind_a_complaint() -> None:
    card = a_standard(
        "Kartu Anggota",
        says={
            Facet.COMPLAINT: "Pengaduan ditangani Kepala Seksi paling lama 5 hari kerja",
            Facet.TOTAL_TIME: "2 hari kerja",
            Facet.GUARANTEE: "Kartu yang tidak selesai dalam waktunya diantarkan ke alamat",
        },
    )
    finder = Finder([card, HALL])
    first = "pengaduan kartu anggota ke siapa?"
    assert "2 hari kerja" in said(asked(finder, first, "berapa hari jadinya?"))
    assert "diantarkan" in said(asked(finder, "biaya kartu anggota?", "kalau telat gimana?"))
