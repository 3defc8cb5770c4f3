"""Merging in parts, as the options of `merge` ask for it."""

from __future__ import annotations

from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING

from reportcite.cli.cluster.options import Parts
from reportcite.cli.cluster.parts import InParts, ended, planned, refuse_format, run_parts
from reportcite.cli.options.input import Input
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.reports.merging import Outputs, kept_apart, merged
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.batch.work.merge import MergeSettings
    from reportcite.cluster.partitions import Plan
    from reportcite.formats.format import Format


def merge_parts(
    source: Input,
    reporting: Reporting,
    settings: MergeSettings,
    target_format: Format,
    outputs: Outputs,
    parts: Parts,
) -> ExitCode:
    """Write each work into the part of the first record about it. Raises UsageError for a format of
    which there are no parts."""
    from reportcite.cluster.merge import STEPS, finish

    refuse_format(target_format)
    how = {"command": "merge", "from_": source.from_, "excluded": source.excluded}
    plan = planned(source.paths, parts, settings, **how)
    tally = Tally(reporting)
    begun = monotonic()

    def report_and_finish(plan: Plan) -> None:
        said = _report(plan, tally, outputs)
        flow = tally.flow(monotonic() - begun)
        finish(plan, ended(tally, tally.count_left_out(), said, flow))
        tally.close(tally.left_out(), said, flow)

    besides = bool(outputs.key_map or outputs.report or outputs.printed)
    work = InParts(STEPS, report_and_finish, besides=besides)
    return run_parts(plan, parts, work, tally, source.jobs)


def _report(plan: Plan, tally: Tally, outputs: Outputs) -> str:
    """Report what was found and what became one work, in the order of one run; returns how many
    works had several records."""
    from reportcite.batch.grouping.gathered import Known
    from reportcite.cluster import merge, works

    rows = works.AllRows(plan)
    known = Known(rows)
    for done in merge.reports(plan):
        tally.add(done.screening, ())
    for one, other, shared, against in works.kept_apart(plan, rows):
        with rows.understood():
            both = known.called(one), known.called(other)
        tally.report(kept_apart(*both, shared, against))
    partner = merge.partners(plan, rows) if outputs.report else {}
    with rows.understood(), ExitStack() as files:
        tellers = outputs.tellers(files, known, lambda number: partner.get(number, number))
        for work in merge.written(plan, rows):
            for problem in work.conflicts:
                tally.report(problem)
            for tell in tellers:
                tell(work.numbers, work.id, work.key)
            tally.written += 1
    rows.close()
    counts = merge.counts(plan)
    return merged(counts["records"], counts["works"], counts["several"])
