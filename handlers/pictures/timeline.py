"""A plan as a picture for a phone: a row a step, with number, title, deadline and bar.

As many levels of steps as one screen holds are drawn; `below` draws the part under one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from bot.domain.plans.model import Basis, Plan, PlannedStep
from bot.domain.working_time.calendar import WorkingCalendar
from handlers.markup import plain
from handlers.pictures.axis import Axis, Unit
from handlers.texts import Texts
from handlers.titles import deed_of

WIDTH = 1080
"""Pixels: what Telegram shows on a phone without making it smaller."""

MOST_ROWS = 16
_MARGIN, _HEAD, _ROW, _FOOT = 40, 214, 84, 96
_BAR, _THINNEST = 24, 8
_PAPER, _INK, _PALE_INK, _LINE, _OFF = "#ffffff", "#16233a", "#5b6b82", "#d9e0ea", "#f0f2f6"
_KIND = "Standar Pelayanan "
_STEP, _PARENT, _RANGE, _TROUBLE = "#1f6fb2", "#8fa9c4", "#a9cdec", "#c62828"


@dataclass(frozen=True, slots=True)
class Words:
    """The texts in the language of who will see the picture."""

    texts: Texts
    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return a text of `pictures.j2`."""
        return plain(self.texts.render(f"pictures.{key}", self.language, **values))


def timeline(
    plan: Plan, calendar: WorkingCalendar, words: Words, below: str | None = None
) -> bytes:
    """Return a PNG of a plan's dated steps, or of those below one step.

    Raises ValueError where no step has a deadline.
    """
    dated = [step for step in plan.steps if step.deadline is not None and _is_below(step, below)]
    if not dated:
        raise ValueError("there is nothing to draw without a deadline")
    rows = _as_many_levels_as_fit(dated)
    finish = max(step.deadline for step in dated if step.deadline is not None)
    start = min(step.begins for step in dated)
    axis = Axis.around(start, max(start, finish), _MARGIN, WIDTH - _MARGIN)
    drawing = _Drawing(len(rows), axis, words)
    drawing.head(_title(plan, below), start, finish)
    shaded = drawing.days_off(calendar)
    drawing.marks()
    for index, step in enumerate(rows):
        drawing.row(index, step, [one.number for one in dated if one.parent == step.number])
    undated = [step for step in plan.steps if step.deadline is None and _is_below(step, below)]
    drawing.foot(len(dated) - len(rows), len(undated), shaded=shaded)
    return drawing.png()


def _title(plan: Plan, below: str | None) -> str:
    part = plan.step(below) if below is not None else None
    return f"{part.number}. {part.title}" if part else plan.title.removeprefix(_KIND)


def short_title(step: PlannedStep) -> str:
    """Return what is done, without who does it where the title begins with that."""
    return deed_of(step.title, step.actors)


def _is_below(step: PlannedStep, number: str | None) -> bool:
    return number is None or step.number.startswith(f"{number}.")


def _as_many_levels_as_fit(steps: Sequence[PlannedStep]) -> list[PlannedStep]:
    """Return the upper levels of steps, at least one, as long as they fit on the picture."""
    levels = {step.number: 0 for step in steps}
    for step in steps:
        levels[step.number] = levels.get(step.parent or "", -1) + 1
    rows = [step for step in steps if levels[step.number] == 0]
    for level in range(1, max(levels.values()) + 1):
        more = [step for step in steps if levels[step.number] <= level]
        if len(more) > MOST_ROWS:
            break
        rows = more
    return rows


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


