"""Exports in parts, as the options of `export` ask for them."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from time import monotonic
from typing import TYPE_CHECKING, Final

from reportcite.cli.options import Input
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.screen.progress import progress
from reportcite.errors import ExitCode, UsageError
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.work.export import ExportSettings
    from reportcite.cluster.plan import Plan
    from reportcite.cluster.run import Spread
    from reportcite.formats.format import Format


_NOT_YET: Final = "all parts are made: run this with --resume to put them in their places"


class Parts(NamedTuple):
    """What is asked for: parts in `folder`, of which this run does the `shard` I/N ("" for all);
    what is done already is kept with `resume`; with `check` it is only said what is missing.
    `cluster` is the address of one that does the work, "" for processes of this machine."""

    folder: str = ""
    shard: str = ""
    resume: bool = False
    check: bool = False
    cluster: str = ""


def refuse(parts: Parts, source: Input, target: str, on_error: str) -> None:
    """Raises UsageError for options that mean nothing together with parts, or without them."""
    if not parts.folder:
        needing = {"--shard": parts.shard, "--resume": parts.resume, "--cluster": parts.cluster}
        for option, given in needing.items():
            if given:
                raise UsageError(f"{option} needs a folder", suggestion="name it with --parts")
        return
    for option, excluded in (
        ("-o, --output-dir and --append", target),
        ("--key, --where and --cited-in", source.keys or source.where or source.cited_in),
        ("--shard together with --cluster", parts.shard and parts.cluster),
        ("--fail-fast and --on-error stop", source.fail_fast or on_error == "stop"),
    ):
        if excluded:
            raise UsageError(f"--parts excludes {option}", suggestion="leave one out")


def export_parts(
    source: Input,
    reporting: Reporting,
    settings: ExportSettings,
    target_format: Format,
    parts: Parts,
) -> ExitCode:
    """Go through the steps of the run that are this run's; report what was found when all are
    done. Raises UsageError for a format of which there are no parts."""
    from reportcite.cluster.plan import Plan, begun, forget, is_begun, is_whole, partitions
    from reportcite.cluster.run import Share, advance, missing, share_of

    _refuse_format(target_format)
    if parts.cluster:
        from reportcite.cluster.on_dask import require

        require(parts.cluster)
    share = share_of(parts.shard) if parts.shard else Share()
    plan = Plan(
        parts.folder,
        partitions(source.paths),
        settings,
        target_format.columns,
        source.from_,
        source.excluded,
    )
    tally = Tally(reporting)
    joins = parts.resume or bool(parts.shard)
    if (joins or parts.check) and is_whole(plan):
        if not parts.check:
            forget(plan)  # what a run that was killed at its very end has left
        tally.close(f"{parts.folder} is whole")
        return tally.code
    if parts.check:
        there = begun(plan, joins=True) if is_begun(plan) else None
        tally.note(ExitCode.FINDINGS)
        tally.close(missing(there) or _NOT_YET if there else "nothing of it is done")
        return tally.code
    begin = monotonic()
    plan = begun(plan, joins=joins)
    with progress(source.paths, tally, parts.folder), _spread(parts, source.jobs) as spread:
        left = advance(plan, spread, share)
        if not left and not parts.shard:
            _finish(plan, tally)
    seconds = monotonic() - begin
    if parts.shard:
        tally.close(*(left or [_NOT_YET]))
    else:
        tally.close(tally.left_out(), tally.flow(seconds))
    return tally.code


def _spread(parts: Parts, jobs: int) -> AbstractContextManager[Spread]:
    if parts.cluster:
        from reportcite.cluster.on_dask import by_workers

        return by_workers(parts.cluster, jobs)
    from reportcite.cluster.run import by_processes

    return nullcontext(by_processes(jobs))


def _finish(plan: Plan, tally: Tally) -> None:
    """Report what was found, in the order of the records, and put the parts in their places."""
    from reportcite.cluster.steps import finish, reports

    for done in reports(plan):
        tally.add(done.screening, done.again)
        tally.written += done.written
    finish(plan)


def _refuse_format(target_format: Format) -> None:
    if target_format.single:
        raise UsageError(
            f"a {target_format.title} holds one record",
            suggestion="write one file per record with --output-dir",
        )
    if target_format.narrow is not None and not target_format.columns:
        raise UsageError(
            "parts of csv must have the same columns", suggestion="name them with --columns"
        )
