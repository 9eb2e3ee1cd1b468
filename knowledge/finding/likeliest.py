"""Which standard a question is likely about, where it names none for sure, or several."""

from __future__ import annotations

from dataclasses import replace

from knowledge.finding.answers import Topic
from knowledge.finding.aspects import FACETS
from knowledge.finding.case import Case
from knowledge.finding.content import Searcher
from knowledge.finding.cueing import WEEKDAYS
from knowledge.finding.named import Named
from knowledge.finding.question import Question
from knowledge.finding.scope import best_facet, scope_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.speaking import is_served, share_said
from knowledge.finding.subject import Subjects

_ABOUT = 0.9  # share from which a question is about a standard that it does not name
_MEANT = 0.8  # the same where it names another one by chance
_CHOSEN = 0.75  # the same where else it would be asked which is meant
_OF_SEVERAL = 0.95  # the same where it names several
_SERVES = 0.65  # the same where what is asked is its service, and it says more of it than these
_SAID = 0.5  # share of what a question names of which more must be said
_DAYS = WEEKDAYS | {"hari", "jam"}


class Likeliest:
    """Tells which standard of a shelf a question is likely about."""

    def __init__(self, shelf: Shelf, search: Searcher, subjects: Subjects) -> None:
        self._shelf = shelf
        self._search = search
        self._subjects = subjects

    def meant(self, question: Question, topic: Topic) -> tuple[Question, Topic]:
        """Return a question without a standard that it names by chance, and the topic meant."""
        named = question.named
        if not named or named.firm or len(self._shelf) == 1:
            return question, topic
        found = self._subjects.likeliest(question, topic)
        if found is None or found.share < _SERVES or found.standard == named.certain:
            return question, topic
        case = self._case(question, topic)
        said = share_said(case, found.standard)
        least = _MEANT if named.certain else _OF_SEVERAL
        more = all(share_said(case, key) < said for key in named.possible)
        if found.share < (_SERVES if more and is_served(case, found.standard) else least):
            return question, topic
        if not named.certain and said <= _SAID:
            return question, topic
        before = topic.standard if topic.standard != found.standard else topic.previous
        there = topic if topic.standard == found.standard else Topic(found.standard, before)
        return replace(question, named=Named()), there

    def about(self, question: Question, topic: Topic) -> Topic:
        """Return the topic with the standard that a question which names none is about.

        That is likely, and the standard says most of what is asked. A part must not be asked of a
        thing that the text only names: that is another service.
        """
        case = self._case(question, topic)
        if case.scope.standard is not None or question.has("duties"):
            return topic
        found = self._subjects.likeliest(question, topic)
        if found is None or found.share < _ABOUT or share_said(case, found.standard) <= _SAID:
            return topic
        if best_facet(question) in FACETS and not is_served(case, found.standard):
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

    def _case(self, question: Question, topic: Topic) -> Case:
        scope = scope_of(question, topic, self._shelf)
        return Case(question, topic, scope, self._shelf, self._search)
