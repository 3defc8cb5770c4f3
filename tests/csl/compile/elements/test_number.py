"""cs:number: digits, ordinals, roman numerals; text that is no number stays."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.elements.number import long_ordinal
from reportcite.csl.context import EMPTY, SOME
from reportcite.csl.locale import load_locale
from tests.csl.compile.elements.element import printed, rendered, scope_of


@pytest.mark.parametrize(
    ("form", "one", "several"),
    [
        ("numeric", "4", "2–4"),
        ("ordinal", "4th", "2nd–4th"),
        ("long-ordinal", "fourth", "second–fourth"),
        ("roman", "iv", "ii–iv"),
    ],
)
def test_each_form_converts_every_number(form: str, one: str, several: str) -> None:
    source = f'<number variable="edition" form="{form}"/>'

    assert printed(source, {"edition": "4"}) == one
    assert printed(source, {"edition": "2-4"}) == several
    assert printed(source, {"edition": "revised"}) == "revised"


@pytest.mark.parametrize("form", ["numeric", "ordinal", "long-ordinal", "roman"])
def test_digits_that_nobody_counts_are_printed_as_they_stand(form: str) -> None:
    digits = "9" * 5000

    assert printed(f'<number variable="edition" form="{form}"/>', {"edition": digits}) == digits


def test_a_number_alone_makes_a_group_print() -> None:
    assert rendered('<number variable="edition"/>', {"edition": "2"}) == (SOME, ["2"])
    assert rendered('<number variable="edition"/>') == (EMPTY, [])


@pytest.mark.parametrize(("number", "word"), [(1, "first"), (10, "tenth"), (11, "11th")])
def test_ordinals_are_words_from_one_to_ten(number: int, word: str) -> None:
    assert long_ordinal(number, load_locale("en-US"), "") == word


def test_nought_is_no_word() -> None:
    assert long_ordinal(0, load_locale("en-US"), "") == "0th"


def test_ordinals_agree_with_the_noun_that_the_locale_gives_a_gender() -> None:
    french = scope_of(language="fr-FR")

    assert printed('<number variable="edition" form="ordinal"/>', {"edition": "1"}, french) == "1ʳᵉ"
    assert printed('<number variable="issue" form="ordinal"/>', {"issue": "1"}, french) == "1ᵉʳ"


def test_numbers_of_two_kinds_are_each_printed_as_their_own() -> None:
    source = '<number variable="number" form="ordinal"/>'

    assert printed(source, {"number": "7, p. 3-8"}) == "7th, pp. 3–8"
    assert printed(source, {"number": "7, p. 3"}) == "7th, p. 3"
    assert printed(source, {"number": "seven, p. 3"}) == "seven, p. 3"


def test_locators_are_numbers_of_the_citation() -> None:
    source = '<number variable="locator" form="roman"/>'

    assert printed(source, locator="4") == "iv"
    assert rendered(source) == (EMPTY, [])


def test_page_and_citation_number_print_as_cs_text_prints_them() -> None:
    assert printed('<number variable="page" form="roman"/>', {"page": "3-5"}) == "3–5"
    assert printed('<number variable="citation-number" form="roman"/>', citation_number=4) == "4"


def test_what_a_substitute_prints_is_not_printed_again() -> None:
    source = (
        '<group><names variable="author"><substitute><number variable="number"/></substitute>'
        '</names><number variable="number" prefix="/"/></group>'
    )

    assert printed(source, {"number": "5"}) == "5"


@pytest.mark.parametrize(
    ("item_type", "number", "text"),
    [
        ("report", "2018-04", "No. 2018-04"),
        ("patent", "US 7654321 B2", "No. US 7654321 B2"),
        ("patent", "7654321 and 7654322", "Nos. 7654321 and 7654322"),
        ("patent", "115–2", "No. 115–2"),
        ("patent", "US 7654321 B2", "No. US 7654321 B2"),
        ("patent", "12 and 14", "Nos. 12 and 14"),
        ("standard", "3, 4", "Nos. 3, 4"),
        ("broadcast", "1-3", "Nos. 1–3"),
    ],
)
@pytest.mark.parametrize("printing", ["text", "number"])
def test_what_identifies_an_item_is_one_number(
    item_type: str, number: str, text: str, printing: str
) -> None:
    source = (
        '<group delimiter=" "><label variable="number" form="short" text-case="capitalize-first"/>'
        f'<{printing} variable="number"/></group>'
    )
    scope = scope_of(item_type=item_type)

    assert printed(source, {"number": number}, scope=scope) == text


def test_a_label_of_its_own_is_not_said_twice() -> None:
    law = '<number variable="number" prefix="Nr. "/>'
    assert printed(law, {"number": "Nr. 41"}) == "Nr. 41"
    assert printed(law, {"number": "41"}) == "Nr. 41"
    assert printed(law, {"number": "Art. 41"}) == "Nr. Art. 41"
    edition = '<number variable="edition" suffix=" ed."/>'
    assert printed(edition, {"edition": "2nd edition"}) == "2nd ed."
    assert printed(edition, {"edition": "Revised"}) == "Revised ed."
