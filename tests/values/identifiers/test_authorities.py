"""VIAF, Wikidata, OCLC and LCCN."""

from __future__ import annotations

import pytest

from reportcite.values.identifiers.authorities import (
    looks_like_lccn,
    read_lccn,
    read_oclc,
    read_viaf,
    read_wikidata,
)


@pytest.mark.parametrize(
    "code", ["12345", "ocm00012345", "ocn12345", "on12345", "OCM00012345", "0012345"]
)
def test_zeros_and_letters_before_a_number_of_oclc_do_not_count(code: str) -> None:
    assert read_oclc(code).normalized == "12345"


@pytest.mark.parametrize("code", ["", "0", "x1", "1234567890123"])
def test_what_is_no_number_of_oclc(code: str) -> None:
    assert "up to 12 digits" in read_oclc(code).reason


def test_viaf() -> None:
    assert read_viaf("24602065/").normalized == "24602065"
    assert read_viaf("1" * 22).valid and not read_viaf("1" * 23).valid
    assert not read_viaf("024").valid and not read_viaf("x").valid


@pytest.mark.parametrize(
    ("code", "normalized"),
    [
        ("2001012345", "2001012345"),
        ("2001-12345", "2001012345"),
        ("85-2773", "85002773"),
        ("n 79021164", "n79021164"),
        ("n  79-21164 ", "n79021164"),
        ("agr25000003", "agr25000003"),
        ("  75425165//r75", "75425165"),
        ("NB2009012345", "nb2009012345"),
    ],
)
def test_control_numbers_of_the_library_of_congress(code: str, normalized: str) -> None:
    found = read_lccn(code)
    assert (found.normalized, found.link) == (normalized, f"https://lccn.loc.gov/{normalized}")


@pytest.mark.parametrize("code", ["", "1234", "1901012345", "abcd25000003", "agr2001000003", "85-"])
def test_other_numbers_are_none(code: str) -> None:
    assert read_lccn(code).reason == "an LCCN is like 2001012345, 85-2773 or n79021164"


def test_numbers_of_its_authorities_are_known_by_their_letters() -> None:
    assert looks_like_lccn("sh85076671") and looks_like_lccn("nb2009012345")
    assert not looks_like_lccn("xx85076671") and not looks_like_lccn("n7902116")


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
