"""Goes through the steps of a run: what is missing is done, by whoever shares the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Final, TypeAlias

from reportcite.batch.processes.pool import ordered
from reportcite.cluster.partitions import Plan, require_version
from reportcite.cluster.steps import Step, of_partitions, once
from reportcite.errors import ReportciteError, UsageError
from reportcite.remote.addresses import without_secrets
from reportcite.remote.connection import is_out_of_reach
from reportcite.tuples import NamedTuple

Attempt: TypeAlias = ReportciteError | None
"""Why a number of a step could not be done, or None where it is."""

Spread: TypeAlias = Callable[[Callable[[int], Attempt], list[int]], Iterator[Attempt]]
"""Has some numbers worked on, wherever that is, in any order."""

_NOTHING: Final = -1
_MOST_NAMES: Final = 5


class Unfinished(ReportciteError):
    """Some of a run could not be done; what is done is kept."""


class Share(NamedTuple):
    """The work of one of `of` runs, counted from 1, that have all of it done together."""

    number: int = 1
    of: int = 1

    def has(self, task: int) -> bool:
        """Whether a task, counted from 0, is this run's."""
        return task % self.of == self.number - 1


def share_of(typed: str) -> Share:
    """The share that I/N names. Raises UsageError where it is none."""
    number, slash, of = typed.partition("/")
    if slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return Share(int(number), int(of))
    raise UsageError(
        f"--shard cannot be '{typed}'", suggestion="write I/N, such as 3/16, with I from 1 to N"
    )


def by_processes(jobs: int, *, anew: bool = False) -> Spread:
    """A spread over so many processes of this machine; what asks a store must begin `anew`."""

    def spread(work: Callable[[int], Attempt], numbers: list[int]) -> Iterator[Attempt]:
        # The first task is always done here, and others wait for it.
        done = ordered(work, chain([_NOTHING], numbers), jobs, anew=anew)
        return islice(done, 1, None)

    return spread


def advance(plan: Plan, steps: Iterable[Step], spread: Spread, share: Share) -> list[str]:
    """Do what is missing of the share of `steps`; a step begins when the one before is whole.

    Returns what is missing then, which others are to do; nothing where all is done. Raises
    Unfinished where some of the share could not be done, and what `spread` raises.
    """
    for step in steps:
        own = [number for number in step.missing(plan) if share.has(number)]
        if error := _first_error(spread(partial(_attempt, step.work, plan), own)):
            raise Unfinished(
                _what_is_left(plan, step, own, error) + _reason(error),
                suggestion="what is done is kept; --resume does only what is missing",
            )
        if missing := step.missing(plan):
            return [_named(plan, step, missing)]
    return []


def _first_error(attempts: Iterable[Attempt]) -> Attempt:
    """The first one, when all others were tried, too, or when a store cannot be reached any more,
    or None."""
    first: Attempt = None
    for error in attempts:
        first = first or error
        if error and is_out_of_reach(error.message):
            return error
    return first


def _what_is_left(plan: Plan, step: Step, own: Sequence[int], error: ReportciteError) -> str:
    """Which numbers are missing; nothing where others have done all, or nobody can say."""
    if is_out_of_reach(error.message):
        return ""
    missing = {*step.missing(plan)}
    left = [number for number in own if number in missing]
    return f"{_named(plan, step, left)}: " if left else ""


def missing(plan: Plan, steps: Iterable[Step]) -> str:
    """What is missing of the first step that is not whole; "" where all is done."""
    for step in steps:
        if numbers := step.missing(plan):
            return _named(plan, step, numbers)
    return ""


def _attempt(work: Callable[[Plan, int], None], plan: Plan, number: int) -> Attempt:
    if number == _NOTHING:
        return None
    try:
        require_version(plan)
        work(plan, number)
    except ReportciteError as error:
        return error
    return None


def _reason(error: ReportciteError) -> str:
    return f"{error.place}: {error.message}" if error.place else error.message


def _named(plan: Plan, step: Step, numbers: Iterable[int]) -> str:
    """`2 of 7 partitions are missing (in/b.jsonl, in/c.jsonl)`."""
    several = [*numbers]
    names = [str(one + 1) for one in several]
    if step.count == of_partitions:
        names = [without_secrets(plan.partitions[one].path) for one in several]
    shown = ", ".join(names[:_MOST_NAMES]) + ", …" * (len(names) > _MOST_NAMES)
    if step.count == once:
        return f"{step.of} is missing"
    return f"{len(several)} of {step.count(plan)} {step.of} are missing ({shown})"
