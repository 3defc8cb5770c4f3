"""`reportcite styles`: the citation styles there are, listed and searched."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from typing import Annotated

import typer

from reportcite.errors import ExitCode


def styles(
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY...", help="Words of a style's name or title."),
    ] = None,
) -> ExitCode:
    """List the citation styles, or search them.

    Without QUERY all; else those whose name or title holds every word of it.

    A line is a name for `cite --style`, a tab and the style's title. The exit code is 1 when
    nothing is found.

    \b
    Examples:
      reportcite styles
      reportcite styles political science
    """
    from reportcite.cli.output import writing
    from reportcite.cli.terminal import escape_line, print_error
    from reportcite.csl.style.catalogue import search

    words = " ".join(query or [])
    found = search(words)
    with writing("-") as write:
        for one in found:
            write(f"{escape_line(one.name)}\t{escape_line(one.title)}\n")
    if found:
        return ExitCode.CLEAN
    print_error(f"no style's name or title holds '{words}' (try fewer words)")
    return ExitCode.FINDINGS
