"""ISSN: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.issn import read_issn


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("0378-5955", "0378-5955", ""),
        ("03785955", "0378-5955", ""),
        ("2434-561x", "2434-561X", ""),
        ("0378–5955", "0378-5955", ""),
        ("0378-5954", "", "5 was expected"),
        ("0378", "", "eight digits"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_issn(code)
    assert (found.kind, found.normalized) == ("ISSN", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
