"""`cite --citation`: citations as pandoc writes them, printed in the order of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportcite.cli.documents.options import PRINT_CITES
from reportcite.documents.citation_syntax import CitationText
from reportcite.documents.citing import cited_keys_of
from reportcite.errors import ExitCode, Place
from reportcite.library import printing

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.documents.options import Wanted
    from reportcite.cli.options.input import Input
    from reportcite.cli.report import Reporting
    from reportcite.csl import Processor
    from reportcite.record.model import Record

_ASKED_FOR = Place("--citation")


def cite_written(
    source: Input, reporting: Reporting, settings: CiteSettings, wanted: Wanted
) -> ExitCode:
    """Prints the citations that are wanted and, if it is asked for, a bibliography."""
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.documents.reading import read_records
    from reportcite.cli.output import write_file
    from reportcite.cli.report import Tally

    processor = Citer(settings).processor
    label_of = processor.locator_labels.get
    citations = [printing.citation_in(text, label_of) for text in wanted.citations]
    tally = Tally(reporting)
    source = source._replace(cited=asked_for(citations))
    records = read_records(source, settings, processor, tally)
    tally.close(tally.left_out())
    if not tally.stopped:

        def printed(other: Processor) -> Iterator[str]:
            return lines(
                other,
                citations,
                records,
                with_bibliography=wanted.bibliography,
                group_by=wanted.group_by,
            )

        write_file(wanted.output, "".join(printed(processor)))
        if wanted.copy:
            from reportcite.cli.documents.copied import copy_printed

            copy_printed(settings, printed, in_lines=True)
        for problem in processor.problems if wanted.bibliography else ():
            tally.report(problem)
    return tally.code


def asked_for(citations: Sequence[CitationText]) -> dict[str, Place]:
    """The keys that `citations` ask for, and where that is."""
    return dict.fromkeys(cited_keys_of(citations), _ASKED_FOR)


def lines(
    processor: Processor,
    citations: Sequence[CitationText],
    records: Sequence[Record],
    *,
    with_bibliography: bool,
    group_by: str = "",
) -> Iterator[str]:
    """Each citation on a line, then, if that is asked for, the bibliography of what they cite."""
    printed = printing.citations(processor, citations, records)
    yield from (text + "\n" for text in printed)
    if with_bibliography and len(processor):
        text = printing.bibliography(processor, group_by=group_by)
        if processor.style.bibliography is None:
            raise processor.style.prints_none(PRINT_CITES)
        yield "\n" + text if text else ""
