"""What a style does somewhere or nowhere."""

from __future__ import annotations

from reportcite.csl.compile.usage import Usage, usage_of
from reportcite.csl.style.style import load_style
from tests.csl.style_xml import bibliography, citation, macro, style_xml

TEST = '<choose><if disambiguate="true"><text value="!"/></if></choose>'


def usage(*parts: str) -> Usage:
    """The usage of a style of these parts."""
    return usage_of(load_style(style_xml(*parts)))


def test_variables_are_those_that_texts_and_numbers_print_anywhere() -> None:
    found = usage(
        citation('<group><text variable="title"/></group>'),
        bibliography('<number variable="volume"/>'),
        macro("m", '<text variable="year-suffix"/><names variable="author"/>'),
    )

    assert found.variables == {"title", "volume", "year-suffix"}


def test_tests_for_ambiguity_count_in_the_citation_and_the_macros() -> None:
    assert usage(citation(TEST + TEST), macro("m", TEST)).conditions == 3
    assert usage(citation("<text value='x'/>"), bibliography(TEST)).conditions == 0
