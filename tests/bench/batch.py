"""Measures exports of many records: against bare scripts, with more processes, against peers.

    python tests/bench/batch.py [--records 100000 1000000] [--rounds 3] [--peers FOLDER]

Prints a Markdown table of ratios, each of figures measured one after another in this run; of
several rounds the best counts, because what else the machine does only ever slows a run down.
Rates of one process are by its processor time, those that compare numbers of processes by the
clock. FOLDER is one in which `npm install citation-js` was run; bibutils and pandoc are found in
the PATH (pandoc also in the package pypandoc_binary).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.reports import make_reports

_EXPORT = [sys.executable, "-m", "reportcite", "export", "-q"]
# A checkout whose modules are compiled anew in every run is not what users have.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
_BLOCK = 10_000
_PEER_RECORDS = 10_000
_YAML_RECORDS = 10_000
_WANTED = {
    ("bibutils", "mods", "ris"): "≥ 1.5",
    ("bibutils", "bib", "ris"): "≥ 1.5",
    ("citation-js", "json", "bibtex"): "≥ 2",
    ("pandoc", "bib", "csl-json"): "≥ 3",
}
_BARE_JSON = Path(__file__).parent / "drivers" / "bare.py"
_BARE_YAML = """
import sys, yaml
with open(sys.argv[1], encoding="utf-8") as file:
    for record in yaml.load_all(file, yaml.CSafeLoader):
        pass
"""
_READ = """
import sys
from reportcite.formats.registry import format_named
with open(sys.argv[1], "rb") as stream:
    for record in format_named(sys.argv[2]).read(stream, "peers"):
        pass
"""
_FORMATS = {"bib": "bibtex", "mrc": "marc"}
_READERS = {
    "bibtexparser": (
        "bib",
        "import sys, bibtexparser\nbibtexparser.load(open(sys.argv[1], encoding='utf-8'), "
        "bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False))",
        "≥ 1",
    ),
    "pybtex": (
        "bib",
        "import sys\nfrom pybtex.database import parse_file\nparse_file(sys.argv[1])",
        "≥ 5",
    ),
    "pymarc": (
        "mrc",
        "import sys, pymarc\nfor record in pymarc.MARCReader(open(sys.argv[1], 'rb')):\n    pass",
        "> 1",
    ),
}
_CITATION_JS = """
const library = require('citation-js'); const fs = require('fs');
const Cite = library.Cite || library;
const cite = new Cite(JSON.parse(fs.readFileSync(process.argv[1], "utf8")));
process.stdout.write(cite.format(process.argv[2]));
"""


class Cost(NamedTuple):
    """What a run took: seconds by the clock and of the processor, and mebibytes at its peak."""

    clock: float
    processor: float
    memory: float


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ratio: float
    wanted: str


def cost(command: Sequence[str | Path], rounds: int = 1, folder: Path | None = None) -> Cost:
    """The least that `command` took in so many rounds; its output is thrown away."""
    costs = [_cost_once(list(map(str, command)), folder) for _ in range(rounds)]
    return Cost(*map(min, zip(*costs, strict=True)))


def _cost_once(command: list[str], folder: Path | None) -> Cost:
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    clock = time.perf_counter() - begun
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def write_records(path: Path, count: int) -> Path:
    """`count` sound reports as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for first in range(0, count, _BLOCK):
            for number, report in enumerate(make_reports(min(_BLOCK, count - first), first), first):
                report |= {"id": f"report-{number}", "ISBN": _isbn(number)}
                file.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def _isbn(number: int) -> str:
    digits = f"9783{number % 100_000_000:08}"
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def json_rows(folder: Path, counts: Sequence[int], rounds: int) -> Iterator[Row]:
    """JSON Lines → RIS and BibTeX against a script that checks nothing, two processes, memory."""
    peaks: dict[str, list[float]] = {"ris": [], "bibtex": []}
    for count in counts:
        path = write_records(folder / f"{count}.jsonl", count)
        for to, memory in peaks.items():
            bare = cost([sys.executable, _BARE_JSON, path, to], rounds)
            one = cost([*_EXPORT, path, "--to", to, "--jobs", "1"], rounds)
            two = cost([*_EXPORT, path, "--to", to, "--jobs", "2"], rounds)
            memory.append(one.memory)
            what = f"{count:,} JSON Lines → {to}"
            yield Row(
                f"{what}: rate ÷ orjson and f-strings", bare.processor / one.processor, "≥ 0.35"
            )
            yield Row(f"{what}: --jobs 2 ÷ --jobs 1", one.clock / two.clock, "≥ 1.8")
    for to, memory in peaks.items():
        what = f"peak memory, {counts[-1]:,} ÷ {counts[0]:,} records → {to} ({memory[-1]:.0f} MiB)"
        yield Row(what, memory[-1] / memory[0], "≤ 1.2")


