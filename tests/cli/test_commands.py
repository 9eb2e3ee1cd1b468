"""read, add, standards, and what every command does with mistakes."""

from __future__ import annotations

import ast
import io
import json
import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from bot.errors import PanduError
from bot.settings import Settings
from handlers.cli.arguments import COMMANDS
from handlers.texts import LANGUAGES, office_texts

from .conftest import DOCUMENTS, ONE, ROOT, Pandu

REPORT = {
    "file", "title", "unit", "responsible", "implementers", "complaint", "cost", "place",
    "service_hours", "requirements", "legal_basis", "steps", "components", "warnings",
}  # fmt: skip
STEP = {"number", "text", "actors", "duration", "page", "steps"}


def test_read_reports_every_standard_of_a_folder(pandu: Pandu) -> None:
    ended = pandu("read", DOCUMENTS, "--json")
    assert (ended.status, ended.err) == (0, "")
    reports = json.loads(ended.out)
    assert len(reports) == 5
    for report in reports:
        assert set(report) >= REPORT
        assert report["title"].startswith("Standar Pelayanan ")
        assert set(report["components"]) == {"present", "missing"}
        assert all(set(step) >= STEP for step in report["steps"])


def test_read_names_what_is_no_standard_and_prints_the_others(pandu: Pandu) -> None:
    Path("rapat.txt").write_text("Notula rapat hari Senin.", "utf-8")
    Path("gambar.txt").write_bytes(bytes(range(256)) * 20)
    ended = pandu("read", "rapat.txt", ONE, "gambar.txt", "tiada.txt", "--json")
    assert ended.status == 2
    assert [report["file"] for report in json.loads(ended.out)] == [ONE.name]
    complaints = ended.err.splitlines()
    assert len(complaints) == 3
    for name, complaint in zip(("rapat", "gambar", "tiada"), complaints, strict=True):
        assert complaint.startswith(f"pandu: {name}.txt: ")


def test_read_prints_an_empty_list_where_nothing_can_be_read(pandu: Pandu) -> None:
    ended = pandu("read", "tiada.txt", "--json")
    assert (ended.status, json.loads(ended.out)) == (2, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_read_tells_people_the_main_things(pandu: Pandu, language: str) -> None:
    out = pandu("read", ONE, "--language", language).out
    assert "Kepala Biro Tata Usaha" in out
    assert "Kepala Bagian Protokol dan Tata Usaha Pimpinan" in out
    assert re.search(r"4\.b\.1\. .*\[20 menit\]", out)
    assert "jumlah pelaksana" in out
    assert "heading_mended" not in out


def test_standards_lists_the_shipped_ones_without_making_a_database(
    pandu: Pandu, office: Path
) -> None:
    ended = pandu("standards", "--json")
    listed = json.loads(ended.out)
    assert len(listed) == 5
    assert all(standard["loaded_at"] is None for standard in listed)
    assert list(office.iterdir()) == []


def test_add_puts_a_standard_into_force(loaded: Pandu) -> None:
    listed = {
        standard["file"]: standard for standard in json.loads(loaded("standards", "--json").out)
    }
    assert len(listed) == 6
    assert listed["baru.txt"]["loaded_at"] is not None
    assert "kendaraan dinas" in listed["baru.txt"]["title"].lower()


def test_adding_again_changes_nothing(loaded: Pandu) -> None:
    before = loaded("standards", "--json").out
    assert loaded("add", "baru.txt").status == 0
    assert loaded("standards", "--json").out == before


def test_add_takes_all_files_or_none(pandu: Pandu, office: Path) -> None:
    ended = pandu("add", ONE, "tiada.txt")
    assert (ended.status, ended.out) == (2, "")
    assert "tiada.txt" in ended.complaint
    assert list(office.iterdir()) == []


def test_add_refuses_a_folder_and_the_same_standard_twice(pandu: Pandu, office: Path) -> None:
    assert "folder" in pandu("add", DOCUMENTS).complaint
    Path("lagi.txt").write_bytes(ONE.read_bytes())
    ended = pandu("add", ONE, "lagi.txt")
    assert ended.status == 2
    assert "lagi.txt" in ended.complaint
    assert not (office / "data").exists()


def test_read_names_a_folder_without_standards(pandu: Pandu) -> None:
    Path("kosong").mkdir()
    ended = pandu("read", "kosong", "--json")
    assert (ended.status, json.loads(ended.out)) == (2, [])
    assert "kosong" in ended.complaint


def test_ask_answers_from_the_database_once_there_is_one(
    loaded: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = b'{"id": 1, "text": "siapa penanggung jawab peminjaman kendaraan dinas?"}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    ended = loaded("ask", "--json")
    assert ended.status == 0
    (standard,) = json.loads(ended.out)["standards"]
    assert "kendaraan dinas" in standard.lower()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["terbang"], "terbang"),
        (["--terbang"], "--terbang"),
        (["ask", "--terbang"], "--terbang"),
        (["ask", "lebih"], "lebih"),
        (["read"], "FILE"),
        (["read", "--json"], "FILE"),
        (["add"], "FILE"),
        (["backup"], "FILE"),
        (["restore"], "FILE"),
        (["ask", "--standards"], "--standards"),
        (["ask", "--language", "fr"], "--language"),
        (["--language", "fr"], "--language"),
        (["run"], "PANDU_TELEGRAM_TOKEN"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(pandu: Pandu, words: list[str], named: str) -> None:
    ended = pandu(*words)
    assert (ended.status, ended.out) == (2, "")
    assert named in ended.complaint
    assert "unexplained" not in ended.err


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PANDU_TELEGRAM_TOKEN", "12345:abc"),
        ("PANDU_TELEGRAM_API", "api.telegram.org"),
        ("PANDU_DATABASE_URL", "mysql://x/y"),
        ("PANDU_ADMIN_IDS", "@ani"),
        ("PANDU_TIMEZONE", "WIB"),
        ("PANDU_WEBHOOK_LISTEN", "8080"),
        ("PANDU_SECRET_KEY", "pendek"),
        ("PANDU_MESSAGES_PER_SECOND", "banyak"),
        ("PANDU_TELEGRAM_TOKN", "x"),
    ],
)
@pytest.mark.parametrize("command", ["standards", "run"])
def test_a_wrong_setting_is_one_line_that_names_it(
    pandu: Pandu, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, command: str
) -> None:
    monkeypatch.setenv(variable, value)
    ended = pandu(command)
    assert (ended.status, ended.out) == (2, "")
    assert variable in ended.complaint


