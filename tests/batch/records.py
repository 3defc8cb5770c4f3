"""Files of records, and reading them in short: ids, rules, places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from reportcite.batch.chunks import Chunk, Segment, read
from reportcite.problems import Problem
from reportcite.record.model import Record

LINE = '{"id": "%s", "type": "report", "title": "%s"}\n'
DOCUMENT = "id: %s\ntitle: %s\n"


def names(found: Iterable[Record | Problem]) -> list[str]:
    """The id of each record, the rule of each problem."""
    return [one.rule.name if isinstance(one, Problem) else one.id for one in found]


def ids(*paths: Path, from_: str | None = None) -> list[str]:
    """The names of what is read from `paths`."""
    return names(read(map(str, paths), from_))


def places(path: Path) -> list[str]:
    """Where each record and problem stands in the file `path`."""
    return [str(one.place).removeprefix(str(path)) for one in read([str(path)])]


def line(id_: str, **fields: object) -> str:
    """A sound report as a line of JSON Lines; a field that is None is left out."""
    item = {
        "id": id_, "type": "report", "title": f"Report {id_}", "author": [{"literal": "A"}],
        "issued": {"date-parts": [[2024]]}, "publisher": "P", **fields,
    }  # fmt: skip
    return json.dumps({name: value for name, value in item.items() if value is not None}) + "\n"


def chunk_of(text: str, name: str = "in.jsonl", file_format: str = "jsonl") -> Chunk:
    """A chunk of one file."""
    return Chunk([Segment(name, file_format, text.encode(), 1, True)], len(text))
