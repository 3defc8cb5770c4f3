"""The project's own record files: YAML, a record a document, fields in title page order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.formats.format import Cut, Format
from reportcite.formats.writing.spellings import YAML
from reportcite.formats.yaml.cut import count_lines, last_document
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from reportcite.formats.loss import Fields


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a YAML file."""
    if stream.seekable():
        from reportcite.formats.yaml.documents import MOST_BYTES, read_documents

        begin = stream.tell()
        data = stream.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES and (found := read_documents(data, name, limits)):
            return found
        stream.seek(begin)
    from reportcite.formats.yaml.read import read_yaml

    return read_yaml(stream, name, limits)


def write(fields: Fields, key: str) -> str:
    """The record as one document."""
    # Records in YAML are read far more often than written: a cold citation goes without the writer.
    from reportcite.formats.yaml.write import write as write_document

    return write_document(fields, key)


FORMAT: Final = Format(
    name="yaml",
    title="YAML record files",
    write=write,
    read=read,
    in_place=YAML,
    cut=Cut(last_document, count_lines),
    separator="---\n",
)
