"""Fuzzes one target with atheris (`pip install atheris`), for ten minutes or as long as asked.

    python tests/fuzz/run.py yaml|bibtex|ris|style|made-style|made-nbib|… [SECONDS]

What makes a target raise, or takes it more than ten seconds, is saved as `crash-…` or `timeout-…`
in the present folder and ends the run with an error.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import atheris

with atheris.instrument_imports(include=["reportcite"]):
    from tests.fuzz.targets import TARGETS


def main(name: str, seconds: str = "600") -> None:
    """Run target `name` until something is found or the time is over."""
    target = TARGETS[name]()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, seed in enumerate(target.seeds):
            (corpus / str(number)).write_bytes(seed)
        words = Path(folder, "words")
        quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in target.words)
        words.write_text("".join(f'"{word}"\n' for word in quoted if word))
        options = [f"-max_total_time={seconds}", "-timeout=10", "-max_len=8192"]
        if target.words:
            options.append(f"-dict={words}")
        atheris.Setup([sys.argv[0], *options, str(corpus)], target.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
