"""Word documents: what Word prints is what is read, whether it was typed or counted by Word."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from knowledge.reading import read_bytes
from knowledge.reading.formats import transcribe
from knowledge.reading.formats.counting import counted
from tests.knowledge.reading.formats.writers import element, saved


def lines(document: Any) -> list[str]:
    return [line for line in transcribe(saved(document), "x.docx").text.split("\n") if line]


def define(document: Any, number: int, levels: list[tuple[str, str]], **extra: str) -> None:
    """Define an abstract list and a w:num of the same number; levels are (format, text)."""
    numbering = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId=str(number))
    for at, (kind, text) in enumerate(levels):
        level = element("w:lvl", ilvl=str(at))
        for name, value in (("start", "1"), ("numFmt", kind), ("lvlText", text)):
            level.append(element(f"w:{name}", val=value))
        if f"restart{at}" in extra:
            level.append(element("w:lvlRestart", val=extra[f"restart{at}"]))
        if f"legal{at}" in extra:
            level.append(element("w:isLgl"))
        abstract.append(level)
    numbering.insert(0, abstract)
    use(document, number, number)


def use(document: Any, number: int, abstract: int, start: int | None = None) -> None:
    """Define a w:num, which may begin at a number of its own."""
    num = element("w:num", numId=str(number))
    num.append(element("w:abstractNumId", val=str(abstract)))
    if start is not None:
        override = element("w:lvlOverride", ilvl="0")
        override.append(element("w:startOverride", val=str(start)))
        num.append(override)
    document.part.numbering_part.element.append(num)


def add(holder: Any, text: str, number: int, level: int = 0) -> Any:
    paragraph = holder.add_paragraph(text)
    numbers = element("w:numPr")
    numbers.append(element("w:ilvl", val=str(level)))
    numbers.append(element("w:numId", val=str(number)))
    paragraph._p.get_or_add_pPr().append(numbers)
    return paragraph


LEVELS = [("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "%3)"), ("lowerRoman", "(%4)")]


def test_each_level_counts_and_begins_anew_below_a_higher_one() -> None:
    document = Document()
    define(document, 77, LEVELS)
    for level in (0, 1, 1, 2, 2, 3, 1, 0, 1, 2):
        add(document, "x", 77, level)
    assert lines(document) == [
        "1. x", "a. x", "b. x", "1) x", "2) x", "(i) x", "c. x", "2. x", "a. x", "1) x",
    ]  # fmt: skip


def test_a_paragraph_between_does_not_begin_a_list_anew_but_another_start_does() -> None:
    document = Document()
    define(document, 77, LEVELS)
    use(document, 78, 77, start=5)
    add(document, "satu", 77)
    document.add_paragraph("Di antaranya.")
    add(document, "dua", 77)
    add(document, "lima", 78)
    add(document, "enam", 77)
    assert lines(document) == ["1. satu", "Di antaranya.", "2. dua", "5. lima", "6. enam"]


def test_a_level_that_never_restarts_and_one_in_plain_figures() -> None:
    document = Document()
    define(document, 77, [("upperRoman", "BAB %1"), ("decimal", "%1.%2")], restart1="0", legal1="1")
    for level in (0, 1, 1, 0, 1):
        add(document, "x", 77, level)
    assert lines(document) == ["BAB I x", "1.1 x", "1.2 x", "BAB II x", "2.3 x"]


def test_parts_sections_and_bullets_have_the_words_that_word_prints() -> None:
    document = Document()
    define(document, 77, [("ordinalText", "BAGIAN %1"), ("upperLetter", "%2.")])
    define(document, 78, [("bullet", "\uf0b7")])
    add(document, "PENDAHULUAN", 77)
    add(document, "Dasar Hukum", 77, 1)
    add(document, "butir", 78)
    add(document, "MEKANISME", 77)
    assert lines(document) == [
        "BAGIAN Kesatu PENDAHULUAN", "A. Dasar Hukum", "- butir", "BAGIAN Kedua MEKANISME",
    ]  # fmt: skip


def test_a_style_numbers_its_paragraphs_and_heads_sections() -> None:
    document = Document()
    define(document, 77, LEVELS)
    style = document.styles["Heading 2"].element.get_or_add_pPr()
    numbers = element("w:numPr")
    numbers.append(element("w:numId", val="77"))
    style.append(numbers)
    document.add_heading("Persyaratan", 2)
    document.add_paragraph("KTP")
    document.add_heading("Biaya", 2)
    document.add_paragraph("Gratis")
    assert lines(document) == ["## 1. Persyaratan", "KTP", "## 2. Biaya", "Gratis"]


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "lowerLetter", "d"), (28, "upperLetter", "BB"), (14, "lowerRoman", "xiv"),
        (9, "decimalZero", "09"), (12, "ordinalText", "Kedua belas"), (1, "ordinalText", "Kesatu"),
        (21, "cardinalText", "Dua puluh satu"), (3, "chicago", "3"), (0, "upperRoman", "0"),
    ],
)  # fmt: skip
def test_counts_are_printed_in_the_styles_of_word(number: int, style: str, printed: str) -> None:
    assert counted(number, style) == printed


def tracked(paragraph: Any, kind: str, text: str) -> None:
    """Add a run that was inserted or struck out."""
    change = element(f"w:{kind}", id="9", author="x")
    run = element("w:r")
    words = element("w:t" if kind == "ins" else "w:delText")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def test_inserted_words_count_and_those_struck_out_do_not() -> None:
    document = Document()
    paragraph = document.add_paragraph("Biaya: ")
    tracked(paragraph, "del", "Rp10.000")
    tracked(paragraph, "ins", "gratis")
    joined = document.add_paragraph("Berkas diperiksa oleh")
    marks = element("w:rPr")
    marks.append(element("w:del", id="3", author="x"))
    joined._p.get_or_add_pPr().append(marks)
    document.add_paragraph(" petugas loket.")
    hidden = document.add_paragraph("Tampak")
    hidden.add_run(" tersembunyi").font.hidden = True
    assert lines(document) == [
        "Biaya: gratis", "Berkas diperiksa oleh petugas loket.", "Tampak",
    ]  # fmt: skip


def test_headers_footers_and_a_table_of_contents_are_set_aside() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "KOP SURAT"
    document.sections[0].footer.paragraphs[0].text = "Halaman 1"
    style = document.styles.add_style("toc 1", 1)
    document.add_paragraph("A. Dasar Hukum\t1", style=style)
    document.add_paragraph("A. Dasar Hukum")
    transcript = transcribe(saved(document), "x.docx")
    assert transcript.text.split() == ["A.", "Dasar", "Hukum"]
    assert transcript.furniture == ("A. Dasar Hukum 1",)


def test_merged_cells_open_up_and_lists_in_cells_keep_their_numbers() -> None:
    document = Document()
    define(document, 77, LEVELS)
    table = document.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "No"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Pelaksana"
    table.cell(1, 1).text, table.cell(1, 2).text = "Loket", "Camat"
    table.cell(0, 3).text = "Waktu | Mutu"
    first = table.cell(2, 0)
    add(first, "", 77)
    add(table.cell(2, 3), "satu", 77, 1)
    add(table.cell(2, 3), "dua", 77, 1)
    document.add_paragraph("Sesudahnya")
    assert lines(document) == [
        "| No | Pelaksana |  | Waktu ¦ Mutu |",
        "|---|---|---|---|",
        "|  | Loket | Camat |  |",
        "| 1. |  |  | a. satu<br>b. dua |",
        "Sesudahnya",
    ]


def test_a_table_of_one_column_and_a_table_inside_a_cell_are_lines() -> None:
    document = Document()
    frame = document.add_table(2, 1)
    frame.cell(0, 0).text = "Dalam bingkai"
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Biaya"
    inner = outer.cell(0, 1).add_table(2, 3)
    for row, cells in enumerate([("1", "Mobil", "Rp5.000"), ("2", "Motor", "Rp2.000")]):
        for at, text in enumerate(cells):
            inner.cell(row, at).text = text
    assert lines(document) == [
        "Dalam bingkai",
        "| | |",
        "|---|---|",
        "| Biaya | 1. Mobil: Rp5.000<br>2. Motor: Rp2.000 |",
    ]


NAMESPACES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)


def drawn(paragraph: Any, inside: str) -> None:
    from lxml import etree

    paragraph._p.append(
        etree.fromstring(
            f"<w:r {NAMESPACES}><mc:AlternateContent>{inside}</mc:AlternateContent></w:r>"
        )
    )


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    document = Document()
    box = "<w:txbxContent><w:p><w:r><w:t>Kotak</w:t></w:r></w:p></w:txbxContent>"
    drawn(
        document.add_paragraph("Jangkar"),
        f"<mc:Choice><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>",
    )
    assert lines(document) == ["Jangkar", "Kotak"]


def test_a_shape_of_a_flow_chart_in_a_cell_is_a_mark_and_an_arrow_is_none() -> None:
    document = Document()
    table = document.add_table(1, 3)
    shape = '<mc:Choice><w:drawing><a:prstGeom prst="{}"/></w:drawing></mc:Choice>'
    table.cell(0, 0).text = "Memeriksa"
    drawn(table.cell(0, 1).paragraphs[0], shape.format("flowChartProcess"))
    drawn(table.cell(0, 2).paragraphs[0], shape.format("straightConnector1"))
    assert lines(document)[-1] == "| Memeriksa | ● |  |"


def test_notes_stand_below_their_paragraph() -> None:
    document = Document()
    paragraph = document.add_paragraph("Biaya sesuai ketentuan")
    run = paragraph.add_run()
    run._r.append(element("w:footnoteReference", id="2"))
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    note = (
        f"<w:footnotes {NAMESPACES}><w:footnote w:id='2'><w:p><w:r><w:t>Perda 3/2020</w:t></w:r>"
        "</w:p></w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        note.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines(document) == ["Biaya sesuai ketentuan", "[2] Perda 3/2020"]


def test_ticks_of_symbol_fonts_are_ticks() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run()._r.append(element("w:sym", font="Wingdings", char="F0FC"))
    assert lines(document) == ["✓"]


def test_a_styled_heading_in_other_words_is_a_section_of_its_own() -> None:
    document = Document()
    document.add_heading("STANDAR PELAYANAN IZIN KERAMAIAN", 1)
    for heading, text in (
        ("Persyaratan", "KTP"),
        ("Kanal Percepatan", "Hubungi loket 3"),
        ("Biaya", "Gratis"),
    ):
        document.add_heading(heading, 2)
        document.add_paragraph(text)
    (standard,) = read_bytes(saved(document), "x.docx")
    assert [s.heading for s in standard.sections] == ["Persyaratan", "Kanal Percepatan", "Biaya"]
    assert (standard.title, standard.cost) == ("Standar Pelayanan Izin Keramaian", "Gratis")


def test_a_part_and_its_title_may_be_headings_of_one_level() -> None:
    document = Document()
    document.add_paragraph("STANDAR PELAYANAN IZIN")
    for heading in ("BAGIAN KESATU", "PENDAHULUAN"):
        document.add_heading(heading, 1)
    document.add_heading("A. Dasar Hukum", 2)
    document.add_paragraph("UU 25/2009")
    (standard,) = read_bytes(saved(document), "x.docx")
    (section,) = standard.sections
    assert (section.part, section.part_title, section.letter) == (
        "Bagian Kesatu", "PENDAHULUAN", "A",
    )  # fmt: skip
    assert qn("w:p")
