"""Writes a bibliography to a file of a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reportcite.batch.sink import replacing_bytes
from reportcite.cli.citations import no_bibliography
from reportcite.csl import Processor


def write_document(
    target: str, processor: Processor, items: Iterable[Mapping[str, Any]], style: str
) -> None:
    """All `items` in the order of the style, as the file `target`: .docx or .odt, whole or not.

    Raises StyleError where the style sets no bibliography, OutputError for the file.
    """
    from reportcite.documents.office.docx import write_docx
    from reportcite.documents.office.odt import write_odt

    entries = [entry.text for entry in processor.bibliography(items)]
    if not entries:
        raise no_bibliography(style)
    write = write_docx if Path(target).suffix.lower() == ".docx" else write_odt
    with replacing_bytes(target) as file:
        write(file, entries, processor.layout, processor.locale.language or "en-US")