def test_a_wrong_line_in_the_env_file_is_named_too(pandu: Pandu, office: Path) -> None:
    (office / ".env").write_text("PANDU_TIMEZONE=WIB\n", "utf-8")
    assert "PANDU_TIMEZONE" in pandu("standards").complaint


def test_a_database_that_is_none_is_explained(pandu: Pandu, office: Path) -> None:
    (office / "data").mkdir()
    (office / "data" / "pandu.db").write_text("not a database, only some text " * 40, "utf-8")
    ended = pandu("standards")
    assert ended.status == 2
    assert "pandu.db" in ended.complaint


def test_a_server_that_is_away_is_explained(pandu: Pandu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANDU_DATABASE_URL", "postgresql://pandu:s3cret-word@127.0.0.1:1/pandu")
    ended = pandu("standards")
    assert ended.status == 2
    assert "127.0.0.1:1" in ended.complaint
    assert "s3cret-word" not in ended.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [["--help"], [], *([name, "--help"] for name in COMMANDS)])
def test_help_is_printed_whole(pandu: Pandu, words: list[str], language: str) -> None:
    ended = pandu("--language", language, *words)
    assert (ended.status, ended.err) == (0, "")
    assert f"pandu {words[0] if len(words) > 1 else ''}".strip() in ended.out


def test_the_version_is_printed(pandu: Pandu) -> None:
    assert re.fullmatch(r"pandu \d+\.\d+\.\d+\n", pandu("--version").out)


def test_a_program_error_is_one_line_and_its_trace_is_for_asking(
    pandu: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(words: object, screen: object) -> int:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("handlers.__main__._carry_out", broken)
    ended = pandu("standards")
    assert ended.status == 2
    assert "ZeroDivisionError" in ended.complaint
    assert "Traceback" in pandu("standards", "--traceback").err


def test_ctrl_c_ends_quietly(pandu: Pandu, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: object, screen: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("handlers.__main__._carry_out", interrupted)
    ended = pandu("standards")
    assert (ended.status, ended.out, ended.err) == (130, "", "")


def test_an_error_without_words_still_says_what_it_is(
    pandu: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def troubled(words: object, screen: object) -> int:
        raise PanduError("never.heard_of", cause="by design")

    monkeypatch.setattr("handlers.__main__._carry_out", troubled)
    ended = pandu("standards")
    assert ended.status == 2
    assert "never.heard_of" in ended.complaint
    assert "by design" in ended.complaint


def raised_keys() -> set[str]:
    """Return the keys of the errors that bot and handlers raise, as they raise them."""
    found = {f"settings.{field}" for field in Settings.model_fields}
    for folder in ("bot", "handlers"):
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text("utf-8")
            found |= set(re.findall(r'"((?:settings|storage|run|backup|check)\.[a-z_]+)"', source))
    return found


@pytest.mark.parametrize("key", sorted(raised_keys()))
def test_every_error_has_words(key: str) -> None:
    assert office_texts().has(f"cli.{key}") or office_texts().has(f"errors.{key}")


def test_errors_bring_the_values_that_their_words_need() -> None:
    known = parameters_of_texts()
    checked = 0
    for folder in ("bot", "handlers", "knowledge"):
        for path in (ROOT / folder).rglob("*.py"):
            for key, given in raised_in(path):
                if key in known:
                    checked += 1
                    needed, possible = known[key]
                    assert needed <= given <= possible, f"{path.name}: {key}"
    assert checked > 15


def parameters_of_texts() -> dict[str, tuple[set[str], set[str]]]:
    """Return the parameters of each text for an error: those it needs, and all."""
    found = {}
    for file in ("errors.j2", "cli.j2"):
        source = (ROOT / "handlers" / "texts" / "id" / file).read_text("utf-8")
        for macro in Environment(autoescape=True).parse(source).find_all(nodes.Macro):
            names = [argument.name for argument in macro.args]
            needed = names[: len(names) - len(macro.defaults)]
            found[macro.name] = (set(needed), set(names))
    return found


def raised_in(path: Path) -> list[tuple[str, set[str]]]:
    """Return key and value names of the errors raised in a module with their values spelt out."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(ast.Name(name), [ast.Constant(str(key))], keywords) if all(
                keyword.arg for keyword in keywords
            ) and name.endswith(("Error", "Standard", "Document")):
                prefix = "" if name.endswith("Error") else "document_"
                given = {str(keyword.arg) for keyword in keywords}
                found.append((prefix + key.replace(".", "_"), given))
    return found
