"""`reportcite check`: what is wrong with records, and what they lack."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reportcite.cli.options import Input, Output, reads_records
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.formats import (
    BINARY,
    NAMES,
    REPORT_FORMATS,
    format_for,
    write_xlsx_report,
)
from reportcite.cli.suggest import choose
from reportcite.cli.terminal import ReaderGone
from reportcite.errors import ExitCode
from reportcite.problems import KEPT, Problem, Rule, rules_in

if TYPE_CHECKING:
    from reportcite.batch.work.check import Checked, CheckSettings
    from reportcite.cli.progress import Advance


def _complete_rule(incomplete: str) -> list[str]:
    return [name for name in all_rules() if name.startswith(incomplete)]


@reads_records
def check(
    source: Input,
    reporting: Reporting,
    report_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to report findings: text, json (one array), github (annotations), gitlab "
            "(code quality), junit, csv, xlsx, sarif, or html (a page to mail). Without it the "
            "name of FILE decides.",
            autocompletion=lambda: list(NAMES),
        ),
    ] = "",
    output: Output = "",
    language: Annotated[
        str,
        typer.Option(
            metavar="LANG",
            help="The language of an html report: en or de.",
            autocompletion=lambda: ["en", "de"],
        ),
    ] = "en",
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
            help="Say what RULE finds, why it matters and how to fix it; nothing is checked.",
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
      reportcite check records/ -o report.html --language de
      reportcite check --explain isbn-checksum
    """
    if explain:
        return _explain(explain)
    from reportcite.batch.work.check import CheckSettings

    if report_format:
        choose("--format", report_format, NAMES)
    choose("--language", language, ("en", "de"))
    report = _Report(format_for(report_format, output), output, language)
    return _check(source, reporting, CheckSettings(duplicates, source.limits), report)


class _Report(NamedTuple):
    """How findings are reported: the name of a format, a file ("" for stdout), a language."""

    name: str
    output: str
    language: str


def _check(
    source: Input, reporting: Reporting, settings: "CheckSettings", report: _Report
) -> ExitCode:
    from reportcite.batch.pool import ordered
    from reportcite.batch.sink import replacing_bytes
    from reportcite.batch.work.check import check_chunk
    from reportcite.cli.output import writing
    from reportcite.cli.progress import progress

    parts = source.chunks(uncited=True)
    checked = ordered(partial(check_chunk, settings), parts, source.jobs)
    tally = Tally(reporting)
    with _found_so_far(tally), progress(source.paths, tally, report.output) as advance:
        findings = _findings(checked, tally, advance, source.fail_fast)
        if report.name == BINARY:
            with replacing_bytes(report.output) as file:
                write_xlsx_report(file, findings)
        else:
            with writing(report.output) as write:
                for piece in REPORT_FORMATS[report.name](findings, report.language):
                    write(piece)
    tally.close(tally.summary())
    return tally.code


@contextmanager
def _found_so_far(tally: Tally) -> Iterator[None]:
    """Have a run whose reader has seen enough end with what was found until then."""
    try:
        yield
    except ReaderGone as gone:
        gone.code = tally.code
        raise


def _findings(
    chunks: "Iterable[tuple[list[Checked], int]]",
    tally: Tally,
    advance: "Advance",
    fail_fast: bool,
) -> Iterator[Finding]:
    """The problems of all records, in input order, counted; those that are to be reported."""
    from reportcite.batch.work.sound import stands_for_record
    from reportcite.record.checks.duplicates import Seen

    seen = Seen()
    for checked, size in chunks:
        for problems, identities in checked:
            tally.records += bool(identities) or any(map(stands_for_record, problems))
            record = identities[0].text if identities else ""
            for problem in _in_line_order([*problems, *seen.problems(identities)]):
                if tally.count(problem):
                    yield Finding(problem, record)
            tally.stopped = fail_fast and tally.code != ExitCode.CLEAN
            if tally.stopped:
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
    from reportcite.cli import rules as cli
    from reportcite.csl import rules as csl
    from reportcite.csl.style import rules as style
    from reportcite.formats import rules as formats
    from reportcite.lookup import rules as lookup
    from reportcite.record import rules as record
    from reportcite.values import rules as values

    return rules_in(record, values, formats, batch, style, csl, lookup, cli)


def _of_records() -> list[Rule]:
    """The rules of errors that a record has by itself, whatever other records there are."""
    from reportcite.record import rules as record
    from reportcite.values import rules as values

    several = {record.DUPLICATE_ID, record.DUPLICATE_ISBN}
    found = rules_in(record, values).values()
    return [rule for rule in found if rule.severity == "error" and rule not in several]


def _explain(rule: str) -> ExitCode:
    from reportcite.cli.output import write_file

    rules = all_rules()
    found = rules[choose("--explain", rule, rules)]
    elsewhere = found.elsewhere + ((KEPT,) if found in _of_records() else ())
    lines = (
        f"{found.name} ({found.severity})",
        f"What: {found.what}",
        f"Why:  {found.why}",
        f"Fix:  {found.fix}",
        *(f"With {one.where}: {one.severity}. {one.why}" for one in elsewhere),
    )
    write_file("-", "\n".join(lines) + "\n")
    return ExitCode.CLEAN
