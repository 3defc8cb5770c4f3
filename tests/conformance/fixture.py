"""Reading a fixture of the CSL test suite: a text file of marked sections (the suite's manual)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_START = re.compile(r"^>>=+ *([A-Z-]+) *=+>>$")
_END = re.compile(r"^<<=+ *([A-Z-]+) *=+(?:<<)?$")


@dataclass(frozen=True, slots=True)
class Fixture:
    """One test: what goes in (`style`, `items`, cites), and what comes out (`result`).

    `clusters` (CITATION-ITEMS) are lists of cites, `edits` (CITATIONS) the calls of an editing
    session, `registrations` (BIBENTRIES) lists of ids; each is None where the section is missing.
    """

    name: str
    mode: str
    result: str
    style: str
    items: list[dict[str, Any]]
    clusters: list[list[dict[str, Any]]] | None
    edits: list[list[Any]] | None
    registrations: list[list[str | int]] | None
    selection: dict[str, list[dict[str, str]]]
    abbreviations: dict[str, Any] | None


def read_fixture(path: Path) -> Fixture:
    """The fixture in the file `path`; ValueError where a required section is missing or bad."""
    sections = _sections(path.read_text(encoding="utf-8-sig"))
    missing = {"MODE", "RESULT", "CSL", "INPUT"} - sections.keys()
    if missing:
        raise ValueError(f"no section {', '.join(sorted(missing))}")

    def data(section: str) -> Any:
        return json.loads(sections[section]) if section in sections else None

    return Fixture(
        name=path.stem,
        mode=sections["MODE"],
        result=sections["RESULT"],
        style=sections["CSL"],
        items=data("INPUT"),
        clusters=data("CITATION-ITEMS"),
        edits=data("CITATIONS"),
        registrations=data("BIBENTRIES"),
        selection=data("BIBSECTION") or {},
        abbreviations=data("ABBREVIATIONS"),
    )


def _sections(text: str) -> dict[str, str]:
    """Section name → its text without surrounding white space; what stands between is comment."""
    sections: dict[str, str] = {}
    name = ""
    lines: list[str] = []
    for line in text.splitlines():
        start, end = _START.match(line.strip()), _END.match(line.strip())
        if start:
            name, lines = start[1], []
        elif end and end[1] == name:
            sections[name] = "\n".join(lines).strip()
            name = ""
        else:
            lines.append(line)
    return sections
