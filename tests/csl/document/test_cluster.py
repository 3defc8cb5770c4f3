"""Several cites in one citation: joined, grouped, collapsed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportcite.csl import Cite, Processor
from reportcite.csl.compile.options import CollapseOptions, collapse_options
from reportcite.csl.document.cluster import RenderedCite, closing, join_cites, names_text, span
from reportcite.csl.style.xml import Element
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
    '<text variable="locator" prefix=": "/>'
)
NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'
REFERENCES = [
    *(report(f"doe-{year}", "Doe", year) for year in (2018, 2019, 2021)),
    *(report(f"roe-{letter}", "Roe", 2020) for letter in "abcde"),
    report("poe-2017", "Poe", 2017),
]


def authors(cites: Sequence[str | Cite], **options: str) -> str:
    """The cites in an author-date style with "; " between them; `options` of cs:citation."""
    options = {"disambiguate_add_year_suffix": "true", "delimiter": "; "} | options
    return _cited(style_xml(citation(AUTHOR_YEAR, **options)), cites)


def numbers(*wanted: int, **options: str) -> str:
    """References by their numbers, in a numeric style that collapses."""
    options = {"collapse": "citation-number", "delimiter": ", "} | options
    cites = [REFERENCES[number - 1]["id"] for number in wanted]
    keys = '<key variable="citation-number"/>'
    return _cited(style_xml(citation(NUMBER, sort=keys, **options)), cites)


def _cited(style: bytes, cites: Sequence[str | Cite]) -> str:
    processor = Processor(style)
    processor.register(REFERENCES)
    return processor.citation([Cite(c) if isinstance(c, str) else c for c in cites])


DOES = ["doe-2018", "doe-2019"]
ROES = ["roe-a", "roe-b", "roe-c"]


def test_cites_are_set_apart_by_the_delimiter_of_the_layout() -> None:
    assert authors(["doe-2018", "poe-2017"]) == "Doe 2018; Poe 2017"


def test_affixes_belong_to_one_cite() -> None:
    cites = [Cite("doe-2018", prefix="see ", suffix=" and passim"), Cite("poe-2017", prefix="cf. ")]

    assert authors(cites) == "see Doe 2018 and passim; cf. Poe 2017"


def test_punctuation_of_an_affix_stands_for_the_delimiter() -> None:
    assert authors([Cite("doe-2018"), Cite("poe-2017", prefix=", but see ")]) == (
        "Doe 2018, but see Poe 2017"
    )


def test_affixes_and_delimiters_of_the_layout_stand_round_all() -> None:
    assert authors(DOES, prefix="(", suffix=")") == "(Doe 2018; Doe 2019)"


def test_cites_of_the_same_authors_are_brought_together() -> None:
    mixed = ["doe-2021", "roe-a", "doe-2019"]
    by_year = '<key variable="issued"/>'

    assert authors(mixed, sort=by_year) == "Doe 2019; Roe 2020a; Doe 2021"
    assert authors(mixed, sort=by_year, cite_group_delimiter=", ") == (
        "Doe 2019, Doe 2021; Roe 2020a"
    )


@pytest.mark.parametrize(
    ("cites", "collapsed"),
    [
        (DOES, "Doe 2018, 2019"),
        ([*DOES, "poe-2017"], "Doe 2018, 2019; Poe 2017"),
        (["poe-2017", *DOES], "Poe 2017; Doe 2018, 2019"),
        (ROES, "Roe 2020a, 2020b, 2020c"),
        ([Cite("doe-2018", locator="7"), Cite("doe-2019")], "Doe 2018: 7, 2019"),
    ],
)
def test_by_year_names_are_printed_once(cites: list[str | Cite], collapsed: str) -> None:
    assert authors(cites, collapse="year") == collapsed


@pytest.mark.parametrize(
    ("cites", "collapsed"),
    [
        (ROES, "Roe 2020a, b, c"),
        ([*DOES, *ROES], "Doe 2018, 2019; Roe 2020a, b, c"),
        ([Cite("roe-a", locator="7"), Cite("roe-b")], "Roe 2020a: 7, 2020b"),
    ],
)
def test_by_year_suffix_the_year_is_printed_once_too(
    cites: list[str | Cite], collapsed: str
) -> None:
    options = {"collapse": "year-suffix", "year_suffix_delimiter": ", "}

    assert authors(cites, **options) == collapsed


@pytest.mark.parametrize(
    ("letters", "collapsed"),
    [("abc", "Roe 2020a–c"), ("ab", "Roe 2020a, b"), ("abd", "Roe 2020a, b, d"),
     ("abcde", "Roe 2020a–e"), ("ace", "Roe 2020a, c, e"), ("bcde", "Roe 2020b–e")],
)  # fmt: skip
def test_three_letters_that_follow_each_other_become_a_range(letters: str, collapsed: str) -> None:
    options = {"collapse": "year-suffix-ranged", "year_suffix_delimiter": ", "}

    assert authors([f"roe-{letter}" for letter in letters], **options) == collapsed


def test_every_delimiter_has_its_place() -> None:
    cites = [*DOES, *ROES, "poe-2017"]

    assert authors(
        cites,
        collapse="year-suffix",
        cite_group_delimiter="/",
        year_suffix_delimiter="+",
        after_collapse_delimiter=" | ",
    ) == "Doe 2018/2019 | Roe 2020a+b+c | Poe 2017"  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "collapsed"),
    [
        ((1,), "[1]"),
        ((1, 2), "[1], [2]"),
        ((1, 2, 3), "[1]–[3]"),
        ((3, 1, 2), "[1]–[3]"),
        ((1, 3, 4, 5, 7), "[1], [3]–[5], [7]"),
        ((1, 2, 3, 5, 6, 7), "[1]–[3], [5]–[7]"),
    ],
)
def test_three_numbers_that_follow_each_other_become_a_range(
    wanted: tuple[int, ...], collapsed: str
) -> None:
    assert numbers(*wanted) == collapsed


def test_a_range_may_be_followed_by_a_delimiter_of_its_own() -> None:
    assert numbers(1, 2, 3, 5, after_collapse_delimiter="; ") == "[1]–[3]; [5]"


def test_a_locator_keeps_a_number_out_of_a_range() -> None:
    style = style_xml(
        citation(f'{NUMBER}<text variable="locator"/>', collapse="citation-number", delimiter=",")
    )

    assert _cited(style, ["doe-2018", Cite("doe-2019", locator="7"), "doe-2021"]) == "[1],[2]7,[3]"


def test_between_locators_numbers_take_the_delimiter_of_collapsed_ones() -> None:
    layout = (
        '<group delimiter=", "><text variable="citation-number"/><text variable="locator"/></group>'
    )
    style = style_xml(
        citation(layout, collapse="citation-number", after_collapse_delimiter="; ", delimiter=", ")
    )
    processor = Processor(style)
    processor.register([report(name) for name in "abcd"])

    assert processor.citation([Cite("a", locator="5"), Cite("c", locator="7")]) == "1, 5; 3, 7"
    assert processor.citation([Cite("a", locator="5"), Cite("c")]) == "1, 5, 3"


def test_cites_without_numbers_are_not_collapsed_by_them() -> None:
    style = style_xml(
        citation('<text variable="title"/>', collapse="citation-number", delimiter="; ")
    )
    processor = Processor(style)
    processor.register([report(name, title=name.upper()) for name in "abc"])

    assert processor.citation([Cite(name) for name in "abc"]) == "A; B; C"


# --- the module by itself: cites as they were rendered --------------------------------------

SUFFIX = Open(tag="year-suffix")
ITALIC = Open(font_style="italic")


def options(collapse: str = "", **attributes: str) -> CollapseOptions:
    """The options of a cs:citation with "; " between its cites."""
    layout = Element("layout", {"delimiter": "; "}, (), 0)
    written = {name.replace("_", "-"): value for name, value in attributes.items()}
    if collapse:
        written["collapse"] = collapse
    return collapse_options(Element("citation", written, (layout,), 0), note=False)


def numbered(number: int, **parts: Any) -> RenderedCite:
    """A cite that prints its number."""
    return rendered([str(number)], number=number, **parts)


def dated(year: str, letter: str = "", *, names: str = "Doe ", **parts: Any) -> RenderedCite:
    """A cite of names, a year and a year-suffix."""
    behind: Tokens = [year, SUFFIX, letter, CLOSE] if letter else [year]
    return rendered([names, *behind], names=names, without_names=behind, **parts)


def rendered(  # noqa: PLR0913 - the parts of a cite
    tokens: Tokens,
    *,
    prefix: str = "",
    suffix: str = "",
    locator: bool = False,
    number: int = 0,
    names: str = "",
    without_names: Tokens | None = None,
) -> RenderedCite:
    """A cite by its parts."""
    return RenderedCite(
        tokens=tokens,
        prefix=[prefix] if prefix else [],
        suffix=[suffix] if suffix else [],
        has_locator=locator,
        citation_number=number,
        without_names=lambda: without_names or [],
        names=names,
    )


def joined(collapse: str, *cites: RenderedCite, **attributes: str) -> str:
    """The text of a citation of these cites."""
    return text_of(join_cites(cites, options(collapse, **attributes)))


def test_the_punctuation_of_an_affix_stands_for_the_delimiter_on_both_sides() -> None:
    one, other = rendered(["a"], suffix=" and so on,"), rendered(["b"])

    assert text_of(join_cites([one, other], options())) == "a and so on, b"
    assert joined("", rendered(["a"]), rendered(["b"], prefix=". See ")) == "a. See b"
    assert joined("", rendered(["a"]), rendered(["-", "b"])) == "a; -b"
    assert joined("", rendered(["a", ITALIC, "b", CLOSE]), rendered(["c"])) == "ab; c"


def test_punctuation_of_the_style_keeps_the_delimiter_behind_it() -> None:
    """As ",;" stays elsewhere (punctuation_FullMontyPlain): cites are still told apart."""
    assert joined("", rendered(["vol. 2,"]), rendered(["b"])) == "vol. 2,; b"
    link = rendered(["vol. 2,"])._replace(href="#a")
    assert joined("", link, rendered(["b"])) == "vol. 2,; b"


def test_cites_that_print_nothing_leave_no_delimiter() -> None:
    assert joined("", rendered([]), rendered(["a"]), rendered([]), rendered(["b"])) == "a; b"


@pytest.mark.parametrize(
    ("cites", "text"),
    [
        ([numbered(1), numbered(2)], "1; 2"),
        ([numbered(1), numbered(2), numbered(3)], "1–3"),
        ([numbered(1), numbered(2), numbered(3), numbered(5), numbered(6)], "1–3; 5; 6"),
        ([numbered(3), numbered(2), numbered(1)], "3; 2; 1"),
        ([numbered(1), numbered(2, prefix="see "), numbered(3)], "1; see 2; 3"),
        ([numbered(1), numbered(2, suffix=" too"), numbered(3)], "1; 2 too; 3"),
        ([numbered(1), numbered(2), numbered(3, suffix=" too")], "1–3 too"),
        ([numbered(1, prefix="see "), numbered(2), numbered(3)], "see 1–3"),
        ([numbered(1, locator=True), numbered(2), numbered(3)], "1; 2; 3"),
        ([numbered(1), numbered(2), numbered(3, locator=True)], "1; 2; 3"),
        ([rendered(["a"]), numbered(1), numbered(2)], "a; 1; 2"),
        ([rendered(["a"]), rendered(["b"]), rendered(["c"])], "a; b; c"),
    ],
)
def test_numbers_collapse_from_three_on(cites: list[RenderedCite], text: str) -> None:
    assert joined("citation-number", *cites) == text


def test_a_delimiter_of_its_own_follows_what_collapsed_or_stands_between_locators() -> None:
    def apart(*cites: RenderedCite) -> str:
        return joined("citation-number", *cites, after_collapse_delimiter=" | ")

    assert apart(numbered(1), numbered(2), numbered(3), numbered(7), numbered(9)) == "1–3 | 7; 9"
    one, two, nine = (numbered(n, locator=n < 9) for n in (1, 2, 9))
    assert apart(one, two, nine) == "1 | 2; 9"
    assert apart(nine, one) == "9; 1"


@pytest.mark.parametrize(
    ("collapse", "cites", "text"),
    [
        ("year", [dated("2018"), dated("2019")], "Doe 2018, 2019"),
        ("year", [dated("2018"), dated("2019", names="Roe ")], "Doe 2018; Roe 2019"),
        ("year", [dated("2018", "a"), dated("2018", "b")], "Doe 2018a, 2018b"),
        ("year-suffix", [dated("2018", "a"), dated("2018", "b")], "Doe 2018a; b"),
        ("year-suffix", [dated("2018", "a"), dated("2019", "b")], "Doe 2018a, 2019b"),
        ("year-suffix", [dated("2018"), dated("2018", "b")], "Doe 2018, 2018b"),
        ("year-suffix", [dated("2018", "a"), dated("2018")], "Doe 2018a, 2018"),
        ("year-suffix", [dated("2018", "a", locator=True), dated("2018", "b")], "Doe 2018a, 2018b"),
        ("year-suffix", [dated("2018", "a"), dated("2018", "b", locator=True)], "Doe 2018a, 2018b"),
    ],
)
def test_a_group_prints_its_names_once(collapse: str, cites: list[RenderedCite], text: str) -> None:
    assert joined(collapse, *cites) == text


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("ab", "Doe 2018a; b"),
        ("abc", "Doe 2018a–c"),
        ("abcd", "Doe 2018a–d"),
        ("acd", "Doe 2018a; c; d"),
        ("abcefg", "Doe 2018a–c; e–g"),
        ("cba", "Doe 2018c; b; a"),
    ],
)
def test_letters_that_follow_each_other_become_a_range(letters: str, text: str) -> None:
    assert joined("year-suffix-ranged", *[dated("2018", letter) for letter in letters]) == text


def test_letters_go_on_in_two() -> None:
    cites = [dated("2018", letters) for letters in ("az", "ba", "bb", "bc")]

    assert joined("year-suffix-ranged", *cites) == "Doe 2018az; ba–bc"
    assert joined("year-suffix-ranged", *cites[1:]) == "Doe 2018ba–bc"


def test_the_formatting_of_a_year_suffix_goes_with_it() -> None:
    def cite(letter: str) -> RenderedCite:
        behind: Tokens = ["2018", ITALIC, SUFFIX, letter, CLOSE, CLOSE]
        return rendered(["Doe ", *behind], names="Doe ", without_names=behind)

    assert join_cites([cite("a"), cite("b")], options("year-suffix")) == [
        "Doe ", "2018", ITALIC, SUFFIX, "a", CLOSE, CLOSE, "; ", ITALIC, SUFFIX, "b", CLOSE, CLOSE,
    ]  # fmt: skip


def test_a_year_formatted_with_its_suffix_keeps_its_formatting() -> None:
    def cite(letter: str) -> RenderedCite:
        behind: Tokens = [ITALIC, "2018", SUFFIX, letter, CLOSE, CLOSE, "."]
        return rendered(["Doe ", *behind], names="Doe ", without_names=behind)

    assert join_cites([cite("a"), cite("b")], options("year-suffix"))[-4:] == [
        "; ", SUFFIX, "b", CLOSE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ({}, {}, "Doe 2018/2019"),
        ({"locator": True}, {}, "Doe 2018 | 2019"),
        ({"suffix": "!"}, {}, "Doe 2018! | 2019"),
        ({}, {"prefix": "and "}, "Doe 2018; and 2019"),
        ({"locator": True}, {"prefix": "and "}, "Doe 2018; and 2019"),
    ],
)
def test_within_a_group_the_delimiter_depends_on_affixes_and_locators(
    first: dict[str, Any], second: dict[str, Any], text: str
) -> None:
    cites = [dated("2018", **first), dated("2019", **second)]

    assert text == joined("year", *cites, cite_group_delimiter="/", after_collapse_delimiter=" | ")


@pytest.mark.parametrize(
    ("collapse", "text"),
    [
        ("", "Doe 2018; Roe 2019"),
        ("year", "Doe 2018 | Roe 2019"),
        ("year-suffix", "Doe 2018; Roe 2019"),
        ("year-suffix-ranged", "Doe 2018; Roe 2019"),
    ],
)
def test_one_cite_is_no_collapsed_group_but_by_year(collapse: str, text: str) -> None:
    cites = [dated("2018"), dated("2019", names="Roe ")]

    assert text == joined(
        collapse, *cites, cite_group_delimiter="/", after_collapse_delimiter=" | "
    )


def test_a_group_is_followed_by_a_delimiter_of_its_own_only_where_it_collapsed() -> None:
    cites = [dated("2018"), dated("2019"), dated("2019", names="Roe ")]
    delimiters = {"cite_group_delimiter": "/", "after_collapse_delimiter": " | "}

    assert joined("year-suffix", *cites, **delimiters) == "Doe 2018/2019 | Roe 2019"
    assert joined("", *cites, **delimiters) == "Doe 2018/Doe 2019; Roe 2019"


def test_cites_without_names_are_a_group_only_by_their_year_suffixes() -> None:
    assert joined("year", rendered(["a"]), rendered(["b"], without_names=["b"])) == "a; b"
    cites = [dated("2018", letter, names="") for letter in "ab"]
    assert joined("year-suffix", *cites) == "2018a; b"


def test_a_span_is_found_with_all_that_is_in_it() -> None:
    names = Open(tag="names")
    tokens: Tokens = ["a", ITALIC, CLOSE, names, "b", ITALIC, "c", CLOSE, CLOSE, "d", names, CLOSE]

    assert span(tokens, "names") == (3, 9)
    assert span(tokens, "title") is None
    assert names_text(tokens) == "bc"
    assert names_text(["a"]) == ""
    assert closing(tokens, 1) == 2
    with pytest.raises(ValueError, match="without its end"):
        closing(tokens[:8], 3)


def test_numbers_collapse_where_a_locator_is_not_printed() -> None:
    keys = '<key variable="citation-number"/>'
    style = style_xml(citation(NUMBER, sort=keys, collapse="citation-number", delimiter=", "))
    processor = Processor(style)
    processor.register(REFERENCES)
    cites = [Cite(reference["id"], locator="12") for reference in REFERENCES[:3]]

    assert processor.citation(cites) == "[1]–[3]"


def test_numbers_with_locators_stay_apart_by_whatever_element_prints_them() -> None:
    for element in ("text", "number"):
        layout = f'{NUMBER}<{element} variable="locator" prefix=" p. "/>'
        style = style_xml(citation(layout, collapse="citation-number", delimiter=", "))
        processor = Processor(style)
        processor.register(REFERENCES)
        cites = [Cite(reference["id"], locator="12") for reference in REFERENCES[:3]]

        assert processor.citation(cites) == "[1] p. 12, [2] p. 12, [3] p. 12"


def test_years_of_works_without_names_are_one_group() -> None:
    references = [report("law", year=1954), report("ballad", year=2000), *REFERENCES]
    style = style_xml(citation(AUTHOR_YEAR, collapse="year", delimiter="; "))
    processor = Processor(style)
    processor.register(references)

    assert processor.citation([Cite("law"), Cite("ballad"), Cite("doe-2018")]) == (
        "1954, 2000; Doe 2018"
    )
    assert processor.citation([Cite("law"), Cite("doe-2018"), Cite("ballad")]) == (
        "1954; Doe 2018; 2000"
    )
    assert processor.citation([Cite("law", "7"), Cite("ballad")]) == "1954: 7, 2000"


def test_years_of_works_without_names_are_gathered_where_cites_are_sorted() -> None:
    references = [report("law", year=1954), report("ballad", year=2019), *REFERENCES]
    keys = '<key variable="issued"/>'
    style = style_xml(citation(AUTHOR_YEAR, sort=keys, collapse="year", delimiter="; "))
    processor = Processor(style)
    processor.register(references)
    cites = [Cite("ballad"), Cite("doe-2018"), Cite("law")]

    assert processor.citation(cites) == "1954, 2019; Doe 2018"


def test_titles_in_place_of_names_are_no_group() -> None:
    layout = (
        '<text variable="title"/><date variable="issued" prefix=" "><date-part name="year"/></date>'
    )
    style = style_xml(citation(layout, collapse="year", delimiter="; "))
    processor = Processor(style)
    processor.register(
        [report("law", year=1954, title="Act"), report("tale", year=2000, title="20th")]
    )

    assert processor.citation([Cite("law"), Cite("tale")]) == "Act 1954; 20th 2000"


def test_numbers_of_a_style_that_collapses_years_are_no_years() -> None:
    bare = NUMBER.replace(' prefix="[" suffix="]"', "")
    style = style_xml(citation(bare, collapse="year", delimiter=","))

    assert _cited(style, ["doe-2018", "doe-2019", "doe-2021"]) == "1,2,3"


def test_a_year_is_no_group_with_what_has_none() -> None:
    layout = (
        '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if>'
        '<else><text term="no date" form="short"/></else></choose>'
    )
    processor = Processor(style_xml(citation(layout, collapse="year", delimiter="; ")))
    processor.register([report("page"), report("law", year=1954), report("tale", year=2000)])

    assert processor.citation([Cite("page"), Cite("law"), Cite("tale")]) == "n.d.; 1954, 2000"
