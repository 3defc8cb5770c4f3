"""Citation keys in running text."""

from __future__ import annotations

import pytest

from reportcite.documents.keys import Key, next_key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("see @doe99.", "doe99"),
        ("@doe:2020,", "doe:2020"),
        ("[-@foo_bar.baz]", "foo_bar.baz"),
        ("@a--b", "a"),
        ("@Foo!bar", "Foo"),
        ("@{https://example.com/bib?name=foobar&date=2000}", "https://example.com/bib?name=foobar&date=2000"),
        ("@Müller2020:", "Müller2020"),
        ("@_x", "_x"),
        ("@*", "*"),
    ],
)  # fmt: skip
def test_a_key_ends_before_punctuation_that_ends_a_word(text: str, name: str) -> None:
    key = next_key(text)
    assert key is not None
    assert key.name == name


@pytest.mark.parametrize("text", ["me@example.org", r"\@doe", "@", "@ doe", "@{a b}", ""])
def test_an_address_is_no_key(text: str) -> None:
    assert next_key(text) is None


def test_keys_are_found_from_a_place_on_and_up_to_one() -> None:
    text = "@a and @b"
    assert next_key(text, 1) == Key("b", 7, 9)
    assert next_key(text, 1, 7) is None
