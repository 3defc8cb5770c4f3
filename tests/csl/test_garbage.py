"""The search for cyclic garbage, held back and taken up again."""

from __future__ import annotations

import gc

import pytest

from reportcite.csl.garbage import Uncollected


def test_within_nothing_is_collected_and_afterwards_it_is_again() -> None:
    assert gc.isenabled()
    with Uncollected():
        assert not gc.isenabled()
        with Uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_takes_it_up_again_too() -> None:
    with pytest.raises(KeyError), Uncollected():
        raise KeyError
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with Uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
