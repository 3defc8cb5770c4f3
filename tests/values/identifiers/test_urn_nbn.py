"""URN:NBN: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.urn_nbn import check_digit, read_urn_nbn


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("urn:nbn:de:gbv:7-isbn-90-6984-508-3-8", "urn:nbn:de:gbv:7-isbn-90-6984-508-3-8", ""),
        ("URN:NBN:de:101:1-201102033592", "urn:nbn:de:101:1-201102033592", ""),
        ("urn:nbn:de:101:1-201102033593", "", "the check digit is 3, but 2 was expected"),
        ("urn:nbn:fi-fe2016091923775", "urn:nbn:fi-fe2016091923775", ""),
        ("urn:nbn:", "", "of the form"),
        ("urn:nbn:de:101:1-ä", "", "of the form"),
    ],
)
def test_codes(code: str, normalized: str, reason: str) -> None:
    found = read_urn_nbn(code)
    assert (found.kind, found.normalized) == ("URN:NBN", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.valid or not found.link


@pytest.mark.parametrize(
    ("country", "resolver"),
    [
        ("fi", "https://urn.fi/urn:nbn:fi:x"),
        ("se", "https://urn.kb.se/resolve?urn=urn:nbn:se:x"),
        ("at", "https://nbn-resolving.org/urn:nbn:at:x"),
    ],
)
def test_each_country_has_its_resolver(country: str, resolver: str) -> None:
    assert read_urn_nbn(f"urn:nbn:{country}:x").link == resolver


def test_a_wrong_check_digit_is_put_right() -> None:
    assert read_urn_nbn("urn:nbn:de:101:1-201102033593").suggestion == (
        "urn:nbn:de:101:1-201102033592"
    )


def test_a_character_without_a_number_has_no_check_digit() -> None:
    assert check_digit("urn:nbn:de:a~") == ""
    assert read_urn_nbn("urn:nbn:de:a~1").valid
