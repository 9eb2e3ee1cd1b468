"""Questions in English are answered from what Indonesian documents call the things asked of."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

BOATS = a_standard(
    "Izin Sandar Perahu",
    says={
        Facet.REQUIREMENTS: ("Fotokopi KTP nelayan", "Surat pernyataan bermeterai"),
        Facet.COST: "Retribusi Rp15.000 per bulan",
        Facet.PLACE: "Kantor Dermaga Timur, Jalan Dermaga Nomor 5",
    },
    steps=[
        a_step("1", "Petugas Dermaga mengukur panjang perahu", time="2 jam",
               actors=["Petugas Dermaga"]),
        a_step("2", "Kepala Seksi Dermaga menandatangani izin sandar", time="1 hari",
               actors=["Kepala Seksi Dermaga"]),
    ],
)  # fmt: skip
TREES = a_standard(
    "Pemangkasan Pohon",
    says={
        Facet.REQUIREMENTS: "Foto pohon dan denah lokasi",
        Facet.COST: "Tidak dipungut biaya",
        Facet.GUARANTEE: "Pohon tumbang di jalan ditangani dalam 3 jam",
    },
    steps=[a_step("1", "Mandor Taman memeriksa pohon", time="2 hari", actors=["Mandor Taman"])],
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder((BOATS, TREES))


def told(reply: Reply) -> str:
    return f"{reply.said} {reply.values}"


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("tree trimming requirements", TREES),
        ("How much is the levy for mooring a fishing boat?", BOATS),
        ("what papers must a fisherman bring for the boat permit?", BOATS),
        ("Is tree pruning free?", TREES),
        ("where is the boat permit office?", BOATS),
    ],
)
def test_the_things_of_a_question_are_known_by_their_indonesian_names(
    text: str, standard: object, finder: Finder
) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert reply.language == "en"
    assert {c.standard for c in reply.citations} == {getattr(standard, "id", None)}


def test_a_follow_up_in_english_stays_with_the_service(finder: Finder) -> None:
    before = finder.ask("who measures the boats?", Topic())
    assert "Petugas Dermaga" in told(before)
    assert "Kepala Seksi Dermaga" in told(finder.ask("and who signs it?", before.topic))


@pytest.mark.parametrize(
    "text",
    [
        "How do I renew my passport?",
        "what is the fee for a visit to the museum?",
        "hotel room prices",
    ],
)
def test_what_no_document_is_about_is_refused_in_english_too(text: str, finder: Finder) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is not ReplyKind.ANSWER
