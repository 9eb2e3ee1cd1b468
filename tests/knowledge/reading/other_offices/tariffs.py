"""A vehicle test with tariffs and hours for each weekday (Word), and a museum's page."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, html, table, word

VEHICLES = Office(
    "uji-kendaraan.docx",
    lambda: word(
        [
            "DINAS PERHUBUNGAN KABUPATEN CEMPAKA",
            "STANDAR PELAYANAN PENGUJIAN KENDARAAN BERMOTOR",
            "",
            "I. DASAR HUKUM",
            "1. Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan",
            "2. Peraturan Daerah Nomor 7 Tahun 2023 tentang Pajak dan Retribusi Daerah",
            "",
            "II. PERSYARATAN",
            "1. STNK asli",
            "2. Kartu uji lama",
            "3. Kendaraan dihadirkan",
            "",
            "III. PROSEDUR",
            "1. Pemilik kendaraan mendaftar di loket. (5 menit)",
            "2. Petugas pendaftaran memeriksa dokumen. (10 menit)",
            "3. Penguji melakukan uji emisi, rem, dan lampu. (30 menit)",
            "4. Kepala UPT mengesahkan hasil uji. (10 menit)",
            "5. Petugas menyerahkan kartu uji. (5 menit)",
            "",
            "IV. JANGKA WAKTU PENYELESAIAN",
            "60 menit",
            "",
            "V. BIAYA/TARIF",
            Grid(
                [
                    ["No", "Jenis Kendaraan", "Tarif Uji Berkala", "Denda per bulan"],
                    ["1", "Mobil penumpang umum", "Rp50.000", "Rp10.000"],
                    ["2", "Mobil bus", "Rp75.000", "Rp15.000"],
                    ["3", "Mobil barang", "Rp75.000", "Rp15.000"],
                ]
            ),
            "",
            "VI. WAKTU PELAYANAN",
            Grid(
                [
                    ["Hari", "Jam Pelayanan", "Istirahat"],
                    ["Senin - Kamis", "08.00 - 14.00", "12.00 - 13.00"],
                    ["Jumat", "08.00 - 11.00", "-"],
                    ["Sabtu", "08.00 - 12.00", "-"],
                ]
            ),
            "",
            "VII. TEMPAT PELAYANAN",
            "Gedung Uji KIR, Jalan Raya Cempaka Nomor 12",
            "",
            "VIII. PENGADUAN",
            Grid(
                [
                    ["Kanal", "Alamat"],
                    ["Telepon", "(0281) 555-0101"],
                    ["WhatsApp", "0811-5550-0102"],
                    ["Email", "kir@dishub.cempaka.example"],
                ]
            ),
            "Pengaduan diterima Kepala Subbagian Tata Usaha UPT dan ditangani oleh Kepala UPT.",
            "",
            "IX. PENANGGUNG JAWAB",
            "Kepala UPT Pengujian Kendaraan Bermotor",
        ]
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Pengujian Kendaraan Bermotor",
                "unit": "DINAS PERHUBUNGAN KABUPATEN CEMPAKA",
                "responsible": "Kepala UPT Pengujian Kendaraan Bermotor",
                "legal_basis": (
                    "Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan",
                    "Peraturan Daerah Nomor 7 Tahun 2023 tentang Pajak dan Retribusi Daerah",
                ),
                "requirements_user": ("STNK asli", "Kartu uji lama", "Kendaraan dihadirkan"),
                "cost": "Mobil penumpang umum: Tarif Uji Berkala Rp50.000, Denda per bulan Rp10.000; "
                "Mobil bus: Tarif Uji Berkala Rp75.000, Denda per bulan Rp15.000; "
                "Mobil barang: Tarif Uji Berkala Rp75.000, Denda per bulan Rp15.000",
                "service_hours": "Senin - Kamis: Jam Pelayanan 08.00 - 14.00, Istirahat 12.00 - 13.00; "
                "Jumat: Jam Pelayanan 08.00 - 11.00; Sabtu: Jam Pelayanan 08.00 - 12.00",
                "place": "Gedung Uji KIR, Jalan Raya Cempaka Nomor 12",
                "received_by": "Kepala Subbagian Tata Usaha UPT",
                "handled_by": ("Kepala UPT",),
                "channels": ("(0281) 555-0101", "0811-5550-0102", "kir@dishub.cempaka.example"),
            },
            (
                ("1", "Pemilik kendaraan mendaftar di loket", ("Pemilik kendaraan",), "5 menit"),
                (
                    "2", "Petugas pendaftaran memeriksa dokumen", ("Petugas pendaftaran",),
                    "10 menit",
                ),
                ("3", "Penguji melakukan uji emisi, rem, dan lampu", ("Penguji",), "30 menit"),
                ("4", "Kepala UPT mengesahkan hasil uji", ("Kepala UPT",), "10 menit"),
                ("5", "Petugas menyerahkan kartu uji", ("Petugas",), "5 menit"),
            ),
        ),
    ),
)  # fmt: skip

MUSEUM = Office(
    "museum.html",
    lambda: html(
        "<h1>Standar Pelayanan Kunjungan Rombongan</h1>"
        "<p><b>Unit Penyelenggara:</b> Museum Daerah Provinsi Seroja</p>"
        "<p><b>Penanggung Jawab:</b> Kepala Museum Daerah</p>"
        "<h2>Persyaratan</h2><ul><li>Surat pemberitahuan kunjungan</li>"
        "<li>Rombongan paling sedikit 20 orang</li></ul>"
        "<h2>Prosedur Pelayanan</h2><ol>"
        "<li>Pemohon mengirim surat pemberitahuan selambat-lambatnya 7 hari sebelum kunjungan.</li>"
        "<li>Pengadministrasi mencatat jadwal kunjungan <i>(1 jam)</i>.<ol type='a'>"
        "<li>Bila jadwal penuh, pemohon diminta memilih hari lain.</li></ol></li>"
        "<li>Kepala Seksi Edukasi menunjuk pemandu (1 hari kerja).</li>"
        "<li>Pemandu mendampingi rombongan (90 menit).</li></ol>"
        "<h2>Jam Buka</h2>"
        + table(
            [["Hari", "Jam"], ["Selasa s.d. Kamis", "08.00 - 15.30"], ["Jumat", "08.00 - 11.00"],
             ["Sabtu dan Minggu", "08.00 - 14.00"], ["Senin", "Tutup"]]
        )
        + "<h2>Tarif</h2>"
        + table([["Pengunjung", "Tarif"], ["Pelajar", "Rp2.000"], ["Umum", "Rp5.000"]])
        + "<h2>Lokasi</h2><p>Jalan Pahlawan 5, Kota Seroja</p>"
        "<h2>Pengaduan</h2><p>Sampaikan pengaduan kepada Kepala Subbagian Tata Usaha lewat telepon "
        "(031) 555-0188 atau kotak saran. Pengaduan ditindaklanjuti oleh Kepala Seksi Edukasi.</p>"
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Kunjungan Rombongan",
                "unit": "Museum Daerah Provinsi Seroja",
                "responsible": "Kepala Museum Daerah",
                "requirements_user": (
                    "Surat pemberitahuan kunjungan", "Rombongan paling sedikit 20 orang",
                ),
                "service_hours": "Selasa s.d. Kamis: 08.00 - 15.30; Jumat: 08.00 - 11.00; "
                "Sabtu dan Minggu: 08.00 - 14.00; Senin: Tutup",
                "cost": "Pelajar: Rp2.000; Umum: Rp5.000",
                "place": "Jalan Pahlawan 5, Kota Seroja",
                "received_by": "Kepala Subbagian Tata Usaha",
                "handled_by": ("Kepala Seksi Edukasi",),
                "channels": ("(031) 555-0188",),
            },
            (
                (
                    "1", "Pemohon mengirim surat pemberitahuan selambat-lambatnya 7 hari sebelum "
                    "kunjungan", ("Pemohon",), "H-7",
                ),
                ("2", "Pengadministrasi mencatat jadwal kunjungan", ("Pengadministrasi",), "1 jam"),
                ("2.a", "Bila jadwal penuh, pemohon diminta memilih hari lain", (), None),
                (
                    "3", "Kepala Seksi Edukasi menunjuk pemandu", ("Kepala Seksi Edukasi",),
                    "1 hari kerja",
                ),
                ("4", "Pemandu mendampingi rombongan", ("Pemandu",), "90 menit"),
            ),
        ),
    ),
)  # fmt: skip
