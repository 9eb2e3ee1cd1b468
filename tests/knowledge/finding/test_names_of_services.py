"""What people call a service: its thing alone, its abbreviation, and not what merely looks so."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_standard, a_step


def _standard(title: str, step: str, cost: str = "Gratis", **says: str) -> ServiceStandard:
    given = {Facet(name): text for name, text in says.items()}
    return a_standard(title, says={Facet.COST: cost, **given}, steps=[a_step("1", step)])


WEDDING = _standard("Pencatatan Nikah", "Penghulu mencatat akad nikah", "Rp600.000")
LETTER = _standard("Surat Rekomendasi Nikah", "Staf mengetik surat rekomendasi nikah")
COPY = _standard("Penerbitan Duplikat Buku Nikah", "Staf mencari register buku nikah")
BIRTH = _standard(
    "Penerbitan Akta Kelahiran", "Operator merekam data", requirements="Fotokopi buku nikah"
)
PRACTICE = _standard(
    "Penerbitan Surat Izin Praktik (SIP) Tenaga Kesehatan", "Tim memeriksa berkas",
    requirements="Surat keterangan sehat", service_hours="Senin",
)  # fmt: skip
CLINIC = _standard("Rawat Jalan", "Dokter memeriksa pasien rawat jalan")
LEAVE = _standard("Cuti Pegawai Negeri Sipil", "Atasan menyetujui cuti")
ALL = (WEDDING, LETTER, COPY, BIRTH, PRACTICE, CLINIC, LEAVE)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(ALL)


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("nikah bayar berapa?", WEDDING),
        ("daftar nikah perlu surat apa?", WEDDING),
        ("rekomendasi nikah berapa lama?", LETTER),
        ("duplikat buku nikah gratis ga?", COPY),
        ("SIP berlaku berapa tahun?", PRACTICE),
        ("bikin sip berapa lama", PRACTICE),
        ("saya PNS mau buka praktik, syarat SIP apa?", PRACTICE),
        ("rawat jalan bayar berapa?", CLINIC),
        ("cuti PNS berapa lama?", LEAVE),
    ],
)
def test_the_service_that_people_mean_is_named(
    text: str, standard: ServiceStandard, shelf: Shelf
) -> None:
    assert read(text, shelf).named.certain == standard.id


@pytest.mark.parametrize("text", ["rawat inap bayar berapa?", "cara naik kelas rawat inap?"])
def test_another_kind_of_the_thing_names_no_service(text: str, shelf: Shelf) -> None:
    assert read(text, shelf).named.certain is None


def test_a_filler_of_chats_names_nothing_where_no_title_has_it(shelf: Shelf) -> None:
    without = Shelf([WEDDING, CLINIC])
    assert "sip" in {word.text for word in read("sip, biaya nikah?", shelf).words}
    assert "sip" not in {word.text for word in read("sip, biaya nikah?", without).words}


def test_words_of_another_title_do_not_leave_the_standard_that_says_them_all() -> None:
    finder = Finder(ALL)
    first = finder.ask("syarat akta kelahiran?", Topic())
    assert finder.ask("buku nikah?", first.topic).topic.standard == BIRTH.id
    assert finder.ask("duplikat buku nikah?", first.topic).topic.standard == COPY.id


def test_posts_that_differ_by_a_word_of_the_chat_stay_apart() -> None:
    paid = a_standard(
        "Pembayaran Honor",
        steps=[
            a_step("1", "Bendahara Penerimaan mencatat setoran", actors=["Bendahara Penerimaan"]),
            a_step("2", "Bendahara Pengeluaran Pembantu membayar honor",
                   actors=["Bendahara Pengeluaran Pembantu"]),
        ],
    )  # fmt: skip
    reply = Finder([paid, CLINIC]).ask("apa tugas Bendahara Pengeluaran Pembantu?", Topic())
    assert "membayar honor" in str(reply.values)
    assert "setoran" not in str(reply.values)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pembayaran biaya perjalanan dinas itu dasar hukumnya apa?", "Peraturan Menteri"),
        ("gimana prosedur pembayaran biaya perjalanan dinas?", "Petugas loket"),
        ("perjalanan dinas biayanya berapa?", "Gratis"),
    ],
)
def test_a_cue_that_is_but_words_of_the_title_asks_for_nothing(text: str, told: str) -> None:
    paying = _standard(
        "Pembayaran Biaya Perjalanan Dinas", "Petugas loket menerima berkas",
        legal_basis="Peraturan Menteri tentang Perjalanan Dinas",
    )  # fmt: skip
    assert told in str(Finder([paying, CLINIC]).ask(text, Topic()).values)


def test_itu_siapa_behind_a_deed_asks_for_its_doer_and_no_definition() -> None:
    reply = Finder([LEAVE, CLINIC]).ask("yang menyetujui cuti itu siapa?", Topic())
    assert reply.form == "step_actor"
