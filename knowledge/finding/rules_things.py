"""Rules for the things a service has: "disediakan mobil tidak?", "dapat laptop ga?"."""

from __future__ import annotations

from functools import cache

from knowledge.finding.answers import Request
from knowledge.finding.case import MOST_OPTIONS, Case, Decision, shown
from knowledge.finding.passages import stems_of
from knowledge.finding.scope import best_facet
from knowledge.finding.sentences import Sentence, fitting, weighed
from knowledge.language import words
from knowledge.language.stemming import stem
from knowledge.model import Facet, ServiceStandard

_GIVEN = frozenset(
    "ada adakah tersedia disediakan menyediakan sedia dapat dapatkan mendapat diberi dikasih kasih "
    "punya memiliki kebagian jatah difasilitasi pakai dipakai provided available".split()
)
_WHETHER = frozenset({"tidak", "apakah", "adakah", "kah", "kan", "ya"})
_READING = frozenset(
    "baca bacanya membaca dibaca liat lihat lihatnya ngeliat melihat dilihat diliat akses aksesnya "
    "mengakses diakses unduh mengunduh diunduh download didownload donlot read see access".split()
)
_OF_READING = frozenset({"place", "output", None})
_WHERE = frozenset({"dimana", "kemana", "mana"})
_EXISTS = frozenset({"ada", "adakah", "tersedia", "punya", "sedia"})
_SOMEWHERE = frozenset({"tempat", "tempatnya", "ruang", "ruangan", "area", "fasilitas"})
_PEOPLE = frozenset({"anak", "orang", "ibu", "bapak"})
_ALL_OF_IT = 0.9  # share of what is asked for that a sentence of the facilities must hold
_ACCESS = (("akses", "website"), ("akses", "situs"), ("akses",), ("unggah", "situs"))
_BESIDE = frozenset(
    {None, "facilities", "complaint_channel", "place", "unit", "complaint", "guarantee"}
)


def provided(case: Case) -> Decision | None:
    """Read whether a thing is provided, where the facilities of a standard name it."""
    question = case.question
    if best_facet(question) not in _BESIDE or question.step or question.has("who", "which"):
        return None
    if "nomor" in question.texts:
        return None
    if not _GIVEN & question.texts or not (_WHETHER & question.texts or question.asks_whether):
        return None
    asked = [word.stem for word in question.content(question.naming)]
    keys = [case.scope.standard] if case.scope.standard else list(case.scope.possible)
    having = [key for key in keys if key and _has(case.shelf.standards[key], tuple(asked))]
    requests = tuple(Request("facilities", key) for key in having[:MOST_OPTIONS])
    if not requests:
        return _named_there(case)
    return Decision(requests, choose=len(requests) > 1)


def _named_there(case: Case) -> Decision | None:
    """Return the facilities of the known standard where a sentence of theirs has all the words."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    if standard is None or not _EXISTS & question.texts:
        return None
    asking = {p for p, word in enumerate(question.words) if word.text in _SOMEWHERE}
    small = {word.stem for word in question.words if word.text in _PEOPLE}
    query = weighed(question, case.shelf.index, without=asking, small=small)
    own = {
        stem: weight
        for stem, weight in query.items()
        if not case.shelf.names.explains(standard.id, stem)
    }

    def is_thing(sentence: Sentence) -> bool:
        return sentence.facet in ("facilities", "other")

    fits = fitting(standard, own, _ALL_OF_IT, is_thing) if own else []
    return Decision((fits[0].sentence.request,)) if fits else None


def read_where(case: Case) -> Decision | None:
    """Read where something can be read or fetched: what the text says of access, no counter."""
    question = case.question
    if best_facet(question) not in _OF_READING or not _READING & {*question.flat.split()}:
        return None
    if not _WHERE & question.texts or case.scope.standard is None or question.step:
        return None
    found = [
        p
        for stems in _ACCESS
        for p in case.search.holding(dict.fromkeys(stems, 1.0), case.scope)
        if p.standard == case.scope.standard
    ]
    return Decision((shown(found[0]),)) if found else None


def _has(standard: ServiceStandard, asked: tuple[str, ...]) -> bool:
    """Say whether the facilities name one of the things that are asked for."""
    section = standard.section(Facet.FACILITIES)
    items = (item for top in section.items for item in top.walk()) if section else ()
    said = {stem for item in items for stem in stems_of(item.text)}
    return any(called <= said for thing in asked for called in _calls().get(thing, ()))


@cache
def _calls() -> dict[str, tuple[frozenset[str], ...]]:
    """Return the stem of an everyday thing -> the sets of stems that texts have for it."""
    return {
        stem(thing): tuple(frozenset(stems_of(called)) for called in calls)
        for thing, calls in words.things().items()
    }
