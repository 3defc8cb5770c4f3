"""The options of `cite`: which exclude each other, and what a file's name says."""

from __future__ import annotations

import re

import pytest

from reportcite.cli.documents.options import Wanted, check, is_for_office, output_language
from reportcite.errors import UsageError


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted(kind="note"), "--as cannot be 'note'"),
        (Wanted(locator="p. 1"), "an entry of a bibliography has no --locator"),
        (Wanted("cite", locator=" "), "the locator is empty"),
        (Wanted("cite", unsorted=True), "--unsorted is for bibliographies"),
        (Wanted(citations=("@a",), unsorted=True), "--unsorted is for bibliographies"),
        (Wanted("cite", citations=("@a",)), "--citation says itself"),
        (Wanted("cite", "p. 1", ("@a",)), "--citation says itself"),
        (Wanted(bibliography=True), "--bibliography is for --citation"),
        (Wanted(copy=True, unsorted=True), "--copy is for what is printed"),
        (Wanted(copy=True, for_office=True), "--copy is for what is printed"),
        (Wanted("cite", for_office=True, output="a.odt"), "a document such as a.odt holds"),
    ],
)
def test_options_that_exclude_each_other_are_named(wanted: Wanted, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check(wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted("cite", "p. 1", copy=True),
        Wanted(citations=("@a",), bibliography=True),
        Wanted(unsorted=True, output="a.txt"),
        Wanted(for_office=True, output="a.docx"),
    ],
)
def test_all_else_is_allowed(wanted: Wanted) -> None:
    check(wanted)


def test_the_name_of_a_file_says_what_is_written() -> None:
    assert [output_language("", name) for name in ("", "a", "a.HTM", "a.md.gz", "b.tex")] == [
        *("text", "text", "html", "markdown", "latex")
    ]
    assert [is_for_office(*given) for given in [("a.ODT", ""), ("a.docx", "text"), ("a", "")]] == [
        *(True, False, False)
    ]
    assert is_for_office("a.docx", "DOCX")
    for output in ("", "a.odt", "a"):
        with pytest.raises(UsageError, match="write such a file with -o biblio"):
            is_for_office(output, "docx")
    for name in ("a.pdf", "a.docx.gz"):
        with pytest.raises(UsageError, match="nothing can be written as"):
            output_language("", name)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted("cite", group_by="type"), "--group-by is for bibliographies .leave --as out"),
        (Wanted(citations=("@a",), annotated=True), "--annotated is for .* .add --bibliography"),
        (Wanted("narrative", entry_language=True), "--entry-language is for bibliographies"),
        (Wanted(group_by="typ"), "--group-by cannot be 'typ' .did you mean 'type'"),
        (Wanted(group_by="type", unsorted=True), "--unsorted .* .leave --group-by out"),
    ],
)
def test_options_of_bibliographies_are_for_these(wanted: Wanted, message: str) -> None:
    with pytest.raises(UsageError) as wrong:
        check(wanted)
    assert re.match(message, str(wrong.value))


def test_they_may_be_together_and_after_citations() -> None:
    check(Wanted(group_by="type", annotated=True, entry_language=True, for_office=True))
    check(Wanted(citations=("@a",), bibliography=True, group_by="year"))
    check(Wanted(annotated=True, entry_language=True, unsorted=True))


@pytest.mark.parametrize(
    ("named", "language"),
    [("html", "html"), ("HTML", "html"), ("md", "markdown"), ("tex", "latex"), ("rst", "rst")],
)
def test_a_format_is_named_in_any_case_or_as_its_suffix(named: str, language: str) -> None:
    assert output_language(named, "a.txt") == language


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="--format cannot be 'json'"):
        output_language("json", "")
