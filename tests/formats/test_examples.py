"""The examples in the documentation of the formats' parts hold."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "name", ["bibtex_language", "keys", "latex_text", "links", "standard_numbers"]
)
def test_examples(name: str) -> None:
    result = doctest.testmod(import_module(f"reportcite.formats.{name}"))
    assert result.attempted and not result.failed
