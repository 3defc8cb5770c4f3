"""A name that is not known suggests the nearest one that is."""

from __future__ import annotations

import pytest

from reportcite.errors import UsageError
from reportcite.suggest import choose, nearest

SHAPES = ("entry", "cite", "narrative")


def test_a_known_value_is_taken() -> None:
    assert choose("--as", "cite", SHAPES) == "cite"
    assert choose("--as", "cite", iter(SHAPES)) == "cite"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("citee", "did you mean 'cite'?"),
        ("CITE", "did you mean 'cite'?"),
        ("x", "one of: cite, entry, narrative"),
    ],
)
def test_another_is_wrong_usage(value: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"--as cannot be '{value}'") as wrong:
        choose("--as", value, SHAPES)
    assert wrong.value.suggestion == hint


def test_what_is_half_alike_is_near() -> None:
    assert nearest("entity", SHAPES) == "did you mean 'entry'?"
    assert nearest("entqqqqq", SHAPES) == "one of: cite, entry, narrative"
