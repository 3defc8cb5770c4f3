"""`reportcite cite`: records as a bibliography or as cites, in any CSL style."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from reportcite.cli.documents.options import (
    PRINT_CITES,
    AnnotatedOption,
    BibliographyOption,
    CitationOption,
    CopyOption,
    EntryLanguageOption,
    FormatOption,
    GroupByOption,
    KindOption,
    LinksOption,
    LocaleOption,
    LocatorOption,
    StyleOption,
    UnsortedOption,
    Wanted,
    check,
    is_for_office,
    output_language,
)
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import OnErrorOption, Output, on_error_of
from reportcite.cli.report import Reporting, Stopped, Tally, reported
from reportcite.cli.rules import LOCATOR_NOT_PRINTED
from reportcite.errors import ExitCode, Place

if TYPE_CHECKING:
    from reportcite.batch.work.cite import Cited, Citer, CiteSettings
    from reportcite.batch.work.sharing import SharedBibliography
    from reportcite.cli.documents.html_page import Page
    from reportcite.csl import Processor
    from reportcite.values.locators.typed import Locator


_MOST_IDS: Final = 100_000
"""Of those that are kept where records are not sorted, in four megabytes."""


@reads_records
def cite(
    source: Input,
    reporting: Reporting,
    style: StyleOption = "apa",
    locale: LocaleOption = "",
    output_format: FormatOption = "",
    kind: KindOption = "entry",
    locator: LocatorOption = None,
    citations: CitationOption = None,
    bibliography: BibliographyOption = False,
    links: LinksOption = True,
    copy: CopyOption = False,
    group_by: GroupByOption = "",
    entry_language: EntryLanguageOption = False,
    annotated: AnnotatedOption = False,
    output: Output = "",
    on_error: OnErrorOption = "",
    unsorted: UnsortedOption = False,
) -> ExitCode:
    """Print citations: one bibliography, in the order of the style.

    Records with an error are named on standard error and left out, and the exit code is 1; those
    of other programs' formats are kept, with warnings (see --on-error).

    \b
    Examples:
      reportcite cite my-report.yaml
      reportcite cite my-report.yaml --style chicago --locale de-DE
      reportcite cite my-report.yaml --as cite --locator 'p. 12'
      reportcite cite records/ -o bibliography.docx
      reportcite cite lit.bib --citation '[vgl. @beck1986, S. 12; -@kalt2006]'
      reportcite cite lit.bib --group-by type --locale de-DE
    """
    if output:
        from reportcite.cli.target import refuse_inputs

        refuse_inputs(source.files, {"-o": output})
    for_office = is_for_office(output, output_format)
    wanted = Wanted(
        kind,
        locator,
        tuple(citations or ()),
        bibliography,
        output,
        copy,
        unsorted,
        for_office,
        group_by,
        entry_language,
        annotated,
    )
    check(wanted)

    from reportcite.batch.work.cite import CiteSettings

    language = "text" if for_office else output_language(output_format, output)
    on_error_ = on_error_of(source, on_error)
    settings = CiteSettings(
        style,
        locale,
        language,
        on_error_,
        source.limits,
        links,
        reporting.policy,
        entry_language,
        annotated,
    )
    return _printing(wanted)(source, reporting, settings, wanted)


def _printing(
    wanted: Wanted,
) -> Callable[[Input, Reporting, "CiteSettings", Wanted], ExitCode]:
    """The function that prints what is wanted."""
    if wanted.for_office:
        from reportcite.cli.documents.office import cite_for_office

        return cite_for_office
    if wanted.citations:
        from reportcite.cli.documents.cited import cite_written

        return cite_written
    return _cite_unsorted if wanted.unsorted else _cite


def _cite(
    source: Input, reporting: Reporting, settings: "CiteSettings", wanted: Wanted
) -> ExitCode:
    """All records together, in the order of the style."""
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.documents.reading import begin_reading, read_items
    from reportcite.cli.output import write_file

    kind, processor = wanted.kind, Citer(settings).processor
    locator = _locator_of(processor, wanted)
    tally = Tally(reporting)
    begun = begin_reading(source, settings, processor, tally)
    if begun[0].goes_on and kind == "entry" and not (wanted.group_by or wanted.copy):
        from reportcite.batch.work.sharing import shared_bibliography

        shared = shared_bibliography(processor, *begun, source.jobs)
        if shared is not None:
            return _print_shared(shared, processor, wanted, tally)
    cited = read_items(begun, processor, tally, source.jobs)
    # In a circle they are left to the system at the end: to take 100,000 items apart takes half a
    # second.
    left: list[object] = [processor, cited]
    left.append(left)
    if tally.stopped:
        tally.close()
        return tally.code
    if cited and locator and not _prints(processor, cited, kind, locator):
        message = "the style prints no locator; it is left out"
        tally.report(LOCATOR_NOT_PRINTED.found(message, place=Place(settings.style)))
    tally.close(tally.left_out())
    if cited:
        lines = _lines(processor, cited, wanted, locator, source.jobs)
        write_file(wanted.output, "".join(lines))
        if wanted.copy:
            from reportcite.cli.documents.copied import copy_printed

            def again(other: "Processor") -> Iterator[str]:
                other.register(cited)
                return _lines(other, cited, wanted._replace(output=""), locator, 1)

            copy_printed(settings, again, in_lines=kind != "entry")
    for problem in processor.problems if kind == "entry" else ():
        tally.report(problem)
    return tally.code


def _locator_of(processor: "Processor", wanted: Wanted) -> "Locator | None":
    if not wanted.locator:
        return None
    from reportcite.values.locators.typed import parse_locator

    return parse_locator(wanted.locator, processor.locator_labels)


def _print_shared(
    shared: "SharedBibliography",
    processor: "Processor",
    wanted: Wanted,
    tally: Tally,
) -> ExitCode:
    """All records in the order of the style, by several processes."""
    from reportcite.cli.documents.html_page import page_for
    from reportcite.cli.output import write_file
    from reportcite.library.printing import whole_lines

    try:
        for screening in shared.read():
            tally.add(screening)
            if tally.stopped:
                tally.close()
                return tally.code
        tally.close(tally.left_out())
        if len(shared):
            text = whole_lines(shared.document())
            if not text:
                raise processor.style.prints_none(PRINT_CITES)
            page = page_for(processor, wanted.output)
            write_file(wanted.output, page.head + text + page.tail)
    finally:
        shared.end()
    for problem in shared.problems():
        tally.report(problem)
    return tally.code


def _prints(
    processor: "Processor", registered: list[dict[str, Any]], kind: str, locator: "Locator"
) -> bool:
    """Whether the cites of the `registered` items show the locator, as the first of them does."""
    from reportcite.library.printing import prints_locator

    first = str(registered[0]["id"])
    return prints_locator(processor, first, locator, narrative=kind == "narrative")


def _lines(
    processor: "Processor",
    cited: list[dict[str, Any]],
    wanted: Wanted,
    locator: "Locator | None",
    jobs: int,
) -> Iterator[str]:
    from reportcite.cli.documents.html_page import page_for
    from reportcite.library.printing import bibliography, cites

    if wanted.kind == "entry":
        text = bibliography(processor, jobs, wanted.group_by)
        if not text:
            raise processor.style.prints_none(PRINT_CITES)
        page = page_for(processor, wanted.output)
        yield page.head + text + page.tail
        return
    ids = [str(item["id"]) for item in cited]
    for line in cites(processor, ids, locator, narrative=wanted.kind == "narrative"):
        yield line + "\n"


def _cite_unsorted(
    source: Input, reporting: Reporting, settings: "CiteSettings", wanted: Wanted
) -> ExitCode:
    """Record by record, in the order of the input; memory does not grow with their number: ids are
    compared with those of the first records only."""
    from reportcite.batch.chunks import pauses
    from reportcite.batch.processes.pool import ordered
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.documents.html_page import page_for
    from reportcite.cli.output import writing
    from reportcite.cli.progress import progress

    begun, output = monotonic(), wanted.output
    parts = source.chunks()
    citer = Citer(settings)
    style = citer.processor.style
    if style.bibliography is None:
        raise style.prints_none(PRINT_CITES)
    tally = Tally(reporting, _MOST_IDS)
    for problem in style.problems:
        tally.report(problem)
    cited = ordered(citer, parts, source.jobs, pauses)
    try:
        with (
            progress(source.paths, tally, output) as advance,
            writing(output, tally.keep_all, at_once=True) as write,
        ):
            page = page_for(citer.processor, output)
            for piece in _stream(reported(cited, tally, advance), citer, page):
                write(piece)
    except Stopped:
        tally.close()
        return tally.code
    tally.close(tally.left_out(), tally.flow(monotonic() - begun))
    return tally.code


def _stream(cited: "Iterable[Cited]", citer: "Citer", page: "Page") -> Iterator[str]:
    """The bibliography in pieces; nothing where no record has an entry."""
    head, separator, tail = citer.wrapping()
    # What ends a line comes with it, where it is the same between entries and at the end.
    end = tail + page.tail if separator.startswith(tail + page.tail) else ""
    opening, closing = page.head + head, ""
    for done in cited:
        if done.entries:
            yield opening + separator.join(done.entries) + end
            opening, closing = separator.removeprefix(end), (tail + page.tail).removeprefix(end)
    yield closing
