"""The words by which names, doers and lists are told apart. Data only, lower case.

To know a new post, role or unit, add its first word to `HEADS`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that begin the name of a post, a unit or a role.
HEADS = _words(
    """
    admin administrator advokat agen ajudan ajun analis anggota apoteker arsiparis asesor
    asisten atasan auditor babinsa badan bagian balai bendahara bhabinkamtibmas bidan bidang biro
    bpd bupati camat caraka carik
    customer dekan deputi deputy dinas direktorat direktur divisi dokter dosen evaluator
    fasilitator front gubernur guru hakim inspektorat inspektur instruktur jaksa juru jurusita
    ka. kabag kabid kabiro kader kadis kadus kanit kantor kaprodi kasat kasi kasie kasir kasiwas
    kasubag kasun keuchik kuwu linmas perangkat perbekel rt rt/rw rw
    kasubbag kasubbid kasubdit kaur kaurmin kementerian kepala kepaniteraan ketua komandan
    koordinator kurator kurir loket lurah mahasiswa manager manajer mediator menteri moderator
    murid narasumber notaris notulen notulis operator panitera panitia paramedik pasien pegawai
    pejabat pelaksana pelanggan pelapor pemandu pembina pemeriksa pemesan peminjam pemohon
    penanggung penanggungjawab penata pendaftar pendamping penelaah peneliti penerjemah
    pengacara pengadministrasi pengadu pengarah pengawas pengelola pengemudi pengguna pengolah
    penguji pengusul penilai penyelenggara penyelia penyewa penyuluh penyusun perancang perawat
    peserta petugas pihak pimpinan pokja ppk pptk pramubakti pramusaji pranata presiden
    protokoler psikolog pusat pustakawan regu rektor resepsionis santri satgas satpam satuan
    sekcam sekda sekdes sekretariat sekretaris seksi setmensesneg siswa staf staff sub subbag
    subbagian subbidang subdirektorat subdit subkoordinator subseksi supervisor surveior tamu
    teknisi tenaga tim unit upt validator verifikator wajib wakil wali walikota warga widyaiswara
    """
)

#: Heads of units, whose names may hold "dan" and commas.
UNITS = _words(
    """
    badan bagian balai bidang biro deputi deputy dinas direktorat divisi inspektorat kantor
    kementerian pusat sekretariat seksi sub subbag subbagian subbidang subdirektorat subdit
    subseksi
    """
)

#: Short heads of units, whose names hold "dan" too: "Kaur Umum dan Perencanaan".
UNIT_HEADS = UNITS | _words(
    """
    instalasi kabag kabid kabiro kasi kasie kasubag kasubbag kasubbid kaur koordinator manajer
    subkoordinator urusan
    """
)

#: Heads whose name goes on in small letters: "petugas loket", "pimpinan unit kerja".
ROLES = _words(
    """
    admin anggota atasan bendahara asesor customer dokter front kasir kepala ketua koordinator loket
    operator panitia pegawai pejabat pelaksana pelanggan pemandu pemohon penanggung penerjemah
    pengelola pengguna penguji penyelenggara peserta petugas pustakawan pihak pimpinan satuan
    sekretaris staf staff tenaga tim unit verifikator wajib
    """
)

#: Heads of persons in general; "pejabat dan pegawai" is one kind of person.
PERSONS = _words("pejabat pegawai staf staff petugas karyawan")

#: Attributes in small letters that belong to the name before them.
ATTRIBUTES = _words("terkait bersangkutan masing-masing setempat tersebut berwenang")

#: Officials who have an office of their own (TU Menteri, TU Sekretaris Kementerian).
OFFICERS = _words("menteri sekretaris staf deputi deputy direktur presiden wakil inspektur")

#: Papers that are written with a capital and end the name before them.
DOCUMENTS = _words(
    """
    surat memorandum keputusan laporan nota rancangan salinan dokumen undangan peraturan
    permensesneg kepmensesneg standar sop disposisi
    """
)

#: Words that may stand before a name without being part of it.
QUANTIFIERS = _words("para seluruh semua setiap masing-masing salah seorang")

#: What joins the names of a list.
JOINS = _words("/ , & dan atau serta beserta dan/atau bersama dengan didampingi")

#: What may stand between a subject and its verb.
ADVERBS = _words(
    """
    secara berjenjang bersama-sama juga dapat akan wajib harus terlebih dahulu kemudian langsung
    selanjutnya segera telah masing-masing bertugas
    """
)

#: Deeds in their root form, with which no name of a role goes on ("pemohon datang ke loket").
ROOT_VERBS = _words(
    """
    datang pergi kembali pulang hadir duduk tunggu ambil isi terima bawa minta buka tulis tiba
    tanya ajukan serahkan siapkan kirim catat periksa lapor mulai
    """
)

#: Nouns whose second half looks like a deed: "ruang tunggu", "daftar hadir".
BEFORE_ROOT_NOUNS = _words("ruang daftar surat buku meja lembar tanda serah jam")

#: Words that look like verbs and are none.
NO_VERBS = _words(
    """
    memorandum memo mekanisme menteri menit media medis meja mesin metode merek meterai melalui
    mengenai menurut mengingat menjelang menuju merupakan melainkan mereka berupa berdasarkan
    berkas berita bersama berikut berjenjang berkala bersih berat besar
    """
)

#: Deeds by which somebody only stands in for the one who does the step.
STANDS_IN = _words("digantikan diwakili diwakilkan")

#: Deeds of officials whose doer may follow without "oleh".
OFFICIAL_DEEDS = _words("ditandatangani diparaf disetujui dipimpin diperiksa disahkan")

#: Deeds done before the step that mentions them: "konsep yang disusun oleh staf".
EARLIER_DEEDS = _words(
    """
    disusun disiapkan dibuat diajukan disampaikan dikirim dikirimkan diusulkan diterbitkan
    dikeluarkan ditetapkan diserahkan diberikan dimohonkan didaftarkan diisi diminta dimiliki
    dipersyaratkan ditentukan ditunjuk dikelola diterima dibutuhkan diperlukan
    """
)
