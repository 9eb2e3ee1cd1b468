"""Questions over several standards: the list, a facet of each, who has it and who lacks it."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Request, Topic
from knowledge.finding.across import brief
from knowledge.finding.suggesting import can_answer
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_standard, a_step
from tests.knowledge.conftest import Ask

NEW = {"pimpinan", "sosialisasi", "sop"}
OLD = {"sisdur", "rkpk"}
ALL = NEW | OLD
HAVING = {
    "supervision": NEW, "guarantee": NEW, "safety": NEW, "evaluation": NEW,
    "warning": {"rkpk"}, "definitions": {"pimpinan", "sisdur", "rkpk"}, "cost": ALL,
    "complaint": ALL, "procedure": ALL, "requirements": ALL, "staff_count": set[str](),
}  # fmt: skip


def cited(reply: Reply, ids: dict[str, str]) -> set[str]:
    return {key for key, name in ids.items() if name in {c.standard for c in reply.citations}}


def listed(reply: Reply, shipped: dict[str, ServiceStandard]) -> list[str]:
    keys = {standard.title: key for key, standard in shipped.items()}
    return [keys[row.title] for row in reply.values["rows"]]


@pytest.mark.parametrize(("facet", "keys"), HAVING.items())
def test_which_standards_have_a_facet(
    facet: str, keys: set[str], finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("having", subject=facet), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "divided")
    assert set(listed(reply, shipped)) == keys
    assert len(reply.values["others"]) == len(ALL - keys)


@pytest.mark.parametrize(("facet", "keys"), HAVING.items())
def test_which_standards_lack_it(
    facet: str, keys: set[str], finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    reply = finder.answer(Request("lacking", subject=facet), Topic())
    assert set(listed(reply, shipped)) == ALL - keys
    assert reply.citations, "a missing section has the whole document as its source"


def test_what_a_standard_lacks_is_cited_as_its_whole_text(
    finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("lacking", subject="supervision"), Topic())
    sections = {c.standard: c.section for c in reply.citations}
    assert sections == {
        ids["sisdur"]: "Bagian Kedua A\N{EN DASH}H",
        ids["rkpk"]: "Bagian Kedua A\N{EN DASH}I",
    }


@pytest.mark.parametrize(
    ("text", "aspect", "facet"),
    [
        ("standar mana yang tidak punya pengawasan internal?", "lacking", "supervision"),
        ("standar mana yg gak ada jaminan pelayanan", "lacking", "guarantee"),
        ("standar mana saja yang memuat evaluasi kinerja", "having", "evaluation"),
        ("standar mana yang punya peringatan", "having", "warning"),
        ("standar mana yang tidak ada definisi", "lacking", "definitions"),
        ("which standards have no internal supervision?", "lacking", "supervision"),
    ],
)  # fmt: skip
def test_a_question_for_who_has_or_lacks_something(
    text: str, aspect: str, facet: str, ask: Ask
) -> None:
    assert ask(text).request == Request(aspect, subject=facet)


@pytest.mark.parametrize(
    "text",
    ["daftar standar", "standar apa saja yang ada?", "ada berapa standar", "list standar dong",
     "what standards are there?"],
)  # fmt: skip
def test_the_list_of_standards_has_all_to_pick_from(
    text: str, ask: Ask, shipped: dict[str, ServiceStandard], ids: dict[str, str]
) -> None:
    reply = ask(text)
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "listing")
    assert {o.label for o in reply.options} == {s.title for s in shipped.values()}
    assert {o.request for o in reply.options} == {Request("card", s) for s in ids.values()}
    assert cited(reply, ids) == ALL
    assert ask("2", topic=reply.topic).request == reply.options[1].request


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("biayanya berapa", "cost"), ("siapa penanggung jawabnya?", "responsible"),
        ("pengaduan disampaikan ke siapa", "complaint_receiver"),
        ("sebutkan penanggung jawab semua standar", "responsible"),
        ("unit pelayanannya apa?", "unit"), ("berapa langkahnya?", "step_count"),
    ],
)  # fmt: skip
def test_a_short_facet_without_a_standard_is_given_for_each(
    text: str, facet: str, ask: Ask, ids: dict[str, str]
) -> None:
    reply = ask(text)
    assert (reply.kind, reply.form, reply.values["facet"]) == (ReplyKind.ANSWER, "each", facet)
    assert len(reply.values["rows"]) == 5
    assert cited(reply, ids) == ALL


@pytest.mark.parametrize(
    "text", ["persyaratannya apa?", "prosedurnya gimana", "sarana dan prasarana", "dasar hukum"]
)
def test_a_long_facet_without_a_standard_is_a_choice(text: str, ask: Ask) -> None:
    reply = ask(text)
    assert reply.kind is ReplyKind.CHOICE
    assert len({option.label for option in reply.options}) == 5
    assert len({option.request.aspect for option in reply.options}) == 1
    assert reply.citations == ()


@pytest.mark.parametrize("facet", ["background", "legal_basis", "scope", "competence"])
def test_what_would_fill_more_than_a_screen_is_a_choice(facet: str, finder: Finder) -> None:
    reply = finder.answer(Request(facet), Topic())
    assert reply.kind is ReplyKind.CHOICE
    assert len(reply.options) == 5


@pytest.mark.parametrize(
    ("text", "keys"),
    [("bandingkan biaya sop dan rkpk", {"sop", "rkpk"}),
     ("bandingkan penanggung jawab semua standar", ALL),
     ("biaya sosialisasi dan rkpk?", {"sosialisasi", "rkpk"}),
     ("beda persyaratan sop sama sosialisasi", {"sop", "sosialisasi"})],
)  # fmt: skip
def test_one_facet_side_by_side(
    text: str, keys: set[str], ask: Ask, shipped: dict[str, ServiceStandard]
) -> None:
    reply = ask(text)
    assert reply.form == "each"
    assert {c.standard for c in reply.citations} == {shipped[key].id for key in keys}
    assert len(reply.values["rows"]) == len(keys)


def test_what_tells_the_standards_apart(ask: Ask, shipped: dict[str, ServiceStandard]) -> None:
    reply = ask("apa beda standar-standar itu?")
    assert reply.form == "differences"
    said = {line for row in reply.values["rows"] for line in row.lines}
    assert said == {s.unit for s in shipped.values()} | {s.responsible for s in shipped.values()}


@pytest.mark.parametrize(
    "text", ["nomor telepon pengaduan?", "siapa nama kepala bironya?", "jumlah pelaksananya berapa"]
)
def test_what_no_standard_says_is_said_of_all(text: str, ask: Ask) -> None:
    reply = ask(text)
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "none_says")


def test_the_card_of_a_standard(finder: Finder, shipped: dict[str, ServiceStandard]) -> None:
    standard = shipped["rkpk"]
    reply = finder.answer(Request("card", standard.id), Topic())
    assert reply.form == "card"
    assert reply.values["title"] == standard.title
    assert reply.values["unit"] == "Biro Akuntabilitas Kinerja"
    assert reply.values["responsible"] == "Kepala Biro Akuntabilitas Kinerja"
    assert reply.values["steps"] == 13
    assert reply.values["cost"] == "Tidak ada"
    assert "pengawasan internal" in reply.values["missing"]
    assert all(can_answer(standard, r.aspect) for r in reply.next)


@pytest.mark.parametrize(
    ("facet", "key", "said"),
    [
        ("responsible", "rkpk", ("Kepala Biro Akuntabilitas Kinerja",)),
        ("cost", "sop", ("Tidak ada",)),
        ("complaint_receiver", "pimpinan", ("Kepala Biro Tata Usaha",)),
        ("complaint_handler", "sisdur", ("Kepala Bagian Ketatalaksanaan",)),
        ("step_count", "sosialisasi", ("8",)),
        ("total_time", "rkpk", ("52 hari",)),
        ("supervision", "rkpk", ()),
        ("supervision", "pimpinan", (
            "1. Supervisi atasan langsung",
            "2. Dilakukan sistem pengendalian intern pemerintah",
            "3. Dilaksanakan secara kontinyu",
            "4. Pemberian teguran kepada pelaksana pelayanan yang tidak mematuhi standar pelayanan",
        )),
    ],
)  # fmt: skip
def test_a_facet_in_few_lines(
    facet: str, key: str, said: tuple[str, ...], shipped: dict[str, ServiceStandard]
) -> None:
    assert brief(shipped[key], facet) == said


def test_a_silent_standard_has_no_lines() -> None:
    silent = a_standard("Peminjaman Kendaraan", steps=[a_step("1", "Menerima")])
    for facet in (*Facet, "complaint_receiver", "complaint_handler", "complaint_delegation"):
        if facet not in (Facet.PROCEDURE,):
            assert brief(silent, str(facet)) == ()


@pytest.mark.parametrize(
    ("before", "text", "aspect"),
    [
        ("syarat sosialisasi apaan", "bedanya apa sama sisdur", "requirements"),
        ("berapa lama sosialisasi", "apa bedanya dengan sisdur?", "total_time"),
        ("syarat sosialisasi", "beda biayanya sama sisdur?", "cost"),
    ],
)
def test_the_standard_spoken_of_is_compared_with_another(
    before: str, text: str, aspect: str, ask: Ask, ids: dict[str, str]
) -> None:
    reply = ask(before, text)
    assert reply.form == "each"
    assert reply.request is not None
    assert (reply.request.subject or "").split("+")[0] == aspect
    assert cited(reply, ids) == {"sosialisasi", "sisdur"}


def test_without_a_standard_spoken_of_nothing_is_compared(ask: Ask) -> None:
    reply = ask("bedanya apa sama sisdur")
    assert reply.form not in ("each", "differences")
