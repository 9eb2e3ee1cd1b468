"""The one face of finding: a question and a topic in, a reply out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from knowledge.editions import Edition, EditionNote, Editions
from knowledge.finding import codes
from knowledge.finding.answers import Reply, Request, Topic
from knowledge.finding.by_edition import (
    Meant,
    asks_for_changes,
    asks_for_the_present,
    in_edition,
    named_edition,
)
from knowledge.finding.case import MOST_OPTIONS, Decision
from knowledge.finding.composing import Composer
from knowledge.finding.content import Searcher
from knowledge.finding.defining import Judgement, judge
from knowledge.finding.from_standards import FromStandards
from knowledge.finding.lessons import Lesson, Lessons
from knowledge.finding.linking import Passages, Place, found_passages, located, words_at
from knowledge.finding.picking import named_option, pick, pick_and_ask
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.finding.smalltalk import smalltalk
from knowledge.model import ServiceStandard
from knowledge.remembering import remembering


class Finder:
    """Answers questions about the standards it was built from; immutable after that.

    Other editions of these answer when they are named, and go on answering in that conversation.
    What the office has taught answers where the standards do not.
    """

    def __init__(
        self,
        standards: Iterable[ServiceStandard] | Shelf,
        editions: Editions = Editions(),  # noqa: B008 - frozen
        lessons: Iterable[Lesson] = (),
    ) -> None:
        self._shelf = Shelf.of(standards, editions)
        self.lessons = Lessons(self._shelf, lessons)
        self._search = Searcher(self._shelf)
        self._composer = Composer(self._shelf)
        self._standards = FromStandards(self._shelf, self._search, self._composer)
        self._editions = {one.standard.id: one for one in self._shelf.editions.others}
        self._marked = _marked(self._shelf)
        self._of_editions: dict[tuple[str, ...], Finder] = {}
        self._asked = remembering(self._reply)

    def ask(self, text: str, topic: Topic, *, language: str | None = None) -> Reply:
        """Answer a question as typed; `language` None means: that of the question."""
        return self._asked(text, topic, language)

    def _reply(self, text: str, topic: Topic, language: str | None) -> Reply:
        if not self._shelf.editions.notes:
            return self._ask(text, topic, language=language)
        return self._noted(
            self._ask_edition(text, topic, language) or self._ask(text, topic, language=language)
        )

    def _ask_edition(self, text: str, topic: Topic, language: str | None) -> Reply | None:
        """Answer from other editions than those in force, or what has changed since; else None."""
        if pick(text, topic.options) is not None:
            return None
        if asks_for_changes(text):
            return self._ask_for_changes(text, topic, language)
        meant = named_edition(text, self._shelf.editions)
        if meant is not None:
            return self._ask_named(meant, topic, language)
        edition = self._editions.get(topic.standard or "")
        if edition is None:
            return None
        named = read(text, self._shelf).named.certain
        if asks_for_the_present(text) or named not in (None, edition.of):
            return self._ask(text, replace(topic, standard=edition.of), language=language)
        return self._alone((edition,)).ask(text, topic, language=language)

    def _ask_named(self, meant: Meant, topic: Topic, language: str | None) -> Reply | None:
        """Ask the editions that are named, with the standards in force that are of that year."""
        named = read(meant.rest, self._shelf).named.certain
        if named is not None and named not in {e.of for e in meant.others}:
            return None
        if not meant.others:
            asked = self._ask(meant.rest, topic, language=language)
            return self._shown(asked, meant.present)
        chosen = tuple(e for e in meant.others if named in (None, e.of))
        about = in_edition(topic, chosen)
        alone = self._alone(chosen)
        if meant.rest.strip(" ?!.") or not (about.standard and about.aspect):
            return alone.ask(meant.rest, about, language=language)
        again = Request(about.aspect, about.standard, about.step, about.subject)
        return alone.answer(again, about, language=language or "id")

    def _ask_for_changes(self, text: str, topic: Topic, language: str | None) -> Reply | None:
        """Answer what has changed in the standard that is named or spoken of, or ask which."""
        question = read(text, self._shelf)
        edition = self._editions.get(topic.standard or "")
        of_topic = edition.of if edition else topic.standard
        possible = list(dict.fromkeys(e.of for e in self._editions.values()))
        standard = question.named.certain or (of_topic if of_topic in possible else None)
        if standard is None and len(possible) == 1:
            standard = possible[0]
        spoken = language or question.language
        if standard is not None:
            known = topic if edition is None else replace(topic, standard=standard)
            return self.answer(Request("changes", standard), known, language=spoken)
        if not possible:
            return None
        requests = tuple(Request("changes", key) for key in possible[:MOST_OPTIONS])
        return self._composer.reply(Decision(requests, choose=True), topic, spoken)

    def _alone(self, editions: tuple[Edition, ...]) -> Finder:
        """Return the finder that answers from these editions and nothing else."""
        key = tuple(edition.standard.id for edition in editions)
        found = self._of_editions.get(key)
        if found is None:
            shelf = Shelf(edition.standard for edition in editions)
            found = Finder(shelf.speaking(self._shelf.terms))
            self._of_editions[key] = found
        return found

    def _ask(self, text: str, topic: Topic, *, language: str | None = None) -> Reply:
        topic = self._known(topic)
        picked = pick(text, topic.options)
        if picked is not None:
            return self.answer(picked, topic, language=language or "id")
        begun = pick_and_ask(text, topic.options)
        if begun is not None:
            reply = self.ask(begun[1], Topic(begun[0], topic.standard), language=language)
            kept = reply.topic.options or topic.options  # another of them may be meant next
            return replace(reply, topic=replace(reply.topic, options=kept))
        kind = smalltalk(text)
        question = read(text, self._shelf)
        spoken = language or question.language
        if kind:
            return self._composer.smalltalk(kind, topic, spoken)
        option = named_option(question, topic.options)
        if option is not None:
            return self.answer(option, topic, language=spoken)
        reply = self._standards.reply(text, question, topic, spoken)
        taught = self.lessons.find(text, topic, reply)
        return reply if taught is None else self._composer.taught(taught, topic, spoken)

    def answer(self, request: Request, topic: Topic, *, language: str = "id") -> Reply:
        """Answer a request that a button or a choice carries."""
        edition = self._editions.get(request.standard or "")
        if edition is not None:
            return self._noted(self._alone((edition,)).answer(request, topic, language=language))
        return self._noted(self._answer(request, topic, language))

    def _answer(self, request: Request, topic: Topic, language: str) -> Reply:
        return self._composer.reply(Decision((request,)), self._known(topic), language)

    def code(self, request: Request) -> str:
        """Return the request as a code of at most 48 ASCII characters."""
        return codes.encode(request, self._shelf)

    def request(self, code: str) -> Request | None:
        """Return the request of a code, or None if it names nothing that is known any more."""
        request = codes.decode(code, self._shelf)
        if request is None:
            key = code.split(":")[1:2]
            edition = next(
                (e for i, e in self._editions.items() if [self._shelf.key(i)] == key), None
            )
            return self._alone((edition,)).request(code) if edition else None
        return request if self._composer.answers(request.aspect) else None

    def _edition_of(self, code: str) -> Edition | None:
        """Return the edition that a code is about, if it is one that is not in force."""
        keys = {self._shelf.key(name): edition for name, edition in self._editions.items()}
        return next((keys[part] for part in code.split(":")[1:2] if part in keys), None)

    def heard(self, text: str) -> str:
        """Return a message with the office's terms written out, as it is read."""
        return self._shelf.terms.written_out(text)

    def names_a_standard(self, text: str) -> bool:
        """Say whether a text names the standard that it asks about."""
        return bool(read(text, self._shelf).named.certain)

    def stands_alone(self, text: str) -> bool:
        """Say whether a question asks something by itself, so that it can be known again."""
        question = read(text, self._shelf)
        asks = question.hits or question.content(question.named.positions)
        return bool(asks) and self.lessons.signature(text).tells

    def passages(self, text: str) -> Passages:
        """Return the passages that hold most words of a text, for an official to choose from."""
        return found_passages(self._shelf, text)

    def words_at(self, place: Place) -> str | None:
        """Return the words of a passage as they stand now, or None if it is gone."""
        found = located(self._shelf, place)
        return words_at(self._shelf, found) if found else None

    def judge(self, short: str, meaning: str) -> Judgement:
        """Judge whether the office may give a term that meaning."""
        return judge(short, meaning, self._shelf)

    def _known(self, topic: Topic) -> Topic:
        """Return the topic without a standard that is no longer on the shelf."""
        standards = self._shelf.standards
        edition = self._editions.get(topic.standard or "")
        if edition is not None:
            topic = replace(topic, standard=edition.of)
        if topic.standard and topic.standard not in standards:
            topic = replace(topic, standard=None, aspect=None, step=None)
        if topic.previous and topic.previous not in standards:
            topic = replace(topic, previous=None)
        return topic

    def _noted(self, reply: Reply) -> Reply:
        """Say of each source which edition it is, where another could be meant."""
        return self._shown(reply, self._marked)

    def _shown(self, reply: Reply, marked: Collection[str]) -> Reply:
        notes = self._shelf.editions.notes
        if not any(c.standard in self._editions or c.standard in marked for c in reply.citations):
            return reply
        others = {key: edition.note for key, edition in self._editions.items()}
        known = {**others, **{key: self._marked.get(key) or notes[key] for key in marked}}
        cited = tuple(replace(c, edition=known.get(c.standard, c.edition)) for c in reply.citations)
        return replace(reply, citations=cited)


def _marked(shelf: Shelf) -> Mapping[str, EditionNote]:
    """Return which edition those in force are beside which another could be meant.

    One that a coming edition is to replace, and those of one title, told apart by their units.
    """
    notes = shelf.editions.notes
    coming = {e.of for e in shelf.editions.others if e.note.until is None}
    found = {key: note for key, note in notes.items() if key in coming}
    titles = Counter(standard.title.casefold() for standard in shelf)
    for standard in shelf:
        if titles[standard.title.casefold()] > 1 and standard.id in notes:
            found[standard.id] = replace(notes[standard.id], unit=standard.unit)
    return found
