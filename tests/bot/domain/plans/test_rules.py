"""Every rule of planning, on small procedures as other offices write them."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.plans.model import Basis, TroubleKind
from bot.domain.working_time.calendar import office_calendar
from bot.domain.working_time.overrides import CalendarOverrides

from .planning import MONDAY, WIB, at, deadlines, planned, standard_of, step, times

ONE_STEP = [
    ("Memeriksa (30 menit)", "11-23 08:00"),
    ("Memeriksa (1 jam 30 menit)", "11-23 09:00"),
    ("Memeriksa (3 hari)", "11-25 16:00"),
    ("Memeriksa (paling lambat 3 hari kerja)", "11-25 16:00"),
    ("Memeriksa (selambat-lambatnya 5 (lima) hari)", "11-27 16:30"),
    ("Memeriksa (1,5 hari)", "11-24 11:15"),
    ("Memeriksa (setengah hari)", "11-23 11:15"),
    ("Memeriksa (2 minggu)", "12-04 16:30"),
    ("Memeriksa (1 bulan)", "12-23 16:00"),
    ("Memeriksa (1 triwulan)", "02-23 15:00"),
    ("Memeriksa (14 hari kalender)", "12-07 16:00"),
    ("Memeriksa (2 minggu kalender)", "12-07 16:00"),
    ("Memeriksa (5 hari kalender)", "11-30 16:00"),  # a Saturday
    ("Memeriksa (1 x 24 jam)", "11-24 07:30"),
    ("Memeriksa paling lambat 3 x 24 jam", "11-26 07:30"),
    ("Memeriksa (5 x 24 jam)", "11-30 07:30"),  # a Saturday
    ("Memeriksa (24 jam)", "11-26 09:00"),  # working hours: 7,5 a day
    ("Memeriksa (5 kali masing-masing 2,5 jam)", "11-24 13:30"),
    ("Memeriksa (2 kali @ 3 hari)", "11-30 16:00"),
    ("Memeriksa (1- 3 hari)", "11-25 16:00"),
    ("Memeriksa (15 menit/berkas)", "11-23 07:45"),
    ("Memeriksa (2 jam untuk setiap berkas)", "11-23 09:30"),
    ("Memeriksa (10 berkas perhari)", "11-23 16:00"),
    ("Memeriksa (5 berkas per jam)", "11-23 08:30"),
    ("Memeriksa (60 menit/10 berkas)", "11-23 08:30"),
    ("Memeriksa (l5 menit)", "11-23 07:45"),  # scanned
    ("Memeriksa (3 han kerja)", "11-25 16:00"),
    ("Memeriksa (2 hari/tahun)", "11-24 16:00"),  # how often is no count
]


@pytest.mark.parametrize(("text", "due"), ONE_STEP)
def test_one_step_by_each_form_of_a_time(text: str, due: str) -> None:
    assert times(planned(standard_of(step("1", text)))) == {"1": due}


@pytest.mark.parametrize(
    "text",
    ["Memeriksa", "Rapat (2 kali/tahun)", "Melapor (setiap triwulan)", "Menerima 3 berkas"],
)
def test_a_step_without_a_length_has_no_deadline(text: str) -> None:
    plan = planned(standard_of(step("1", text), step("2", "Menulis (1 jam)")))
    assert deadlines(plan) == {"1": None, "2": "2026-11-23 08:30"}
    assert plan.steps[0].basis is Basis.NONE


@pytest.mark.parametrize(
    ("text", "count", "due"),
    [
        ("Memeriksa (15 menit/berkas)", 6, "11-23 09:00"),
        ("Memeriksa (10 berkas perhari)", 21, "11-25 16:00"),
        ("Memeriksa (10 berkas perhari)", 20, "11-24 16:00"),
        ("Memeriksa (5 berkas per jam)", 6, "11-23 09:30"),
        ("Memeriksa (60 menit/10 berkas)", 11, "11-23 09:30"),
        ("Memeriksa (2 kali @ 1 hari/berkas)", 2, "11-26 16:00"),
        ("Memeriksa (1- 2 jam/berkas)", 2, "11-23 11:30"),
    ],
)
def test_counts(text: str, count: int, due: str) -> None:
    plan = planned(standard_of(step("1", text)), counts={"Berkas": count})
    assert times(plan) == {"1": due}
    assert plan.needs == ()


def test_the_lower_end_of_a_range_is_the_first_warning() -> None:
    plan = planned(standard_of(step("1", "Memeriksa (1- 3 hari/berkas)")), counts={"berkas": 2})
    assert plan.steps[0].warn_at == at("2026-11-24 16:00")
    assert plan.steps[0].deadline == at("2026-11-30 16:00")


def test_steps_run_one_after_another_and_sub_steps_inside_their_parent() -> None:
    plan = planned(
        standard_of(
            step("1", "Menyusun (2 jam)"),
            step("2", "Memeriksa", step("2.a", "isi (1 hari)"), step("2.b", "ejaan (1 jam)")),
            step("3", "Mencetak (1 jam)"),
        )
    )
    assert times(plan) == {
        "1": "11-23 09:30", "2": "11-25 08:30", "2.a": "11-24 16:00", "2.b": "11-25 08:30",
        "3": "11-25 09:30",
    }  # fmt: skip
    assert [one.since for one in plan.steps] == [None, "1", "1", "2.a", "2"]
    assert plan.steps[1].below == "2.b"
    assert plan.finish == at("2026-11-25 09:30")


def test_a_parent_s_total_is_the_envelope_and_is_not_added_to_its_sub_steps() -> None:
    plan = planned(
        standard_of(
            step("1", "Menyiapkan (2 hari)", step("1.a", "konsep (1 jam)"), step("1.b", "paraf")),
            step("2", "Mencetak (1 jam)"),
        )
    )
    assert times(plan) == {"1": "11-24 16:00", "1.a": "11-23 08:30", "2": "11-25 08:30"}
    assert plan.troubles == ()


def test_sub_steps_that_outlast_their_parent_are_told_and_waited_for() -> None:
    plan = planned(
        standard_of(
            step("1", "Menyiapkan (1 hari)", step("1.a", "konsep (3 hari)")),
            step("2", "Mencetak (1 jam)"),
        )
    )
    assert times(plan) == {"1": "11-23 16:00", "1.a": "11-25 16:00", "2": "11-26 08:30"}
    (trouble,) = plan.troubles
    assert (trouble.kind, trouble.step, trouble.other) == (TroubleKind.OUTLASTS, "1", "1.a")


def days_before(*texts: str, events: dict[str, str]) -> dict[str, str | None]:
    steps = [step(str(number), text) for number, text in enumerate(texts, 1)]
    return deadlines(planned(standard_of(*steps), events=events))


def test_days_before_an_event_are_null_until_its_day_is_reported() -> None:
    texts = "Mengundang (H-7)", "Menyiapkan 3 hari sebelum pelaksanaan", "Rapat (2 jam)"
    assert days_before(*texts, events={}) == {"1": None, "2": None, "3": "2026-11-23 09:30"}


def test_days_before_an_event_are_counted_back_from_it() -> None:
    texts = "Mengundang (H-7)", "Menyiapkan (3 hari sebelum pelaksanaan)", "Rapat (2 jam)"
    events = {"1": "2026-12-14", "2": "2026-12-14 09:00"}
    assert days_before(*texts, events=events) == {
        "1": "2026-12-07 16:00", "2": "2026-12-09 16:00", "3": "2026-12-10 09:30",
    }  # fmt: skip


def test_one_hari_h_holds_for_all_steps_and_each_other_event_for_its_own() -> None:
    texts = "Mengundang (H-7)", "Mengingatkan (H-1)", "Melapor (H+3)", "Menjawab (1 hari setelah H)"
    found = days_before(*texts, events={"2": "2026-12-14"})
    assert found["1"] == "2026-12-07 16:00"
    assert found["2"] == "2026-12-11 16:30"  # a Sunday moves back
    assert found["3"] == "2026-12-17 16:00"
    assert found["4"] is None


@pytest.mark.parametrize(
    ("text", "event", "due"),
    [
        ("Mengundang (H-0)", "2026-12-14", "2026-12-14 16:00"),
        ("Mengundang (7 hari kalender sebelum rapat)", "2026-12-31", "2026-12-23 16:00"),
        ("Mengundang (1 minggu sebelum rapat)", "2026-12-14", "2026-12-07 16:00"),
        ("Mengundang (1 bulan sebelum rapat)", "2026-12-31", "2026-11-30 16:00"),
        ("Mengundang (2 jam sebelum rapat)", "2026-12-14 09:00", "2026-12-11 16:00"),
        ("Melapor (H+5)", "2026-11-23", "2026-11-30 16:00"),  # a Saturday moves on
    ],
)
def test_other_times_around_an_event(text: str, event: str, due: str) -> None:
    assert days_before(text, events={"1": event}) == {"1": due}


def test_a_day_before_an_event_that_has_passed_by_its_turn_is_told() -> None:
    plan = planned(
        standard_of(step("1", "Menyusun (2 minggu)"), step("2", "Mengundang (H-7)")),
        events={"2": "2026-12-04"},
    )
    assert times(plan)["2"] == "11-27 16:30"
    (trouble,) = plan.troubles
    assert (trouble.kind, trouble.step, trouble.other) == (TroubleKind.TOO_LATE, "2", "1")


def test_of_cases_that_exclude_each_other_the_longest_is_taken_until_one_is_chosen() -> None:
    standard = standard_of(
        step("1", "Memeriksa (1 jam)"),
        step("2", "Apabila berkas lengkap, diteruskan (1 jam)"),
        step("3", "Apabila berkas tidak lengkap, dikembalikan (2 hari)"),
        step("4", "Mengarsipkan (1 jam)"),
    )
    assert times(planned(standard)) == {"1": "11-23 08:30", "3": "11-25 16:00", "4": "11-26 08:30"}
    for number, choice in (
        ("2", "lengkap"), ("2", "berkas lengkap"), ("2", "ya"), ("3", "tidak"), ("3", "lengkap"),
    ):  # fmt: skip
        plan = planned(standard, choices={number: choice})
        assert list(deadlines(plan)) == ["1", "2", "4"], (number, choice)
    for number, choice in (("2", "tidak lengkap"), ("2", "3"), ("3", "ya"), ("2", "tidak")):
        plan = planned(standard, choices={number: choice})
        assert list(deadlines(plan)) == ["1", "3", "4"], (number, choice)


def test_a_lone_case_is_taken_until_it_is_denied() -> None:
    standard = standard_of(
        step("1", "Memeriksa (1 jam)"), step("2", "Apabila perlu, survei dilakukan (2 hari)")
    )
    assert times(planned(standard))["2"] == "11-25 16:00"
    (need,) = planned(standard).needs
    assert (need.step, need.case, need.taken) == ("2", "perlu", "ya")
    denied = planned(standard, choices={"2": "no"})
    assert list(deadlines(denied)) == ["1"]
    assert [(one.number, one.chosen) for one in denied.left_out] == [("2", True)]


def test_the_longest_branch_depends_on_the_counts() -> None:
    standard = standard_of(
        step(
            "1",
            "Rapat di dalam/luar kota",
            step("1.a", "Rapat di dalam kota (2 jam/draf)"),
            step("1.b", "Rapat di luar kota (3 hari)"),
        )
    )
    assert times(planned(standard)) == {"1": "11-25 16:00", "1.b": "11-25 16:00"}
    assert "1.a" in times(planned(standard, counts={"draf": 40}))


def test_a_later_decree_moves_the_plan() -> None:
    standard = standard_of(step("1", "Menyusun (3 hari)"), step("2", "Mencetak (1 jam)"))
    decreed = office_calendar(
        WIB, CalendarOverrides.from_data({"closed": {"2026-11-24": "Pilkada"}})
    )
    assert times(planned(standard, calendar=decreed)) == {"1": "11-26 16:00", "2": "11-27 08:30"}


def test_a_start_outside_working_hours_counts_from_the_next_opening() -> None:
    standard = standard_of(step("1", "Menyusun (1 jam)"), step("2", "Mencetak (1 hari)"))
    for start in ("2026-11-21 10:00", "2026-11-22 23:00", "2026-11-23 05:00", MONDAY):
        plan = planned(standard, start)
        assert times(plan) == {"1": "11-23 08:30", "2": "11-24 16:00"}
        assert plan.start == plan.steps[0].start == at(start)
        assert plan.steps[0].begins == at(MONDAY)


CHOICE = standard_of(
    step("1", "Memeriksa (2 jam/draf)"),
    step(
        "2",
        "Rapat baik di dalam kota maupun di luar kota (1- 3 hari)",
        step("2.a", "Rapat di dalam kota (1 hari)"),
        step("2.b", "Rapat di luar kota (3 hari)"),
    ),
    step("3", "Menjawab (1 hari setelah surat diterima)"),
)


@pytest.mark.parametrize(
    ("given", "key", "named"),
    [
        ({"counts": {"berkas": 2}}, "unknown_unit", "draf"),
        ({"counts": {"draf": 0}}, "count", "draf"),
        ({"counts": {"draf": 10**7}}, "count", "10000000"),
        ({"choices": {"9": "ya"}}, "unknown_step", "9"),
        ({"choices": {"1": "ya"}}, "no_choice", "2"),
        ({"choices": {"2": "bulan"}}, "unknown_choice", "luar kota"),
        ({"choices": {"2": "kota"}}, "unknown_choice", "dalam kota"),
        ({"choices": {"2": ""}}, "unknown_choice", "dalam kota"),
        ({"events": {"9": "2026-12-01"}}, "unknown_step", "9"),
        ({"events": {"1": "2026-12-01"}}, "no_event", "3"),
        ({"events": {"2": "2026-12-01"}}, "no_event", "3"),
    ],
)
def test_an_answer_to_nothing_is_refused_by_what_there_is(
    given: dict[str, dict[str, str]], key: str, named: str
) -> None:
    with pytest.raises(DomainError) as refused:
        planned(CHOICE, **given)  # type: ignore[arg-type]
    assert refused.value.key == f"plan.{key}"
    assert named in str(refused.value.values)


def test_a_standard_without_steps_cannot_become_a_plan() -> None:
    with pytest.raises(DomainError) as refused:
        planned(standard_of())
    assert refused.value.key == "plan.no_steps"
