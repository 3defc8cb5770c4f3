"""`reportcite add`: records from the network or from saved files, into a folder of records."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportcite.cli.configuration.applying import Configured, configured_for
from reportcite.cli.options.single import FromOption
from reportcite.cli.report import Reporting, Tally
from reportcite.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reportcite.lookup.cache import Cache
    from reportcite.lookup.find import Code
    from reportcite.lookup.http import Manners
    from reportcite.problems import Problem
    from reportcite.record.model import Record


def add(
    context: typer.Context,
    codes: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE...",
            help="A DOI, ISBN, ISSN, arXiv:…, PMID:…, PMC…, the address of a page about a work, "
            "a saved file, or records or references pasted out of a text on standard input (-).",
        ),
    ],
    output_dir: Annotated[
        str,
        typer.Option(
            "--output-dir",
            "-o",
            metavar="FOLDER",
            help="The folder of records to add to; it is made if it is not there.",
        ),
    ] = "records",
    print_: Annotated[
        bool,
        typer.Option("--print", help="Print the records and add none."),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", help="Add pasted references without asking about each."),
    ] = False,
    refresh: Annotated[
        bool,
        typer.Option(
            "--refresh", help="Ask the sources again, also for what they answered within a week."
        ),
    ] = False,
    from_: FromOption = None,
) -> ExitCode:
    """Add records to a folder, by their identifiers.

    Each is written to FOLDER/KEY.yaml and checked. No file is overwritten, and a work that is there
    already (the same DOI or ISBN, or author, title and year) is reported and not added again.
    DOIs are asked for at doi.org, ISBNs at the German National Library, K10plus and Open Library,
    ISSNs at the ZDB, PMIDs at PubMed, PMCIDs at PubMed Central. What they answer is kept for a
    week.
    References are read in the form of APA, Chicago, MLA, Harvard, DIN, ISO 690, IEEE, Vancouver,
    AMA, ACS, Nature, Springer or Elsevier, one to a line or with empty lines between them, as far
    as they are understood: each is shown, and added if you say yes.
    The sources are sent a mail address, as they ask for, where one is set (`contact`,
    REPORTCITE_CONTACT).

    \b
    Examples:
      reportcite add 10.1234/abc 978-3-948289-82-9
      reportcite add arXiv:2301.01234 --print
      reportcite add https://example.org/report.html -o library/
      reportcite add references.txt --yes
    """
    configured = configured_for(context)
    tally = Tally(Reporting(policy=configured.policy))
    with_sources = _found(codes, from_, configured, tally, unseen=yes or print_, refreshed=refresh)
    if print_:
        _print(with_sources, tally)
    else:
        _write(with_sources, output_dir, tally)
    return tally.code


def manners(contact: str) -> "Manners":
    """How sources are asked: with a User-Agent that names this program, and the contact, if there
    is one. Raises UsageError where that cannot be sent."""
    from reportcite import __version__
    from reportcite.lookup.http import Manners

    agent, contact = f"reportcite/{__version__}", contact.strip()
    if not contact.isascii() or not contact.isprintable():
        raise UsageError("the contact cannot be sent", suggestion="set it to a mail address")
    if contact:
        agent += f" (mailto:{contact})" if "@" in contact else f" ({contact})"
    return Manners(agent)


def _found(
    typed: Sequence[str],
    from_: str | None,
    configured: Configured,
    tally: Tally,
    *,
    unseen: bool,
    refreshed: bool,
) -> "Iterator[Record]":
    """The records of all that was typed; what is wrong with the rest is reported. Pasted references
    are asked about, unless they are to be taken `unseen`. With `refreshed` sources are asked again.

    Raises UsageError for what no source can know, before anything is asked for.
    """
    from functools import partial

    from reportcite.formats.registry import format_named
    from reportcite.lookup.find import look_up
    from reportcite.lookup.http import Client

    if from_ is not None:
        format_named(from_)
    client = Client(manners(configured.contact))
    planned = [(one, None if _is_file(one) else _code(one)) for one in typed]
    find = partial(
        look_up, client=client, addresses=configured.addresses, cache=_cache(refreshed=refreshed)
    )
    return _records(planned, from_, find, tally, unseen=unseen)


def _cache(*, refreshed: bool) -> "Cache | None":
    from reportcite.cli.configuration.found import cache_folder
    from reportcite.lookup.cache import Cache

    folder = cache_folder(os.environ)
    return Cache(Path(folder) / "answers", refreshed) if folder else None


def _is_file(typed: str) -> bool:
    try:
        return typed == "-" or Path(typed).exists()
    except (OSError, ValueError):  # too long for a name
        return False


def _code(typed: str) -> "Code | Problem":
    from reportcite.errors import Place
    from reportcite.lookup.find import code_of
    from reportcite.problems import Problem

    code = code_of(typed)
    return code.at(Place(typed)) if isinstance(code, Problem) else code


def _records(
    planned: "Iterable[tuple[str, Code | Problem | None]]",
    from_: str | None,
    find: "Callable[[Code], list[Record | Problem]]",
    tally: Tally,
    *,
    unseen: bool,
) -> "Iterator[Record]":
    from reportcite.batch.chunks import read
    from reportcite.cli.documents.pasted import (
        STDIN,
        is_pasted,
        is_pasted_file,
        pasted_file,
        pasted_records,
    )
    from reportcite.problems import Problem

    for typed, code in planned:
        results: Iterable[Record | Problem]
        if typed == "-" and from_ is None and is_pasted(sys.stdin.buffer):
            results = pasted_records(sys.stdin.buffer, STDIN, unseen=unseen)
        elif code is None and from_ is None and is_pasted_file(typed):
            results = pasted_file(typed, unseen=unseen)
        elif code is None:
            results = read([typed], from_)
        elif isinstance(code, Problem):
            results = [code]
        else:
            results = find(code)
        for result in results:
            if isinstance(result, Problem):
                tally.report(result)
            else:
                yield result


def _print(records: "Iterable[Record]", tally: Tally) -> None:
    from reportcite.batch.adding import wanted_key, written
    from reportcite.cli.modeline import modeline
    from reportcite.cli.output import writing
    from reportcite.formats.format import write_all
    from reportcite.formats.registry import format_named
    from reportcite.formats.writing.keys import UniqueKeys

    yaml = format_named("yaml")

    def entries() -> Iterator[str]:
        keys = UniqueKeys()
        for record in records:
            key = keys.unique(wanted_key(record))
            result = written(record, key, "<stdout>", yaml, modeline("-"))
            for problem in result.problems:
                tally.report(problem)
            yield result.text

    with writing("-") as write:
        for piece in write_all(yaml, entries()):
            write(piece)


def _write(records: "Iterable[Record]", output_dir: str, tally: Tally) -> None:
    """Add the records to the folder; each file is named on stdout, with what it is about."""
    from reportcite.batch.adding import Folder
    from reportcite.cli.listed import row_of
    from reportcite.cli.modeline import modeline
    from reportcite.cli.output import writing
    from reportcite.formats.registry import format_named

    heading = modeline(str(Path(output_dir) / "record.yaml"))
    folder, count = Folder(output_dir, format_named("yaml"), heading), 0
    with writing("-") as write:
        for record in records:
            path, problems = folder.add(record)
            if path is not None:
                count += 1
                row = row_of(record)
                cells = (str(path), row.author, row.year, row.title)
                write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
            for problem in problems:
                tally.report(problem)
    tally.close(f"{count} record{'' if count == 1 else 's'} added to {output_dir}")
