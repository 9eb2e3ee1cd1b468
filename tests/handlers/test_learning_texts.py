"""The texts of /istilah and /pertanyaan, whatever they are given, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.learning import LessonKind, OfficeTerm, OpenQuestion, Place, StoredLesson, Use
from handlers.learning.changes import Told
from handlers.markup import length, plain
from handlers.texts import LANGUAGES, office_texts
from knowledge.finding.defining import Doubt
from tests.handlers.test_texts import HOSTILE, parameters
from tests.telegram import NOW, Stage
from tests.telegram_rules import shown

LESSON = StoredLesson(
    1, LessonKind.LINK, HOSTILE, HOSTILE, 7, NOW, place=Place("x", "2.a", HOSTILE, "0"),
    about="x", post=HOSTILE, holding="plt",
)  # fmt: skip
QUESTION = OpenQuestion(HOSTILE, (1, 2), NOW, NOW, (HOSTILE,), {"x": 2, "": 1}, 2, True, LESSON)
TERM = OfficeTerm(1, HOSTILE[:40], HOSTILE[:120], 7, NOW, 7, NOW)
GIVEN: dict[str, Any] = {
    "question": QUESTION,
    "questions": [(QUESTION, HOSTILE[:160])] * 6,
    "lesson": LESSON,
    "lessons": [(LESSON, HOSTILE[:120], True)] * 6,
    "term": TERM,
    "terms": [TERM] * 10,
    "earlier": [(TERM, HOSTILE)] * 5,
    "changes": [Told(HOSTILE[:120], HOSTILE[:110], HOSTILE[:110])] * 3,
    "passages": [(HOSTILE[:100], "2.a", "2.a", HOSTILE[:230])] * 6,
    "abouts": [(HOSTILE[:100], 3), ("", 1)],
    "wordings": [HOSTILE[:160]] * 3,
    "doubts": tuple(Doubt),
    "use": Use(9, 2),
    "kind": LessonKind.LINK,
    **dict.fromkeys(("count", "first", "more", "answered", "waiting", "told"), 9),
    **dict.fromkeys(("may_define", "for_question", "still_open", "is_lost", "newest"), True),
    **dict.fromkeys(("is_said", "is_first", "teachable"), False),
}
KEYS = [k for k in parameters("id") if k.split(".")[0] in ("learning", "terms")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_text_is_valid_and_short_enough(key: str, language: str) -> None:
    for scope in ("everywhere", "about", "no_topic"):
        values = {name: GIVEN.get(name, HOSTILE) for name in parameters("id")[key]}
        values |= {"scope": scope} if "scope" in values else {}
        if key == "learning.decision":
            values["question"] = HOSTILE
        html = office_texts().render(key, language, **values)
        assert shown(html).strip() == plain(html)
        assert 0 < length(html) <= (64 if ".b_" in key and "scope" not in values else 4096)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_that_are_empty_say_so(language: str) -> None:
    texts = office_texts()
    for query in ("", "x"):
        values = {"terms": [], "count": 0, "query": query, "may_define": False}
        assert texts.render("terms.listing", language, **values).strip()
    nothing = {"questions": [], "first": 1, "count": 0, "newest": False}
    assert texts.render("learning.listing", language, **nothing).strip()
    ended = replace(LESSON, kind=LessonKind.ANSWER, place=None, post=None, ended_at=NOW)
    html = texts.render(
        "learning.decision", language, lesson=ended, question="x", text="y", title="", about="",
        by="", ended_by="Sari", is_lost=False, use=Use(),
    )  # fmt: skip
    assert "Sari" in html


async def test_long_and_hostile_words_break_nothing(stage: Stage) -> None:
    stage.admins = (99,)
    await stage.restart()
    admin, sari = stage.chat(99), stage.chat()
    question = "parkir motor khusus <b>&\"' " + " ".join("anehsekali" * 4 for _ in range(18))
    await sari.says(question + "?")
    await sari.taps("Teruskan pertanyaan")
    await admin.says("/pertanyaan")
    await admin.taps("1")
    await admin.taps("Tulis jawaban kantor")
    await admin.says(("<i>&" * 500)[:2000])
    await admin.taps("Simpan")
    sari.sees("<i>&<i>&", "Jawaban kantor")
    await admin.taps("Daftar pertanyaan")
    await admin.taps("Yang sudah diputus")
    await admin.taps("1")
    admin.sees("parkir motor khusus <b>&", "<i>&<i>&")
