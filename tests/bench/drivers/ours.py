"""Runs this project's engine over one bibliography: ours.py STYLE ITEMS, prints what it took."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from reportcite.csl import Processor


def main(style: str, source: str) -> None:
    """Prints {"compile_ms", "seconds", "entries", "peak_mb"}; the peak is the whole process's."""
    items = json.loads(Path(source).read_text(encoding="utf-8"))
    started = time.perf_counter()
    processor = Processor(Path(style))
    compile_ms = 1000 * (time.perf_counter() - started)
    started = time.perf_counter()
    entries = [entry.text for entry in processor.bibliography(items)]
    seconds = time.perf_counter() - started
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result = {"compile_ms": compile_ms, "seconds": seconds, "entries": entries, "peak_mb": peak_mb}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
