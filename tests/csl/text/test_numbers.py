"""Numbers: what counts as one, their forms, and the labels that go with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.csl.text.numbers import (
    is_numeric,
    is_plural,
    join_numbers,
    number_delimiters,
    roman,
    whole_number,
)
from tests.csl.style_xml import locale, printed

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number(
    value: str, form: str, *parts: str, variable: str = "number", language: str = "en-US"
) -> str:
    """`value` printed by a cs:number of that form."""
    layout = f'<number variable="{variable}" form="{form}"/>'
    return printed(layout, *parts, language=language, **{variable: value})


def labelled(variable: str, value: str, form: str = "short", plural: str = "contextual") -> str:
    """`value` behind its label."""
    label = f'<label variable="{variable}" form="{form}" plural="{plural}" suffix=" "/>'
    return printed(f'{label}<text variable="{variable}"/>', **{variable.replace("-", "_"): value})


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "2nd",
        "D2",
        "12b",
        "L2d",
        "1-3",
        "2, 5 & 7",
        "1 – 3",
        "6/64",
        "vii",
        "iv-xii",
        "2 and 4",
    ],
)
def test_numbers_may_carry_letters_and_come_in_several(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "second", "VII", "civil", "2nd edition", "1.5", "1,234"])
def test_words_are_no_numbers(text: str) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize(
    ("text", "plural"),
    [("2", False), ("2b", False), ("iv", False), ("1-3", True), ("1, 3", True), ("2 & 3", True),
     ("i–iv", True), ("12 and 13", True), ("12 und 13", True), ("II, III", True), ("1--2", True),
     ("1st-3rd", True), ("1‐3", True), ("C-4", False), ("1 vol.", False), ("US 135,245", False)],
)  # fmt: skip
def test_several_numbers_are_plural(text: str, plural: bool) -> None:
    assert is_plural(text) is plural


@pytest.mark.parametrize(
    ("value", "numeric", "ordinal", "long", "in_roman"),
    [
        ("2", "2", "2nd", "second", "ii"),
        ("11", "11", "11th", "11th", "xi"),
        ("1 - 3", "1–3", "1st–3rd", "first–third", "i–iii"),
        ("2,3&4", "2, 3 & 4", "2nd, 3rd & 4th", "second, third & fourth", "ii, iii & iv"),
        ("D2", "D2", "D2", "D2", "D2"),
        ("Tenth", "Tenth", "Tenth", "Tenth", "Tenth"),
        ("0", "0", "0th", "0th", "0"),
        ("²", "²", "²", "²", "²"),
    ],
)
def test_a_number_has_forms_and_text_stays_text(
    value: str, numeric: str, ordinal: str, long: str, in_roman: str
) -> None:
    assert number(value, "numeric") == numeric
    assert number(value, "ordinal") == ordinal
    assert number(value, "long-ordinal") == long
    assert number(value, "roman") == in_roman


def test_english_ordinals_look_at_the_last_two_digits() -> None:
    numbers = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112]

    assert [number(str(n), "ordinal") for n in numbers] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
        "112th",
    ]  # fmt: skip


def test_an_ordinal_agrees_with_what_it_counts() -> None:
    french = locale(
        '<terms><term name="edition" gender="feminine">édition</term>'
        '<term name="volume" gender="masculine">volume</term>'
        '<term name="ordinal">e</term>'
        '<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term></terms>'
    )

    assert number("1", "ordinal", french, variable="edition") == "1re"
    assert number("1", "ordinal", french, variable="volume") == "1er"
    assert number("2", "ordinal", french, variable="edition") == "2e"
    assert number("21", "ordinal", french, variable="edition") == "21e"


def test_a_style_can_ask_whether_a_variable_is_numeric() -> None:
    layout = (
        '<choose><if is-numeric="edition"><number variable="edition" form="ordinal"/>'
        '<text value=" ed."/></if><else><text variable="edition"/></else></choose>'
    )

    assert printed(layout, edition="2") == "2nd ed."
    assert printed(layout, edition="Revised") == "Revised"


@pytest.mark.parametrize(
    ("variable", "value", "text"),
    [
        ("page", "7", "p. 7"),
        ("page", "7-9", "pp. 7–9"),
        ("page", "i–iv", "pp. i–iv"),
        ("volume", "2", "vol. 2"),
        ("volume", "1, 2", "vols. 1, 2"),
        ("number-of-volumes", "1", "vol. 1"),
        ("number-of-volumes", "3", "vols. 3"),
        ("number-of-pages", "47", "pp. 47"),
        ("number-of-pages", "²", "pp. ²"),
    ],
)
def test_a_label_stands_in_the_plural_for_several(variable: str, value: str, text: str) -> None:
    assert labelled(variable, value) == text


def test_a_style_can_fix_form_and_number_of_a_label() -> None:
    assert labelled("page", "7", form="long") == "page 7"
    assert labelled("page", "7-9", form="long") == "pages 7–9"
    assert labelled("page", "7", plural="always") == "pp. 7"
    assert labelled("page", "7-9", plural="never") == "p. 7–9"


def test_a_label_without_its_variable_is_silent() -> None:
    pages = '<group prefix=", "><label variable="page" suffix=" "/><text variable="page"/></group>'

    assert printed(f'<text variable="title"/>{pages}', title="T", page="7") == "T, page 7"
    assert printed(f'<text variable="title"/>{pages}', title="T") == "T"


@given(st.integers(1, 3999))
def test_roman_numerals_add_up(value: int) -> None:
    digits = [ROMAN[letter] for letter in roman(value)]
    following = [*digits[1:], 0]
    pairs = zip(digits, following, strict=True)

    assert sum(-digit if digit < after else digit for digit, after in pairs) == value
    assert len(roman(value)) <= len("mmmdccclxxxviii")


def test_a_number_that_brings_its_label_takes_no_other() -> None:
    assert labelled("page", "pp. 5-7") == "pp. 5–7"
    assert labelled("volume", "vol. 3") == "vol. 3"
    assert labelled("volume", "vols") == "vol. vols"


def test_of_numbers_of_two_kinds_only_the_first_are_the_variables() -> None:
    assert number("7, p. 3-8", "ordinal") == "7th, pp. 3–8"
    assert number("7, vol. 2", "ordinal") == "7th, vol. 2"
    assert number("seventh, p. 3", "ordinal") == "seventh, p. 3"


def test_a_term_loses_all_its_periods() -> None:
    term = '<text term="sub-verbo" form="short" strip-periods="true"/>'
    assert printed(term) == "sv"


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(0, "0"), (9, "ix"), (40, "xl"), (90, "xc"), (400, "cd"), (1994, "mcmxciv"),
     (3999, "mmmcmxcix"), (4000, "4000")],
)  # fmt: skip
def test_roman_numerals_go_from_one_to_3999(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_numbers_are_joined_as_the_locale_joins_them() -> None:
    delimiters = number_delimiters("—", "und")

    assert join_numbers(" 1-3,5 & 7–9 ", None, delimiters) == "1—3, 5 und 7–9"
    assert join_numbers("2 and 4", lambda digits: f"{digits}.", delimiters) == "2. and 4."
    assert join_numbers("2b-4", lambda digits: f"{digits}.", delimiters) == "2b—4."
    assert join_numbers("AS08-14-2383", None, delimiters) == "AS08-14-2383"
    assert join_numbers("1-2, 4-5", None, delimiters) == "1—2, 4—5"


def test_a_whole_number_has_digits_alone_and_not_too_many() -> None:
    assert whole_number("012") == 12
    assert whole_number("9" * 18) == 10**18 - 1
    assert whole_number("9" * 19) is None
    assert whole_number("1a") is None
    assert whole_number("") is None
