"""Complaints to five made-up offices: other ranks, several handlers, no delegation, no section."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.routing.kinds import Kind
from knowledge.routing.route import Decider, Decision, Route
from knowledge.routing.router import Router

OFFICES = Path(__file__).parent / "offices"
KINDS = {"P": Kind.PENGADUAN, "K": Kind.KELUHAN, "M": Kind.MASUKAN}
#: Who receives, who handles (None: it is asked), and who is above the receiver.
CHAINS: dict[str, tuple[str, str | None, str | None]] = {
    "kecamatan": ("Sekretaris Kecamatan", "Kepala Seksi Pelayanan Umum", "Camat"),
    "rumah-sakit": (
        "Kepala Bidang Pelayanan Medis", "Kepala Bidang Pelayanan Medis", "Direktur RSUD Melati"
    ),
    "kanwil": ("Kepala Bagian Umum", None, "Kepala Kantor Wilayah"),
    "universitas": (
        "Wakil Dekan Bidang Akademik", "Wakil Dekan Bidang Akademik", "Dekan"
    ),
    "kominfo": ("Kepala Dinas Komunikasi dan Informatika", None, None),
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One line of complaints.txt."""

    kinds: str
    office: str
    way: str
    text: str


def cases() -> list[Case]:
    lines = (OFFICES / "complaints.txt").read_text("utf-8").splitlines()
    return [Case(*line.split("|", 3)) for line in lines if not line.startswith("#")]


@pytest.fixture(scope="module")
def offices() -> Router:
    library, problems = Library.load([OFFICES])
    assert len(library) == len(CHAINS)
    assert {Path(problem.file).name for problem in problems} == {"complaints.txt"}
    return Router(library.values())


@pytest.fixture(scope="module")
def office_of(offices: Router) -> dict[str, str]:
    """Return the office of each standard by its id."""
    return {standard.id: Path(standard.file).stem for standard in offices.standards}


Way = tuple[Decision, Decider | None, str | None, str | None]


def expected(case: Case) -> Way:
    """Return decision, decider, receiver and handler of a case whose office is known."""
    receiver, handler, superior = CHAINS[case.office]
    if case.way.startswith("subject:"):
        return Decision.AUTO, None, receiver, case.way.removeprefix("subject:")
    if case.way == "handler":
        return Decision.AUTO, None, receiver, receiver
    if case.way == "receiver":
        return Decision.AUTO, None, superior, superior
    if case.way in ("above", "camat"):
        return Decision.ASK, Decider.SERVICE_DESK, None, None
    if handler is None:
        return Decision.ASK, Decider.RECEIVER, receiver, None
    return Decision.AUTO, None, receiver, handler


def way(route: Route) -> Way:
    return route.decision, route.decider, route.received_by, route.handled_by


@pytest.mark.parametrize("case", [c for c in cases() if c.kinds == "-"], ids=lambda c: c.text)
def test_what_is_no_complaint_goes_nowhere(case: Case, offices: Router) -> None:
    route = offices.route(case.text)
    assert (route.kind, route.decision, route.standard) == (None, Decision.ASK, None)


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.kinds != "-" and c.office == "?"], ids=lambda c: c.text
)
def test_what_names_no_service_is_asked_of_the_sender(case: Case, offices: Router) -> None:
    route = offices.route(case.text)
    assert route.kind in [KINDS[kind] for kind in case.kinds]
    assert (route.decision, route.decider) == (Decision.ASK, Decider.SENDER)
    assert route.candidates
    assert route.received_by is route.handled_by is None


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.kinds != "-" and c.office != "?"], ids=lambda c: c.text
)
def test_a_complaint_goes_the_way_of_its_office(
    case: Case, offices: Router, office_of: dict[str, str]
) -> None:
    route = offices.route(case.text)
    assert route.kind in [KINDS[kind] for kind in case.kinds]
    assert route.standard_id is not None
    assert office_of[route.standard_id] == case.office
    assert way(route) == expected(case)
    if case.way.startswith("other:"):
        assert route.candidates == (case.way.removeprefix("other:"),)


def test_a_bidang_that_is_only_described_is_one_of_the_office(
    offices: Router,
) -> None:
    route = offices.route("penitipan server kami belum diproses, sudah tiga minggu")
    assert set(route.candidates) == {
        "Kepala Bidang Aplikasi Informatika", "Kepala Bidang Persandian",
    }  # fmt: skip


def test_without_a_section_the_official_responsible_is_quoted(offices: Router) -> None:
    route = offices.route("transkrip saya sudah sebulan belum jadi")
    assert route.reason.key == "no_section"
    assert route.source is not None
    assert route.source.section == "7"
