"""Values are cited as styles expect them, however they were typed."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.record.citation_item import items, spell_for_styles
from reportcite.record.model import Record


def spelled(one_line: bool = False, /, **values: object) -> dict[str, object]:
    """The values as styles get them, `_` for the hyphen of a variable."""
    item = {name.replace("_", "-"): value for name, value in values.items()}
    spell_for_styles(item, one_line=one_line)
    return item


@pytest.mark.parametrize(
    ("name", "typed", "cited"),
    [
        ("DOI", "https://doi.org/10.1234/x", "10.1234/x"),
        ("DOI", "10.1234/x", "10.1234/x"),
        ("URL", "https://a.de https://b.de", "https://a.de"),
        ("edition", "2. Auflage", "2"),
        ("edition", "revised", "revised"),
        ("language", "Deutsch", "de"),
        ("number_of_pages", "64 S.", "64"),
        ("page", "S. 3–9", "3–9"),
        ("volume", "Bd. 2", "Bd. 2"),
        ("title", "2. Auflage", "2. Auflage"),
    ],
)
def test_codes_and_numbers_are_cited_without_what_styles_add(
    name: str, typed: str, cited: str
) -> None:
    for one_line in (True, False):
        assert spelled(one_line, **{name: typed}) == {name.replace("_", "-"): cited}


def test_digits_and_values_that_are_no_texts_stay() -> None:
    author = [{"family": "S. Ng"}]
    assert spelled(edition="2", page="7", author=author, URL=None) == {
        "edition": "2",
        "page": "7",
        "author": author,
        "URL": None,
    }


def test_what_nothing_is_left_of_is_taken_away() -> None:
    assert spelled(URL="<Go to ISI>://WOS:000123", title="A") == {"title": "A"}


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("Long\n  title", "Long title"),
        ("Long \t title", "Long title"),
        (" Title\n", "Title"),
        ("a\n\n\nb", "a b"),
        ("a\u2028b\x85c\u2029d\ve\ff\rg", "a b c d e f g"),
        ("two  spaces", "two  spaces"),
        ("a\u200bb", "a\u200bb"),
    ],
)
def test_a_text_is_one_line(typed: str, cited: str) -> None:
    assert spelled(title=typed) == {"title": cited}


@pytest.mark.parametrize("name", ["abstract", "annote", "note"])
def test_paragraphs_keep_their_line_breaks_but_at_the_ends(name: str) -> None:
    assert spelled(**{name: "\nOne.\n\nTwo.\n"}) == {name: "One.\n\nTwo."}


def test_texts_known_to_be_one_line_are_not_looked_at_again() -> None:
    assert spelled(True, title="a\nb ") == {"title": "a\nb "}


def titled(id_: str, title: str) -> Record:
    return Record(id=id_, type="book", fields={"title": title}, place=Place("in.yaml"))


def test_items_are_in_the_order_of_the_records() -> None:
    assert items([titled("b", "B"), titled("a", "A")]) == [
        {"id": "b", "type": "book", "title": "B"},
        {"id": "a", "type": "book", "title": "A"},
    ]


def test_no_two_items_have_one_id() -> None:
    records = [titled("a", "1"), titled("a#3", "2"), titled("a", "3"), titled("a", "4")]
    assert [(item["id"], item["title"]) for item in items(records)] == [
        ("a", "1"),
        ("a#3", "2"),
        ("a#3#3", "3"),
        ("a#4", "4"),
    ]
