"""The limit for an export: JSON Lines by orjson, fields by f-strings, and nothing is checked.

    python bare.py FILE ris|bibtex

Prints the same fields as `reportcite export FILE --to FORMAT` of the records in `reports.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from orjson import loads

_RIS = (
    ("publisher", "PB"), ("publisher-place", "CY"), ("genre", "M3"), ("number", "SN"),
    ("number-of-pages", "SP"), ("URL", "UR"),
)  # fmt: skip
_BIBTEX = (
    ("publisher", "institution"), ("publisher-place", "address"), ("genre", "type"),
    ("number", "number"), ("number-of-pages", "pagetotal"), ("ISBN", "isbn"), ("URL", "url"),
    ("language", "language"), ("keyword", "keywords"),
)  # fmt: skip


def key(record: dict[str, Any]) -> str:
    """Author, year and the first word of the title."""
    family = record["author"][0]["family"].lower().replace("-", "")
    year = record["issued"]["date-parts"][0][0]
    return f"{family}{year}{record['title'].split(' ', 1)[0].lower()}"


def ris(record: dict[str, Any]) -> str:
    """A report as a RIS reference."""
    lines = [f"TY  - RPRT\r\nID  - {key(record)}\r\nTI  - {record['title']}\r\n"]
    for name in record["author"]:
        lines.append(f"AU  - {name['family']}, {name['given']}\r\n")
    lines.append(f"PY  - {record['issued']['date-parts'][0][0]}\r\n")
    for field, tag in _RIS:
        if field in record:
            lines.append(f"{tag}  - {record[field]}\r\n")
    lines.append(f"M1  - ISBN: {record['ISBN']}\r\nLA  - {record['language'][:2]}\r\n")
    for word in record["keyword"].split(", "):
        lines.append(f"KW  - {word}\r\n")
    lines.append("ER  - \r\n")
    return "".join(lines)


def bibtex(record: dict[str, Any]) -> str:
    """A report as a BibTeX entry."""
    names = " and ".join([f"{name['family']}, {name['given']}" for name in record["author"]])
    lines = [
        f"@techreport{{{key(record)},\n  title = {{{{{record['title']}}}}},\n"
        f"  author = {{{names}}},\n  year = {{{record['issued']['date-parts'][0][0]}}},\n"
    ]
    for field, name in _BIBTEX:
        if field in record:
            lines.append(f"  {name} = {{{record[field]}}},\n")
    lines.append("}\n")
    return "".join(lines)


def main() -> None:
    """Read a file and print it."""
    name, to = sys.argv[1:]
    entry = {"ris": ris, "bibtex": bibtex}[to]
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    with Path(name).open("rb") as file:
        for line in file:
            sys.stdout.write(entry(loads(line)))


if __name__ == "__main__":
    main()
