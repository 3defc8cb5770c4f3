"""One field for ISBNs, ISSNs and numbers of reports: what stands in it is distinguished."""

from __future__ import annotations

import pytest

from reportcite.values.standard_numbers import Kind, read_numbers, spaced_numbers


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
