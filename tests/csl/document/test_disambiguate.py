"""References whose cites would look alike are made to differ."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl import Citation, Cite, Processor
from reportcite.csl.document.disambiguate import year_suffix
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, entries, style_xml

YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'
SHORT = f'<names variable="author"><name form="short"/></names>{YEAR}'
ABRIDGED = (
    '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>' + YEAR
)


def cites(layout: str, references: list[dict[str, Any]], **options: str) -> list[str]:
    """Every reference cited on its own; `options` are those of cs:citation."""
    processor = Processor(style_xml(citation(layout, **options)))
    processor.register(references)
    return [processor.citation([Cite(reference["id"])]) for reference in references]


def test_without_a_method_cites_may_look_alike() -> None:
    same = [report("a", "Doe", 2020), report("b", "Doe", 2020)]

    assert cites(SHORT, same) == ["Doe 2020", "Doe 2020"]


def test_a_letter_behind_the_year() -> None:
    references = [
        report("a", "Doe", 2020),
        report("b", "Roe", 2020),
        report("c", "Doe", 2020),
        report("d", "Doe", 2021),
    ]

    assert cites(SHORT, references, disambiguate_add_year_suffix="true") == [
        "Doe 2020a", "Roe 2020", "Doe 2020b", "Doe 2021",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")]
)
def test_letters_go_on_after_z(number: int, letters: str) -> None:
    assert year_suffix(number) == letters


def test_letters_follow_the_order_of_the_bibliography() -> None:
    style = style_xml(
        citation(SHORT, disambiguate_add_year_suffix="true"),
        bibliography(SHORT, sort='<key variable="title"/>'),
    )
    processor = Processor(style)
    processor.register([report("b", "Doe", 2020, title="B"), report("a", "Doe", 2020, title="A")])

    assert processor.citation([Cite("a")]) == "Doe 2020a"
    assert [entry.text for entry in processor.bibliography()] == ["Doe 2020a", "Doe 2020b"]


def test_a_style_may_place_the_letter_itself() -> None:
    layout = f'{SHORT}<text variable="year-suffix" prefix="-" font-style="italic"/>'
    same = [report("a", "Doe", 2020), report("b", "Doe", 2020)]

    assert cites(layout, same, disambiguate_add_year_suffix="true") == ["Doe 2020-a", "Doe 2020-b"]


THREE = [
    report("a", "Doe; Poe; Roe", 2020),
    report("b", "Doe; Poe; Zoe", 2020),
    report("c", "Doe; Loe; Roe", 2020),
]


def test_more_names_until_they_differ() -> None:
    assert cites(ABRIDGED, THREE, disambiguate_add_names="true") == [
        "Doe, Poe, Roe 2020", "Doe, Poe, Zoe 2020", "Doe, Loe, et al. 2020",
    ]  # fmt: skip


def test_names_are_added_only_where_they_help() -> None:
    same = [report("a", "Doe; Poe; Roe", 2020), report("b", "Doe; Poe; Roe", 2020)]

    assert cites(
        ABRIDGED, same, disambiguate_add_names="true", disambiguate_add_year_suffix="true"
    ) == ["Doe et al. 2020a", "Doe et al. 2020b"]


NAMESAKES = [
    report("a", "Doe, Jane; Roe, Tim", 2020),
    report("b", "Doe, John; Roe, Tim", 2020),
    report("c", "Doe, Adam; Roe, Ann", 2021),
]
INITIALS = f'<names variable="author"><name form="short" initialize-with=". "/></names>{YEAR}'


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        # The third cite differs by its year: it stays short.
        ("by-cite", ["Jane Doe, Roe 2020", "John Doe, Roe 2020", "Doe, Roe 2021"]),
        # Every name that two people share is written out, in every cite.
        ("all-names", [
            "Jane Doe, T. Roe 2020", "John Doe, T. Roe 2020", "A. Doe, A. Roe 2021",
        ]),
        ("all-names-with-initials", [
            "J. Doe, T. Roe 2020", "J. Doe, T. Roe 2020", "A. Doe, A. Roe 2021",
        ]),
        ("primary-name", ["Jane Doe, Roe 2020", "John Doe, Roe 2020", "A. Doe, Roe 2021"]),
        ("primary-name-with-initials", [
            "J. Doe, Roe 2020", "J. Doe, Roe 2020", "A. Doe, Roe 2021",
        ]),
    ],
)  # fmt: skip
def test_given_names_by_each_rule(rule: str, texts: list[str]) -> None:
    assert texts == cites(
        INITIALS,
        NAMESAKES,
        disambiguate_add_givenname="true",
        givenname_disambiguation_rule=rule,
    )


@pytest.mark.parametrize("rule", ["primary-name", "primary-name-with-initials"])
def test_the_first_name_is_compared_with_first_names_alone(rule: str) -> None:
    options = {"disambiguate_add_givenname": "true", "givenname_disambiguation_rule": rule}
    behind = report("a", "Doe, Jane; Roe, Tim", 2020)
    ann, tim = report("b", "Roe, Ann", 2021), report("c", "Roe, Tim", 2022)

    assert cites(INITIALS, [behind, ann], **options) == ["Doe, Roe 2020", "Roe 2021"]
    assert cites(INITIALS, [behind, ann, tim], **options) == [
        "Doe, Roe 2020", "A. Roe 2021", "T. Roe 2022",
    ]  # fmt: skip


def test_names_that_are_not_printed_need_not_differ() -> None:
    references = [
        report("a", "Doe, Jane; Poe, Ann; Roe, Tim", 2020),
        report("b", "Doe, John; Poe, Ann; Roe, Tom", 2020),
    ]
    options = {"disambiguate_add_givenname": "true", "givenname_disambiguation_rule": "all-names"}

    assert cites(ABRIDGED, references, **options) == [
        "Jane Doe et al. 2020", "John Doe et al. 2020",
    ]  # fmt: skip


def test_a_given_name_is_written_out_no_further_than_needed() -> None:
    references = [report("a", "Doe, Jane", 2020), report("b", "Doe, Adam", 2020)]

    assert cites(INITIALS, references, disambiguate_add_givenname="true") == [
        "J. Doe 2020", "A. Doe 2020",
    ]  # fmt: skip


def test_the_order_of_the_methods() -> None:
    references = [
        report("a", "Doe, Jane", 2020),
        report("b", "Doe, Adam", 2020),
        report("c", "Doe, Adam", 2020),
    ]
    options = {"disambiguate_add_givenname": "true", "disambiguate_add_year_suffix": "true"}

    assert cites(INITIALS, references, **options) == [
        "J. Doe 2020", "A. Doe 2020a", "A. Doe 2020b",
    ]  # fmt: skip


def test_a_style_may_add_something_where_cites_are_alike() -> None:
    layout = (
        f'{SHORT}<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
    )
    references = [
        report("a", "Doe", 2020, title="Air"),
        report("b", "Doe", 2020, title="Earth"),
        report("c", "Doe", 2021, title="Fire"),
    ]

    assert cites(layout, references) == ["Doe 2020, Air", "Doe 2020, Earth", "Doe 2021"]


def test_the_bibliography_shows_what_the_cites_show() -> None:
    options = {"disambiguate_add_names": "true", "disambiguate_add_year_suffix": "true"}
    style = style_xml(citation(ABRIDGED, **options), bibliography(SHORT))
    same = [report("a", "Doe; Poe; Roe", 2020), report("b", "Doe; Poe; Roe", 2020)]

    assert [entry.text for entry in Processor(style).bibliography(same)] == [
        "Doe, Poe, Roe 2020a", "Doe, Poe, Roe 2020b",
    ]  # fmt: skip


def test_references_without_a_date_are_made_to_differ_too() -> None:
    layout = (
        '<names variable="author"><name form="short"/></names>'
        '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if>'
        '<else><text term="no date" form="short" prefix=", "/>'
        '<text variable="year-suffix" prefix="-"/></else></choose>'
    )
    same = [report("a", "Doe"), report("b", "Doe")]

    assert cites(layout, same, disambiguate_add_year_suffix="true") == [
        "Doe, n.d.-a", "Doe, n.d.-b",
    ]  # fmt: skip


def test_after_a_condition_that_changes_nothing_no_other_is_tried() -> None:
    condition = '<choose><if disambiguate="true"><text variable="{}"/></if></choose>'.format
    style = style_xml(citation(condition("genre") + condition("title")))
    processor = Processor(style)
    processor.register(
        [report("a", title="Air", genre="Report"), report("b", title="Fire", genre="Report")]
    )

    assert [processor.citation([Cite(name)]) for name in "ab"] == ["Report", "Report"]


def test_another_condition_is_for_those_that_the_first_left_alike() -> None:
    condition = '<choose><if disambiguate="true"><text variable="{}" prefix=" "/></if></choose>'
    layout = condition.format("genre") + condition.format("title")
    references = [
        report("a", title="Air", genre="Report"),
        report("b", title="Fire", genre="Report"),
        report("c", title="Earth", genre="Thesis"),
    ]

    assert cites(layout, references) == [" Report Air", " Report Fire", " Thesis"]


def test_a_reference_to_a_note_makes_works_differ() -> None:
    later = (
        '<choose><if position="subsequent"><names variable="author"><name form="short"/></names>'
        '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
        '<text variable="first-reference-note-number" prefix=" (n " suffix=")"/></if>'
        '<else><text variable="title"/></else></choose>'
    )
    processor = Processor(style_xml(citation(later), class_="note"))
    processor.register([report("a", "Doe, Jane", title="Air"), report("b", "Doe, Jane")])

    def cited(*notes: str) -> list[str]:
        citations = [
            Citation(str(number), tuple(map(Cite, ids)), number)
            for number, ids in enumerate(notes, 1)
        ]
        return processor.cite_all(citations)

    assert cited("a", "b", "a")[-1] == "Doe (n 1)"
    assert cited("ab", "b", "a")[-1] == "Doe, Air (n 1)"


def test_a_given_name_in_full_is_in_full_in_the_bibliography_too() -> None:
    style = style_xml(
        citation(SHORT, disambiguate_add_givenname="true"),
        bibliography('<names variable="author"><name initialize-with="."/></names>'),
    )
    processor = Processor(style)
    processor.register([report("a", "Doe, Anna", 2018), report("b", "Doe, Arne", 2018)])

    assert processor.citation([Cite("a")]) == "Anna Doe 2018"
    assert [entry.text for entry in processor.bibliography()] == ["Anna Doe", "Arne Doe"]


def test_initials_that_differ_suffice_in_the_bibliography() -> None:
    style = style_xml(
        citation(SHORT, disambiguate_add_givenname="true"),
        bibliography('<names variable="author"><name initialize-with="."/></names>'),
    )
    processor = Processor(style)
    processor.register([report("a", "Doe, Anna", 2018), report("b", "Doe, Bert", 2018)])

    assert processor.citation([Cite("a")]) == "Anna Doe 2018"
    assert [entry.text for entry in processor.bibliography()] == ["A. Doe", "B. Doe"]


@pytest.mark.parametrize("rule", ["all-names-with-initials", "primary-name-with-initials"])
def test_initials_are_not_added_where_the_style_prints_none(rule: str) -> None:
    """CSL 1.0.2, "Given Name Disambiguation Rules"."""
    references = [report("a", "Smith, Jane", 2001), report("b", "Smith, James", 2001)]
    options = {"disambiguate_add_givenname": "true", "givenname_disambiguation_rule": rule}

    assert cites(SHORT, references, disambiguate_add_year_suffix="true", **options) == [
        "Smith 2001a", "Smith 2001b",
    ]  # fmt: skip


def test_entries_have_what_tells_names_of_the_same_initial_apart() -> None:
    """Cites of full given names, entries of initials: these alone would be alike."""
    names = '<names variable="author"><name name-as-sort-order="all"/></names>'
    options = {
        "disambiguate_add_givenname": "true",
        "givenname_disambiguation_rule": "all-names",
        "initialize": "false",
    }
    style = style_xml(citation(SHORT, **options), bibliography(names), initialize_with=".")
    references = [report("a", "Smith, Jane", 2001), report("b", "Smith, Paul", 2003)]
    alike = [report("a", "Smith, Jane", 2001), report("b", "Smith, James", 2003)]

    assert entries(style, references) == ["Smith, J.", "Smith, P."]
    assert entries(style, alike) == ["Smith, Jane", "Smith, James"]
    second = [report("a", "Smith, Jane", 2001), report("b", "Smith, John A.", 2003)]
    assert entries(style, second) == ["Smith, J.", "Smith, J.A."]
