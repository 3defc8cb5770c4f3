"""The reference pages say what the code says."""

from __future__ import annotations

import pytest

from tests.reference.pages import FOLDER, PAGES, made


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_the_code_is(name: str) -> None:
    stale = f"docs/reference/{name} is stale: run python -m tests.reference"
    assert (FOLDER / name).read_text(encoding="utf-8") == made(name), stale


def test_there_are_no_other_pages() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(PAGES)
