"""Locales: where a term, date format or option comes from, forms of terms, ordinals."""

from __future__ import annotations

import pytest

from reportcite.csl.locale import Locale, check_language, load_locale
from reportcite.csl.style.xml import Element, read_xml
from reportcite.errors import StyleError

NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"'


def in_style(language: str, content: str) -> Element:
    """A cs:locale element as a style has it; "" stands for no xml:lang."""
    attribute = f' xml:lang="{language}"' if language else ""
    return read_xml(f"<locale {NAMESPACE}{attribute}>{content}</locale>".encode(), "test")


def with_term(language: str, text: str) -> Element:
    return in_style(language, f'<terms><term name="and">{text}</term></terms>')


def with_terms(terms: str, language: str = "") -> Locale:
    return load_locale("en-US", (in_style(language, f"<terms>{terms}</terms>"),))


def ordinals(locale: Locale, *numbers: int, gender: str = "") -> list[str]:
    return [f"{number}{locale.ordinal(number, gender)}" for number in numbers]


@pytest.mark.parametrize(
    ("asked", "got", "term"),
    [
        ("", "en-US", "and"),
        ("en", "en-US", "and"),
        ("de", "de-DE", "und"),
        ("de-AT", "de-AT", "und"),
        ("DE-at", "de-AT", "und"),
        ("de_AT", "de-AT", "und"),
        ("eu", "eu", "eta"),
        ("sr-Cyrl-RS", "sr-Cyrl-RS", "и"),
        ("de-LU", "de-LU", "und"),
        ("en-US-x-sort-ja", "en-US", "and"),
        ("tlh", "tlh", "and"),
        ("../../etc/passwd", "../../etc/passwd", "and"),
    ],
)
def test_a_code_names_a_dialect_or_a_language(asked: str, got: str, term: str) -> None:
    locale = load_locale(asked)

    assert locale.language == got
    assert locale.term("and") == term


def test_the_style_comes_first_dialect_before_language_before_any() -> None:
    exact, language, any_language = (
        with_term("de-AT", "exact"),
        with_term("de", "language"),
        with_term("", "any"),
    )

    def term(*locales: Element) -> str | None:
        return load_locale("de-AT", locales).term("and")

    assert term(exact, language, any_language) == "exact"
    assert term(any_language, language, exact) == "exact"
    assert term(any_language, language) == "language"
    assert term(any_language) == "any"
    assert term() == "und"


def test_other_languages_of_the_style_do_not_matter() -> None:
    others = (with_term("de-CH", "Swiss"), with_term("fr", "French"), with_term("en-US", "US"))

    assert load_locale("de-AT", others).term("and") == "und"


def test_a_language_alone_means_its_primary_dialect() -> None:
    assert load_locale("de", (with_term("de-DE", "exact"),)).term("and") == "exact"


def test_an_unknown_language_may_be_defined_by_the_style() -> None:
    locale = load_locale("gx", (with_term("gx", "style"),))

    assert locale.term("and") == "style"
    assert locale.term("in") == "in"


def test_an_empty_term_is_a_definition_and_an_undefined_one_is_none() -> None:
    locale = load_locale("en-US", (with_term("en", ""),))

    assert locale.term("and") == ""
    assert locale.term("no such term") is None


@pytest.mark.parametrize(
    ("written", "text"),
    [(" and ", " and "), ("\n      ", ""), ("\n  and\n  also\n", "and also")],
)
def test_spaces_of_a_term_count_but_line_breaks_do_not(written: str, text: str) -> None:
    assert load_locale("en-US", (with_term("", written),)).term("and") == text


def test_each_date_format_and_option_falls_back_by_itself() -> None:
    own = in_style(
        "",
        '<style-options limit-day-ordinals-to-day-1="true"/>'
        '<date form="numeric"><date-part name="year"/></date>',
    )
    locale, plain = load_locale("en-US", (own,)), load_locale("en-US")

    assert [part.attributes["name"] for part in locale.dates["numeric"].children] == ["year"]
    assert locale.dates["text"] is plain.dates["text"]
    assert locale.options == {
        "punctuation-in-quote": "true",
        "limit-day-ordinals-to-day-1": "true",
    }


