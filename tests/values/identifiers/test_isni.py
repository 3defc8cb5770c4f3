"""ISNI and ORCID: one form, two kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from reportcite.values.identifiers.isni import looks_like_orcid, read_isni, read_orcid


@pytest.mark.parametrize(
    "code",
    ["0000-0002-1825-0097", "0000000218250097", "0000 0002 1825 0097", "0000–0002–1825–0097"],
)
def test_an_orcid_is_written_in_groups_with_hyphens(code: str) -> None:
    found = read_orcid(code)
    assert found.normalized == "0000-0002-1825-0097" and looks_like_orcid(code)
    assert read_isni(code).normalized == "0000 0002 1825 0097"


@pytest.mark.parametrize(
    ("code", "reason", "suggestion"),
    [
        ("0000-0002-1825-0098", "7 was expected", "0000-0002-1825-0097"),
        ("0000-0002-1825", "sixteen digits", ""),
        ("0000 0001 2281 955X", "not among the numbers", ""),
        ("", "sixteen digits", ""),
    ],
)
def test_what_is_wrong_with_an_orcid(code: str, reason: str, suggestion: str) -> None:
    found = read_orcid(code)
    assert reason in found.reason and found.suggestion == suggestion and not found.link


@given(st.text("0123456789", min_size=15, max_size=15))
def test_the_check_digit_is_that_of_stdnum(digits: str) -> None:
    right = digits + str(mod_11_2.calc_check_digit(digits))
    assert read_isni(right).valid
    wrong = digits + ("0" if right[-1] != "0" else "1")
    assert read_isni(wrong).suggestion.replace(" ", "") == right


def test_the_numbers_of_orcid() -> None:
    assert looks_like_orcid("0000-0001-5000-0007") and looks_like_orcid("0009-0000-0000-0000")
    assert not looks_like_orcid("0000-0001-5000-0006")
    assert looks_like_orcid("0000-0003-5000-0001") and not looks_like_orcid("0000-0003-5000-0002")
