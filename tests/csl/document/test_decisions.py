"""What is decided about all items together."""

from __future__ import annotations

from reportcite.csl.document.decisions import Decisions
from tests.csl.document.parts import AUTHOR_YEAR, BY_TITLE, TITLE, parts_of
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, macro, style_xml

REFERENCES = [
    report("sea", "Doe, Jane", 2020, title="Sea"),
    report("air", "Doe, Jane", 2020, title="Air"),
    report("fire", "Roe, Tim", 2021, title="Fire"),
]
CITATION = citation(AUTHOR_YEAR, disambiguate_add_year_suffix="true")


def decided(style: bytes, references: list[dict[str, object]] = REFERENCES) -> Decisions:
    """The decisions on references in the order in which they are cited."""
    parts = parts_of(style)
    return parts.decider.decide(parts.library.register(references))


def test_numbers_and_letters_follow_the_order_of_the_bibliography() -> None:
    decisions = decided(style_xml(CITATION, bibliography(TITLE, sort=BY_TITLE)))

    assert [item.id for item in decisions.order] == ["air", "fire", "sea"]
    assert decisions.numbers == {"air": 1, "fire": 2, "sea": 3}
    assert decisions.year_suffixes == {"air": "a", "sea": "b"}
    assert decisions.disambiguations == {}


def test_without_a_sorted_bibliography_they_follow_the_citations() -> None:
    for style in (style_xml(CITATION), style_xml(CITATION, bibliography(TITLE))):
        decisions = decided(style)

        assert decisions.numbers == {"sea": 1, "air": 2, "fire": 3}
        assert decisions.year_suffixes == {"sea": "a", "air": "b"}


def test_one_item_or_none_needs_no_sorting() -> None:
    style = style_xml(CITATION, bibliography(TITLE, sort=BY_TITLE))

    assert decided(style, REFERENCES[:1]).numbers == {"sea": 1}
    assert decided(style, []) == Decisions((), {}, {}, {})


def test_the_number_of_the_citations_may_be_the_key() -> None:
    sort = '<key variable="citation-number" sort="descending"/>'
    decisions = decided(style_xml(CITATION, bibliography(TITLE, sort=sort)))

    assert decisions.numbers == {"fire": 1, "air": 2, "sea": 3}


def test_names_written_out_everywhere_are_sorted_as_written_out() -> None:
    names = macro("names", '<names variable="author"><name initialize-with="."/></names>')
    keys = '<key macro="names"/><key variable="title"/>'

    def order(rule: str) -> list[str]:
        cites = citation(
            '<names variable="author"><name initialize-with="."/></names>',
            disambiguate_add_givenname="true",
            givenname_disambiguation_rule=rule,
        )
        references = [
            report("jane", "Doe, Jane", title="Z"),
            report("john", "Doe, John", title="A"),
        ]
        decisions = decided(style_xml(names, cites, bibliography(TITLE, sort=keys)), references)
        return [item.id for item in decisions.order]

    assert order("all-names") == ["jane", "john"]
    assert order("all-names-with-initials") == ["john", "jane"]
