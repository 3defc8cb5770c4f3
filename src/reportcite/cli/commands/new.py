"""`reportcite new`: a record to fill in."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import Annotated

import typer

from reportcite.cli.options.single import Output
from reportcite.cli.target import require_here
from reportcite.errors import ExitCode, OutputError, Place, UsageError
from reportcite.suggest import choose
from reportcite.vocabulary import ITEM_TYPES


def new(
    type_: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="What the record is about: report, book, chapter, article-journal, thesis, or "
            "another type of CSL.",
            autocompletion=lambda: sorted(ITEM_TYPES),
        ),
    ] = "report",
    output: Output = "",
) -> ExitCode:
    """Print a record to fill in, with a comment on each field.

    Fill in what the publication says and delete the rest; `reportcite check` says what is missing.
    An editor that reads the first line completes fields. No file is overwritten.

    \b
    Examples:
      reportcite new -o records/ratzmann2024.yaml
      reportcite new --type chapter
    """
    from reportcite.cli.modeline import modeline
    from reportcite.cli.output import write_file
    from reportcite.files import is_file
    from reportcite.formats.yaml.template import template

    require_here(output, "a template is written to a file of this machine")
    text = modeline(output) + template(_known(type_))
    if output != "-" and is_file(output):
        hint = "write to another file, or delete it"
        raise OutputError("is there already", place=Place(output), suggestion=hint)
    write_file(output, text)
    return ExitCode.CLEAN


def _known(typed: str) -> str:
    """The type of CSL that is `typed`; UsageError with the one that is meant, in German, too."""
    from reportcite.record.spelling import nearest_type, type_name

    known = type_name(typed)
    if known is None and (meant := nearest_type(typed)):
        raise UsageError(f"--type cannot be '{typed}'", suggestion=f"did you mean '{meant}'?")
    return known or choose("--type", typed, ITEM_TYPES)
