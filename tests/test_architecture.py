"""Rules about the code itself: who imports whom, how long things are, where words may stand."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent
FOLDERS = ("knowledge", "bot", "handlers", "migrations")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40

READS_ENVIRONMENT = {"bot/settings.py"}
TELLS_TIME = {"bot/clock.py"}
PRINTS = {"handlers/cli/screen.py"}

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "yang tidak anda untuk silakan dengan sudah belum bisa dapat akan dari pada ini itu kami "
        "saya adalah tolong maaf coba lagi atau dan jika kalau harus apa bagaimana di ke",
    )
)
"""Words that Indonesian sentences are held together with; names of posts have few of them."""

MACHINE_PATHS = re.compile(
    r"(?:^|[^\w./])/(?:home/\w+|Users/\w+|root|work|mnt)/\w|file:///|"
    r"https?://[^ )\">]+/(?:simple|packages)/|--(?:extra-)?index-url",
    re.MULTILINE,
)
"""Paths of one machine and addresses of package registries."""


@cache
def sources() -> dict[str, ast.Module]:
    """Return the syntax tree of each module of ours, by its path from the root."""
    found = {}
    for folder in FOLDERS:
        paths = sorted((ROOT / folder).rglob("*.py"))
        assert paths, f"{folder}/ holds no Python at all"
        for path in paths:
            found[path.relative_to(ROOT).as_posix()] = ast.parse(path.read_text("utf-8"))
    return found


def tracked_files() -> list[Path]:
    """Return the files of the repository; outside a clone, all that is no tool's cache."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in ROOT.rglob("*") if path.is_file() and "/." not in path.as_posix()]


def docstrings(tree: ast.Module) -> set[int]:
    """Return the ids of the constants that are docstrings, or remarks under a name."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the string constants that are no docstrings."""
    remarks = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is str and id(node) not in remarks:
            yield node


def calls(tree: ast.Module, *names: str) -> list[int]:
    """Return the lines on which one of the dotted names stands."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in names
    ]


def is_indonesian_sentence(text: str) -> bool:
    """Tell a sentence from a name, a pattern or a key: three words, two of them function words."""
    words = re.findall(r"[a-z]+", text.lower())
    if len(words) < 3 or re.search(r"[\\|^$\[\]*]|\(\?", text):
        return False
    return len(FUNCTION_WORDS.intersection(words)) >= 2


def test_imports_keep_to_the_contracts(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    report = capsys.readouterr().out
    assert status == EXIT_STATUS_SUCCESS, report
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", report), report


def test_no_file_is_longer_than_300_lines() -> None:
    counts = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in sources()}
    assert {name: n for name, n in counts.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = {
        f"{name}:{node.name}": length
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_module_says_what_belongs_in_it() -> None:
    assert [name for name, tree in sources().items() if not ast.get_docstring(tree)] == []


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "helpers", "common", "const", "constants", "misc"}
    assert [name for name in sources() if Path(name).stem in vague] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maaf, saya tidak dapat menjawab pertanyaan itu.", True),
        ("Silakan coba lagi", True),
        ("Kepala Bagian Protokol dan Tata Usaha Pimpinan", False),
        (r"yang (selanjutnya )?disingkat|dan atau", False),
        ("errors.unknown", False),
    ],
)
def test_a_sentence_is_told_from_a_name(text: str, expected: bool) -> None:
    assert is_indonesian_sentence(text) is expected


def test_no_sentence_for_people_stands_in_python() -> None:
    found = [
        f"{name}:{node.lineno} {node.value!r}"
        for name, tree in sources().items()
        if not name.startswith("knowledge/")  # matches the documents' own words
        for node in strings(tree)
        if is_indonesian_sentence(str(node.value))
    ]
    assert found == []


def test_only_the_settings_read_the_environment() -> None:
    names = ("os.environ", "os.getenv", "environ", "getenv")
    found = {name: lines for name, tree in sources().items() if (lines := calls(tree, *names))}
    assert set(found) <= READS_ENVIRONMENT, found


def test_only_the_clock_asks_for_the_present_time() -> None:
    names = ("datetime.now", "datetime.utcnow", "date.today", "time.time", "datetime.today")
    found = {name: lines for name, tree in sources().items() if (lines := calls(tree, *names))}
    assert set(found) <= TELLS_TIME, found


def test_only_the_screen_prints() -> None:
    found = {name: lines for name, tree in sources().items() if (lines := calls(tree, "print"))}
    assert set(found) <= PRINTS, found


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    files = tracked_files()
    assert len(files) > 20
    for path in files:
        if path == Path(__file__) or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE_PATHS.finditer(text)]
    assert found == []
