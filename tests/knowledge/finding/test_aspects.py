"""Cues of what is asked: gaps, order, the longest of several, and the cues that ship."""

from __future__ import annotations

import pytest

from knowledge.finding.aspects import ASKED, Cues, Hit
from knowledge.finding.question import read
from knowledge.finding.scope import best_facet
from knowledge.finding.shelf import Shelf
from knowledge.language import words
from knowledge.language.normalize import as_words, expand, flatten, tokens


def hits(text: str, *rows: tuple[str, int, str]) -> dict[str, Hit]:
    return Cues(rows).find(as_words(expand(tokens(flatten(text)))))


COST = ("cost", 9, "biaya")
HANDLER = ("handler", 9, "siapa ~ menangani ~ pengaduan")


def test_a_cue_is_found_by_its_stem() -> None:
    for text in ("biaya", "berapa biayanya?", "Pembiayaan", "BIAYA!!"):
        assert hits(text, COST)["cost"].score == 9


def test_without_the_word_there_is_no_hit() -> None:
    assert hits("tempatnya di mana", COST) == {}
    assert hits("", COST) == {}


def test_the_words_of_a_cue_stand_together_but_for_one_stop_word() -> None:
    row = ("hours", 8, "jam kerja")
    assert hits("jam kerja", row)
    assert hits("jam untuk kerja", row)
    assert not hits("jam untuk yang kerja", row)
    assert not hits("jam rapat kerja", row), "a word that names something breaks the cue"


def test_where_the_cue_has_a_gap_a_few_words_may_stand() -> None:
    assert hits("siapa menangani pengaduan", HANDLER)
    assert hits("siapa sih yang nanti menangani semua pengaduan", HANDLER)
    assert hits("siapa satu dua tiga empat menangani pengaduan", HANDLER)
    many = "satu dua tiga empat lima enam tujuh delapan sembilan"
    assert not hits(f"siapa {many} menangani pengaduan", HANDLER)


def test_the_words_of_a_cue_stand_in_order() -> None:
    assert not hits("pengaduan menangani siapa", HANDLER)


def test_who_may_also_be_asked_last() -> None:
    assert hits("yang menangani pengaduan siapa", HANDLER)
    assert not hits("yang menangani pengaduan apa", HANDLER)


def test_longer_cues_are_surer() -> None:
    short, long = ("hours", 8, "jam"), ("hours", 8, "jam kerja kantor")
    assert hits("jam kerja kantor", short)["hours"].score == 8
    assert hits("jam kerja kantor", long)["hours"].score == 9


def test_of_several_cues_the_surest_counts_and_all_their_words_are_used() -> None:
    found = hits("jam kerja kantor", ("hours", 5, "jam"), ("hours", 8, "kerja kantor"))
    assert found["hours"].score == 8.5
    assert found["hours"].positions == {0, 1, 2}


def test_each_aspect_has_its_own_hit() -> None:
    found = hits("biaya dan tempatnya", COST, ("place", 8, "tempat"))
    assert found.keys() == {"cost", "place"}


def test_one_word_cues_name_their_stems() -> None:
    cues = Cues([COST, ("hours", 8, "jam kerja")])
    assert cues.stems() == {"biaya"}
    assert {"biaya", "jam", "kerja"} <= cues.vocabulary


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("dasar hukumnya apa", "legal_basis"), ("peraturan apa yg jadi dasarnya", "legal_basis"),
        ("latar belakangnya apa?", "background"), ("kenapa standar ini dibuat", "background"),
        ("maksud dan tujuannya", "purpose"), ("ruang lingkupnya apa aja", "scope"),
        ("unit pelayanannya", "unit"), ("siapa pelaksananya", "implementers"),
        ("penanggung jawabnya siapa", "responsible"), ("pj nya sapa", "responsible"),
        ("sasaran yang mau dicapai", "target"), ("siapa saja penggunanya", "users"),
        ("outputnya apa", "output"), ("keluarannya apa", "output"), ("manfaatnya apa", "outcome"),
        ("definisi peristilahan", "definitions"), ("kompetensi pelaksananya", "competence"),
        ("skill apa aja yg dibutuhin", "competence"), ("bagan alurnya ada?", "framework"),
        ("prosedurnya gimana", "procedure"), ("langkah langkahnya apa aja", "procedure"),
        ("syaratnya apa aja", "requirements"), ("persyaratan pengguna", "requirements_user"),
        ("persyaratan pelaksana", "requirements_implementer"), ("sarana prasarana", "facilities"),
        ("alat apa aja yang dipake", "facilities"), ("brp biayanya", "cost"), ("gratis ga", "cost"),
        ("bayar brp", "cost"), ("tempatnya dmn", "place"),
        ("loketnya di sebelah mana sih", "place"), ("kantornya di jalan apa", "place"),
        ("syarat khusus untuk menggunakan aula", "requirements"),
        ("stnk mau habis, syaratnya apa", "requirements"),
        ("jadwalnya kapan", "service_hours"),
        ("buka jam brp", "service_hours"), ("sabtu buka ga", "service_hours"),
        ("peringatannya apa", "warning"), ("kalo telat gmn", "warning"),
        ("ngadu ke siapa", "complaint_receiver"), ("penanganan pengaduan", "complaint"),
        ("siapa yg menindaklanjuti pengaduan", "complaint_handler"),
        ("bisa didelegasikan ga", "complaint_delegation"),
        ("no telp pengaduan", "complaint_channel"), ("email pengaduannya", "complaint_channel"),
        ("pengaduan berapa lama dijawab", "complaint_time"),
        ("pengawasan internalnya", "supervision"), ("ada sanksi ga", "supervision"),
        ("jumlah pelaksananya berapa", "staff_count"), ("jaminan pelayanannya", "guarantee"),
        ("jaminan keamanannya", "safety"), ("kerahasiaan dokumen dijamin?", "safety"),
        ("evaluasi kinerjanya kapan", "evaluation"), ("nama pejabatnya siapa", "person_name"),
        ("what is the legal basis", "legal_basis"), ("who is responsible", "responsible"),
        ("how much does it cost", "cost"), ("where is it", "place"),
        ("what are the requirements", "requirements"),
        ("how are complaints handled", "complaint_handler"),
        ("is there internal supervision", "supervision"),
    ],
)  # fmt: skip
def test_what_is_asked_is_told_by_the_cues(text: str, facet: str, shelf: Shelf) -> None:
    assert best_facet(read(text, shelf)) == facet


@pytest.mark.parametrize(
    "text",
    ["cuaca besok", "resep nasi goreng", "siapa presiden", "sosialisasi", "halo", "langkah",
     "kabag protokol", "terima kasih", "asdfgh"],
)  # fmt: skip
def test_a_message_that_asks_for_no_facet_cues_none(text: str, shelf: Shelf) -> None:
    assert best_facet(read(text, shelf)) in (None, "procedure")


def test_every_facet_that_can_be_asked_for_has_a_cue(shelf: Shelf) -> None:
    cued = {aspect for aspect, _, _ in words.cues()}
    assert ASKED - cued == {"total_time"}, "a total is asked for by duration_total"
