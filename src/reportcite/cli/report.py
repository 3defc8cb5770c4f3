"""How problems reach the user: as text, as JSON or as annotations of GitHub Actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from reportcite.cli.terminal import escape_line, print_message
from reportcite.errors import ExitCode, Problem, Severity
from reportcite.record.model import Record

Format: TypeAlias = Callable[[Iterable[Problem]], Iterator[str]]
"""Problems → pieces of text, each ending in a newline, so that a long report can be streamed."""


@dataclass(slots=True)
class Tally:
    """What a run has found so far, in numbers, and the exit code that follows: the worst one."""

    code: ExitCode = ExitCode.CLEAN
    records: int = 0
    problems: Counter[Severity] = field(default_factory=Counter)

    def count(self, problem: Problem, code: ExitCode = ExitCode.FINDINGS) -> Problem:
        """`problem`, counted; one of severity error makes the run end with at least `code`."""
        self.problems[problem.severity] += 1
        if problem.severity == "error":
            self.code = max(self.code, code)
        return problem

    def tell(self, problem: Problem, code: ExitCode = ExitCode.FINDINGS) -> None:
        """Count `problem` and print it on stderr."""
        print_message(str(self.count(problem, code)))

    def summary(self) -> str:
        """One line: `2 records, 1 error, 0 warnings`."""
        counts = [
            (self.records, "record"),
            (self.problems["error"], "error"),
            (self.problems["warning"], "warning"),
        ]
        return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)


def sound_records(results: Iterable[Record | Problem], tally: Tally) -> Iterator[Record]:
    """The records without an error; what is wrong with the others is told on stderr.

    Of a sound record only the warnings of its loading are told: those name what is left out.
    Advice on what it could have besides is the business of `check`.
    """
    from reportcite.record.check import check

    for result in results:
        if isinstance(result, Problem):
            tally.tell(result, ExitCode.UNREADABLE)
            continue
        tally.records += 1
        errors = check(result, only_errors=True)
        for problem in errors:
            tally.tell(problem)
        for problem in result.problems:
            if problem.severity != "error":
                tally.tell(problem)
        if not errors:
            yield result


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
        "rule": problem.rule,
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
        where = {"file": place.file, "line": place.line, "col": place.column, "title": problem.rule}
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


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""What `check --format` offers."""
