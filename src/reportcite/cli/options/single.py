"""Options that several commands have, whatever else they have, and what completes their values.

What completes a value is all that may stand there: Typer takes of it what begins as typed.
"""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportcite.cli.target import named_target
from reportcite.errors import UsageError

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError
    from reportcite.cli.options.input import Input


def exchange_formats() -> list[str]:
    """The names of all formats."""
    from reportcite.formats.registry import FORMATS

    return [*FORMATS]


Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output: whole, or not at all.",
        callback=named_target,
    ),
]
"""That of the commands which write to files."""


FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="What the files hold (yaml, csl-json, jsonl, bibtex, ris, ...). "
        "Without it their suffix decides, or else their content.",
        autocompletion=exchange_formats,
    ),
]
"""That of the commands which read records."""

ToOption = Annotated[
    str,
    typer.Option(
        metavar="FORMAT",
        help="bibtex, biblatex, ris, csl-json, csl-yaml, jsonl, yaml, endnote-xml, mods, "
        "marc, marcxml, marc-json, enw, nbib, hayagriva, cff, oai-dc, schema-org, coins, "
        "highwire or csv. Without it the suffix of -o decides.",
        autocompletion=exchange_formats,
    ),
]
"""That of the commands which write records."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
"""That of the commands which print lists for people else."""

REPORT_LANGUAGES: Final = ("en", "de")
ReportLanguage = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="LANG",
        help="The language of an html report: en or de.",
        autocompletion=lambda: [*REPORT_LANGUAGES],
    ),
]
"""That of the commands which report what they found."""


def _words_on_error() -> list[str]:
    from reportcite.batch.work.sound import ON_ERROR

    return [*ON_ERROR]


OnErrorOption = Annotated[
    str,
    typer.Option(
        "--on-error",
        metavar="WORD",
        help="What to do with a record that has errors: keep (write it all the same), skip (leave "
        "it out) or stop (read no further, change no file; like --fail-fast). Without it records "
        "of YAML and JSON Lines are left out, and those of other formats kept, with warnings.",
        autocompletion=_words_on_error,
    ),
]
"""That of the commands which write records."""


def on_error_of(source: "Input", word: str) -> "OnError | None":
    """What --on-error and --fail-fast mean together; None where the user leaves it to the format.

    Raises UsageError for another word, or for two that contradict each other.
    """
    from reportcite.batch.work.sound import ON_ERROR

    for known in ON_ERROR:
        if word == known != "stop" and source.fail_fast:
            raise UsageError(f"--fail-fast and --on-error {word} exclude each other")
        if word == known:
            return known
    if word:
        from reportcite.suggest import choose

        choose("--on-error", word, ON_ERROR)
    return "stop" if source.fail_fast else None
