"""ISIL: how it is written, and what is wrong with it."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.organizations import (
    looks_like_isil,
    looks_like_ror,
    read_isil,
    read_ror,
)


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


def test_a_language_is_no_library() -> None:
    assert looks_like_isil("DE-12") and not looks_like_isil("de-DE")


@pytest.mark.parametrize(
    ("code", "normalized", "reason"),
    [
        ("03yrm5c26", "03yrm5c26", ""),
        ("03YRM5C26/", "03yrm5c26", ""),
        ("03yrm5c62", "", "the check digits are 62, but 26 was expected"),
        ("13yrm5c26", "", "it is a 0"),
        ("03yrl5c26", "", "it is a 0"),  # l looks like 1
        ("3yrm5c26", "", "it is a 0"),
    ],
)
def test_research_organizations(code: str, normalized: str, reason: str) -> None:
    found = read_ror(code)
    assert (found.kind, found.normalized) == ("ROR", normalized)
    assert found.valid == (not reason) and reason in found.reason
    assert found.suggestion == ("03yrm5c26" if "check" in reason else "")


def test_a_research_organization_is_known_by_its_check_digits() -> None:
    assert looks_like_ror("03yrm5c26") and not looks_like_ror("03yrm5c27")
