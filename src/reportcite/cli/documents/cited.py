"""`cite --citation`: citations as pandoc writes them, printed in the order of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, repeat
from typing import TYPE_CHECKING, Any

from reportcite.cli.citations import bibliography
from reportcite.documents.citation_syntax import CitationText, parse_citation
from reportcite.documents.citing import UNKNOWN, cited_keys_of, engine_citations
from reportcite.errors import ExitCode, Place, UsageError

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.cli.documents.options import Wanted
    from reportcite.cli.options import Input
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
    citations = parsed(wanted.citations, processor.locator_labels)
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
                settings.style,
                with_bibliography=wanted.bibliography,
                group_by=wanted.group_by,
            )

        write_file(wanted.output, "".join(printed(processor)))
        if wanted.copy:
            from reportcite.cli.documents.copied import copy_printed

            copy_printed(settings, printed, in_lines=True)
    return tally.code


def parsed(texts: Iterable[str], labels: Mapping[str, str]) -> list[CitationText]:
    """The citations in `texts`; UsageError for one that is none. `labels` are the spellings of
    locator labels."""
    return [_parsed(text, labels) for text in texts]


def _parsed(text: str, labels: Mapping[str, str]) -> CitationText:
    citation = parse_citation(text, labels.get)
    if citation is None:
        raise UsageError(
            f"'{text}' is no citation",
            suggestion="write it like '[see @key, p. 3; -@other]' or '@key [p. 3]'",
        )
    return citation


def asked_for(citations: Sequence[CitationText]) -> dict[str, Place]:
    """The keys that `citations` ask for, and where that is."""
    return dict.fromkeys(cited_keys_of(citations), _ASKED_FOR)


def lines(
    processor: Processor,
    citations: Sequence[CitationText],
    records: Sequence[Record],
    style: str,
    *,
    with_bibliography: bool,
    group_by: str = "",
) -> Iterator[str]:
    """Each citation on a line, then, if that is asked for, the bibliography of what they cite.

    Where the style does not sort, works are numbered as they are cited.
    """
    from reportcite.batch.selecting import names_of
    from reportcite.record.citation_item import items

    item_of: dict[str, dict[str, Any]] = {}
    for record, item in zip(records, items(records), strict=True):
        for name in names_of(record):
            item_of.setdefault(name, item)
    by_citation = {key: item_of[key] for key in cited_keys_of(citations) if key in item_of}
    processor.register(by_citation.values())
    clusters = engine_citations(
        citations,
        {key: str(item["id"]) for key, item in by_citation.items()},
        count(1) if processor.style.attributes.get("class") == "note" else repeat(0),
    )
    unknown = processor.writer.escape(UNKNOWN)
    for cluster, text in zip(clusters, processor.cite_all(clusters), strict=True):
        yield (text if cluster.cites else unknown) + "\n"
    if with_bibliography and by_citation:
        yield "\n" + bibliography(processor, style, group_by=group_by)
