"""ISMN and ISRC: how each is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.music import read_ismn, read_isrc


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("979-0-2600-0043-8", "979-0-2600-0043-8", ""),
        ("M-2306-7118-7", "979-0-2306-7118-7", ""),
        ("M-2306-7118-8", "", "7 was expected"),
        ("978-3", "", "979-0 or M"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_ismn(code)
    assert (found.kind, found.normalized) == ("ISMN", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


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
def test_codes_of_isrc(code: str, normalized: str, reason: str) -> None:
    found = read_isrc(code)
    assert (found.kind, found.normalized) == ("ISRC", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
