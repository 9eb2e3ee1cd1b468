"""A licence of another office, read from its text, as a plan that was worked out by hand."""

from __future__ import annotations

from functools import cache

from bot.domain.plans.model import Plan
from knowledge.model import ServiceStandard
from knowledge.reading import read_text

from .planning import at, deadlines, planned, times

TEXT = """
PEMERINTAH KABUPATEN CONTOH
DINAS PERIZINAN
STANDAR PELAYANAN PENERBITAN IZIN TEMPAT USAHA

A. Dasar Hukum
1. Peraturan Daerah Nomor 3 Tahun 2019

B. Persyaratan
1. KTP
2. Surat permohonan

C. Sistem, Mekanisme, dan Prosedur
1. Pemohon mengajukan permohonan melalui salah satu cara berikut:
   a. datang langsung ke loket (10 menit)
   b. melalui situs (5 menit)
2. Petugas loket memeriksa kelengkapan berkas (15 menit/berkas).
3. Apabila berkas tidak lengkap, petugas mengembalikan berkas kepada pemohon (1 hari kerja).
4. Apabila berkas lengkap, petugas meneruskan berkas kepada Kepala Seksi (2 jam).
5. Tim teknis melakukan survei lapangan (maks. 3 x 24 jam).
6. Kepala Seksi menyusun berita acara (l hari kerja), dengan rincian:
   a. konsep berita acara (3 jam)
   b. penandatanganan oleh Tim
7. Kepala Bidang memeriksa dan memaraf, setiap hari 20 berkas (20 berkas/hari).
8. Kepala Dinas menandatangani izin (2 s.d. 4 hari).
9. Petugas mengundang pemohon paling lambat H-2.
10. Petugas menyerahkan izin kepada pemohon (paling lama 14 hari kalender).
11. Pemohon mengambil izin, paling lambat 1 bulan setelah pemberitahuan diterima.
12. Laporan disusun (setiap triwulan).

D. Jangka Waktu Penyelesaian
7 hari kerja

E. Biaya
Tidak dipungut biaya

F. Produk Pelayanan
Izin Tempat Usaha

G. Penanganan Pengaduan
Pengaduan disampaikan kepada Kepala Dinas.
"""
MONDAY = "2026-12-21 13:00"


@cache
def licence() -> ServiceStandard:
    (found,) = read_text(TEXT, "izin.txt")
    return found


def plan(**more: object) -> Plan:
    return planned(licence(), MONDAY, **more)  # type: ignore[arg-type]


def test_every_form_of_a_time_together() -> None:
    found = plan(counts={"berkas": 45}, events={"9": "2027-02-15"})
    assert times(found) == {
        "1": "12-21 13:10",
        "1.a": "12-21 13:10",
        "2": "12-23 08:25",  # 675 minutes: 170, 450 and 55
        "3": "12-28 16:00",  # after Christmas
        "5": "12-31 16:00",
        "6": "01-04 16:00",
        "6.a": "01-04 10:30",
        "7": "01-08 16:30",  # 3 days, not on the 5th
        "8": "01-14 16:00",
        "9": "02-12 15:30",  # two dates before is a Saturday; Ramadan
        "10": "02-26 15:30",
    }
    signing = found.step("8")
    assert signing is not None
    assert signing.warn_at == at("2027-01-12 16:00")


def test_what_the_text_leaves_open() -> None:
    open_ = [(need.kind.value, need.step, need.unit or need.event) for need in plan().needs]
    assert open_ == [
        ("choice", "1", None),
        ("count", "2", "berkas"),
        ("choice", "3", None),
        ("count", "7", "berkas"),
        ("event", "9", "Hari H"),
        ("event", "11", "pemberitahuan diterima"),
    ]
    assert deadlines(plan())["12"] is None, "how often is not how long"


def test_the_ways_that_are_chosen() -> None:
    found = times(plan(choices={"1": "situs", "4": "ya"}))
    assert found["1.b"] == "12-21 13:05"
    assert found["4"] == "12-21 15:20"
    assert "3" not in found
    assert found["5"] == "12-28 07:30", "72 hours later is Christmas Eve, a day off"
    assert found["6"] == "12-28 16:00", "which begins at the opening"
