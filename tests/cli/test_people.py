"""pandu people: list, import, invite."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Pandu

KABAG = "Kepala Bagian Tata Laksana"
LIST = """jabatan;nama;status;sampai
Kabag Tata Laksana;Sari Dewi;Plt;31 Desember 2199
Kepala Subbagian Arsip;Budi;;
"""


@pytest.fixture
def office(office: Path, fresh_data: Path) -> Path:
    """Return a working folder whose database has the shipped standards and their posts."""
    shutil.copytree(fresh_data, office / "data")
    return office


def posts(pandu: Pandu) -> dict[str, Any]:
    ended = pandu("people", "list", "--json")
    assert (ended.status, ended.err) == (0, "")
    return {post["post"]: post for post in json.loads(ended.out)}


def code_in(text: str) -> str:
    found = re.search(r"u_([\w-]{20})", text)
    assert found, text
    return found[1]


def test_the_posts_of_the_standards_are_listed(pandu: Pandu) -> None:
    ended = pandu("people", "list")
    assert ended.status == 0
    assert KABAG in ended.out
    assert "kosong" in ended.out
    found = posts(pandu)[KABAG]
    assert found["superior"].startswith("Kepala Biro Organisasi")
    assert (found["origin"], found["holders"]) == ("standard", [])


def test_a_list_is_imported_once(pandu: Pandu, office: Path) -> None:
    file = office / "pejabat.csv"
    file.write_text(LIST, "utf-8-sig")
    tried = pandu("people", "import", file, "--dry-run")
    assert "belum ada yang disimpan" in tried.out
    assert posts(pandu)[KABAG]["holders"] == []
    done = pandu("people", "import", file)
    assert (done.status, done.err) == (0, "")
    assert "baris 2: Sari Dewi sebagai Plt. Kepala Bagian Tata Laksana" in done.out
    assert "baris 3: jabatan baru: Kepala Subbagian Arsip" in done.out
    (holder,) = posts(pandu)[KABAG]["holders"]
    assert (holder["name"], holder["holding"], holder["until"]) == (
        "Sari Dewi",
        "plt",
        "2199-12-31",
    )
    again = pandu("people", "import", file)
    assert "tidak ada yang diubah" in again.out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_may_be_in_the_encodings_that_spreadsheets_use(
    pandu: Pandu, office: Path, encoding: str
) -> None:
    file = office / "pejabat.csv"
    file.write_bytes("jabatan,nama\r\nKepala Biro Umum,André\r\n".encode(encoding))
    assert pandu("people", "import", file).status == 0
    assert posts(pandu)["Kepala Biro Umum"]["holders"][0]["name"] == "André"


def test_every_bad_line_is_named_and_nothing_is_kept(pandu: Pandu, office: Path) -> None:
    file = office / "pejabat.csv"
    file.write_text(
        "jabatan,nama,status,mulai\nA B,Sari,Pjs,kapan\n,Budi,,\nKepala X,C,,\n", "utf-8"
    )
    before = posts(pandu)
    ended = pandu("people", "import", file)
    assert (ended.status, ended.out) == (2, "")
    lines = ended.err.splitlines()
    assert [line.split(": ")[1] for line in lines[:3]] == ["baris 2", "baris 2", "baris 3"]
    assert "3 kesalahan, tidak ada yang disimpan" in lines[3]
    assert posts(pandu) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.csv"), "berkas tidak ada"),
        (("import",), "FILE.csv belum diberikan"),
        (("invite",), '"POST" belum diberikan'),
        (("invite", "Kepala Dapur"), 'Tidak ada jabatan "Kepala Dapur"'),
        (("invite", "Kepala Biro Tata Usahaa"), "Kepala Biro Tata Usaha."),
        (("invite", "kabag"), "cocok dengan 4 jabatan"),
        (("invite", "kabag tata laksana", "--until", "entah"), "bukan tanggal"),
        (("invite", "kabag tata laksana", "--until", "1/1/2020"), "mendahului"),
        (("invite", "kabag tata laksana", "--plt", "--plh"), "tidak dipahami"),
        (("dance",), "tidak dikenal"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    pandu: Pandu, words: tuple[str, ...], said: str
) -> None:
    ended = pandu("people", *words)
    assert ended.status == 2
    assert said in ended.complaint


def test_an_invitation_waits_for_one_and_is_made_anew_for_the_same(pandu: Pandu) -> None:
    first = pandu("people", "invite", "kabag tata laksana", "--name", "Sari", "--plt", "--until",
                  "31 Desember 2199")  # fmt: skip
    assert (first.status, first.err) == (0, "")
    assert "Plt. Kepala Bagian Tata Laksana (Sari)" in first.out
    assert "/start u_" in first.out, "the bot has never run, so its name is not known"
    again = pandu("people", "invite", "kabag tata laksana", "--plt")
    assert code_in(again.out) != code_in(first.out)
    (holder,) = posts(pandu)[KABAG]["holders"]
    assert (holder["name"], holder["telegram_id"]) == ("Sari", None)


def test_nobody_is_replaced_by_somebody_without_a_name(pandu: Pandu) -> None:
    pandu("people", "invite", "kabag tata laksana", "--name", "Sari", "--plt")
    refused = pandu("people", "invite", "kabag tata laksana")
    assert refused.status == 2
    assert "sudah dipegang Sari" in refused.complaint
    pandu("people", "invite", "kabag tata laksana", "--name", "Budi")
    assert [h["name"] for h in posts(pandu)[KABAG]["holders"]] == ["Budi"]


def test_without_a_database_the_list_is_empty_and_none_is_made(pandu: Pandu, office: Path) -> None:
    shutil.rmtree(office / "data")
    assert json.loads(pandu("people", "list", "--json").out) == []
    assert "Belum ada jabatan" in pandu("people", "list").out
    assert not (office / "data").exists()
