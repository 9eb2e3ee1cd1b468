"""Posts of other offices than the State Secretariat, and questions in English about them."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

PERMIT = a_standard(
    "Izin Perjalanan Dinas Luar Negeri",
    says={Facet.COST: "Gratis", Facet.SERVICE_HOURS: "Senin sampai Jumat"},
    steps=[
        a_step("1", "Kepala Bagian Kerja Sama Teknik menelaah surat", time="1 hari",
               actors=["Kepala Bagian Kerja Sama Teknik"]),
        a_step("2", "Sekretaris Jenderal menandatangani surat izin", time="2 hari",
               actors=["Sekretaris Jenderal"]),
    ],
    responsible="Kepala Biro Kerja Sama",
    complaint=a_chain("Kepala Biro Kerja Sama"),
)  # fmt: skip
CARD = a_standard(
    "Penerbitan Kartu Tanda Penduduk",
    says={Facet.REQUIREMENTS: "Fotokopi Kartu Keluarga", Facet.COST: "Tidak dipungut biaya"},
    steps=[
        a_step("1", "Kepala Seksi Identitas memeriksa data", time="1 jam",
               actors=["Kepala Seksi Identitas"]),
        a_step("2", "Kepala Bidang Pelayanan Pendaftaran memaraf kartu", time="1 jam",
               actors=["Kepala Bidang Pelayanan Pendaftaran"]),
        a_step("3", "Kepala Dinas Kependudukan menandatangani kartu", time="1 hari",
               actors=["Kepala Dinas Kependudukan"]),
    ],
)  # fmt: skip
COPIES = a_standard(
    "Legalisasi Ijazah",
    says={Facet.COST: "Rp 2.000", Facet.SERVICE_HOURS: "Selasa"},
    steps=[
        a_step("1", "Koordinator Layanan Alumni membubuhkan stempel", time="1 jam",
               actors=["Koordinator Layanan Alumni"]),
        a_step("2", "Alumni mengisi formulir", time="5 menit", actors=["Alumni"]),
        a_step("3", "Dekan menandatangani salinan", time="1 hari", actors=["Dekan"]),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def offices() -> Finder:
    return Finder((PERMIT, CARD, COPIES))


def official(reply: Reply) -> object:
    return reply.values.get("post")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("tugas Kabag Kerja Sama Teknik apa?", "Kepala Bagian Kerja Sama Teknik"),
        ("karo kerja sama tugasnya apa", "Kepala Biro Kerja Sama"),
        ("tugas kepala bagian apa?", "Kepala Bagian Kerja Sama Teknik"),
        ("apa peran Sekretaris Jenderal?", "Sekretaris Jenderal"),
        ("tugas kepala bidang pelayanan pendaftaran apa?", "Kepala Bidang Pelayanan Pendaftaran"),
        ("kabid pelayanan ngapain", "Kepala Bidang Pelayanan Pendaftaran"),
        ("kasi identitas tugasnya apa", "Kepala Seksi Identitas"),
        ("tugas kadis apa?", "Kepala Dinas Kependudukan"),
        ("tugas koordinator alumni", "Koordinator Layanan Alumni"),
        ("apa tugas Dekan dalam legalisasi?", "Dekan"),
    ],
)
def test_the_duties_of_a_post_are_told(text: str, post: str, offices: Finder) -> None:
    reply = offices.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert official(reply) == post


@pytest.mark.parametrize(
    "text", ["tugas Kepala Bagian Keuangan apa?", "apa tugas rektor?", "tugas camat apa?"]
)
def test_a_post_that_no_standard_names_is_refused(text: str, offices: Finder) -> None:
    assert offices.ask(text, Topic()).kind is ReplyKind.UNKNOWN


def test_of_several_posts_of_a_rank_one_is_chosen(offices: Finder) -> None:
    other = a_standard(
        "Peminjaman Ruang",
        steps=[a_step("1", "Kepala Bagian Umum menyetujui", actors=["Kepala Bagian Umum"])],
    )
    reply = Finder((PERMIT, other)).ask("tugas kepala bagian apa?", Topic())
    assert reply.kind is ReplyKind.CHOICE
    names = {option.label for option in reply.options}
    assert names == {"Kepala Bagian Kerja Sama Teknik", "Kepala Bagian Umum"}


def test_another_rank_may_be_named_next(offices: Finder) -> None:
    before = offices.ask("tugas kepala bagian kerja sama teknik apa?", Topic())
    assert official(offices.ask("kalau kepala bironya?", before.topic)) == "Kepala Biro Kerja Sama"


@pytest.mark.parametrize(
    ("text", "key", "aspect"),
    [
        ("What are the requirements for a new ID card?", CARD.id, "requirements"),
        ("How much does diploma legalization cost?", COPIES.id, "cost"),
        ("who signs the overseas travel permit letter?", PERMIT.id, "step_signer"),
        ("what are the opening hours for diploma legalisation?", COPIES.id, "service_hours"),
    ],
)
def test_everyday_english_is_understood(text: str, key: str, aspect: str, offices: Finder) -> None:
    reply = offices.ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (key, aspect)
    assert reply.language == "en"


def test_all_standards_are_listed_in_english(offices: Finder) -> None:
    reply = offices.ask("list all standards", Topic())
    assert (reply.form, reply.language) == ("listing", "en")


def test_an_english_question_keeps_the_topic(offices: Finder) -> None:
    before = offices.ask("How much is diploma legalization?", Topic())
    after = offices.ask("and how long?", before.topic)
    assert after.request is not None
    assert after.request.standard == COPIES.id
