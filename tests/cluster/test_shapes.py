"""JSON that a run has written is told from any other, to any depth."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.cluster.shapes import Maybe, Shape, fits


@pytest.mark.parametrize(
    ("value", "shape", "fitting"),
    [
        ("a", str, True),
        (None, str, False),
        (None, str | None, True),
        (5, str | None, False),
        (0, int, True),
        (-1, int, False),
        ((1 << 63) - 1, int, True),
        (1 << 63, int, False),
        (True, int, False),
        (1.0, int, False),
        (True, bool, True),
        ([], [int], True),
        ([1, 2], [int], True),
        ([1, "a"], [int], False),
        ({}, [int], False),
        ("ab", [str], False),
        ([["a", 1], ["b", 2]], [(str, int)], True),
        ([["a", 1], ["b"]], [(str, int)], False),
        ([["a", 1], ["b", None]], [(str, int)], False),
        ([["a", 1], {"b": 2}], [(str, int)], False),
        ([[[1], []], [[2], ["a"]]], [([int], [str])], True),
        ([[[1], []], [[2], [2]]], [([int], [str])], False),
        ({"a": 1, "b": "x"}, {"a": int, "b": str}, True),
        ({"a": 1}, {"a": int, "b": str}, False),
        ({"a": 1, "b": "x", "c": 1}, {"a": int, "b": str}, False),
        ({"a": 1, "b": 2}, {"a": int, "b": str}, False),
        ([], {"a": int}, False),
        ({"a": [1], "b": [2, -1]}, {str: [int]}, False),
        ({"a": [1], "b": []}, {str: [int]}, True),
        ([None, {"a": 1}], [Maybe({"a": int})], True),
        ([None, {"a": None}], [Maybe({"a": int})], False),
        ([5, {}, None], [object], True),
    ],
)
def test_a_value_fits_or_does_not(value: Any, shape: Shape, fitting: bool) -> None:
    assert fits(value, shape) is fitting
