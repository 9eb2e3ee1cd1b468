"""What the columns of an SOP's table tell where it has no section of requirements or products."""

from __future__ import annotations

from knowledge.finding import Finder, Topic
from knowledge.finding.answers import ReplyKind
from knowledge.model import ServiceStandard
from knowledge.reading import read_text

SOP = (
    "Nama SOP: Penerbitan Surat Penelitian\n\nDASAR HUKUM\n1. Undang-Undang Nomor 11\n\n"
    "PROSEDUR\n\n"
    "| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n"
    "| 1 | Mengajukan permohonan | Pemohon | Surat pengantar, fotokopi KTP | 10 menit | Berkas |\n"
    "| 2 | Memeriksa berkas | Petugas Loket | Berkas | 15 menit | Tanda terima |\n"
    "| 3 | Menandatangani surat | Kepala Badan | {needed} | 1 jam | {made} |\n"
)


def sop(needed: str = "Konsep surat", made: str = "Surat penelitian") -> ServiceStandard:
    (one,) = read_text(SOP.format(needed=needed, made=made), "sop.txt")
    return one


def test_what_is_needed_is_told_step_by_step_without_what_a_step_has_made() -> None:
    reply = Finder((sop(),)).ask("syarat surat penelitian apa saja?", Topic())
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "from_steps")
    told = [(line.mark, line.text) for line in reply.values["lines"]]
    assert told == [("1", "Surat pengantar, fotokopi KTP"), ("3", "Konsep surat")]
    assert [c.section for c in reply.citations] == ["PROSEDUR 1", "PROSEDUR 3"]


def test_what_comes_out_is_what_the_last_step_makes() -> None:
    reply = Finder((sop(),)).ask("apa produk layanan surat penelitian?", Topic())
    assert reply.form == "from_steps"
    assert [line.text for line in reply.values["lines"]] == ["Surat penelitian"]


def test_where_the_steps_say_nothing_either_the_part_is_missing() -> None:
    bare = SOP.replace("Surat pengantar, fotokopi KTP", "-").replace("| Berkas | 15", "| - | 15")
    (one,) = read_text(bare.format(needed="-", made="-"), "sop.txt")
    reply = Finder((one,)).ask("syarat surat penelitian apa saja?", Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")


def test_what_the_text_says_of_a_case_comes_before_what_the_steps_need() -> None:
    text = SOP.format(needed="Konsep surat", made="Surat penelitian")
    lost = "\nCATATAN\nPeneliti yang kehilangan surat melampirkan keterangan dari kepolisian.\n"
    (one,) = read_text(text + lost, "sop.txt")
    reply = Finder((one,)).ask("surat penelitian saya ilang, harus bawa berkas apa?", Topic())
    assert "kepolisian" in str(reply.values)


def test_the_button_for_the_exact_text_shows_the_steps_that_were_told() -> None:
    finder = Finder((sop(),))
    reply = finder.ask("syarat surat penelitian apa saja?", Topic())
    quote = next(request for request in reply.next if request.aspect == "quote")
    button = finder.request(finder.code(quote))
    assert button is not None
    shown = finder.answer(button, reply.topic)
    assert shown.form == "quote"
    assert "Surat pengantar" in str(shown.values)
    assert "Konsep surat" in str(shown.values)
