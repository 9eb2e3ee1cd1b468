"""Values that stand where another section would swallow them."""

from __future__ import annotations

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

_TITLE = "STANDAR PELAYANAN KARTU\n\n"
_BELOW = "A. Persyaratan\n1. KTP\n\nB. Prosedur\n1. Petugas mencatat.\n\nC. Biaya\nGratis\n"


def _read(text: str, name: str = "kartu.md") -> ServiceStandard:
    (standard,) = read_text(text, name)
    assert lost(text, [standard]) == {}
    return standard


def _texts(standard: ServiceStandard, facet: Facet) -> list[str]:
    return [item.text for s in standard.sections if s.facet is facet for item in s.items]


def test_the_last_step_of_a_table_keeps_its_time() -> None:
    standard = read_text(
        "# Standar Pelayanan Kartu\n\n**Persyaratan**\n\n- KTP\n\n**Prosedur**\n\n"
        "| No | Kegiatan | Pelaksana | Waktu |\n|---|---|---|---|\n"
        "| 1 | Memeriksa berkas | Petugas Loket | 20 menit |\n"
        "| 2 | Menyerahkan kartu | Petugas Loket | 10 menit |\n\n"
        "**Jangka waktu:** 3 hari kerja\n**Biaya:** gratis\n**Produk:** kartu\n",
        "kartu.md",
    )[0]
    assert [step.duration and step.duration.text for step in standard.steps] == [
        "20 menit",
        "10 menit",
    ]
    assert _texts(standard, Facet.TOTAL_TIME) == ["3 hari kerja"]


def test_a_label_below_another_begins_its_own_section() -> None:
    standard = _read(
        "# Standar Pelayanan Kartu\n\n**Persyaratan**\n\n- KTP\n\n**Prosedur**\n\n"
        "1. Petugas mencatat.\n\n**Biaya:** gratis\n**Produk:** kartu baru\n"
    )
    assert standard.cost == "gratis"
    assert _texts(standard, Facet.OUTPUT) == ["kartu baru"]


def test_a_time_below_the_cases_of_a_step_is_that_of_the_step() -> None:
    standard = _read(
        f"{_TITLE}A. Persyaratan\n1. KTP\n\nB. Prosedur\n1. Pencatatan\n"
        "   a. Petugas memeriksa berkas:\n      1) berkas lengkap dicatat;\n"
        "      2) berkas kurang dikembalikan.\n      (waktu: 30 menit)\n"
        "2. Penandatanganan\n   a. Camat menandatangani kartu.\n      (waktu: 2 jam)\n"
        "   b. Petugas memberi cap.\n      (waktu: 5 menit)\n\nC. Biaya\nGratis\n",
    )
    times = {s.number: s.duration.text for top in standard.steps for s in top.walk() if s.duration}
    assert times == {"1.a": "30 menit", "2.a": "2 jam", "2.b": "5 menit"}


def test_a_unit_that_the_introduction_names_is_lower_than_the_letterhead() -> None:
    standard = _read(
        "DINAS SOSIAL\n\nSTANDAR PELAYANAN KARTU\n\n"
        "Standar ini mengatur penerbitan kartu bagi warga. Unit pelaksana layanan adalah\n"
        f"Bidang Bantuan dan Jaminan. Pengguna layanan adalah warga.\n\n{_BELOW}"
    )
    assert standard.unit == "Bidang Bantuan dan Jaminan"


def test_who_is_counted_is_no_unit() -> None:
    standard = _read(
        "# Standar Pelayanan Kartu\n\n## Persyaratan\n\n- KTP\n\n## Biaya\n\nGratis\n\n"
        "## Jumlah Pelaksana dan Penanggung Jawab\n\nPelayanan dilaksanakan oleh 3 dokter dan 2 "
        "perawat. Penanggung jawab pelayanan adalah Kepala Instalasi.\n\n"
        "## Jam Pendaftaran\n\nSenin sampai Jumat pukul 07.30 - 12.00\n"
    )
    assert standard.unit is None
    assert _texts(standard, Facet.STAFF_COUNT) == ["3 dokter dan 2 perawat."]
    assert standard.responsible == "Kepala Instalasi"
    assert standard.service_hours == "Senin sampai Jumat pukul 07.30 - 12.00"


def test_a_chapter_of_long_entries_is_one_section() -> None:
    standard = _read(
        "PROSEDUR TETAP\nPEMINJAMAN KENDARAAN\n\nBAB I\nPEJABAT YANG BERTANGGUNG JAWAB\n\n"
        "A. Kepala Biro Umum adalah penanggung jawab umum atas pelaksanaan\n"
        "   peminjaman kendaraan.\n\n"
        "B. Kepala Bagian Rumah Tangga menandatangani surat izin pemakaian atas\n"
        "   nama Kepala Biro Umum.\n\n"
        "BAB II\nSYARAT PEMINJAMAN\n\nA. Pemohon melampirkan :\n   a. surat permohonan;\n"
        "   b. fotokopi surat tugas.\n\nB. Untuk pemakaian ke luar kota syarat pada huruf A harus\n"
        "   dilengkapi surat persetujuan.\n\n"
        "BAB III\nTATA CARA PEMINJAMAN\n\nA. Pengajuan\n   1. Pemohon menyerahkan surat.\n"
        "   2. Petugas Loket mencatat surat.\n\n"
        "BAB IV\nWAKTU, BIAYA DAN TEMPAT PELAYANAN\n\nA. Peminjaman tidak dipungut biaya.\n\n"
        "B. Pelayanan bertempat di Gedung B lantai 1.\n\nC. Loket Tata Usaha melayani pada :\n"
        "   1. hari Senin pukul 07.30 - 15.00;\n   2. hari Jumat pukul 07.30 - 11.15.\n\n"
        "D. Pada Loket Tata Usaha disediakan kursi tunggu.\n\n"
        "BAB V\nPENUTUP\n\nA. Hal-hal yang belum diatur dalam prosedur tetap ini akan ditetapkan\n"
        "   kemudian.\n",
        "protap.txt",
    )
    assert standard.responsible == "Kepala Biro Umum"
    assert standard.place == "Gedung B lantai 1."
    assert standard.service_hours is not None
    assert "Senin pukul 07.30 - 15.00" in standard.service_hours
    assert "surat permohonan" in str(standard.requirements_user)
    assert not [warning for warning in standard.warnings if warning.startswith("no_steps")]


