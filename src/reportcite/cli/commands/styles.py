"""`reportcite styles`: the citation styles there are, listed, searched and shown."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportcite.cli.options.single import AsJson
from reportcite.errors import ExitCode, StyleError, UsageError

if TYPE_CHECKING:
    from reportcite.csl.style.catalogue import StyleName

_MOST_SHOWN = 50
"""So many styles are compiled in a few seconds."""


def styles(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY...", help="Words of a style's name or title, or the ISSN of a journal."
        ),
    ] = None,
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Show the sample record in each of the styles found."),
    ] = False,
    as_json: AsJson = False,
) -> ExitCode:
    """List the citation styles, or search them.

    Without QUERY all; else those whose name or title holds every word of it, the nearest first.

    A line is a name for `cite --style`, a tab and the style's title; where the style stands for
    another one, a tab and the name of that. The exit code is 1 when nothing is found.

    \b
    Examples:
      reportcite styles
      reportcite styles political science
      reportcite styles --preview apa
    """
    from reportcite.cli.screen.messages import print_failure
    from reportcite.cli.screen.pager import in_pages
    from reportcite.csl.style.finding import search, suggestion

    words = " ".join(query or [])
    found = search(words)
    if preview and len(found) > _MOST_SHOWN:
        raise UsageError(
            f"{len(found)} styles are too many to show", suggestion="say more of the name"
        )
    if as_json and preview:
        raise UsageError("--json and --preview exclude each other", suggestion="leave one out")
    with in_pages() as write:
        for piece in _pieces(found, as_json=as_json, preview=preview):
            write(piece)
    if found:
        return ExitCode.CLEAN
    hint = suggestion(words) or "try fewer words"
    print_failure(f"no style's name or title holds '{words}' ({hint})")
    return ExitCode.FINDINGS


def _pieces(found: "Sequence[StyleName]", *, as_json: bool, preview: bool) -> Iterator[str]:
    from reportcite.cli.screen.table import rows_for

    if not as_json:
        yield from _previews(found) if preview else rows_for("-", map(_row, found))
        return
    import json

    objects = [{"name": one.name, "title": one.title, "parent": one.parent} for one in found]
    yield json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _row(style: "StyleName") -> list[str]:
    from reportcite.cli.terminal import escape_line

    parts = [style.name, style.title]
    if style.parent:
        parts.append(f"as {style.parent}")
    return [*map(escape_line, parts)]


def _previews(styles: Sequence["StyleName"]) -> Iterator[str]:
    """Each style with the sample record in its bibliography and in the text; one of several names
    for the same style stands for all."""
    from reportcite.library.files import load
    from reportcite.record.items import items
    from reportcite.shipped import records_folder

    [sample] = items(load(records_folder()))[:1]
    shown = set()
    for style in styles:
        if style.id not in shown:
            shown.add(style.id)
            lines = "".join(f"    {line}\n" for line in _shown(style, sample))
            yield "\t".join(_row(style)) + f"\n{lines}\n"


def _shown(style: "StyleName", sample: dict[str, Any]) -> Iterator[str]:
    from reportcite.csl import Cite, Processor

    try:
        processor = Processor(style.name)
    except StyleError as error:
        yield str(error)
        return
    entries = [entry.text for entry in processor.bibliography([sample])]
    yield from entries
    processor.register([sample])
    yield processor.citation([Cite(str(sample["id"]), locator="12")])
