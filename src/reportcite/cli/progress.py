"""How far a run is, on a terminal: records done, rate, time left, problems so far."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from reportcite.cli.report import Tally
from reportcite.cli.terminal import escape_line

if TYPE_CHECKING:
    from rich.progress import Progress

Advance: TypeAlias = Callable[[int], None]
"""Takes the number of bytes of input that were dealt with since the last call."""

_INTERVAL: Final = 0.2
"""Seconds from one picture to the next."""


@contextmanager
def progress(paths: Sequence[str], tally: Tally, output: str = "-") -> Iterator[Advance]:
    """Shows the numbers of `tally` on stderr while the block runs, if that is a terminal.

    Nothing is shown if the result goes to a terminal, too, where it would be torn apart, or if
    the run is to be quiet.
    """
    crowded = output in {"", "-"} and sys.stdout is not None and sys.stdout.isatty()
    if tally.reporting.quiet or crowded or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from reportcite.batch.sources import total_size

    begun = monotonic()
    with _display() as display:
        task = display.add_task("", total=total_size(paths) or None, **_numbers(tally, 0.0))
        say_before, tally.say = tally.say, _say(display)
        shown = begun

        def advance(size: int) -> None:
            nonlocal shown
            display.update(task, advance=size, **_numbers(tally, monotonic() - begun))
            if monotonic() - shown > _INTERVAL:
                shown = monotonic()
                display.refresh()

        try:
            yield advance
        finally:
            tally.say = say_before


def _numbers(tally: Tally, seconds: float) -> dict[str, Any]:
    rate = tally.records / seconds if seconds else 0.0
    return {"records": tally.records, "rate": rate, "problems": tally.problems.total()}


def _display() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.fields[records]} records"),
        BarColumn(),
        TextColumn("{task.percentage:.0f} %"),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[problems]} problems"),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # by a thread, and processes are not to be forked beside threads
        redirect_stdout=False,
    )


def _say(display: Progress) -> Callable[[str], None]:
    def say(message: str) -> None:
        text = escape_line(message)
        display.console.print(text, markup=False, highlight=False, soft_wrap=True)

    return say
