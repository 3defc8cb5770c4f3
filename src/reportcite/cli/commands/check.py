"""`reportcite check`: what is wrong with records, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportcite.cli.options import (
    MAX_RECORD_SIZE,
    FailFast,
    Files,
    From,
    Jobs,
    MaxProblems,
    MaxRecordSize,
    Quiet,
    Sample,
    cores,
    sources,
)
from reportcite.errors import ExitCode
from reportcite.problems import SEVERITIES, Problem, Severity, rules_in

if TYPE_CHECKING:
    from reportcite.batch.work.check import Examined
    from reportcite.cli.progress import Advance
    from reportcite.cli.report import Tally
    from reportcite.problems import Rule

_REPORT_FORMATS = ("text", "json", "github")


class Request(NamedTuple):
    """One check as the user asked for it."""

    paths: list[str]
    from_: str | None
    report_format: str
    duplicates: bool
    jobs: int
    fail_fast: bool
    lowest: Severity
    max_problems: int | None
    max_record_size: int
    quiet: bool


def _complete_rule(incomplete: str) -> list[str]:
    return [name for name in all_rules() if name.startswith(incomplete)]


def check(
    files: Files = None,
    from_: From = None,
    sample: Sample = False,
    report_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to print findings: text, json (one array) or github (annotations).",
            autocompletion=lambda: list(_REPORT_FORMATS),
        ),
    ] = "text",
    duplicates: Annotated[
        bool,
        typer.Option(
            "--duplicates",
            help="Look for records of the same DOI, or the same title and year, too; "
            "the same id or ISBN is always found.",
        ),
    ] = False,
    explain: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help="Tell what RULE finds, why it matters and how to mend it; nothing is checked.",
            autocompletion=_complete_rule,
        ),
    ] = "",
    jobs: Jobs = 0,
    fail_fast: FailFast = False,
    severity: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="The lowest severity to tell: error, warning or notice; all are counted.",
            autocompletion=lambda: list(SEVERITIES),
        ),
    ] = "notice",
    max_problems: MaxProblems = None,
    max_record_size: MaxRecordSize = MAX_RECORD_SIZE,
    quiet: Quiet = False,
) -> ExitCode:
    """Find what is wrong with records, and what they lack.

    Required fields, dates, names, ISBN, URL and DOI, quotation marks, duplicates.

    Findings go to standard output, one per line: file:line:column: severity rule: message.
    A warning is advice; an error makes the exit code 1, unreadable input makes it 3.

    \b
    Examples:
      reportcite check my-report.yaml
      reportcite check records/ --format github
      reportcite check --explain isbn-checksum
    """
    from reportcite.cli.suggest import choose

    if explain:
        return _explain(explain)
    report_format = choose("--format", report_format, _REPORT_FORMATS)
    return _check(
        Request(
            paths=sources(files, sample),
            from_=from_,
            report_format=report_format,
            duplicates=duplicates,
            jobs=jobs or cores(),
            fail_fast=fail_fast,
            lowest=_severity(severity),
            max_problems=max_problems,
            max_record_size=max_record_size,
            quiet=quiet,
        )
    )


def _severity(name: str) -> Severity:
    from reportcite.cli.suggest import choose

    choose("--severity", name, SEVERITIES)
    return next(severity for severity in SEVERITIES if severity == name)


def _check(request: Request) -> ExitCode:
    from reportcite.batch.chunks import chunks
    from reportcite.batch.pool import ordered
    from reportcite.batch.work.check import Examination, examine
    from reportcite.cli.output import writing
    from reportcite.cli.progress import progress
    from reportcite.cli.report import FORMATS, Tally

    examination = Examination(request.duplicates, request.max_record_size)
    parts = chunks(request.paths, request.from_, max_record_size=request.max_record_size)
    examined = ordered(partial(examine, examination), parts, request.jobs)
    tally = Tally(most=request.max_problems, lowest=request.lowest)
    with progress(request.paths, tally, quiet=request.quiet, output="-") as advance:
        findings = _findings(examined, tally, advance, request.fail_fast)
        with writing("-") as write:
            for piece in FORMATS[request.report_format](findings):
                write(piece)
    tally.close("" if request.quiet else tally.summary())
    return tally.code


def _findings(
    chunks: Iterable[tuple[list[Examined], int]], tally: Tally, advance: Advance, fail_fast: bool
) -> Iterator[Problem]:
    """The problems of all records, in input order, counted; those that are to be told."""
    from reportcite.batch.work.sound import stands_for_record
    from reportcite.record.checks.duplicates import Seen

    seen = Seen()
    for examined, size in chunks:
        for problems, identities in examined:
            tally.records += bool(identities) or any(map(stands_for_record, problems))
            for problem in _in_line_order([*problems, *seen.problems(identities)]):
                if tally.count(problem):
                    yield problem
            if fail_fast and tally.code:
                return
        advance(size)


def _in_line_order(problems: list[Problem]) -> list[Problem]:
    """The problems of one record as they follow each other in its file."""
    if len(problems) < 2:
        return problems
    return sorted(problems, key=lambda problem: (problem.place.line, problem.place.column))


def all_rules() -> dict[str, Rule]:
    """The rules of all findings that a command can print, by their names."""
    from reportcite.batch import rules as batch
    from reportcite.csl.style import rules as style
    from reportcite.formats import rules as formats
    from reportcite.record import rules as record
    from reportcite.values import rules as values

    return rules_in(record, values, formats, batch, style)


def _explain(rule: str) -> ExitCode:
    from reportcite.cli.output import write_file
    from reportcite.cli.suggest import choose

    rules = all_rules()
    found = rules[choose("--explain", rule, rules)]
    lines = (
        f"{found.name} ({found.severity})",
        f"What: {found.what}",
        f"Why:  {found.why}",
        f"Fix:  {found.fix}",
        *(f"With {one.where}: {one.severity}. {one.why}" for one in found.elsewhere),
    )
    write_file("-", "\n".join(lines) + "\n")
    return ExitCode.CLEAN
