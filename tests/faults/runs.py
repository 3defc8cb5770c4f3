"""Runs of the real command line, in a process that can be killed, starved or cut off."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

COMMAND = [sys.executable, "-m", "reportcite"]
LINE = (
    '{"id": "r%d", "type": "report", "title": "Report %d", "author": [{"literal": "A"}],'
    ' "issued": {"date-parts": [[2024]]}, "publisher": "P", "abstract": "%s"}\n'
)


def lines(count: int, first: int = 0) -> bytes:
    """So many sound records as JSON Lines, about 600 bytes each."""
    text = "word " * 90
    return "".join(LINE % (n, n, text) for n in range(first, first + count)).encode()


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command line, running in `folder`, its input and messages within reach."""
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )


def wait_for(condition: Callable[[], object], seconds: float = 30) -> None:
    """Until `condition` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def scratch_files(folder: Path) -> list[Path]:
    """What a run writes to before it is complete."""
    return sorted(folder.glob(".*.tmp"))


def written(folder: Path) -> int:
    """How many bytes have been written that are not in place yet."""
    return sum(path.stat().st_size for path in scratch_files(folder))


def children(pid: int) -> list[int]:
    """The processes that process `pid` started and that still run."""
    return [child for child, parent in _processes() if parent == pid]


def is_running(pid: int) -> bool:
    """Whether process `pid` is still there, and not only its exit code."""
    try:
        return b") Z " not in Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False


def _processes() -> Iterator[tuple[int, int]]:
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                stat = Path(entry.path, "stat").read_text()
            except OSError:
                continue
            yield int(entry.name), int(stat.rpartition(")")[2].split()[1])
