"""ISSNs are recognized by their check digit, however they are spaced."""

from __future__ import annotations

import pytest
import stdnum.issn
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.issn import is_issn, issn_problems, looks_like_issn


@pytest.mark.parametrize(
    "text", ["0378-5955", "03785955", "0378–5955", " 0378 5955 ", "2434-561X", "2434-561x"]
)
def test_valid_issns(text: str) -> None:
    assert is_issn(text)


@pytest.mark.parametrize(
    "text",
    [
        "0378-5956",
        "0378-595",
        "0378-59550",
        "X378-5955",
        "ISSN 0378-5955",
        "٠٣٧٨-٥٩٥٥",
        "0378/5955",
        "",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_issn(text)


def test_a_text_as_long_as_no_number_is_not_looked_at() -> None:
    assert is_issn("0378-5955".ljust(39))
    assert not is_issn("0378-5955".ljust(40))


@pytest.mark.parametrize("text", ["2024-0012", "20240012", "2024-001x"])
def test_a_mistyped_issn_still_looks_like_one(text: str) -> None:
    assert looks_like_issn(text) and not is_issn(text)


@pytest.mark.parametrize("text", ["2024-00123", "2024 0012", "WP 2024-0012", "2024-001Y"])
def test_other_forms_do_not(text: str) -> None:
    assert not looks_like_issn(text)


@given(st.from_regex(r"[0-9]{7}[0-9X]", fullmatch=True))
def test_agrees_with_stdnum(text: str) -> None:
    assert is_issn(text) == stdnum.issn.is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "0378-5955",
        "03785955",
        "0378-5955, 2434-561X",
        "ISSN 0378-5955 (print); 2434-561x (online)",
        "0378-5955 2434-561X",
        "eISSN: 0378-5955",
        "",
    ],
)
def test_right_issns_of_a_field(text: str) -> None:
    assert list(issn_problems(text)) == []


def test_each_wrong_issn_of_a_field_is_told() -> None:
    digit, form = issn_problems("0378-5954, 0378-5955, soil")
    assert digit.suggestion == "write 0378-5955, if only the last digit is wrong"
    assert "check digit is 4, but 5" in digit.message
    assert "has not the form" in form.message and form.rule.name == "issn-wrong"
