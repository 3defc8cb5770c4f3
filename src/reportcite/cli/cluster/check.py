"""Checks in parts, as the options of `check` ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportcite.cli.cluster.options import Parts
from reportcite.cli.cluster.parts import InParts, planned, run_parts
from reportcite.cli.known_rules import all_rules
from reportcite.cli.options.input import Input
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.formats import Report
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.batch.work.check import CheckSettings
    from reportcite.cluster.partitions import Plan


def check_parts(
    source: Input, reporting: Reporting, settings: CheckSettings, report: Report, parts: Parts
) -> ExitCode:
    """Check each file, and report what was found in all; of a folder that is whole, report it
    again."""
    from reportcite.cluster import check

    how = {"command": "check", "from_": source.from_, "excluded": source.excluded}
    plan = planned(source.paths, parts, settings, **how)
    tally = Tally(reporting)

    def report_all(plan: Plan, made: Sequence[Mapping[str, Any]]) -> None:
        tally.records = sum(part["records"] for part in made)
        report.write(_counted(plan, made, tally))
        tally.close(tally.summary())

    work = InParts(
        check.steps_of(plan),
        lambda plan: report_all(plan, check.finish(plan)),
        report_all,
    )
    return run_parts(plan, parts, work, tally, source.jobs)


def _counted(plan: Plan, made: Sequence[Mapping[str, Any]], tally: Tally) -> Iterator[Finding]:
    """What was found, counted; those that are to be reported."""
    from reportcite.cluster.check import findings

    for problem, record in findings(plan, made, all_rules()):
        if tally.count(problem):
            yield Finding(problem, record)
