"""Questions about steps: by number, by what they say, who and how long; what is not set."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Request, Topic
from knowledge.model import Facet, ServiceStandard
from tests.evaluation.expectations import FILES
from tests.knowledge.builders import a_standard, a_step
from tests.knowledge.conftest import Ask, asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("langkah 3 rkpk", ("rkpk", "step", "3")),
        ("langkah terakhir sisdur", ("sisdur", "step", "10")),
        ("langkah pertama sop apa?", ("sop", "step", "1")),
        ("isi langkah 2b sosialisasi", ("sosialisasi", "step", "2.b")),
        ("langkah 4.b.1.a.1.b sop", ("sop", "step", "4.b.1.a.1.b")),
        ("berapa lama langkah 4 rkpk?", ("rkpk", "step_time", "4")),
        ("langkah 7 sosialisasi brp lama", ("sosialisasi", "step_time", "7")),
        ("siapa yang mengerjakan langkah 6 sosialisasi", ("sosialisasi", "step_actor", "6")),
        ("setelah langkah 3 rkpk apa?", ("rkpk", "step_next", "3")),
        ("sebelum langkah 3 rkpk apa?", ("rkpk", "step_previous", "3")),
        ("setelah monitoring dokumen apa?", ("rkpk", "step_next", "3")),
        ("berapa lama pembentukan panitia?", ("sosialisasi", "step_time", "2.a")),
        ("brp lama monitoring kelengkapan dokumen", ("rkpk", "step_time", "3")),
        ("finalisasi draf final sisdur berapa hari?", ("sisdur", "step_time", "5")),
        ("siapa yang memimpin pelaksanaan sosialisasi?", ("sosialisasi", "step_actor", "7")),
        ("berapa langkah rkpk?", ("rkpk", "step_count", None)),
        ("prosedur rkpk gimana", ("rkpk", "procedure", None)),
        ("berapa lama totalnya rkpk?", ("rkpk", "total_time", None)),
        ("what happens in step 5 of rkpk?", ("rkpk", "step", "5")),
    ],
)  # fmt: skip
def test_a_question_about_a_step_is_understood(
    text: str, expected: tuple[str, str, str | None], ask: Ask, ids: dict[str, str]
) -> None:
    reply = ask(text)
    assert asked(reply, ids) == expected
    assert reply.kind is ReplyKind.ANSWER


@pytest.mark.parametrize("key", sorted(FILES))
@pytest.mark.parametrize("aspect", ["step", "step_time", "step_actor", "step_next"])
def test_every_step_of_the_five_is_answered_from_its_place(
    key: str, aspect: str, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for step in standard.walk_steps():
        reply = finder.answer(Request(aspect, standard.id, step.number), Topic())
        assert reply.kind is ReplyKind.ANSWER
        (citation,) = reply.citations
        shown = standard.step(reply.topic.step or "")
        assert shown is not None
        assert (citation.section, citation.page) == (shown.source.section, shown.source.page)
        assert aspect == "step_next" or shown == step


@pytest.mark.parametrize(
    ("key", "number", "time"),
    [
        ("rkpk", "3", "15 hari"), ("rkpk", "11", None), ("sisdur", "7", None),
        ("sisdur", "4.a", "5 kali pembahasan masing 2,5 jam"), ("pimpinan", "2", "15 menit"),
        ("sop", "2.b", "2 minggu"), ("sop", "4.a", "2 jam/draf"), ("sop", "5.b.4", "2 jam"),
        ("sosialisasi", "7", "3 jam"),
    ],
)  # fmt: skip
def test_the_time_of_a_step_is_the_text_of_the_document(
    key: str, number: str, time: str | None, finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("step_time", ids[key], number), Topic())
    (row,) = reply.values["rows"]
    assert row["time"] == time
    if time is None:
        assert (row["above"], row["below"]) == (None, [])


def test_a_step_without_a_time_has_that_of_the_step_it_is_part_of(
    finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("step_time", ids["rkpk"], "5.c"), Topic())
    (row,) = reply.values["rows"]
    assert row["time"] is None
    assert (row["above"]["number"], row["above"]["time"]) == ("5", "10 hari")


def test_a_step_whose_parts_have_times_names_those(finder: Finder, ids: dict[str, str]) -> None:
    reply = finder.answer(Request("step_time", ids["sop"], "2"), Topic())
    (row,) = reply.values["rows"]
    assert [(part["number"], part["time"]) for part in row["below"]] == [
        ("2.a", "1 hari"), ("2.b", "2 minggu"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "number", "actors"),
    [
        ("rkpk", "11", ("Menteri Sekretaris Negara",)),
        ("rkpk", "2.c", ("caraka",)),
        ("sosialisasi", "5", ("Pengadministrasi Umum",)),
        ("sop", "9.b", ("Biro Umum",)),
        ("rkpk", "3", ()),
    ],
)
def test_who_does_a_step_is_named_or_said_not_to_be(
    key: str, number: str, actors: tuple[str, ...], finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("step_actor", ids[key], number), Topic())
    (row,) = reply.values["rows"]
    assert row["actors"] == actors


@pytest.mark.parametrize("number", ["99", "3.z", "0", "14"])
def test_a_step_that_is_not_there(number: str, ask: Ask) -> None:
    reply = ask(f"langkah {number} rkpk")
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "no_step")
    assert (reply.values["number"], reply.values["count"]) == (number, 13)


def test_the_first_and_the_last_step_have_no_neighbour(ask: Ask) -> None:
    last = ask("langkah terakhir rkpk", "langkah berikutnya?")
    assert (last.form, last.values["step"], last.values["forward"]) == (
        "step_neighbour",
        None,
        True,
    )
    first = ask("langkah 1 rkpk", "sebelumnya?")
    assert (first.values["step"], first.values["forward"]) == (None, False)


def test_several_steps_that_fit_are_answered_together(ask: Ask) -> None:
    reply = ask("siapa yang memeriksa konsep memorandum sop?")
    assert reply.form == "step_actor"
    assert len(reply.values["rows"]) > 1
    assert all("memorandum" in row["text"] for row in reply.values["rows"])


def test_a_step_without_a_standard_is_a_choice(ask: Ask) -> None:
    reply = ask("langkah 3")
    assert reply.kind is ReplyKind.CHOICE
    assert {option.request.step for option in reply.options} == {"3"}


def test_a_step_that_only_one_standard_has_needs_no_choice(ask: Ask, ids: dict[str, str]) -> None:
    assert ask("langkah 12").request == Request("step", ids["rkpk"], "12")


@pytest.mark.parametrize(("key", "count"), [("rkpk", 13), ("sisdur", 10), ("sop", 9),
                                            ("sosialisasi", 8), ("pimpinan", 4)])  # fmt: skip
def test_the_whole_procedure_names_every_top_step(
    key: str, count: int, finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("procedure", ids[key]), Topic())
    assert reply.values["count"] == count
    tops = {line.mark.split(".")[0] for line in reply.values["lines"]}
    assert tops == {str(number) for number in range(1, count + 1)}
    counted = finder.answer(Request("step_count", ids[key]), Topic())
    assert counted.values["count"] == count
    assert counted.values["all"] >= count


def test_a_step_that_only_holds_another_shows_that_one() -> None:
    inner = a_step("1.a", "", a_step("1.a.1", "Mencatat nomor"), a_step("1.a.2", "Menyimpan"))
    standard = a_standard("Peminjaman Kendaraan", steps=[a_step("1", "", inner)])
    reply = Finder([standard]).answer(Request("step", standard.id, "1"), Topic())
    (shown,) = reply.values["steps"]
    assert [line.text for line in shown["lines"]] == ["Mencatat nomor", "Menyimpan"]


def test_without_steps_there_is_nothing_to_count() -> None:
    standard = a_standard("Peminjaman Kendaraan", says={Facet.COST: "Tidak ada"})
    for aspect in ("step_count", "procedure", "total_time"):
        reply = Finder([standard]).answer(Request(aspect, standard.id), Topic())
        assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")
