"""`reportcite-filter`: what `pandoc --filter` and Quarto run to have citations printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportcite.batch.sink import naming
from reportcite.cli.configuration.applying import configured, settings_in
from reportcite.cli.screen.messages import (
    messages_as_asked,
    of_problem,
    print_failure,
    print_warning,
)
from reportcite.cli.terminal import (
    ReaderGone,
    close_results,
    flush_results,
    print_message,
    print_result,
)
from reportcite.documents.pandoc.filter import Library, filtered
from reportcite.documents.pandoc.settings import Defaults, Settings, settings_of
from reportcite.documents.pandoc.shapes import has_shape
from reportcite.documents.sections import GROUPINGS
from reportcite.errors import ExitCode, InputError, Place, ReportciteError
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.suggest import choose
from reportcite.tuples import NamedTuple

_HINT = "it is run by pandoc: `pandoc paper.md --filter reportcite-filter -o paper.docx`"
_TOO_DEEP = "elements stand in each other too often"


def run_process() -> None:
    """Read a document of pandoc as JSON on stdin, write it with its citations on stdout."""
    code = ExitCode.CLEAN
    with messages_as_asked(()):
        try:
            data = sys.stdin.buffer.read() if sys.stdin else b""  # closed by the caller
            filtered_text = _text(run(_document(data)))
            with naming("<stdout>"):
                print_result(filtered_text)
                flush_results()
        except ReaderGone:
            close_results()
        except ReportciteError as error:
            print_failure(str(error), error)
            code = error.exit_code
            close_results()
    sys.exit(int(code))


def run(document: dict[str, Any]) -> dict[str, Any]:
    """The document with citations and bibliographies; what was found is reported on stderr. What it
    does not say of itself is as `cite` is set where one works.

    Raises InputError for a bibliography that cannot be read, StyleError for a style, UsageError for
    a word that says nothing.
    """
    try:
        defaults, reading = _set()
        settings = settings_of(document["meta"], defaults)
        if settings.group_by:
            choose("group-by", settings.group_by, GROUPINGS)
        library = library_of(settings, reading)
        done = filtered(document, settings, library)
    except RecursionError as error:
        raise _no_document(_TOO_DEEP) from error
    from reportcite.batch.selecting import nearest_key

    for key in done.unknown:
        near = nearest_key(key, library.items)
        hint = f" (did you mean '{near}'?)" if near else ""
        print_warning(f"no record has the key '{key}'{hint}")
    if done.without_locators:
        print_warning(f"the style {settings.style} prints no locators of pages")
    return done.document


class _Reading(NamedTuple):
    """How bibliographies are read, and how what is found in them is judged."""

    limits: Limits = LIMITS
    policy: Policy = POLICY


def _set() -> tuple[Defaults, _Reading]:
    """What is set for `cite` where one works. Raises UsageError for what is wrong."""
    loaded = settings_in(os.environ)
    if loaded is None:
        return Defaults(), _Reading()
    found = {
        name: value.value
        for name in (*Defaults._fields, "max_record_size", "assume_language")
        if (value := loaded.value_of(name.replace("_", "-"), "cite"))
    }
    limits = LIMITS._replace(
        max_record_size=found.pop("max_record_size", LIMITS.max_record_size),
        assumed_language=found.pop("assume_language", ""),
    )
    return Defaults(**found), _Reading(limits, configured(loaded, "cite").policy)


def library_of(settings: Settings, reading: _Reading) -> Library:
    """The works of all bibliographies and of the document itself, by their keys."""
    from reportcite.batch.selecting import names_of
    from reportcite.record.items import items

    records: list[Record] = []
    lists: list[str] = []
    for name, paths in settings.bibliographies.items():
        for record in _records(paths, reading):
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


def _records(paths: tuple[str, ...], reading: _Reading) -> Iterator[Record]:
    from reportcite.batch.chunks import read
    from reportcite.formats.rules import EMPTY_FILE, NO_ENTRIES

    empty = (EMPTY_FILE, NO_ENTRIES)  # as a library is before its first work: no reason to stop
    for result in read(paths, limits=reading.limits):
        if isinstance(result, Record):
            yield result
        elif result.is_error and result.rule.whole_file and result.rule not in empty:
            raise InputError(result.message, place=result.place, suggestion=result.suggestion)
        else:
            for judged in reading.policy.judged([result]):
                print_message(of_problem(judged))


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
            print_message(of_problem(result))
        else:
            yield result


def _document(data: bytes) -> dict[str, Any]:
    import orjson

    try:
        # What orjson refuses, such as what is too deep for it, the standard library may read.
        try:
            document = orjson.loads(data)
        except orjson.JSONDecodeError:
            # Half characters, which no text can hold, become question marks.
            text = json.dumps(json.loads(data), ensure_ascii=False)
            document = json.loads(text.encode("utf-8", "replace"))
    except ValueError as error:
        raise _no_document("is no document of pandoc") from error
    except RecursionError as error:
        raise _no_document(_TOO_DEEP) from error
    if not has_shape(document):
        raise _no_document("is no document of pandoc")
    found: dict[str, Any] = document
    return found


def _text(document: dict[str, Any]) -> bytes:
    import orjson

    try:
        return orjson.dumps(document)
    except orjson.JSONEncodeError:  # too deep for it
        return json.dumps(document).encode()


def _no_document(message: str) -> InputError:
    return InputError(message, place=Place("<stdin>"), suggestion=_HINT)
