"""ISBNs that a spreadsheet, a wrong encoding or a scan has damaged are read where they can be."""

from __future__ import annotations

import pytest

from reportcite.values.isbns.damaged import (
    digits_alone,
    lost_digits,
    number_with_a_gap,
    odd_number,
    run_together,
    undamaged,
)


@pytest.mark.parametrize(
    "text",
    [
        "978&ndash;3&ndash;948289&ndash;82&ndash;9",
        "978&#8211;3–948289–82–9",
        "978â€“3â€“948289â€“82â€“9",  # UTF-8 read as Windows-1252
        "978\u200b–3Â\u00ad–948289–82–9",
    ],
)
def test_hyphens_that_a_wrong_encoding_has_changed(text: str) -> None:
    found = undamaged(text).replace("-", "–")
    assert found.replace("\u00ad", "").replace("\u200b", "") == "978–3–948289–82–9"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("978%2D3%2d948289", "978-3-948289"),
        ("978%203%C2%A0948289", "978 3 948289"),
        ("978\t3 948289", "978 3 948289"),
        ("978-3-\n948289", "978-3-948289"),
        ("978 3Â\xa0948289", "978 3\xa0948289"),
        ("9783948289829â€‹", "9783948289829"),
        ("978-3\n948289", "978-3\n948289"),  # two lines are two numbers
        ("Âge", "Âge"),
    ],
)
def test_spaces_of_addresses_and_ends_of_lines(text: str, whole: str) -> None:
    assert undamaged(text) == whole


@pytest.mark.parametrize(
    "text", ["9.78E+12", "9,78031E+12", "9.78E12", "978E+12", "3.9E+5", "1.234567E+13", "3.9E+8"]
)
def test_digits_that_a_spreadsheet_lost_are_told(text: str) -> None:
    assert f"has written it as {text}; its other digits are lost" in lost_digits(text)


@pytest.mark.parametrize(
    "text",
    [
        "9.783948289829E+12",  # all are there
        "1.234E+3",
        "1.234E+14",
        "12E9",  # the number of a flat
        "B12E+9",
        "9.78E+12a",
    ],
)
def test_other_texts_with_an_e_have_lost_nothing(text: str) -> None:
    assert lost_digits(text) == ""


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("306406152.0", "306406152"),
        (" 9783948289829,00 ", "9783948289829"),
        ("306406152.5", "306406152.5"),
        ("12345.0", "12345.0"),
        ("9.783948289829E+12", "9783948289829"),
        ("97.83948289829E+12", "97.83948289829E+12"),
        ("9,783,948,289,829", "9783948289829"),
        ("9’783’948’289’829", "9783948289829"),
        ("9,783", "9,783"),
    ],
)
def test_numbers_of_spreadsheets_are_their_digits(text: str, digits: str) -> None:
    assert digits_alone(text) == digits


@pytest.mark.parametrize("mark", [*"?~/*=:\ufffd", "??", "::"])
def test_whatever_stands_in_the_place_of_hyphens(mark: str) -> None:
    found = odd_number(f"Nr. {mark.join(['978', '3', '948289', '82', '9'])} geb.")
    assert found is not None and (found.compact, found.reason) == ("9783948289829", "")
    found = odd_number(mark.join(["0", "8044", "2957", "x"]))
    assert found is not None and found.compact == "080442957X"


@pytest.mark.parametrize(
    "text",
    [
        "978?3?948289?82?8",  # it is not right
        "394/828/9824",  # an ISBN-10 has four parts, the last of one digit
        "39/48/28/9824",
        "1978?3?948289?82?9",
        "978?3?948289?82?91",
        "978 3 948289 82 9",
    ],
)
def test_other_numbers_with_marks_between_are_no_isbns(text: str) -> None:
    assert odd_number(text) is None


@pytest.mark.parametrize(
    ("text", "compact"),
    [
        ("978-3-948289-82-?", "9783948289829"),
        ("978-3-94_289-82-9", "9783948289829"),
        ("0-8044-2957-*", "080442957X"),
        ("*804429 57X", "080442957X"),
    ],
)
def test_a_digit_that_cannot_be_read_follows_from_the_others(text: str, compact: str) -> None:
    found = number_with_a_gap(f"(pbk.) {text}")
    assert found is not None and found.compact == compact
    assert found.reason == f"a {text.strip('0123456789X- ')[0]} stands where a digit belongs"


@pytest.mark.parametrize("text", ["978-3-948289-8?-?", "978-3-948289-?", "977-3-948289-82-?", "?"])
def test_two_digits_that_cannot_be_read_do_not(text: str) -> None:
    assert number_with_a_gap(text) is None


@pytest.mark.parametrize(
    ("digits", "parts"),
    [
        ("97839482898299780306406157", ("9783948289829", "9780306406157")),
        ("3948289824080442957X", ("3948289824", "080442957X")),
        ("39482898249783948289829", ("3948289824", "9783948289829")),
        ("97839482898299780306406158", ("9783948289829", "9780306406158")),
        ("97839482898289780306406158", ()),  # none is right
        ("978394828982952495", ("9783948289829",)),  # with the price of its bar code
        ("978394828982852495", ()),
        ("97839482898295249", ()),
        ("9783948289829524951", ()),
        ("09783948289829", ("9783948289829",)),
        ("19783948289829", ()),
        ("09783948289828", ()),
        ("9783948289829" * 4, ("9783948289829",) * 4),
        ("9783948289829" * 5, ()),
        ("9783948289829", ()),
    ],
)
def test_numbers_without_anything_between_them(digits: str, parts: tuple[str, ...]) -> None:
    assert run_together(digits) == parts
