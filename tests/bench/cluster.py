"""Measures work in parts: one run, processes of one machine, workers of Dask, a store of objects.

    python tests/bench/cluster.py [--records 100000] [--partitions 20] [--to bibtex] [--only WORD]
        [--command export|merge|check] [--store]

Prints a Markdown table: records a second by the clock, microseconds of processor time a record (of
all processes together, which says more on a busy machine), and MiB of the largest process and of
all that ran at once, at their peaks. The joined parts of each, or the reports, must be the bytes of
one run. With --store inputs and parts are in SeaweedFS on this machine, which is started here and
whose own time is not counted. The extras `cluster` and `remote` must be installed; processes are
looked at in /proc, ten times a second. For a run of hours:

    python tests/bench/cluster.py --records 5000000 --partitions 200 --only parts
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
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.batch import write_records
from tests.faults.runs import children
from tests.remote.servers import object_store

_TICKS = os.sysconf("SC_CLK_TCK")
_WAYS = {
    "one run, `--jobs 1`": ["--jobs", "1"],
    "one run, `--jobs 2`": ["--jobs", "2"],
    "`--parts --jobs 1`": ["--jobs", "1"],
    "`--parts --jobs 2`": ["--jobs", "2"],
    "`--parts --cluster local:1`": ["--cluster", "local:1"],
    "`--parts --cluster local:2`": ["--cluster", "local:2"],
}
_BUCKET = "s3://catalogue"


class Cost(NamedTuple):
    """Seconds by the clock and of all processors; MiB of the largest process, of all at once."""

    clock: float
    processor: float
    largest: float
    at_once: float


def measured(command: list[str], folder: Path) -> Cost:
    """What `command` takes in `folder`."""
    begun = time.perf_counter()
    with (folder / "report").open("wb") as report:
        process = subprocess.Popen(command, cwd=folder, stdout=report, stderr=subprocess.DEVNULL)
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
    if process.returncode > 1:  # 1: something was found
        raise RuntimeError(f"{command} ended with {process.returncode}")
    clock = time.perf_counter() - begun
    return Cost(clock, sum(ticks.values()) / _TICKS, max(peaks.values()), at_once)


def _descendants(pid: int) -> Iterator[int]:
    for child in children(pid):
        yield child
        yield from _descendants(child)


def _partitions(folder: Path, count: int, partitions: int) -> list[str]:
    (folder / "in").mkdir()
    size = -(-count // partitions)
    files = []
    with write_records(folder / "all.jsonl", count).open("rb") as lines:
        for number in range(partitions):
            files.append(f"in/p{number:03}.jsonl")
            with (folder / files[-1]).open("wb") as file:
                file.writelines(islice(lines, size))
    (folder / "all.jsonl").unlink()
    return files


def _sent(folder: Path, files: list[str]) -> list[str]:
    """The partitions, in the store."""
    from reportcite.remote import objects

    for file in files:
        objects.create(f"{_BUCKET}/{file}", (folder / file).read_bytes())
    return [f"{_BUCKET}/{file}" for file in files]


def _digest(folder: Path, out: str, *, report: bool) -> str:
    """What the parts, or the report, sum up to; the parts are gone then."""
    from reportcite.cluster import storage

    digest = hashlib.md5()
    names = sorted(one for one in storage.names(out) if one.startswith("part-"))
    paths = [storage.within(out, name) for name in names] if not report else []
    for path in paths or [str(folder / "report")]:
        with storage.opened(path) as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    storage.delete_all(out)
    return digest.hexdigest()


def _command(given: argparse.Namespace, files: list[str], what: str, out: str) -> list[str]:
    how = ["--duplicates"] if given.command == "check" else ["--to", given.to]
    parts = ["--parts", out] if "--parts" in what else []
    command = [sys.executable, "-m", "reportcite", given.command, "-q", *files]
    return [*command, *how, *parts, *_WAYS[what]]


def _measure(given: argparse.Namespace, folder: Path) -> None:
    files = _partitions(folder, given.records, given.partitions)
    out = str(folder / "out")
    if given.store:
        files, out = _sent(folder, files), f"{_BUCKET}/out"
    digests = set()
    print("| | records/s | µs of processor a record | largest process | all at once |")
    print("|---|---|---|---|---|")
    for what in _WAYS:
        if given.only not in what:
            continue
        cost = measured(_command(given, files, what, out), folder)
        digests.add(_digest(folder, out, report=given.command == "check"))
        print(
            f"| {given.records:,}: {what} | {given.records / cost.clock:,.0f} "
            f"| {cost.processor / given.records * 1e6:.0f} "
            f"| {cost.largest:.0f} MiB | {cost.at_once:.0f} MiB |",
            flush=True,
        )
    if len(digests) != 1:
        raise SystemExit("the parts are not the bytes of one run")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--partitions", type=int, default=20)
    parser.add_argument("--to", default="bibtex")
    parser.add_argument("--only", default="", metavar="WORD", help="the ways with WORD in them")
    parser.add_argument("--command", default="export", choices=["export", "merge", "check"])
    parser.add_argument("--store", action="store_true", help="inputs and parts in SeaweedFS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        if given.store:
            (folder / "store").mkdir()
            store = stack.enter_context(object_store(folder / "store"))
            os.environ.update(store.environment())
        _measure(given, folder)


if __name__ == "__main__":
    main()
