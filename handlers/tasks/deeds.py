"""What buttons about tasks do, one letter each."""

from __future__ import annotations

from enum import StrEnum


class TaskDeed(StrEnum):
    """A deed, as its button carries it."""

    LIST = "l"  # the list; the argument is its page
    OPEN = "o"
    STEPS = "s"  # all steps; the argument is the page
    STEP = "k"
    DONE = "d"
    UNDO = "u"
    NOTE = "m"
    NOT_YET = "b"
    ASK_TIME = "t"
    NOT_MINE = "n"
    PASS_ON = "p"  # noqa: S105 - a deed; the argument is the code of a post
    WHY = "w"
    TEXT = "x"
    HAPPENED = "e"  # the event that a step waits for
    SET_DATE = "D"
    AGREE = "a"
    REFUSE = "r"
    MOVE = "M"
    PAUSE = "P"
    RESUME = "R"
    FINISH = "F"  # with the argument "+" for sure
    CANCEL = "C"
    TIMES = "v"  # of a task, or with the argument "standard:period" of all of a standard
    MEMBERS = "y"
    PICTURE = "g"
    ATTACHED = "f"  # the file that was sent along with a step
    FILE = "i"
    BEGIN = "B"  # the argument is the code of a standard
    PICK = "c"  # an answer to the form that waits: "step:value"
    STAFF = "S"  # who an actor is, or who does a step; see `handlers.tasks.staff`
    LADDER = "L"  # the argument is a change, as `handlers.ladders` reads it
    FOR_ALL = "A"  # the admin: every official may start tasks, or not
