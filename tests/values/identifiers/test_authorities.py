"""VIAF and OCLC."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.authorities import read_oclc, read_viaf


@pytest.mark.parametrize(
    "code", ["12345", "ocm00012345", "ocn12345", "on12345", "OCM00012345", "0012345"]
)
def test_zeros_and_letters_before_a_number_of_oclc_do_not_count(code: str) -> None:
    assert read_oclc(code).normalized == "12345"


@pytest.mark.parametrize("code", ["", "0", "x1", "1234567890123"])
def test_what_is_no_number_of_oclc(code: str) -> None:
    assert "up to 12 digits" in read_oclc(code).reason


def test_viaf() -> None:
    assert read_viaf("24602065/").normalized == "24602065"
    assert read_viaf("1" * 22).valid and not read_viaf("1" * 23).valid
    assert not read_viaf("024").valid and not read_viaf("x").valid
