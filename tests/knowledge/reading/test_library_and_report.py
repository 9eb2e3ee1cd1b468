"""The library of standards, the report of `pandu read`, and the form that is stored."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from knowledge.library import Library, shipped_documents
from knowledge.reading import read_text
from knowledge.reading.durations import parse_duration
from knowledge.report import as_report, duration_report, from_data, to_data
from tests.standard_texts import a_text


@pytest.fixture(scope="module")
def library() -> Library:
    loaded, problems = Library.load([shipped_documents()])
    assert problems == ()
    return loaded


def test_the_shipped_folder_holds_five_standards(library: Library) -> None:
    assert len(library) == 5
    assert all(title.startswith("Standar Pelayanan ") for title in library.titles)
    assert [library[key].id for key in library] == list(library)


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_loaded(tmp_path: Path) -> None:
    good = shipped_documents() / "pelayanan-kepada-pimpinan.txt"
    (tmp_path / "a-resep.txt").write_text("Tumis bumbu.", encoding="utf-8")
    (tmp_path / "b-standar.txt").write_bytes(good.read_bytes())
    (tmp_path / "c-salinan.txt").write_bytes(good.read_bytes())
    (tmp_path / "gambar.png").write_bytes(b"\x89PNG")
    loaded, problems = Library.load([tmp_path, tmp_path / "tidak-ada.txt"])
    assert list(loaded) == ["pengoordinasian-pelaksanaan-pelayanan-kepada-pimpinan"]
    assert [(Path(p.file).name, p.key) for p in problems] == [
        ("a-resep.txt", "no_sections"),
        ("c-salinan.txt", "duplicate"),
        ("tidak-ada.txt", "missing"),
    ]
    assert problems[1].values["other"] == "b-standar.txt"


def test_two_standards_with_one_id_are_refused(library: Library) -> None:
    standard = next(iter(library.values()))
    with pytest.raises(ValueError, match=standard.id):
        Library([standard, standard])


def test_the_report_has_the_promised_fields(library: Library) -> None:
    for standard in library.values():
        report = json.loads(json.dumps(as_report(standard), ensure_ascii=False))
        assert set(report) >= {
            "file", "title", "unit", "responsible", "implementers", "complaint", "cost", "place",
            "service_hours", "requirements", "legal_basis", "steps", "components", "warnings",
        }  # fmt: skip
        assert set(report["complaint"]) >= {
            "received_by", "delegation", "handled_by", "together_with", "channels",
        }  # fmt: skip
        assert set(report["requirements"]) == {"implementer", "user"}
        for step in report["steps"]:
            assert set(step) >= {"number", "text", "actors", "duration", "page", "steps"}
            if step["duration"]:
                assert set(step["duration"]) >= {
                    "text", "amount", "unit", "calendar", "times", "per", "min", "bound", "after",
                }  # fmt: skip
                assert f"({step['duration']['text']})" in step["text"]


def test_the_report_holds_every_step_once(library: Library) -> None:
    def count(steps: list[dict[str, Any]]) -> int:
        return sum(1 + count(step["steps"]) for step in steps)

    for standard in library.values():
        report = as_report(standard)
        assert count(report["steps"]) == sum(1 for _ in standard.walk_steps())


def test_offsets_and_frequencies_are_reported_where_they_are_set() -> None:
    before, often = parse_duration("paling lambat H-7"), parse_duration("2 kali/tahun")
    report = duration_report(before)
    assert report is not None
    assert report["offset"] == {
        "amount": -7,
        "unit": "hari",
        "calendar": "calendar",
        "of": "Hari H",
    }
    assert (report["bound"], report["amount"]) == ("max", None)
    assert (duration_report(often) or {})["frequency"] == "2 kali/tahun"
    assert duration_report(None) is None


def test_a_standard_without_complaints_reports_null() -> None:
    text = "STANDAR PELAYANAN UJI\n\nA. Dasar Hukum\n\n1. UU\n\nB. Biaya\n\nGratis"
    (standard,) = read_text(text, "x.txt")
    assert as_report(standard)["complaint"] is None
    assert as_report(standard)["place"] is None


def test_an_empty_standard_has_null_and_not_the_word_none(library: Library) -> None:
    report = json.dumps([as_report(standard) for standard in library.values()])
    assert '"None"' not in report


def test_what_is_stored_is_what_was_read(library: Library) -> None:
    for standard in library.values():
        stored = json.dumps(to_data(standard))
        assert from_data(json.loads(stored)) == standard


def test_data_without_a_newer_field_take_its_default(library: Library) -> None:
    standard = next(iter(library.values()))
    data = to_data(standard)
    data.pop("furniture", None)
    assert from_data(data).furniture == ()


@pytest.mark.skipif(sys.gettrace() is not None, reason="measuring coverage slows everything down")
def test_the_five_load_from_the_store_at_once(library: Library) -> None:
    stored = [json.dumps(to_data(standard)) for standard in library.values()]

    def load() -> float:
        begin = time.process_time()
        for text in stored:
            from_data(json.loads(text))
        return time.process_time() - begin

    assert min(load() for _ in range(5)) < 0.03


def test_one_title_of_two_units_is_two_standards(tmp_path: Path) -> None:
    for name, unit in (("a", "Bagian Rumah Tangga"), ("b", "Pusat Pendidikan"), ("c", "")):
        (tmp_path / f"{name}.txt").write_text(a_text(unit=unit))
    library, problems = Library.load([tmp_path])
    assert [standard.file for standard in library.values()] == ["a.txt", "b.txt"]
    assert len(set(library)) == 2
    assert [problem.key for problem in problems] == ["duplicate"]
