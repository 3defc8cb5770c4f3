"""Merging measured: memory and time of many records, and how the cost of a title that very many
records share grows. By hand: `python tests/bench/merging.py [--records 100000 1000000]`."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))  # run as a script

from tests.bench.batch import Cost, cost, write_records

_MERGE = [sys.executable, "-m", "reportcite", "merge"]
_EVERY = 5
"""One record in so many is there twice."""


def write_twins(source: Path, target: Path) -> int:
    """Every fifth record of `source` as another catalogue would have it; returns how many."""
    count = 0
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            if number % _EVERY == 0:
                file.write(json.dumps(twin(json.loads(line), number), ensure_ascii=False) + "\n")
                count += 1
    return count


def twin(record: dict[str, Any], number: int) -> dict[str, Any]:
    """The record of another catalogue about the same work: capitals, initials, a slip, no ISBN."""
    chosen = random.Random(number)
    other = {**record, "id": f"other-{number}"}
    change = chosen.randrange(3)
    if change == 0:
        other["title"] = record["title"].upper()
    if change == 1:
        del other["ISBN"]
        other["author"] = [
            {**name, "given": f"{name['given'][0]}."} if "given" in name else name
            for name in record.get("author", [])
        ]
    if change == 2:
        letters = record["title"].split(" ")
        letters[0] = f"{letters[0][:2]}{letters[0][3:]}"
        other["title"] = " ".join(letters)
    return other


def annual_reports(path: Path, count: int) -> Path:
    """So many records of one title, one year and one author, each with a number of its own."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {
                "id": f"annual-{number}",
                "type": "report",
                "title": "Annual report",
                "author": [{"literal": "Ministry of Works"}],
                "issued": {"date-parts": [[2020]]},
                "publisher": "The Ministry",
                "number": str(number),
            }
            file.write(json.dumps(record) + "\n")
    return path


def merged(*files: Path) -> Cost:
    """What it costs to merge `files`."""
    target = files[0].with_suffix(".out.jsonl")
    return cost([*_MERGE, *files, "-o", target, "--jobs", "2", "--max-problems", "0"])


def many_rows(folder: Path, counts: Sequence[int]) -> Iterator[str]:
    """Peak memory of the process that sees all records, and time."""
    for count in counts:
        first = write_records(folder / f"{count}.jsonl", count * _EVERY // (_EVERY + 1))
        second = folder / f"{count}-twins.jsonl"
        twins = write_twins(first, second)
        spent = merged(first, second)
        yield (
            f"| {count:,} records, {twins:,} of them twins | {spent.memory:.0f} MiB "
            f"| {count / spent.clock:,.0f} a second |"
        )


def exponent(folder: Path, few: int = 2_500, many: int = 10_000) -> float:
    """By which power of the number of records of one title the processor time grows."""
    bare = cost([*_MERGE, annual_reports(folder / "one.jsonl", 1), "--dry-run"], rounds=3)
    spent = [
        merged(annual_reports(folder / f"{count}.jsonl", count)).processor - bare.processor
        for count in (few, many)
    ]
    return math.log(spent[1] / spent[0]) / math.log(many / few)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Merging of many records.")
    parser.add_argument("--records", type=int, nargs="*", default=[100_000, 1_000_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| what | memory | rate |\n|---|---|---|", flush=True)
        for row in many_rows(folder, given.records):
            print(row, flush=True)
        power = exponent(folder)
        print(f"one title on 2,500 and 10,000 records: processor time grows by n^{power:.2f}")


if __name__ == "__main__":
    main()
