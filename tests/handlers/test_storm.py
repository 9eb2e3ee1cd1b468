"""Complaints by the form while the process is killed: the bounded form of `benchmarks.storm`."""

from __future__ import annotations

from pathlib import Path

from benchmarks.storm.storm import storm


async def test_killed_while_people_file_it_files_each_report_once_and_loses_none(
    tmp_path: Path,
) -> None:
    found = await storm(tmp_path, count=6, kills=2)
    assert found.kills == 2
    assert found.confirmed == found.people == found.filed
    assert (found.missing, found.doubled, found.unknown, found.silent) == ((), (), (), ())
