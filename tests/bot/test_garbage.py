"""No look for garbage while much is taken up, and it is on again afterwards."""

from __future__ import annotations

import gc

import pytest

from bot.garbage import undisturbed


def test_nobody_looks_for_garbage_meanwhile_and_again_afterwards() -> None:
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_failure_does_not_leave_it_off() -> None:
    with pytest.raises(KeyError), undisturbed():
        raise KeyError
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
