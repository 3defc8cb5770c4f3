"""Handle and DOI: how each is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.handle import read_doi, read_handle


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("20.500.11850/123456", "20.500.11850/123456", ""),
        ("10419/12 3", "", "of the form"),
        ("abc/1", "", "of the form"),
        ("2027/mdp.39015", "2027/mdp.39015", ""),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_handle(code)
    assert (found.kind, found.normalized) == ("Handle", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


def test_what_a_url_cannot_hold_is_encoded_in_the_link() -> None:
    assert read_handle("20.500.1/ä").link == "https://hdl.handle.net/20.500.1/%C3%A4"


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("10.1234/abc", "10.1234/abc", ""),
        ("https://doi.org/10.1234/a%3Cb", "10.1234/a<b", ""),
        ("doi:10.1234/abc.", "10.1234/abc", ""),
        ("10.12/x", "", "of the form"),
    ],
)
def test_codes_of_doi(code: str, normalized: str, reason: str) -> None:
    found = read_doi(code)
    assert (found.kind, found.normalized) == ("DOI", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link
