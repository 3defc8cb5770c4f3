"""The list of references: repeated authors, fields set off, layout."""

from __future__ import annotations

import pytest

from reportcite.csl import Processor
from tests.csl.references import people, report
from tests.csl.style_xml import bibliography, citation, entries, macro, style_xml

AUTHOR_TITLE = (
    '<names variable="author" suffix=", "><name/><substitute><names variable="editor"/>'
    '<text variable="title"/></substitute></names><text variable="title"/>'
)
BY_THE_SAME = [
    report("1", "Doe; Roe", title="Air"),
    report("2", "Doe; Roe", title="Earth"),
    report("3", "Doe; Poe", title="Fire"),
    report("4", "Loe; Poe", title="Water"),
]


def substituted(rule: str, text: str = "———") -> list[str]:
    """The entries of four reports with `text` for authors that repeat."""
    style = style_xml(
        bibliography(
            AUTHOR_TITLE,
            subsequent_author_substitute=text,
            subsequent_author_substitute_rule=rule,
        )
    )
    return entries(style, BY_THE_SAME)


@pytest.mark.parametrize(
    ("rule", "second", "third"),
    [
        ("complete-all", "———, Earth", "Doe, Poe, Fire"),
        ("complete-each", "———, ———, Earth", "Doe, Poe, Fire"),
        ("partial-each", "———, ———, Earth", "———, Poe, Fire"),
        ("partial-first", "———, Roe, Earth", "———, Poe, Fire"),
    ],
)
def test_repeated_authors_by_each_rule(rule: str, second: str, third: str) -> None:
    assert substituted(rule) == ["Doe, Roe, Air", second, third, "Loe, Poe, Water"]


def test_repeated_authors_may_go_without_a_mark() -> None:
    assert substituted("complete-all", text="")[1] == "Earth"


def test_whole_lists_are_the_rule_unless_a_style_says_otherwise() -> None:
    style = style_xml(bibliography(AUTHOR_TITLE, subsequent_author_substitute="—"))

    assert entries(style, BY_THE_SAME)[1:3] == ["—, Earth", "Doe, Poe, Fire"]


def test_the_same_person_is_replaced_however_the_name_is_printed() -> None:
    """Given names are written out where cites would be ambiguous: not in the third entry."""
    style = style_xml(
        citation(
            '<group delimiter=" "><names variable="author"><name form="short"/></names>'
            '<text variable="title"/></group>',
            disambiguate_add_givenname="true",
        ),
        bibliography(
            '<names variable="author" suffix=", "><name initialize-with="."/></names>'
            '<text variable="title"/>',
            subsequent_author_substitute="—",
        ),
    )
    references = [
        report("1", "Smith, Jane", title="Air"),
        report("2", "Smith, John", title="Air"),
        report("3", "Smith, John", title="Fire"),
        report("4", "Smith, Jim", title="Water"),
    ]

    assert entries(style, references) == [
        "Jane Smith, Air",
        "John Smith, Air",
        "—, Fire",
        "J. Smith, Water",
    ]


def test_what_stands_in_for_the_author_repeats_like_an_author() -> None:
    style = style_xml(bibliography(AUTHOR_TITLE, subsequent_author_substitute="—"))
    edited = [
        report("1", editor=people("Doe"), title="Air"),
        report("2", editor=people("Doe"), title="Earth"),
    ]

    assert entries(style, edited) == ["Doe, Air", "—, Earth"]


@pytest.mark.parametrize(
    ("output", "entry"),
    [
        ("text", "[1] Doe, Roe. Air."),
        (
            "html",
            '\n    <div class="csl-left-margin">[1] </div>'
            '<div class="csl-right-inline">Doe, Roe. Air.</div>\n  ',
        ),
    ],
)
def test_the_first_field_can_be_set_off(output: str, entry: str) -> None:
    layout = (
        '<text variable="citation-number" prefix="[" suffix="] "/>'
        '<group delimiter=". "><names variable="author"><name/></names>'
        '<text variable="title"/></group>'
    )
    style = style_xml(bibliography(layout, suffix=".", second_field_align="flush"))
    processor = Processor(style, output=output)

    assert processor.bibliography(BY_THE_SAME)[0].text == entry


def test_the_layout_formats_both_fields_and_an_entry_without_the_first() -> None:
    style = style_xml(
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography second-field-align="flush"><layout font-style="italic" suffix=".">'
        '<text variable="note"/><text variable="title"/></layout></bibliography>'
    )
    noted = {**report("1", "Doe", title="Air"), "note": "N"}
    texts = Processor(style, output="html").bibliography([noted, report("2", "Doe", title="Earth")])

    assert [entry.text for entry in texts] == [
        '\n    <div class="csl-left-margin"><i>N</i></div>'
        '<div class="csl-right-inline"><i>Air.</i></div>\n  ',
        "<i>Earth.</i>",
    ]


