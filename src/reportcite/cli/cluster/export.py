"""Exports in parts, as the options of `export` ask for them."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from reportcite.cli.cluster.options import Parts
from reportcite.cli.cluster.parts import InParts, ended, planned, refuse_format, run_parts
from reportcite.cli.options.input import Input
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.batch.work.export import ExportSettings
    from reportcite.cluster.partitions import Plan
    from reportcite.formats.format import Format


def export_parts(
    source: Input,
    reporting: Reporting,
    settings: ExportSettings,
    target_format: Format,
    parts: Parts,
) -> ExitCode:
    """Export each file as a part. Raises UsageError for a format of which there are no parts."""
    from reportcite.cluster.export import STEPS, finish, reports

    refuse_format(target_format)
    columns = target_format.columns
    how = {"columns": columns, "from_": source.from_, "excluded": source.excluded}
    plan = planned(source.paths, parts, settings, **how)
    tally = Tally(reporting)
    begun = monotonic()

    def report_and_finish(plan: Plan) -> None:
        for done in reports(plan):
            tally.add(done.screening, done.again)
            tally.written += done.written
        flow = tally.flow(monotonic() - begun)
        finish(plan, ended(tally, tally.count_left_out(), flow))
        tally.close(tally.left_out(), flow)

    return run_parts(plan, parts, InParts(STEPS, report_and_finish), tally, source.jobs)
