"""pandu route: the contract's fields, the readable page, and what it says of mistakes."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from handlers.texts import FOLDER, LANGUAGES
from knowledge.routing import deciding, router

from .conftest import DOCUMENTS, ONE, Pandu

FIELDS = {
    "kind", "standard", "decision", "received_by", "handled_by", "together_with", "candidates",
    "reason", "source",
}  # fmt: skip


def test_a_route_has_the_fields_of_the_contract(pandu: Pandu, office: Path) -> None:
    ended = pandu("route", "draf SOP kami lama sekali diperiksa", "--json")
    assert (ended.status, ended.err) == (0, "")
    record = json.loads(ended.out)
    assert set(record) >= FIELDS
    assert (record["kind"], record["decision"], record["delegation"]) == (
        "keluhan", "auto", "optional",
    )  # fmt: skip
    assert record["handled_by"] == "Kepala Bagian Tata Laksana"
    assert record["together_with"] == ["Kepala Subbagian Standardisasi Pelayanan", "staf"]
    assert record["source"] == {
        "standard": record["standard"], "section": "Bagian Kedua H.2", "page": 355,
    }  # fmt: skip
    assert "Bagian Kedua H.2, hlm. 355" in record["reason"]
    assert list(office.iterdir()) == [], "nothing is kept"


def test_what_is_no_complaint_has_no_kind(pandu: Pandu) -> None:
    record = json.loads(pandu("route", "berapa lama SOP?", "--json").out)
    assert (record["kind"], record["decision"]) == (None, "ask")
    assert record["standard"] is record["handled_by"] is record["source"] is None


def test_standard_and_kind_can_be_given(pandu: Pandu) -> None:
    given = ("--standard", "pelayanan-kepada-pimpinan", "--kind", "masukan")
    record = json.loads(pandu("route", "ruang tamu", *given, "--json").out)
    assert (record["kind"], record["received_by"]) == ("masukan", "Kepala Biro Tata Usaha")


def test_named_documents_are_used_and_no_others(pandu: Pandu) -> None:
    record = json.loads(pandu("route", "lama sekali", "--standards", ONE, "--json").out)
    assert record["received_by"] == "Kepala Biro Tata Usaha"


def test_the_standards_of_the_database_are_used(loaded: Pandu) -> None:
    record = json.loads(loaded("route", "peminjaman kendaraan dinas lama sekali", "--json").out)
    assert "Peminjaman Kendaraan Dinas" in record["standard"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("SOP lama sekali", "Kepala Bagian Tata Laksana"),
        ("lama sekali", "5. "),
        ("Kabag Protokol minta uang", "Kepala Bagian Protokol dan Tata Usaha Pimpinan"),
        ("Kepala Biro Tata Usaha minta uang", "Bagian Kedua H.1"),
        ("sosialisasi kebijakan kacau", "Kepala Bagian terkait"),
        ("halo", "pengaduan"),
    ],
)
def test_the_page_can_be_read(text: str, shown: str, language: str, pandu: Pandu) -> None:
    out = pandu("route", text, "--language", language).out
    if not (text == "halo" and language == "en"):
        assert shown in out
    assert "None" not in out
    assert "\n\n\n" not in out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("route",), "TEXT"), (("route", "x", "--standard", "tiada"), "tiada"),
        (("route", "x", "--kind", "curhat"), "--kind"),
        (("route", "x", "--standards", "tiada.txt"), "tiada.txt"),
        (("route", "x", "--standard", "standar pelayanan"), "Standar Pelayanan"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(words: tuple[str, ...], named: str, pandu: Pandu) -> None:
    ended = pandu(*words)
    assert (ended.status, ended.out) == (2, "")
    assert named in ended.complaint


def _asked_reasons() -> set[str]:
    """Return every reason key that routing can give."""
    found = set()
    for module in (deciding, router):
        source = Path(str(module.__file__)).read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    ways = {f"{about}_{what}" for about in ("accused", "sender")
            for what in ("handler", "receiver", "receiver_alone")}  # fmt: skip
    return found | ways | {f"delegated_{how}" for how in ("required", "optional", "plain")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_and_no_words_are_left_over(language: str) -> None:
    tree = Environment(autoescape=True).parse((FOLDER / language / "routing.j2").read_text("utf-8"))
    macros = {m.name for m in tree.find_all(nodes.Macro) if not m.name.startswith("_")}
    assert macros <= _asked_reasons()
    assert len(macros) == 23
    assert DOCUMENTS.is_dir()
