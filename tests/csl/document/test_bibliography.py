"""The bibliography: its entries, and how they are laid out."""

from __future__ import annotations

from reportcite.csl.compile.layout import NO_PRINTED_FORM
from reportcite.csl.document.bibliography import Bibliography, Entry, Setting
from reportcite.csl.document.selection import Selection
from reportcite.csl.write.writer import BibliographySpacing
from tests.csl.document.parts import BY_TITLE, TITLE, parts_of, text
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml
from tests.csl.style_xml import entries as entries_of

NUMBER = '<text variable="citation-number" suffix="."/>'
REFERENCES = [
    report("sea", "Doe, Jane", title="Sea"),
    report("air", "Doe, Jane", title="Air"),
    report("none"),
]


def made(*parts: str) -> Bibliography:
    """The bibliography of the references in a style of these parts."""
    composed = parts_of(style_xml(*parts), REFERENCES)
    return Bibliography(Setting(composed.style.bibliography, text), composed.library)


def entries(*parts: str) -> list[str]:
    """The texts of all entries."""
    return [entry.text for entry in made(*parts).entries(Selection())]


def test_entries_stand_in_the_order_of_the_style_within_the_affixes_of_the_layout() -> None:
    found = made(bibliography(TITLE, sort=BY_TITLE, prefix="(", suffix=")"))

    assert found.entries(Selection()) == [Entry("air", "(Air)"), Entry("sea", "(Sea)")]


def test_a_section_holds_what_it_selects() -> None:
    section = Selection(select=[{"field": "title", "value": "Sea"}])

    assert made(bibliography(TITLE)).entries(section) == [Entry("sea", "Sea")]


def test_a_style_without_a_bibliography_has_no_entries_and_the_usual_layout() -> None:
    found = made(citation(TITLE))

    assert found.entries(Selection()) == []
    assert found.spacing == BibliographySpacing(max_offset=1)


def test_an_entry_that_prints_nothing_is_left_out_unless_it_has_a_number() -> None:
    assert entries(bibliography(TITLE)) == ["Sea", "Air"]
    by_citation = f"<choose><if variable='title'>{NUMBER}{TITLE}</if></choose>"
    assert entries(bibliography(by_citation)) == ["1.Sea", "2.Air", f"3. {NO_PRINTED_FORM}"]


def test_an_entry_whose_second_field_is_empty_keeps_the_first() -> None:
    aligned = bibliography(NUMBER + TITLE, second_field_align="flush")

    assert entries(aligned) == ["1.Sea", "2.Air", "3."]


def test_an_entry_without_its_first_field_is_not_aligned() -> None:
    aligned = bibliography(f'<text variable="volume"/>{TITLE}', second_field_align="flush")

    assert entries(aligned) == ["Sea", "Air", NO_PRINTED_FORM]


def test_repeated_authors_are_replaced() -> None:
    names = f'<names variable="author" suffix=": "/>{TITLE}'

    assert entries(bibliography(names, subsequent_author_substitute="—")) == [
        "Jane Doe: Sea", "—: Air",
    ]  # fmt: skip
    assert entries(bibliography(names)) == ["Jane Doe: Sea", "Jane Doe: Air"]


def test_the_layout_is_what_the_style_asks_for() -> None:
    options = {"hanging_indent": "true", "entry_spacing": "0", "line_spacing": "2"}

    assert made(bibliography(TITLE, **options)).spacing == BibliographySpacing(
        hanging_indent=True, entry_spacing=0, line_spacing=2, max_offset=1
    )
    assert made(bibliography(TITLE, second_field_align="margin")).spacing == BibliographySpacing(
        second_field_align="margin", max_offset=1
    )


def test_a_part_of_a_bibliography_is_as_in_the_whole() -> None:
    """An author repeated is replaced also where the entry before stands in another part, and even
    if nothing is printed between the two."""
    names = '<names variable="author"/><text variable="title" prefix=" "/>'
    references = [
        report("a", "Doe, Jane", title="Air"), report("b", "Doe, Jane", title="Bay"), report("c"),
        report("d", "Doe, Jane", title="Dew"), report("e", "Roe, Tim", title="Eel"),
    ]  # fmt: skip
    style = style_xml(bibliography(names, subsequent_author_substitute="—"))
    composed = parts_of(style, references)
    whole = Bibliography(Setting(composed.style.bibliography, text), composed.library)

    parts = [
        entry.text
        for start in range(len(references))
        for entry in whole.entries(Selection(), start, start + 1)
    ]

    assert parts == [entry.text for entry in whole.entries(Selection())]
    assert parts == ["Jane Doe Air", "— Bay", "— Dew", "Tim Roe Eel"]


def test_a_section_has_the_order_of_the_style_and_repeats_authors_within_it_only() -> None:
    names = '<names variable="author"/><text variable="title" prefix=" "/>'
    references = [
        report("b", "Doe, Jane", title="Bay"), report("a", "Doe, Jane", title="Air"),
        report("c", "Doe, Jane", title="Cat"),
    ]  # fmt: skip
    sorted_ = bibliography(names, sort='<key variable="title"/>', subsequent_author_substitute="—")
    composed = parts_of(style_xml(sorted_), references)
    whole = Bibliography(Setting(composed.style.bibliography, text), composed.library)
    assert whole.section(["c", "b"]) == [Entry("b", "Jane Doe Bay"), Entry("c", "— Cat")]
    assert whole.section([]) == []


def test_each_item_may_be_set_in_its_language_and_have_more_below() -> None:
    composed = parts_of(style_xml(bibliography(TITLE)), [
        report("a", title="Air", language="de"), report("b", title="Bay")
    ])  # fmt: skip
    layout = composed.style.bibliography
    made = Bibliography(
        Setting(layout, text),
        composed.library,
        lambda language: Setting(layout, lambda tokens: f"{language}:{text(tokens)}"),
        lambda item, printed: [f" ({item.id}{len(printed)})"],
    )
    assert [entry.text for entry in made.entries(Selection())] == ["de:Air (a1)", ":Bay (b1)"]


def test_authors_named_twice_in_an_entry_are_told_apart_twice() -> None:
    label = '<names variable="author"><name form="short" initialize-with="."/></names>'
    whole = '<names variable="author"><name initialize-with="."/></names>'
    editor = '<names variable="editor"><name initialize-with="."/></names>'
    style = style_xml(
        citation(
            label,
            disambiguate_add_givenname="true",
            givenname_disambiguation_rule="all-names",
        ),
        bibliography(f'<group delimiter=" = ">{label}{whole}{editor}</group>'),
    )
    references = [
        {
            "id": given,
            "type": "book",
            "author": [{"family": "Smith", "given": given}],
            "editor": [{"family": "Smith", "given": "Jane"}],
        }
        for given in ("John", "Jane")
    ]

    assert entries_of(style, references) == [
        "John Smith = John Smith = J. Smith",
        "Jane Smith = Jane Smith = J. Smith",
    ]
