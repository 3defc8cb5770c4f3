"""How the work of a command grows with its input, measured as the processor time of a process.

Not by a clock, which says how busy the machine is. An exponent of 1 is work that grows as the
input, 2 is its square: between inputs of which one is eight times as large, that is 8 or 64 times
the work, so that no unevenness of a machine takes one for the other.
"""

from __future__ import annotations

import math
import os
import resource
import signal
from collections.abc import Sequence
from pathlib import Path

_LONGEST = 60
"""Seconds of processor time after which a run is ended."""


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """The power with which work grows, of two sizes and the work for each."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def work(folder: Path, first: Path, arguments: Sequence[str]) -> float:
    """The seconds of processor time that a run of the command line in `folder` takes, when one in
    the folder `first` has loaded and found out what it takes."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        _run(folder, first, arguments, theirs)
    os.close(theirs)
    with os.fdopen(ours) as answer:
        said = answer.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, f"{' '.join(arguments)}: {os.waitstatus_to_exitcode(status)}"
    return float(said)


def _run(folder: Path, first: Path, arguments: Sequence[str], answer: int) -> None:
    code = 99
    try:
        from reportcite.cli.main import main

        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        os.chdir(first)
        main(arguments)
        os.chdir(folder)
        begun = _used()
        code = main(arguments)
        os.write(answer, str(_used() - begun).encode())
    finally:
        os._exit(0 if code in {0, 1, 3} else 99)


def _used() -> float:
    """Seconds that this process has worked itself, without what the system did for it."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime
