"""One field for ISBNs, ISSNs and numbers of reports: what stands in it is distinguished."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.standard_numbers import Kind, isbn_in, read_numbers, spaced_numbers


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("978-3-16-148410-0", "number", {"ISBN": "978-3-16-148410-0"}),
        ("0378-5955", "ISBN", {"ISSN": "0378-5955"}),
        ("0378-5955", "number", {"ISSN": "0378-5955"}),
        ("978-3-16-148410-1", "number", {"ISBN": "978-3-16-148410-1"}),
        ("3-16-148410-1", "number", {"number": "3-16-148410-1"}),
        ("3-16-148410-1", "ISBN", {"ISBN": "3-16-148410-1"}),
        ("3-16-148410-1 (pbk. : EUR 10.00)", "ISBN", {"ISBN": "3-16-148410-1"}),
        ("ISBN-13: 978-3-16-148410-0", "number", {"ISBN": "978-3-16-148410-0"}),
        ("2024-0012", "number", {"number": "2024-0012"}),
        ("2024-0012", "ISSN", {"ISSN": "2024-0012"}),
        ("WP 12/2024", "ISSN", {"number": "WP 12/2024"}),
        (
            "978-3-16-148410-0; 0378-5955; 3-16-148410-X",
            "ISBN",
            {"ISBN": "978-3-16-148410-0, 3-16-148410-X", "ISSN": "0378-5955"},
        ),
        ("0378-5955 / 0378-5955", "ISSN", {"ISSN": "0378-5955"}),
        ("(0378-5955)", "ISSN", {"ISSN": "0378-5955"}),
        ("123456", "ISBN", {"number": "123456"}),
        ("1" * 1001, "ISBN", {"number": "1" * 1001}),
        ("", "ISBN", {"number": ""}),
        # A digit is missing, wrong or too many: 7 to 15 digits, X only at the end.
        ("123456", "ISSN", {"number": "123456"}),
        ("1234567", "ISBN", {"ISBN": "1234567"}),
        ("123456789012345", "ISBN", {"ISBN": "123456789012345"}),
        ("1234567890123456", "ISBN", {"number": "1234567890123456"}),
        ("12345678X", "ISBN", {"ISBN": "12345678X"}),
        ("X2345678", "ISBN", {"number": "X2345678"}),
        ("١٢٣٤٥٦٧", "ISBN", {"number": "١٢٣٤٥٦٧"}),
        # Only what begins like an ISBN of 13 digits is nothing else, in a report's number.
        ("9783161484", "number", {"number": "9783161484"}),
        ("9793161484100", "number", {"ISBN": "9793161484100"}),
        ("9803161484100", "number", {"number": "9803161484100"}),
        ("9783161484101", "ISSN", {"ISBN": "9783161484101"}),
        ("97831614841011", "ISSN", {"ISSN": "97831614841011"}),
        ("12345678901", "number", {"number": "12345678901"}),
        # Several numbers are no number of a report.
        ("2024-0012, 2024-0013", "number", {"ISSN": "2024-0012, 2024-0013"}),
        ("12345678, 1234567", "number", {"ISSN": "12345678", "ISBN": "1234567"}),
        ("0378-5955 2434-561X", "number", {"ISSN": "0378-5955, 2434-561X"}),
        ("0378-5955 0378-5955", "ISBN", {"ISSN": "0378-5955"}),
        # Labels, and brackets with the number in them.
        ("ISSN 2024-0012", "ISBN", {"ISSN": "2024-0012"}),
        ("(ISBN 3161484101)", "ISBN", {"ISBN": "3161484101"}),
        (
            "print: 3-16-148410-1 | online: 3-16-148410-2",
            "ISBN",
            {"ISBN": "3-16-148410-1, 3-16-148410-2"},
        ),
        ("3-16-148410-1, no. 7", "ISBN", {"number": "3-16-148410-1, no. 7"}),
    ],
)
def test_numbers_are_distinguished(text: str, expected: Kind, found: dict[Kind, str]) -> None:
    assert read_numbers(text, expected) == found


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("978-3-16-148410-0 3161484100", "978-3-16-148410-0, 3161484100"),
        ("0378-5955 2434-561X", "0378-5955, 2434-561X"),
        ("978 3 16 148410 0", "978 3 16 148410 0"),
        ("978-3-16-148410-0 (print)", "978-3-16-148410-0 (print)"),
        ("0378-5955", "0378-5955"),
    ],
)
def test_several_numbers_have_commas_between_them(text: str, spaced: str) -> None:
    assert spaced_numbers(text) == spaced


def test_digits_lie_within_39_characters() -> None:
    for length, kind in ((39, "ISBN"), (40, "number")):
        text = "31614" + " " * (length - 10) + "84101"
        assert read_numbers(text, "ISBN") == {kind: text}


def test_a_text_of_more_than_1000_characters_is_left_as_it_is() -> None:
    assert read_numbers("0378-5955;" * 100, "ISBN") == {"ISSN": "0378-5955"}
    assert set(read_numbers("0378-5955;" * 100 + ";", "ISBN")) == {"number"}
    numbers = " ".join(["978-3-16-148410-0"] * 56)[:1000]  # the last one is cut off
    longest = numbers.rpartition(" ")[0].ljust(1000)
    assert spaced_numbers(longest).startswith("978-3-16-148410-0, 978")
    assert spaced_numbers(longest + " ") == longest + " "


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("0378-5955 2434561X", "0378-5955, 2434561X"),
        ("03785955 2434561X", "03785955 2434561X"),  # as long as one ISBN may be
        ("a 0378-5955 2434-561X", "a 0378-5955 2434-561X"),
        ("0378-5955; 2434-561X", "0378-5955, 2434-561X"),
    ],
)
def test_only_numbers_and_delimiters_are_spaced(text: str, spaced: str) -> None:
    assert spaced_numbers(text) == spaced


_PIECES = ["3161484100", "9783161484100", "316148410X", "9770000000", "(pbk.)", "[a]", "(", ")"]


@given(st.lists(st.sampled_from([*_PIECES, " ", " :", ".", ";", "pbk"]), max_size=5))
def test_an_isbn_and_a_remark_are_read_as_any_numbers_are(pieces: list[str]) -> None:
    text = "".join(pieces).strip()
    assert isbn_in(text) == read_numbers(text, "ISBN").get("ISBN", text)


def test_ten_digits_in_a_field_for_issns_are_a_mistyped_isbn() -> None:
    assert read_numbers("3-948289-82-5", "ISSN") == {"ISBN": "3-948289-82-5"}
    assert read_numbers("0378-59551", "ISSN") == {"ISSN": "0378-59551"}  # nine
    assert read_numbers("0378-5955-123", "ISSN") == {"ISSN": "0378-5955-123"}  # eleven
    assert read_numbers("3-948289-82-5", "number") == {"number": "3-948289-82-5"}
