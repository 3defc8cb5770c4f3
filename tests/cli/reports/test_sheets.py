"""A workbook of findings: all of them, then counts by rule and by record."""

from __future__ import annotations

import io

import openpyxl

from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.formats import write_xlsx_report
from reportcite.cli.reports.sheets import finding_rows
from reportcite.errors import Place
from reportcite.values.rules import ISBN_CHECKSUM, PAGE_LABEL

FINDINGS = [
    Finding(PAGE_LABEL.found("m", "", Place("a.yaml", 1)), "x"),
    Finding(ISBN_CHECKSUM.found("m", "", Place("a.yaml", 2)), "x"),
    Finding(ISBN_CHECKSUM.found("m", "", Place("a.yaml", 9)), "y"),
]


def test_sheets() -> None:
    file = io.BytesIO()
    write_xlsx_report(file, FINDINGS)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["findings", "rules", "records"]
    findings, rules, records = (list(sheet.values) for sheet in book.worksheets)
    assert len(findings) == 4 and findings[3][2] == "y"
    assert rules[1][:3] == ("isbn-checksum", "error", 2) and rules[2][0] == "page-label"
    assert records[1:] == [("a.yaml", "x", 2), ("a.yaml", "y", 1)]


def test_no_finding_is_a_table_of_names_alone() -> None:
    assert len(list(finding_rows([]))) == 1
