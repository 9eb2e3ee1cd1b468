"""What most likely answers where no rule is sure, or where a rule's answer may not be meant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from knowledge.finding.answers import Reply, Request, Topic
from knowledge.finding.aspects import COMPLAINT, FACETS
from knowledge.finding.candidates import Candidate
from knowledge.finding.content import Searcher
from knowledge.finding.cueing import WEEKDAYS
from knowledge.finding.named import Named
from knowledge.finding.nearest import nearest
from knowledge.finding.pairs import is_pair
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.ranking import Likely, Ranker
from knowledge.finding.rows import place_of
from knowledge.finding.saying import asks_if
from knowledge.finding.scope import How, best_facet, scope_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import Subjects
from knowledge.finding.telling import is_central
from knowledge.language.words import clues
from knowledge.model import Facet

#: Forms of answers that tell a whole part, where another thing may have been meant.
#: Other forms tell just what is asked.
_BROAD = frozenset({"facet", "procedure", "total_time", "passage"})
#: Forms of answers that tell just what is asked, but often of another step or thing than is meant.
_SLIPPING = frozenset({"step_time", "together", "each"})
#: Forms that tell just what is asked where their cue is meant, and the parts that they are about:
#: these say nothing more. Of other parts the likeliest is shown below ("HP-nya bukti apa?").
_MISTAKEN: Mapping[str, Collection[str]] = {
    "complaint": COMPLAINT,
    "complaint_channel": COMPLAINT,
    "official": COMPLAINT | {"procedure", "responsible", "implementers", "unit", "scope"},
    "step_actor": {"procedure"},
    "step_neighbour": {"procedure"},
    "step": {"procedure"},
    "definition": {"definitions"},
}
#: What is told before or after only says which step is meant.
_ORDER = ("before", "after", "previous", "next")
_ABOUT = 0.9  # share from which a question is about a standard that it does not name
_MEANT = 0.8  # the same where it names another one by chance
_CHOSEN = 0.75  # the same where else it would be asked which is meant
_MAYBE = 0.5  # the same where one of its passages is likely to answer
_OF_SEVERAL = 0.95  # the same where it names several
_BESIDE = 0.3  # share from which another candidate is shown below an answer
_SURELY = 0.6  # the same where a part is told that seems to be just what is asked
_UNTOLD = 0.6  # the same where it is only likely which standard is meant
_UNLIKELY = 0.1  # share up to which an answer of those forms may not be what is meant
_LIKELIER = 0.4  # share of another candidate from which that is shown below it
_ALONE = 0.4  # share from which a candidate answers where no rule does
_FOLLOWS = 0.3  # the same where a question goes on about the standard spoken of
_UNFIT = 0.75  # the same where no word of the question stands in it
_CLEAR = 0.75  # share from which it is far ahead of all others
_MOST = 3  # a phone's screen
_INSTEAD = 0.5  # the same where a part is missing
_ALTHOUGH = 0.6  # the same where a word of the question is strange to all standards
_ALLOWED = 0.9  # the same where that word may be what one asks to be allowed
_SEVERAL = 3  # words
_KNOWN = 0.5  # share of the words that name something of which the standard must speak
_DAYS = WEEKDAYS | {"hari", "jam"}
_BEGINNING = 50  # characters by which a passage is known to stand in an answer


class Likeliest:
    """Tells what of a shelf most likely answers a question."""

    def __init__(self, shelf: Shelf, search: Searcher) -> None:
        self._shelf = shelf
        self._search = search
        self._ranker = Ranker(shelf, search)
        self._subjects = Subjects(shelf)

    def meant(self, question: Question, topic: Topic) -> tuple[Question, Topic]:
        """Return a question without a standard that it names by chance, and the topic meant."""
        named = question.named
        if not named or named.firm or len(self._shelf) == 1:
            return question, topic
        found = self._subjects.likeliest(question, topic)
        least = _MEANT if named.certain else _OF_SEVERAL
        if found is None or found.share < least or found.standard == named.certain:
            return question, topic
        if not named.certain and not self._says_most(question, found.standard):
            return question, topic
        before = topic.standard if topic.standard != found.standard else topic.previous
        there = topic if topic.standard == found.standard else Topic(found.standard, before)
        return replace(question, named=Named()), there

    def about(self, question: Question, topic: Topic) -> Topic:
        """Return the topic with the standard that a question which names none is about.

        That is likely, and the standard says most of what is asked.
        """
        lead = self.lead(question, topic)
        if lead is topic or lead.standard is None or not self._says_most(question, lead.standard):
            return topic
        return lead

    def lead(self, question: Question, topic: Topic) -> Topic:
        """Return the topic with the standard that a question which names none may be about.

        A part must not be asked of a thing that the text only names: that is another service.
        """
        known = scope_of(question, topic, self._shelf).standard is not None
        if known or question.has("duties"):
            return topic
        found = self._subjects.likeliest(question, topic)
        if found is None or found.share < _ABOUT:
            return topic
        if best_facet(question) in FACETS and not self._is_served(question, found.standard):
            return topic
        return Topic(found.standard, topic.standard or topic.previous)

    def chosen(self, question: Question, topic: Topic) -> Topic:
        """Return the topic with the one of several standards that is likely meant, or the same.

        Something beside a part, a numbered step, a post or a day must be named.
        """
        bare = question.step is not None or bool(question.posts)
        named = self._search.described(question, question.hits.keys()).keys() - _DAYS
        found = self._subjects.likeliest(question, topic) if named and not bare else None
        possible = question.named.possible
        if found is None or found.share < _CHOSEN or (possible and found.standard not in possible):
            return topic
        return Topic(found.standard, topic.standard or topic.previous)

    def _is_served(self, question: Question, standard: str) -> bool:
        """Say whether what a part is asked of is no other service.

        It is said all over the text, or in several words of which the text has all.
        """
        described = self._search.described(question, question.hits.keys())
        stems = [stem for stem in described if not is_pair(stem)]
        if len(stems) >= _SEVERAL and all(self._shelf.index.says(standard, s) for s in stems):
            return True
        return bool(described) and is_central(described, standard, self._shelf.index)

    def beside(self, reply: Reply, question: Question, topic: Topic) -> Request | None:
        """Return the likeliest answer where the reply of a rule does not tell it."""
        request = reply.request
        if reply.form in _SLIPPING or reply.form in _MISTAKEN:
            return self._likelier(reply, question, topic)
        if request is None or request.standard is None or reply.form not in _BROAD:
            return None
        named = self._search.described(question, question.hits.keys(), titles=False)
        exact = not named or _is_exact(reply, question, topic)
        if exact and reply.form != "facet":
            return None
        best = next(iter(self._ranker.ranked(question, topic, request.standard)), None)
        if best is None or best.share < (_SURELY if exact else _BESIDE):
            return None
        return None if _is_told(best.candidate, reply) else best.candidate.request

    def _likelier(self, reply: Reply, question: Question, topic: Topic) -> Request | None:
        """Return the likeliest answer where that of a rule is unlikely beside it."""
        told = {citation.standard for citation in reply.citations}
        if len(told) != 1 or _is_exact(reply, question, topic) or question.has("definitions"):
            return None
        likely = self._ranker.ranked(question, topic, told.pop())
        if not likely or likely[0].share < _LIKELIER or _is_told(likely[0].candidate, reply):
            return None
        if not self._is_of_another(likely[0], reply, question):
            return None
        steps = (reply.request.step or "").split("+") if reply.request else []
        shares = (one.share for one in likely if one.candidate.request.step in steps)
        return likely[0].candidate.request if max(shares, default=0.0) <= _UNLIKELY else None

    def _is_of_another(self, best: Likely, reply: Reply, question: Question) -> bool:
        """Say whether a candidate tells another thing than a reply, and not but more of it."""
        facet = best.candidate.facet
        if reply.form == "step_time":  # times of other steps confuse
            of_step = facet == Facet.PROCEDURE and best.share < _SURELY
            return not of_step and not self._describes(question, reply)
        own = _MISTAKEN.get(reply.form)
        return own is None or (best.fits and facet not in own)

    def _describes(self, question: Question, reply: Reply) -> bool:
        """Say whether a reply has all words by which the question names something."""
        named = self._search.described(question, question.hits.keys(), titles=False)
        stems = {stem for stem in named if not is_pair(stem)}
        return bool(stems) and stems <= {*stems_of(reply.said)}

    def alone(self, question: Question, topic: Topic, *, told: bool) -> tuple[Request, ...]:
        """Return what likely answers where no rule does, if the text speaks of what is asked.

        Where the likeliest is not far ahead, the passages that say most of it stand beside it.
        `told`: it is known which standard is meant, and not only likely.
        """
        scope = scope_of(question, topic, self._shelf)
        standard = scope.standard
        likely = self._likely(question, topic, standard)
        if standard is None or not likely:
            return ()
        best = likely[0]
        follows = told and scope.how is How.TOPIC and not _is_of_other(question, best)
        known = follows or self._speaks_of(question, standard) or self._dares(question, best)
        if told and not known:
            return ()
        again = best.candidate.request.aspect == topic.aspect
        least = (_FOLLOWS if follows else _ALONE) if told else _UNTOLD
        if best.share < (least if best.fits else _UNFIT) or (again and not best.fits):
            return ()
        near = nearest(question, topic, self._shelf, self._search) if best.share < _CLEAR else ()
        others = [one for one in near if (one.step or one.subject) not in best.candidate.places]
        return (best.candidate.request, *others)[:_MOST]

    def anywhere(self, question: Question, topic: Topic) -> tuple[Request, Topic] | None:
        """Return the passage that likely answers a question about an unknown standard, if one does.

        And the topic with the standard that it stands in, which says nearly all of what is asked.
        """
        known = scope_of(question, topic, self._shelf).standard is not None
        strangers = self._search.strangers(question)
        if known or len(strangers) > 1 or question.has("duties"):
            return None
        found = self._subjects.likeliest(question, topic)
        if found is None or found.share < _MAYBE:
            return None
        if question.named.possible not in ((), (found.standard,)):
            return None
        best = next(iter(self._likely(question, topic, found.standard)), None)
        least = _ALTHOUGH if strangers else _ALONE
        if best is None or best.candidate.whole or best.share < least:
            return None
        described = self._search.described(question, question.hits.keys())
        if described.keys().isdisjoint(stems_of(" ".join(best.candidate.texts))):
            return None
        return best.candidate.request, Topic(found.standard, topic.standard or topic.previous)

    def instead(self, missing: Request, question: Question, topic: Topic) -> Request | None:
        """Return the likeliest passage where a part is missing: no other part stands in for it."""
        standard = missing.standard or ""
        best = next(iter(self._likely(question, topic, standard)), None)
        if best is None or best.candidate.whole or not best.fits:
            return None
        scope = scope_of(question, topic, self._shelf)
        if scope.how is not How.TOPIC and not self._speaks_of(question, standard):
            return None
        return best.candidate.request if best.share >= _INSTEAD else None

    def _likely(self, question: Question, topic: Topic, standard: str | None) -> list[Likely]:
        if not standard or question.names_only_a_post or question.step:
            return []
        return self._ranker.ranked(question, topic, standard)

    def _dares(self, question: Question, best: Likely) -> bool:
        """Say whether a candidate answers although a word of the question is strange to all texts.

        The standard is named for sure, or nothing else is strange and just one passage says it.
        """
        lone = len(self._search.strangers(question)) == 1 and not best.candidate.whole
        if not best.fits or not (question.named.firm or lone):
            return False
        asks_whether = not clues()["whether"].isdisjoint(question.texts)
        return best.share >= (_ALLOWED if asks_whether else _ALTHOUGH)

    def _speaks_of(self, question: Question, standard: str) -> bool:
        """Say whether a standard speaks of most of what a question names, or of all words."""
        return not self._search.strangers(question) or self._says_most(question, standard)

    def _says_most(self, question: Question, standard: str) -> bool:
        described = self._search.described(question, question.hits.keys(), titles=False)
        stems = [stem for stem in described if not is_pair(stem)]
        said = [stem for stem in stems if self._shelf.index.says_alike(standard, stem)]
        return len(said) > _KNOWN * len(stems) or not stems


def _is_of_other(question: Question, best: Likely) -> bool:
    """Say whether a part may be asked of another service ("sertifikat halal syaratnya apa?")."""
    return best.candidate.whole and best.candidate.facet in question.hits.keys() & FACETS


def _is_exact(reply: Reply, question: Question, topic: Topic) -> bool:
    """Say whether a reply tells just what is asked: a numbered step, a case, the step told last."""
    if question.has(*_ORDER) or question.step:
        return True
    at_step = bool(topic.step) and reply.request is not None and reply.request.step == topic.step
    return at_step or (reply.form == "passage" and asks_if(question))


def _is_told(candidate: Candidate, reply: Reply) -> bool:
    """Say whether a reply tells a candidate, or a piece of it."""
    request, said = reply.request or Request(""), reply.said
    if request.aspect == candidate.request.aspect and candidate.whole:
        return True
    if candidate.request.step and candidate.request.step in (request.step or "").split("+"):
        return True
    if request.aspect == "passage" and place_of(request.subject) in candidate.places:
        return True
    return bool(candidate.texts) and all(text[:_BEGINNING] in said for text in candidate.texts)
