"""Each facet of each of the five: where it stands and what it says, or that it is missing."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.finding import Citation, Finder, Reply, ReplyKind, Request, Topic
from knowledge.finding.contents import content
from knowledge.model import Facet, Item, Section, ServiceStandard, Source
from tests.evaluation.expectations import FILES, folded
from tests.knowledge.builders import a_standard

KEYS = sorted(FILES)
NEW = ("pimpinan", "sosialisasi", "sop")  # the editions with supervision, guarantees, evaluation

# facet: its section, with words that stand in it; by standard where they differ.
EVERYWHERE = {
    "legal_basis": ("Bagian Kesatu A", "Peraturan Menteri Sekretaris Negara Nomor"),
    "background": ("Bagian Kesatu B", "maka diperlukan standar pelayanan"),
    "purpose": ("Bagian Kesatu C", "Tujuannya adalah"),
    "scope": ("Bagian Kesatu D", "Unit pelayanan yang"),
    "unit": ("Bagian Kesatu D.1", "adalah Biro"),
    "implementers": ("Bagian Kesatu D.2", "Pelaksana pelayanan adalah"),
    "responsible": ("Bagian Kesatu D.3", "Penanggung jawab pelayanan adalah Kepala Biro"),
    "output": ("Bagian Kesatu D.6", "(output)"),
    "outcome": ("Bagian Kesatu D.7", "(outcome)"),
    "requirements": ("Bagian Kedua C", "Memiliki kompetensi sesuai dengan jenjang"),
    "requirements_implementer": ("Bagian Kedua C.1", "Memiliki kompetensi sesuai"),
    "facilities": ("Bagian Kedua D", "Alat tulis kantor"),
    "cost": ("Bagian Kedua E", "Tidak ada"),
    "place": ("Bagian Kedua F", "Biro|kantor Kementerian Sekretariat Negara"),
}
BY_STANDARD = {
    ("rkpk", "users"): ("Bagian Kesatu D.4", "seluruh pejabat setingkat Eselon I"),
    ("rkpk", "target"): ("Bagian Kesatu D.5", "terwujudnya komitmen kinerja"),
    ("rkpk", "definitions"): ("Bagian Kesatu D.8", "Penetapan Kinerja, yang selanjutnya"),
    ("rkpk", "competence"): ("Bagian Kesatu D.9", "Menguasai teknik pengolahan"),
    ("rkpk", "warning"): ("Bagian Kedua G", "kurang baik"),
    ("rkpk", "service_hours"): ("Bagian Kedua H", "selama jam kerja kedinasan"),
    ("rkpk", "requirements_user"): ("Bagian Kedua C.2", "telah menyusun dan menyampaikan"),
    ("sisdur", "target"): ("Bagian Kesatu D.4", "terwujudnya acuan baku"),
    ("sisdur", "users"): ("Bagian Kesatu D.5", "pejabat/pegawai yang terkait"),
    ("sisdur", "definitions"): ("Bagian Kesatu D.8", "Penyusun adalah para pejabat"),
    ("sisdur", "competence"): ("Bagian Kesatu D.9", "legal drafting"),
    ("sisdur", "service_hours"): ("Bagian Kedua G", "di luar hari dan jam kerja"),
    ("sisdur", "requirements_user"): ("Bagian Kedua C.2", "Mengajukan usulan kegiatan"),
    ("pimpinan", "target"): ("Bagian Kesatu D.4", "tertib, cepat dan tepat"),
    ("pimpinan", "users"): ("Bagian Kesatu D.5", "tamu negara"),
    ("pimpinan", "definitions"): ("Bagian Kesatu D.8", "hierarki tertentu"),
    ("pimpinan", "competence"): ("Bagian Kesatu D.9", "Bahasa Inggris"),
    ("pimpinan", "service_hours"): ("Bagian Kedua G", "pada hari dan jam kerja kedinasan"),
    ("pimpinan", "requirements_user"): ("Bagian Kedua C.2", "administrasi ketatausahaan"),
    ("pimpinan", "supervision"): ("Bagian Kedua I", "secara kontinyu"),
    ("pimpinan", "guarantee"): ("Bagian Kedua J", "hasil koordinasi"),
    ("pimpinan", "safety"): ("Bagian Kedua K", "dijamin kerahasiaannya"),
    ("pimpinan", "evaluation"): ("Bagian Kedua L", "minimal satu kali dalam satu tahun"),
    ("sosialisasi", "target"): ("Bagian Kesatu D.4", "terwujudnya acuan baku"),
    ("sosialisasi", "users"): ("Bagian Kesatu D.5", "di lingkungan Kementerian"),
    ("sosialisasi", "competence"): ("Bagian Kesatu D.8", "tata naskah dinas"),
    ("sosialisasi", "service_hours"): ("Bagian Kedua G", "di luar hari dan jam kerja"),
    ("sosialisasi", "requirements_user"): ("Bagian Kedua C.2", "terhadap kegiatan sosialisasi"),
    ("sosialisasi", "supervision"): ("Bagian Kedua I", "teguran dan sanksi"),
    ("sosialisasi", "guarantee"): ("Bagian Kedua J", "tidak diskriminatif"),
    ("sosialisasi", "safety"): ("Bagian Kedua K", "diarsipkan dengan baik"),
    ("sosialisasi", "evaluation"): ("Bagian Kedua L", "minimal sekali dalam setahun"),
    ("sop", "target"): ("Bagian Kesatu D.4", "terwujudnya acuan baku"),
    ("sop", "users"): ("Bagian Kesatu D.5", "di lingkungan Kementerian"),
    ("sop", "competence"): ("Bagian Kesatu D.8", "teknik penyusunan peraturan"),
    ("sop", "service_hours"): ("Bagian Kedua G", "di luar hari dan jam kerja"),
    ("sop", "requirements_user"): ("Bagian Kedua C.2", "Berkepentingan terhadap"),
    ("sop", "supervision"): ("Bagian Kedua I", "teguran dan sanksi"),
    ("sop", "guarantee"): ("Bagian Kedua J", "diakses melalui website"),
    ("sop", "safety"): ("Bagian Kedua K", "harmonisasi terhadap dokumen"),
    ("sop", "evaluation"): ("Bagian Kedua L", "minimal sekali dalam setahun"),
}
PRESENT = {(key, facet): said for key in KEYS for facet, said in EVERYWHERE.items()} | BY_STANDARD
MISSING = sorted(
    {(key, facet) for key in KEYS for facet in ("staff_count",)}
    | {(key, "warning") for key in KEYS if key != "rkpk"}
    | {(key, "definitions") for key in ("sosialisasi", "sop")}
    | {(k, f) for k in KEYS if k not in NEW for f in ("supervision", "guarantee", "safety")}
    | {(key, "evaluation") for key in KEYS if key not in NEW}
)
ELSEWHERE = {
    "procedure",
    "complaint",
    "total_time",
    "framework",
    "other",
}  # have tests of their own


def test_the_tables_have_every_facet_of_every_standard() -> None:
    told = {*PRESENT, *MISSING, *((key, facet) for key in KEYS for facet in ELSEWHERE)}
    assert told == {(key, facet.value) for key in KEYS for facet in Facet}
    assert not PRESENT.keys() & set(MISSING)


@pytest.mark.parametrize(("key", "facet"), sorted(PRESENT))
def test_a_facet_is_answered_in_the_words_of_its_section(
    key: str, facet: str, finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request(facet, ids[key]), Topic())
    section, words = PRESENT[key, facet]
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "facet")
    assert [(c.standard, c.section) for c in reply.citations] == [(ids[key], section)]
    said = folded(" ".join(line.text for line in reply.values["lines"]))
    assert any(folded(word) in said for word in words.split("|"))


@pytest.mark.parametrize(("key", "facet"), MISSING)
def test_a_missing_facet_is_said_to_be_missing(
    key: str, facet: str, finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request(facet, ids[key]), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")
    assert reply.values["facet"] == facet
    assert facet not in reply.values["has"]
    assert "procedure" in reply.values["has"]
    assert reply.next, "what the standard does have is offered instead"
    assert reply.topic.standard == ids[key]


@pytest.mark.parametrize(
    ("key", "facet", "lead"),
    [
        ("pimpinan", "responsible", "Kepala Biro Tata Usaha"),
        ("sisdur", "responsible", "Kepala Biro Organisasi dan Humas"),
        ("rkpk", "responsible", "Kepala Biro Akuntabilitas Kinerja"),
        ("sop", "unit", "Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"),
        ("rkpk", "unit", "Biro Akuntabilitas Kinerja"),
        ("sosialisasi", "cost", "Tidak ada"),
    ],
)
def test_a_short_answer_leads(
    key: str, facet: str, lead: str, finder: Finder, ids: dict[str, str]
) -> None:
    assert finder.answer(Request(facet, ids[key]), Topic()).values["lead"] == lead


@pytest.mark.parametrize("key", KEYS)
def test_what_is_offered_next_can_be_answered(
    key: str, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    for facet in Facet:
        reply = finder.answer(Request(facet.value, standard.id), Topic())
        for request in reply.next:
            assert request.standard == standard.id
            assert request.aspect != facet.value
            answered = finder.answer(request, Topic())
            assert answered.kind is ReplyKind.ANSWER, (facet, request)


@pytest.mark.parametrize(("key", "page"), [("sosialisasi", 364), ("sop", 355), ("rkpk", None)])
def test_the_page_is_given_where_the_document_has_pages(
    key: str, page: int | None, finder: Finder, shipped: dict[str, ServiceStandard]
) -> None:
    standard = shipped[key]
    reply = finder.answer(Request("cost", standard.id), Topic())
    expected = Citation(standard.id, standard.title, "Bagian Kedua E", page)
    assert reply.citations == (expected,)


def test_marks_and_depths_of_nested_items_are_kept() -> None:
    source = Source("Bagian Kedua C")
    inner = Item("1", "fotokopi KTP", source)
    items = (Item("a", "Membawa:", source, (inner, Item("2", "pas foto", source))),)
    section = Section(Facet.REQUIREMENTS, "C", "Persyaratan", "Bagian Kedua", items, source)
    standard = ServiceStandard("x", "Standar Pelayanan X", "x.txt", (section,))
    lines = content(standard, "requirements").lines
    assert [(line.mark, line.depth) for line in lines] == [("a", 0), ("1", 1), ("2", 1)]


def test_what_is_no_facet_has_no_content() -> None:
    assert content(a_standard("X"), "nonsense").lines == ()


def values(reply: Reply) -> dict[str, Any]:
    return dict(reply.values)


def test_the_same_facet_of_two_standards_differs_only_in_its_standard(
    finder: Finder, ids: dict[str, str]
) -> None:
    first = finder.answer(Request("cost", ids["sop"]), Topic())
    second = finder.answer(Request("cost", ids["rkpk"]), Topic())
    assert values(first) | {"standard": ""} == values(second) | {"standard": ""}
    assert values(first)["standard"] != values(second)["standard"]
