"""How the services of one text print their names: numbered, labelled, headed or in a table."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text

_HEAD = "PEMERINTAH KABUPATEN ANGGREK\nDINAS SOSIAL\nJalan Mawar Nomor 3\n\n"
_COVER = f"{_HEAD}STANDAR PELAYANAN DINAS SOSIAL\n\n"
_DECREE = (
    "KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR 12 TAHUN 2024\nTENTANG STANDAR PELAYANAN DINAS SOSIAL\n\n"
)
_CARD, _HOME = "Penerbitan Kartu Lansia", "Rekomendasi Panti Asuhan"


def _body(what: str, *, mark: str = "1.") -> str:
    """Return the components of a service, numbered or lettered or headed."""
    told = {
        "Persyaratan": f"a. Fotokopi KTP pemohon {what};\nb. Pasfoto.",
        "Prosedur": f"a. Pemohon menyerahkan berkas {what}.\nb. Petugas memeriksanya (10 menit).",
        "Jangka Waktu Penyelesaian": "2 hari kerja",
        "Biaya/Tarif": "Tidak dipungut biaya",
        "Penanganan Pengaduan": f"Pengaduan {what} ditangani oleh Kepala Bidang.",
    }
    marks = {"1.": "{0}. ", "A.": "{1}. ", "#": "### ", "": ""}
    return "".join(
        f"{marks[mark].format(at, chr(64 + at))}{name}\n{text}\n\n"
        for at, (name, text) in enumerate(told.items(), start=1)
    )


def _two(first: str, second: str, *, mark: str = "1.") -> str:
    return f"{first}\n\n{_body('kartu', mark=mark)}\n{second}\n\n{_body('panti', mark=mark)}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_COVER + _two("LAYANAN I\nPENERBITAN KARTU LANSIA",
                     "LAYANAN II\nREKOMENDASI PANTI ASUHAN"), id="number above the name"),
        pytest.param(_COVER + _two("SERVICE 1: PENERBITAN KARTU LANSIA",
                     "SERVICE 2: REKOMENDASI PANTI ASUHAN"), id="number before the name"),
        pytest.param(_COVER + _two("I. PENERBITAN KARTU LANSIA", "II. REKOMENDASI PANTI ASUHAN",
                     mark="A."), id="roman figures"),
        pytest.param(_COVER + _two("I. Penerbitan Kartu Lansia", "II. Rekomendasi Panti Asuhan"),
                     id="roman figures in small letters"),
        pytest.param(f"{_HEAD}STANDAR PELAYANAN\n\n" + _two("I. PENERBITAN KARTU LANSIA",
                     "II. REKOMENDASI PANTI ASUHAN"), id="below a bare title"),
        pytest.param(_COVER + _two("BAGIAN I\nPENERBITAN KARTU LANSIA",
                     "BAGIAN II\nREKOMENDASI PANTI ASUHAN", mark="A."), id="parts"),
        pytest.param(f"{_COVER}BAB I\nPENDAHULUAN\n\nA. Latar Belakang\nUntuk warga.\n\n"
                     + _two("BAB II\nPENERBITAN KARTU LANSIA", "BAB III\nREKOMENDASI PANTI ASUHAN",
                     mark="A.") + "\nBAB IV\nPENUTUP\n\nBerlaku sejak terbit.\n", id="chapters"),
        pytest.param(_COVER + _two("Jenis Layanan: Penerbitan Kartu Lansia",
                     "Jenis Layanan: Rekomendasi Panti Asuhan"), id="a label"),
        pytest.param(_COVER + _two("A. Nama Pelayanan : Penerbitan Kartu Lansia",
                     "B. Nama Pelayanan : Rekomendasi Panti Asuhan"), id="a lettered label"),
        pytest.param(_HEAD + _two(f"LAMPIRAN I\n{_DECREE}PENERBITAN KARTU LANSIA",
                     f"LAMPIRAN II\n{_DECREE}REKOMENDASI PANTI ASUHAN"), id="annexes of a decree"),
        pytest.param("# Standar Pelayanan Dinas Sosial\n\n" + _two("## Penerbitan Kartu Lansia",
                     "## Rekomendasi Panti Asuhan", mark="#"), id="headings of a web page"),
        pytest.param("# Standar Pelayanan\n\n" + _two("## Layanan 1 – Penerbitan Kartu Lansia",
                     "## Layanan 2 – Rekomendasi Panti Asuhan", mark="#"), id="numbered headings"),
        pytest.param("STANDAR PELAYANAN DINAS SOSIAL\n\n" + _two("Penerbitan Kartu Lansia",
                     "Rekomendasi Panti Asuhan"), id="lone lines in small letters"),
    ],
)  # fmt: skip
def test_each_service_has_its_name_and_its_own_components(text: str) -> None:
    read = read_text(text, "layanan.md")
    assert [one.title for one in read] == [_CARD, _HOME]
    assert [one.requirements_user[0] for one in read] == [
        "Fotokopi KTP pemohon kartu",
        "Fotokopi KTP pemohon panti",
    ]
    assert [len(one.steps) for one in read] == [2, 2]
    assert all(one.complaint for one in read)


def test_a_standard_is_named_without_its_own_number() -> None:
    text = _HEAD + _two(
        "STANDAR PELAYANAN I\nPENERBITAN KARTU LANSIA", "STANDAR PELAYANAN II\nREKOMENDASI PANTI"
    )
    titles = [one.title for one in read_text(text, "layanan.txt")]
    assert titles == [f"Standar Pelayanan {_CARD}", "Standar Pelayanan Rekomendasi Panti"]


def test_a_name_may_go_on_in_capitals_on_the_next_line() -> None:
    text = _COVER + _two("I. PENERBITAN KARTU PENERIMA\n   BANTUAN LANSIA", "II. REKOMENDASI PANTI")
    titles = [one.title for one in read_text(text, "layanan.txt")]
    assert titles == ["Penerbitan Kartu Penerima Bantuan Lansia", "Rekomendasi Panti"]


def test_a_table_may_name_the_service_above_its_components() -> None:
    rows = (
        "| Jenis Layanan | {0} |\n|---|---|\n| Unit Pelaksana | Bidang {1} |\n\n"
        "| No. | Komponen | Uraian |\n|---|---|---|\n| 1. | Persyaratan | KTP {1} |\n"
        "| 2. | Prosedur | 1. Pemohon menyerahkan berkas.<br>2. Petugas memeriksa berkas. |\n"
        "| 3. | Biaya/Tarif | Gratis |\n\n"
    )
    text = f"{_COVER}{rows.format(_CARD, 'Lansia')}{rows.format(_HOME, 'Panti')}"
    read = read_text(text, "layanan.txt")
    told = [(one.title, one.unit, one.requirements_user) for one in read]
    assert told == [
        (_CARD, "Bidang Lansia", ("KTP Lansia",)),
        (_HOME, "Bidang Panti", ("KTP Panti",)),
    ]


def test_the_title_above_all_services_names_their_office() -> None:
    cover = "# Standar Pelayanan Dinas Sosial Kabupaten Anggrek\n\n"
    text = cover + _two(f"## {_CARD}", f"## {_HOME}", mark="#")
    units = {one.unit for one in read_text(text, "layanan.md")}
    assert units == {"Dinas Sosial Kabupaten Anggrek"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{_COVER}BAGIAN I\nPROSES PENYAMPAIAN\n\n{_body('kartu', mark='A.')}\n"
                     "BAGIAN II\nPROSES PENGELOLAAN\n\nA. Dasar Hukum\nUndang-Undang.\n\n"
                     "B. Jumlah Pelaksana\n3 orang\n\nC. Pengawasan Internal\nKepala Dinas.\n",
                     id="parts of one standard"),
        pytest.param(f"{_COVER}{_body('kartu')}\nI. KARTU BARU\n\nMemakai blangko A.\n\n"
                     "II. KARTU PENGGANTI\n\nMemakai blangko B.\n", id="names without components"),
    ],
)  # fmt: skip
def test_parts_of_one_standard_are_no_services(text: str) -> None:
    assert len(read_text(text, "layanan.txt")) == 1
