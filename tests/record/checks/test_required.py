"""Which fields a record of each type must have, which it should, and how to add them."""

from __future__ import annotations

import pytest

from reportcite.record.checks.required import how_elsewhere, missing
from reportcite.record.rules import RECOMMENDED_FIELD, REQUIRED_FIELD


def lacks(type_: str, *fields: str, stated_none: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The groups of which a record with these fields must have one field."""
    found = missing(type_, dict.fromkeys(fields, "x"), stated_none, only_errors=True)
    assert {problem.rule for _, problem in found} <= {REQUIRED_FIELD}
    return [group for group, _ in found]


def should_have(type_: str, *fields: str) -> list[tuple[str, ...]]:
    found = missing(type_, dict.fromkeys(fields, "x"), only_errors=False)
    return [group for group, problem in found if problem.rule is RECOMMENDED_FIELD]


BY = ("author", "editor")


@pytest.mark.parametrize(
    ("type_", "groups"),
    [
        ("report", [("title",), BY, ("issued",), ("publisher",)]),
        ("book", [("title",), BY, ("issued",), ("publisher",)]),
        ("pamphlet", [("title",), BY, ("issued",), ("publisher",)]),
        ("article", [("title",), BY, ("issued",)]),
        ("article-journal", [("title",), ("author",), ("issued",), ("container-title",)]),
        ("article-magazine", [("title",), ("issued",), ("container-title",)]),
        ("article-newspaper", [("title",), ("issued",), ("container-title",)]),
        (
            "chapter",
            [("title",), ("author",), ("issued",), ("container-title",), ("publisher",)],
        ),
        ("dataset", [("title",), (*BY, "publisher"), ("issued",)]),
        ("entry-dictionary", [("title",), ("container-title",)]),
        ("entry-encyclopedia", [("title",), ("container-title",)]),
        (
            "paper-conference",
            [("title",), ("author",), ("issued",), ("container-title", "event-title", "event")],
        ),
        ("software", [("title",), (*BY, "publisher")]),
        ("standard", [("title",), ("number", "publisher")]),
        ("thesis", [("title",), ("author",), ("issued",), ("publisher",)]),
        ("webpage", [("title",), ("URL",)]),
        ("document", [("title",)]),
        ("speech", [("title",)]),
    ],
)
def test_what_a_type_must_have(type_: str, groups: list[tuple[str, ...]]) -> None:
    assert lacks(type_) == groups


def test_one_field_of_a_group_is_enough() -> None:
    assert lacks("report", "title", "author", "issued", "publisher") == []
    assert lacks("report", "title", "editor", "issued", "publisher") == []
    assert lacks("report", "title", "editor", "issued") == [("publisher",)]
    assert lacks("document", "title") == []
    assert lacks("document", "author") == [("title",)]


def test_what_is_stated_to_be_none_is_not_missing() -> None:
    assert lacks("report", "title", "publisher", stated_none=("author", "issued")) == []


@pytest.mark.parametrize(
    ("type_", "groups"),
    [
        (
            "report",
            [
                ("ISBN", "number"),
                ("URL", "DOI"),
                ("publisher-place",),
                ("number-of-pages", "page"),
                ("language",),
            ],
        ),
        ("thesis", [("genre",), ("URL", "DOI"), ("language",)]),
        ("webpage", [("accessed", "issued"), ("language",)]),
        (
            "article-journal",
            [("URL", "DOI"), ("volume", "issue"), ("page", "number"), ("language",)],
        ),
        ("book", [("ISBN",), ("publisher-place",), ("number-of-pages",), ("language",)]),
        (
            "chapter",
            [("ISBN", "URL", "DOI"), ("page",), ("publisher-place",), ("language",)],
        ),
        ("document", []),
    ],
)
def test_what_a_type_should_have(type_: str, groups: list[tuple[str, ...]]) -> None:
    assert should_have(type_) == groups


def test_a_record_that_has_all_it_must_still_lacks_what_it_should_have() -> None:
    assert should_have("webpage", "title", "URL", "issued") == [("language",)]


@pytest.mark.parametrize(
    ("field", "how"),
    [
        ("author", "add the authors, or “author: none” if the publication names nobody"),
        ("issued", "add “issued: 2024”, or “issued: n.d.” if the publication gives no date"),
        ("publisher", "add “publisher:” with the institution that published it"),
        ("ISBN", "add it, or “ISBN: none” if there is none"),
        ("language", "add it as a tag such as “language: de-DE”"),
        ("title", "add “title:”"),
    ],
)
def test_it_is_said_how_to_add_a_field(field: str, how: str) -> None:
    hints = {group[0]: one.suggestion for group, one in missing("report", {}, only_errors=False)}
    assert hints[field] == how


def test_it_is_said_how_to_add_one_where_fields_are_called_otherwise() -> None:
    assert (
        how_elsewhere(("publisher",)) == "add the publisher, or the institution that published it"
    )
    assert how_elsewhere(("volume", "issue")) == "add volume or issue, if there is one"


def test_messages_name_the_type_and_all_fields_of_which_one_is_enough() -> None:
    found = dict(missing("report", {"title": "A"}, only_errors=False))
    assert found[BY].message == "a record of type report needs author or editor"
    assert found["URL", "DOI"].message == "a record of type report should have URL or DOI"


@pytest.mark.parametrize("archive", ["arXiv", "arxiv", "ARXIV"])
def test_a_preprint_has_no_journal_and_what_has_one_is_none(archive: str) -> None:
    held = {"title": "x", "author": "x", "issued": "x", "archive": archive}
    for only_errors in (True, False):
        assert missing("article-journal", held, only_errors=only_errors) == ()
    [(group, _)] = missing("article-journal", held | {"archive": "ERIC"}, only_errors=True)
    assert group == ("container-title",)
    printed = held | {"container-title": "x"}
    assert missing("article-journal", printed, only_errors=True) == ()
    assert missing("article-journal", printed, only_errors=False)
    [(group, _)] = missing("chapter", printed, only_errors=True)
    assert group == ("publisher",)


def test_how_to_add_what_is_missing_is_said_of_the_first_field_of_a_group() -> None:
    assert how_elsewhere(("author", "editor")) == "add the authors, if it names any"
    hints = {group: one.suggestion for group, one in missing("report", {}, only_errors=False)}
    assert hints["ISBN", "number"] == "add it, or “ISBN: none” if there is none"
    assert hints["number-of-pages", "page"] == "add “number-of-pages:”"
