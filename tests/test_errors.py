"""Exceptions say where and how to fix what cannot be used, and with which code a run ends."""

from __future__ import annotations

import pytest

from reportcite.errors import (
    ExitCode,
    InputError,
    OutputError,
    Place,
    ReportciteError,
    StyleError,
    UsageError,
)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("a"), "a"),
        (Place("a", 3), "a:3"),
        (Place("a", 3, 1), "a:3:1"),
        (Place("a", 0, 1), "a"),
    ],
)
def test_a_place_reads_as_far_as_it_is_known(place: Place, text: str) -> None:
    assert str(place) == text


def test_an_error_reads_with_its_place_and_what_to_do() -> None:
    assert str(InputError("bad")) == "bad"
    error = InputError("bad", place=Place("a", 1), suggestion="fix it")
    assert str(error) == "a:1: bad (fix it)"
    assert (error.message, error.suggestion) == ("bad", "fix it")


def test_exit_codes() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "CLEAN": 0, "FINDINGS": 1, "USAGE": 2, "UNREADABLE": 3, "INTERRUPTED": 130,
    }  # fmt: skip
    assert UsageError("x").exit_code == ExitCode.USAGE
    for kind in (ReportciteError, InputError, StyleError, OutputError):
        assert kind("x").exit_code == ExitCode.UNREADABLE