def test_a_style_leaves_the_shared_locale_as_it_is() -> None:
    load_locale("en-US", (with_term("", "changed"),))

    assert load_locale("en-US").term("and") == "and"


def test_plural_and_forms() -> None:
    locale = load_locale("en-US")

    assert locale.term("page") == "page"
    assert locale.term("page", plural=True) == "pages"
    assert locale.term("page", "short", plural=True) == "pp."
    assert locale.term("section", "symbol", plural=True) == "§§"
    assert locale.term("and", plural=True) == "and"


@pytest.mark.parametrize(
    ("defined", "form", "expected"),
    [
        (["long", "verb"], "verb-short", "verb"),
        (["long"], "verb-short", "long"),
        (["long", "short"], "symbol", "short"),
        (["long"], "symbol", "long"),
        (["long"], "short", "long"),
        (["long"], "verb", "long"),
        (["long", "short"], "verb", "long"),
        (["short"], "long", None),
    ],
)
def test_a_missing_form_falls_back(defined: list[str], form: str, expected: str | None) -> None:
    terms = [f'<term name="my-term" form="{name}">{name}</term>' for name in defined]

    assert with_terms("".join(terms)).term("my-term", form) == expected


def test_locale_fallback_goes_before_form_fallback() -> None:
    own = '<term name="editor"><single>EDITOR</single><multiple>EDITORS</multiple></term>'

    assert with_terms(own).term("editor", "short") == "ed."


def test_ordinals_go_by_the_last_digit_or_the_last_two() -> None:
    assert ordinals(load_locale("en-US"), 1, 2, 3, 4, 10, 11, 12, 13, 21, 101, 111) == [
        *("1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th"),
        *("21st", "101st", "111th"),
    ]


@pytest.mark.parametrize(
    ("match", "matching"),
    [
        ("", {1, 11, 21, 101}),
        ("last-digit", {1, 11, 21, 101}),
        ("last-two-digits", {1, 101}),
        ("whole-number", {1}),
    ],
)
def test_an_ordinal_term_says_what_it_matches(match: str, matching: set[int]) -> None:
    attribute = f' match="{match}"' if match else ""
    locale = with_terms(f'<term name="ordinal">-</term><term name="ordinal-01"{attribute}>!</term>')

    numbers = {1, 2, 10, 11, 21, 101, 110}
    assert {number for number in numbers if locale.ordinal(number) == "!"} == matching


def test_two_digits_win_over_one() -> None:
    locale = with_terms(
        '<term name="ordinal">-</term><term name="ordinal-03">3</term>'
        '<term name="ordinal-13">13</term><term name="ordinal-23" match="whole-number">23</term>'
    )

    assert [locale.ordinal(number) for number in (3, 13, 113, 23, 123, 4)] == [
        *("3", "13", "13", "23", "3", "-"),
    ]


def test_redefining_one_ordinal_replaces_them_all() -> None:
    locale = with_terms('<term name="ordinal">.</term>')

    assert ordinals(locale, 1, 2, 3, 4) == ["1.", "2.", "3.", "4."]
    assert locale.term("long-ordinal-01") == "first"


def test_ordinals_of_a_dialect_replace_those_of_english() -> None:
    assert ordinals(load_locale("de-AT"), 1, 2, 3, 11) == ["1.", "2.", "3.", "11."]


def test_four_ordinals_without_a_default_follow_csl_1_0() -> None:
    locale = with_terms(
        '<term name="ordinal-01">st</term><term name="ordinal-02">nd</term>'
        '<term name="ordinal-03">rd</term><term name="ordinal-04">th</term>'
    )

    assert ordinals(locale, 1, 2, 3, 4, 9, 10, 11, 12, 13, 21, 22, 23, 112) == [
        *("1st", "2nd", "3rd", "4th", "9th", "10th", "11th", "12th", "13th"),
        *("21st", "22nd", "23rd", "112th"),
    ]


def test_ordinals_agree_with_the_gender_of_the_noun() -> None:
    french = load_locale("fr-FR")

    assert french.gender("edition") == "feminine"
    assert french.gender("month-01") == "masculine"
    assert load_locale("en-US").gender("edition") == ""
    assert ordinals(french, 1, 2, gender="feminine") == ["1ʳᵉ", "2ᵉ"]
    assert ordinals(french, 1, 2, gender="masculine") == ["1ᵉʳ", "2ᵉ"]


