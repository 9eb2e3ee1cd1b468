"""From a post to what it does: roles and steps of each standard, read by hand."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Request, Topic
from knowledge.model import ServiceStandard
from tests.knowledge.builders import a_chain, a_standard, a_step
from tests.knowledge.conftest import Ask

ORTALA = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
PROTOCOL = "Kepala Bagian Protokol dan Tata Usaha Pimpinan"

Duties = dict[str, tuple[list[str], list[str]]]


def told(reply: Reply, shipped: dict[str, ServiceStandard]) -> Duties:
    """Return roles and numbers of steps by the key of the standard."""
    keys = {standard.title: key for key, standard in shipped.items()}
    found: Duties = {}
    for part in reply.values["parts"]:
        key = next(k for title, k in keys.items() if part["standard"] in title)
        found[key] = (part["roles"], [step["number"] for step in part["steps"]])
    return found


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        (PROTOCOL, {"pimpinan": (["implementer", "handles"], [])}),
        ("Kepala Biro Tata Usaha", {"pimpinan": (["responsible", "receives"], [])}),
        ("Kepala Biro Organisasi dan Humas", {"sisdur": (["responsible", "receives"], [])}),
        ("Kepala Biro Akuntabilitas Kinerja",
         {"rkpk": (["responsible", "receives"], ["5.c", "6.b", "8", "8.b", "9.b"])}),
        ("Kepala Bagian Pengembangan Sistem Akuntabilitas Kinerja", {"rkpk": (["handles"], [])}),
        ("Kepala Subbagian Sistem dan Prosedur Kerja", {"sisdur": (["implementer"], [])}),
        ("Deputi Bidang Administrasi Aparatur",
         {"sosialisasi": ([], ["2.a.4", "2.b.4", "7"]), "sop": ([], ["2.b.2.f", "5.b.6"])}),
        ("Deputi Menteri Sekretaris Negara Bidang Pengawasan",
         {"rkpk": ([], ["1.c", "9", "9.a"])}),
        ("Menteri Sekretaris Negara",
         {"pimpinan": ([], ["2"]), "sisdur": ([], ["3.a.5", "7"]), "rkpk": ([], ["11"]),
          "sop": ([], ["2.b.2.g", "7"])}),
        ("caraka", {"rkpk": ([], ["2.c", "10.c", "13.d"])}),
        ("Biro Umum", {"sop": ([], ["9.b"])}),
    ],
)  # fmt: skip
def test_a_post_has_its_roles_and_steps(
    post: str, expected: Duties, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("official", subject=post), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "official")
    assert told(reply, shipped) == expected
    assert {c.standard for c in reply.citations} == {shipped[key].id for key in expected}


def test_only_complaints_when_only_those_are_asked_for(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("official", subject=f"{ORTALA}#complaints"), Topic())
    assert told(reply, shipped).keys() == {"sosialisasi", "sop"}
    assert reply.values["complaints"]
    assert {c.section for c in reply.citations} == {"Bagian Kedua H"}


def test_only_roles_when_only_those_are_asked_for(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("official", subject=f"{ORTALA}#roles"), Topic())
    assert told(reply, shipped) == {
        "sosialisasi": (["responsible", "receives"], []),
        "sop": (["responsible", "receives"], []),
    }


def test_a_post_without_a_role_has_its_steps_told_instead(
    finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("official", subject="Biro Umum#roles"), Topic())
    assert told(reply, shipped) == {"sop": ([], ["9.b"])}


def test_the_duties_in_one_standard(finder: Finder, shipped: dict[str, ServiceStandard]) -> None:
    post = "Deputi Bidang Administrasi Aparatur"
    reply = finder.answer(Request("official", shipped["sop"].id, subject=post), Topic())
    assert told(reply, shipped) == {"sop": ([], ["2.b.2.f", "5.b.6"])}


@pytest.mark.parametrize("post", ["Kepala Bagian Anggaran", "Menteri Keuangan", "", "Menteri"])
def test_a_post_that_no_standard_names_has_no_duties(post: str, finder: Finder) -> None:
    reply = finder.answer(Request("official", subject=post), Topic())
    assert (reply.kind, reply.form, reply.values) == (ReplyKind.UNKNOWN, "no_post", {"post": post})


def test_more_steps_than_fit_are_counted(finder: Finder) -> None:
    reply = finder.answer(Request("official", subject=ORTALA), Topic())
    for part in reply.values["parts"]:
        shown: list[Any] = part["steps"]
        assert 0 < len(shown) <= 12
        assert part["more"] > 0


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("apa tugas kabag protokol dan TU pimpinan?", PROTOCOL),
        ("apa saja tugas Kasubbag Standardisasi Pelayanan?",
         "Kepala Subbagian Standardisasi Pelayanan"),
        ("kabiro TU ngapain aja", "Kepala Biro Tata Usaha"),
        ("tugas mensesneg apa aja", "Menteri Sekretaris Negara"),
        ("peran deputi bidang administrasi aparatur", "Deputy Bidang Administrasi Aparatur"),
    ],
)  # fmt: skip
def test_a_question_for_the_duties_of_a_post(text: str, post: str, ask: Ask) -> None:
    reply = ask(text)
    assert reply.form == "official"
    assert reply.values["post"] == post


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("pengaduan standar mana yang ditangani Kabag Protokol dan TU Pimpinan?", PROTOCOL),
        ("standar mana yang pengaduannya ditangani kabag pengembangan sistem?",
         "Kepala Bagian Pengembangan Sistem Akuntabilitas Kinerja"),
    ],
)  # fmt: skip
def test_a_question_for_the_complaints_of_a_post(text: str, post: str, ask: Ask) -> None:
    reply = ask(text)
    assert (reply.form, reply.values["post"]) == ("official", post)
    assert reply.values["complaints"]


@pytest.mark.parametrize(
    "text",
    ["tugas menteri keuangan", "apa tugas kepala bagian keuangan?", "tugas gubernur apa",
     "tugas direktur jenderal pajak", "apa tugas kasubbag keuangan"],
)  # fmt: skip
def test_the_duties_of_a_stranger_are_not_in_the_standards(text: str, ask: Ask) -> None:
    assert ask(text).kind is ReplyKind.UNKNOWN


def test_duties_come_in_the_order_of_the_standards_and_of_their_steps() -> None:
    office = "Kepala Bagian Rumah Tangga"
    first = a_standard(
        "Peminjaman Kendaraan",
        responsible=office,
        steps=[a_step("1", "Menerima"), a_step("2", "Menyetujui", actors=[office])],
    )
    second = a_standard("Pemeliharaan Gedung", complaint=a_chain(office, "Kepala Subbagian Gedung"))
    reply = Finder([first, second]).answer(Request("official", subject=office), Topic())
    assert [(p["standard"], p["roles"]) for p in reply.values["parts"]] == [
        ("Peminjaman Kendaraan", ["responsible"]),
        ("Pemeliharaan Gedung", ["receives"]),
    ]
    assert [c.standard for c in reply.citations] == [first.id, first.id, second.id]
