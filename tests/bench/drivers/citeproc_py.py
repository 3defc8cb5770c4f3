"""Runs citeproc-py over one bibliography: citeproc_py.py STYLE ITEMS, prints what it took."""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON


def main(style: str, source: str) -> None:
    """Prints {"compile_ms", "seconds", "entries"}; seconds are registering, sorting, rendering."""
    warnings.simplefilter("ignore")
    items = json.loads(Path(source).read_text(encoding="utf-8"))
    started = time.perf_counter()
    compiled = CitationStylesStyle(style, validate=False)
    compile_ms = 1000 * (time.perf_counter() - started)
    started = time.perf_counter()
    bibliography = CitationStylesBibliography(compiled, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
    bibliography.sort()
    entries = [str(entry) for entry in bibliography.bibliography()]
    seconds = time.perf_counter() - started
    json.dump({"compile_ms": compile_ms, "seconds": seconds, "entries": entries}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
