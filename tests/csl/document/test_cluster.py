"""Several cites in one citation: joined, grouped, collapsed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportcite.csl import Cite, Processor
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
