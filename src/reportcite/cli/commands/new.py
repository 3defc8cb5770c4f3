"""`reportcite new`: a record to fill in."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import Annotated

import typer

from reportcite.cli.suggest import choose
from reportcite.errors import ExitCode
from reportcite.vocabulary import ITEM_TYPES


def new(
    type_: Annotated[
        str,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="What the record is about: report, book, chapter, article-journal, thesis, or "
            "another type of CSL.",
            autocompletion=lambda incomplete: [
                name for name in sorted(ITEM_TYPES) if name.startswith(incomplete)
            ],
        ),
    ] = "report",
) -> ExitCode:
    """Print a record to fill in, with a comment on each field.

    Fill in what the publication says and delete the rest; `reportcite check` says what is missing.

    \b
    Examples:
      reportcite new > records/ratzmann2024.yaml
      reportcite new --type chapter
    """
    from reportcite.cli.output import write_file
    from reportcite.formats.yaml.template import template

    write_file("-", template(choose("--type", type_, ITEM_TYPES)))
    return ExitCode.CLEAN
