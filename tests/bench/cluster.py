"""Measures exports in parts: one run, processes of one machine, workers of Dask.

    python tests/bench/cluster.py [--records 100000] [--partitions 20] [--to bibtex] [--only WORD]

Prints a Markdown table: records a second by the clock, microseconds of processor time a record (of
all processes together, which says more on a busy machine), and MiB of the largest process and of
all that ran at once, at their peaks. The joined parts of each must be the bytes of one run. The
extra `cluster` must be installed; processes are looked at in /proc, ten times a second.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.batch import write_records
from tests.faults.runs import children

_EXPORT = [sys.executable, "-m", "reportcite", "export", "-q"]
_TICKS = os.sysconf("SC_CLK_TCK")
_WAYS = {
    "one run, `--jobs 1`": ["-o", "out", "--jobs", "1"],
    "one run, `--jobs 2`": ["-o", "out", "--jobs", "2"],
    "`--parts --jobs 1`": ["--parts", "out", "--jobs", "1"],
    "`--parts --jobs 2`": ["--parts", "out", "--jobs", "2"],
    "`--parts --cluster local:1`": ["--parts", "out", "--cluster", "local:1"],
    "`--parts --cluster local:2`": ["--parts", "out", "--cluster", "local:2"],
}


class Cost(NamedTuple):
    """Seconds by the clock and of all processors; MiB of the largest process, of all at once."""

    clock: float
    processor: float
    largest: float
    at_once: float


def measured(command: list[str], folder: Path) -> Cost:
    """What `command` takes in `folder`."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    ticks: dict[int, int] = {}
    at_once = 0.0
    while process.poll() is None:
        now = 0.0
        for pid in (process.pid, *_descendants(process.pid)):
            try:
                status = Path(f"/proc/{pid}/status").read_text()
                spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if "VmHWM:" in status:
                peaks[pid] = int(status.split("VmHWM:")[1].split()[0]) / 1024
                ticks[pid] = int(spent[11]) + int(spent[12])
                now += int(status.split("VmRSS:")[1].split()[0]) / 1024
        at_once = max(at_once, now)
        time.sleep(0.1)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    clock = time.perf_counter() - begun
    return Cost(clock, sum(ticks.values()) / _TICKS, max(peaks.values()), at_once)


def _descendants(pid: int) -> Iterator[int]:
    for child in children(pid):
        yield child
        yield from _descendants(child)


def _partitions(folder: Path, count: int, partitions: int) -> list[str]:
    (folder / "in").mkdir()
    lines = write_records(folder / "all.jsonl", count).read_bytes().splitlines(keepends=True)
    size = -(-count // partitions)
    for number in range(partitions):
        part = lines[number * size : (number + 1) * size]
        (folder / "in" / f"p{number:03}.jsonl").write_bytes(b"".join(part))
    return [f"in/p{number:03}.jsonl" for number in range(partitions)]


def _digest(out: Path) -> str:
    digest = hashlib.md5()
    for path in sorted(out.glob("part-*")) if out.is_dir() else [out]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--partitions", type=int, default=20)
    parser.add_argument("--to", default="bibtex")
    parser.add_argument("--only", default="", metavar="WORD", help="the ways with WORD in them")
    given = parser.parse_args()
    print("| | records/s | µs of processor a record | largest process | all at once |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _partitions(folder, given.records, given.partitions)
        digests = set()
        for what, options in _WAYS.items():
            if given.only not in what:
                continue
            cost = measured([*_EXPORT, *files, "--to", given.to, *options], folder)
            digests.add(_digest(folder / "out"))
            subprocess.run(["rm", "-rf", folder / "out"], check=True)
            print(
                f"| {what} | {given.records / cost.clock:,.0f} "
                f"| {cost.processor / given.records * 1e6:.0f} "
                f"| {cost.largest:.0f} MiB | {cost.at_once:.0f} MiB |",
                flush=True,
            )
    if len(digests) != 1:
        raise SystemExit("the parts are not the bytes of one run")


if __name__ == "__main__":
    main()
