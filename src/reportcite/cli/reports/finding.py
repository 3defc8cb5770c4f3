"""A problem and the record it was found in."""

from __future__ import annotations

from pathlib import PurePath

from reportcite.problems import Problem
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


COLUMNS = (
    *("severity", "rule", "record", "file", "line", "column", "message", "suggestion"),
    "explanation",
)
