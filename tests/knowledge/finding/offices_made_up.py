"""Three made-up services whose texts set conditions, limits and amounts in their sentences."""

from __future__ import annotations

from knowledge.finding import Finder, Reply, ReplyKind
from knowledge.model import Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

HALL = a_standard(
    "Peminjaman Gedung Kesenian",
    says={
        Facet.REQUIREMENTS: (
            "Surat permohonan yang diajukan paling lambat 10 (sepuluh) hari kerja sebelum acara",
            "Proposal sebanyak 3 (tiga) rangkap",
            "Pasfoto penanggung jawab ukuran 4x6 sebanyak 2 (dua) lembar",
            "Surat jaminan dari 2 (dua) orang warga kota",
            "Surat rekomendasi rektor bagi penyewa dari perguruan tinggi",
        ),
        Facet.COST: (
            "Sewa gedung: Rp2.000.000 per hari",
            "Uang sewa dapat diangsur 2 (dua) kali",
            "Penyewa memilih paling banyak l (satu) paket lampu dan 3 (tiga) warna",
        ),
        Facet.PLACE: "Kantor Unit Gedung Kesenian, Jalan Seruling Nomor 3",
        Facet.SERVICE_HOURS: (
            "Senin sampai Jumat: 08.00-15.00",
            "Loket Gerak, halaman Taman Kota: Sabtu 07.00-10.00, hanya pendaftaran",
        ),
        Facet.TOTAL_TIME: (
            "Pemohon perorangan: 2 (dua) hari kerja",
            "Pemohon yang memerlukan pemeriksaan panggung: 6 (enam) hari kerja",
        ),
        Facet.OUTPUT: "Surat izin pakai. Pertunjukan musik dibatasi sampai pukul 22.00.",
        Facet.COMPLAINT: (
            "Pengaduan diterima oleh Kepala Seksi Layanan.",
            "Pengaduan mengenai kerusakan alat musik ditangani oleh Kepala Seksi Perawatan.",
            "Pengaduan yang tidak terselesaikan di unit diteruskan kepada Kepala Dinas.",
            "Kepala Dinas menugaskan Auditor untuk menelaah pengaduan; hasil telaah disampaikan "
            "kepada pelapor paling lama 12 (dua belas) hari kerja.",
        ),
        Facet.GUARANTEE: (
            "Seluruh pemain wajib hadir pada gladi bersih.",
            "Penyewa yang belum menyampaikan laporan acara dilarang meminjam lagi.",
        ),
        Facet.FACILITIES: "Ruang ganti, ruang bermain anak, dan parkir sepeda",
    },
    steps=[
        a_step("1", "Pemohon menyerahkan berkas kepada Petugas Loket", time="5 menit",
               actors=["Pemohon"]),
        a_step("2", "Petugas Panggung memeriksa panggung:",
               a_step("2.a", "apabila panggung layak, permohonan dilanjutkan"),
               a_step("2.b", "apabila panggung tidak layak, jadwal dipindahkan ke gedung lain"),
               time="1 hari", actors=["Petugas Panggung"]),
        a_step("3", "Kepala Unit menetapkan hasil seleksi acara", time="2 hari",
               actors=["Kepala Unit"]),
        a_step("4", "Sekretaris mengumumkan hasil seleksi acara", time="1 jam",
               actors=["Sekretaris"]),
        a_step("5", "Pemohon melunasi sewa paling lambat 3 (tiga) hari sebelum acara; yang tidak "
               "melunasi dianggap membatalkan", actors=["Pemohon"]),
    ],
    complaint=a_chain("Kepala Seksi Layanan"),
)  # fmt: skip
CATTLE = a_standard(
    "Kartu Kesehatan Ternak",
    says={
        Facet.REQUIREMENTS: (
            "Fotokopi KTP pemilik ternak",
            "Umur ternak paling rendah 6 (enam) bulan",
            "Surat keterangan kepala desa bagi peternak yang mengontrak kandang",
        ),
        Facet.COST: "Tidak dipungut biaya",
        Facet.PLACE: "Puskeswan Lembah, Jalan Padang Nomor 8",
        Facet.SERVICE_HOURS: "Senin sampai Kamis 08.00-14.00",
        Facet.OUTPUT: (
            "Kartu sehat. Pemegang kartu wajib memeriksakan ternak setiap 4 (empat) bulan. "
            "Kartu yang tidak diambil dalam waktu 2 (dua) bulan dimusnahkan.",
            "Anting telinga diserahkan paling lambat 9 (sembilan) hari kerja setelah pemeriksaan",
        ),
        Facet.COMPLAINT: "Pengaduan diterima oleh Kepala Puskeswan.",
        Facet.GUARANTEE: "Keterlambatan penerbitan diberi kompensasi satu botol vitamin.",
    },
    steps=[
        a_step("1", "Paramedik memeriksa ternak", time="30 menit", actors=["Paramedik"]),
        a_step("2", "Dokter Hewan menandatangani kartu", time="10 menit", actors=["Dokter Hewan"]),
    ],
    complaint=a_chain("Kepala Puskeswan"),
)
STALL = a_standard(
    "Penempatan Lapak Pasar",
    says={
        Facet.REQUIREMENTS: ("Fotokopi KTP pedagang", "Fotokopi NPWP", "Pasfoto 3x4"),
        Facet.COST: ("Retribusi Rp5.000 per hari", "Listrik kios ikan: Rp9.000 per hari"),
        Facet.SERVICE_HOURS: "Setiap hari 06.00-11.00",
    },
    steps=[a_step("1", "Petugas Pasar mengundi lapak", time="1 jam", actors=["Petugas Pasar"])],
)


def three_offices() -> Finder:
    """Return a finder over the three."""
    return Finder([HALL, CATTLE, STALL])


def asked(finder: Finder, *texts: str) -> Reply:
    """Return the reply to the last of the messages of one conversation."""
    reply = Reply(ReplyKind.UNKNOWN, "")
    for text in texts:
        reply = finder.ask(text, reply.topic)
    return reply


def said(reply: Reply) -> str:
    """Return everything that a reply says."""
    return str(reply.values)
