"""A document's citations, in forty styles and six languages, against citeproc-js and pandoc."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.agreement.documents import (
    LOCALES,
    STYLES,
    Difference,
    all_differences,
    differences_of,
    document,
    items,
    jobs,
)
from tests.bench.engines import install_citeproc_js

CAUSES = Path(__file__).with_name("documents.yaml")


def causes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(CAUSES.read_text(encoding="utf-8"))
    return found


def explained(one: Difference, cause: dict[str, Any]) -> bool:
    """Whether a cause can act there, and one of its fixes turns what citeproc-js printed into what
    we print, or a pattern fits both."""
    if one.mode not in cause.get("modes", [one.mode]):
        return False
    pair = f"{one.js}\n{one.ours}"
    return any(
        re.sub(pattern, fixed, one.js) == one.ours for pattern, fixed in cause.get("fixes", ())
    ) or any(re.fullmatch(pattern, pair) for pattern in cause.get("both", ()))


def test_the_document_cites_all_kinds_of_works_in_many_ways() -> None:
    cites = [one for cluster in document() for one in cluster.cites]

    assert len(STYLES) == len(set(STYLES)) == 40
    assert len(items()) >= 40
    assert len(document()) == 55
    assert any(len(cluster.cites) > 1 for cluster in document())
    assert {cluster.mode for cluster in document()} == {
        "", "composite", "suppress-author", "author-only"
    }  # fmt: skip
    assert (
        {bool(one.locator) for one in cites} == {bool(one.prefix) for one in cites} == {True, False}
    )


def test_each_style_prints_in_its_own_language_and_in_another() -> None:
    assert len(jobs()) == 80
    assert {locale for _, locale in jobs()} == {"", *LOCALES}


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

    assert compared > 6000
    known = causes()
    wanted = [cause for cause in known if cause.get("outvoted")]
    outvoted = [one for one in found if one.outvoted]
    assert [one for one in outvoted if not any(explained(one, cause) for cause in wanted)] == []
    assert [one for one in found if not any(explained(one, cause) for cause in known)] == []
    assert [c["cause"] for c in known if not any(explained(one, c) for one in found)] == []
