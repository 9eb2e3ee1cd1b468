"""The screens of a draft: the report at once, and by buttons what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.drafts import StandardDraft
from bot.domain.standards import StoredStandard
from handlers.buttons import Button, Rows
from handlers.loading.deeds import Deed, Words, button, named
from handlers.loading.views import FIELDS, line_of, view_of
from handlers.markup import pages, plain
from handlers.replies import Message
from handlers.texts import Texts
from knowledge.correcting import Correctable, current

STEPS_A_PAGE = 8
_PAGE = 2600


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words in a language, where nobody is speaking: the report comes by itself."""

    texts: Texts
    language: str

    def render(self, key: str, **values: object) -> str:
        """Return a text."""
        return self.texts.render(key, self.language, **values)


def about(draft: StandardDraft) -> tuple[int, int]:
    """Return what buttons say of the draft that they are for."""
    return draft.id, draft.version


def report(to: Words, draft: StandardDraft, known: Sequence[StoredStandard]) -> Message:
    """Return what was understood and what was not, on one screen of a phone."""
    view = view_of(draft, known)
    html = to.render("loading.report", view=view)
    it = about(draft)
    rows: list[tuple[Button, ...]] = [
        (button(to, "b_fix", Deed.FIX, it), button(to, "b_steps", Deed.STEPS, it, "0")),
        (button(to, "b_answers", Deed.ANSWERS, it), button(to, "b_plan", Deed.PLAN, it)),
        (button(to, "b_route", Deed.ROUTE, it), button(to, "b_components", Deed.COMPONENTS, it)),
    ]
    if view.warnings:
        label = plain(to.render("loading.b_warnings", count=view.warnings))
        rows.append((named(label, Deed.WARNINGS, it, "0"),))
    rows.append(
        (button(to, "b_publish", Deed.PUBLISH, it), button(to, "b_discard", Deed.ASK_DISCARD, it))
    )
    return Message(html, tuple(rows))


def several(to: Words, drafts: Sequence[StandardDraft], file: str) -> Message:
    """Return the list of what a file with many standards holds, a button for each."""
    titles = [draft.standard().title for draft in drafts]
    html = pages(to.render("loading.several", file=file, titles=titles))[0]
    rows = tuple(
        (named(f"{number}. {title}", Deed.REPORT, about(draft)),)
        for number, (draft, title) in enumerate(zip(drafts, titles, strict=True), 1)
    )
    return Message(html, rows[:40])


def components(to: Words, draft: StandardDraft) -> Message:
    """Return which of the 14 components the text has."""
    standard = draft.standard()
    values = {"present": standard.components_present, "missing": standard.components_missing}
    html = to.render("loading.components", title=standard.title, **values)
    return Message(html, (_back(to, draft),))


def warnings(to: Words, draft: StandardDraft, page: int) -> Message:
    """Return what the reader could not place, each with the line."""
    standard = draft.standard()
    told = [line.partition(": ") for line in standard.warnings]
    lines = [(key, text) for key, _, text in told if key != "corrected"]
    found = pages(to.render("loading.warnings", lines=lines), _PAGE)
    page = min(page, len(found) - 1)
    turning = _turning(to, draft, Deed.WARNINGS, page, len(found))
    return Message(found[page], (*turning, _back(to, draft)))


def steps(to: Words, draft: StandardDraft, page: int) -> Message:
    """Return the steps with their times and doers, a button for each to put it right."""
    all_steps = list(draft.standard().walk_steps())
    count = max(1, -(-len(all_steps) // STEPS_A_PAGE))
    page = min(page, count - 1)
    first = page * STEPS_A_PAGE
    lines = [line_of(step) for step in all_steps[first : first + STEPS_A_PAGE]]
    html = to.render("loading.steps", steps=lines, count=len(all_steps))
    row: list[Button] = []
    rows: list[tuple[Button, ...]] = []
    for index, line in enumerate(lines, first):
        row.append(named(line.number, Deed.STEP, about(draft), str(index)))
        if len(row) == STEPS_A_PAGE // 2:
            rows.append(tuple(row))
            row = []
    rows += [tuple(row)] if row else []
    turning = _turning(to, draft, Deed.STEPS, page, count)
    return Message(html, (*rows, *turning, _back(to, draft)))


def step(to: Words, draft: StandardDraft, index: int) -> Message | None:
    """Return one step with what can be put right about it; None if there is none so far."""
    all_steps = list(draft.standard().walk_steps())
    if not 0 <= index < len(all_steps):
        return None
    found, it = all_steps[index], about(draft)
    html = to.render("loading.step", step=line_of(found), text=found.text[:1500])
    time = button(to, "b_duration", Deed.FIELD, it, f"{Correctable.DURATION}/{index}")
    actor = button(to, "b_actor", Deed.FIELD, it, f"{Correctable.ACTOR}/{index}")
    back = button(to, "b_steps", Deed.STEPS, it, str(index // STEPS_A_PAGE))
    return Message(html, ((time, actor), (back,)))


def fixes(to: Words, draft: StandardDraft) -> Message:
    """Return what can be put right, with what it says now."""
    standard = draft.standard()
    fields = [(name, current(standard, Correctable(name))) for name in FIELDS]
    html = to.render("loading.fixes", fields=fields)
    labels = [button(to, f"b_{name}", Deed.FIELD, about(draft), name) for name in FIELDS]
    steps_of = button(to, "b_steps", Deed.STEPS, about(draft), "0")
    rows: Rows = (
        (labels[0],), (labels[1], labels[2]), (labels[3], labels[4]), (steps_of,), _back(to, draft),
    )  # fmt: skip
    return Message(html, rows)


def placing(to: Words, draft: StandardDraft, known: Sequence[StoredStandard]) -> Message:
    """Ask whether a draft is a new edition of a known standard, or another standard."""
    view, it = view_of(draft, known), about(draft)
    html = to.render("loading.placing", title=view.title, unit=view.unit, sibling=view.sibling)
    edition = button(to, "b_edition", Deed.EDITION, it)
    other = button(to, "b_other", Deed.OTHER, it)
    return Message(html, ((edition,), (other,), _back(to, draft)))


def discarding(to: Words, draft: StandardDraft) -> Message:
    """Ask before a draft is dropped."""
    html = to.render("loading.ask_discard", title=draft.standard().title)
    sure = button(to, "b_discard_sure", Deed.DISCARD, about(draft))
    return Message(html, ((sure,), _back(to, draft)))


def _back(to: Words, draft: StandardDraft) -> tuple[Button, ...]:
    return (button(to, "b_back", Deed.REPORT, about(draft)),)


def _turning(to: Words, draft: StandardDraft, deed: Deed, page: int, count: int) -> Rows:
    if count == 1:
        return ()
    row = []
    if page:
        label = plain(to.render("buttons.earlier"))
        row.append(named(label, deed, about(draft), str(page - 1)))
    if page < count - 1:
        label = plain(to.render("buttons.later"))
        row.append(named(label, deed, about(draft), str(page + 1)))
    return (tuple(row),)
