"""The words right before a person that tell what part he plays in a complaint. Data only."""

from __future__ import annotations

HONORIFICS = frozenset({"bapak", "pak", "bu", "ibu", "si", "sang", "sdr", "saudara", "para", "mas",
                         "mbak", "seorang", "oknum", "salah", "satu", "yang", "nama", "the",
                         "sekaligus", "selaku", "terhormat"})  # fmt: skip
TOWARDS = frozenset(
    ("kepada", "ke", "pada", "yth", "di", "lewat", "melalui", "via", "untuk", "bagi", "bersama")
)
AGENT = frozenset({"oleh", "sama", "ama"})
TOPIC = frozenset({"terhadap", "tentang", "atas", "terkait", "perihal", "hal", "perkara", "soal"})
CHARGES = frozenset({"adu", "laporkan", "lapor", "keluh", "tuntut", "curiga", "duga"})
MANNERS = frozenset(
    ("laku", "perilaku", "sikap", "ulah", "tindak", "perbuatan", "buat", "arogansi", "tingkah",
     "cara", "arogan", "sombong", "kasar")
)  # fmt: skip
FAULT = frozenset({"salah", "gara", "akibat", "ulah", "kesalahan"})
NOT_HIS = frozenset(
    ("kata", "menurut", "ujar", "disposisi", "persetujuan", "tandatangan", "paraf", "surat",
     "undangan", "nomor", "telepon", "jawaban", "balasan", "jawab", "balas", "keterangan",
     "penjelasan", "ruang", "ruangan", "kantor", "meja", "depan", "hadapan", "rapat", "acara",
     "jadwal", "agenda", "lantai", "dekat", "samping", "rumah", "mobil", "saksi", "disaksikan",
     "memo", "memorandum", "nota", "tanda", "terima", "pengganti", "calon", "mantan", "jabatan",
     "posisi")
)  # fmt: skip
STAFF = frozenset(
    {"staf", "stafnya", "ajudan", "bawahan", "sopir", "asisten", "sekretaris", "anak", "tim",
     "orang", "pegawai", "petugas", "karyawan", "keluarga", "istri", "suami", "anakbuah", "buah"}
)  # fmt: skip
MEETING = frozenset({"temu", "hadap", "hubung", "tunggu", "cari", "bertemu", "telepon", "tanya"})
THANKS = frozenset({"terimakasih", "apresiasi", "salut", "puas", "bangga", "puji"})
GREETINGS = frozenset({"hormat", "salam", "yth", "halo", "selamat", "dear"})
FEELINGS = frozenset(
    {"kecewa", "kesal", "benci", "marah", "sebal", "muak", "jengkel", "keberatan", "puas", "protes"}
)
ADDRESSES = frozenset({"bapak", "pak", "bu", "ibu", "si", "saudara", "mas", "mbak"})
CLOSING = frozenset({"itu", "ini", "tersebut", "tadi", "adalah", "ialah", "yaitu", "yakni",
                      "ternyata", "rupanya"})  # fmt: skip
JOINING = frozenset(
    ("dan", "sama", "serta", "beserta", "maupun", "atau", "juga", "bersama", "dengan", "yang",
     "jadi", "menjadi", "sebagai", "selaku", "merangkap")
)  # fmt: skip
OF_UNIT = frozenset({"di", "dari", "pada", "bagian", "bawah"})
NEGATIONS = frozenset({"bukan", "tidak", "selain", "kecuali", "tanpa"})
ORDERS = frozenset(
    ("perintah", "suruh", "suruhan", "arahan", "arah", "instruksi", "izin", "seizin", "restu",
     "sepengetahuan", "pengetahuan", "mengatasnamakan", "atasnama", "utusan", "titipan")
)  # fmt: skip
OFFICE_OF = frozenset({"selaku", "sebagai", "adalah", "ini", "seorang"})
REQUESTS = frozenset({"tolong", "harap", "semoga", "minta", "mohon"})
HARDLY = frozenset({"susah", "sulit", "jarang"})
LONG = frozenset({"minggu", "bulan", "tahun"})
CONTRASTS = frozenset(
    {
        "tapi",
        "tetapi",
        "namun",
        "hanya",
        "sayang",
        "sayangnya",
        "padahal",
        "walau",
        "walaupun",
        "meski",
        "meskipun",
        "sedangkan",
        "cuman",
        "kecuali",
    }
)
AS_WRITTEN = TOPIC | NOT_HIS | HONORIFICS | ORDERS
BYSTANDING = STAFF | NOT_HIS | MEETING | CHARGES | GREETINGS
