"""An editing session: what a word processor learns of the citations of its document."""

from __future__ import annotations

import pytest

from reportcite.csl import Citation, Cite, Processor
from reportcite.csl.document.session import Session
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml

AUTHOR_YEAR = (
    '<names variable="author"><name form="short"/></names>'
    '<date variable="issued" prefix=" "><date-part name="year"/></date>'
)
REFERENCES = [
    report("doe-air", "Doe", 2020, title="Air"),
    report("doe-sea", "Doe", 2020, title="Sea"),
    report("roe", "Roe", 2021, title="Fire"),
]
IN_TEXT = style_xml(
    citation(AUTHOR_YEAR, disambiguate_add_year_suffix="true", delimiter="; "),
    bibliography('<text variable="title"/>', sort='<key variable="title"/>'),
)
NUMERIC = style_xml(citation('<text variable="citation-number" prefix="[" suffix="]"/>'))
IBID = style_xml(
    citation(
        '<choose><if position="ibid"><text term="ibid"/></if>'
        '<else><text variable="title"/></else></choose>'
    ),
    class_="note",
)


class Document:
    """A document under edit, as a word processor keeps it: the ids and notes of its citations."""

    def __init__(self, style: bytes, *, notes: bool = False) -> None:
        processor = Processor(style)
        processor.register(REFERENCES)
        self.session: Session = processor.session()
        self.processor = processor
        self.places: list[str] = []
        self.notes = notes

    def _numbered(self, ids: list[str], start: int) -> list[tuple[str, int]]:
        return [(name, number if self.notes else 0) for number, name in enumerate(ids, start)]

    def put(self, at: int, name: str, *references: str) -> dict[str, str]:
        """Puts the citation `name` of `references` at a place; what changed, by id."""
        before = [place for place in self.places[:at] if place != name]
        after = [place for place in self.places[at:] if place != name]
        self.places = [*before, name, *after]
        here = len(before) + 1
        changed = self.session.update(
            Citation(name, tuple(map(Cite, references)), note_number=here if self.notes else 0),
            self._numbered(before, 1),
            self._numbered(after, here + 1),
        )
        return {change.id: change.text for change in changed}


def test_an_inserted_citation_is_reported_with_its_place() -> None:
    processor = Processor(IN_TEXT)
    processor.register(REFERENCES)
    session = processor.session()

    session.update(Citation("one", (Cite("roe"),)), [], [])
    changes = session.update(Citation("two", (Cite("doe-air"),)), [("one", 0)], [])

    assert [(change.index, change.id, change.text) for change in changes] == [
        (1, "two", "Doe 2020")
    ]


def test_others_are_reported_only_where_their_text_changes() -> None:
    document = Document(IN_TEXT)

    assert document.put(0, "one", "doe-air") == {"one": "Doe 2020"}
    assert document.put(1, "two", "roe") == {"two": "Roe 2021"}
    assert document.put(2, "three", "doe-sea") == {"one": "Doe 2020a", "three": "Doe 2020b"}


def test_a_removed_citation_takes_its_year_suffixes_along() -> None:
    document = Document(IN_TEXT)
    document.put(0, "one", "doe-air")
    document.put(1, "two", "doe-sea")

    changes = document.session.remove("two")

    assert [(change.id, change.text) for change in changes] == [("one", "Doe 2020")]


def test_a_citation_left_out_of_an_update_is_removed() -> None:
    document = Document(NUMERIC)
    document.put(0, "one", "roe")
    document.put(1, "two", "doe-air")

    changes = document.session.update(Citation("two", (Cite("doe-air"),)), [], [])

    assert [(change.id, change.text) for change in changes] == [("two", "[1]")]


def test_a_citation_may_be_changed() -> None:
    document = Document(IN_TEXT)
    document.put(0, "one", "roe")

    assert document.put(0, "one", "roe", "doe-air") == {"one": "Roe 2021; Doe 2020"}
    assert document.put(0, "one", "doe-air") == {"one": "Doe 2020"}


def test_numbers_follow_the_order_of_the_document() -> None:
    document = Document(NUMERIC)
    document.put(0, "one", "roe")
    document.put(1, "two", "doe-air")

    assert document.put(0, "zero", "doe-sea") == {"zero": "[1]", "one": "[2]", "two": "[3]"}


def test_a_citation_put_between_two_ends_ibid() -> None:
    document = Document(IBID, notes=True)
    document.put(0, "one", "roe")

    assert document.put(1, "two", "roe") == {"two": "Ibid."}
    assert document.put(1, "between", "doe-air") == {"between": "Air", "two": "Fire"}


def test_the_bibliography_is_of_what_is_cited() -> None:
    document = Document(IN_TEXT)
    document.put(0, "one", "roe")
    document.put(1, "two", "doe-air")

    assert [entry.id for entry in document.processor.bibliography()] == ["doe-air", "roe"]

    document.session.remove("one")
    assert [entry.id for entry in document.processor.bibliography()] == ["doe-air"]


def test_an_edited_document_prints_like_one_written_in_order() -> None:
    edited = Document(IN_TEXT)
    edited.put(0, "three", "doe-sea")
    edited.put(0, "one", "doe-air", "roe")
    edited.put(1, "two", "roe")
    written = Processor(IN_TEXT)
    written.register(REFERENCES)

    assert [edited.session.printed[name].text for name in ("one", "two", "three")] == (
        written.cite_all(
            [
                Citation("one", (Cite("doe-air"), Cite("roe"))),
                Citation("two", (Cite("roe"),)),
                Citation("three", (Cite("doe-sea"),)),
            ]
        )
    )


def test_a_citation_never_inserted_cannot_be_referred_to() -> None:
    document = Document(IN_TEXT)

    with pytest.raises(KeyError, match="nowhere"):
        document.session.update(Citation("one", (Cite("roe"),)), [("nowhere", 0)], [])
