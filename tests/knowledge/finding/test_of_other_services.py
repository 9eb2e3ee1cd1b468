"""What is asked of a service that none of the standards gives, though a word of it stands there."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

ROOMS = a_standard(
    "Peminjaman Ruang Rapat dan Kendaraan Dinas Sekretariat Daerah",
    says={
        Facet.REQUIREMENTS: ("Surat tugas", "Nota permohonan"),
        Facet.COMPETENCE: (
            "Pengemudi memiliki SIM A atau SIM C yang masih berlaku",
            "Mampu mengoperasikan komputer",
        ),
        Facet.COST: "Tidak dipungut biaya",
    },
    steps=[
        a_step("1", "Pengguna mengajukan permohonan pemakaian ruang rapat"),
        a_step("2", "Staf menyiapkan kendaraan dinas milik daerah", time="30 menit"),
    ],
)
LETTERS = a_standard(
    "Penanganan Surat Masuk",
    says={
        Facet.COST: "Gratis",
        Facet.FACILITIES: ("Komputer", "Pemindai", "Printer", "Lemari arsip", "Meja", "Kursi"),
        Facet.COMPETENCE: ("Memahami tata naskah", "Teliti", "Jujur", "Ramah", "Cermat"),
        Facet.GUARANTEE: ("Surat dirahasiakan", "Surat tidak hilang", "Buku dijaga"),
    },
    steps=[a_step("1", "Petugas mencatat surat dalam buku agenda", time="5 menit")],
)


@pytest.fixture(scope="module")
def both() -> Finder:
    return Finder((ROOMS, LETTERS))


@pytest.mark.parametrize(
    "text", ["syarat SIM C apa aja?", "biaya sim c berapa?", "bikin SIM C syaratnya apa"]
)
def test_a_word_said_of_another_part_makes_no_service(text: str, both: Finder) -> None:
    assert both.ask(text, Topic()).kind is ReplyKind.UNKNOWN


def test_the_word_is_told_where_its_own_part_is_asked(both: Finder) -> None:
    reply = both.ask("pengemudi harus punya SIM apa?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert "SIM A" in str(reply.values)


@pytest.mark.parametrize(
    "text", ["cara pinjam buku di perpustakaan daerah gimana?", "pinjam buku syaratnya apa?"]
)
def test_what_is_done_to_another_thing_is_no_service_of_ours(text: str, both: Finder) -> None:
    assert both.ask(text, Topic()).kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize("text", ["cara pinjam gimana?", "cara pinjam kendaraan gimana?"])
def test_what_is_done_names_a_service_alone_or_with_its_thing(text: str, both: Finder) -> None:
    reply = both.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert {citation.standard for citation in reply.citations} == {ROOMS.id}
