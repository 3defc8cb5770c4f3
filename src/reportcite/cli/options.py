"""The options and arguments that several commands share, and what completes their values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from reportcite.errors import UsageError


def complete_format(incomplete: str) -> list[str]:
    """The exchange formats that begin as typed."""
    from reportcite.formats.registry import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE...",
        show_default=False,
        help="Files of records, folders of such files, or - for standard input.",
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="What the files hold (yaml, csl-json, jsonl, bibtex, ris, ...). "
        "Without it their suffix decides, and standard input is YAML.",
        autocompletion=complete_format,
    ),
]
Sample = Annotated[
    bool,
    typer.Option("--sample", help="Read the sample record that comes with reportcite."),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output: whole, or not at all.",
    ),
]
MAX_RECORD_SIZE: Final = 1 << 20
"""That of `record.source`, which need not be imported to know it."""
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        show_default=False,
        help="How many processes share the work; as many as there are cores by default. "
        "The result does not depend on it.",
    ),
]
FailFast = Annotated[
    bool, typer.Option("--fail-fast", help="Stop at the first bad record; no file is changed then.")
]
MaxProblems = Annotated[
    int | None,
    typer.Option(
        "--max-problems",
        metavar="N",
        min=0,
        help="Tell at most N problems; the others are only counted.",
    ),
]
MaxRecordSize = Annotated[
    int,
    typer.Option(
        "--max-record-size",
        metavar="N",
        min=1,
        help="How many characters a record of YAML or JSON may have before it is left out.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no closing line, only problems.")
]


def cores() -> int:
    """The processors this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def sources(files: Sequence[str] | None, sample: bool) -> list[str]:
    """What to read; UsageError if the user named nothing."""
    from reportcite.shipped import records_folder

    paths = [*([str(records_folder())] if sample else []), *(files or [])]
    if not paths:
        raise UsageError("nothing to read", suggestion="name a file, a folder, - or --sample")
    return paths
