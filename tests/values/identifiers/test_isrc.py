"""ISRC: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.isrc import read_isrc


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("US-SKG-19-12345", "US-SKG-19-12345", ""),
        ("usskg1912345", "US-SKG-19-12345", ""),
        ("XX-SKG-19-12345", "", "begin with XX"),
        ("US-SKG-19-1234", "", "twelve"),
        ("US-SKG-1A-12345", "", "twelve"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_isrc(code)
    assert (found.kind, found.normalized) == ("ISRC", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
