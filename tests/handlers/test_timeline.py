"""The picture of a plan: what stands on it, where, and that it fits a phone."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageColor

from bot.domain.plans.model import Basis, Plan, PlanInputs, PlannedStep
from bot.domain.plans.planner import plan_of
from bot.domain.working_time.calendar import office_calendar
from handlers.pictures import timeline as drawing
from handlers.pictures.axis import Axis, Unit
from handlers.pictures.timeline import MOST_ROWS, WIDTH, Words, short_title, timeline
from handlers.texts import LANGUAGES, office_texts
from knowledge.library import Library, shipped_documents
from knowledge.model import ServiceStandard, Source
from tests.knowledge.builders import a_standard, a_step

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = office_calendar(WIB)
START = datetime(2026, 11, 23, 7, 30, tzinfo=WIB)
SHIPPED = {one.file: one for one in Library.load([shipped_documents()])[0].values()}


def plan(standard: ServiceStandard, start: datetime = START) -> Plan:
    return plan_of(standard, PlanInputs(start), CALENDAR)


def draw(found: Plan, language: str = "id", below: str | None = None) -> Image.Image:
    png = timeline(found, CALENDAR, Words(office_texts(), language), below)
    image = Image.open(BytesIO(png))
    assert (image.format, image.mode) == ("PNG", "RGB")
    return image


def colors_at(image: Image.Image, row: int) -> list[tuple[int, ...]]:
    """Return the colours along the middle of a row's bar."""
    y = drawing._HEAD + row * drawing._ROW + 48 + drawing._BAR // 2
    return [pixel for x in range(WIDTH) if isinstance(pixel := image.getpixel((x, y)), tuple)]


def stretch(image: Image.Image, row: int, color: str) -> tuple[int, int]:
    wanted = ImageColor.getrgb(color)
    found = [x for x, pixel in enumerate(colors_at(image, row)) if pixel == wanted]
    return found[0], found[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", SHIPPED)
def test_every_shipped_plan_fits_a_phone(file: str, language: str) -> None:
    image = draw(plan(SHIPPED[file]), language)
    assert image.width == WIDTH
    assert image.height <= drawing._HEAD + MOST_ROWS * drawing._ROW + drawing._FOOT
    assert image.getpixel((2, 2)) == (255, 255, 255), "the background is light"
    left, right = image.getpixel((2, image.height // 2)), image.getpixel((WIDTH - 2, 200))
    assert left == right == (255, 255, 255), "nothing runs over the margins"


def test_a_bar_goes_from_when_work_begins_to_the_deadline() -> None:
    found = plan(a_standard("Izin", steps=[a_step("1", "Menyusun", time="2 hari"),
                                           a_step("2", "Mencetak", time="1 hari")]))  # fmt: skip
    image = draw(found)
    finish = found.finish
    assert finish is not None
    axis = Axis.around(START, finish, drawing._MARGIN, WIDTH - drawing._MARGIN)
    for row, step in enumerate(found.steps):
        assert step.deadline is not None
        left, right = stretch(image, row, drawing._STEP)
        assert abs(left - axis.at(step.begins)) <= 1
        assert abs(right - axis.at(step.deadline)) <= 1


def test_a_range_is_paler_from_its_lower_end_on() -> None:
    found = plan(a_standard("Izin", steps=[a_step("1", "Memeriksa", time="1- 3 hari")]))
    image = draw(found)
    assert stretch(image, 0, drawing._STEP)[1] <= stretch(image, 0, drawing._RANGE)[0]


def test_what_does_not_fit_is_red() -> None:
    outlasting = a_step("1", "Menyiapkan", a_step("1.a", "konsep", time="3 hari"), time="1 hari")
    image = draw(plan(a_standard("Izin", steps=[outlasting])))
    assert ImageColor.getrgb(drawing._TROUBLE) in colors_at(image, 0)
    assert ImageColor.getrgb(drawing._TROUBLE) not in colors_at(image, 1)


def test_days_off_are_shaded() -> None:
    found = plan(a_standard("Izin", steps=[a_step("1", "Menyusun", time="8 hari")]))
    image = draw(found)
    finish = found.finish
    assert finish is not None
    axis = Axis.around(START, finish, drawing._MARGIN, WIDTH - drawing._MARGIN)
    y = drawing._HEAD - 6
    assert image.getpixel((axis.at(START + timedelta(days=5)), y)) == ImageColor.getrgb(
        drawing._OFF
    )
    assert image.getpixel((axis.at(START + timedelta(days=2)), y)) == (255, 255, 255)


def test_a_part_can_be_drawn_alone_with_all_its_steps() -> None:
    found = plan(SHIPPED["standar-pelayanan-dan-sop.txt"])
    dated = [one for one in found.steps if one.number.startswith("5.") and one.deadline]
    image = draw(found, below="5")
    assert image.height == drawing._HEAD + len(dated) * drawing._ROW + drawing._FOOT


def test_without_a_deadline_there_is_nothing_to_draw() -> None:
    found = plan(a_standard("Izin", steps=[a_step("1", "Menyusun")]))
    with pytest.raises(ValueError, match="deadline"):
        draw(found)


@pytest.mark.parametrize(
    ("span", "unit"),
    [(timedelta(hours=3), Unit.HOUR), (timedelta(days=3), Unit.DAY),
     (timedelta(days=100), Unit.DAY), (timedelta(days=400), Unit.MONTH),
     (timedelta(days=4000), Unit.MONTH)],
)  # fmt: skip
def test_the_marks_of_an_axis_are_few_and_in_order(span: timedelta, unit: Unit) -> None:
    axis = Axis.around(START, START + span, 40, 1040)
    marks = list(axis.marks())
    assert axis.unit is unit
    assert 2 <= len(marks) <= 9
    assert marks == sorted(marks)
    assert all(axis.first <= mark < axis.last for mark in marks)
    assert axis.at(axis.first) == 40
    assert axis.at(axis.last) == 1040
    if span == timedelta(days=100):
        assert {mark.weekday() for mark in marks} == {0}


@pytest.mark.parametrize(
    ("title", "actors", "short"),
    [
        ("Kepala Bagian Umum memeriksa surat", ("Kepala Bagian Umum",), "Memeriksa surat"),
        ("Menteri Sekretaris Negara menandatangani surat", ("Menteri Sekretaris Negara",),
         "Menandatangani surat"),
        ("Penandatanganan surat oleh Menteri", ("Menteri",), "Penandatanganan surat oleh Menteri"),
        ("Staf", ("Staf",), "Staf"),
        ("Menyusun draf", (), "Menyusun draf"),
    ],
)  # fmt: skip
def test_a_short_title_tells_the_deed(title: str, actors: tuple[str, ...], short: str) -> None:
    step = PlannedStep("1", title, actors, Source("B.1"), None, START, START, None, Basis.NONE)
    assert short_title(step) == short
