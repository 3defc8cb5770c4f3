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


def _complete_rule(incomplete: str) -> list[str]:
    from reportcite.record.rules import RULES

    return [name for name in RULES if name.startswith(incomplete)]


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
    return _check(sources(files, sample), from_, report_format, duplicates)


def _check(paths: list[str], from_: str | None, report_format: str, duplicates: bool) -> ExitCode:
    from reportcite.batch.chunks import read
    from reportcite.cli.output import writing
    from reportcite.cli.report import FORMATS, Tally
    from reportcite.cli.terminal import print_message

    tally = Tally()
    findings = FORMATS[report_format](_findings(read(paths, from_), duplicates, tally))
    with writing("-") as write:
        for piece in findings:
            write(piece)
    print_message(tally.summary())
    return tally.code


def _findings(
    results: Iterable[Record | Problem], thorough: bool, tally: Tally
) -> Iterator[Problem]:
    """Every problem of every result, in input order, counted."""
    from reportcite.record.check import check as problems_of
    from reportcite.record.duplicates import Seen, identities

    seen = Seen()
    for result in results:
        if isinstance(result, Problem):
            yield tally.count(result, ExitCode.UNREADABLE)
            continue
        tally.records += 1
        for problem in [
            *problems_of(result),
            *seen.problems(identities(result, thorough=thorough)),
        ]:
            yield tally.count(problem, ExitCode.FINDINGS)


def _explain(rule: str) -> ExitCode:
    from reportcite.batch.rules import RULES as READING
    from reportcite.cli.output import write_file
    from reportcite.cli.suggest import choose
    from reportcite.record.rules import RULES

    rules = {**RULES, **READING}
    found = rules[choose("--explain", rule, rules)]
    lines = (
        f"{found.name} ({found.severity})",
        f"What: {found.what}",
        f"Why:  {found.why}",
        f"Mend: {found.mend}",
    )
    write_file("-", "\n".join(lines) + "\n")
    return ExitCode.CLEAN
