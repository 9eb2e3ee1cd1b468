"""Tasks while the process is killed and time runs: the bounded form of `benchmarks.storm`."""

from __future__ import annotations

from pathlib import Path

from benchmarks.storm.deadlines import storm


async def test_killed_over_deadlines_it_keeps_each_task_once_and_says_each_reminder_once(
    tmp_path: Path,
) -> None:
    found = await storm(tmp_path, count=3, kills=1, jumps=3)
    assert found.kills >= 1, "it was not killed at all"
    assert found.tasks == 3
    assert found.steps_done >= 1, "nobody did a step"
    assert found.reminders >= 1, "nobody was reminded"
    assert found.is_whole, found
