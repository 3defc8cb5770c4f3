"""How `check` prints problems: as text, as JSON or as annotations of GitHub Actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from reportcite.cli.terminal import escape_line
from reportcite.problems import Problem

ReportFormat: TypeAlias = Callable[[Iterable[Problem]], Iterator[str]]
"""Problems → pieces of text, each ending in a newline, so that a long report can be streamed."""


def as_text(problems: Iterable[Problem]) -> Iterator[str]:
    """One line each: `file:line:column: severity rule: message (suggestion)`."""
    for problem in problems:
        yield escape_line(str(problem)) + "\n"


def as_json(problems: Iterable[Problem]) -> Iterator[str]:
    """One JSON array of objects with rule, severity, message, suggestion, file, line, column.

    A line or column of 0 is not known.
    """
    import json

    opening = "[\n"
    for problem in problems:
        yield opening + json.dumps(_json_object(problem))
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _json_object(problem: Problem) -> dict[str, str | int]:
    return {
        "rule": problem.rule.name,
        "severity": problem.severity,
        "message": problem.message,
        "suggestion": problem.suggestion,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
    }


def as_github(problems: Iterable[Problem]) -> Iterator[str]:
    """Workflow commands of GitHub Actions ("Workflow commands", error, warning and notice)."""
    for problem in problems:
        place = problem.place
        where = {
            "file": place.file,
            "line": place.line,
            "col": place.column,
            "title": problem.rule.name,
        }
        properties = ",".join(
            f"{name}={_github(str(value), in_property=True)}"
            for name, value in where.items()
            if value
        )
        tail = f" ({problem.suggestion})" if problem.suggestion else ""
        yield f"::{problem.severity} {properties}::{_github(problem.message + tail)}\n"


def _github(text: str, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    if in_property:
        text = text.replace(":", "%3A").replace(",", "%2C")
    return escape_line(text)


REPORT_FORMATS: Mapping[str, ReportFormat] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""What `check --format` offers."""
