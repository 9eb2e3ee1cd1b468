"""How headings ask for a component, and the words that tell one in a heading of an office's own."""

from __future__ import annotations

from knowledge.model import Facet

#: Questions that head a section: what they ask with, and what they ask for.
QUESTIONS: tuple[tuple[str, Facet], ...] = (
    (
        r"(?:adu|aduan|keluhan|komplain|komplen|mengeluh|melapor\w*|protes|kritik|kecewa|dirugikan|saran"
        r"|masukan|sanggah\w*|keberatan)\b|(?:tidak|kurang|belum)\s+puas",
        Facet.COMPLAINT,
    ),
    (r"[tn]anggung\s*-?\s*jawab", Facet.RESPONSIBLE),
    (r"^siapa\b.*\b(?:mengawasi|pengawas\w*)", Facet.SUPERVISION),
    (
        r"^siapa\b.*\b(?:petugas|pelaksana|melayani|mengerjakan|memproses|mengurus)",
        Facet.IMPLEMENTERS,
    ),
    (r"\bdilayani\s+siapa|\bpetugasnya\s+siapa", Facet.IMPLEMENTERS),
    (r"^siapa\b.*\b(?:dapat|bisa|boleh|berhak|pengguna|penerima)", Facet.USERS),
    (r"\b(?:untuk|buat|bagi)\s+siapa\b", Facet.USERS),
    (r"dasar\s+hukum|\bdasarnya\b|aturan|\bhukumnya\b", Facet.LEGAL_BASIS),
    (
        r"syarat|(?:dokumen|berkas|dibawa|membawa|disiapkan|menyiapkan|dilampirkan)\b"
        r"|\b(?:bawa|siapkan|perlu|butuh|lampirkan)\s+apa\b|^apa\b.*\b(?:diperlukan|dibutuhkan|dilengkapi)",
        Facet.REQUIREMENTS,
    ),
    (
        r"^(?:berapa|ada\s+berapa)\b.*\b(?:petugas|pelaksana|pegawai|orang\b.*\bmelayani)",
        Facet.STAFF_COUNT,
    ),
    (r"keahlian|kemampuan|kompetensi|keterampilan", Facet.COMPETENCE),
    (r"biaya|tarif|bayar|ongkos|harga|gratis", Facet.COST),
    (
        r"^kapan\b.*\b(?:paling\s+lambat|mengajukan|diajukan|mendaftar|daftar|batas"
        r"|ditolak|menolak|dibatalkan|batal|gugur|hangus)",
        Facet.OTHER,
    ),
    (
        r"^(?:berapa|seberapa)\b(?!.*\b(?:berlaku|pinjam)\w*).*\b(?:lama|waktu)"
        r"|^kapan\b.*\b(?:selesai|jadi|keluar|terbit|hasil)|\blamanya\s+berapa"
        r"|^berapa\s+(?:hari|lama)\b(?!.*\b(?:berlaku|pinjam)\w*).*\b(?:jadi|selesai|terbit|prosesnya)",
        Facet.TOTAL_TIME,
    ),
    (r"^bagaimana\b.*\b(?:diawasi|pengawasan|mengawasi)", Facet.SUPERVISION),
    (r"^(?:bagaimana|siapa)\b.*\b(?:dinilai|menilai|evaluasi)", Facet.EVALUATION),
    (
        r"^(?:kapan|jam\s+berapa|pukul\s+berapa|hari\s+apa)\b|\b(?:jam|pukul)\s+berapa",
        Facet.SERVICE_HOURS,
    ),
    (
        r"^(?:di|ke)\s?mana\b|\b(?:datang|tempatnya|alamatnya|urus\w*|lokasinya)\s+(?:di|ke)\s?mana",
        Facet.PLACE,
    ),
    (
        r"^apa\b.*\b(?:hasil|produk|didapat|diperoleh|diterima|keluaran)"
        r"|\b(?:dapat|hasilnya|menerima|memperoleh)\s+apa\b",
        Facet.OUTPUT,
    ),
    (r"\baman\b|keamanan|keselamatan|kerahasiaan", Facet.SAFETY),
    (r"jaminan|dijamin|janji", Facet.GUARANTEE),
    (r"fasilitas|sarana", Facet.FACILITIES),
    (r"^apa\s+(?:itu|yang\s+dimaksud)\b|^(?:pe)?layanan\s+(?:ini\s+)?apa\b", Facet.DEFINITIONS),
    (
        r"^(?:bagaimana|gimana)\b|\b(?:caranya|alurnya|urutannya|langkahnya|prosesnya|tahapannya)\b",
        Facet.PROCEDURE,
    ),
)

#: Single words that name a section when the whole heading is worded in another way.
KEYWORDS: tuple[tuple[str, Facet], ...] = (
    ("pengaduan", Facet.COMPLAINT),
    ("keluhan", Facet.COMPLAINT),
    ("aduan", Facet.COMPLAINT),
    ("komplain", Facet.COMPLAINT),
    ("keselamatan", Facet.SAFETY),
    ("keamanan", Facet.SAFETY),
    ("pengawasan", Facet.SUPERVISION),
    ("persyaratan", Facet.REQUIREMENTS),
    ("kompetensi", Facet.COMPETENCE),
    ("kerangka prosedur", Facet.FRAMEWORK),
    ("bagan", Facet.FRAMEWORK),
    ("jangka waktu", Facet.TOTAL_TIME),
    ("prosedur", Facet.PROCEDURE),
    ("mekanisme", Facet.PROCEDURE),
    ("tata cara", Facet.PROCEDURE),
    ("alur", Facet.PROCEDURE),
    ("jadwal", Facet.SERVICE_HOURS),
    ("prasarana", Facet.FACILITIES),
    ("sarana", Facet.FACILITIES),
    ("fasilitas", Facet.FACILITIES),
    ("biaya", Facet.COST),
    ("tarif", Facet.COST),
    ("retribusi", Facet.COST),
    ("pnbp", Facet.COST),
    ("evaluasi", Facet.EVALUATION),
    ("jaminan", Facet.GUARANTEE),
    ("tempat", Facet.PLACE),
    ("lokasi", Facet.PLACE),
    ("alamat", Facet.PLACE),
    ("hukum", Facet.LEGAL_BASIS),
    ("latar belakang", Facet.BACKGROUND),
    ("pendahuluan", Facet.BACKGROUND),
    ("tujuan", Facet.PURPOSE),
    ("lingkup", Facet.SCOPE),
    ("peringatan", Facet.WARNING),
    ("produk", Facet.OUTPUT),
    (r"jam (?:pendaftaran|loket|kerja)", Facet.SERVICE_HOURS),
    (r"^lama pe\w+$", Facet.TOTAL_TIME),
    (r"syarat (?!khusus|tambahan|lain)\w+", Facet.REQUIREMENTS),
    (r"^(?:berkas|dokumen|kelengkapan)(?: permohonan)?$", Facet.REQUIREMENTS),
    (r"^(?:petugas|personel)(?: layanan| pelayanan)?$", Facet.IMPLEMENTERS),
    (r"^(?:siapa )?yang (?:dapat |bisa |boleh |berhak )?(?:di|ter)?layani$", Facet.USERS),
    (r"^penilaian(?: kinerja\w*| petugas| pelaksana| layanan| pelayanan)?$", Facet.EVALUATION),
)
