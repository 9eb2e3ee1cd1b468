"""What happened, told in everyday words, goes to whoever has complaints of that kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.model import ComplaintCase, ComplaintChain, Facet, Source
from knowledge.routing.kinds import Kind
from knowledge.routing.router import Router
from tests.knowledge.builders import a_standard

_KINDS = {
    "Dugaan kebocoran data pasien": "Komite Etik",
    "kebenaran hasil pemeriksaan": "Manajer Mutu",
    "kecurangan timbangan pedagang": "Pengamat Tera",
    "perilaku pengemudi": "Kepala Seksi Angkutan",
    "suap atau gratifikasi": "Inspektorat",
    "sarana dan fasilitas": "Kepala Subbagian Umum",
}
_ALL = "Kepala Bagian Pelanggan"


@pytest.fixture(scope="module")
def router() -> Router:
    cases = tuple(
        ComplaintCase(about, (name,), Source(f"H.{number}", None))
        for number, (about, name) in enumerate(_KINDS.items(), 2)
    )
    chain = ComplaintChain(
        "Petugas Loket", None, (_ALL,), (), handled_source=Source("H.1", None), cases=cases
    )
    said = (f"{about} ditangani oleh {name}" for about, name in _KINDS.items())
    says = {Facet.COMPLAINT: ("Pengaduan diterima oleh Petugas Loket", *said)}
    return Router([replace(a_standard("Pelayanan Terpadu", says=says), complaint=chain)])


@pytest.mark.parametrize(
    ("text", "handler"),
    [
        ("rekam medis ayah saya disebar di grup wa, saya keberatan", "Komite Etik"),
        ("ada yang masuk ke akun saya dan mengganti sandi, tolong diusut", "Komite Etik"),
        ("hasil tes kolesterol saya beda jauh sama klinik sebelah", "Manajer Mutu"),
        ("saya ragu dengan hasilnya, minta diperiksa ulang", "Manajer Mutu"),
        ("timbangan penjual ayam itu diganjal, sekilo cuma 8 ons", "Pengamat Tera"),
        ("sopirnya ngebut dan ngerokok di dalam mobil", "Kepala Seksi Angkutan"),
        ("petugas nawarin hasilnya dibuat bagus asal saya kasih amplop", "Inspektorat"),
        ("sudah sebulan hasil pemeriksaan belum keluar, kecewa", _ALL),
        ("saran saya jam buka diperpanjang sampai sore", _ALL),
    ],
)
def test_what_happened_goes_to_its_own_handler(text: str, handler: str, router: Router) -> None:
    assert router.route(text, kind=Kind.KELUHAN).handled_by == handler


@pytest.mark.parametrize(
    "text",
    [
        "ada yang masuk ke akun saya dan mengganti sandi, tolong dicek",
        "timbangan penjual ayam itu diganjal, sekilo cuma 8 ons",
    ],
)
def test_a_complaint_of_a_grave_kind_reports_a_wrong(text: str, router: Router) -> None:
    assert router.route(text).kind is Kind.PENGADUAN
    assert router.route(f"saya mau menyampaikan keluhan: {text}").kind is Kind.KELUHAN


def test_a_thing_that_is_only_wished_for_tells_the_kind_of_a_suggestion(router: Router) -> None:
    text = "usul, bangku di ruang tunggu ditambah dong"
    assert router.route(text).handled_by == "Kepala Subbagian Umum"
    assert router.route("bangku tamu salah urutan", kind=Kind.KELUHAN).handled_by == _ALL


def _of(kinds: dict[str, str]) -> Router:
    """Return the router of a service whose complaints of some kinds have handlers of their own."""
    cases = tuple(ComplaintCase(a, (n,), Source("H.2", None)) for a, n in kinds.items())
    chain = ComplaintChain(
        "Petugas Loket", None, (_ALL,), (), handled_source=Source("H.1", None), cases=cases
    )
    says = {Facet.COMPLAINT: ("Pengaduan diterima oleh Petugas Loket", *kinds)}
    return Router([replace(a_standard("Pelayanan Terpadu", says=says), complaint=chain)])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pelanggaran kode etik pegawai", "pemeriksa minta uang 2 juta supaya berkas kami lolos"),
        ("pelanggaran kode etik pegawai", "data perusahaan kami bocor, diduga oleh pegawai"),
        ("perbuatan tercela", "petugasnya melecehkan saya waktu minta tanda tangan"),
        ("kerusakan koleksi", "guci di lemari pajangan retak, sepertinya disenggol"),
        ("kebisingan", "musik di lapangan kencang sekali sampai malam, anak saya menangis"),
        ("tindakan medis", "saya rasa dokternya salah, gigi saya malah bengkak, kecewa"),
        ("keterlambatan pelayanan", "permohonan saya tidak dijawab juga, kecewa"),
        ("Kebersihan dan kerusakan sarana",
         "toilet di lantai dua waktu saya nunggu surat keterangan kotor sekali"),
        ("proses permohonan", "sudah ngajuin mobil dari selasa sampai sekarang tidak ada jawaban"),
        ("kesalahan isi surat", "di surat itu ditulis perempuan padahal saya laki-laki, kecewa"),
        ("ruangan, jamuan, dan kendaraan", "mobil jemputan AC-nya mati, kecewa"),
        ("kerusakan alat atau uang jaminan", "uang jaminan saya belum dikembalikan juga"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_what_it_means(kind: str, text: str) -> None:
    assert _of({kind: "Kepala Bidang Lain"}).route(text).handled_by == "Kepala Bidang Lain"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pelanggaran kode etik hakim", "petugas pendaftaran minta uang 50 ribu"),
        ("kerusakan koleksi", "ruang tunggunya panas dan toiletnya bau, kecewa"),
        ("kerusakan alat atau uang jaminan", "ruangannya kotor dan panas, kecewa"),
        ("kondisi kendaraan", "sudah minta mobil dari selasa tidak ada jawaban, kecewa"),
    ],
)
def test_a_kind_is_not_told_by_what_is_only_like_it(kind: str, text: str) -> None:
    assert _of({kind: "Kepala Bidang Lain"}).route(text).handled_by == _ALL


def test_a_slip_in_a_result_is_no_doubt_about_it() -> None:
    router = _of({"hasil uji diragukan": "Manajer Mutu", "salah ketik": "Penyelia"})
    assert router.route("nama kami di hasil uji air salah ketik, kecewa").handled_by == "Penyelia"


@pytest.mark.parametrize(
    "text",
    [
        "data penyakit ibu saya kok bisa dibaca pegawai lain, kecewa",
        "kasirnya narik 150rb, di papan tarif 120rb, kuitansinya tidak dikasih",
        "petugas nawarin jalur cepat asal bayar uang 1 juta, kecewa",
    ],
)
def test_a_wrong_is_reported_although_it_has_no_handler_of_its_own(text: str) -> None:
    router = _of({"sikap petugas": "Kepala Bidang Lain"})
    assert router.route(text).kind is Kind.PENGADUAN
    assert router.route(f"keluhan: {text}").kind is Kind.KELUHAN


def test_what_one_cannot_see_did_not_leak() -> None:
    text = "data saya di aplikasi tidak bisa dilihat, kecewa"
    assert _of({"sikap petugas": "Kepala Bidang Lain"}).route(text).kind is Kind.KELUHAN


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("gedung", "lampu tangga mati, gelap kalau malam"),
        ("kebersihan", "lantainya licin dan banyak sampah di ruang tunggu"),
        ("sarana", "atap balai bocor tiap hujan, kecewa"),
        ("data", "nama ibu saya salah satu huruf"),
        ("data kependudukan", "nik saya ketuker sama adik saya"),
        ("biaya", "kok mahal sekali, tidak sama dengan daftar tarif"),
        ("pegawai", "petugas loketnya jutek sekali"),
        ("petugas", "teknisi helpdesk minta dibayar buat benerin laptop, ini pungli"),
        ("pengemudi", "sopirnya main hp sambil nyetir"),
        ("kualitas air", "airnya keruh dan bau"),
        ("kebocoran pipa", "pipa depan rumah pecah sudah seminggu"),
        ("jadwal", "jam berangkat berubah ubah, saya telat terus"),
        ("dugaan pelanggaran", "petugas visitasi minta amplop"),
        ("kecurangan", "ada titipan orang dalam, tolong diusut"),
        ("keberatan atas nilai tanah", "saya keberatan atas nilai yang ditetapkan"),
    ],
)
def test_a_bare_name_of_a_kind_is_known_by_what_happened(about: str, text: str) -> None:
    assert _alone(about).route(text, kind=Kind.KELUHAN).handled_by == "Kepala Seksi Sendiri"


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("pengemudi", "petugas loketnya jutek sekali"),
        ("data", "atap balai bocor tiap hujan, kecewa"),
        ("kualitas air", "petugas loketnya jutek sekali"),
        ("keberatan atas nilai tanah", "saya keberatan, antre lama sekali"),
    ],
)
def test_another_thing_that_happened_is_left_to_who_has_all(about: str, text: str) -> None:
    assert _alone(about).route(text, kind=Kind.KELUHAN).handled_by == _ALL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ada bidan praktik tanpa izin, mohon diperiksa", Kind.PENGADUAN),
        ("kadus bikin surat buat saudaranya padahal mampu", Kind.PENGADUAN),
        ("atap ruang pelayanan terpadu bocor", Kind.KELUHAN),
        ("mobil pelayanan terpadu mogok, mau ajukan servis", None),
        ("siapa yang saya hubungi kalau atap ruang pelayanan terpadu bocor?", None),
    ],
)
def test_what_happened_tells_the_kind_where_nothing_else_does(
    text: str, kind: Kind | None, router: Router
) -> None:
    assert router.route(text).kind is kind


def _alone(about: str) -> Router:
    case = ComplaintCase(about, ("Kepala Seksi Sendiri",), Source("H.2", None))
    chain = ComplaintChain(
        "Petugas Loket", None, (_ALL,), (), handled_source=Source("H.1", None), cases=(case,)
    )
    says = {Facet.COMPLAINT: ("Pengaduan diterima oleh Petugas Loket", f"Pengaduan {about}")}
    return Router([replace(a_standard("Layanan Terpadu", says=says), complaint=chain)])
