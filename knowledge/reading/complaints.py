"""The complaint section: who receives, delegates and follows up, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.model import ComplaintCase, ComplaintChain, Delegation, Section, Source
from knowledge.reading.actors import name_list
from knowledge.reading.channels import read_channels
from knowledge.reading.complaint_cases import of_service, read_cases, read_next, said_of_all
from knowledge.reading.complaint_fields import read_fields
from knowledge.reading.complaint_sentences import sentences_of
from knowledge.reading.posts import Token, read_name, tokenize

Lines = list[tuple[str, Source]]

_HANDED = re.compile(
    r"\bdi(?:sampaikan|serahkan|tujukan|ajukan|alamatkan|teruskan|kirimkan|kirim|laporkan|terima"
    r"|tampung)\b",
    re.I,
)
_TO = re.compile(r"\b(?:kepada|pada|ke|oleh)\s+", re.I)
_TAKES = re.compile(
    r"\b(?:menerima|menampung|mencatat|meregistrasi|mengelola)\s+(?:dan\s+\w{6,20}\s+)?"
    r"(?P<each>(?:setiap|semua|seluruh)\s+)?(?:pengaduan|keluhan|masukan|aduan|saran)",
    re.I,
)
#: "Penerima pengaduan: Kasubbag Umum".
_RECEIVER = re.compile(
    r"\bpenerima\s+(?:pengaduan|keluhan|aduan|masukan|laporan)\s*(?::|adalah\b|ialah\b|yaitu\b)\s*",
    re.I,
)
#: "Pelapor menyampaikan pengaduan kepada ...", "Sampaikan pengaduan kepada ...": one who uses the
#: service, not an official.
_USER_SENDS = re.compile(
    r"\W*(?:(?:silakan\s+)?(?:sampaikan|kirim(?:kan)?|ajukan|adukan|laporkan)\b|(?:para\s+)?(?:pelapor|pengadu|pemohon|pengguna|penerima|masyarakat|warga|konsumen|pelanggan)"
    r"\b[^.;]{0,60}?\b(?:menyampaikan|mengajukan|mengirim(?:kan)?|menyerahkan|melaporkan|mengadukan)\b)",
    re.I,
)
#: What one goes to, and nobody who receives: "kepada X melalui loket".
_COUNTER = re.compile(
    r"(?:loket|meja|kasir|front|customer|kotak|pusat\s+(?:panggilan|kontak|layanan))\b", re.I
)
#: Those who complain, to whom the answer goes.
_COMPLAINS = re.compile(
    r"(?:para\s+)?(?:pelapor|pengadu|pemohon|pengguna|penerima|masyarakat|warga|konsumen|pelanggan|pasien"
    r"|peserta|yang\s+bersangkutan)\b",
    re.I,
)
_RECEIVED = re.compile(r"\bdi(?:terima|tampung)$", re.I)
#: The head of a unit whose name is not said.
_BARE = re.compile(
    r"(Kepala\s+(?:Seksi|Bidang|Bagian|Subbagian|Subbidang))"
    r"(?:\s+(?:yang\s+)?(?:bersangkutan|terkait|tersebut|masing-masing))?"
)
#: "Pejabat yang menangani pengaduan:" above those who are meant.
_VAGUE = re.compile(
    r"(?:pejabat|petugas|pihak|pegawai)(?:\s+(?:lain(?:nya)?|terkait|berwenang|yang\s+\w+))?", re.I
)
_NEAR = 120
_LONGEST_NAME = 300
_VIA = re.compile(r"\bmelalui\s+", re.I)
_DELEGATES = re.compile(
    r"(?P<may>\b(?:dapat|bisa)\s+)?\b(?:mendelegasikan|melimpahkan|menugaskan|mendisposisikan|meneruskan|"
    r"menugasi|memerintahkan|menunjuk|menguasakan)(?:nya)?\b",
    re.I,
)
_DELEGATED = re.compile(
    r"(?P<may>\b(?:dapat|bisa)\s+)?\b(?:didelegasikan|dilimpahkan|diteruskan|ditugaskan|didisposisikan)\b",
    re.I,
)
_FOLLOWS = re.compile(
    r"\b(?:menindaklanjuti(?:nya)?|menangani(?:nya)?|menyelesaikan(?:nya)?|memproses(?:nya)?|melakukan\s+tindak\s+lanjut|menanggapi"
    r"|(?:menelaah|menjawab)(?=\s+(?:dan\s+\w{6,20}\s+)?(?:setiap\s+)?(?:pengaduan|keluhan|aduan)))\b",
    re.I,
)
_FOLLOWED = re.compile(
    r"\b(?:ditindaklanjuti|ditangani|diselesaikan|diproses)\s+"
    r"(?:oleh\s+|(?-i:(?=(?:Kepala|Sekretaris|Koordinator|Camat|Lurah|Ketua|Inspektur|Wakil)\b)))",
    re.I,
)
_SENDER = re.compile(
    r"\b(?:pengaduan|keluhan|masukan|saran|aduan)\s+(?:dari|oleh)\s+(?P<who>[^,.;]{1,200}?)"
    r"(?=\s+(?:yang|terkait\s+dengan|berkaitan|mengenai|tentang|dapat|di\w+kan)\b|[,.;])",
    re.I,
)
_WITH = re.compile(
    r"\b(?:beserta|bersama(?:-sama)?(?:\s+dengan)?|dibantu(?:\s+oleh)?|didampingi(?:\s+oleh)?)\s+",
    re.I,
)


def read_complaint(section: Section, responsible: str | None, title: str = "") -> ComplaintChain:
    """Return the chain of a complaint section; a part that the text leaves out is None or empty.

    "Kepala Seksi" alone ("yang bersangkutan") is the head of section that is `responsible`.
    """
    everything = list(sentences_of(section))
    next_, next_source = read_next(everything) or (None, None)
    cases, fields, lines = _shared_out(section, everything)
    receiver, received_source = _receiver(lines)
    handled, together, handled_source = _handling(lines)
    delegation, delegate, deputies, delegation_source = _delegation(lines)
    deputies = [name for name in deputies if not (cases and _VAGUE.fullmatch(name))]
    if fields and all(map(_BARE.fullmatch, deputies)):  # "kepada Kepala Bagian sesuai bidangnya"
        handled = [] if all(map(_VAGUE.fullmatch, handled)) else handled
        delegation, delegate, deputies, delegation_source = _delegation(everything)
        deputies = deputies and fields
        if not (deputies or handled):
            handled, handled_source = fields, cases[-1].source
    if not (deputies or handled) and (of_all := _of_all(cases, title)):
        handled, handled_source = list(of_all.handled_by), of_all.source
        cases = tuple(case for case in cases if case is not of_all)
        if receiver is None:
            receiver, received_source = _receiver(_speaking_of(of_all, everything))
    elif whole := of_service(cases, title):
        cases = tuple(
            case for case in cases if case is not whole or whole.about not in title.casefold()
        )
    if delegation is None and cases:
        delegation, delegation_source = _shared_delegation(everything)
    handled_by = tuple(_in_full(name, responsible) for name in deputies or handled)
    return ComplaintChain(
        received_by=_in_full(receiver.post, responsible) if receiver else delegate,
        delegation=delegation,
        handled_by=handled_by,
        together_with=tuple(n for n in together if n not in handled_by),
        channels=read_channels(section),
        sender=_sender(lines),
        via=receiver.via if receiver else None,
        received_source=received_source or (delegation_source if delegate else None),
        delegation_source=delegation_source,
        handled_source=handled_source or (delegation_source if handled_by else None),
        addressed_to=receiver.addressed_to if receiver else None,
        cases=cases,
        next=next_,
        next_source=next_source,
    )


def _speaking_of(case: ComplaintCase, lines: Lines) -> Lines:
    """Return the lines that tell of a kind: they may say who receives it first."""
    return [line for line in lines if case.about in line[0]]


def _of_all(cases: Sequence[ComplaintCase], title: str) -> ComplaintCase | None:
    """Return the kind whose handler has all that is no other kind: the only one, or the service."""
    return cases[0] if len(cases) == 1 else of_service(cases, title)


def _shared_out(
    section: Section, everything: Lines
) -> tuple[tuple[ComplaintCase, ...], list[str], Lines]:
    """Return the kinds of complaints, who has a field of them, and what is said of all others.

    One kind is none where nobody else handles or, but for its own sentence, receives any.
    """
    fields = list(read_fields(section))
    cases = tuple(dict.fromkeys([*read_cases(everything), *fields]))
    lines = said_of_all(everything, cases)
    handled = _handling(lines)[0] or _delegation(lines)[2]
    if len(cases) == 1 and not (handled or (_receiver(lines)[0] and not fields)):
        return (), [], said_of_all(everything, ())
    names = list(dict.fromkeys(name for case in fields for name in case.handled_by))
    return cases, names if len(names) > 1 else [], lines


def _in_full(name: str, responsible: str | None) -> str:
    """Return "Kepala Seksi Pemerintahan" for "Kepala Seksi", where that one is responsible."""
    bare = _BARE.fullmatch(name)
    named = responsible and bare and responsible.startswith(f"{bare[1]} ")
    return responsible if named and responsible else name


@dataclass(frozen=True, slots=True)
class _Receiver:
    """The receiving post; where "melalui" names it, the addressee that stands before that."""

    post: str
    via: str | None = None
    addressed_to: str | None = None


def _receiver(lines: list[tuple[str, Source]]) -> tuple[_Receiver | None, Source | None]:
    """Return the receiver by the surest wording that a line has, and where it stands."""
    for read in (_named_receiver, _addressed, _sent, _taking, _through):
        for text, source in lines:
            receiver = read(text)
            if receiver and not _COMPLAINS.match(receiver.post):
                return receiver, source
    return None, None


def _named_receiver(text: str) -> _Receiver | None:
    """Read "Penerima pengaduan: X"."""
    label = _RECEIVER.search(text)
    named = _first_name(text, label.end()) if label else None
    return _Receiver(named) if named else None


def _sent(text: str) -> _Receiver | None:
    """Read "Pelapor menyampaikan pengaduan kepada X"."""
    sends = _USER_SENDS.match(text)
    to = _TO.search(text, sends.end(), sends.end() + _NEAR) if sends else None
    named = _first_name(text, to.end()) if to else None
    return _Receiver(named) if named else None


def _addressed(text: str) -> _Receiver | None:
    """Read "disampaikan kepada X" and "diserahkan pada Y melalui X"."""
    deed = _HANDED.search(text)
    if deed is None:
        return None
    taker = _first_name(text, deed.end()) if _RECEIVED.search(deed[0]) else None
    if taker:
        return _Receiver(taker)
    for to in _TO.finditer(text, deed.end(), deed.end() + _NEAR):
        if (named := _first_name(text, to.end())) and not _COUNTER.match(named):
            through = _VIA.search(text, to.end())
            via = _first_name(text, through.end()) if through else None
            # else a place or a channel ("loket")
            if via and through and via[0].isupper() and not _COUNTER.match(via):
                return _Receiver(via, via, text[to.end() : through.start()].strip())
            return _Receiver(named)
    return None


def _taking(text: str) -> _Receiver | None:
    """Read "X menerima pengaduan"."""
    named = _first_name(text, 0) if _TAKES.search(text) else None
    return _Receiver(named) if named else None


def _through(text: str) -> _Receiver | None:
    """Read "melalui X" alone."""
    for through in _VIA.finditer(text):
        via = _first_name(text, through.end())
        if via and not _COUNTER.match(via):
            return _Receiver(via, via)
    return None


def _delegation(
    lines: list[tuple[str, Source]],
) -> tuple[Delegation | None, str | None, list[str], Source | None]:
    """Return how binding the delegation is, who delegates, to whom, and where it stands."""
    for text, source in lines:
        match = _DELEGATES.search(text) or _DELEGATED.search(text)
        if match is None:
            continue
        giver = _first_name(text, 0)
        to = re.search(r"\bkepada\s+", text[match.end() :], re.I)
        at = match.end() + (to.end() if to else 0)
        names = name_list(text, at if to else match.end() + 1)
        if not names:
            continue
        kind = Delegation.OPTIONAL if match["may"] else Delegation.REQUIRED
        return kind, giver, names, source
    return None, None, [], None


def _shared_delegation(lines: Lines) -> tuple[Delegation | None, Source | None]:
    """Return how binding a delegation is that names its posts by kind: "kepada: a. X, untuk"."""
    for text, source in lines:
        if found := _DELEGATES.search(text):
            return Delegation.OPTIONAL if found["may"] else Delegation.REQUIRED, source
    return None, None


def _handling(lines: list[tuple[str, Source]]) -> tuple[list[str], list[str], Source | None]:
    """Return who follows complaints up, together with whom, and where it stands."""
    for text, source in reversed(lines):
        if _DELEGATES.search(text):
            continue
        active, passive = _FOLLOWS.search(text), _FOLLOWED.search(text)
        if active:
            clause = text[: active.start()]
        elif passive:
            clause = text[passive.end() :]
        else:
            continue
        joint = _WITH.search(clause)
        main = name_list(clause[: joint.start()] if joint else clause, 0)
        others = name_list(clause, joint.end()) if joint else []
        if main:
            return main, others, source
    return [], [], None


def _sender(lines: list[tuple[str, Source]]) -> str | None:
    return next((m["who"].strip() for text, _ in lines if (m := _SENDER.search(text))), None)


def _first_name(text: str, start: int) -> str | None:
    tokens: list[Token] = tokenize(text[start : start + _LONGEST_NAME])
    end = read_name(tokens, 0)
    return text[start + tokens[0].start : start + tokens[end - 1].end] if end else None
