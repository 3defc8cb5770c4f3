"""How far a run is, on a terminal: records done, rate, time left, problems so far."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeAlias

from reportcite.cli.report import Tally
from reportcite.cli.screen.messages import are_json
from reportcite.cli.terminal import escape_line, is_stdout

if TYPE_CHECKING:
    from rich.progress import Progress

Advance: TypeAlias = Callable[[int], None]
"""Takes the number of bytes of input that were dealt with since the last call."""

_INTERVAL: Final = 0.2
"""Seconds from one picture to the next."""


@contextmanager
def progress(paths: Sequence[str], tally: Tally, output: str = "-") -> Iterator[Advance]:
    """Shows the numbers of `tally` on stderr while the block runs, if that is a terminal.

    Nothing is shown if the result may come to the same terminal, where it would be torn apart: if
    it is printed there, or in a pipe, of which nobody knows where it ends. Nor is it if the run is
    to be quiet, or messages are for programs.
    """
    crowded = is_stdout(output) and _may_be_seen(sys.stdout)
    silent = tally.reporting.quiet or are_json()
    if silent or crowded or not _can_be_drawn_on(sys.stderr):
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


def _can_be_drawn_on(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal on which a line can be written anew."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _may_be_seen(stream: TextIO | None) -> bool:
    """Whether what is printed on `stream` may come to a terminal."""
    if stream is None or stream.isatty():
        return stream is not None
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError):  # it is none of the system's
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _numbers(tally: Tally, seconds: float) -> dict[str, Any]:
    rate = tally.records / seconds if seconds else 0.0
    problems = tally.problems.total()
    return {
        "records": f"{tally.records} record{'' if tally.records == 1 else 's'}",
        "rate": rate,
        "problems": f"{problems} problem{'' if problems == 1 else 's'}",
    }


def _display() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.fields[records]}"),
        BarColumn(),
        TextColumn("{task.percentage:.0f} %"),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[problems]}"),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # by a thread, and processes are not to be forked beside threads
        redirect_stdout=False,
    )


def _say(display: Progress) -> Callable[[str], None]:
    from rich.text import Text

    def say(message: str) -> None:
        text = Text.from_ansi(escape_line(message))
        display.console.print(text, highlight=False, soft_wrap=True)

    return say
