"""The options and arguments that several commands share, and what completes their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from reportcite.errors import UsageError


def complete_format(incomplete: str) -> list[str]:
    """The exchange formats that begin as typed."""
    from reportcite.formats import FORMATS

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


def sources(files: Sequence[str] | None, sample: bool) -> list[str]:
    """What to read; UsageError if the user named nothing."""
    from reportcite.shipped import records_folder

    paths = [*([str(records_folder())] if sample else []), *(files or [])]
    if not paths:
        raise UsageError("nothing to read", suggestion="name a file, a folder, - or --sample")
    return paths
