"""arXiv: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.arxiv import read_arxiv


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("2101.12345", "2101.12345", ""),
        ("0704.0001", "0704.0001", ""),
        ("1412.1234v2", "1412.1234v2", ""),
        ("1501.00001", "1501.00001", ""),
        ("math.GT/0309136", "math.GT/0309136", ""),
        ("hep-th/9901001v3", "hep-th/9901001v3", ""),
        ("2101.12345 [cs.CL]", "2101.12345", ""),
        ("2101.12345.pdf", "2101.12345", ""),
        ("2113.12345", "", "month 13"),
        ("2100.12345", "", "month 00"),
        ("0703.0001", "", "April 2007"),
        ("1412.12345", "", "five digits since"),
        ("1501.0001", "", "five digits since"),
        ("math/0313136", "", "month 13"),
        ("math/0300136", "", "month 00"),
        ("soil", "", "of the form"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_arxiv(code)
    assert (found.kind, found.normalized) == ("arXiv", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
