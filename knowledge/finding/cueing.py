"""Which cues of a question hold: what only looks like one, or is said of another, is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.finding.aspects import ASKED, FACETS, Hit
from knowledge.finding.pairs import pair
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import Word

WEEKDAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"})
_CHANGED = frozenset(
    "salah keliru beda berbeda ganti pindah ubah berubah perubahan pergantian penggantian".split()
)
_UNITS = frozenset({"menit", "jam", "hari", "minggu", "bulan"})
_CLAIM = re.compile(
    r"\b\d+(?:,\d+)?\s*(?:menit|jam|hari|minggu|bulan)\b|\bse(?:menit|jam|hari(?:an)?|minggu|bulan)\b"
)
_ONE_OF = frozenset({"sejam", "sehari", "seharian", "seminggu", "sebulan", "semenit"})
_CLAIMED = 7.5  # score of a time that is claimed instead of asked
_ASKS_ELSE = frozenset({"apa", "siapa", "bagaimana", "mana", "dimana"})
_GOES_ON = frozenset({"kalau", "bagi", "untuk", "yang", "buat"})  # begin "kalau pasien lama?"
_STAFF_WORDS = frozenset({"petugas", "petugasnya"})
_LISTED = frozenset({"pelaksana", "pelaksananya"})  # these are a part of a standard themselves
_USES = frozenset({"menggunakan", "gunakan", "pakai"})  # who uses a thing asks not what it is for
_PAPERS = frozenset({"surat", "dokumen", "berkas", "naskah", "arsip", "sampul", "amplop"})
_FOR_WHOM = frozenset({"untuk", "buat", "bagi", "dari", "per", "tiap"})
_ASKS_FOR_THEM = frozenset("siapa siapakah mana sebutkan daftar jumlah berapa saja".split())


def cues(words: Sequence[Word], flat: str, shelf: Shelf) -> dict[str, Hit]:
    """Return all cues; a claimed time ("10 hari, betul?") asks for the time."""
    hits = shelf.cues.find(words)
    asked = {word.text for word in words} & {"berapa", "jadwal", "buka"}
    if "duration" in hits and _is_of_age(hits["duration"], words, shelf):
        del hits["duration"]
    hits = {a: hit for a, hit in hits.items() if not _only_looks_so(hit, hits, words)}
    timed = hits.keys() & {"duration", "duration_total"} or asked
    if not timed and _CLAIM.search(flat):
        claimed = (i for i, word in enumerate(words) if _is_of_claim(word.text))
        hits["duration"] = Hit("duration", _CLAIMED, frozenset(claimed))
    return hits


def _only_looks_so(hit: Hit, hits: Mapping[str, Hit], words: Sequence[Word]) -> bool:
    """Say whether a cue asks for nothing where these words stand."""
    promised = "guarantee" in hits
    looks = False
    match hit.aspect:
        case "service_hours":
            looks = _is_of_time(hit, words) or (promised and _is_of_plan(hit, words))
        case "definitions":
            looks = _asks_for_doer(hit, words)
        case "place":
            looks = _is_of_wrong_address(hit, words) or _is_of_channel(hits, words)
        case "person_name":
            looks = _is_of_signature(hit, words)
        case "outcome" | "purpose":
            looks = all(words[p].text in _USES for p in hit.positions)
        case "safety" | "staff_count":
            looks = _is_of_secret_paper(hit, words) or _is_of_each(hit, words)
        case "warning":
            looks = promised or _is_of_limit(hit, words)
    return looks


def _is_of_secret_paper(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "surat rahasia" only tells a kind of paper, and asks for no secrecy."""
    at = (p for p in hit.positions if p and words[p].text == "rahasia")
    return len(hit.positions) == 1 and any(words[p - 1].text in _PAPERS for p in at)


