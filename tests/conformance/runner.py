"""Running fixtures: what each one came to, in parallel, none of them for longer than its limit."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from types import FrameType

from tests.conformance.fixture import read_fixture

SECONDS_PER_FIXTURE = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fixture; `error` is the last line of an exception, or empty."""

    name: str
    expected: str
    got: str
    error: str = ""

    @property
    def passed(self) -> bool:
        return not self.error and self.got == self.expected


def run_fixture(path: Path) -> Outcome:
    """Renders one fixture; whatever goes wrong in it is its own failure only."""
    expected = ""
    try:
        fixture = read_fixture(path)
        expected = fixture.result
        with _time_limit(SECONDS_PER_FIXTURE):
            from tests.conformance.framing import render  # late: if broken, fixtures fail

            # RESULT is kept without surrounding white space, so ours is compared without it.
            return Outcome(fixture.name, expected, render(fixture).strip())
    except Exception as error:  # one bad fixture must not end the run
        last_line = traceback.format_exception_only(error)[-1].strip()
        return Outcome(path.stem, expected, "", last_line)


def run_folder(folder: Path, pattern: str = "*", jobs: int = 1) -> list[Outcome]:
    """The outcomes of every fixture `pattern`.txt in `folder`, in the order of their names."""
    paths = sorted(folder.glob(f"{pattern}.txt"))
    if jobs == 1:
        return [run_fixture(path) for path in paths]
    with Pool(jobs) as pool:
        return pool.map(run_fixture, paths, chunksize=8)


def failed(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Those that did not pass."""
    return [outcome for outcome in outcomes if not outcome.passed]


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """TimeoutError in the block once it has run for `seconds`; main thread, POSIX."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {seconds} s")

    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
