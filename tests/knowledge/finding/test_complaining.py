"""Complaints: who receives them, who follows them up, and what the five do not say."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from knowledge.finding import Finder, ReplyKind, Request, Topic
from knowledge.model import Channel, ComplaintChain, Facet, Item, ServiceStandard
from tests.knowledge.builders import a_chain, a_standard
from tests.knowledge.conftest import Ask

ORTALA = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"


@dataclass(frozen=True)
class Chain:
    """What the complaint section of one document says, as read by hand."""

    received_by: str
    delegation: str
    handled_by: str
    together: tuple[str, ...]
    sender: str | None
    section: str = "Bagian Kedua H"


CHAINS = {
    "sisdur": Chain(
        "Kepala Biro Organisasi dan Humas", "required", "Kepala Bagian Ketatalaksanaan",
        ("staf",), "unit kerja",
    ),
    "rkpk": Chain(
        "Kepala Biro Akuntabilitas Kinerja", "required",
        "Kepala Bagian Pengembangan Sistem Akuntabilitas Kinerja", ("staf",), None,
        "Bagian Kedua I",
    ),
    "pimpinan": Chain(
        "Kepala Biro Tata Usaha", "optional", "Kepala Bagian Protokol dan Tata Usaha Pimpinan",
        ("staf",), "pengguna pelayanan",
    ),
    "sosialisasi": Chain(
        ORTALA, "optional", "Kepala Bagian terkait", ("Kepala Subbagian terkait", "staf"),
        "unit kerja",
    ),
    "sop": Chain(
        ORTALA, "optional", "Kepala Bagian Tata Laksana",
        ("Kepala Subbagian Standardisasi Pelayanan", "staf"), "unit kerja",
    ),
}  # fmt: skip
KEYS = sorted(CHAINS)


@pytest.mark.parametrize("key", KEYS)
def test_the_whole_chain(key: str, finder: Finder, ids: dict[str, str]) -> None:
    reply = finder.answer(Request("complaint", ids[key]), Topic())
    said, expected = reply.values, CHAINS[key]
    assert (reply.kind, reply.form, said["focus"]) == (ReplyKind.ANSWER, "complaint", "all")
    assert said["received_by"] == expected.received_by
    assert said["delegation"] == expected.delegation
    assert said["handled_by"] == (expected.handled_by,)
    assert said["together_with"] == expected.together
    assert said["sender"] == expected.sender
    assert said["channels"] == ()
    assert [c.section for c in reply.citations] == [expected.section]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("focus", "rules"), [("receiver", ("1",)), ("delegation", ("2",)), ("handler", ("2", "3"))]
)
def test_a_part_of_the_chain_is_cited_where_it_stands(
    key: str, focus: str, rules: tuple[str, ...], finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request(f"complaint_{focus}", ids[key]), Topic())
    assert reply.values["focus"] == focus
    cited = [c.section for c in reply.citations]
    assert cited == [f"{CHAINS[key].section}.{rule}" for rule in rules]


@pytest.mark.parametrize("key", KEYS)
def test_no_channel_and_no_time_is_invented(key: str, finder: Finder, ids: dict[str, str]) -> None:
    channel = finder.answer(Request("complaint_channel", ids[key]), Topic())
    assert (channel.kind, channel.form) == (ReplyKind.UNKNOWN, "complaint_channel")
    assert channel.values["received_by"] == CHAINS[key].received_by
    time = finder.answer(Request("complaint_time", ids[key]), Topic())
    assert (time.kind, time.form, time.values["lines"]) == (
        ReplyKind.UNKNOWN, "complaint_time", [],
    )  # fmt: skip
    name = finder.answer(Request("person_name", ids[key]), Topic())
    assert (name.kind, name.form) == (ReplyKind.UNKNOWN, "person_name")
    assert name.values["responsible"] == CHAINS[key].received_by


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("pengaduan sop ke siapa?", "complaint_receiver"),
        ("kalo mau ngadu soal rkpk ke siapa ya", "complaint_receiver"),
        ("mau komplen soal sosialisasi ke siapa", "complaint_receiver"),
        ("siapa yang menindaklanjuti pengaduan sisdur?", "complaint_handler"),
        ("pengaduan pelayanan pimpinan ditangani siapa", "complaint_handler"),
        ("apakah pengaduan sop bisa didelegasikan?", "complaint_delegation"),
        ("nomor telepon pengaduan sosialisasi?", "complaint_channel"),
        ("ada email pengaduan rkpk ga", "complaint_channel"),
        ("berapa lama pengaduan sop ditangani?", "complaint_time"),
        ("bagaimana penanganan pengaduan sisdur?", "complaint"),
    ],
)
def test_a_question_about_complaints_is_told_from_the_others(
    text: str, aspect: str, ask: Ask
) -> None:
    request = ask(text).request
    assert request is not None
    assert request.aspect == aspect


def with_chain(chain: ComplaintChain, *rules: str) -> ServiceStandard:
    made = a_standard("Peminjaman Kendaraan", says={Facet.COMPLAINT: "x"}, complaint=chain)
    (section,) = made.sections
    items = tuple(
        Item(str(n), text, replace(section.source, section=f"{section.source.section}.{n}"))
        for n, text in enumerate(rules, 1)
    )
    return replace(made, sections=(replace(section, items=items),))


def test_channels_that_a_text_names_are_given() -> None:
    number = Channel("telepon", "(021) 555-1234")
    standard = with_chain(replace(a_chain("Kepala Bagian Umum"), channels=(number,)), "Lapor.")
    reply = Finder([standard]).ask("nomor telepon pengaduannya berapa?", Topic())
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "complaint_channel")
    assert reply.values["channels"] == (number,)


def test_a_time_that_the_section_sets_is_quoted_from_its_rule() -> None:
    rule = "Pengaduan dijawab dalam waktu 3 hari kerja."
    standard = with_chain(a_chain("Kepala Bagian Umum"), "Disampaikan tertulis.", rule)
    reply = Finder([standard]).ask("berapa lama pengaduan dijawab?", Topic())
    assert (reply.kind, reply.values["lines"]) == (ReplyKind.ANSWER, [rule])
    assert [c.section for c in reply.citations] == ["Bagian Kedua H.2"]


@pytest.mark.parametrize(
    "aspect",
    ["complaint", "complaint_receiver", "complaint_handler", "complaint_delegation",
     "complaint_channel", "complaint_time"],
)  # fmt: skip
def test_a_standard_without_a_complaint_section_says_so(aspect: str) -> None:
    standard = a_standard("Peminjaman Kendaraan", says={Facet.COST: "Tidak ada"})
    reply = Finder([standard]).answer(Request(aspect, standard.id), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")
    assert reply.values["facet"] == "complaint"
