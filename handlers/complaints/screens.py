"""The screens of the form: for each step of a draft the message with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.attachments import Attachment
from bot.domain.tickets import TicketKind
from handlers.buttons import Button, Rows
from handlers.complaints.direction import Direction, direction, way_of
from handlers.complaints.drafts import MOST_FILES, Draft, Step
from handlers.complaints.picking import Choice
from handlers.complaints.verbs import Labels, Verb, labelled
from handlers.markup import plain, shorten
from handlers.replies import Message
from handlers.titles import short_name
from handlers.turn import Turn

EXCERPT = 500  # units of the text that a summary and a receipt repeat
_GLANCE = 160
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Screen:
    """A draft as it is shown to its writer; `going` is where it would go now."""

    turn: Turn
    draft: Draft
    going: Direction

    async def message(self, choice: Choice | None = None) -> Message:
        """Return the message of the step that the draft is at; `choice` are standards to show."""
        match self.draft.step:
            case Step.STANDARD:
                return self._standards(choice or Choice.of_titles(self.turn, self.going.options))
            case Step.FILES:
                files = await self.turn.work.attachments.of_draft(self.draft.id)
                return self._files(files)
            case step:
                return _PLAIN[step](self)

    @property
    def _labels(self) -> Labels:
        return Labels(self.turn.texts, self.turn.language)

    def _button(self, name: str, verb: Verb, value: str = "") -> Button:
        return self._labels.button(name, verb, self.draft.id, value)

    def _render(self, name: str, **values: object) -> str:
        return self.turn.render(f"complaints.{name}", **values)

    def _glance(self) -> str:
        return shorten(self.draft.text, _GLANCE)

    def text(self) -> Message:
        """Ask what happened."""
        kind = self.draft.kind.value if self.draft.kind else ""
        html = self._render("ask_text", kind=kind, **self.draft.enclosed)
        return Message(html, ((self._button("cancel", Verb.CANCEL),),))

    def kind(self) -> Message:
        """Ask which of the three it is."""
        rows = [(self._button(kind.value, Verb.KIND, kind.value),) for kind in TicketKind]
        return Message(self._render("ask_kind", excerpt=self._glance()), (*rows, self._way_out()))

    def summary(self) -> Message:
        """Show all that would be sent, and to whom."""
        going, draft = self.going, self.draft
        html = self._render(
            "summary",
            kind=going.kind.value if going.kind else "",
            title=short_name(going.placement.standard_title or ""),
            excerpt=shorten(draft.text, EXCERPT),
            confidential=going.confidential,
            because=going.confidential and draft.confidential is None,
            way=way_of(self.turn, going.placement, going.office),
            **self.draft.enclosed,
        )
        rows: Rows = (
            (self._button("send", Verb.SEND),),
            (self._button("kind", Verb.KIND), self._button("standard", Verb.STANDARDS, "1")),
            (self._button("privacy", Verb.PRIVACY), self._button("rewrite", Verb.REWRITE)),
        )
        last: tuple[Button, ...] = (self._button("cancel", Verb.CANCEL),)
        if draft.items:
            label = self._labels.text("files", count=draft.files)
            last = (labelled(label, Verb.FILES, draft.id), *last)
        return Message(html, (*rows, last))

    def privacy(self) -> Message:
        """Say honestly who can know what, and let the writer choose."""
        way = way_of(self.turn, self.going.placement, self.going.office)
        html = self._render("privacy", confidential=self.going.confidential, receiver=way.receiver)
        choices = (
            self._button("open", Verb.PRIVACY, "0"),
            self._button("confidential", Verb.PRIVACY, "1"),
        )
        return Message(html, (choices, (self._button("back", Verb.BACK),)))

    def rewrite(self) -> Message:
        """Ask for another text."""
        html = self._render("ask_rewrite", excerpt=shorten(self.draft.text, EXCERPT))
        return Message(html, (self._way_out(),))

    def _standards(self, choice: Choice) -> Message:
        html = self._render("ask_standard", count=choice.total, labels=list(choice.labels))
        rows = [
            (labelled(label, Verb.STANDARD, self.draft.id, code),)
            for label, code in zip(choice.buttons, choice.codes, strict=True)
        ]
        if choice.narrowed:
            rows.append((self._button("all_standards", Verb.STANDARDS, "1"),))
        unknown = (self._button("no_standard", Verb.NO_STANDARD),)
        return Message(html, (*rows, *self._turning(choice), unknown, self._way_out()))

    def _turning(self, choice: Choice) -> Rows:
        row = []
        if choice.page > 1:
            row.append(self._button("earlier", Verb.STANDARDS, str(choice.page - 1)))
        if choice.page < choice.pages:
            label = self._labels.text("later", number=choice.page + 1, count=choice.pages)
            row.append(labelled(label, Verb.STANDARDS, self.draft.id, str(choice.page + 1)))
        return (tuple(row),) if row else ()

    def _files(self, files: Sequence[Attachment]) -> Message:
        labels = [self._file(file) for file in files]
        html = self._render("files", labels=labels, count=MOST_FILES)
        removing = [
            labelled(
                self._labels.text("remove", number=number), Verb.REMOVE, self.draft.id, str(file.id)
            )
            for number, file in enumerate(files, 1)
        ]
        rows = [tuple(removing[start : start + 3]) for start in range(0, len(removing), 3)]
        return Message(html, (*rows, (self._button("back", Verb.BACK),)))

    def _file(self, file: Attachment) -> str:
        return file_label(self.turn, file)

    def _way_out(self) -> tuple[Button, ...]:
        """Return "back" where there is something to go back to, and "cancel"."""
        cancel = self._button("cancel", Verb.CANCEL)
        return (self._button("back", Verb.BACK), cancel) if self.draft.has_story else (cancel,)


_PLAIN: Mapping[Step, Callable[[Screen], Message]] = {
    Step.TEXT: Screen.text,
    Step.KIND: Screen.kind,
    Step.SUMMARY: Screen.summary,
    Step.PRIVACY: Screen.privacy,
    Step.REWRITE: Screen.rewrite,
}


def file_label(turn: Turn, file: Attachment) -> str:
    """Return how a file is called to whoever sent it."""
    size = file.facts.size or 0
    label = turn.render(
        "complaints.file_label",
        kind=file.kind.value,
        name=shorten(file.facts.name or "", 60),
        megabytes=f"{size / _MEGABYTE:.1f}" if size >= _MEGABYTE // 10 else "",
    )
    return plain(label)


def next_step(draft: Draft, going: Direction) -> Step:
    """Return what is missing first, or the summary."""
    if not draft.has_story:
        return Step.TEXT
    if going.kind is None:
        return Step.KIND
    return Step.STANDARD if going.asks_standard else Step.SUMMARY


async def screen_of(turn: Turn, draft: Draft, step: Step | None = None) -> Screen:
    """Return the draft's screen at a step, or at the first one where something is missing."""
    going = await direction(turn, draft)
    return Screen(turn, replace(draft, step=step or next_step(draft, going)), going)
