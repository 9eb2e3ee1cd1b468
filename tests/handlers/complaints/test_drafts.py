"""A draft keeps all that it is given, in the order it came, also over a restart."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tickets import TicketKind
from handlers.complaints.drafts import DRAFT, Draft, Part, Step, draft_in, kept, new_draft
from tests.telegram import NOW

PARTS = st.builds(Part, st.text(min_size=1), st.one_of(st.none(), st.integers(1, 9)), st.booleans())
FILES = st.tuples(st.integers(1, 99), st.sampled_from([None, "a", "b"]))


def made(parts: list[Part], files: list[tuple[int, str | None]]) -> Draft:
    draft = new_draft(NOW, TicketKind.MASUKAN)
    for part in parts:
        draft = draft.with_part(part)
    for attachment, album in files:
        draft = draft.with_file(attachment, album)
    return draft


@given(st.lists(PARTS), st.lists(FILES, unique_by=lambda file: file[0]), st.sampled_from(Step))
def test_a_draft_comes_back_from_the_store_as_it_was(
    parts: list[Part], files: list[tuple[int, str | None]], step: Step
) -> None:
    draft = made(parts, files)
    state = json.loads(json.dumps(kept(draft)))
    assert draft_in(state) == draft
    assert {i for item in draft.items for i in item.ids} == {number for number, _ in files}
    last = {part.message: part.text for part in parts if part.message}
    assert all(draft.part_of(message).text == text for message, text in last.items())  # type: ignore[union-attr]


def test_an_album_is_one_item_and_a_file_can_be_taken_out_of_it() -> None:
    draft = made([], [(1, "a"), (2, None), (3, "a")])
    assert [item.ids for item in draft.items] == [(1, 3), (2,)]
    assert [item.ids for item in draft.without_file(2).items] == [(1, 3)]
    assert draft.without_file(1).files == 2


def test_faces_and_places_tell_no_story() -> None:
    assert not Part("😡😡!!").says_something
    assert not Part("Lokasi: -6.1, 106.8", place=True).says_something
    assert Part("2 jam").says_something


def test_a_draft_is_stale_after_half_an_hour() -> None:
    draft = new_draft(NOW)
    assert not draft.is_stale(NOW + timedelta(minutes=30))
    assert draft.is_stale(NOW + timedelta(minutes=31))


def test_a_spoiled_draft_counts_as_none() -> None:
    for state in (
        {},
        {DRAFT: "x"},
        {DRAFT: {"id": "1"}},
        {DRAFT: {**kept(new_draft(NOW)), "a": 1}},
    ):
        assert draft_in(state) is None
