from __future__ import annotations

from bot.domain.tasks.times import StepTime, StepTimes, summed


def test_times_of_many_tasks_are_medians_and_lateness_is_counted() -> None:
    tasks = [
        [StepTime("1", "Menyusun", 450, real, late)]
        for real, late in ((300, False), (400, False), (900, True))
    ]
    found = summed("izin", "Izin", tasks)
    assert found.steps == (StepTimes("1", "Menyusun", 3, 450, 400, 1),)
    assert (found.count, found.on_time) == (3, 2)


def test_a_step_without_a_time_and_one_that_few_have_are_kept() -> None:
    first = [StepTime("1", "Menyusun", None, 30, False)]
    both = [*first, StepTime("2", "Memeriksa", 60, 90, True)]
    found = summed("izin", "Izin", [first, both])
    assert [(step.number, step.count, step.planned) for step in found.steps] == [
        ("1", 2, None),
        ("2", 1, 60),
    ]
