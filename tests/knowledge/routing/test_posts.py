"""The posts of the office: one entry for all spellings, and who stands above whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.model import ComplaintCase, ComplaintChain, Facet, ServiceStandard, Source
from knowledge.routing.posts import OfficePosts
from knowledge.routing.ranks import Rank
from knowledge.routing.route import Decision
from knowledge.routing.router import Router
from tests.knowledge.builders import a_chain, a_standard, a_step

ORTALA = "kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja"
SYSTEM = "kepala-bagian-pengembangan-sistem-akuntabilitas-kinerja"
SECRETARY = "kepala-subbagian-tata-usaha-sekretaris-kementerian"


@pytest.fixture(scope="module")
def office(shipped: dict[str, ServiceStandard]) -> OfficePosts:
    return OfficePosts(shipped.values())


@pytest.mark.parametrize(
    "spelling",
    [
        "Kepala Bagian Protokol dan Tata Usaha Pimpinan", "Kabag Protokol dan TU Pimpinan",
        "KEPALA BAGIAN PROTOKOL & TATAUSAHA PIMPINAN", "kabag protokol tu pimpinan",
        "Ka. Bag. Protokol dan TU Pimpinan", "kepala  bagian protokol dan tata  usaha pimpinan",
    ],
)  # fmt: skip
def test_a_key_is_the_same_for_all_spellings(spelling: str, office: OfficePosts) -> None:
    assert office.key_of(spelling) == "kepala-bagian-protokol-tata-usaha-pimpinan"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kabag protokol", "kepala-bagian-protokol-tata-usaha-pimpinan"),
        ("Kabag TU Pimpinan", "kepala-bagian-protokol-tata-usaha-pimpinan"),
        ("kabag tata laksana", "kepala-bagian-tata-laksana"),
        ("kabag ketatalaksanaan", "kepala-bagian-ketatalaksanaan"),
        ("Kepala Sub Bagian Standardisasi Pelayanan", "kepala-subbagian-standardisasi-pelayanan"),
        ("kasubag standardisasi", "kepala-subbagian-standardisasi-pelayanan"),
        ("kasubbag TU sekretaris kementerian", SECRETARY),
        ("Kepala Subbagian TU Sekretaris Kementerian Sekretariat Negara", SECRETARY),
        ("Deputy Bidang Administrasi Aparatur", "deputi-bidang-administrasi-aparatur"),
        ("Deputi Bidang Administrasi Aparatur", "deputi-bidang-administrasi-aparatur"),
        ("karo ortala", ORTALA),
        ("kabiro humas", "kepala-biro-organisasi-humas"),
        ("mensesneg", "menteri-sekretaris-negara"),
        ("kepala bagian pengembangan sistem", SYSTEM),
    ],
)
def test_a_post_is_found_by_what_people_call_it(text: str, key: str, office: OfficePosts) -> None:
    post = office.named(text)
    assert post is not None
    assert post.key == key


@pytest.mark.parametrize(
    "text",
    ["", "staf", "Kepala Bagian terkait", "pejabat terkait", "kabag", "kasubbag TU",
     "kepala bagian keuangan", "unit kerja", "Biro Umum", "pemohon"],
)  # fmt: skip
def test_a_description_or_an_unclear_name_is_no_post(text: str, office: OfficePosts) -> None:
    assert office.named(text) is None


def test_only_posts_are_listed(office: OfficePosts) -> None:
    keys = {post.key for post in office}
    assert len(keys) == len(office) == 29
    for word in ("terkait", "anggota", "pegawai", "caraka", "unit-kerja", "biro-umum"):
        assert not [key for key in keys if key.endswith(word) or key.startswith(word)]
    assert "staf" not in keys


@pytest.mark.parametrize(
    ("key", "superior"),
    [
        ("kepala-bagian-tata-laksana", ORTALA),
        ("kepala-subbagian-standardisasi-pelayanan", "kepala-bagian-tata-laksana"),
        (SECRETARY, "kepala-bagian-protokol-tata-usaha-pimpinan"),
        ("kepala-subbagian-sistem-prosedur-kerja", "kepala-bagian-ketatalaksanaan"),
        ("kepala-biro-organisasi-humas", "deputi-bidang-sumber-daya-manusia"),
        ("kepala-biro-akuntabilitas-kinerja", "deputi-bidang-pengawasan"),
        (ORTALA, "deputi-bidang-administrasi-aparatur"),
        ("kepala-biro-tata-usaha", None),
        ("staf-biro-tata-usaha", "kepala-biro-tata-usaha"),
        ("deputi-bidang-pengawasan", "menteri-sekretaris-negara"),
        ("menteri-sekretaris-negara", None),
        ("analis", None),
    ],
)
def test_the_superior_is_what_the_standards_say_together(
    key: str, superior: str | None, office: OfficePosts
) -> None:
    above = office.superior(key)
    assert (above.key if above else None) == superior


def test_a_post_is_named_as_first_printed_and_written_out(office: OfficePosts) -> None:
    names = {post.key: post.name for post in office}
    assert names[ORTALA] == "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
    assert names["staf-subbagian-tata-usaha-menteri-sekretaris-negara"] == (
        "Staf Subbagian Tata Usaha Menteri Sekretaris Negara"
    )


def test_a_unit_has_its_head_and_all_below(office: OfficePosts) -> None:
    posts = office.of_unit("Biro TU")
    assert [post.rank for post in posts[:2]] == [Rank.KEPALA_BIRO, Rank.KEPALA_BAGIAN]
    assert len(posts) == 9
    assert {p.key for p in office.below(ORTALA)} == {
        "kepala-bagian-tata-laksana", "kepala-subbagian-standardisasi-pelayanan",
    }  # fmt: skip
    assert office.of_unit("Biro Keuangan") == ()


def test_the_standards_that_name_a_post_are_kept(office: OfficePosts, ids: dict[str, str]) -> None:
    post = office.get(ORTALA)
    assert post is not None
    assert set(post.standards) == {ids["sop"], ids["sosialisasi"]}


def test_the_order_of_loading_changes_no_key_and_no_superior(
    office: OfficePosts, shipped: dict[str, ServiceStandard]
) -> None:
    turned = OfficePosts(reversed(list(shipped.values())))
    assert {p.key: p.superior for p in turned} == {p.key: p.superior for p in office}


CLINIC = replace(
    a_standard(
        "Rawat Jalan",
        says={Facet.PLACE: "Dilayani di Instalasi Rawat Jalan, Bidang Pelayanan Medis."},
        unit="Instalasi Rawat Jalan",
        responsible="Kepala Bidang Pelayanan Medis",
        complaint=ComplaintChain("Direktur", None, ("Kabid Pelayanan Medis",), ("petugas",)),
        steps=[
            a_step("1", "Kepala Bidang Pelayanan Medis menugaskan Kepala Seksi Rawat Jalan"),
            a_step("2", "Kasi Rawat Jalan memeriksa berkas", actors=["Kasi Rawat Jalan"]),
        ],
    ),
    implementers=("Dokter Spesialis", "petugas loket", "Kepala Seksi Rawat Jalan"),
)


def test_posts_of_another_office_have_their_ranks_and_superiors() -> None:
    office = OfficePosts([CLINIC])
    found = {post.key: (post.rank, post.superior) for post in office}
    assert found == {
        "direktur": (Rank.DIREKTUR, None),
        "kepala-bidang-pelayanan-medis": (Rank.KEPALA_BIDANG, "direktur"),
        "kepala-seksi-rawat-jalan": (Rank.KEPALA_SEKSI, "kepala-bidang-pelayanan-medis"),
        "dokter-spesialis": (Rank.OTHER, "kepala-seksi-rawat-jalan"),
    }


def test_two_superiors_that_are_claimed_alike_are_no_superior() -> None:
    one = a_standard("Satu", complaint=a_chain("Kepala Biro Alpha", "Kepala Bagian Arsip"))
    two = a_standard("Dua", complaint=a_chain("Kepala Biro Beta", "Kepala Bagian Arsip"))
    assert OfficePosts([one]).superior("kepala-bagian-arsip") is not None
    assert OfficePosts([one, two]).superior("kepala-bagian-arsip") is None


def test_a_post_that_only_acts_in_a_step_is_under_nobody() -> None:
    standard = a_standard(
        "Pencetakan",
        responsible="Kepala Biro Perencanaan",
        complaint=a_chain("Kepala Biro Perencanaan", "Kepala Bagian Program"),
        steps=[a_step("1", "Mencetak", actors=["Kepala Bagian Percetakan"])],
    )
    assert OfficePosts([standard]).superior("kepala-bagian-percetakan") is None


def test_an_office_without_standards_has_no_posts() -> None:
    office = OfficePosts([])
    assert list(office) == []
    assert office.named("kabag") is None
    assert office.key_of("Kabag Umum") == "kepala-bagian-umum"


def test_the_head_of_a_village_judges_its_secretary() -> None:
    chain = ComplaintChain(
        "Staf Pelayanan", None, ("Sekretaris Desa",), (),
        cases=(ComplaintCase("Sekretaris Desa", ("Kepala Desa",), Source("H.2", None)),),
    )  # fmt: skip
    says = {Facet.COMPLAINT: ("Pengaduan diterima oleh Staf Pelayanan", "Ditangani Kepala Desa")}
    standard = replace(a_standard("Surat Keterangan Domisili", says=says), complaint=chain)
    route = Router([standard]).route("pak sekdes minta uang rokok 20 ribu waktu saya ambil surat")
    assert (route.decision, route.handled_by) == (Decision.AUTO, "Kepala Desa")


@pytest.mark.parametrize("name", ["Kepala Subbagian Urusan Dalam", "Kepala Bagian Layanan Umum"])
def test_a_post_is_named_by_words_that_are_common_elsewhere(name: str) -> None:
    says = {Facet.COMPLAINT: f"Pengaduan diterima oleh Petugas Loket, ditangani oleh {name}"}
    chain = a_chain("Petugas Loket", handled_by=name)
    route = Router([replace(a_standard("Ruang Rapat", says=says), complaint=chain)]).route(
        "proyektor di ruang rapat mati, kecewa"
    )
    assert (route.decision, route.handled_by) == (Decision.AUTO, name)
