"""ISBN: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.isbn import read_isbn


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("3948289824", "978-3-948289-82-9", ""),
        ("978-3-948289-82-9 (pbk.)", "978-3-948289-82-9", ""),
        ("9783948289828", "", "9 was expected"),
        ("9786578425568", "9786578425568", ""),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_isbn(code)
    assert (found.kind, found.normalized) == ("ISBN", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
