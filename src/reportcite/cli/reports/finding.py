"""A problem and the record it was found in."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote

from reportcite.problems import Problem
from reportcite.remote.addresses import is_remote
from reportcite.tuples import NamedTuple


class Finding(NamedTuple):
    """`record` is the id of the record, "" for what could not become one."""

    problem: Problem
    record: str = ""

    @property
    def line(self) -> Problem:
        """The problem as a line says it: with the record in its message, unless the file is called
        like it and holds no other."""
        if self.record in {"", PurePath(self.problem.place.file).stem}:
            return self.problem
        return self.problem._replace(message=f"{self.record}: {self.problem.message}")

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table has of it, below `COLUMNS`."""
        problem = self.problem
        place = problem.place
        return (
            *(problem.severity, problem.rule.name, self.record, place.file),
            *(str(place.line or ""), str(place.column or "")),
            *(problem.message, problem.suggestion, problem.rule.what),
        )


def uri_of(file: str) -> str:
    """The URI of a file: an address as it is, and a path relative as it was given.

    >>> uri_of("a b.bib"), uri_of("s3://bucket/a b.bib"), uri_of("https://example.org/a%20b.bib")
    ('a%20b.bib', 's3://bucket/a%20b.bib', 'https://example.org/a%20b.bib')
    """
    if is_remote(file):
        return quote(file, safe="/:%@!$&'()*+,;=~", errors="replace")
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(file.replace("\\", "/"), errors="replace")


COLUMNS = (
    *("severity", "rule", "record", "file", "line", "column", "message", "suggestion"),
    "explanation",
)