def test_long_ordinals_agree_too() -> None:
    portuguese = load_locale("pt-PT")

    assert portuguese.term("long-ordinal-01", gender="feminine") == "primeira"
    assert portuguese.term("long-ordinal-01", gender="masculine") == "primeiro"


def test_a_gender_without_its_own_form_takes_the_neuter_one() -> None:
    assert load_locale("en-US").term("long-ordinal-01", gender="feminine") == "first"
    assert ordinals(load_locale("en-US"), 1, gender="masculine") == ["1st"]


def test_a_language_without_neuter_borrows_no_english_ordinals() -> None:
    portuguese = load_locale("pt-PT")

    assert ordinals(portuguese, 3) == ["3.º"]
    assert ordinals(load_locale("ca-AD"), 1, 5) == ["1r", "5è"]
    assert portuguese.term("long-ordinal-03") is None


def test_a_style_may_redefine_one_long_ordinal() -> None:
    locale = with_terms('<term name="long-ordinal-01">1st!</term>')

    assert locale.term("long-ordinal-01") == "1st!"
    assert locale.term("long-ordinal-02") == "second"


def test_an_unknown_language_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(StyleError, match="did you mean"):
        check_language("dd-DE")


def test_a_dialect_without_a_file_is_served_by_its_language() -> None:
    check_language("de-LU")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("german", "did you mean de-DE or de-AT?"),
        ("Deutsch", "did you mean de-DE or de-AT?"),
        ("english", "did you mean en-US or en-GB?"),
        ("türkçe", "did you mean tr-TR?"),
        ("klingon", "write a language code"),
    ],
)
def test_the_name_of_a_language_leads_to_its_code(typed: str, meant: str) -> None:
    with pytest.raises(StyleError) as raised:
        check_language(typed)
    assert raised.value.suggestion.startswith(meant)


@pytest.mark.parametrize("language", ["de-DE", "de-AT", "de-CH", "de"])
def test_german_has_words_of_its_own_where_its_locales_have_english_ones(language: str) -> None:
    german = load_locale(language)
    assert german.term("number-of-volumes", "short", plural=True) == "Bde."
    assert german.term("article-locator", "short") == "Art."
    assert german.term("appendix") == "Anhang"
    assert german.term("table", "short") == "Tab."
    assert german.term("volume", "short", plural=True) == "Bde."  # as the locale has it
    assert german.gender("chapter") == load_locale("de-DE").gender("chapter")


def test_only_words_of_german_go_before_its_locales() -> None:
    assert load_locale("fr-FR").term("number-of-volumes", "short", plural=True) == "vol."
    # A term of a style goes before all.
    own = in_style("de", '<terms><term name="appendix">Zugabe</term></terms>')
    assert load_locale("de-DE", (own,)).term("appendix") == "Zugabe"


def test_another_form_in_the_language_goes_before_the_form_in_english() -> None:
    german = load_locale("de-DE")

    assert german.term("available at", "short") == german.term("available at") == "verfügbar unter"
    assert german.term("legislation", "short") == "Gesetz"
    assert german.ampersand == "&"


def test_the_terms_of_locators_say_which_locator_they_are_of() -> None:
    german = load_locale("de-DE")
    terms = german.locator_terms()
    assert (terms["S."], terms["Seiten"], terms["Kap."], terms["§"]) == (
        *("page", "page", "chapter", "section"),
    )
    assert load_locale("fr-FR").locator_terms()["§"] == "section"  # of a paragraph, too
    assert {"Kap.", "§", "Bde."} <= german.locator_abbreviations()
    assert not {"S.", "Kapitel", ""} & german.locator_abbreviations()
    assert load_locale("en-GB").locator_abbreviations() == set()
    assert {"appendix", "table"} <= load_locale("fi-FI").borrowed_locators()
    assert not {"page", "chapter", "note", "appendix", "table"} & german.borrowed_locators()
    assert "page" not in load_locale("fr-FR").borrowed_locators()
    assert load_locale("en-GB").borrowed_locators() == set()