def _is_of_each(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "berapa untuk pegawai" asks for what they pay, and not how many they are."""
    within = range(min(hit.positions), max(hit.positions))
    return any(words[p].text in _FOR_WHOM for p in within)


def _is_of_age(hit: Hit, words: Sequence[Word], shelf: Shelf) -> bool:
    """Say whether "lama" tells that a thing is old, as some text says it ("pasien lama")."""
    here = min(hit.positions)
    old = len(hit.positions) == 1 and words[here].text == "lama" and here > 0
    goes_on = words[0].text in _GOES_ON and here == len(words) - 1
    asks = goes_on or not _ASKS_ELSE.isdisjoint(word.text for word in words)
    return old and asks and shelf.index.knows(pair(words[here - 1].stem, "lama"))


def _is_of_time(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "berapa hari kerja" only asks how long, and nothing else asks for hours."""
    texts = [word.text for word in words]
    spans = (p for p in range(len(texts) - 2) if texts[p : p + 3] == ["berapa", "hari", "kerja"])
    at = next(spans, None)
    if at is None:
        return False
    rest = {texts[p] for p in hit.positions if not at <= p < at + 3}
    return all(text.startswith("ter") for text in rest)  # "arsip tertutup" is not shut now


def _asks_for_doer(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "itu siapa" asks who does a thing ("yang menyetujui peminjaman itu siapa?")."""
    return words[0].text == "yang" and {words[p].text for p in hit.positions} <= {"itu", "siapa"}


def _is_of_channel(hits: Mapping[str, Hit], words: Sequence[Word]) -> bool:
    """Say whether "lewat mana" asks how to complain, and for no place."""
    texts = [word.text for word in words]
    return "complaint" in hits and ("lewat", "mana") in zip(texts, texts[1:], strict=False)


def _is_of_plan(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "jadwal" is but what was missed ("telat dari jadwal, ada jaminan apa?")."""
    return {words[p].text for p in hit.positions} <= {"jadwal", "jadwalnya"}


def _is_of_wrong_address(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether an address is but what is wrong ("salah alamat"), so that no place is asked."""
    return all(
        words[p].stem == "alamat" and not _CHANGED.isdisjoint(w.text for w in words[p - 1 : p + 2])
        for p in hit.positions
        if p
    ) and bool(min(hit.positions))


def _is_of_signature(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "atas nama camat" tells for whom somebody signs, and no name is asked."""
    names = (p for p in hit.positions if words[p].stem == "nama")
    return all(p and words[p - 1].text == "atas" for p in names) and bool(hit.positions)


def _is_of_limit(hit: Hit, words: Sequence[Word]) -> bool:
    """Say whether "lambat" only sets a limit ("paling lambat kapan"), and nobody is late."""
    return all(
        p and words[p].stem == "lambat" and words[p - 1].text == "paling" for p in hit.positions
    )


def _is_of_claim(word: str) -> bool:
    return word.isdigit() or word in _UNITS or word in _ONE_OF


def of_law(hits: dict[str, Hit], words: Sequence[Word]) -> dict[str, Hit]:
    """Return the cues without what the legal basis is asked of ("dasar hukum tarif")."""
    law = hits.get("legal_basis")
    if law is None or len(law.positions) < 2 or any(word.text == "dan" for word in words):
        return hits
    end = max(law.positions)
    return {a: h for a, h in hits.items() if _is_beside_law(a, h, end)}


def _is_beside_law(aspect: str, hit: Hit, end: int) -> bool:
    return aspect == "legal_basis" or aspect not in FACETS or min(hit.positions) < end


def with_subject(hits: dict[str, Hit], words: Sequence[Word]) -> dict[str, Hit]:
    """Return the cues where "petugas" only is who something is said of: no cue of its own.

    It then goes with what is surest asked of it ("petugas harus lulusan apa?").
    """
    subject = hits.get("implementers")
    whom = {words[p].text for p in subject.positions} if subject else set[str]()
    if subject is None or not whom <= _STAFF_WORDS | _LISTED:
        return hits
    if not _ASKS_FOR_THEM.isdisjoint(word.text for word in words):
        return hits
    others = {aspect: hit for aspect, hit in hits.items() if aspect != "implementers"}
    asked = [hit for aspect, hit in others.items() if aspect in ASKED]
    if not _LISTED.isdisjoint(whom) and "competence" not in others:
        return hits
    if not asked:
        return others
    surest = max(asked, key=lambda hit: hit.score)
    return others | {surest.aspect: replace(surest, positions=surest.positions | subject.positions)}


def cue_words(said: Sequence[Word], hit: Hit) -> list[Word]:
    """Return the words of a cue, without "petugas" where that is only whom it is asked of."""
    words = [said[p] for p in sorted(hit.positions)]
    return [word for word in words if word.text not in _STAFF_WORDS] or words
