"""The project's own record files: YAML, a record a document, fields in title page order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.yaml.write import write
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str) -> Iterable[Record | Problem]:
    """The records of a YAML file."""
    from reportcite.formats.yaml.read import read_yaml

    return read_yaml(stream, name)


FORMAT: Final = Format(
    name="yaml",
    title="YAML record files",
    suffixes=(".yaml", ".yml"),
    write=write,
    read=read,
    separator="---\n",
)