def yaml_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """YAML → RIS against the C loader of PyYAML."""
    source = write_records(folder / "yaml.jsonl", _YAML_RECORDS)
    path = folder / "records.yaml"
    subprocess.run([*_EXPORT, source, "-o", path], check=True)
    bare = cost([sys.executable, "-c", _BARE_YAML, path], rounds)
    for to in ("ris", "bibtex"):
        one = cost([*_EXPORT, path, "--to", to, "--jobs", "1"], rounds)
        what = f"{_YAML_RECORDS:,} YAML documents → {to}: rate ÷ CSafeLoader"
        yield Row(what, bare.processor / one.processor, "≥ 0.7")


def peer_rows(folder: Path, modules: Path | None, rounds: int) -> Iterator[Row]:
    """The same records out of one file by each program: theirs ÷ ours, processor time."""
    source = write_records(folder / "peers.jsonl", _PEER_RECORDS)
    for suffix in ("mods", "json", "bib", "mrc"):
        subprocess.run([*_EXPORT, source, "-o", folder / f"peers.{suffix}"], check=True)
    for name, suffix, to, command in _peers(folder, modules):
        if not shutil.which(str(command[0])):
            continue
        path = folder / f"peers.{suffix}"
        ours = cost([*_EXPORT, path, "--to", to, "--jobs", "1"], rounds)
        theirs = cost(command, rounds, modules if name == "citation-js" else folder)
        what = f"{_PEER_RECORDS:,} records, .{suffix} → {to}: {name} ÷ reportcite"
        wanted = _WANTED.get((name, suffix, to), "> 1")
        yield Row(what, theirs.processor / ours.processor, wanted)


def _peers(folder: Path, modules: Path | None) -> Iterator[tuple[str, str, str, list[str | Path]]]:
    """Name, suffix of the input, format of the output, command."""
    for to, program in (("ris", "xml2ris"), ("bibtex", "xml2bib")):
        yield "bibutils", "mods", to, [program, folder / "peers.mods"]
    both = f"bib2xml {folder / 'peers.bib'} | xml2ris"
    yield "bibutils", "bib", "ris", ["sh", "-c", both]
    if modules is not None:
        for to in ("ris", "bibtex"):
            script = ["node", "-e", _CITATION_JS, "--"]
            yield "citation-js", "json", to, [*script, folder / "peers.json", to]
    pandoc = _pandoc()
    yield "pandoc", "json", "bibtex", [pandoc, "-f", "csljson", "-t", "bibtex", "peers.json"]
    yield "pandoc", "bib", "bibtex", [pandoc, "-f", "bibtex", "-t", "bibtex", "peers.bib"]
    yield "pandoc", "bib", "csl-json", [pandoc, "-f", "bibtex", "-t", "csljson", "peers.bib"]


def reader_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """The files that `peer_rows` has left, read by Python's readers of them and by ours."""
    for name, (suffix, script, wanted) in _READERS.items():
        if importlib.util.find_spec(name) is not None:
            path = folder / f"peers.{suffix}"
            ours = cost([sys.executable, "-c", _READ, path, _FORMATS[suffix]], rounds)
            theirs = cost([sys.executable, "-c", script, path], rounds)
            what = f"{_PEER_RECORDS:,} records, .{suffix} read: {name} ÷ reportcite"
            yield Row(what, theirs.processor / ours.processor, wanted)


def _pandoc() -> str:
    try:
        import pypandoc
    except ImportError:
        return "pandoc"
    return str(pypandoc.get_pandoc_path())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Export of many records, as ratios.")
    parser.add_argument("--records", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=1, help="runs of each; the best counts")
    parser.add_argument("--peers", type=Path, help="a folder with citation-js in it")
    given = parser.parse_args()
    print("| what | ratio | wanted |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for row in yaml_rows(folder, given.rounds):
            print(f"| {row.what} | {row.ratio:.2f} | {row.wanted} |", flush=True)
        for row in peer_rows(folder, given.peers, given.rounds):
            print(f"| {row.what} | {row.ratio:.2f} | {row.wanted} |", flush=True)
        for row in reader_rows(folder, given.rounds):
            print(f"| {row.what} | {row.ratio:.2f} | {row.wanted} |", flush=True)
        for row in json_rows(folder, given.records, given.rounds):
            print(f"| {row.what} | {row.ratio:.2f} | {row.wanted} |", flush=True)


if __name__ == "__main__":
    main()
