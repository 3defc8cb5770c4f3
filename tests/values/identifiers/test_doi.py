"""DOI: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.doi import read_doi


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("10.1234/abc", "10.1234/abc", ""),
        ("https://doi.org/10.1234/a%3Cb", "10.1234/a<b", ""),
        ("doi:10.1234/abc.", "10.1234/abc", ""),
        ("10.12/x", "", "of the form"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_doi(code)
    assert (found.kind, found.normalized) == ("DOI", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
