"""The way of a complaint: the standard, the chain its section prescribes, and who is asked."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from knowledge.finding.answers import Citation
from knowledge.model import ComplaintCase, ComplaintChain, Delegation, ServiceStandard, Source
from knowledge.routing.route import Decider, Decision
from knowledge.routing.router import Router
from tests.knowledge.builders import a_chain, a_standard

ORTALA = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"


def test_a_required_and_an_optional_delegation_are_told_apart(router: Router) -> None:
    assert router.route("RKPK lama sekali").delegation is Delegation.REQUIRED
    assert router.route("SOP lama sekali").delegation is Delegation.OPTIONAL


def test_the_very_line_of_the_section_is_quoted(router: Router, ids: dict[str, str]) -> None:
    route = router.route("SOP lama sekali")
    assert isinstance(route.source, Citation)
    assert (route.source.standard, route.source.section, route.source.page) == (
        ids["sop"], "Bagian Kedua H.2", 355,
    )  # fmt: skip


def test_who_stands_before_the_receiver_only_passes_it_on(router: Router) -> None:
    route = router.route("pelayanan pimpinan lama sekali")
    assert route.received_by == "Kepala Biro Tata Usaha"
    assert route.handled_by == "Kepala Bagian Protokol dan Tata Usaha Pimpinan"


@pytest.mark.parametrize(
    ("text", "handled_by"),
    [
        ("sosialisasi kebijakan tata laksana berantakan", "Kepala Bagian Tata Laksana"),
        ("sosialisasi kebijakan berantakan, Bagian Tata Laksana", "Kepala Bagian Tata Laksana"),
        ("sosialisasi kebijakan berantakan", None),
        ("sosialisasi kebijakan akuntabilitas kinerja berantakan", None),
        ("sosialisasi organisasi, tata laksana, dan akuntabilitas kinerja berantakan", None),
    ],
)
def test_the_kepala_bagian_who_is_not_named_is_told_by_the_subject_or_asked(
    text: str, handled_by: str | None, router: Router
) -> None:
    route = router.route(text)
    assert (route.received_by, route.handled_by) == (ORTALA, handled_by)
    assert route.decider is (None if handled_by else Decider.RECEIVER)
    if handled_by is None:
        assert route.candidates == ("Kepala Bagian Tata Laksana",)


def test_no_post_of_another_bureau_is_a_candidate(shipped: dict[str, ServiceStandard]) -> None:
    alone = Router([shipped["sosialisasi"], shipped["rkpk"], shipped["sisdur"]])
    assert alone.route("sosialisasi kebijakan berantakan").candidates == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("SOP dan RKPK lama sekali", {"sop", "rkpk"}),
        ("Biro Ortala lambat sekali", {"sop", "sosialisasi"}),
        (
            "oknum staf TU menteri minta uang supaya jadwal bertemu Menteri cepat",
            {"sop", "pimpinan"},
        ),
    ],
)
def test_what_fits_two_standards_is_asked_of_the_sender(
    text: str, keys: set[str], router: Router, shipped: dict[str, ServiceStandard]
) -> None:
    route = router.route(text)
    assert (route.decision, route.decider, route.handled_by) == (
        Decision.ASK, Decider.SENDER, None,
    )  # fmt: skip
    assert set(route.candidates) == {shipped[key].title for key in keys}


def test_what_fits_none_offers_all_the_likelier_first(
    router: Router, shipped: dict[str, ServiceStandard]
) -> None:
    assert len(router.route("lama sekali").candidates) == 5
    route = router.route("tamu tidak dilayani")
    assert route.candidates[0] == shipped["pimpinan"].title


def test_a_standard_that_is_given_stands(router: Router, ids: dict[str, str]) -> None:
    route = router.route("RKPK lama sekali", standard=ids["sisdur"])
    assert route.handled_by == "Kepala Bagian Ketatalaksanaan"
    with pytest.raises(KeyError):
        router.route("lama sekali", standard="unheard-of")


def test_without_standards_the_service_desk_gets_it() -> None:
    route = Router([]).route("lama sekali")
    assert (route.decision, route.decider, route.candidates) == (
        Decision.ASK, Decider.SERVICE_DESK, (),
    )  # fmt: skip


def test_the_only_standard_needs_no_name() -> None:
    only = a_standard("Peminjaman", complaint=a_chain("Kepala Bagian Umum", "Kepala Seksi Alat"))
    route = Router([only]).route("lama sekali")
    assert (route.received_by, route.handled_by) == ("Kepala Bagian Umum", "Kepala Seksi Alat")


_OF_MONEY = ComplaintCase("pungutan liar", ("Inspektur",), Source("H"))
_OF_ROOMS = ComplaintCase("kebersihan ruang", ("Kepala Seksi Alat",), Source("H"))


def test_of_many_standards_not_all_are_offered() -> None:
    many = [a_standard(f"Penerbitan Izin {number} Alat{number}") for number in range(20)]
    assert len(Router(many).route("lama sekali").candidates) <= 8


@pytest.mark.parametrize(
    ("chain", "responsible", "expected"),
    [
        (a_chain("Kepala Bagian A"), None, ("kept", "Kepala Bagian A", "Kepala Bagian A")),
        (None, "Kepala Bagian R", ("no_section", "Kepala Bagian R", "Kepala Bagian R")),
        (None, None, ("nobody", None, None)),
        (
            ComplaintChain(None, None, (), (), cases=(_OF_MONEY, _OF_ROOMS)),
            None,
            ("which_kind", None, None),
        ),
        (
            ComplaintChain("pejabat terkait", None, ("Kepala Seksi B",), ()),
            "Kepala Bagian R",
            ("delegated_plain", "Kepala Bagian R", "Kepala Seksi B"),
        ),
        (
            ComplaintChain(None, None, ("Kepala Seksi B",), ()),
            None,
            ("kept", "Kepala Seksi B", "Kepala Seksi B"),
        ),
        (
            ComplaintChain("Kepala Bagian A", None, ("Kepala Seksi B", "Kepala Seksi C"), ()),
            None,
            ("several_handlers", "Kepala Bagian A", None),
        ),
        (
            ComplaintChain("Kepala Bagian A", Delegation.OPTIONAL, ("pejabat terkait",), ()),
            None,
            ("unnamed", "Kepala Bagian A", None),
        ),
    ],
)
def test_every_shape_of_a_section_has_its_way(
    chain: ComplaintChain | None,
    responsible: str | None,
    expected: tuple[str, str | None, str | None],
) -> None:
    standard = replace(a_standard("Peminjaman", responsible=responsible), complaint=chain)
    route = Router([standard]).route("lama sekali")
    assert (route.reason.key, route.received_by, route.handled_by) == expected
    asks = route.reason.key in ("nobody", "which_kind", "several_handlers", "unnamed")
    assert route.decision is (Decision.ASK if asks else Decision.AUTO)


LETTER = "Dengan hormat. " + "Kami menunggu pemeriksaan draf SOP dan tidak ada kabar. " * 80


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4000,
        "😡" * 2000,
        LETTER,
        "\n" * 4000,
        "kabag " * 700,
        "?" * 3000,
        "\x00\ud800",
        "a \n" * 1000,
        "saya mau " * 400,
    ],
)
def test_no_text_is_too_odd_or_too_long(text: str, router: Router) -> None:
    began = process_time()
    route = router.route(text)
    assert process_time() - began < 1
    assert route.decision in Decision


def test_a_long_letter_goes_where_a_short_one_does(router: Router) -> None:
    assert router.route(LETTER).handled_by == "Kepala Bagian Tata Laksana"
