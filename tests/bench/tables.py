"""`python tests/bench/tables.py`: a CSV file of ISBNs cleaned, against the csv module and stdnum.

Prints the rows a second of both, the ratio, and the most memory that each took.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

_PEER = """
import csv, sys
from stdnum import isbn
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = csv.reader(file)
    next(rows)
    print(sum(isbn.is_valid(row[1]) for row in rows))
"""
_MEASURED = """
import resource, sys
{}
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, file=sys.stderr)
"""
_OURS = """
import sys
from reportcite.cli.main import main
main(["isbn", sys.argv[1], "-o", sys.argv[1] + ".clean.csv"])
"""


def main() -> None:
    """Makes a list and measures both, in turn."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        _write_list(path, options.rows)
        best: dict[str, tuple[float, int]] = {}
        for _ in range(options.rounds):
            for name, code in (("csv and stdnum", _PEER), ("reportcite isbn", _OURS)):
                best[name] = min(best.get(name, (1e9, 0)), _run(code, path))
    for name, (seconds, mebibytes) in best.items():
        print(f"{name:16}{options.rows / seconds:10.0f} rows a second, {mebibytes:4} MiB")
    peer, ours = best["csv and stdnum"][0], best["reportcite isbn"][0]
    print(f"\nreportcite at {peer / ours:.2f} of the rate of the csv module and stdnum")


def _write_list(path: Path, rows: int) -> None:
    """Four columns; one ISBN in twenty is wrong."""
    from stdnum import ean

    numbers = random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("title,isbn,year,place\r\n")
        for row in range(rows):
            body = f"9783{numbers.randrange(10**8):08}"
            digit = ean.calc_check_digit(body)
            if row % 20 == 0:
                digit = str((int(digit) + 1) % 10)
            isbn = f"{body[:3]}-{body[3]}-{body[4:]}-{digit}"
            file.write(f"Soil and its uses {row},{isbn},2001,Bonn\r\n")


def _run(code: str, path: Path) -> tuple[float, int]:
    """Seconds of processor time, and the most memory in MiB."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED.format(code), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, mebibytes = done.stderr.splitlines()[-1].split()
    return float(seconds), int(mebibytes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time a list of ISBNs.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; the best counts")
    return parser


if __name__ == "__main__":
    main()