class _Drawing:
    """The sheet, and what is put on it from top to bottom."""

    def __init__(self, rows: int, axis: Axis, words: Words) -> None:
        self._axis = axis
        self._words = words
        self._bottom = _HEAD + rows * _ROW
        self._image = Image.new("RGB", (WIDTH, self._bottom + _FOOT), _PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def head(self, title: str, start: datetime, finish: datetime) -> None:
        """Write a title on two lines at most, and from when to when it is."""
        lines = self._wrapped(title, _font(36), WIDTH - 2 * _MARGIN, 2)
        top = 72 - len(lines) * 22
        for index, line in enumerate(lines):
            self._draw.text((_MARGIN, top + index * 44), line, _INK, _font(36))
        head = self._words("timeline_head", start=start, finish=finish)
        self._draw.text((_MARGIN, top + len(lines) * 44 + 6), head, _PALE_INK, _font(28))

    def days_off(self, calendar: WorkingCalendar) -> bool:
        """Shade the days off where days are wide enough; tell whether there were any."""
        axis = self._axis
        if axis.unit is not Unit.DAY:
            return False
        shaded = [day for day in axis.days() if not calendar.is_working_day(day)]
        for day in shaded:
            midnight = datetime.combine(day, time(), calendar.zone)
            left, right = axis.at(midnight), axis.at(midnight + timedelta(days=1))
            self._draw.rectangle((left, _HEAD - 12, right, self._bottom), _OFF)
        return bool(shaded)

    def marks(self) -> None:
        """Draw the marks of the axis with their names."""
        font = _font(24)
        for at in self._axis.marks():
            x = self._axis.at(at)
            self._draw.line((x, _HEAD - 12, x, self._bottom), _LINE, 2)
            name = self._words("timeline_tick", day=at.date(), at=at, unit=self._axis.unit.value)
            if x + font.getlength(name) <= WIDTH - _MARGIN // 2:
                self._draw.text((x + 4, _HEAD - 44), name, _PALE_INK, font)

    def row(self, index: int, step: PlannedStep, parts: Sequence[str]) -> None:
        """Write a step's number, title and deadline, and draw its bar below them."""
        if step.deadline is None:
            return
        top = _HEAD + index * _ROW
        color = _TROUBLE if step.troubles else _INK
        due = self._words("timeline_due", deadline=step.deadline)
        font = _font(28)
        width = font.getlength(due)
        self._draw.text((WIDTH - _MARGIN - width, top + 8), due, color, font)
        room = WIDTH - 2 * _MARGIN - round(width) - 24
        title = short_title(step) or f"({', '.join(parts)})"
        (line,) = self._wrapped(f"{step.number}  {title}", font, room, 1)
        self._draw.text((_MARGIN, top + 8), line, color, font)
        self._bar(top + 48, step, _TROUBLE if step.troubles else _PARENT if parts else _STEP)

    def _bar(self, top: int, step: PlannedStep, color: str) -> None:
        deadline = step.deadline or step.begins
        left, right = self._axis.at(min(step.begins, deadline)), self._axis.at(deadline)
        left = min(left, WIDTH - _MARGIN - _THINNEST)
        right = max(right, left + _THINNEST)
        self._draw.rounded_rectangle((left, top, right, top + _BAR), 5, color)
        if step.warn_at is not None and step.basis is not Basis.BRANCH:
            middle = self._axis.at(step.warn_at)
            if left < middle < right:
                self._draw.rounded_rectangle((middle, top, right, top + _BAR), 5, _RANGE)

    def foot(self, below: int, undated: int, *, shaded: bool) -> None:
        """Write what is not drawn."""
        text = self._words("timeline_foot", below=below, undated=undated, shaded=shaded)
        text, font = " ".join(text.split()), _font(24)
        for index, line in enumerate(self._wrapped(text, font, WIDTH - 2 * _MARGIN, 2)):
            self._draw.text((_MARGIN, self._bottom + 18 + index * 32), line, _PALE_INK, font)

    def png(self) -> bytes:
        """Return the picture."""
        file = BytesIO()
        self._image.save(file, "PNG")
        return file.getvalue()

    def _wrapped(
        self, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room: int, most: int
    ) -> list[str]:
        """Return a text on at most so many lines of a width, the last one cut where it must be."""
        lines: list[str] = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip() if lines[-1] else word
            if font.getlength(longer) <= room:
                lines[-1] = longer
            elif len(lines) < most:
                lines.append(word)
            else:
                return [*lines[:-1], _cut(longer, font, room)]
        return lines


def _cut(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room: int) -> str:
    while text and font.getlength(f"{text}...") > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;')}..."
