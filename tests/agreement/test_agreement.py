"""Real styles print what citeproc-js, the engine inside Zotero, prints for the same items."""

from __future__ import annotations

import os

import pytest

from tests.agreement.recorded import DATA, agreed, compare_all, read_items, read_recorded

SHARE = 0.99

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not DATA.is_dir() and not os.environ.get("CI"),
        reason="set CSL_STYLE_AGREEMENT to the folder with items.json and expected.jsonl.gz",
    ),
]


def test_entries_and_cites_agree() -> None:
    items, recorded = read_items(DATA / "items.json"), read_recorded(DATA / "expected.jsonl.gz")
    comparisons = compare_all(items, recorded, os.cpu_count() or 1)
    assert not {one.style: one.error for one in comparisons if one.error}
    for kind in ("entry", "cite"):
        of_kind = [one for one in comparisons if one.kind == kind]
        assert agreed(of_kind) >= SHARE * len(of_kind), kind
