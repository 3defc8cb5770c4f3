"""Findings as lines of text, as JSON, or as annotations of GitHub Actions."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from reportcite.cli.reports.finding import Finding
from reportcite.cli.screen.colour import line_of, takes_colour
from reportcite.cli.terminal import Printable, escape_line
from reportcite.problems import as_members


def as_text(findings: Iterable[Finding]) -> Iterator[str]:
    """One line each: `file:line:column: severity rule: record: message (suggestion)`."""
    for finding in findings:
        yield escape_line(str(finding.line)) + "\n"


def as_screen(findings: Iterable[Finding]) -> Iterator[str]:
    """As `as_text`, in colours where standard output takes these."""
    if not takes_colour(sys.stdout):
        yield from as_text(findings)
        return
    for finding in findings:
        yield Printable(escape_line(line_of(finding.line, sys.stdout)) + "\n")


def as_json(findings: Iterable[Finding]) -> Iterator[str]:
    """One JSON array of objects with rule, severity, message, suggestion, file, line, column,
    record and fix: what --fix does, an object with field, old and new, or null.

    A line or column of 0 is not known.
    """
    import json

    opening = "[\n"
    for finding in findings:
        yield opening + json.dumps(as_members(finding.problem, finding.record))
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def as_github(findings: Iterable[Finding]) -> Iterator[str]:
    """Workflow commands of GitHub Actions ("Workflow commands", error, warning and notice), under
    the rule and the record."""
    for problem, record in findings:
        place = problem.place
        where = {
            "file": place.file,
            "line": place.line,
            "col": place.column,
            "title": f"{problem.rule.name} in {record}" if record else problem.rule.name,
        }
        properties = ",".join(
            f"{name}={_github(str(value), in_property=True)}"
            for name, value in where.items()
            if value
        )
        yield f"::{problem.severity} {properties}::{_github(problem.full_message)}\n"


def _github(text: str, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    if in_property:
        text = text.replace(":", "%3A").replace(",", "%2C")
    return escape_line(text)
