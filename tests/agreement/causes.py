"""Why this engine and citeproc-js disagree: causes.yaml, and which cause explains what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.agreement.recorded import Comparison

TABLE = Path(__file__).with_name("causes.yaml")
UNEXPLAINED = "unexplained"


class Cause(NamedTuple):
    """One row of causes.yaml.

    A disagreement is of this cause if it is one of `styles` (all, if empty), of `kind` and of
    `items` (all, if empty), and if one of `fixes` – a pattern and what to put in its place – turns
    what citeproc-js printed into what this engine prints. Without `fixes` the style alone decides.
    """

    cause: str
    fault: str
    why: str
    fixes: tuple[tuple[re.Pattern[str], str], ...] = ()
    styles: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    kind: str = ""

    def concerns(self, comparison: Comparison) -> bool:
        """Whether style, item and kind are those of this cause."""
        return (
            (not self.styles or Path(comparison.style).stem in self.styles)
            and (not self.items or comparison.item in self.items)
            and self.kind in ("", comparison.kind)
        )

    def fixed(self, expected: str) -> list[str]:
        """`expected` without the fault, in each of the ways to fix it that change anything."""
        results = [pattern.sub(better, expected) for pattern, better in self.fixes]
        return [folded for result in results if (folded := " ".join(result.split())) != expected]


def read_causes(path: Path = TABLE) -> list[Cause]:
    """The causes, in the order in which they are tried."""
    return [_cause(row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _cause(row: dict[str, Any]) -> Cause:
    fixes = tuple((re.compile(pattern), better) for pattern, better in row.pop("fixes", ()))
    styles, items = frozenset(row.pop("styles", ())), frozenset(row.pop("items", ()))
    return Cause(fixes=fixes, styles=styles, items=items, **row)


def explain(comparison: Comparison, causes: Sequence[Cause]) -> str:
    """The name of the cause of one disagreement; that of the first, where two act together."""
    concerned = [cause for cause in causes if cause.concerns(comparison)]
    for cause in concerned:
        if not cause.fixes or comparison.got in cause.fixed(comparison.expected):
            return cause.cause
    for cause in concerned:
        for halfway in cause.fixed(comparison.expected):
            if any(comparison.got in other.fixed(halfway) for other in concerned):
                return cause.cause
    return UNEXPLAINED


def by_cause(
    comparisons: Iterable[Comparison], causes: Sequence[Cause]
) -> dict[str, list[Comparison]]:
    """The disagreements by the name of their cause, in the order of `causes`, unexplained last."""
    groups: dict[str, list[Comparison]] = {cause.cause: [] for cause in causes}
    groups[UNEXPLAINED] = []
    for comparison in comparisons:
        if not comparison.agrees:
            groups[explain(comparison, causes)].append(comparison)
    return groups
