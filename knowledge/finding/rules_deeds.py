"""Rules for a deed named by its verb alone ("memilah surat berapa lama?"), and a step's columns.

In a short procedure the thing is that of the title, so that only the verb tells its steps apart.
"""

from __future__ import annotations

import re

from knowledge.finding.aspects import COMPLAINT
from knowledge.finding.case import STEP_ASPECTS, Case, Decision, one
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.rows import alone
from knowledge.finding.scope import How
from knowledge.finding.sentences import Sentence, fitting, sentences_of, weighed
from knowledge.finding.step_columns import COLUMNS, beside
from knowledge.language.normalize import Word, as_words, printed
from knowledge.language.stemming import is_root
from knowledge.model import ProcedureStep, ServiceStandard

_VERB = re.compile(r"(?:me(?:m|n|ng|ny)?|di|ber)[a-z]{3,}")
_OF_ALL = frozenset(
    "membuat mengurus memproses menyelesaikan melaksanakan melakukan menunggu mendapatkan memakan "
    "membutuhkan memerlukan dibutuhkan diperlukan dibuat diproses diurus diselesaikan dilakukan "
    "dilaksanakan menggunakan digunakan berlaku bertanggung dimaksud".split()
)  # are said of the whole service
_NO_DEED = (
    frozenset({"duration_total", "next", "previous", "sign", "compare", "which", "duties"})
    | COMPLAINT
)
_IN = frozenset({"di", "pada", "dalam", "menurut"})
_NEAR = 3  # words behind "pada" in which the name begins
_BEARING = frozenset("tanggung menanggung ditanggung tanggungan bayar bayarin dibebankan".split())
_BORNE = re.compile(r"\b(?:ditanggung|menanggung|dibebankan|tanggungan|beban|membiayai)\b", re.I)
_COSTS = frozenset(
    "biaya ongkos tiket transpor transportasi bensin uang konsumsi hotel inap".split()
)
_SOME = 0.3  # share of what is borne that the sentence must hold
_BESIDE_COLUMN = frozenset({"requirements_user", "facilities", "who"})


def of_deed(case: Case) -> Decision | None:
    """Read who does, or how long takes, what but one verb of the steps says."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    aspect = "step_time" if question.has("duration") else "step_actor"
    if standard is None or question.step or question.posts or question.hits.keys() & _NO_DEED:
        return None
    if not (question.named.firm or case.scope.how is How.TOPIC):
        return None
    if not question.has("duration", "who"):
        return None
    verb = _verb(question)
    if verb is None or not _says_no_more(case, verb):
        return None
    number = _only_step(standard, verb, question)
    return one(aspect, standard.id, step=number) if number else None


def _verb(question: Question) -> Word | None:
    """Return the one verb that names a deed, if there is one alone."""
    cued = {p for hit in question.hits.values() for p in hit.positions}
    found = [
        word
        for position, word in enumerate(question.words)
        if position not in cued and _is_verb(word) and word.text not in _OF_ALL
    ]
    return found[0] if len(found) == 1 else None


def _is_verb(word: Word) -> bool:
    """Say whether a word is a verb by its prefix; "dinas" only looks like one."""
    return bool(_VERB.fullmatch(word.text)) and not is_root(word.text)


def _says_no_more(case: Case, verb: Word) -> bool:
    """Say whether the question names nothing beside the verb but the service."""
    question = case.question
    used = {p for hit in question.hits.values() for p in hit.positions} | question.naming
    used |= _where(question)
    rest = {word.stem for word in question.content(used)} - {verb.stem}
    says = case.shelf.index.says
    return not any(says(case.scope.standard or "", stem) for stem in rest if len(stem) > 1)


def _where(question: Question) -> frozenset[int]:
    """Return where the standard is named behind "pada SOP ...", with all that follows."""
    named, texts = question.naming, [word.text for word in question.words]
    for position, text in enumerate(texts):
        behind = range(position + 1, len(texts))
        if text in _IN and position and named.intersection(behind[:_NEAR]):
            return frozenset(behind)
    return frozenset()


def _only_step(standard: ServiceStandard, verb: Word, question: Question) -> str | None:
    """Return the one step that this is done in; of several, the one that says most beside it."""
    said = question.stems - {verb.stem}
    steps = [s for s in standard.walk_steps() if _deed(s) == verb.stem]
    shares = {s.number: len(said & {*stems_of(s.text)}) for s in steps}
    best = max(shares.values(), default=0)
    found = [number for number, share in shares.items() if share == best]
    return found[0] if len(found) == 1 else None


def _deed(step: ProcedureStep) -> str | None:
    """Return the stem of the verb that a step's text begins with, behind whoever does it."""
    words = as_words(printed(step.text))
    actors = {stem for actor in step.actors for stem in stems_of(actor)}
    for word in words:
        if _is_verb(word):
            return word.stem
        if word.stem not in actors and not word.is_stop:
            return None
    return None


def of_column(case: Case) -> Decision | None:
    """Read "outputnya apa?" behind a step of a table: what that column says of it."""
    question, topic = case.question, case.topic
    standard = case.shelf.get(topic.standard)
    number = (topic.step or "").split("+")[0]
    step = standard.step(number) if standard and number else None
    if standard is None or step is None or case.scope.how is not How.TOPIC or question.named:
        return None
    asked = [aspect for aspect in COLUMNS if question.has(aspect)]
    if len(asked) != 1 or question.hits.keys() - _BESIDE_COLUMN - set(asked) or question.step:
        return None
    used = {p for hit in question.hits.values() for p in hit.positions}
    spoken_of = topic.aspect in STEP_ASPECTS or topic.aspect == "passage"
    if not spoken_of or question.content(used):
        return None
    told = any(COLUMNS[asked[0]].match(text) for text in beside(step))
    return one("passage", standard.id, step=step.number, subject=step.number) if told else None


def borne(case: Case) -> Decision | None:
    """Read "bensinnya siapa yang nanggung?": the sentence that says who bears it."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    asks = "siapa" in question.texts and not _BEARING.isdisjoint(question.texts)
    if standard is None or not asks or "jawab" in question.texts or question.has("responsible"):
        return None
    at = {p for p, word in enumerate(question.words) if word.text in _BEARING}
    query = weighed(question, case.shelf.index, without=at)

    def wanted(sentence: Sentence) -> bool:
        return bool(_BORNE.search(sentence.text))

    told = [sentence for sentence in sentences_of(standard) if wanted(sentence)]
    of_cost = len(told) == 1 and not _COSTS.isdisjoint(question.stems)
    found = told if of_cost else [fit.sentence for fit in fitting(standard, query, _SOME, wanted)]
    if not found:
        return None
    return Decision((alone(standard, found[0].request, found[0].text),))
