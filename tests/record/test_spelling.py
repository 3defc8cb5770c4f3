"""Fields and types are known in any spelling, and guessed where they are mistyped."""

from __future__ import annotations

import pytest

from reportcite.record.fields import FIELDS
from reportcite.record.spelling import field_name, nearest_field, nearest_type, type_name
from reportcite.vocabulary import ITEM_TYPES


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("title", "title"),
        ("Title", "title"),
        ("doi", "DOI"),
        (" Publisher Place ", "publisher-place"),
        ("publisher_place", "publisher-place"),
        ("archive-location", "archive_location"),
        ("shortTitle", "title-short"),
        ("ID", "id"),
        ("titel", None),
    ],
)
def test_a_field_is_known_in_any_case_and_with_any_separator(typed: str, name: str | None) -> None:
    assert field_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Report", "report"),
        ("legal-case", "legal_case"),
        ("Motion Picture", "motion_picture"),
        ("journal-article", "article-journal"),
        ("monograph", "book"),
        ("bok", None),
    ],
)
def test_a_type_is_known_in_any_spelling_and_as_crossref_calls_it(
    typed: str, name: str | None
) -> None:
    assert type_name(typed) == name


def test_the_names_of_csl_are_spelled_so() -> None:
    assert all(field_name(name) == name for name in FIELDS)
    assert all(type_name(name) == name for name in ITEM_TYPES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("jahr", "issued"), ("Verlag", "publisher"), ("publsher", "publisher"),
     ("techreport", None), ("zzz", None), ("x" * 41, None)],
)  # fmt: skip
def test_what_was_probably_meant_by_a_field(typed: str, meant: str | None) -> None:
    assert nearest_field(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("techreport", "report"), ("buch", "book"), ("reprt", "report"), ("jahr", None)],
)
def test_what_was_probably_meant_by_a_type(typed: str, meant: str | None) -> None:
    assert nearest_type(typed) == meant
