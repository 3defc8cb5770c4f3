"""What a reader hands over, and what is said of a value of the wrong shape."""

from __future__ import annotations

import pytest

from reportcite.record.untyped import Untyped, kind_of, wrong_shape


@pytest.mark.parametrize(
    ("value", "kind"), [({"a": 1}, "a mapping"), ([1], "a list"), ("x", "“x”"), (7, "“7”")]
)
def test_a_value_is_named_in_a_message(value: Untyped, kind: str) -> None:
    assert kind_of(value) == kind


def test_a_wrong_shape_names_the_field_and_what_is_wanted() -> None:
    problem = wrong_shape("issued", [1], "a date")
    assert problem.message == "issued wants a date, but holds a list"
    assert (problem.rule.name, problem.severity) == ("wrong-shape", "error")
