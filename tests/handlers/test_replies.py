"""Messages made of the finder's replies."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from handlers.buttons import LIMIT
from handlers.replies import Message, View, plain, present, sheets
from handlers.texts import LANGUAGES, office_texts
from handlers.titles import distinct, short_name
from knowledge.finding.answers import Citation, Option, Reply, ReplyKind, Request, Topic
from knowledge.finding.composing import _BUILDERS
from knowledge.finding.finder import Finder
from knowledge.library import Library, shipped_documents
from knowledge.model import ComplaintCase, ComplaintChain, Facet, ServiceStandard, Source
from tests.knowledge.builders import a_standard
from tests.telegram_rules import check_keyboard, shown, units

TITLE = "Standar Pelayanan Penyusunan Sistem dan Prosedur Kerja di Lingkungan Sekretariat Negara"
OWNER = 2**52 - 1
QUESTION = 2**63 - 1


@pytest.fixture(scope="module")
def standards() -> tuple[ServiceStandard, ...]:
    library, problems = Library.load([shipped_documents()])
    assert problems == ()
    return tuple(library.values())


@pytest.fixture(scope="module")
def finder(standards: tuple[ServiceStandard, ...]) -> Finder:
    return Finder(standards)


def requests(standards: tuple[ServiceStandard, ...]) -> Iterator[Request]:
    """Yield every aspect, of every standard and of all, with each of its first steps."""
    aspects = sorted({*_BUILDERS, *(facet.value for facet in Facet)})
    for aspect in aspects:
        yield Request(aspect)
        for standard in standards:
            steps = [step.number for step in itertools.islice(standard.walk_steps(), 3)]
            for step in (None, *steps, "999"):
                yield Request(aspect, standard.id, step)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_every_reply_is_what_telegram_takes(
    finder: Finder, standards: tuple[ServiceStandard, ...], language: str
) -> None:
    texts = office_texts()
    for request in requests(standards):
        reply = finder.answer(request, Topic(), language=language)
        for number in range(1, len(sheets(reply, texts)) + 1):
            message = present(reply, texts, finder.code, View(QUESTION, OWNER, number))
            assert 0 < units(shown(message.html)) <= 4096
            check_keyboard(keyboard(message))


def test_the_source_stands_once_and_last(
    finder: Finder, standards: tuple[ServiceStandard, ...]
) -> None:
    texts = office_texts()
    for standard in standards:
        for facet in (Facet.SCOPE, Facet.PROCEDURE, Facet.COMPLAINT):
            reply = finder.answer(Request(facet, standard.id), Topic())
            *before, last = [plain(sheet.html) for sheet in sheets(reply, texts)]
            assert last.splitlines()[-1].startswith(f"Sumber: {standard.title}, ")
            assert not any("Sumber: " in page for page in before)


def test_a_source_line_names_standard_section_and_page() -> None:
    cited = Citation("x", TITLE, "Bagian Kedua H.2", 364)
    again = Citation("x", TITLE, "Bagian Kedua H.3")
    reply = Reply(ReplyKind.ANSWER, "thanks", {"count": 1}, citations=(cited, cited, again))
    line = plain(present(reply).html).splitlines()[-1]
    assert line == f"Sumber: {TITLE}, Bagian Kedua H.2, hlm. 364; Bagian Kedua H.3"


def test_several_standards_are_cited_by_their_short_names() -> None:
    cited = (Citation("x", TITLE, "A", 1), Citation("y", "Standar Pelayanan Sosialisasi", "B"))
    reply = Reply(ReplyKind.ANSWER, "thanks", {"count": 1}, citations=cited)
    assert plain(present(reply).html).splitlines()[-2:] == [
        "Sumber: Penyusunan Sistem dan Prosedur Kerja, A, hlm. 1",
        "Sumber: Sosialisasi, B",
    ]


def test_a_long_choice_shows_ten_options_a_page_and_numbers_them_through() -> None:
    options = tuple(Option(f"Pelayanan {n}", Request("card", f"s{n}")) for n in range(1, 26))
    reply = Reply(ReplyKind.CHOICE, "thanks", {"count": 1}, options=options)
    first, last = (present(reply, view=View(1, page=page)) for page in (1, 3))
    assert first.count == last.count == 3
    assert [row[0].label for row in first.buttons[:2]] == ["1. Pelayanan 1", "2. Pelayanan 2"]
    assert "10. Pelayanan 10" in plain(first.html)
    assert "11. Pelayanan 11" not in plain(first.html)
    assert last.buttons[0][0].label == "21. Pelayanan 21"


def test_the_terminal_gets_the_whole_reply_without_limit() -> None:
    options = tuple(Option("Pelayanan " + "x" * 250, Request("card", f"{n}")) for n in range(40))
    cited = (Citation("x", TITLE, "A", 1),)
    reply = Reply(ReplyKind.CHOICE, "thanks", {"count": 1}, options=options, citations=cited)
    message = present(reply, view=View(page=None))
    text = plain(message.html)
    assert len(text) > 9000
    assert "\n40. Pelayanan" in text
    assert text.endswith(", A, hlm. 1")
    assert len(message.buttons) == 40


def test_an_honest_no_offers_to_pass_the_question_on_and_an_answer_asks_if_it_helped() -> None:
    def labels(kind: ReplyKind) -> list[str]:
        message = present(Reply(kind, "thanks", {"count": 1}), view=View(QUESTION))
        return [button.label for row in message.buttons for button in row]

    assert labels(ReplyKind.UNKNOWN) == ["📨 Teruskan pertanyaan"]
    assert labels(ReplyKind.ANSWER) == ["👍 Membantu", "👎 Belum"]
    assert labels(ReplyKind.CHOICE) == labels(ReplyKind.SMALLTALK) == []


def test_a_request_whose_code_does_not_fit_has_no_button() -> None:
    reply = Reply(ReplyKind.ANSWER, "thanks", {"count": 1}, next=(Request("cost", "x"),))
    message = present(reply, None, lambda _: "x" * (LIMIT + 1), View())
    assert message.buttons == ()


def test_the_same_aspect_of_several_standards_is_told_apart() -> None:
    cited = (Citation("x", TITLE, "A"), Citation("y", "Standar Pelayanan Sosialisasi", "B"))
    next_ = (Request("cost", "x"), Request("cost", "y"))
    reply = Reply(ReplyKind.ANSWER, "thanks", {"count": 1}, citations=cited, next=next_)
    labels = [row[0].label for row in present(reply).buttons]
    assert labels == ["💰 Biaya: Penyusunan Sistem dan Prosedur…", "💰 Biaya: Sosialisasi"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (TITLE, "Penyusunan Sistem dan Prosedur Kerja"),
        ("Standar Pelayanan kepada Pimpinan", "Kepada Pimpinan"),
        ("Standar Pelayanan ", "Standar Pelayanan "),
        ("Layanan Arsip", "Layanan Arsip"),
        ("", ""),
    ],
)
def test_the_short_name_of_a_standard(title: str, name: str) -> None:
    assert short_name(title) == name


def test_labels_stay_distinct_when_they_are_shortened() -> None:
    labels = [
        "Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan",
        "Pengoordinasian Penyusunan Standar Pelayanan dan Standard Operating Procedures",
        "Penyusunan Sistem dan Prosedur Kerja",
    ]
    assert distinct(labels, 40) == [
        "Pelaksanaan Pelayanan kepada Pimpinan",
        "Standar Pelayanan dan Standard…",
        "Penyusunan Sistem dan Prosedur Kerja",
    ]
    same_beginning = ["Standar Pelayanan arsip", "Standar Pelayanan surat"]
    assert distinct(same_beginning, 15) == ["Arsip", "Surat"]
    assert distinct(same_beginning, 40) == same_beginning
    assert distinct(["sama", "sama"], 40) == ["Sama", "Sama"]
    assert distinct([], 40) == []


def keyboard(message: Message) -> dict[str, list[list[dict[str, str]]]]:
    rows = [[{"text": b.label, "callback_data": b.data} for b in row] for row in message.buttons]
    return {"inline_keyboard": rows}


def _told_of_complaints(cases: tuple[tuple[str, str], ...], *handlers: str) -> str:
    told = tuple(ComplaintCase(about, (post,), Source("H")) for about, post in cases)
    chain = ComplaintChain(None, None, handlers, (), cases=told)
    standard = replace(a_standard("Peminjaman Kendaraan"), complaint=chain)
    finder = Finder([standard])
    reply = finder.answer(Request("complaint", standard.id), Topic())
    return plain(present(reply, office_texts(), finder.code, View(QUESTION, OWNER)).html)


def test_handlers_who_each_have_a_kind_are_told_by_their_kinds_alone() -> None:
    cases = (("sikap petugas", "Kasubbag Umum"), ("keadaan kendaraan", "Kasubbag Kendaraan"))
    text = _told_of_complaints(cases, "Kasubbag Umum", "Kasubbag Kendaraan")
    assert "Ditindaklanjuti" not in text
    assert "keadaan kendaraan ditangani oleh Kasubbag Kendaraan" in text


def test_who_handles_all_else_is_told_beside_the_kinds() -> None:
    text = _told_of_complaints((("pungutan", "Sekretaris"),), "Kasubbag Umum")
    assert "Ditindaklanjuti oleh Kasubbag Umum" in text
    assert "pungutan ditangani oleh Sekretaris" in text
