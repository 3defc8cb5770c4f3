"""The examples of the pieces of Markdown hold."""

from __future__ import annotations

import doctest

import pytest

from tests.reference import examples, markdown


@pytest.mark.parametrize("module", [markdown, examples], ids=lambda module: module.__name__)
def test_examples(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted and not result.failed
