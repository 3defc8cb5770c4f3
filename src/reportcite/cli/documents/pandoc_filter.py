"""`reportcite-filter`: what `pandoc --filter` and Quarto run to have citations printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportcite.cli.suggest import choose
from reportcite.cli.terminal import print_error, print_message
from reportcite.documents.pandoc.filter import Library, filtered
from reportcite.documents.pandoc.settings import Settings, settings_of
from reportcite.documents.pandoc.shapes import has_shape
from reportcite.documents.sections import GROUPINGS
from reportcite.errors import ExitCode, InputError, Place, ReportciteError
from reportcite.limits import LIMITS
from reportcite.problems import Problem
from reportcite.record.model import Record

_HINT = "it is run by pandoc: `pandoc paper.md --filter reportcite-filter -o paper.docx`"
_TOO_DEEP = "elements stand in each other too often"


def run_process() -> None:
    """Read a document of pandoc as JSON on stdin, write it with its citations on stdout."""
    try:
        document = _document(sys.stdin.buffer.read())
        sys.stdout.buffer.write(json.dumps(run(document), ensure_ascii=False).encode())
    except ReportciteError as error:
        print_error(str(error))
        sys.exit(int(error.exit_code))
    sys.exit(int(ExitCode.CLEAN))


def run(document: dict[str, Any]) -> dict[str, Any]:
    """The document with citations and bibliographies; what was found is reported on stderr.

    Raises InputError for a bibliography that cannot be read, StyleError for a style, UsageError for
    a word that says nothing.
    """
    try:
        settings = settings_of(document["meta"])
        if settings.group_by:
            choose("group-by", settings.group_by, GROUPINGS)
        done = filtered(document, settings, library_of(settings))
    except RecursionError as error:
        raise _no_document(_TOO_DEEP) from error
    for key in done.unknown:
        print_message(f"warning: no record has the key '{key}'")
    if done.without_locators:
        print_message(f"warning: the style {settings.style} prints no locators of pages")
    return done.document


def library_of(settings: Settings) -> Library:
    """The works of all bibliographies and of the document itself, by their keys."""
    from reportcite.batch.selecting import names_of
    from reportcite.record.citation_item import items

    records: list[Record] = []
    lists: list[str] = []
    for name, paths in settings.bibliographies.items():
        for record in _records(paths):
            records.append(record)
            lists.append(name)
    own = [*_own_references(settings)]
    records += own
    lists += [""] * len(own)
    item_of: dict[str, dict[str, object]] = {}
    list_of: dict[str, str] = {}
    key_of: dict[str, str] = {}
    for record, name, item in zip(records, lists, items(records), strict=True):
        for key in names_of(record):
            item_of.setdefault(key, item)
            list_of.setdefault(key, name)
            key_of.setdefault(str(item["id"]), key)
    return Library(item_of, list_of, key_of)


def _records(paths: tuple[str, ...]) -> Iterator[Record]:
    from reportcite.batch.chunks import read
    from reportcite.formats.rules import EMPTY_FILE, NO_ENTRIES

    empty = (EMPTY_FILE, NO_ENTRIES)  # as a library is before its first work: no reason to stop
    for result in read(paths):
        if isinstance(result, Record):
            yield result
        elif result.is_error and result.rule.whole_file and result.rule not in empty:
            raise InputError(result.message, place=result.place, suggestion=result.suggestion)
        else:
            print_message(str(result))


def _own_references(settings: Settings) -> Iterator[Record]:
    """The `references` in the document's metadata, read as a file of CSL YAML."""
    from reportcite.formats.registry import format_named

    if not settings.references:
        return
    text = json.dumps({"references": settings.references}, ensure_ascii=False).encode()
    read = format_named("csl-yaml").read
    assert read is not None, "csl-yaml can be read"
    for result in read(BytesIO(text), "references", LIMITS):
        if isinstance(result, Problem):
            print_message(str(result))
        else:
            yield result


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except ValueError as error:
        raise _no_document("is no document of pandoc") from error
    except RecursionError as error:
        raise _no_document(_TOO_DEEP) from error
    if not has_shape(document):
        raise _no_document("is no document of pandoc")
    found: dict[str, Any] = document
    return found


def _no_document(message: str) -> InputError:
    return InputError(message, place=Place("<stdin>"), suggestion=_HINT)
