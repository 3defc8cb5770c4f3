"""`reportcite add -`, or of a file of text: pasted references, shown before they are added."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reportcite.cli.terminal import ask, print_message
from reportcite.errors import Place, UsageError
from reportcite.files import is_file
from reportcite.problems import Problem

if TYPE_CHECKING:
    from reportcite.record.model import Record

STDIN = "<stdin>"


def is_pasted(stream: BinaryIO) -> bool:
    """Whether `stream` begins as a text does that is no file of records; nothing is read."""
    from reportcite.formats.recognition.content import content_of
    from reportcite.record.spelling import field_name

    text = _beginning(stream).removeprefix(b"\xef\xbb\xbf")
    content = content_of(text)
    if content.format or content.kind:
        return False
    lines = [line.strip() for line in text.decode("utf-8", "replace").splitlines()]
    first = next((line for line in lines if line and not line.startswith(("#", "---"))), "")
    name, colon, _ = first.removeprefix("- ").lstrip("{").partition(":")
    is_yaml = bool(colon) and field_name(name.strip(" \"'")) is not None
    return bool(first) and not is_yaml and not first.startswith(("{", "[{"))


def _beginning(stream: BinaryIO) -> bytes:
    from reportcite.formats.recognition.content import ENOUGH

    if isinstance(stream, io.BufferedReader):
        return stream.peek(ENOUGH)[:ENOUGH]
    text = stream.read(ENOUGH)
    stream.seek(-len(text), io.SEEK_CUR)
    return text


def is_pasted_file(path: str) -> bool:
    """Whether the file at `path`, of no format by its name, holds such a text."""
    from reportcite.formats.registry import name_of

    if not is_file(path) or name_of(Path(path)) is not None:
        return False
    try:
        with Path(path).open("rb") as stream:
            return is_pasted(stream)
    except OSError:
        return False  # it is said when it is read


def pasted_records(stream: BinaryIO, name: str, *, unseen: bool) -> Iterator[Record | Problem]:
    """The records of the references in `stream`, which is called `name`; each is shown on stderr
    and asked for, unless they are to be taken `unseen`.

    Raises UsageError where there is no terminal to ask at.
    """
    from reportcite.documents.verifying import references_in
    from reportcite.formats.pasted.read import read_reference

    for one in references_in(stream.read().decode("utf-8", "replace")):
        result = read_reference(one.text, Place(name, one.line))
        if isinstance(result, Problem) or unseen or _is_wanted(one.text, result):
            yield result


def pasted_file(path: str, *, unseen: bool) -> Iterator[Record | Problem]:
    """As `pasted_records`, of the file at `path`; a Problem where it cannot be read."""
    from reportcite.batch.sources import unreadable

    try:
        content = Path(path).read_bytes()
    except OSError as error:
        yield unreadable(path, error)
        return
    yield from pasted_records(io.BytesIO(content), path, unseen=unseen)


def _is_wanted(text: str, record: Record) -> bool:
    from reportcite.batch.adding import wanted_key, written
    from reportcite.formats.registry import format_named

    shown = written(record, wanted_key(record), STDIN, format_named("yaml")).text
    for line in (text, "", *shown.rstrip().splitlines(), ""):
        print_message(line)
    answer = ask("Add it? [y/N] ")
    if answer is None:
        raise UsageError(
            "references are shown before they are added, and there is no terminal to ask at",
            suggestion="--yes adds them without asking, --print only prints them",
        )
    return answer.strip().lower() in {"y", "yes", "j", "ja"}
