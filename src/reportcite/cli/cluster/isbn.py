"""Lists of ISBNs in parts, as the options of `isbn` ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportcite.cli.cluster.options import Parts
from reportcite.cli.cluster.parts import InParts, ended, planned, run_parts
from reportcite.cli.options.shared import cores
from reportcite.cli.report import Tally
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.cluster.lists import ListSettings
    from reportcite.cluster.partitions import Plan


def isbn_parts(paths: list[str], settings: ListSettings, parts: Parts, closing: str) -> ExitCode:
    """Write each list again as a part, and say what is in all of them together."""
    from reportcite.cluster.lists import STEPS, counts, finish

    plan = planned(paths, parts, settings, command="isbn")
    tally = Tally()

    def finish_and_report(plan: Plan) -> None:
        counted = counts(plan)
        if counted.invalid:
            tally.note(ExitCode.FINDINGS)
        finish(plan, ended(tally, counted.summary(), closing))
        tally.close(counted.summary(), closing)

    return run_parts(plan, parts, InParts(STEPS, finish_and_report), tally, cores())
