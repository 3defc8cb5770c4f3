"""The format of a report is what is asked for, or what the name of its file says."""

from __future__ import annotations

import csv
import io

import pytest

from reportcite.cli.reports.finding import COLUMNS, Finding
from reportcite.cli.reports.formats import NAMES, REPORT_FORMATS, format_for
from reportcite.errors import Place, UsageError
from reportcite.values.rules import ISBN_CHECKSUM


@pytest.mark.parametrize(
    ("name", "output", "found"),
    [
        ("", "", "text"),
        ("", "-", "text"),
        ("", "report.html", "html"),
        ("", "REPORT.XLSX", "xlsx"),
        ("", "report.sarif.gz", "sarif"),
        ("", "report.json", "json"),
        ("", "report", "text"),
        ("", "report.txt", "text"),
        ("", "report.log.zst", "text"),
        ("", "report.htm", "html"),
        ("", "report.csv", "csv"),
        ("github", "report.pdf", "github"),
        ("csv", "report.html", "csv"),
    ],
)
def test_the_format_of_a_report(name: str, output: str, found: str) -> None:
    assert format_for(name, output) == found


@pytest.mark.parametrize("suffix", [".md", ".docx", ".pdf", ".xml"])
def test_a_name_that_promises_something_else_is_refused(suffix: str) -> None:
    with pytest.raises(UsageError) as raised:
        format_for("", f"report{suffix}")
    assert str(raised.value) == (
        f"nothing can be written as {suffix} (name one of .txt, .log, .html, .htm, .csv, .xlsx, "
        ".json, .sarif, or say what to write with --format)"
    )


@pytest.mark.parametrize("output", ["", "-"])
def test_a_workbook_needs_a_file(output: str) -> None:
    with pytest.raises(UsageError, match="needs a file"):
        format_for("xlsx", output)


def test_names() -> None:
    text = ("text", "json", "github", "gitlab", "junit", "csv", "sarif", "html")
    assert (*text, "xlsx") == NAMES


def test_csv_has_a_row_for_each_finding_and_no_formulas() -> None:
    problem = ISBN_CHECKSUM.found("=1+1", "b", Place("a,b.yaml", 2))
    text = "".join(REPORT_FORMATS["csv"]([Finding(problem, "x")], "en"))
    head, row = csv.reader(io.StringIO(text))
    assert head == [*COLUMNS] and row[3] == "a,b.yaml" and row[6] == "'=1+1"
