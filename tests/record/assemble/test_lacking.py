"""A date or author that an entry of another program lacks is taken for none, with a warning."""

from __future__ import annotations

from collections.abc import Collection

from reportcite.record.assemble.lacking import lacking
from reportcite.record.model import Value
from reportcite.record.rules import RECOMMENDED_FIELD

DATE: Value = {"date-parts": [[2024]]}
AUTHOR: Value = [{"family": "Ng"}]


def names(
    type_: str, *fields: str, stated_none: Collection[str] = (), places: Collection[str] = ()
) -> list[str]:
    return lacking(type_, dict.fromkeys(fields, "x"), stated_none, places)[0]


def test_a_report_without_date_and_author_is_undated_and_names_nobody() -> None:
    found, problems = lacking("report", {"title": "A", "publisher": "P"}, (), ())
    assert found == ["author", "issued"]
    assert {problem.rule for problem in problems} == {RECOMMENDED_FIELD}
    assert [(problem.message, problem.suggestion) for problem in problems] == [
        (
            "it names nobody and is cited by its title",
            "add the authors if the publication names any",
        ),
        ("it has no date and is cited as undated", "add the date if the publication has one"),
    ]


def test_a_record_with_both_lacks_nothing() -> None:
    fields: dict[str, Value] = {"title": "A", "publisher": "P", "author": AUTHOR, "issued": DATE}
    assert lacking("report", fields, (), ()) == ([], [])


def test_title_and_publisher_are_never_taken_for_none() -> None:
    assert names("report") == ["author", "issued"]


def test_an_editor_is_enough_where_the_type_needs_one_of_both() -> None:
    assert names("report", "editor", "issued") == []
    assert names("article-journal", "editor", "issued") == ["author"]


def test_what_a_type_does_not_need_is_not_lacking() -> None:
    assert names("webpage") == names("document") == []


def test_what_is_stated_to_be_none_is_not_lacking() -> None:
    assert names("report", stated_none={"author"}) == ["issued"]


def test_a_field_that_stands_in_the_source_but_cannot_be_read_is_not_lacking() -> None:
    assert names("report", places={"issued"}) == ["author"]
    assert names("report", places={"editor"}) == ["issued"]
