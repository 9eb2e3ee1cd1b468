"""What could answer a question, and how likely each is: learned weights over made-up standards."""

from __future__ import annotations

import math

import pytest

from knowledge.finding import Topic
from knowledge.finding.candidates import Candidate, candidates_of
from knowledge.finding.content import Searcher
from knowledge.finding.passages import passages_of
from knowledge.finding.question import read
from knowledge.finding.ranking import NOTHING, Likely, Ranker, Weighing, scored
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

LOAN = a_standard(
    "Peminjaman Proyektor",
    says={
        Facet.REQUIREMENTS: ("Kartu pegawai yang masih berlaku", "Nota dinas dari kepala unit"),
        Facet.COST: "Tidak dipungut biaya",
        Facet.SERVICE_HOURS: "Senin sampai Kamis pukul 08.00 sampai 15.30",
        Facet.GUARANTEE: "Proyektor yang rusak di jalan diperbaiki Bagian Perlengkapan",
        Facet.PLACE: "Gudang perlengkapan, lantai 2 Gedung Anggrek",
        Facet.OUTPUT: "Proyektor beserta kabel dan tasnya",
    },
    steps=[
        a_step("1", "Petugas gudang memeriksa nota dinas", time="10 menit", actors=["Petugas"]),
        a_step("2", "Kepala Gudang menandatangani berita acara", actors=["Kepala Gudang"]),
    ],
)
HALL = a_standard("Pemakaian Aula", says={Facet.COST: "Rp500.000 per hari"})
_SHELF = Shelf((LOAN, HALL))
_RANKER = Ranker(_SHELF, Searcher(_SHELF))


def likely(text: str, topic: Topic = Topic()) -> list[Likely]:  # noqa: B008 - frozen
    return list(_RANKER.ranked(read(text, _SHELF), topic, LOAN.id).likely)


def of(aspect: str) -> Candidate:
    return next(c for c in candidates_of(LOAN) if c.whole and c.request.aspect == aspect)


def test_every_passage_and_every_part_is_a_candidate() -> None:
    found = candidates_of(LOAN)
    numbers = [c.members for c in found if not c.whole]
    assert numbers == [(passage.number,) for passage, _ in passages_of(LOAN)]
    parts = {c.request.aspect for c in found if c.whole}
    assert {"requirements", "cost", "service_hours", "procedure", "place"} <= parts
    assert "legal_basis" not in parts


def test_a_part_has_the_traits_of_all_that_it_tells() -> None:
    assert len(of("requirements").texts) == 2
    assert "members:2" in of("requirements").traits
    assert {"clock", "number"} <= {*of("service_hours").traits}
    assert "address" in of("place").traits
    assert "clock" not in of("place").traits


def test_a_step_tells_who_does_it_and_if_it_takes_a_set_time() -> None:
    first, second = (c for c in candidates_of(LOAN) if c.request.step)
    assert {"actors", "timed", "first"} <= {*first.traits}
    assert "sign" in second.traits
    assert not {"timed", "first"} & {*second.traits}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("proyektornya rusak di jalan gimana?", "diperbaiki"),
        ("jam brp gudang proyektor buka?", "08.00"),
        ("pinjem proyektor bayar gak?", "Tidak dipungut"),
        ("proyektor: siapa yg ttd berita acaranya?", "menandatangani"),
        ("yg perlu disiapin apa aja buat pinjam proyektor?", "Kartu pegawai"),
    ],
)
def test_what_answers_is_the_likeliest(text: str, told: str) -> None:
    assert told in " ".join(likely(text)[0].candidate.texts)


def test_shares_are_those_of_one_whole_of_which_nothing_has_a_part() -> None:
    found = likely("proyektornya rusak di jalan gimana?")
    shares = [one.share for one in found]
    assert shares == sorted(shares, reverse=True)
    assert 0.5 < math.fsum(shares) < 1
    assert NOTHING not in [one.candidate for one in found]


def test_words_that_no_text_knows_make_everything_less_likely() -> None:
    known, strange = likely("proyektor rusak gimana?"), likely("timnas kebobolan zebra gimana?")
    assert strange[0].share < known[0].share
    assert not strange[0].fits
    assert known[0].fits


def test_the_part_spoken_of_last_is_likelier_for_a_bare_question() -> None:
    spoken = Topic(LOAN.id, aspect="service_hours")
    share = {one.candidate.request.aspect: one.share for one in likely("kalau jumat?", spoken)}
    alone = {one.candidate.request.aspect: one.share for one in likely("kalau jumat?")}
    assert share["service_hours"] > alone["service_hours"]


def test_a_score_adds_up_clues_times_traits_and_fits() -> None:
    weighing = Weighing({"siapa": 0.5}, (of("cost"), NOTHING), ({"all:score": 0.5}, {}))
    weights = {"siapa": {"facet:cost": -2.0, "nothing": 1.0}, "=": {"all:score": 3.0}, "mana": {}}
    assert scored(weighing, weights) == [-1.0 + 1.5, 0.5]
