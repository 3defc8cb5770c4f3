"""`reportcite check`: what is wrong with records, and what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.options import Files, From, Sample, sources
from reportcite.errors import ExitCode, Problem

if TYPE_CHECKING:
    from reportcite.cli.report import Tally
    from reportcite.record.model import Record

_REPORT_FORMATS = ("text", "json", "github")


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
    explain: Annotated[
        str,
        typer.Option(
            metavar="RULE",
            help="Tell what RULE finds, why it matters and how to mend it; nothing is checked.",
        ),
    ] = "",
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
    return _check(sources(files, sample), from_, report_format)


def _check(paths: list[str], from_: str | None, report_format: str) -> ExitCode:
    from reportcite.batch.sources import read
    from reportcite.cli.output import writing
    from reportcite.cli.report import FORMATS, Tally
    from reportcite.cli.terminal import print_message

    tally = Tally()
    findings = FORMATS[report_format](_findings(read(paths, from_), tally))
    with writing("-") as write:
        for piece in findings:
            write(piece)
    print_message(tally.summary())
    return tally.code


def _findings(results: Iterable[Record | Problem], tally: Tally) -> Iterator[Problem]:
    """Every problem of every result, in input order, counted."""
    from reportcite.record.check import check as problems_of

    for result in results:
        if isinstance(result, Problem):
            yield tally.count(result, ExitCode.UNREADABLE)
            continue
        tally.records += 1
        for problem in problems_of(result):
            yield tally.count(problem, ExitCode.FINDINGS)


def _explain(rule: str) -> ExitCode:
    from reportcite.cli.output import write_file
    from reportcite.cli.suggest import choose
    from reportcite.record.check import RULES

    write_file("-", RULES[choose("--explain", rule, RULES)].explain + "\n")
    return ExitCode.CLEAN
