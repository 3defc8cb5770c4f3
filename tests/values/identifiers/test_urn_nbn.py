"""URN:NBN: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.urn_nbn import read_urn_nbn


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("urn:nbn:de:gbv:7-isbn-90-6984-508-3-8", "urn:nbn:de:gbv:7-isbn-90-6984-508-3-8", ""),
        ("URN:NBN:de:101:1-201102033592", "urn:nbn:de:101:1-201102033592", ""),
        ("urn:nbn:de:101:1-201102033593", "", "2 was expected"),
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
