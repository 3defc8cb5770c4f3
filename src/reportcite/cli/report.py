"""How problems reach the user: as text, as JSON or as annotations of GitHub Actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from reportcite.cli.terminal import escape_line, print_message
from reportcite.errors import ExitCode
from reportcite.problems import SEVERITIES, Problem, Severity

if TYPE_CHECKING:
    from reportcite.batch.work.sound import Sieve


class Stopped(Exception):
    """--fail-fast has found a bad record; what was to be written is given up."""


Format: TypeAlias = Callable[[Iterable[Problem]], Iterator[str]]
"""Problems → pieces of text, each ending in a newline, so that a long report can be streamed."""


@dataclass(slots=True)
class Tally:
    """What a run has found so far, in numbers, and the exit code that follows: the worst one.

    Of the problems at most `most` are told, one after another, by `say`; none below `lowest`.
    """

    code: ExitCode = ExitCode.CLEAN
    records: int = 0
    written: int = 0
    with_errors: int = 0
    with_warnings: int = 0
    problems: Counter[Severity] = field(default_factory=Counter)
    most: int | None = None
    lowest: Severity = "notice"
    untold: int = 0
    below: int = 0
    say: Callable[[str], None] = print_message

    def count(self, problem: Problem) -> bool:
        """Count `problem`; one of severity error makes the run end with the exit code of
        its rule, or a worse one.

        Returns whether it is to be told.
        """
        told = self.problems.total() - self.untold - self.below
        self.problems[problem.severity] += 1
        if problem.severity == "error":
            self.code = max(self.code, problem.rule.exit)
        if SEVERITIES.index(problem.severity) > SEVERITIES.index(self.lowest):
            self.below += 1
            return False
        if self.most is not None and told >= self.most:
            self.untold += 1
            return False
        return True

    def tell(self, problem: Problem) -> None:
        """Count `problem` and say it on stderr."""
        if self.count(problem):
            self.say(str(problem))

    def add(self, sieve: Sieve) -> None:
        """Count some records more, and tell what was found in them."""
        self.records += sieve.read
        self.with_errors += sieve.with_errors
        self.with_warnings += sieve.with_warnings
        for problem in sieve.findings:
            self.tell(problem)

    def close(self, *lines: str) -> None:
        """Say how many problems were not told, and then each of `lines` that is not empty."""
        if self.untold:
            self.say(f"and {_counted(self.untold, 'more problem')}")
        for line in filter(None, lines):
            self.say(line)

    def summary(self) -> str:
        """One line: `2 records, 1 error, 0 warnings`."""
        counts = [
            (self.records, "record"),
            (self.problems["error"], "error"),
            (self.problems["warning"], "warning"),
        ]
        return ", ".join(_counted(count, noun) for count, noun in counts)

    def left_out(self) -> str:
        """What becomes of the records with errors, and what to do about them; "" without any."""
        if not self.with_errors:
            return ""
        return (
            f"{_counted(self.with_errors, 'record')} with errors left out: mend what is named "
            "above (`reportcite check --explain RULE` tells how), and run this again"
        )

    def flow(self, seconds: float) -> str:
        """One line: `3 read, 2 written, 1 with errors, 0 with warnings, 0.2 s`."""
        return (
            f"{self.records} read, {self.written} written, {self.with_errors} with errors, "
            f"{self.with_warnings} with warnings, {seconds:.1f} s"
        )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


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


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""What `check --format` offers."""
