"""ISBNs are read as catalogues, shops, spreadsheets and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.isbns.digits import holds
from reportcite.values.isbns.written import numbers_in


@pytest.mark.parametrize(
    "text",
    [
        "3948289824 :",
        "3948289824 ;",
        "3948289824,",
        "3948289824 (pbk.) : EUR21.00",
        "3948289824 (hardback : alk. paper) : $12.50",
        "3-948289-82-4 Pp. : EUR 12.00 (DE), EUR 12.40 (AT), CHF 18.50 (freier Preis)",
        "3-948289-82-4 kart. : DM 12.80",
        "3-948289-82-4 (br.) : 45 F",
        "3948289824 (relié) : 9,50 EUR",
        "3948289824 geb.",
        "3948289824kart.",
        "3948289824EUR12.00",
        "3948289824 12,50 €",
        "3948289824:£12.50",
        "3948289824 (v. 1)",
        "Bd. 2: 3-948289-82-4",
        "1. 3-948289-82-4",
        "3948289824 1. Aufl. 2004",
        "3948289824 2004-05-01",
        "[3948289824]",
        "'3948289824'",
        '="3948289824"',
        "3948289824.0",
        "3.948289824E+9",
        "3,948289824E9",
        "ISBN3948289824",
        "ISBN-10 3-948289-82-4",
        "ISBN10: 3948289824",
        "ISBN-Nr. 3948289824",
        "ISBN (10): 3948289824",
        "I.S.B.N. 3-948289-82-4 rel.",
        "eISBN 3948289824",
        "P-ISBN: 3948289824",
        "EAN 3948289824",
        "020 __ |a 3948289824 |q (pbk.) |c $12.50",
        "020    $a3948289824$q(hbk.)$z3948289825",
        "=020  \\\\$a3948289824",
        "020 |a 3948289824 |c Pp. : EUR 12.00 |9 3-948289-82-4",
        "020 ‡a3948289824",
        "004A $03-948289-82-4",
        "004A $A3948289824",
        "|z 3948289824",
        "020 ## $z 3948289824",
        "urn:isbn:3948289824",
        "URN:ISBN:3-948289-82-4",
        "info:isbn/3948289824",
        "https://www.worldcat.org/isbn/3948289824",
        "https://books.google.com/books?vid=ISBN3948289824",
        "https://shop.example/dp/3948289824?ref=1",
        "3.948289.82.4",
        "3·948289·82·4",
        "3 • 948289 • 82 • 4",
        "3 - 948289 - 82 - 4",
        "3,948,289,824",
        "3'948'289'824",
        "3948289824, DOI: 10.1234/5678901234",
        "3\u00a0948289\u200982\u202f4",
    ],
)
def test_what_stands_beside_a_number_does_not_count(text: str) -> None:
    [one] = numbers_in(text)
    assert (one.compact, one.reason) == ("3948289824", "")


def test_an_isbn_written_as_a_doi() -> None:
    [one] = numbers_in("https://doi.org/10.978.394828/9829")
    assert one.compact == "9783948289829"


@pytest.mark.parametrize("x", ["X", "x", "х", "Х", "×", "Ⅹ"])
def test_the_x_at_the_end_is_one_of_several_letters(x: str) -> None:
    assert numbers_in(f"0-8044-2957-{x}")[0].compact == "080442957X"


@pytest.mark.parametrize(
    ("text", "compacts"),
    [
        ("9783948289829, 3948289824", ["9783948289829", "3948289824"]),
        ("9783948289829 / 3948289824", ["9783948289829", "3948289824"]),
        ("9783948289829 3948289824", ["9783948289829", "3948289824"]),
        ("978 3 948289 82 9 3 948289 82 4", ["9783948289829", "3948289824"]),
        ("3-948289-82-4 0-8044-2957-X", ["3948289824", "080442957X"]),
        ("9783948289829; 978-3-948289-82-8", ["9783948289829", "9783948289828"]),
        ("978-3-948289-82-8 978-3-948289-82-7", ["9783948289828", "9783948289827"]),
        ("3948289825 3948289826", ["3948289825", "3948289826"]),
        ("3948289824\n3948289824", ["3948289824"]),
        ("9783948289829|9780306406157", ["9783948289829", "9780306406157"]),
        ("https://doi.org/10.1234/9783948289829", ["9783948289829"]),
        ("3948289824 x", ["3948289824X"]),
        ("9783948289829x", ["9783948289829X"]),
        ("M-2600-0043-8", ["M260000438"]),
        ("97839482898299780306406157 geb.", ["9783948289829", "9780306406157"]),
        ("978-3-948289-82-9978-0-306-40615-7", ["9783948289829", "9780306406157"]),
        ("978-3-948289-822-9", ["97839482898229"]),  # what a hyphen joins belongs to it
        ("978-3-948289-82-8 9", ["9783948289828"]),
        ("EAN 978394828982952495", ["9783948289829"]),
        ("978?3?948289?82?9", ["9783948289829"]),
        ("978&#8209;3–948289–82–9", ["9783948289829"]),
    ],
)
def test_all_numbers_of_a_text_are_found_once(text: str, compacts: list[str]) -> None:
    assert [one.compact for one in numbers_in(text)] == compacts


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("978-O-306-40615-7", "letter O "),
        ("0-3o6-4O615-2", "letters O and o stand"),
        ("978-3-l6-I48410-0", "letters I and l stand"),
        ("97803O6406157", "letter O "),
        ("978-0-30G-406l5-7", "letters G and l stand"),
        ("978-0-306-40615-7".replace("0-3", "0-З"), "letter З "),  # of the Cyrillic alphabet
        ("978-0-3?6-40615-7", "a ? stands"),
    ],
)
def test_letters_for_digits_are_a_slip_with_one_reading(text: str, letters: str) -> None:
    [one] = numbers_in(text)
    assert letters in one.reason and holds(one.compact)


@pytest.mark.parametrize("text", ["9.78E+12", "9,78031E+12", "9.78E12", "3.95E+09"])
def test_digits_that_a_spreadsheet_lost_are_not_guessed(text: str) -> None:
    [one] = numbers_in(text)
    assert "spreadsheet" in one.reason and text in one.reason and not one.compact


@given(st.text("0123456789xXOl -.()$|aISBN:E+,¦\n", max_size=60))
def test_any_text_has_a_number_or_none(text: str) -> None:
    found = numbers_in(text)
    assert found and len({one.compact for one in found}) == len(found)


def test_a_long_text_is_not_looked_at_as_a_whole() -> None:
    assert len(numbers_in("978-3-948289-82-9 " * 300_000)) == 1
    assert numbers_in("1" * 5_000_000)[0].compact == "1" * 2000
    assert [one.compact for one in numbers_in("9783948289828 " * 300)] == ["9783948289828"]


@pytest.mark.parametrize("dash", [*"‐‑‒–—―−﹣－", "\u00ad-", "\u200b-"])
def test_any_dash_parts_the_digits_and_what_is_invisible_does_not_count(dash: str) -> None:
    [one] = numbers_in(dash.join(["978", "3", "948289", "82", "9"]))
    assert one == ("978-3-948289-82-9", "9783948289829", "")


@pytest.mark.parametrize(
    ("text", "compact"),
    [
        ("9.783948289829E+12", "9783948289829"),
        ("3.948289824E+9", "3948289824"),
        ("3.9482898240E9", "3948289824"),
        ("3.94828982E+8", "394828982"),  # of an old SBN
        ("3.9482898245E+9", "3.9482898245E+9"),  # no whole number
        ("1.2345678E+7", "1.2345678E+7"),
        ("3.9482898241E+10", "3.9482898241E+10"),
        ("3.948289824123E+11", "3.948289824123E+11"),
    ],
)
def test_a_spreadsheet_that_kept_all_digits_lost_nothing(text: str, compact: str) -> None:
    [one] = numbers_in(text)
    assert (one.compact, one.reason) == (compact, "")


@pytest.mark.parametrize(
    ("text", "compacts"),
    [
        # Nine digits beside an ISBN are another number, eight may be a date.
        ("9783948289829 123456789", ["9783948289829", "123456789"]),
        ("9783948289829 12345678", ["9783948289829"]),
        # Beside a wrong one six are, five may be a price.
        ("9783948289828 123456", ["9783948289828", "123456"]),
        ("9783948289828 12345", ["9783948289828"]),
        # A number with a digit too many or too few is one.
        ("123 45678901", ["12345678901"]),
        ("1234567891 123", ["1234567891123"]),
        ("12345 9781234", ["123459781234"]),
        # What is too long for one number is several.
        ("1234567891 123 4567892", ["1234567891", "1234567892"]),
        ("1234567 9781234", ["1234567", "9781234"]),
        ("1234567 1234567", ["12345671234567"]),
    ],
)
def test_digits_beside_others_are_a_number_or_not_by_how_many_they_are(
    text: str, compacts: list[str]
) -> None:
    assert [one.compact for one in numbers_in(text)] == compacts


def test_a_number_is_shown_as_it_stands() -> None:
    assert numbers_in("ISBN 978 3 948289 82 8 kart.")[0].text == "978 3 948289 82 8"
    assert numbers_in("Bd. 12345678") == [("12345678", "12345678", "")]  # an ISSN, perhaps
    assert numbers_in("Bd. 1234567") == [("Bd. 1234567", "BD.1234567", "")]
    assert numbers_in("x" * 200)[0].text == "x" * 120


def test_six_digits_make_a_number_of_letters_that_look_like_digits() -> None:
    assert numbers_in("000000OOOO")[0].compact == "0000000000"
    assert numbers_in("00000OOOOO")[0].compact == "00000OOOOO"
    assert numbers_in("OOOOOOOOOO")[0].compact == "OOOOOOOOOO"


def test_subfields_have_any_of_their_marks() -> None:
    for mark in "$|\x1f‡ǂ":
        assert [one.compact for one in numbers_in(f"{mark}a3948289824{mark}q(pbk.)")] == [
            "3948289824"
        ]


def test_two_thousand_letters_are_looked_at() -> None:
    isbn = "978-3-948289-82-9"
    assert numbers_in("x" * (1999 - len(isbn)) + " " + isbn)[0].compact == "9783948289829"
    assert numbers_in("x" * (2000 - len(isbn)) + " " + isbn)[0].compact.startswith("XXX")


def test_a_group_of_letters_alone_is_a_word() -> None:
    assert numbers_in("ZDB 2413489-6")[0].reason == ""
    assert numbers_in("0-OO-136046-9")[0].compact == "0001360469"


def test_a_number_with_lost_digits_hides_no_right_one() -> None:
    [one] = numbers_in("9.78E+12 (3948289824)")
    assert (one.compact, one.reason) == ("3948289824", "")