def test_the_layout_says_how_to_set_the_list() -> None:
    style = style_xml(
        bibliography(
            '<text variable="citation-number"/><text variable="title"/>',
            hanging_indent="true",
            entry_spacing="0",
            line_spacing="2",
            second_field_align="margin",
        )
    )
    processor = Processor(style)
    processor.register([report(str(number)) for number in range(12)])

    spacing = processor.spacing
    assert spacing.hanging_indent
    assert (spacing.entry_spacing, spacing.line_spacing) == (0, 2)
    assert spacing.second_field_align == "margin"
    assert spacing.max_offset == 2  # digits of the widest number


def test_a_document_is_all_entries() -> None:
    style = style_xml(bibliography('<text variable="title"/>'))

    assert Processor(style).document(BY_THE_SAME[:2]) == "Air\nEarth"
    assert Processor(style, output="markdown").document(BY_THE_SAME[:2]) == "Air\n\nEarth"


def test_a_style_without_a_bibliography_makes_none() -> None:
    assert Processor(style_xml()).bibliography(BY_THE_SAME) == []
    assert Processor(style_xml()).document(BY_THE_SAME) == ""


def test_an_entry_that_prints_nothing_is_left_out() -> None:
    style = style_xml(bibliography('<text variable="title" suffix="."/>'))

    assert entries(style, [report("1", "Doe"), report("2", title="Air")]) == ["Air."]


def test_a_numbered_entry_that_prints_nothing_keeps_its_place() -> None:
    style = style_xml(
        bibliography('<group><text variable="citation-number"/><text variable="title"/></group>')
    )

    assert len(entries(style, [report("1"), report("2", title="Air")])) == 2


def test_a_term_at_the_beginning_of_an_entry_is_capitalized() -> None:
    style = style_xml(
        bibliography(
            '<text variable="citation-number" suffix=". "/><names variable="author"><name/>'
            '<substitute><text macro="anonymous"/></substitute></names>'
            '<text term="edition" prefix=", "/>'
        ),
        macro("anonymous", '<text term="anonymous"/>'),
    )
    assert entries(style, [report("1", "")]) == ["1. Anonymous, edition"]


def test_no_authors_are_fewer_than_one() -> None:
    style = style_xml(
        bibliography('<text variable="title"/>', sort='<key macro="count"/>'),
        macro("count", '<names variable="author"><name form="count"/></names>'),
    )
    references = [
        report("1", "; ".join("ABCDEFGHIJ"), title="Ten"),
        report("2", "Doe; Roe", title="Two"),
        report("3", title="None"),
    ]
    assert entries(style, references) == ["None", "Two", "Ten"]


def test_a_term_in_place_of_an_author_is_not_replaced_when_it_repeats() -> None:
    names = (
        '<names variable="author"><name/><substitute>{}</substitute></names>'
        '<text variable="title" prefix=" "/>'
    ).format
    references = [report("a", title="Air", publisher="X"), report("b", title="Fire", publisher="X")]

    for substitute, texts in (
        ('<text term="anonymous"/>', ["Anonymous Air", "Anonymous Fire"]),
        ('<text variable="publisher"/>', ["X Air", "— Fire"]),
    ):
        layout = bibliography(names(substitute), subsequent_author_substitute="—")
        assert entries(style_xml(layout), references) == texts


def test_people_of_one_short_name_are_not_the_same() -> None:
    layout = '<names variable="author"><name form="short"/></names><text variable="title"/>'
    style = style_xml(bibliography(layout, subsequent_author_substitute="—"))
    references = [
        report("a", "Doe, Anna", title=" Air"),
        report("b", "Doe, Arne", title=" Fire"),
        report("c", "Doe, Arne", title=" Water"),
    ]

    assert entries(style, references) == ["Doe Air", "Doe Fire", "— Water"]


def test_a_block_does_not_begin_with_a_stop_that_was_set_before_it() -> None:
    layout = (
        '<group suffix="."><text variable="title"/></group>'
        '<group display="block"><text variable="DOI" prefix=". "/></group>'
    )

    assert "Air. 10.1" in " ".join(
        entries(style_xml(bibliography(layout)), [report("a", title="Air", DOI="10.1")])[0].split()
    )
