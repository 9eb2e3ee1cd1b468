"""What a question gives as a figure or forbids: hours, rooms, distances, ages, and who pays."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.finding.limits import limits_in, meets, quantities_in
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

LENDING = a_standard(
    "Peminjaman Ruang Rapat dan Kendaraan Dinas",
    says={
        Facet.FACILITIES: (
            "Ruang Cempaka, kapasitas 25 orang",
            "Ruang Kenanga, kapasitas 60 orang",
            "Aula Nusantara, kapasitas 300 orang",
            "Proyektor dan kendaraan dinas",
        ),
        Facet.COST: "Tidak dipungut biaya. Bahan bakar minyak dibebankan pada biro pengguna.",
        Facet.SUPERVISION: (
            "Kendaraan dinas dilarang dipakai untuk kepentingan pribadi.",
            "Peminjaman dapat dibatalkan apabila ruang diperlukan oleh Gubernur; pengguna diberi"
            " tahu paling lambat 3 jam sebelum rapat.",
        ),
    },
    steps=[a_step("1", "Staf memeriksa ruang rapat", time="30 menit")],
)
LETTERS = a_standard(
    "Penanganan Surat Masuk",
    says={
        Facet.COMPETENCE: ("Pendidikan minimal SMA", "Mampu mengoperasikan komputer"),
        Facet.SUPERVISION: (
            "Surat yang diterima setelah pukul 15.00 diagendakan hari berikutnya.",
            "Surat berkode R hanya dibuka pejabat yang dituju.",
        ),
    },
    steps=[
        a_step("1", "Petugas menerima surat"),
        a_step("2", "Petugas memeriksa surat, surat yang salah alamat dikembalikan ke pengirim"),
    ],
)
TRAINING = a_standard(
    "Pelatihan Kerja",
    says={
        Facet.REQUIREMENTS: ("Warga berusia 17 sampai dengan 45 tahun", "Memiliki KTP"),
        Facet.GUARANTEE: ("Asrama bagi peserta yang tinggal lebih dari 25 km", "Makan siang"),
    },
    steps=[a_step("1", "Instruktur melatih peserta", time="2 hari")],
)


@pytest.fixture(scope="module")
def office() -> Finder:
    return Finder((LENDING, LETTERS, TRAINING))


def _said(reply: Reply) -> str:
    assert reply.kind is ReplyKind.ANSWER, reply
    assert reply.answers
    return str(reply.values)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("boleh ga sih kendaraan dinas dipake buat kepentingan pribadi?", "dilarang"),
        ("apakah kendaraan dinas boleh dipakai kepentingan pribadi?", "dilarang"),
        ("di SOP surat masuk, kalau surat salah alamat gimana?", "dikembalikan"),
        ("surat masuk yang diterima lewat jam 15.00 gimana?", "hari berikutnya"),
        ("surat masuk yang diterima setelah pukul 15.00 bagaimana?", "hari berikutnya"),
        ("pinjam kendaraan dinas, bensinnya siapa yang nanggung?", "dibebankan"),
        ("rumah saya 30 km, pelatihan kerja bisa tinggal di asrama ga?", "25 km"),
        ("berapa batas usia peserta pelatihan kerja?", "45 tahun"),
        ("pelaksana penanganan surat masuk min lulusan apa?", "SMA"),
        ("ruang rapat yg dipinjam ternyata diperlukan gubernur gimana kalau gitu?", "dibatalkan"),
    ],
)
def test_the_sentence_with_that_figure_or_ban_is_told(
    text: str, quote: str, office: Finder
) -> None:
    assert quote in _said(office.ask(text, Topic()))


@pytest.mark.parametrize(
    ("text", "rooms"),
    [
        ("ruang rapat yang muat 300 orang yang mana?", ["Aula"]),
        ("ruang rapat yang muat 60 orang yang mana?", ["Kenanga"]),
        ("ruang rapat yang menampung 40 orang ada?", ["Kenanga", "Aula"]),
    ],
)
def test_what_holds_so_many_is_told(text: str, rooms: list[str], office: Finder) -> None:
    said = _said(office.ask(text, Topic()))
    told = [name for name in ("Cempaka", "Kenanga", "Aula") if name in said]
    assert told == rooms


def test_the_latest_time_is_read_in_the_passage_told_last(office: Finder) -> None:
    text = "ruang rapat yg dipinjam ternyata diperlukan gubernur gimana kalau gitu?"
    first = office.ask(text, Topic())
    assert "3 jam" in _said(office.ask("dikasih taunya paling lambat kapan?", first.topic))


@pytest.mark.parametrize(
    "text", ["surat masuk yang diterima lewat jam 11.00 gimana?", "yang muat 900 orang yang mana?"]
)
def test_another_figure_is_not_told(text: str, office: Finder) -> None:
    said = str(office.ask(text, Topic()).values)
    assert "setelah pukul 15.00" not in said or not office.ask(text, Topic()).answers


@pytest.mark.parametrize(
    ("given", "limit", "meant"),
    [
        ("30 km", "lebih dari 25 km", True),
        ("500 m", "kurang dari 1 km", True),
        ("30 orang", "lebih dari 25 km", False),
        ("2 ton", "lebih dari 1500 kg", True),
        ("3 bulan", "kurang dari 6 (enam) bulan", True),
    ],
)
def test_amounts_are_compared_within_their_kind(given: str, limit: str, meant: bool) -> None:
    assert [meets(one, bound) for one in quantities_in(given) for bound in limits_in(limit)] == [
        meant
    ]
