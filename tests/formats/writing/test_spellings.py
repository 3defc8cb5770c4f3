"""The ways in which a text may stand in a file; which of them is right is seen when it is read."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.registry import FORMATS, format_named
from reportcite.formats.writing.spellings import as_it_is, in_json, in_yaml


@given(st.text())
def test_every_spelling_of_json_is_read_as_the_text(text: str) -> None:
    assert {json.loads(f'"{spelled}"') for spelled in in_json("title", text)} == {text}


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_quoted_spellings_of_yaml_are_read_as_the_text(text: str) -> None:
    _, single, double, quoted = in_yaml("title", text)
    assert yaml.safe_load(quoted) == yaml.safe_load(f"'{single}'") == text
    assert yaml.safe_load(f'"{double}"') == text


def test_without_escapes_a_text_stands_as_it_is() -> None:
    assert as_it_is("title", '"ä"') == ('"ä"',)


@pytest.mark.parametrize("name", [name for name in FORMATS if format_named(name).in_place])
@given(variable=st.sampled_from(["title", "page", "DOI"]), text=st.text(), other=st.text())
def test_all_texts_have_as_many_spellings(name: str, variable: str, text: str, other: str) -> None:
    in_place = format_named(name).in_place
    assert in_place is not None
    assert len(in_place.spellings(variable, text)) == len(in_place.spellings(variable, other))


def test_bibtex_escapes_texts_and_leaves_codes() -> None:
    in_place = format_named("bibtex").in_place
    assert in_place is not None
    assert in_place.spellings("title", "A & B") == ("A \\& B", "A & B")
    assert in_place.spellings("DOI", "10.1234/a_b") == ("10.1234/a_b", "10.1234/a\\_b")
    assert in_place.spellings("page", "1-2") == ("1--2", "1-2")
