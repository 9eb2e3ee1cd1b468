"""Terms that a text explains in passing, by a sentence or by a short form in brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet, Item, Section, Source
from tests.knowledge.builders import a_standard, a_step

_PLACE = Source("Bab II")
BUILDING = a_standard(
    "Persetujuan Bangunan",
    says={Facet.COST: "Rp10.000"},
    steps=[
        a_step("1", "TPA atau TPT memeriksa standar teknis", time="3 hari"),
        a_step("2", "Operator memeriksa status Cetak Siap Rekam (CSR)", time="1 hari"),
    ],
)
BUILDING = replace(
    BUILDING,
    abbreviations=(("CSR", "Cetak Siap Rekam"),),
    sections=(
        *BUILDING.sections,
        Section(
            Facet.OTHER,
            "",
            "Ketentuan Umum",
            "",
            tuple(
                Item("-", text, _PLACE)
                for text in (
                    "Dinas Pekerjaan Umum melayani pemohon.",
                    "Tim Penilai Teknis yang selanjutnya disingkat TPT adalah tim yang menilai"
                    " rumah tinggal.",
                    "Satu jam kerja (JK) sama dengan 60 menit.",
                )
            ),
            _PLACE,
        ),
    ),
)
OTHER = a_standard(
    "Legalisasi Ijazah",
    says={Facet.SUPERVISION: "Evaluasi kinerja dinilai setiap tahun"},
    steps=[a_step("1", "Loket menerima ijazah", time="5 menit")],
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((BUILDING, OTHER))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Apa yang dimaksud dengan TPT dalam persetujuan bangunan?", "rumah tinggal"),
        ("apa itu tim penilai teknis di persetujuan bangunan?", "rumah tinggal"),
        ("JK itu apa di persetujuan bangunan?", "60 menit"),
        ("apa itu CSR?", "Cetak Siap Rekam"),
    ],
)
def test_the_sentence_that_explains_a_term_is_told(text: str, said: str, office: Finder) -> None:
    reply = office.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert reply.answers
    assert said in str(reply.values)
    assert "melayani pemohon" not in str(reply.values)


def test_a_term_that_is_nowhere_explained_is_not(office: Finder) -> None:
    assert not office.ask("apa yang dimaksud dengan retribusi?", Topic()).answers
