"""Wikidata: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.wikidata import read_wikidata


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("Q42", "Q42", ""),
        ("q42", "Q42", ""),
        ("Q0", "", "a Q and a number"),
        ("X1", "", "a Q and a number"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_wikidata(code)
    assert (found.kind, found.normalized) == ("Wikidata", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
