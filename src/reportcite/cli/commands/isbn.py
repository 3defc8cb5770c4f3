"""`reportcite isbn`: whether ISBNs are valid, their forms, and the likely typo."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportcite.cli.cluster.options import Cluster, Parts, Resume, Shard, parts_option
from reportcite.cli.lists.options import Options, reads_lists
from reportcite.errors import ExitCode
from reportcite.files import exists
from reportcite.patterns import pattern

if TYPE_CHECKING:
    from reportcite.problems import Rule
    from reportcite.record.model import Record

_LABEL = pattern(r"(?:e-?|p-?)?ISBN(?:-?1[03])?:?", re.IGNORECASE)
_PART = pattern(r"[0-9](?:-?[0-9]){0,12}-?[Xx]?-?|[Xx]")
"""What the shell makes of an ISBN with spaces in it."""
_SHOWN = 5
"""How many of the likely ISBNs are printed; --json has them all."""


@reads_lists
def isbn(
    options: Options,
    codes: Annotated[
        list[str],
        typer.Argument(
            metavar="CODE...",
            help="ISBNs, as they are written; - for standard input, or a text file, one to a "
            "line; or a table (.csv, .tsv, .xlsx, .ods); or files and folders of records.",
        ),
    ],
    parts: Annotated[
        str,
        parts_option(
            "Write each list again as a part into FOLDER, with columns that say what was found and "
            "where the same ISBN was before in any of them, and manifest.json."
        ),
    ] = "",
    shard: Shard = "",
    resume: Resume = False,
    cluster: Cluster = "",
) -> ExitCode:
    """Say whether ISBNs are valid, and if not, why.

    Prints the 13- and 10-digit forms, hyphenated, and the registration group and its agency, or
    what a mistyped ISBN may have been. The exit code is 1 when any is invalid.

    \b
    Examples:
      reportcite isbn 978-3-948289-82-9
      reportcite isbn - --json < isbns.txt
      reportcite isbn list.xlsx -o clean.xlsx
      reportcite isbn 'in/*.csv' --parts out/
    """
    asked = Parts(parts, shard, resume, cluster=cluster)
    as_json = options.as_json or options.as_lines
    asked.refuse({"-o": options.output, "--json and --jsonl": as_json, "--from": options.from_})
    from reportcite.cli.lists.command import Command, run
    from reportcite.tables.isbns import ISBNS
    from reportcite.values.isbns.ranges import range_date

    closing = f"ISBN ranges of {range_date() or 'an unknown date'}"
    if parts:
        from reportcite.cli.cluster.isbn import isbn_parts
        from reportcite.cluster.lists import ListSettings

        return isbn_parts(codes, ListSettings(options.column, options.invalid_only), asked, closing)
    joined = codes if options.from_ is not None else [*_joined(codes)]
    return run(joined, options, Command(ISBNS, _texts_of, _lines, _rule), closing)


def _rule(details: dict[str, Any]) -> "Rule":
    from reportcite.values.rules import ISBN_CHECKSUM, ISBN_SYNTAX

    return ISBN_CHECKSUM if details["expected-check-digit"] else ISBN_SYNTAX


def _texts_of(record: "Record") -> Iterator[tuple[str, str]]:
    text = record.fields.get("ISBN")
    if isinstance(text, str):
        yield "ISBN", text


def _lines(details: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is printed of a valid ISBN, and of a wrong one."""
    if details["isbn13"]:
        yield "ISBN-13", details["isbn13"]
    if details["isbn10"]:
        yield "ISBN-10", details["isbn10"]
    if details["hyphenated"]:
        forms = (details["hyphenated13"], details["hyphenated10"])
        yield "hyphens", ", ".join(filter(None, forms))
    if details["hyphens-are-wrong"]:
        yield "note", f"write {details['hyphenated']}: {details['doubt']}"
    if details["group"]:
        yield "group", f"{details['group']} ({details['agency']})"
    elif details["valid"]:
        yield "group", "unknown: no agency has this range yet"
    if details["registrants"]:
        yield "publisher", f"in the range {details['registrants']}"
    if details["candidates"]:
        yield "perhaps", ", ".join(details["candidates"][:_SHOWN])


def _joined(codes: list[str]) -> Iterator[str]:
    """`codes`, where the parts of one ISBN between which the shell saw spaces are one again."""
    parts: list[str] = []
    digits = ""
    for code in codes:
        if _LABEL.fullmatch(code):
            if digits:
                yield " ".join(parts)
                parts, digits = [], ""
            parts.append(code)
        elif _PART.fullmatch(code) and not exists(code):
            own = code.replace("-", "")
            if digits and len(digits + own) > _length_of(digits + own):
                yield " ".join(parts)
                parts, digits = [], ""
            parts.append(code)
            digits += own
            if len(digits) >= _length_of(digits):
                yield " ".join(parts)
                parts, digits = [], ""
        else:
            if digits:
                yield " ".join(parts)
                parts = []
            yield " ".join([*parts, code])
            parts, digits = [], ""
    if parts:
        yield " ".join(parts)


def _length_of(digits: str) -> int:
    return 13 if digits.startswith(("978", "979")) else 10
