"""Complaints of a kind go to whoever the standard names for that kind, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import ComplaintCase, ComplaintChain, Facet, ServiceStandard, Source
from knowledge.routing.route import Decider, Decision
from knowledge.routing.router import Router
from tests.knowledge.builders import a_standard

WATER, QUALITY, BOSS = "Kepala Bagian Distribusi", "Manajer Mutu", "Kepala Satuan Pengawas"
CASES = (
    ComplaintCase(
        "gangguan teknis (kebocoran, air keruh, air tidak mengalir)", (WATER,), Source("H.3", None)
    ),
    ComplaintCase("hasil uji", (QUALITY,), Source("H.4", None)),
    ComplaintCase("dugaan pungutan liar", (BOSS,), Source("H.5", None)),
)
CHAIN = ComplaintChain(
    "Kepala Bagian Pelanggan", None, ("Kepala Seksi Pengaduan",), (),
    handled_source=Source("H.2", None), cases=CASES, next="Direktur",
    next_source=Source("H.6", None),
)  # fmt: skip


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    said = (f"{case.about} ditangani oleh {case.handled_by[0]}" for case in CASES)
    says = {Facet.COMPLAINT: ("Disampaikan kepada Kepala Bagian Pelanggan", *said)}
    return replace(a_standard("Sambungan Air", says=says), complaint=CHAIN)


@pytest.mark.parametrize(
    ("text", "handler", "key"),
    [
        ("pipa di depan rumah bocor sudah dua hari, tolong diperbaiki", WATER, "of_kind"),
        ("airnya keruh sekali, saya kecewa", WATER, "of_kind"),
        ("air di rumah saya tidak mengalir, tolong diperbaiki", WATER, "of_kind"),
        (
            "Pemasangan lama sekali. Tetangga sudah mengalir, kami membeli air tangki",
            "Kepala Seksi Pengaduan",
            "delegated_plain",
        ),
        ("hasil uji saya salah, saya keberatan", QUALITY, "of_kind"),
        ("petugas minta uang rokok 50 ribu supaya cepat", BOSS, "of_kind"),
        ("sambungan air saya lama sekali dipasang", "Kepala Seksi Pengaduan", "delegated_plain"),
    ],
)
def test_a_kind_goes_to_its_own_handler(
    text: str, handler: str, key: str, standard: ServiceStandard
) -> None:
    route = Router([standard]).route(text)
    assert (route.decision, route.handled_by, route.reason.key) == (Decision.AUTO, handler, key)


def test_two_kinds_at_once_are_for_the_receiver_to_decide(standard: ServiceStandard) -> None:
    route = Router([standard]).route("airnya keruh dan hasil uji saya salah, saya kecewa")
    assert (route.decision, route.decider) == (Decision.ASK, Decider.RECEIVER)
    assert route.candidates == (WATER, QUALITY)


def test_what_no_kind_fits_is_asked_where_kinds_are_all_there_is(
    standard: ServiceStandard,
) -> None:
    chain = replace(CHAIN, handled_by=(), handled_source=None, cases=CASES[:2])
    route = Router([replace(standard, complaint=chain)]).route("petugas loketnya ketus sekali")
    assert (route.decision, route.decider) == (Decision.ASK, Decider.RECEIVER)
    assert route.candidates == (WATER, QUALITY)
    alone = replace(chain, cases=CASES[:1])
    route = Router([replace(standard, complaint=alone)]).route("petugas loketnya ketus sekali")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala Bagian Pelanggan")


def test_a_handler_who_is_accused_is_passed_over(standard: ServiceStandard) -> None:
    route = Router([standard]).route("Kepala Bagian Distribusi membentak saya, airnya keruh")
    assert WATER in route.accused
    assert route.handled_by == "Kepala Bagian Pelanggan"


def test_a_bare_rank_names_nobody_and_is_asked(standard: ServiceStandard) -> None:
    chain = replace(CHAIN, handled_by=("Kepala Seksi",), cases=())
    route = Router([replace(standard, complaint=chain)]).route("surat saya belum juga jadi")
    assert (route.decision, route.reason.key) == (Decision.ASK, "unnamed")


@pytest.mark.parametrize(
    ("text", "told", "section"),
    [
        ("pengaduan hasil uji ditangani siapa?", QUALITY, "H.4"),
        ("kalau pengaduan tidak selesai dibawa ke siapa?", "Direktur", "H.6"),
    ],
)
def test_who_gets_them_is_answered_from_the_line_that_says_it(
    text: str, told: str, section: str, standard: ServiceStandard
) -> None:
    reply = Finder([standard]).ask(text, Topic())
    shown = [*reply.values["cases"], reply.values["next"]]
    assert told in str(shown)
    assert [citation.section for citation in reply.citations] == [section]


SECRETARY, HELPER, SPECIAL = "Sekretaris Inspektorat", "Inspektur Pembantu", "Inspektur Khusus"
LETTERS = replace(
    CHAIN,
    handled_by=(),
    cases=(
        ComplaintCase("keterlambatan dan sikap petugas", (SECRETARY,), Source("D.1", None)),
        ComplaintCase("isi SKBT atau data temuan", (HELPER,), Source("D.2", None)),
        ComplaintCase("pungutan liar atau gratifikasi", (SPECIAL,), Source("D.3", None)),
    ),
)


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("petugas loketnya judes, nanya syarat SKBT malah dibentak", SECRETARY),
        ("SKBT saya udah 12 hari kerja blm jadi2, tolong dong", SECRETARY),
        ("penerbitan SKBT saya lambat sekali, kecewa", SECRETARY),
        ("ada staf minta uang 500 ribu biar SKBT saya cepat keluar, pungli", SPECIAL),
        ("data temuan di SKBT saya salah, saya keberatan", HELPER),
    ],
)
def test_a_kind_told_in_other_words_is_known_and_the_name_of_the_service_tells_none(
    text: str, handler: str
) -> None:
    says = {Facet.COMPLAINT: "Disampaikan kepada Kepala Bagian Pelanggan"}
    letters = a_standard("Penerbitan Surat Keterangan Bebas Temuan (SKBT)", says=says)
    route = Router([replace(letters, complaint=LETTERS)]).route(text)
    assert (route.decision, route.handled_by) == (Decision.AUTO, handler)
