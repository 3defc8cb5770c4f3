"""A whole style, compiled for one locale."""

from __future__ import annotations

from reportcite.csl.compile.style import CompiledStyle, compile_style, quotes_of
from reportcite.csl.locale import load_locale
from reportcite.csl.style.style import load_style
from reportcite.csl.text.punctuation import Quotes
from tests.csl.style_xml import bibliography, citation, style_xml

TITLE = '<text variable="title"/>'
FIRST_NOTE = '<text variable="first-reference-note-number"/>'


def compiled(*parts: str, class_: str = "in-text") -> CompiledStyle:
    """A style of these parts in English."""
    return compile_style(load_style(style_xml(*parts, class_=class_)), load_locale("en-US"))


def test_a_style_may_have_no_bibliography() -> None:
    assert compiled(citation(TITLE)).bibliography is None
    assert compiled(citation(TITLE), bibliography(TITLE)).bibliography is not None


def test_notes_go_by_the_class_of_the_style() -> None:
    assert compiled(citation(TITLE), class_="note").is_note
    assert not compiled(citation(TITLE)).is_note
    assert compiled(citation(TITLE, delimiter="; "), class_="note").collapse == (
        compiled(citation(TITLE, delimiter="; ", cite_group_delimiter="; ")).collapse._replace(
            groups=False
        )
    )


def test_a_style_refers_to_notes_that_prints_their_numbers() -> None:
    assert compiled(citation(FIRST_NOTE)).refers_to_notes
    assert not compiled(citation(TITLE)).refers_to_notes


def test_tests_for_ambiguity_are_counted() -> None:
    test = f'<choose><if disambiguate="true">{TITLE}</if></choose>'

    assert compiled(citation(test)).disambiguation.conditions == 1


def test_quotation_marks_are_those_of_the_locale() -> None:
    assert quotes_of(load_locale("en-US")) == Quotes("“", "”", "‘", "’", True)
    assert quotes_of(load_locale("de-DE")) == Quotes("„", "“", "‚", "‘", False)
    assert quotes_of(load_locale("en-US")._replace(terms={}, options={})) == Quotes()
