"""The command line of the conformance run: counts, failures, and the difference of one fixture."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path

from tests.conformance.runner import Outcome, failed, run_folder


def main() -> int:
    """Runs the fixtures of a folder; 0 where all pass, 1 where not."""
    options = _parser().parse_args()
    pattern = options.diff or options.only
    outcomes = run_folder(options.folder, pattern, options.jobs)
    if not outcomes:
        print(f"no fixture {pattern}.txt in {options.folder}")
        return 2
    failures = failed(outcomes)
    if options.diff:
        for outcome in outcomes:
            print("\n".join(_difference(outcome)))
    elif options.failures:
        for outcome in failures:
            print(f"{outcome.name}: {outcome.error}" if outcome.error else outcome.name)
    print(f"passed {len(outcomes) - len(failures)} of {len(outcomes)}")
    return 1 if failures else 0


def _difference(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.name}: {'passed' if outcome.passed else 'failed'}"
    if outcome.error:
        yield f"  {outcome.error}"
    elif not outcome.passed:
        for line in ndiff(outcome.expected.splitlines(), outcome.got.splitlines()):
            yield f"  {line.rstrip()}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="Run CSL test suite fixtures.")
    parser.add_argument("folder", type=Path, help="the folder with the fixtures (*.txt)")
    parser.add_argument("--failures", action="store_true", help="name those that fail")
    parser.add_argument("--diff", metavar="NAME", help="expected (-) against got (+); a glob")
    parser.add_argument("--only", metavar="GLOB", default="*", help="only fixtures so named")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    return parser
