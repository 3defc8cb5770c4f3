"""A date and an author that a file of another program lacks are taken for none, with a warning."""

from __future__ import annotations

from reportcite.record.assemble.lacking import lacking
from reportcite.record.fields import Value

TITLE: dict[str, Value] = {"title": "A", "publisher": "P"}


def test_what_the_type_needs_is_lacking() -> None:
    names, problems = lacking("book", TITLE, (), ())
    assert names == ["author", "issued"]
    assert [(one.rule.name, one.severity) for one in problems] == [
        ("recommended-field", "warning")
    ] * 2
    assert "cited by its title" in problems[0].message
    assert "undated" in problems[1].message


def test_what_the_type_does_not_need_is_not() -> None:
    assert lacking("webpage", {"title": "A", "URL": "u"}, (), ())[0] != ["author", "issued"]
    assert "publisher" not in lacking("book", {"title": "A"}, (), ())[0]


def test_an_editor_does_for_an_author() -> None:
    assert lacking("book", TITLE | {"editor": [{"family": "B"}]}, (), ())[0] == ["issued"]


def test_what_is_stated_or_stands_there_unread_is_not_lacking() -> None:
    assert lacking("book", TITLE, {"issued"}, ())[0] == ["author"]
    assert lacking("book", TITLE, (), {"editor": (1, 1)})[0] == ["issued"]
    assert lacking("book", TITLE, (), {"issued": (1, 1)})[0] == ["author"]
