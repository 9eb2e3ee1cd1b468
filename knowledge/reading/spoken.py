"""Headings in an office's own words: "Yang perlu Anda siapkan", "Kalau Anda tidak puas".

They stand where others write "Persyaratan" and "Pengaduan". Data, and one look into it: to know a
new wording, add it to its component's pattern, which a heading must match as a whole.
"""

from __future__ import annotations

import re

from knowledge.model import Facet

_SPOKEN: tuple[tuple[str, Facet], ...] = (
    (
        r"(?:tidak|kurang|belum)\s+(?:puas|sreg|cocok|berkenan)(?:\W+\w+){0,3}|"
        r"(?:kalau|jika|bila|apabila|saat|ketika)\s+(?:(?:anda|saudara|ada\s+yang|merasa)\s+)*"
        r"(?:(?:tidak|kurang|belum)\s+puas|kecewa|dirugikan|mengeluh|ingin\s+mengadu)"
        r"|(?:(?:kalau|jika|bila|apabila)\s+)?(?:anda\s+)?(?:ingin|mau|hendak)\s+(?:mengadu|melapor|mengeluh|komplain"
        r"|protes|(?:memberi|kasih|menyampaikan)\s+(?:saran|masukan|kritik|keluhan))(?:\W+\w+){0,5}"
        r"|(?:sampaikan|adukan|kirim(?:kan)?)\s+(?:keluhan|pengaduan|aduan|saran|masukan)(?:\s+\w+){0,3}"
        r"|suara\s+(?:anda|pelanggan|pengguna)|punya\s+(?:keluhan|saran)(?:\s+\w+){0,2}",
        Facet.COMPLAINT,
    ),
    (
        r"(?:apa(?:\s+saja)?\s+)?(?:yang|dokumen\s+yang|berkas\s+yang)\s+(?:(?:perlu|harus|wajib|mesti)\s+)?"
        r"(?:(?:anda|pemohon|saudara)\s+)?(?:(?:perlu|harus|wajib|mesti)\s+)?"
        r"(?:di)?(?:siapkan|bawa|lengkapi|penuhi|serahkan|lampirkan|perlukan|butuhkan)"
        r"|syarat(?:nya)?\s+yang\s+(?:(?:harus|perlu|wajib)\s+)?di\w+|(?:bawa|siapkan)\s+apa(?:\s+saja)?"
        r"|(?:siapkan|bawa(?:lah)?|lengkapi)(?:\s+(?:dahulu|dulu|ini|berkas|dokumen|berikut|sebelum|datang)){0,4}"
        r"|kelengkapan(?:\s+(?:berkas|dokumen|administrasi|permohonan)){0,2}|(?:berkas|dokumen)\s+(?:permohonan|persyaratan)"
        r"|sebelum\s+(?:anda\s+)?(?:datang|mengajukan|mendaftar)",
        Facet.REQUIREMENTS,
    ),
    (
        r"(?:perjalanan|jalannya|tahap(?:an)?|langkah|proses)\s+(?:(?:sampel|berkas|permohonan|surat|dokumen|layanan"
        r"|pengurusan|pendaftaran|pengajuan|peminjaman|pelaksanaan)\s+)?(?:anda|kami)"
        r"|(?:begini|begitu|inilah|ikuti)\s+(?:cara|langkah|alur|proses)\w*(?:\s+(?:berikut|ini|mudah))?"
        r"|(?:alur|cara|langkah|proses)nya\s+(?:begini|mudah|berikut)|langkah(?:nya)?|langkah\s+demi\s+langkah|bagaimana\s+(?:caranya|prosesnya|alurnya|kami\s+(?:bekerja|melayani)(?:\s+anda)?)",
        Facet.PROCEDURE,
    ),
    (
        r"(?:kapan|berapa\s+hari|berapa\s+lama)\s+(?:\w+\s+){0,3}(?:selesai|jadi|keluar|terbit|diterbitkan|didapat|rampung|prosesnya)(?:nya)?"
        r"|(?:se)?berapa\s+(?:lama|cepat)(?:nya)?",
        Facet.TOTAL_TIME,
    ),
    (
        r"(?:ongkos|biaya|tarif|harga|bayar)nya|berapa\s+(?:(?:yang\s+)?(?:harus\s+)?(?:di)?bayar(?:nya)?|(?:biaya|tarif|ongkos|harga)(?:nya)?)(?:\s+(?:anda|layanan(?:nya)?|pelayanan)){0,2}"
        r"|(?:apa\s+)?yang\s+(?:harus|perlu)\s+(?:anda\s+)?(?:di)?bayar|(?:daftar|besaran|tabel)\s+(?:tarif|harga|biaya)(?:\s+\w+){0,3}",
        Facet.COST,
    ),
    (
        r"(?:hari\s+dan\s+)?jam\s+(?:loket|kantor|kerja|kami|melayani|pendaftaran)(?:\s+\w+)?|kapan\s+(?:kami\s+)?(?:buka|melayani)(?:\s+anda)?"
        r"|kami\s+(?:buka|melayani)(?:\s+(?:pada|setiap|hari))?|waktu\s+(?:buka|kunjungan|operasional)|loket\s+buka",
        Facet.SERVICE_HOURS,
    ),
    (
        r"(?:di|ke)\s?mana\s+(?:(?:kami|anda|loketnya|tempatnya|lokasinya|kantornya|alamatnya|mengurus\w*|datang|melayani)\s*){0,3}"
        r"|(?:alamat|lokasi|kantor|tempat|loket)\s+kami|temukan\s+kami|datang\s+ke\s+(?:sini|mana)",
        Facet.PLACE,
    ),
    (
        r"siapa\s+(?:yang\s+)?(?:mengerjakan|melayani|memproses|mengurus)(?:\s+(?:apa|anda|permohonan|layanan)){0,2}"
        r"|(?:petugas|tim)\s+kami|yang\s+melayani(?:\s+anda)?",
        Facet.IMPLEMENTERS,
    ),
    (
        r"(?:(?:pe)?layanan\s+ini\s+)?(?:untuk|bagi)\s+siapa(?:\s+(?:saja|(?:pe)?layanan\s+ini))?"
        r"|siapa\s+(?:saja\s+)?(?:yang\s+)?(?:bisa|boleh|dapat|berhak|(?:di|kami\s+)layani)(?:\s+\w+){0,3}"
        r"|siapa\s+(?:yang\s+)?kami\s+layani",
        Facet.USERS,
    ),
    (
        r"(?:janji|komitmen|ikrar)\s+(?:kami|layanan|pelayanan)|kalau\s+kami\s+(?:terlambat|lalai|ingkar)",
        Facet.GUARANTEE,
    ),
    (
        r"(?:keselamatan|keamanan|kerahasiaan)(?:\s+dan\s+\w+)?(?:\s+(?:data|anda|berkas))*",
        Facet.SAFETY,
    ),
    (
        r"(?:bagaimana|cara)\s+kami\s+diawasi(?:\s+dan\s+dinilai)?|siapa\s+(?:yang\s+)?mengawasi(?:\s+kami)?",
        Facet.SUPERVISION,
    ),
    (
        r"(?:bagaimana|cara)\s+(?:kami\s+dinilai|menilai\s+kami)|survei\s+kepuasan(?:\s+\w+){0,2}",
        Facet.EVALUATION,
    ),
    (
        r"(?:aturan|peraturan|ketentuan|hukum)\s+(?:yang\s+)?(?:kami\s+|men)?(?:di)?(?:pakai|pegang|gunakan|jadi(?:kan)?\s+dasar|dasari|rujuk|acu|berlaku)"
        r"|payung\s+hukum|kami\s+bekerja\s+berdasarkan|berdasarkan\s+aturan\s+apa",
        Facet.LEGAL_BASIS,
    ),
    (
        r"hasil(?:nya)?|(?:apa\s+)?(?:saja\s+)?yang\s+(?:akan\s+)?(?:anda|pemohon)\s+(?:dapat(?:kan)?|peroleh|terima|bawa\s+pulang)",
        Facet.OUTPUT,
    ),
    (r"(?:keahlian|kemampuan|latar\s+pendidikan)\s+(?:petugas|kami)(?:\s+kami)?", Facet.COMPETENCE),
    (
        r"(?:apa\s+(?:saja\s+)?)?yang\s+(?:tersedia|kami\s+sediakan)(?:\s+\w+){0,3}|kenyamanan\s+anda",
        Facet.FACILITIES,
    ),
)
_PATTERNS = [(re.compile(pattern, re.I), facet) for pattern, facet in _SPOKEN]


def spoken(text: str) -> Facet | None:
    """Return what a heading in everyday words names as a whole, or None."""
    return next((facet for pattern, facet in _PATTERNS if pattern.fullmatch(text)), None)
