"""The posts that a question names, in the spellings that people use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding.passages import stems_of
from knowledge.finding.posts import Mention, Posts, Role, printed_posts
from knowledge.finding.question import read
from knowledge.finding.ranks import level_of
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import as_words, expand, flatten, tokens
from knowledge.model import ServiceStandard
from tests.knowledge.builders import a_chain, a_standard, a_step

SYSTEMS = "Kepala Subbagian Sistem dan Prosedur Kerja"
SECRETARY = "Kepala Subbagian Tata Usaha Sekretaris Kementerian"
ORTALA = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
PROTOCOL = "Kepala Bagian Protokol dan Tata Usaha Pimpinan"
SYSTEM = "Kepala Bagian Pengembangan Sistem Akuntabilitas Kinerja"


def posts(text: str, shelf: Shelf) -> list[str]:
    return [post.name for post in read(text, shelf).posts]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kepala Bagian Protokol dan Tata Usaha Pimpinan", PROTOCOL),
        ("kabag protokol dan TU pimpinan", PROTOCOL),
        ("kabag protokol", PROTOCOL),
        ("kabag TU pimpinan", PROTOCOL),
        ("kabag prtokol dan tata usaha pimpnan", PROTOCOL),
        ("kepala bagian protokl", PROTOCOL),
        ("kabag pengembangan sistem", SYSTEM),
        ("kepala bagian pengembangan sistem akuntabilitas kinerja", SYSTEM),
        ("kabiro TU", "Kepala Biro Tata Usaha"),
        ("kepala biro tata usaha", "Kepala Biro Tata Usaha"),
        ("karo tata usaha", "Kepala Biro Tata Usaha"),
        ("kabiro ortala", ORTALA),
        ("kepala biro organisasi tata laksana dan akuntabilitas kinerja", ORTALA),
        ("kabiro akuntabilitas kinerja", "Kepala Biro Akuntabilitas Kinerja"),
        ("kabiro akuntabilitas", "Kepala Biro Akuntabilitas Kinerja"),
        ("kabiro organisasi dan humas", "Kepala Biro Organisasi dan Humas"),
        ("kabiro humas", "Kepala Biro Organisasi dan Humas"),
        ("kasubbag standardisasi pelayanan", "Kepala Subbagian Standardisasi Pelayanan"),
        ("kasubag standardisasi", "Kepala Subbagian Standardisasi Pelayanan"),
        ("kepala subbagian sistem dan prosedur kerja", SYSTEMS),
        ("kasubbag sisdur", SYSTEMS),
        ("kasubbag TU sekretaris kementerian", SECRETARY),
        ("kasubbag tata usaha staf ahli", "Kepala Subbagian Tata Usaha Staf Ahli"),
        ("mensesneg", "Menteri Sekretaris Negara"),
        ("menteri sekretaris negara", "Menteri Sekretaris Negara"),
        ("deputi administrasi aparatur", "Deputy Bidang Administrasi Aparatur"),
        ("deputy bidang administrasi aparatur", "Deputy Bidang Administrasi Aparatur"),
        ("deputi bidang pengawasan", "Deputy Menteri Sekretaris Negara Bidang Pengawasan"),
        ("deputi bidang hukum", "Deputi Bidang Hukum dan Perundang-undangan"),
        ("caraka", "caraka"),
        ("analis", "Analis"),
        ("pengadministrasi umum", "Pengadministrasi Umum"),
        ("pengelola sistem informasi", "Pengelola Sistem Informasi"),
    ],
)  # fmt: skip
def test_a_post_is_known_in_every_spelling(text: str, name: str, shelf: Shelf) -> None:
    assert posts(text, shelf)[0] == name
    assert posts(f"apa tugas {text}?", shelf)[0] == name


@pytest.mark.parametrize(
    "text",
    ["kabag", "kepala bagian", "kabiro", "kepala biro", "kasubbag", "deputi", "menteri",
     "kepala subbagian", "sekretaris"],
)  # fmt: skip
def test_a_rank_alone_names_nobody(text: str, shelf: Shelf) -> None:
    assert posts(text, shelf) == []
    assert posts(f"siapa {text}?", shelf) == []


@pytest.mark.parametrize(
    "text",
    ["menteri keuangan", "menteri luar negeri", "menteri pertahanan", "menteri PAN",
     "kepala bagian keuangan", "kabag hukum", "kepala dinas", "gubernur", "camat", "presiden",
     "direktur jenderal pajak", "kepala desa"],
)  # fmt: skip
def test_a_post_that_no_standard_names_is_not_mistaken_for_one(text: str, shelf: Shelf) -> None:
    assert posts(text, shelf) == []


def test_posts_that_fit_equally_well_all_come(shelf: Shelf) -> None:
    assert set(posts("kasubbag TU", shelf)) == {
        "Kepala Subbagian Tata Usaha Menteri Sekretaris Negara",
        SECRETARY,
        "Kepala Subbagian Tata Usaha Staf Ahli",
    }


def test_where_a_post_stands_in_the_question_is_said(shelf: Shelf) -> None:
    question = read("siapa kabag protokol di sana", shelf)
    named = [question.words[p].text for p in sorted(question.pointed.positions)]
    assert named == ["kepala", "bagian", "protokol"]
    assert question.pointed.rank


def test_both_spellings_of_the_documents_are_one_post(shelf: Shelf) -> None:
    deputy = shelf.posts.named("Deputy Bidang Administrasi Aparatur")
    assert deputy is not None
    assert deputy == shelf.posts.named("Deputi Bidang Administrasi Aparatur")
    assert shelf.posts.named("Kepala Bagian Anggaran") is None


def test_every_printed_post_is_found_by_its_own_name(shelf: Shelf) -> None:
    ranks = {"kepala", "deputi", "menteri", "biro", "bagian"}
    ranked = [post for post in shelf.posts if ranks.intersection(post.level)]
    assert len(ranked) > 20
    for post in ranked:
        words = as_words(expand(tokens(flatten(post.name))))
        assert post in shelf.posts.find(words).posts, post.name


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("Kepala Biro Tata Usaha", {Role.RESPONSIBLE, Role.RECEIVES}),
        (PROTOCOL, {Role.IMPLEMENTER, Role.HANDLES}),
        (SYSTEM, {Role.HANDLES}),
        ("Biro Organisasi dan Humas", {Role.UNIT}),
        ("Menteri Sekretaris Negara", {Role.ACTS}),
        ("Kepala Subbagian terkait", {Role.TOGETHER, Role.ACTS}),
    ],
)
def test_a_post_has_the_roles_that_the_documents_give_it(
    name: str, roles: set[Role], shelf: Shelf
) -> None:
    post = shelf.posts.named(name)
    assert post is not None
    assert {mention.role for mention in post.mentions} == roles


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Kepala Subbagian Anu", ("kepala", "subbagian")), ("kabag anu", ("kepala", "bagian")),
        ("Staf Ahli Menteri", ("staf", "ahli")), ("Deputy Bidang Anu", ("deputi",)),
        ("Petugas loket", ()), ("", ()),
    ],
)  # fmt: skip
def test_the_rank_of_a_post(name: str, level: tuple[str, ...]) -> None:
    assert level_of(stems_of(name)) == level


def test_each_mention_of_a_post_is_kept() -> None:
    standard = a_standard(
        "Peminjaman Kendaraan",
        unit="Bagian Rumah Tangga",
        responsible="Kepala Bagian Rumah Tangga",
        complaint=a_chain("Kepala Bagian Rumah Tangga", "Kepala Subbagian Kendaraan"),
        steps=[
            a_step("1", "Menerima permohonan", actors=["Petugas"]),
            a_step("2", "Menyetujui permohonan", actors=["Kepala Bagian Rumah Tangga"]),
        ],
    )
    post = Posts(printed_posts(standard)).named("kabag rumah tangga")
    assert post is not None
    assert post.mentions == (
        Mention(standard.id, Role.RESPONSIBLE),
        Mention(standard.id, Role.RECEIVES),
        Mention(standard.id, Role.ACTS, "2"),
    )


def test_an_official_of_two_standards_is_one_post(shipped: dict[str, ServiceStandard]) -> None:
    one = replace(shipped["sop"], id="one")
    post = Posts(p for s in (one, shipped["sosialisasi"]) for p in printed_posts(s)).named(ORTALA)
    assert post is not None
    assert {m.standard for m in post.mentions} == {"one", shipped["sosialisasi"].id}
