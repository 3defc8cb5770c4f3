"""What a record may hold, and which of its texts are one line."""

from __future__ import annotations

import pytest

from reportcite.record.fields import (
    FIELDS,
    NEVER_NONE,
    TEXT_FIELDS,
    are_one_line,
    holds_one_line_each,
)
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES


def test_texts_are_all_fields_but_names_and_dates() -> None:
    assert FIELDS - TEXT_FIELDS == NAME_VARIABLES | DATE_VARIABLES
    assert NEVER_NONE < TEXT_FIELDS
    assert {"DOI", "ISBN", "ISSN", "URL", "publisher"} == NEVER_NONE


@pytest.mark.parametrize("texts", [["a"], ["a b", "c"], ["über", "„b“"], ["~"], ["!"]])
def test_texts_are_one_line(texts: list[str]) -> None:
    assert are_one_line(texts)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["a", ""],
        ["", "a"],
        [" a"],
        ["a "],
        ["a ", "b"],
        ["a", " b"],
        ["a  b"],
        ["a\nb"],
        ["a\x1fb"],
        ["a\x7fb"],
        ["ü\nb"],
        ["ü\x85b"],
        ["a\u2028b"],
    ],
)
def test_texts_that_are_not_one_line(texts: list[str]) -> None:
    assert not are_one_line(texts)


def test_what_is_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        are_one_line(["a", 7])  # type: ignore[list-item]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "A b"},
        {"author": [{"family": "Ng", "given": "A."}], "issued": {"date-parts": [[2024]]}},
        {"issued": {"literal": "in print"}, "title": "A"},
    ],
)
def test_all_texts_of_values_are_looked_at(fields: dict[str, object]) -> None:
    assert holds_one_line_each(fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"issued": {"date-parts": [[2024]]}},
        {"title": "A\nb"},
        {"title": "A", "author": [{"family": "Ng", "given": "A.  B."}]},
        {"title": "A", "issued": {"literal": " in print"}},
        {"title": "A", "author": [{"family": "Ng", "comma-suffix": True}]},
    ],
)
def test_what_is_no_text_of_one_line_says_nothing(fields: dict[str, object]) -> None:
    assert not holds_one_line_each(fields)
