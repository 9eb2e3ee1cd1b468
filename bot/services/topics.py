"""The topic of a conversation as JSON in its state; it fades after half an hour of silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from knowledge.finding.answers import Option, Request, Topic

KEY = "topic"
_FADES_AFTER = timedelta(minutes=30)


def topic_in(state: Mapping[str, Any], now: datetime) -> Topic:
    """Return the topic that a conversation's state holds, or an empty one if it has faded."""
    kept = state.get(KEY)
    if not kept or now - datetime.fromisoformat(kept["at"]) > _FADES_AFTER:
        return Topic()
    return Topic(
        standard=kept.get("standard"),
        previous=kept.get("previous"),
        aspect=kept.get("aspect"),
        step=kept.get("step"),
        subject=kept.get("subject"),
        options=tuple(_option(data) for data in kept.get("options", ())),
    )


def with_topic(state: Mapping[str, Any], topic: Topic, now: datetime) -> dict[str, Any]:
    """Return the state with this topic, spoken of now, in place of the one before."""
    kept: dict[str, Any] = {
        "standard": topic.standard,
        "previous": topic.previous,
        "aspect": topic.aspect,
        "step": topic.step,
        "subject": topic.subject,
        "options": [_data(option) for option in topic.options],
    }
    return {**state, KEY: {"at": now.isoformat(), **_without_empty(kept)}}


def _data(option: Option) -> dict[str, Any]:
    request = option.request
    fields = {
        "label": option.label,
        "aspect": request.aspect,
        "standard": request.standard,
        "step": request.step,
        "subject": request.subject,
    }
    return _without_empty(fields)


def _option(data: Mapping[str, Any]) -> Option:
    request = Request(data["aspect"], data.get("standard"), data.get("step"), data.get("subject"))
    return Option(data["label"], request)


def _without_empty(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [])}
