"""The public names: what `reportcite.__all__` lists, each documented with an example that runs."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pytest

import reportcite

MODULES = {"csl", "styles"}
NAMES = [name for name in reportcite.__all__ if name not in MODULES]
OBJECTS = {
    **{name: getattr(reportcite, name) for name in NAMES},
    **{f"styles.{name}": getattr(reportcite.styles, name) for name in reportcite.styles.__all__},
    **{f"csl.{name}": getattr(reportcite.csl, name) for name in reportcite.csl.__all__},
    "Record.from_fields": reportcite.Record.from_fields,
}


@pytest.mark.parametrize("name", OBJECTS)
def test_every_public_name_has_an_example(name: str) -> None:
    """That these run is held by test_examples.py."""
    text = OBJECTS[name].__doc__ or ""
    examples = doctest.DocTestParser().get_examples(text)
    assert any("reportcite" in one.source for one in examples), f"{name} has no example"


def test_names_are_listed_in_order_and_found_at_a_prompt() -> None:
    assert reportcite.__all__ == sorted(reportcite.__all__)
    assert set(reportcite.__all__) <= set(dir(reportcite))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'cites'"):
        _ = reportcite.cites  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", reportcite.__all__)
def test_a_name_is_there_whatever_was_imported_before(name: str) -> None:
    code = f"import reportcite; reportcite.{name}; from reportcite import {name}"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
