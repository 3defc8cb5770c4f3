"""`cite -o FILE.docx` and `.odt`: a bibliography as a file of a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportcite.batch.sink import replacing_bytes
from reportcite.cli.citations import no_bibliography
from reportcite.cli.documents.reading import read_records
from reportcite.cli.report import Reporting, Tally
from reportcite.csl import Processor
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.options import Input


def cite_for_office(
    source: Input, reporting: Reporting, settings: CiteSettings, output: str
) -> ExitCode:
    """The bibliography of all records, in the file `output`."""
    from reportcite.documents.office.lines import WRITER
    from reportcite.record.citation_item import items

    processor = Processor(
        settings.style, locale=settings.locale or None, output=WRITER, links=settings.links
    )
    tally = Tally(reporting)
    cited = items(read_records(source, settings, processor, tally))
    tally.close(tally.left_out())
    if cited and not tally.stopped:
        write_document(output, processor, cited, settings.style)
    for problem in processor.problems:
        tally.report(problem)
    return tally.code


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
