"""GND: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.gnd import read_gnd


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("118540238", "118540238", ""),
        ("4079163-4", "4079163-4", ""),
        ("118540239", "", "8 was expected"),
        ("4079163-5", "", "was expected"),
        ("2118540238", "", "is like"),
        ("12", "", "is like"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_gnd(code)
    assert (found.kind, found.normalized) == ("GND", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


def test_the_right_number_is_named_where_there_is_one() -> None:
    assert read_gnd("118540239").suggestion == "118540238"
    assert read_gnd("4079163-5").suggestion == ""
