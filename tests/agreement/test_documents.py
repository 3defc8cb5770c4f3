"""Forty citations of a document, in forty real styles, against citeproc-js and pandoc."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.agreement.documents import (
    STYLES,
    Difference,
    all_differences,
    differences_of,
    document,
    items,
)
from tests.bench.engines import install_citeproc_js

CAUSES = Path(__file__).with_name("documents.yaml")


def causes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(CAUSES.read_text(encoding="utf-8"))
    return found


def explained(one: Difference, cause: dict[str, Any]) -> bool:
    """Whether one of the fixes of a cause turns what citeproc-js printed into what we print."""
    return any(re.sub(pattern, fixed, one.js) == one.ours for pattern, fixed in cause["fixes"])


def test_the_document_cites_all_kinds_of_works_in_many_ways() -> None:
    cites = [one for citation in document() for one in citation]

    assert len(STYLES) == len(set(STYLES)) == 40
    assert len(items()) >= 40
    assert len(document()) == 40
    assert any(len(citation) > 1 for citation in document())
    assert (
        {bool(one.locator) for one in cites} == {bool(one.prefix) for one in cites} == {True, False}
    )


def test_a_text_that_two_others_print_alike_is_outvoted() -> None:
    [first, second] = differences_of("s", ["a", "b", "c"], ["a", "x", "y"], ["a", "x", "z"])

    assert (first.place, first.outvoted) == ("2", True)
    assert (second.place, second.outvoted) == ("3", False)


@pytest.mark.slow
@pytest.mark.programs
def test_nobody_outvotes_this_engine_and_every_difference_has_a_known_cause(
    tmp_path: Path,
) -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("node and npm are not installed")

    found, compared = all_differences(install_citeproc_js(tmp_path))

    assert compared > 2000
    assert [one for one in found if one.outvoted] == []
    known = causes()
    assert [one for one in found if not any(explained(one, cause) for cause in known)] == []
    assert [c["cause"] for c in known if not any(explained(one, c) for one in found)] == []
