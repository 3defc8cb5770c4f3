"""`reportcite schema`: JSON Schemas of records, and of what commands print as JSON."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import Annotated

import typer

from reportcite.cli.options.single import Output
from reportcite.errors import ExitCode


def _names() -> list[str]:
    from reportcite.schemas.catalogue import CATALOGUE

    return [*CATALOGUE]


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            show_default=False,
            help="The schema to print; without it all are listed.",
            autocompletion=_names,
        ),
    ] = "",
    output: Output = "",
) -> ExitCode:
    """Print a JSON Schema: of records, for editors, or of what a command prints as JSON.

    Without NAME all are listed: name, version and what they are of. A schema keeps its version as
    long as programs that read such JSON go on working.

    \b
    Examples:
      reportcite schema
      reportcite schema record -o records/.reportcite.schema.json
    """
    import json

    from reportcite.cli.output import write_file
    from reportcite.cli.screen.table import rows_for
    from reportcite.schemas.catalogue import CATALOGUE
    from reportcite.schemas.catalogue import schema as schema_called
    from reportcite.suggest import choose

    if name:
        found = schema_called(choose("NAME", name, CATALOGUE))
        text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    else:
        rows = [(key, str(one.version), one.what) for key, one in CATALOGUE.items()]
        text = "".join(rows_for(output, rows, names=2))
    write_file(output, text)
    return ExitCode.CLEAN
