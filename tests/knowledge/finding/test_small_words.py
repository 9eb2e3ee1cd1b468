"""Words that seem to ask for another thing than they do, and names that any service could have."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

STAMP = a_standard(
    "Legalisasi Surat",
    says={
        Facet.TOTAL_TIME: "Paling lama 20 menit",
        Facet.REQUIREMENTS: "Surat asli, diterbitkan paling lama 1 tahun lalu",
    },
    steps=[a_step("1", "Kepala Seksi Umum menandatangani atas nama Camat", time="10 menit")],
)
SAILING = a_standard("Penerbitan Surat Persetujuan Berlayar", says={Facet.COST: "gratis"})
CLINIC = a_standard(
    "Rawat Jalan", says={Facet.REQUIREMENTS: "Penerbitan surat jaminan peserta di loket"}
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder((STAMP, SAILING, CLINIC))


def test_on_whose_behalf_somebody_signs_asks_for_no_name(finder: Finder) -> None:
    reply = finder.ask("yang tanda tangan legalisasi surat atas nama camat siapa ya", Topic())
    assert "Kepala Seksi Umum" in reply.said
    assert read("nama camat siapa", Shelf([STAMP, CLINIC])).has("person_name")


def test_when_it_is_ready_asks_for_the_whole_time(finder: Finder) -> None:
    topic = finder.ask("syarat legalisasi surat?", Topic()).topic
    for text in ("jadinya kapan?", "kapan jadi?"):
        assert "20 menit" in finder.ask(text, topic).said


def test_a_paper_that_any_office_issues_names_no_service_for_sure() -> None:
    shelf = Shelf([STAMP, SAILING, CLINIC])
    assert not read("penerbitan surat jaminan peserta", shelf).named.firm
    assert read("penerbitan surat persetujuan berlayar", shelf).named.firm


@pytest.mark.parametrize("text", ["kalau yang 40 GT?", "klo 40 gt brp"])
def test_another_size_after_a_part_that_goes_by_sizes_is_that_part_again(text: str) -> None:
    port = a_standard(
        "Tambat Labuh",
        says={Facet.COST: "Sampai dengan 10 GT Rp3.000, di atas 10 GT sampai dengan 30 GT Rp7.500"},
        steps=[a_step("1", "Petugas memeriksa kapal", time="40 menit")],
    )
    finder = Finder((port, STAMP))
    topic = finder.ask("biaya tambat labuh berapa?", Topic()).topic
    assert "Rp7.500" in finder.ask(text, topic).said
    step = finder.ask("langkah 1 tambat labuh apa?", Topic()).topic
    assert "Rp7.500" not in finder.ask(text, step).said
