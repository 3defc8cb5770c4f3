"""cs:text: a variable, a macro, a term or a value."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.elements.text import compile_variable, trigraph
from reportcite.csl.context import EMPTY, NONE, SOME, render_empty
from reportcite.csl.tokens import CLOSE, Open
from tests.csl.compile.elements.element import context_of, element, printed, rendered, scope_of

TITLE = '<text variable="title"/>'
DOE = {"family": "Doe", "given": "Jane"}


def test_a_variable_prints_its_value() -> None:
    assert rendered(TITLE, {"title": "Air"}) == (SOME, ["Air"])
    assert rendered(TITLE) == (EMPTY, [])


def test_markup_and_quotation_marks_of_a_value_are_read() -> None:
    italic = Open(font_style="italic", tag="markup")

    assert rendered(TITLE, {"title": "<i>Air</i>'s"}).tokens == [italic, "Air", CLOSE, "’s"]


@pytest.mark.parametrize("variable", ["URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"])
def test_identifiers_print_as_they_stand(variable: str) -> None:
    source = f'<text variable="{variable}"/>'

    assert rendered(source, {variable: "10.1/a'b<i>c</i>"}).tokens == ["10.1/a'b<i>c</i>"]


def test_a_term_calls_no_variable() -> None:
    assert rendered('<text term="and"/>') == (NONE, ["and"])
    assert rendered('<text term="page" form="short" plural="true"/>').text == "pp."
    assert rendered('<text term="no such term"/>') == (NONE, [])


def test_a_value_prints_as_written_and_an_empty_one_not_at_all() -> None:
    assert rendered('<text value="in"/>') == (NONE, ["in"])
    assert rendered('<text value=""/>') == (NONE, [])


def test_a_macro_prints_what_it_holds_with_the_verdict_of_a_group() -> None:
    scope = scope_of(macros=f'<macro name="m">{TITLE}<text value="!"/></macro>')

    assert rendered('<text macro="m"/>', {"title": "Air"}, scope) == (SOME, ["Air", "!"])
    assert rendered('<text macro="m"/>', {}, scope) == (EMPTY, [])


def test_the_case_of_a_macro_is_that_of_its_parts() -> None:
    scope = scope_of(macros='<macro name="m"><text value="air"/></macro>')

    assert printed('<text macro="m" text-case="uppercase"/>', {}, scope) == "air"


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"title": "Air of the City", "title-short": "Air"}, "Air"),
        ({"title": "Air of the City"}, "Air of the City"),
        ({}, ""),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_a_short_form_gives_way_to_the_long_one(
    variables: dict[str, str], text: str, known: bool
) -> None:
    scope = scope_of(present=frozenset(variables) if known else None)

    assert printed('<text variable="title" form="short"/>', variables, scope) == text
    assert printed('<text variable="title-short" form="short"/>', variables, scope) == (
        variables.get("title-short", "")
    )


def test_what_items_are_known_to_lack_is_not_compiled() -> None:
    nothing = scope_of(present=frozenset())

    for variable in ("title", "page", "volume"):
        assert compile_variable(variable, "long", nothing) is render_empty
    assert compile_variable("locator", "long", nothing) is not render_empty


def test_several_numbers_take_the_delimiters_of_the_locale() -> None:
    assert printed('<text variable="volume"/>', {"volume": "1-3,5&7"}) == "1–3, 5 & 7"
    assert printed('<text variable="volume"/>', {"volume": "A-side"}) == "A-side"


def test_pages_take_the_range_format_of_the_style() -> None:
    minimal = scope_of(options={"page-range-format": "minimal"})

    assert printed('<text variable="page"/>', {"page": "110-118"}) == "110–118"
    assert printed('<text variable="page"/>', {"page": "110-118"}, minimal) == "110–8"
    assert rendered('<text variable="page"/>') == (EMPTY, [])


def test_a_locator_is_tagged_and_its_ampersand_that_of_the_locale() -> None:
    scope = scope_of(options={"page-range-format": "minimal"})
    source = '<text variable="locator"/>'

    assert rendered(source, {}, scope, locator="110-118", label="page") == (
        SOME, [Open(tag="locator"), "110–8", CLOSE],
    )  # fmt: skip
    assert printed(source, {}, scope, locator="110-118", label="section") == "110–118"
    assert printed(source, {}, locator="3&5", label="page") == "3 & 5"
    assert printed(source, {}, locator="A&B x", label="page") == "A&B x"
    assert rendered(source) == (EMPTY, [])


def test_a_citation_number_is_tagged() -> None:
    source = '<text variable="citation-number"/>'

    assert rendered(source, citation_number=7).tokens == [Open(tag="citation-number"), "7", CLOSE]
    assert rendered(source, citation_number=0) == (EMPTY, [])


def test_a_year_suffix_printed_by_the_style_is_not_printed_by_the_date() -> None:
    source = (
        '<group><text variable="year-suffix"/>'
        '<date variable="issued"><date-part name="year"/></date></group>'
    )
    issued = {"issued": {"date-parts": [[2020]]}}

    assert printed(source, issued, year_suffix="b") == "b2020"
    assert rendered('<text variable="year-suffix"/>') == (NONE, [])


def test_a_year_suffix_that_the_style_asks_for_twice_is_printed_once() -> None:
    source = (
        '<group delimiter=", "><text variable="year-suffix"/><text variable="title"/>'
        '<text variable="year-suffix"/></group>'
    )

    assert printed(source, {"title": "Air"}, year_suffix="b") == "b, Air"


def test_the_note_that_cites_an_item_first() -> None:
    source = '<text variable="first-reference-note-number"/>'

    assert rendered(source, first_note=3) == (SOME, ["3"])
    assert rendered(source) == (EMPTY, [])


@pytest.mark.parametrize(
    ("families", "label"),
    [
        (["Asthma"], "Asth08"),
        (["Asthma", "Nest"], "AsNe08"),
        (["Asthma", "Nest", "Oak"], "AsNO08"),
        (["Asthma", "Nest", "Oak", "Pine"], "ANOP08"),
        (["Asthma", "Nest", "Oak", "Pine", "Quay"], "ANOP08"),
        ([], "Titl08"),
    ],
)
def test_a_label_is_made_of_names_and_the_year(families: list[str], label: str) -> None:
    author = [{"family": family, "given": "X"} for family in families]
    issued = {"date-parts": [[2008]]}

    assert trigraph(context_of({"author": author, "title": "Title", "issued": issued})) == label


def test_a_label_takes_other_names_where_there_is_no_author_and_00_without_a_year() -> None:
    assert trigraph(context_of({"editor": [DOE]})) == "Doe00"
    assert trigraph(context_of({"author": [{"literal": "world bank"}]})) == "Worl00"


def test_a_label_of_the_items_own_is_printed_with_its_year_suffix() -> None:
    source = '<text variable="citation-label"/>'

    assert printed(source, {"citation-label": "Own1"}, year_suffix="a") == "Own1a"
    assert printed(source, {"author": [DOE]}) == "Doe00"


def test_text_in_a_script_without_italics_stands_upright() -> None:
    source = '<text variable="title" font-style="italic"/>'

    assert Open(font_style="italic") in rendered(source, {"title": "Air"}).tokens
    assert rendered(source, {"title": "中国"}).tokens == ["中国"]


def test_a_term_that_begins_a_note_or_stands_for_the_author_of_an_entry_is_capitalized() -> None:
    """Others that begin an entry stay as they are, “[1] (n.d.)”, as in other engines."""
    ibid = '<group delimiter=" "><text term="ibid"/><text term="ibid"/></group>'
    entry = scope_of(area="bibliography")
    standing_in = entry.within_substitute(element("<names/>"))

    assert printed(ibid) == printed(ibid, {}, entry) == "ibid. ibid."
    assert printed(ibid, {}, standing_in) == "Ibid. ibid."
    assert printed(ibid, sentence_start=True) == "Ibid. ibid."
    bracketed = '<text value="("/><text term="edition"/>'
    assert printed(f"<group>{bracketed}</group>", sentence_start=True) == "(Edition"
    numbered = f'<group><text variable="citation-number"/>{ibid}</group>'
    assert printed(numbered, {}, standing_in) == "1Ibid. ibid."


def test_what_a_substitute_prints_is_not_printed_again() -> None:
    source = (
        '<group><names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<text variable="title" prefix="/"/></group>'
    )

    assert printed(source, {"title": "Air"}) == "Air"
    assert printed(source, {"title": "Air", "author": [DOE]}) == "Jane Doe/Air"


def test_a_number_that_says_what_it_is_says_it_once() -> None:
    numbered = '<group delimiter=" "><text value="No."/><text variable="number"/></group>'
    assert printed(numbered, {"number": "No. 3-4"}) == "No. 3–4"
    assert printed(numbered, {"number": "Nr. 41/a-x"}) == "No. 41/a-x"
    assert printed(numbered, {"number": "TR 3"}) == "No. TR 3"


def test_a_term_before_a_number_is_not_said_again() -> None:
    volume = '<group><text term="volume" form="short" suffix=" "/><text variable="volume"/></group>'
    assert printed(volume, {"volume": "Vol. 2"}) == "vol. 2"
    paged = '<group><text term="page" form="short" suffix=" "/><text variable="page"/></group>'
    assert printed(paged, {"page": "S. 3-4"}) == "p. 3–4"


def test_a_word_behind_a_number_is_not_said_again() -> None:
    for word in ('term="edition" form="short"', 'value="edn"'):
        edition = f'<group delimiter=" "><text variable="edition"/><text {word}/></group>'
        assert printed(edition, {"edition": "2nd edition"}) == "2nd edition"
        assert printed(edition, {"edition": "2nd"}).startswith("2nd ed")
    suffixed = '<text variable="edition" suffix=" ed."/>'
    assert printed(suffixed, {"edition": "Rev. ed."}) == "Rev. ed."


def test_a_suffix_of_a_number_is_no_label_of_its_own() -> None:
    """the-horticulture-journal: "264 pp" of " p" and "p"."""
    source = (
        '<group><text value="Chicago"/><text variable="number-of-pages" prefix=", " suffix=" p"/>'
        '<text value="p"/></group>'
    )
    assert printed(source, {"number-of-pages": "264"}) == "Chicago, 264 pp"


def test_a_label_of_two_words_is_said_once() -> None:
    source = (
        '<group delimiter=" "><text value="Patent"/><text value="No."/>'
        '<text variable="number"/></group>'
    )
    assert printed(source, {"number": "Patent No. 123"}) == "Patent No. 123"


def test_what_stands_in_brackets_before_the_number_counts() -> None:
    """Marks between the two are no words; a span between them is no text."""
    source = (
        '<group><text value="Nr" font-style="italic"/><text value=". ("/>'
        '<text variable="number"/></group>'
    )
    assert printed(source, {"number": "Nr. 4"}) == "Nr. (4"
