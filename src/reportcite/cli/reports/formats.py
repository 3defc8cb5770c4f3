"""What `check --format` offers: each format by its name, and how it is written."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final, TypeAlias

from reportcite.cli.output import by_suffix
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.printed import as_github, as_json, as_screen, as_text
from reportcite.cli.terminal import escape_line, is_stdout
from reportcite.errors import UsageError
from reportcite.tuples import NamedTuple

ReportFormat: TypeAlias = Callable[[Iterable[Finding], str], Iterator[str]]
"""Findings and the language of the report → pieces of text, so that a long one can be streamed."""


def _html(findings: Iterable[Finding], language: str) -> Iterator[str]:
    from reportcite.cli.reports.html import as_html

    return as_html(findings, language)


def _sarif(findings: Iterable[Finding], _: str) -> Iterator[str]:
    from reportcite.cli.reports.sarif import as_sarif

    return as_sarif(findings)


def _gitlab(findings: Iterable[Finding], _: str) -> Iterator[str]:
    from reportcite.cli.reports.gitlab import as_gitlab

    return as_gitlab(findings)


def _junit(findings: Iterable[Finding], _: str) -> Iterator[str]:
    from reportcite.cli.reports.junit import as_junit

    return as_junit(findings)


def _csv(findings: Iterable[Finding], _: str) -> Iterator[str]:
    from reportcite.cli.reports.sheets import finding_rows
    from reportcite.tables.table import Dialect
    from reportcite.tables.write import writer_for

    file = io.BytesIO()
    write = writer_for("findings.csv")
    for row in finding_rows(findings):
        write(file, [row], Dialect())
        yield file.getvalue().decode()
        file.seek(0)
        file.truncate()


REPORT_FORMATS: Final[Mapping[str, ReportFormat]] = MappingProxyType(
    {
        "text": lambda findings, _: as_text(findings),
        "json": lambda findings, _: as_json(findings),
        "github": lambda findings, _: as_github(findings),
        "gitlab": _gitlab,
        "junit": _junit,
        "csv": _csv,
        "sarif": _sarif,
        "html": _html,
    }
)
"""Those that are text."""

BINARY: Final = "xlsx"
"""The one that is not, and needs a file."""

NAMES: Final = (*REPORT_FORMATS, BINARY)

_SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": "text",
        ".txt": "text",
        ".log": "text",
        ".html": "html",
        ".htm": "html",
        ".csv": "csv",
        ".xlsx": BINARY,
        ".json": "json",
        ".sarif": "sarif",
    }
)


def report_format(name: str, output: str) -> ReportFormat:
    """How findings are written to the file `output` in the format called `name`, one of
    `REPORT_FORMATS`; text on standard output, which may be a terminal, may have colours."""
    if name == "text" and is_stdout(output):
        return lambda findings, _: as_screen(findings)
    return REPORT_FORMATS[name]


def write_xlsx_report(file: BinaryIO, findings: Iterable[Finding]) -> None:
    """A workbook of three sheets: findings, rules, records."""
    from reportcite.cli.reports.sheets import sheets_of
    from reportcite.tables.write_xlsx import write_workbook

    write_workbook(file, sheets_of(findings))


def format_for(name: str, output: str) -> str:
    """The format called `name`, or else the one that the name of the file `output` stands for.

    Raises UsageError for a format that needs a file where there is none, and where neither says it.
    """
    hint = ", or say what to write with --format"
    found = name or by_suffix(output, _SUFFIXES, hint=hint)
    if found == BINARY and is_stdout(output):
        raise UsageError("--format xlsx needs a file", suggestion="name it with -o")
    return found


class Report(NamedTuple):
    """How findings are reported: the name of a format, a file ("" for stdout), a language."""

    name: str
    output: str
    language: str

    def write(self, findings: Iterable[Finding], before: Iterable[str] = ()) -> None:
        """Write the report of `findings`, with lines `before` it where it is text."""
        if self.name == BINARY:
            from reportcite.batch.sink import replacing_bytes

            with replacing_bytes(self.output) as file:
                write_xlsx_report(file, findings)
            return
        from reportcite.cli.output import writing

        as_asked = report_format(self.name, self.output)
        with writing(self.output) as write:
            for line in before:
                write(escape_line(line) + "\n")
            for piece in as_asked(findings, self.language):
                write(piece)
