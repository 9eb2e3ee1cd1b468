"""A deed named by its verb alone, the columns of a step's row, and what a step leads up to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet, Item, ProcedureStep, Source, StepNote
from tests.knowledge.builders import a_standard, a_step


def _row(number: str, text: str, actor: str, time: str, needs: str, gives: str) -> ProcedureStep:
    """Return a step as a table of a procedure has it, its columns in notes."""
    notes = tuple(
        StepNote(said, Source(number)) for said in (f"Kelengkapan: {needs}", f"Output: {gives}")
    )
    return replace(a_step(number, text, time=time, actors=[actor]), text=text, notes=notes)


LETTERS = a_standard(
    "Penanganan Surat Masuk",
    says={
        Facet.LEGAL_BASIS: ("Peraturan Bupati tentang Tugas dan Fungsi Sekretariat Dewan",),
        Facet.COMPETENCE: ("Memahami tata naskah", "Mampu mengoperasikan komputer"),
    },
    steps=[
        _row("1", "Menerima surat masuk dari kurir", "Resepsionis", "5 menit", "Buku", "Resi"),
        _row("2", "Memeriksa alamat surat", "Arsiparis", "7 menit", "Resi", "Surat lolos"),
        _row("3", "Memilah surat menurut sifatnya", "Kasubbag", "9 menit", "Map", "Surat terpilah"),
        _row("4", "Memeriksa hasil pemilahan", "Kabag", "20 menit", "Surat terpilah", "Paraf"),
    ],
)
CHOICE = a_standard(
    "Pelatihan Kerja",
    says={Facet.COST: "Gratis"},
    steps=[
        replace(
            a_step(
                "1",
                "Tim Seleksi melaksanakan:",
                a_step("1.1", "tes tertulis", time="60 menit"),
                a_step("1.2", "wawancara", time="20 menit"),
                actors=["Tim Seleksi"],
            )
        ),
        replace(
            a_step("2", "Panitia Ujian menyiapkan:", actors=["Panitia Ujian"]),
            details=(Item("-", "lembar soal;", Source("x")), Item("-", "ruangan.", Source("x"))),
        ),
    ],
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((LETTERS, CHOICE))


@pytest.mark.parametrize(
    ("text", "aspect", "step"),
    [
        ("memilah surat berapa lama di SOP surat masuk?", "step_time", "3"),
        ("menerima surat masuk berapa lama?", "step_time", "1"),
        ("Siapa yang menerima surat masuk pada SOP Penanganan Surat Masuk Sekretariat Dewan?",
         "step_actor", "1"),
        ("siapa yang memilah surat masuk?", "step_actor", "3"),
    ],
)  # fmt: skip
def test_a_verb_alone_tells_the_step(text: str, aspect: str, step: str, office: Finder) -> None:
    reply = office.ask(text, Topic())
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == (aspect, step)


@pytest.mark.parametrize(
    "text", ["memproses surat masuk berapa lama?", "penanganan surat masuk berapa lama?"]
)
def test_a_verb_said_of_the_whole_tells_no_step(text: str, office: Finder) -> None:
    reply = office.ask(text, Topic())
    assert reply.request is not None
    assert reply.request.aspect == "total_time"


def test_a_law_that_is_named_answers_nothing_else(office: Finder) -> None:
    text = "Siapa yang memindai surat masuk pada SOP Penanganan Surat Masuk Sekretariat Dewan?"
    assert not office.ask(text, Topic()).answers


@pytest.mark.parametrize(
    ("text", "said"), [("outputnya apa?", "Surat terpilah"), ("kelengkapannya apa?", "Map")]
)
def test_a_column_is_told_of_the_step_spoken_of(text: str, said: str, office: Finder) -> None:
    first = office.ask("langkah 3 penanganan surat masuk siapa pelaksananya?", Topic())
    reply = office.ask(text, first.topic)
    assert reply.kind is ReplyKind.ANSWER
    assert (reply.request and reply.request.step) == "3"
    assert said in str(reply.values)


def test_a_column_that_no_step_has_is_not_told(office: Finder) -> None:
    first = office.ask("langkah 1 pelatihan kerja siapa pelaksananya?", Topic())
    reply = office.ask("outputnya apa?", first.topic)
    assert reply.kind is ReplyKind.UNKNOWN


@pytest.mark.parametrize(
    ("post", "said"),
    [("Tim Seleksi", ("tes tertulis", "wawancara")), ("Panitia Ujian", ("lembar soal", "ruangan"))],
)
def test_what_a_step_leads_up_to_is_told_of_its_post(
    post: str, said: tuple[str, ...], office: Finder
) -> None:
    reply = office.ask(f"apa tugas {post} pada pelatihan kerja?", Topic())
    assert reply.form == "official"
    assert all(part in str(reply.values) for part in said)
