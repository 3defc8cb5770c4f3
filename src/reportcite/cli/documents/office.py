"""`cite -o FILE.docx` and `.odt`: a bibliography as a file of a word processor."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reportcite.batch.sink import replacing_bytes
from reportcite.cli.documents.options import PRINT_CITES
from reportcite.cli.documents.reading import read_records
from reportcite.cli.report import Reporting, Tally
from reportcite.csl import Processor
from reportcite.errors import ExitCode

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.documents.options import Wanted
    from reportcite.cli.options.input import Input
    from reportcite.csl.document.bibliography import Entry
    from reportcite.documents.office.formatted_lines import Section


def cite_for_office(
    source: Input, reporting: Reporting, settings: CiteSettings, wanted: Wanted
) -> ExitCode:
    """The bibliography of all records, in the file that is wanted."""
    from reportcite.batch.work.cite import processor_of
    from reportcite.documents.office.formatted_lines import WRITER
    from reportcite.record.items import items

    processor = processor_of(settings, WRITER)
    tally = Tally(reporting)
    cited = items(read_records(source, settings, processor, tally))
    tally.close(tally.left_out())
    if cited and not tally.stopped:
        processor.register(cited)
        write_document(wanted.output, processor, wanted.group_by)
    for problem in processor.problems:
        tally.report(problem)
    return tally.code


def write_document(target: str, processor: Processor, group_by: str = "") -> None:
    """All items registered in the order of the style, in sections if they are grouped, as the file
    `target`: .docx or .odt, whole or not at all.

    Raises StyleError where the style prints none, OutputError for the file.
    """
    from reportcite.documents.office.docx import write_docx
    from reportcite.documents.office.odt import write_odt

    parts = _parts(processor, group_by)
    if not parts:
        raise processor.style.prints_none(PRINT_CITES)
    write = write_docx if Path(target).suffix.lower() == ".docx" else write_odt
    with replacing_bytes(target) as file:
        write(file, parts, processor.spacing, processor.locale.language or "en-US")


def _parts(processor: Processor, group_by: str) -> list[Section]:
    """The sections that have entries, or one without a heading."""
    from reportcite.documents.office.formatted_lines import Section
    from reportcite.documents.sections import sections

    def part(heading: str, entries: Iterable[Entry]) -> Section:
        return Section(heading, tuple(entry.text for entry in entries))

    if group_by:
        found = sections(processor.ordered(), group_by, processor.locale)
        parts = [part(one.heading, processor.section(one.ids)) for one in found]
    else:
        parts = [part("", processor.bibliography())]
    return [one for one in parts if one.entries]
