"""Who handles complaints of all kinds, together with whom, and who hands them on to whom."""

from __future__ import annotations

import re

from knowledge.model import Delegation, Source
from knowledge.reading.complaint_next import read_next
from knowledge.reading.complaint_posts import COMPLAINS
from knowledge.reading.complaint_receivers import Lines, first_post
from knowledge.reading.name_lists import name_list

_DELEGATES = re.compile(
    r"(?P<may>\b(?:dapat|bisa)\s+)?\b(?:mendelegasikan|melimpahkan|menugaskan|mendisposisikan|meneruskan|"
    r"menugasi|memerintahkan|menunjuk|menguasakan)(?:nya)?\b"
    r"|\b(?:menyampaikan|menyerahkan|mengirimkan|melaporkan)(?:nya)?\b"
    r"(?=[^.;]{0,60}?\bkepada\s[^.;]{3,80}?\suntuk\s+di(?:tindaklanjuti|selesaikan|tangani|proses)\b)",
    re.I,
)
_DELEGATED = re.compile(
    r"(?P<may>\b(?:dapat|bisa)\s+)?\b(?:didelegasikan|didistribusikan|dilimpahkan|diteruskan|ditugaskan|didisposisikan)\b",
    re.I,
)
_FOLLOWS = re.compile(
    r"\b(?:menindaklanjuti(?:nya)?|menangani(?:nya)?|menyelesaikan(?:nya)?|memproses(?:nya)?|melakukan\s+tindak\s+lanjut|menanggapi"
    r"|bertanggung\s+jawab\s+(?:atas|terhadap|dalam|untuk)\s+(?:penanganan|penyelesaian|tindak\s+lanjut)"
    r"|(?:menelaah|menjawab)(?=\s+(?:dan\s+\w{6,20}\s+)?(?:setiap\s+)?(?:pengaduan|keluhan|aduan)))\b",
    re.I,
)
_FOLLOWED = re.compile(
    r"\b(?:ditindaklanjuti|ditangani|diselesaikan|diproses)\s+(?:bersama(?:-sama)?\s+)?"
    r"(?:oleh\s+|(?-i:(?=(?:Kepala|Sekretaris|Koordinator|Camat|Lurah|Ketua|Inspektur|Wakil)\b)))"
    r"|\b(?:penanganan|penyelesaian|tindak\s+lanjut)\s+(?:setiap\s+)?(?:pengaduan|keluhan|aduan)\s+"
    r"(?:menjadi|merupakan|adalah)\s+(?:tanggung\s+jawab|tugas|kewenangan|wewenang)\s+",
    re.I,
)
#: Said of who handles complaints where nothing surer is said of anybody.
_LEADS = re.compile(
    r"\b(?:mengoordinasikan|mengkoordinasikan|mengoordinir|memimpin)\s+(?:penanganan|penyelesaian|tindak\s+lanjut)"
    r"\s+(?:pengaduan|keluhan|aduan)\b"
    r"|\b(?:sebagai|selaku|adalah|menjadi)\s+(?:penanggung\s+jawab|pengelola)\s+"
    r"(?:(?:penanganan|penyelesaian|pengelolaan)\s+)?(?:pengaduan|keluhan|aduan)\b",
    re.I,
)
_LED = re.compile(
    r"\b(?:penanganan|penyelesaian|tindak\s+lanjut|pengelolaan)\s+(?:(?:setiap|atas)\s+)?(?:pengaduan|keluhan|aduan)\s+"
    r"di(?:laku|laksana|kerja|jalan|koordinasi)kan\s+oleh\s+"
    r"|\b(?:pengaduan|keluhan|aduan)\b[^.;]{0,80}?\bdi(?:(?:kelola|urus|jawab|tanggapi)"
    r"|(?:putuskan|tentukan)\s+(?:penyelesaian|tindak\s+lanjut)\w*)\s+oleh\s+",
    re.I,
)
#: Another doer behind the one who takes it: "X menerima aduan dan Y menyelesaikannya".
_THEN = re.compile(
    r".*\b(?:menerima|menampung|mencatat|meregistrasi)\b.*?"
    r"(?:,|\b(?:dan|lalu|kemudian|selanjutnya|sedangkan))\s+(?=(?-i:[A-Z]))",
    re.I | re.S,
)
_NEAR = 300  # characters before a deed in which its doer stands
_WITH = re.compile(
    r"\b(?:beserta|bersama(?:-sama)?(?:\s+dengan)?|dibantu(?:\s+oleh)?|didampingi(?:\s+oleh)?)\s+",
    re.I,
)


def read_delegation(
    lines: list[tuple[str, Source]],
) -> tuple[Delegation | None, str | None, list[str], Source | None]:
    """Return how binding the delegation is, who delegates, to whom, and where it stands."""
    for text, source in lines:
        match = _DELEGATES.search(text) or _DELEGATED.search(text)
        giver = first_post(text, 0)
        if match is None or (giver and COMPLAINS.match(giver)):
            continue
        to = re.search(r"\bkepada\s+", text[match.end() :], re.I)
        at = match.end() + (to.end() if to else 0)
        names = name_list(text, at if to else match.end() + 1)
        if not names:
            continue
        kind = Delegation.OPTIONAL if match["may"] else Delegation.REQUIRED
        return kind, giver, names, source
    return None, None, [], None


def read_shared_delegation(lines: Lines) -> tuple[Delegation | None, Source | None]:
    """Return how binding a delegation is that names its posts by kind: "kepada: a. X, untuk"."""
    for text, source in lines:
        found = _DELEGATES.search(text)
        if found and read_next([(text, source)]) is None:
            return Delegation.OPTIONAL if found["may"] else Delegation.REQUIRED, source
    return None, None


def _last_doer(clause: str) -> str:
    """Return a clause from its last doer on, where another one only takes the complaint."""
    near = clause[-_NEAR:]
    then = _THEN.match(near)
    return near[then.end() :] if then else clause


def read_handling(lines: list[tuple[str, Source]]) -> tuple[list[str], list[str], Source | None]:
    """Return who follows complaints up, together with whom, and where it stands."""
    found = _read_handling(lines, _FOLLOWS, _FOLLOWED)
    return found if found[0] else _read_handling(lines, _LEADS, _LED)


def _read_handling(
    lines: Lines, does: re.Pattern[str], done: re.Pattern[str]
) -> tuple[list[str], list[str], Source | None]:
    for text, source in reversed(lines):
        if _DELEGATES.search(text):
            continue
        active, passive = does.search(text), done.search(text)
        if active:
            clause = _last_doer(text[: active.start()])
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
