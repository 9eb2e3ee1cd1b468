"""`pandu ask --json`: the contract with scripts, on the real process."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import DOCUMENTS, Ended, Pandu, run_process, start

LINES: list[Any] = [
    {"id": "q1", "chat": "a", "text": "siapa penanggung jawab sosialisasi?"},
    {"id": "q2", "chat": "b", "text": "siapa penanggung jawab pelayanan kepada pimpinan?"},
    {"id": "q3", "chat": "a", "text": "kalau tempatnya?"},
    {"id": "q4", "chat": "b", "text": "kalau biayanya?"},
    {"id": 5, "text": "terima kasih"},
    {"id": "q6", "chat": "c", "text": "siapa penanggung jawabnya?"},
    {"id": None, "chat": 7, "text": "berapa harga tiket pesawat ke Medan?"},
    {"id": "q8", "chat": "d", "text": ""},
    {"id": "q9", "chat": "d", "text": "halo \ud83d"},
]
FIELDS = {"id", "kind", "text", "standards", "sources", "options", "ms"}


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    given = "".join(json.dumps(line) + "\n" for line in LINES)
    folder = tmp_path_factory.mktemp("office")
    ended = run_process(folder, "ask", "--json", "--standards", DOCUMENTS, given=given.encode())
    assert list(folder.iterdir()) == []
    return ended


@pytest.fixture(scope="module")
def replies(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def test_every_line_is_answered_in_order(ended: Ended, replies: list[dict[str, Any]]) -> None:
    assert (ended.status, ended.err) == (0, "")
    assert [reply["id"] for reply in replies] == [line["id"] for line in LINES]


def test_every_reply_has_the_promised_fields(replies: list[dict[str, Any]]) -> None:
    for reply in replies:
        assert set(reply) >= FIELDS
        assert reply["kind"] in {"answer", "choice", "unknown", "smalltalk"}
        assert reply["text"].strip()
        assert all(isinstance(option, str) for option in reply["options"])
        assert 0 <= reply["ms"] < 5000
        for source in reply["sources"]:
            assert set(source) == {"standard", "section", "page"}
            assert source["standard"] in reply["standards"]


def test_an_answer_ends_with_its_source(replies: list[dict[str, Any]]) -> None:
    answers = [reply for reply in replies if reply["kind"] == "answer"]
    assert len(answers) >= 4
    for reply in answers:
        assert reply["sources"]
        last = reply["text"].splitlines()[-1]
        assert last.startswith("Sumber: ")
        assert reply["sources"][-1]["section"] in last


def test_each_chat_is_a_conversation_of_its_own(replies: list[dict[str, Any]]) -> None:
    first, second, third, fourth = replies[:4]
    assert first["standards"] == third["standards"] != []
    assert second["standards"] == fourth["standards"] != []
    assert first["standards"] != second["standards"]


def test_a_question_that_fits_several_standards_does_not_pick_one(
    replies: list[dict[str, Any]],
) -> None:
    reply = replies[5]
    assert reply["kind"] in {"choice", "answer"}
    assert len(reply["options"]) > 1 or len(reply["standards"]) > 1


def test_what_the_standards_do_not_say_is_not_answered(replies: list[dict[str, Any]]) -> None:
    assert replies[6]["kind"] == "unknown"
    assert replies[6]["sources"] == []


def test_bad_lines_are_named_and_the_others_answered(
    pandu: Pandu, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = b"\xef\xbb\xbf" + b"\n".join(
        [
            b'{"id": 1, "text": "halo"}',
            b"",
            b"{nonsense",
            b'["a", "list"]',
            b'{"id": 4}',
            b'{"id": 5, "text": "x", "chat": {}}',
            b'{"id": 6, "text": "\xff"}',
            b"[" * 100_000,
            b'{"id": 8, "text": "halo"}',
        ]
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    ended = pandu("ask", "--json", "--standards", DOCUMENTS)
    assert ended.status == 2
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [1, 8]
    complaints = ended.err.splitlines()
    assert len(complaints) == 6
    for number, complaint in zip(range(3, 9), complaints, strict=True):
        assert complaint.startswith(f"pandu: Baris {number} ")


def test_an_answer_comes_before_the_input_ends(office: Path) -> None:
    process = start(office, "ask", "--json", "--standards", DOCUMENTS)
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        for number in (1, 2):
            process.stdin.write(json.dumps({"id": number, "text": "halo"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_no_input_is_no_mistake_and_makes_no_database(office: Path) -> None:
    ended = run_process(office, "ask", "--json")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert list(office.iterdir()) == []


def test_a_reader_who_leaves_is_no_crash(office: Path) -> None:
    process = start(office, "ask", "--json", "--standards", DOCUMENTS)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(b'{"id": 1, "text": "halo"}\n' * 3)
    process.stdin.close()
    assert process.stderr.read() == b""
    process.wait(timeout=30)
    process.stderr.close()


def test_named_documents_are_the_only_ones(office: Path, tmp_path: Path) -> None:
    one = DOCUMENTS / "pelayanan-kepada-pimpinan.txt"
    given = json.dumps({"id": 1, "text": "ada standar apa saja?"}).encode()
    ended = run_process(office, "ask", "--json", "--standards", one, given=given)
    reply = json.loads(ended.out)
    assert len({source["standard"] for source in reply["sources"]}) <= 1
    assert "pimpinan" in reply["text"].lower()
    assert "sosialisasi" not in reply["text"].lower()


def test_a_document_that_is_none_stops_it(pandu: Pandu) -> None:
    Path("surat.txt").write_text("Yth. Bapak/Ibu, terlampir undangan rapat.", "utf-8")
    ended = pandu("ask", "--json", "--standards", "surat.txt", DOCUMENTS)
    assert (ended.status, ended.out) == (2, "")
    assert "surat.txt" in ended.complaint


def test_in_a_folder_what_is_no_standard_is_named_and_left_out(office: Path) -> None:
    (office / "surat.txt").write_text("Yth. Bapak/Ibu, terlampir undangan rapat.", "utf-8")
    one = DOCUMENTS / "pelayanan-kepada-pimpinan.txt"
    (office / one.name).write_bytes(one.read_bytes())
    given = b'{"id": 1, "text": "halo"}'
    ended = run_process(office, "ask", "--json", "--standards", office, given=given)
    assert ended.status == 0
    assert json.loads(ended.out)["id"] == 1
    assert "surat.txt" in ended.complaint


def test_an_empty_folder_is_a_mistake(pandu: Pandu) -> None:
    Path("kosong").mkdir()
    ended = pandu("ask", "--json", "--standards", "kosong")
    assert ended.status == 2
    assert "kosong" in ended.complaint


def test_no_text_is_longer_than_a_message(
    pandu: Pandu, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = "\n".join(
        f"{number}. Kepala Bagian Umum memeriksa berkas peminjaman ruangan nomor {number} (1 hari)"
        for number in range(1, 151)
    )
    (office / "ruangan.txt").write_text(
        "STANDAR PELAYANAN PEMINJAMAN RUANGAN\n\nBAGIAN KESATU PENDAHULUAN\n\nA. Dasar Hukum\n\n"
        "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n\n"
        f"BAGIAN KEDUA STANDAR PELAYANAN\n\nA. Prosedur Pelayanan\n\n{steps}\n\n"
        "B. Biaya\n\nTidak ada.\n",
        "utf-8",
    )
    given = b'{"id": 1, "text": "apa saja langkah peminjaman ruangan?"}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    ended = pandu("ask", "--json", "--standards", "ruangan.txt")
    reply = json.loads(ended.out)
    assert reply["kind"] == "answer"
    assert 3000 < len(reply["text"]) <= 4096
    assert reply["text"].splitlines()[-1].startswith("Sumber: Standar Pelayanan Peminjaman Ruangan")
