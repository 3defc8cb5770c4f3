"""`reportcite id`: what an identifier is, whether it is right, and where it leads."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportcite.cli.lists.options import Options, reads_lists
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.record.model import Record

_FIELDS = ("DOI", "ISBN", "ISSN", "PMID", "PMCID")


@reads_lists
def id_(
    options: Options,
    codes: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE...",
            help="Identifiers; - for standard input, or a text file, one to a line; or a table "
            "(.csv, .tsv, .xlsx, .ods); or files and folders of records.",
        ),
    ],
) -> ExitCode:
    """Say what identifiers are, and where they lead.

    Known are ISBN, ISSN, ISMN, ISNI, ORCID, ROR, ISIL, ISRC, DOI, Handle, URN:NBN, GND, VIAF,
    Wikidata, arXiv, PMID, PMCID, and the numbers of catalogues: OCLC, LCCN, PPN (K10plus), IDN
    (DNB) and ZDB. The exit code is 1 when any is invalid.

    \b
    Examples:
      reportcite id 0000-0002-1825-0097 0378-5955
      reportcite id list.csv --column ORCID -o clean.csv
    """
    from reportcite.cli.lists.command import Command, run
    from reportcite.tables.identifiers import IDENTIFIERS
    from reportcite.values.rules import IDENTIFIER_WRONG

    command = Command(IDENTIFIERS, _texts_of, _lines, lambda details: IDENTIFIER_WRONG)
    return run(codes, options, command)


def _texts_of(record: "Record") -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        text = record.fields.get(name)
        if isinstance(text, str):
            yield name, text if name in ("DOI", "ISBN") else f"{name}: {text}"


def _lines(details: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for label, name in (("kind", "kind"), ("write", "normalized"), ("link", "link")):
        if details[name]:
            yield label, details[name]
    if details["suggestion"]:
        yield "perhaps", details["suggestion"]
