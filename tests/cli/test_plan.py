"""pandu plan: a plan as JSON and as a table, and every mistake in its arguments."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from handlers.texts import LANGUAGES

from .conftest import DOCUMENTS, ONE, Pandu

SOP = "standar-pelayanan-dan-sop"
START = "2027-01-04T07:30:00+07:00"
PLAN = {"standard", "start", "finish", "needs", "steps"}
STEP = {"number", "title", "actors", "start", "deadline", "duration", "why", "source"}


def plan(pandu: Pandu, *words: str | Path) -> dict[str, Any]:
    ended = pandu("plan", *words, "--json")
    assert (ended.status, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert isinstance(found, dict)
    return found


def step(found: dict[str, Any], number: str) -> dict[str, Any]:
    (one,) = [one for one in found["steps"] if one["number"] == number]
    assert isinstance(one, dict)
    return one


def test_a_plan_has_the_fields_that_are_promised(pandu: Pandu, office: Path) -> None:
    found = plan(pandu, SOP, "--start", START)
    assert set(found) >= PLAN
    assert (found["start"], found["finish"]) == (START, "2027-04-15T10:30:00+07:00")
    assert all(set(one) >= STEP for one in found["steps"])
    one = step(found, "5.b.1")
    assert one["deadline"] == "2027-03-01T15:00:00+07:00"
    assert one["duration"]["rate"] == {"amount": 15, "unit": "standar pelayanan/SOP", "per": "hari"}
    assert one["source"]["section"] == "Bagian Kedua B.5.b.1"
    assert one["source"]["page"] == 353
    assert one["why"][0].startswith("Naskah: “15 standar pelayanan/SOP perhari”")
    assert step(found, "5.a.3")["deadline"] is None
    assert list(office.iterdir()) == [], "it made no database"


def test_what_is_open_is_asked_and_answers_close_it(pandu: Pandu) -> None:
    needs = plan(pandu, SOP, "--start", START)["needs"]
    by_step = {need["step"]: need for need in needs}
    assert by_step["4.a"]["unit"] == "draf"
    assert by_step["4.b.1.a"]["choices"] == ["dalam kota", "luar kota"]
    assert by_step["5.a.3"]["event"] == "memorandum diterima"
    assert all(need["question"] for need in needs)
    found = plan(
        pandu, SOP, "--start", START,
        "--count", "draf=3", "unit kerja=2", "satuan organisasi=1",
        "--count", "standar pelayanan/SOP=40",
        "--choose", "4.b.1.a=dalam kota",
        "--event", "5.a.3=2027-02-26T09:00", "2.b.1=2027-01-11",
    )  # fmt: skip
    assert found["needs"] == []
    assert [one["number"] for one in found["left_out"]] == ["4.b.1.a.2"]
    assert step(found, "5.a.3")["deadline"] == "2027-03-03T15:00:00+07:00"
    assert step(found, "4.a")["deadline"] == "2027-02-08T14:30:00+07:00"


def test_a_standard_is_named_by_id_title_part_of_it_or_file(pandu: Pandu) -> None:
    names = [
        "pengoordinasian-pelaksanaan-pelayanan-kepada-pimpinan",
        "Standar Pelayanan Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan",
        "pelayanan KEPADA pimpinan",
        "pimpinan pelayanan",
        "pelayanan-kepada-pimpinan",
        "pelayanan-kepada-pimpinan.txt",
    ]
    found = {plan(pandu, name, "--start", START)["id"] for name in names}
    assert found == {names[0]}


def test_only_the_documents_that_are_named_are_used(loaded: Pandu) -> None:
    found = plan(loaded, "kendaraan dinas", "--start", START)
    assert found["standard"].endswith("Peminjaman Kendaraan Dinas")
    ended = loaded("plan", "kendaraan dinas", "--start", START, "--standards", DOCUMENTS)
    assert ended.status == 2
    assert "kendaraan dinas" in ended.complaint
    assert plan(loaded, "pimpinan", "--start", START, "--standards", ONE)["finish"]


@pytest.mark.parametrize(
    ("start", "shown", "due"),
    [
        ("2027-01-04", "2027-01-04T00:00:00+07:00", "2027-01-04T07:35:00+07:00"),
        ("2027-01-04T07:30", START, "2027-01-04T07:35:00+07:00"),
        ("2027-01-04 07:30", START, "2027-01-04T07:35:00+07:00"),
        ("2027-01-04T00:30Z", START, "2027-01-04T07:35:00+07:00"),
        ("2027-01-02T10:00", "2027-01-02T10:00:00+07:00", "2027-01-04T07:35:00+07:00"),
    ],
)
def test_a_date_without_a_zone_is_in_the_office_s(
    pandu: Pandu, start: str, shown: str, due: str
) -> None:
    found = plan(pandu, "pimpinan", "--start", start)
    assert found["start"] == shown
    assert found["steps"][0]["deadline"] == due


def test_the_office_s_zone_is_a_setting(pandu: Pandu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDU_TIMEZONE", "Asia/Jayapura")
    found = plan(pandu, "pimpinan", "--start", "2027-01-04")
    assert found["steps"][0]["deadline"] == "2027-01-04T07:35:00+09:00"


def test_a_calendar_file_stands_above_the_built_in_calendar(pandu: Pandu, office: Path) -> None:
    file = office / "kalender.json"
    hours = {"wed": [["09:00", "12:00"]]}
    data = {
        "closed": {"2027-01-04": "Tutup buku"},
        "open": ["2027-01-05"],
        "seasons": [{"from": "2027-01-06", "to": "2027-01-06", "hours": hours}],
    }
    file.write_text(json.dumps(data), "utf-8")
    found = plan(pandu, "sosialisasi", "--start", START, "--calendar", file)
    assert step(found, "1")["deadline"] == "2027-01-05T16:00:00+07:00"
    assert "Tutup buku" in " ".join(step(found, "1")["why"])
    assert step(found, "2.a")["deadline"] == "2027-01-07T16:00:00+07:00"


def test_times_before_an_event_have_the_shape_that_is_promised(pandu: Pandu, office: Path) -> None:
    text = ONE.read_text("utf-8").replace("(15 menit)", "(H-7)")
    (office / "rapat.txt").write_text(text, "utf-8")
    words = ("pimpinan", "--start", START, "--standards", "rapat.txt")
    found = step(plan(pandu, *words), "2")
    offset = {"amount": -7, "unit": "hari", "calendar": "calendar", "of": "Hari H"}
    assert found["duration"]["offset"] == offset
    assert found["deadline"] is None
    found = step(plan(pandu, *words, "--event", "2=2027-02-01"), "2")
    assert found["deadline"] == "2027-01-25T16:00:00+07:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_get_a_table(pandu: Pandu, language: str) -> None:
    ended = pandu("plan", SOP, "--start", START, "--language", language)
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith("Standar Pelayanan Pengoordinasian Penyusunan Standar Pelayanan")
    assert re.search(r"^ *4\.b\.2\.b\. Rapat kerja .* \[2 kali @ 3 hari/satuan organisasi\]$",
                     ended.out, re.MULTILINE)  # fmt: skip
    assert "22" in next(line for i, line in enumerate(lines) if "4.b.2.b." in lines[i - 1])
    assert "4.b.1.a.1" in ended.out
    assert "dalam kota" in ended.out
    assert "memorandum diterima" in ended.out
    assert "Ramadan" in ended.out
    assert "<" not in ended.out
    assert max(map(len, lines[3:])) < 280


WRONG = [
    (["x"], "Yang ada: Standar Pelayanan"),
    (["standar"], "cocok dengan 5 standar"),
    (["   "], "Tidak ada standar"),
    ([SOP, "--count", "draf"], "--count draf=3"),
    ([SOP, "--count", "draf=dua"], "dua"),
    ([SOP, "--count", "draf=0"], "draf"),
    ([SOP, "--count", "draf=-1"], "-1"),
    ([SOP, "--count", "draf=1.5"], "1.5"),
    ([SOP, "--count", "draf=99999999999999999999"], "999"),
    ([SOP, "--count", "draf=1", "Draf=2"], "dua kali"),
    ([SOP, "--count", "berkas=2"], "draf, rapat kerja, unit kerja"),
    ([SOP, "--choose", "4.b.1.a"], "--choose"),
    ([SOP, "--choose", "4.b.1.a=desa"], "dalam kota, luar kota"),
    ([SOP, "--choose", "4.b.9=desa"], "4.b.9"),
    ([SOP, "--choose", "4.b=dalam kota"], "4.b.1.a"),
    ([SOP, "--event", "5.a.3=besok"], "besok"),
    ([SOP, "--event", "99=2027-01-04"], "99"),
    ([SOP, "--event", "4.a=2027-01-04"], "5.a.3"),
    ([SOP, "--event", "5.a.3"], "--event"),
    ([SOP, "--calendar", "tiada.json"], "tiada.json"),
    ([SOP, "--standards", "tiada.txt"], "tiada.txt"),
    ([SOP, "--unheard"], "--unheard"),
    ([SOP, "--start", "kemarin"], "kemarin"),
    ([SOP, "--start", "2027-02-30"], "2027-02-30"),
    ([SOP, "--start", "9999-12-31"], "9999"),
    ([SOP, "--start", "2100-12-20"], "2101"),
]


@pytest.mark.parametrize(("words", "named"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_a_wrong_argument_is_one_clear_line(pandu: Pandu, words: list[str], named: str) -> None:
    start = [] if "--start" in words else ["--start", START]
    ended = pandu("plan", *words, *start, "--json")
    assert (ended.status, ended.out) == (2, "")
    assert named in ended.complaint
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("words", [["--start", START], [SOP], [SOP, "--start"]])
def test_a_missing_argument_is_named(pandu: Pandu, words: list[str]) -> None:
    ended = pandu("plan", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "pandu plan" in ended.complaint


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"{", "JSON"),
        (b"\xff\xfe{}", "JSON"),
        (b'{"closed": {"2027-01-04": "a", "2027-01-04": "b"}}', "satu kali"),
        (b"[]", "objek"),
        (b'{"libur": []}', "libur"),
        (b'{"closed": {"4 Januari": "x"}}', "4 Januari"),
        (b'{"seasons": [{"from": "2027-01-04", "to": "2027-01-01", "hours": {}}]}', "seasons[0]"),
        (b'{"seasons": [{"from": "2000-01-01", "to": "2099-01-01", "hours": {"mon": [],"tue": [],'
         b'"wed": [], "thu": [], "fri": []}}]}', "2000-01-01"),
    ],
)  # fmt: skip
def test_a_calendar_that_cannot_be_used_is_refused(
    pandu: Pandu, office: Path, content: bytes, named: str
) -> None:
    (office / "kalender.json").write_bytes(content)
    ended = pandu("plan", SOP, "--start", START, "--calendar", "kalender.json", "--json")
    assert (ended.status, ended.out) == (2, "")
    assert named in ended.complaint


def test_a_plan_can_be_drawn(pandu: Pandu, office: Path) -> None:
    plan(pandu, SOP, "--start", START, "--picture", "rencana.png")
    assert (office / "rencana.png").read_bytes().startswith(b"\x89PNG")
    ended = pandu("plan", SOP, "--start", START, "--picture", "tiada/rencana.png")
    assert (ended.status, ended.out) == (2, "")
    assert "tiada/rencana.png" in ended.complaint


def test_a_plan_without_dates_cannot_be_drawn(pandu: Pandu, office: Path) -> None:
    text = re.sub(r"\(\d+ menit\)", "", ONE.read_text("utf-8"))
    (office / "tanpa.txt").write_text(text, "utf-8")
    words = ("pimpinan", "--start", START, "--standards", "tanpa.txt")
    assert plan(pandu, *words)["finish"] is None
    ended = pandu("plan", *words, "--picture", "rencana.png")
    assert ended.status == 2
    assert not (office / "rencana.png").exists()
    assert "tidak ada batas waktu" in pandu("plan", *words).out