def test_a_misread_number_in_brackets_is_part_of_a_time() -> None:
    text = f"{_TITLE}{_BELOW}".replace(
        "mencatat.", "mencatat dalam waktu 45 (empat puluh 1ima) menit."
    )
    (step,) = _read(text).steps
    assert step.duration is not None
    assert "45" in step.duration.text


def test_rows_that_no_component_names_are_sections_of_their_own() -> None:
    standard = read_text(
        f"{_TITLE}{_BELOW}\nLAMPIRAN\n\n| Tempat | Meja Layanan |\n|---|---|\n"
        "| Jam layanan | Senin pukul 08.30 - 15.30 |\n| Saluran | Telepon 2214 |\n"
        "| Keluhan keterlambatan | Ditangani oleh Kepala Bagian Umum. |\n| Catatan | Bawa KTP |\n",
        "kartu.md",
    )[0]
    assert standard.place == "Meja Layanan"
    assert standard.service_hours == "Senin pukul 08.30 - 15.30"
    assert _texts(standard, Facet.COMPLAINT) == [
        "Saluran: Telepon 2214",
        "Keluhan keterlambatan: Ditangani oleh Kepala Bagian Umum.",
    ]


def test_a_row_that_heads_others_belongs_to_no_component() -> None:
    standard = read_text(
        f"{_TITLE}| Jam Pelayanan | Senin pukul 08.00 |\n|---|---|\n| Unit Pelaksana | Bidang |\n\n"
        "| No. | Komponen | Uraian |\n|---|---|---|\n| KOMPONEN PENYAMPAIAN | | |\n"
        "| 1. | Persyaratan | KTP |\n| 2. | Biaya/Tarif | Gratis |\n"
        "| KOMPONEN PENGELOLAAN | | |\n| 3. | Dasar Hukum | Undang-Undang |\n",
        "kartu.md",
    )[0]
    assert (standard.service_hours, standard.unit) == ("Senin pukul 08.00", "Bidang")
    assert standard.cost == "Gratis"


def test_days_behind_a_comma_are_hours_and_no_part_of_the_place() -> None:
    standard = _read(
        f"{_TITLE}A. Persyaratan\n1. KTP\n\nB. Biaya\nGratis\n\nC. Tempat dan Waktu Pelayanan\n"
        "Pelayanan diberikan di Loket 4 Kantor Camat, hari Senin sampai Kamis pukul 08.00-15.00. "
        "Khusus lansia, pelayanan dibuka hari Sabtu pukul 09.00-12.00.\n"
    )
    assert standard.place is not None
    assert "Senin" not in standard.place
    assert standard.service_hours is not None
    assert standard.service_hours.startswith("hari Senin sampai Kamis pukul 08.00-15.00.")


def test_a_running_foot_with_the_page_is_no_content() -> None:
    text = f"{_TITLE}{_BELOW}\n\nStandar Kartu Lansia – Biro Keuangan dan Umum Halaman 2 dari 4\n"
    standard = read_text(text, "kartu.txt")[0]
    assert standard.cost == "Gratis"
    assert any("Halaman 2 dari 4" in line for line in standard.furniture)


_SERVICES = "".join(
    f"## {at}. {name}\n\n### Persyaratan\n\n- KTP\n\n### Prosedur\n\n1. Petugas mencatat.\n\n"
    f"### Produk\n\n{name}\n\n"
    for at, name in ((1, "Kartu Lansia"), (2, "Surat Domisili"))
)


def test_what_holds_for_all_may_have_headings_of_its_own() -> None:
    shared = (
        "## Ketentuan Bersama\n\n### Jam Layanan\n\nSenin pukul 08.00 - 15.00\n\n"
        "### Biaya\n\nGratis\n\n### Pengaduan\n\nPengaduan ditangani oleh Sekretaris.\n"
    )
    read = read_text(f"# Standar Pelayanan\n\n{_SERVICES}{shared}", "layanan.md")
    assert [(one.service_hours, one.cost) for one in read] == [
        ("Senin pukul 08.00 - 15.00", "Gratis")
    ] * 2
    assert all(one.complaint for one in read)


def test_a_table_above_all_services_tells_of_each_its_own() -> None:
    table = (
        "| No | Layanan | Penanggung jawab | Jangka waktu | Biaya |\n|---|---|---|---|---|\n"
        "| 1 | Kartu Lansia | Kepala Bidang Sosial | 1 hari kerja | Gratis |\n"
        "| 2 | Surat Domisili | Lurah | 2 hari kerja | Rp5.000 |\n\n"
    )
    read = read_text(f"# Standar Pelayanan\n\n{table}{_SERVICES}", "layanan.md")
    told = [(one.responsible, one.cost, _texts(one, Facet.TOTAL_TIME)) for one in read]
    assert told == [
        ("Kepala Bidang Sosial", "Gratis", ["1 hari kerja"]),
        ("Lurah", "Rp5.000", ["2 hari kerja"]),
    ]
