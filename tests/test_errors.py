"""Exceptions end a run: they say where, what and how to fix it, and which exit code follows."""

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
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 1), "a.yaml:1"),
        (Place("a.yaml", 1, 1), "a.yaml:1:1"),
        (Place("a.yaml", 0, 7), "a.yaml"),
    ],
)
def test_a_place_leaves_out_what_is_not_known(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ReportciteError("it is empty"), "it is empty"),
        (ReportciteError("it is empty", suggestion="fill it"), "it is empty (fill it)"),
        (ReportciteError("it is empty", place=Place("a", 3)), "a:3: it is empty"),
        (
            ReportciteError("it is empty", place=Place("a", 3, 4), suggestion="fill it"),
            "a:3:4: it is empty (fill it)",
        ),
    ],
)
def test_an_error_says_where_what_and_how_to_fix_it(error: ReportciteError, text: str) -> None:
    assert str(error) == text


def test_the_parts_of_an_error_can_be_asked_for() -> None:
    error = InputError("it is empty", place=Place("a"), suggestion="fill it")
    assert (error.message, error.place, error.suggestion) == ("it is empty", ("a", 0, 0), "fill it")
    assert InputError("x").place is None


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ReportciteError, ExitCode.UNREADABLE),
        (UsageError, ExitCode.USAGE),
        (InputError, ExitCode.UNREADABLE),
        (StyleError, ExitCode.UNREADABLE),
        (OutputError, ExitCode.UNREADABLE),
    ],
)
def test_every_error_has_its_exit_code_and_is_caught_as_one_of_the_package(
    error: type[ReportciteError], code: ExitCode
) -> None:
    with pytest.raises(ReportciteError) as caught:
        raise error("x")
    assert caught.value.exit_code is code


def test_exit_codes_are_those_scripts_rely_on_and_the_worst_is_the_largest() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "CLEAN": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "UNREADABLE": 3,
        "BUG": 70,
        "INTERRUPTED": 130,
    }
    assert max(ExitCode.CLEAN, ExitCode.UNREADABLE, ExitCode.FINDINGS) is ExitCode.UNREADABLE
