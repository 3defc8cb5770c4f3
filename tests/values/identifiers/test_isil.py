"""ISIL: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.isil import read_isil


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("DE-12", "DE-12", ""),
        ("de-12", "DE-12", ""),
        ("IT-RM0267", "IT-RM0267", ""),
        ("OCLC-DLC", "OCLC-DLC", ""),
        ("WW-1", "", "begin with WW"),
        ("DE", "", "an agency and a number"),
        ("DE-1234567890123456", "", "at most 15"),
        ("DE-1_2", "", "at most 15"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_isil(code)
    assert (found.kind, found.normalized) == ("ISIL", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


def test_only_german_ones_lead_somewhere() -> None:
    assert read_isil("DE-12").link.endswith("/DE-12") and not read_isil("IT-RM0267").link
