"""What a reader hands over, and how it is said that a value has the wrong shape."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.record.assemble.notations import EXACT
from reportcite.record.untyped import NONE, Notation, Untyped, UntypedRecord, kind_of, wrong_shape


def test_a_reader_needs_to_say_no_more_than_what_it_found() -> None:
    found = UntypedRecord({"title": "A"}, Place("a"), EXACT, "r1")
    assert (found.stated_none, found.problems, found.places) == ((), (), None)


def test_a_notation_needs_names_and_dates_alone() -> None:
    notation = Notation(EXACT.names, EXACT.date)
    assert (notation.texts, notation.name_list, notation.unescape) == ({}, None, None)
    assert notation.states_none is False


def test_the_word_for_none() -> None:
    assert NONE == "none"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"a": 1}, "a mapping"),
        ({}, "a mapping"),
        ([1], "a list"),
        ([], "a list"),
        ("text", "“text”"),
        (7, "“7”"),
        (None, "“None”"),
        ("x" * 41, f"“{'x' * 40}…”"),
    ],
)
def test_a_value_is_shown_or_its_kind_is_named(value: Untyped, kind: str) -> None:
    assert kind_of(value) == kind


def test_a_wrong_shape_says_what_is_wanted_and_what_is_there() -> None:
    problem = wrong_shape("issued", [1], "a date")
    assert problem.rule.name == "wrong-shape"
    assert problem.message == "issued wants a date, but holds a list"
    assert problem.suggestion == "see the record format in the README"
