"""Findings as tables: one row each, and counts by rule and by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reportcite.cli.reports.finding import COLUMNS, Finding
from reportcite.problems import Rule
from reportcite.tables.table import Cell


def finding_rows(findings: Iterable[Finding]) -> Iterator[list[Cell]]:
    """The names of the columns, then a row for each finding."""
    yield [*COLUMNS]
    for finding in findings:
        yield [*finding.cells]


def sheets_of(findings: Iterable[Finding]) -> Iterator[tuple[str, Iterator[list[Cell]]]]:
    """The sheets of a workbook, each with its name; they are to be read in order."""
    rules: Counter[Rule] = Counter()
    records: Counter[tuple[str, str]] = Counter()

    def counted() -> Iterator[Finding]:
        for finding in findings:
            rules[finding.problem.rule] += 1
            records[finding.problem.place.file, finding.record] += 1
            yield finding

    yield "findings", finding_rows(counted())
    yield "rules", _rule_rows(rules)
    yield "records", _record_rows(records)


def _rule_rows(rules: Counter[Rule]) -> Iterator[list[Cell]]:
    yield ["rule", "severity", "findings", "what", "why", "fix"]
    for rule, count in rules.most_common():
        yield [rule.name, rule.severity, count, rule.what, rule.why, rule.fix]


def _record_rows(records: Counter[tuple[str, str]]) -> Iterator[list[Cell]]:
    yield ["file", "record", "findings"]
    for (file, record), count in records.items():
        yield [file, record, count]
