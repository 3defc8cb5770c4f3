"""Runs a command's work in steps that many processes share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Final

from reportcite.cli.cluster.options import Parts
from reportcite.cli.progress import progress
from reportcite.cli.report import Tally
from reportcite.errors import ExitCode, UsageError
from reportcite.remote.addresses import is_remote, typed_address, without_secrets
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.cluster.outputs import Ending
    from reportcite.cluster.partitions import Plan
    from reportcite.cluster.run import Spread
    from reportcite.cluster.steps import Step
    from reportcite.formats.format import Format

_NOT_YET: Final = "all parts are made: run this with --resume to put them in their places"


class InParts(NamedTuple):
    """What a command does in parts: its `steps`; how it ends when they are done (`finish`), which
    reports; and what it reports again of the parts of a folder that is whole (`again`), None for
    how the run ended that made it. What is wanted `besides` the parts is made of what a finished
    run deletes."""

    steps: Sequence[Step]
    finish: Callable[[Plan], None]
    again: Callable[[Plan, Sequence[dict[str, Any]]], None] | None = None
    besides: bool = False


def run_parts(plan: Plan, parts: Parts, work: InParts, tally: Tally, jobs: int) -> ExitCode:
    """Go through the steps that are this run's; report what was found when all are done."""
    from reportcite.cluster import outputs
    from reportcite.cluster.partitions import begun, forget, is_begun
    from reportcite.cluster.run import Share, advance, missing, share_of

    share = share_of(parts.shard) if parts.shard else Share()
    joins = parts.resume or bool(parts.shard)
    all_again = work.besides and not parts.shard and not parts.check
    if (joins or parts.check) and not all_again and (there := outputs.whole(plan)):
        if not parts.check:
            forget(plan)  # what a run that was killed at its very end has left
        if work.again is None or parts.check or parts.shard:
            _say_again(there.ending, parts, tally)
        else:
            work.again(plan, there.parts)
        return tally.code
    if parts.check:
        gone_on = begun(plan, joins=True) if is_begun(plan) else None
        tally.note(ExitCode.FINDINGS)
        left_over = missing(gone_on, work.steps) or _NOT_YET if gone_on else "nothing of it is done"
        tally.close(left_over)
        return tally.code
    plan = begun(plan, joins=joins)
    paths = [one.path for one in plan.partitions]
    with progress(paths, tally, parts.folder), _spread(plan, parts, jobs) as spread:
        left = advance(plan, work.steps, spread, share)
    if parts.shard:
        tally.close(*(left or [_NOT_YET]))
    else:
        work.finish(plan)
    return tally.code


def _say_again(ending: Ending, parts: Parts, tally: Tally) -> None:
    """What the run said at its end that made the folder, and its exit code; a share of the work,
    of which nothing was left, has found nothing itself."""
    whole = f"{without_secrets(parts.folder)} is whole"
    if parts.shard:
        tally.close(whole)
        return
    tally.note(ending.exit)
    tally.cut_off += ending.cut_off
    tally.close(*ending.closing, whole)


def ended(tally: Tally, *closing: str) -> Ending:
    """How a run ends that says `closing` at its end, apart from what is empty."""
    from reportcite.cluster.outputs import Ending

    return Ending(tally.code, tuple(filter(None, closing)), tuple(tally.cut_off))


def planned(paths: list[str], parts: Parts, settings: Any, **how: Any) -> Plan:
    """The plan of a run over the files that `paths` name. Raises UsageError, InputError."""
    from reportcite.cluster.partitions import Plan, partitions, require_outside

    if parts.cluster:
        from reportcite.cluster.on_dask import require

        require(parts.cluster)
    if is_remote(parts.folder):
        typed_address(parts.folder)
    several = partitions(paths)
    require_outside(parts.folder, several)
    return Plan(parts.folder, several, settings, **how)


def refuse_format(target_format: Format) -> None:
    """Raises UsageError for a format of which there are no parts."""
    if target_format.single:
        raise UsageError(
            f"a {target_format.title} holds one record",
            suggestion="write one file per record with --output-dir",
        )
    if target_format.narrow is not None and not target_format.columns:
        raise UsageError(
            "parts of csv must have the same columns", suggestion="name them with --columns"
        )


def _spread(plan: Plan, parts: Parts, jobs: int) -> AbstractContextManager[Spread]:
    if parts.cluster:
        from reportcite.cluster.on_dask import by_workers

        return by_workers(parts.cluster, jobs)
    from reportcite.cluster.run import by_processes

    paths = (plan.folder, *(one.path for one in plan.partitions))
    return nullcontext(by_processes(jobs, anew=any(map(is_remote, paths))))
