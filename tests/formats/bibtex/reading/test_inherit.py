"""What entries take over from others: `crossref` by btxdoc and biblatex, `xdata` by biblatex."""

from __future__ import annotations

import io

import pytest

from reportcite.formats.bibtex.reading.inherit import Parents, wanted_parents
from reportcite.formats.bibtex.reading.parse import ParsedEntry, Value

BOOK = {
    "title": "Whole",
    "subtitle": "S",
    "author": "A",
    "publisher": "P",
    "pages": "x",
    "label": "l",
}


def entry(type_: str, key: str, /, **fields: str) -> ParsedEntry:
    values = {name: Value(text, line) for line, (name, text) in enumerate(fields.items(), 2)}
    return ParsedEntry(type_, key, 1, values, [])


def inherited(child: ParsedEntry, *parents: ParsedEntry) -> dict[str, str]:
    by_key = {parent.key.lower(): parent for parent in parents}
    Parents(by_key, "refs.bib", 0).inherit(child)
    return {name: value.text for name, value in child.fields.items()}


def test_the_parents_of_a_file_are_known_before_it_is_read() -> None:
    source = b"""@inbook{a, crossref = {Whole}, title = {crossref}}
@misc{b, XDATA={One, two},
crossref = "Three", note = {xdata}, crossrefs = {no} }
"""
    assert wanted_parents(io.BytesIO(source)) == {"whole", "one", "two", "three"}


@pytest.mark.parametrize("type_", ["inbook", "incollection", "inproceedings", "conference"])
def test_a_part_takes_the_title_of_the_whole_as_its_books(type_: str) -> None:
    child = entry(type_, "c", title="Part", crossref="BOOK")
    assert inherited(child, entry("book", "Book", **BOOK)) == {
        "title": "Part", "crossref": "BOOK", "booktitle": "Whole", "booksubtitle": "S",
        "bookauthor": "A", "publisher": "P", **({"author": "A"} if type_ == "inbook" else {}),
    }  # fmt: skip


def test_an_article_takes_the_title_of_its_journal() -> None:
    child = entry("article", "c", title="Part", crossref="j")
    fields = inherited(child, entry("periodical", "j", title="J", subtitle="S", author="A"))
    assert fields == {
        "title": "Part", "crossref": "j", "journaltitle": "J", "journalsubtitle": "S",
        "author": "A",
    }  # fmt: skip


def test_another_entry_takes_over_no_title_and_keeps_what_it_has() -> None:
    child = entry("misc", "c", publisher="Own", crossref="b")
    fields = inherited(child, entry("book", "b", **BOOK))
    assert fields == {"publisher": "Own", "crossref": "b", "author": "A"}


def test_a_book_title_of_the_parent_goes_before_its_title() -> None:
    child = entry("inbook", "c", crossref="b")
    assert inherited(child, entry("book", "b", title="T", booktitle="B"))["booktitle"] == "B"


def test_xdata_passes_on_everything_however_it_is_named() -> None:
    data = entry("xdata", "d", title="T", keywords="k", xdata="e")
    expected = {"title": "T", "keywords": "k"}
    for how in ("xdata", "crossref"):
        child = entry("inbook", "c", **{how: "d"})
        assert inherited(child, data, entry("xdata", "e")) == {how: "d"} | expected
    several = entry("misc", "c", xdata="d, e,")
    assert inherited(several, data, entry("xdata", "e", note="n"))["note"] == "n"


def test_the_nearest_ancestor_counts_and_a_circle_ends() -> None:
    child = entry("misc", "c", crossref="p")
    parent = entry("misc", "p", publisher="near", crossref="g")
    grandparent = entry("misc", "g", publisher="far", year="1", crossref="C")
    fields = inherited(child, parent, grandparent, child)
    assert (fields["publisher"], fields["year"]) == ("near", "1")
    assert child.problems == []


def test_any_number_of_generations_is_followed() -> None:
    line = [entry("misc", f"k{n}", crossref=f"k{n + 1}") for n in range(3000)]
    last = entry("misc", "k3000", last="x")
    assert "last" in inherited(line[0], *line, last)


def test_an_entry_takes_over_no_more_fields_than_there_are() -> None:
    """Each of many generations with fields of its own would have those of all before it."""
    line = [entry("misc", f"k{n}", crossref=f"k{n + 1}", **{f"f{n}": "x"}) for n in range(3000)]
    parents = Parents({one.key: one for one in line}, "refs.bib", 0)
    parents.inherit(line[0])
    assert len(line[0].fields) == 200
    assert {"f0", "f100"} <= line[0].fields.keys()
    [problem] = line[0].problems
    assert problem.message == "it has 200 fields, and inherits no more"


@pytest.mark.parametrize(("size", "most"), [(0, 1 << 20), (1 << 14, 1 << 20), (1 << 15, 1 << 21)])
def test_entries_take_over_no_more_than_many_times_what_is_in_their_file(
    size: int, most: int
) -> None:
    """Thousands of editors that thousands of entries take over would be millions."""
    parents = Parents({"h": entry("misc", "h", editor="x" * (1 << 18))}, "refs.bib", size)
    children = [
        entry("misc", f"c{number}", crossref="h") for number in range(most // (1 << 18) + 1)
    ]
    for child in children:
        parents.inherit(child)
    assert ["editor" in child.fields for child in children] == [True] * (len(children) - 1) + [
        False
    ]
    assert [problem.message for child in children for problem in child.problems] == [
        "the entries of this file inherit 64 times what is in it, and no editor"
    ]


def test_what_an_entry_takes_over_is_found_once_for_all_below_it() -> None:
    hub = entry("xdata", "hub", xdata=", ".join(f"d{n}" for n in range(150)))
    data = [entry("xdata", f"d{n}", **{f"f{n}": "x"}) for n in range(150)]
    between = [entry("misc", f"p{n}", crossref="hub") for n in range(50)]
    parents = Parents({one.key: one for one in (hub, *data, *between)}, "refs.bib", 0)
    for number in range(50):
        child = entry("misc", f"c{number}", crossref=f"p{number}")
        parents.inherit(child)
        assert "f149" in child.fields


def test_a_parent_that_is_not_there_is_reported_where_it_is_named() -> None:
    child = entry("misc", "c", title="T", crossref="gone")
    assert set(inherited(child)) == {"title", "crossref"}
    [problem] = child.problems
    assert str(problem) == (
        "refs.bib:3:1: warning bibtex-crossref: the entry 'gone' to inherit from is not in the file"
    )


def test_a_parents_parent_that_is_not_there_is_reported_at_the_parent_alone() -> None:
    child = entry("misc", "c", crossref="p")
    parent = entry("misc", "p", xdata="gone")
    inherited(child, parent)
    assert child.problems == []
    inherited(parent)
    assert [problem.place.line for problem in parent.problems] == [2]
