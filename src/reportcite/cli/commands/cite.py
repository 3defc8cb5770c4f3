"""`reportcite cite`: records as a bibliography or as cites, in any CSL style."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportcite.cli.options import Input, OnErrorOption, Output, on_error_of, reads_records
from reportcite.cli.report import Reporting, Stopped, Tally, reported
from reportcite.cli.rules import LOCATOR_NOT_PRINTED
from reportcite.cli.suggest import choose
from reportcite.errors import ExitCode, Place, UsageError

if TYPE_CHECKING:
    from reportcite.batch.work.cite import Cited, Citer, CiteSettings
    from reportcite.cli.page import Page
    from reportcite.csl import Processor
    from reportcite.record.model import Record
    from reportcite.values.locators.typed import Locator

_SHAPES: Final = ("entry", "cite", "narrative")
LANGUAGE_OF_SUFFIX: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".txt": "text",
        ".html": "html",
        ".htm": "html",
        ".md": "markdown",
        ".markdown": "markdown",
        ".rtf": "rtf",
        ".tex": "latex",
        ".typ": "typst",
        ".org": "org",
        ".rst": "rst",
    }
)
"""What the suffix of -o stands for."""
OFFICE_SUFFIXES: Final = (".docx", ".odt")
"""What is written for word processors, by the suffix of -o alone."""
_PACKED: Final = (".gz", ".zst")


def complete_style(incomplete: str) -> list[str]:
    """The styles whose names begin as typed."""
    from reportcite.csl.style.finding import search

    names = dict.fromkeys(style.name for style in search())  # an alias may be an id as well
    return [name for name in names if name.startswith(incomplete)]


def _complete_locale(incomplete: str) -> list[str]:
    from reportcite.csl.locale import languages

    return [name for name in languages() if name.startswith(incomplete)]


def _complete_language(incomplete: str) -> list[str]:

    from reportcite.csl.write import OUTPUT_LANGUAGES

    return [name for name in OUTPUT_LANGUAGES if name.startswith(incomplete)]


@reads_records
def cite(
    source: Input,
    reporting: Reporting,
    style: Annotated[
        str,
        typer.Option(
            "--style",
            "-s",
            help="apa, chicago, chicago-notes, mla, ... (see `reportcite styles`), or a .csl file.",
            autocompletion=complete_style,
        ),
    ] = "apa",
    locale: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGE",
            help="Language of dates and terms, such as de-DE.",
            autocompletion=_complete_locale,
        ),
    ] = "",
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, html, markdown, rtf, latex, typst, org or rst. Without it the suffix "
            "of -o decides (.docx and .odt, too), or it is text.",
            autocompletion=_complete_language,
        ),
    ] = "",
    shape: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="SHAPE",
            help="entry (in the bibliography), cite (in the text or a note) or narrative "
            "(with the author in the sentence); cites come one to a line, in input order.",
            autocompletion=lambda: list(_SHAPES),
        ),
    ] = "entry",
    locator: Annotated[
        str | None,
        typer.Option(help="The place cited: 'p. 12', 'S. 12', 'ch. 3', '§ 4', or just 12."),
    ] = None,
    citations: Annotated[
        list[str] | None,
        typer.Option(
            "--citation",
            metavar="TEXT",
            show_default=False,
            help="Print this citation, written as in pandoc: '[see @key, p. 3; -@other]' or "
            "'@key [p. 3]'; repeatable, in the order of a document.",
        ),
    ] = None,
    bibliography: Annotated[
        bool,
        typer.Option("--bibliography", help="After the citations, a bibliography of their works."),
    ] = False,
    links: Annotated[
        bool,
        typer.Option(
            "--links/--no-links",
            help="Print DOI, PMCID, PMID and URL as links, except in text.",
        ),
    ] = True,
    copy: Annotated[
        bool,
        typer.Option(
            "--copy",
            help="Put what is printed on the clipboard, too, formatted and as plain text.",
        ),
    ] = False,
    output: Output = "",
    on_error: OnErrorOption = "",
    unsorted: Annotated[
        bool,
        typer.Option(
            "--unsorted",
            help="Cite each record for itself, in input order, without year-suffixes: "
            "for any number of records in the same memory.",
        ),
    ] = False,
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
    """
    choose("--as", shape, _SHAPES)
    if locator is not None and shape == "entry":
        raise UsageError("an entry of a bibliography has no --locator", suggestion="add --as cite")
    if locator is not None and not locator.strip():
        raise UsageError("the locator is empty", suggestion="write it like 'p. 12' or 'ch. 3'")
    if unsorted and (shape != "entry" or citations):
        raise UsageError("--unsorted is for bibliographies", suggestion="leave --unsorted out")
    if citations and (shape != "entry" or locator):
        raise UsageError(
            "--citation says itself how and where works are cited",
            suggestion="leave --as and --locator out",
        )
    if bibliography and not citations:
        raise UsageError("--bibliography is for --citation", suggestion="leave it out")

    from reportcite.batch.work.cite import CiteSettings
    from reportcite.csl.write import OUTPUT_LANGUAGES

    for_office = not output_format and Path(output).suffix.lower() in OFFICE_SUFFIXES
    if copy and (unsorted or for_office):
        raise UsageError(
            "--copy is for what is printed", suggestion="leave --unsorted and the document out"
        )
    if for_office and (shape != "entry" or citations or unsorted):
        raise UsageError(
            f"a document such as {output} holds a bibliography",
            suggestion="leave --as, --citation and --unsorted out",
        )
    given = output_format or ("text" if for_office else _language_of(output))
    language = choose("--format", given, OUTPUT_LANGUAGES)
    on_error_ = on_error_of(source, on_error)
    settings = CiteSettings(style, locale, language, on_error_, source.limits, links)
    if for_office:
        return _cite_for_office(source, reporting, settings, output)
    if citations:
        written = (citations, bibliography)
        return _cite_written(source, reporting, settings, written, output, copy=copy)
    if unsorted:
        return _cite_unsorted(source, reporting, settings, output)
    shaped = (shape, locator or "")
    return _cite(source, reporting, settings, shaped, output, copy=copy)


def _language_of(output: str) -> str:
    """The language that the suffix of `output` stands for; text for a name without a suffix.

    Raises UsageError for another suffix: text in a file called .pdf would help nobody.
    """
    path = Path(output)
    if path.suffix.lower() in _PACKED:
        path = path.with_suffix("")
    suffix = path.suffix.lower()
    if not suffix:
        return "text"
    if suffix not in LANGUAGE_OF_SUFFIX:
        known = ", ".join([*LANGUAGE_OF_SUFFIX, *OFFICE_SUFFIXES])
        raise UsageError(
            f"nothing can be written as {suffix}",
            suggestion=f"name one of {known}, or say what to write with --format",
        )
    return LANGUAGE_OF_SUFFIX[suffix]


def _cite(
    source: Input,
    reporting: Reporting,
    settings: "CiteSettings",
    shaped: tuple[str, str],
    output: str,
    *,
    copy: bool,
) -> ExitCode:
    """All records together, in the order of the style; `shaped` is the shape and the locator."""
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.output import write_file

    shape, place = shaped
    processor = Citer(settings).processor
    locator = None
    if place:
        from reportcite.values.locators.typed import parse_locator

        locator = parse_locator(place, processor.locator_labels)
    tally = Tally(reporting)
    cited = _items(source, settings, processor, tally)
    if tally.stopped:
        tally.close()
        return tally.code
    if cited and locator and not _prints(processor, cited, shape, locator):
        message = "the style prints no locator; it is left out"
        tally.report(LOCATOR_NOT_PRINTED.found(message, place=Place(settings.style)))
    tally.close(tally.left_out())
    if cited:
        lines = _lines(processor, cited, settings, shape, locator, output, source.jobs)
        write_file(output, "".join(lines))
        if copy:

            def again(other: "Processor") -> Iterator[str]:
                other.register(cited)
                return _lines(other, cited, settings, shape, locator, "", 1)

            _copy(settings, again, in_lines=shape != "entry")
    for problem in processor.problems if shape == "entry" else ():
        tally.report(problem)
    return tally.code


def _cite_for_office(
    source: Input, reporting: Reporting, settings: "CiteSettings", output: str
) -> ExitCode:
    """A bibliography as a document of a word processor."""
    from reportcite.cli.documents.office import write_document
    from reportcite.csl import Processor
    from reportcite.documents.office.lines import WRITER
    from reportcite.record.citation_item import items

    processor = Processor(
        settings.style, locale=settings.locale or None, output=WRITER, links=settings.links
    )
    tally = Tally(reporting)
    cited = items(_to_write(source, settings, processor, tally))
    tally.close(tally.left_out())
    if cited and not tally.stopped:
        write_document(output, processor, cited, settings.style)
    for problem in processor.problems:
        tally.report(problem)
    return tally.code


def _cite_written(
    source: Input,
    reporting: Reporting,
    settings: "CiteSettings",
    written: tuple[Iterable[str], bool],
    output: str,
    *,
    copy: bool,
) -> ExitCode:
    """Citations of several works each, in the order of a document; `written` are their texts, and
    whether a bibliography follows."""
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.documents.cited import asked_for, lines, parsed
    from reportcite.cli.output import write_file

    processor = Citer(settings).processor
    texts, with_bibliography = written
    citations = parsed(texts, processor.locator_labels)
    tally = Tally(reporting)
    records = _to_write(source._replace(cited=asked_for(citations)), settings, processor, tally)
    tally.close(tally.left_out())
    if not tally.stopped:

        def printed(other: "Processor") -> Iterator[str]:
            return lines(
                other, citations, records, settings.style, with_bibliography=with_bibliography
            )

        write_file(output, "".join(printed(processor)))
        if copy:
            _copy(settings, printed, in_lines=True)
    return tally.code


def _copy(
    settings: "CiteSettings", again: "Callable[[Processor], Iterable[str]]", *, in_lines: bool
) -> None:
    """Put what was printed on the clipboard, as HTML and as text; `in_lines` each a paragraph."""
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.clipboard.copying import copy

    pieces = [*again(Citer(settings._replace(language="html")).processor)]
    html = "".join(f"<p>{piece.strip()}</p>" for piece in pieces) if in_lines else "".join(pieces)
    copy(html, "".join(again(Citer(settings._replace(language="text")).processor)))


def _items(
    source: Input, settings: "CiteSettings", processor: "Processor", tally: Tally
) -> list[dict[str, Any]]:
    """The items to cite, which are registered; what was found in the style and in all records is
    reported."""
    from reportcite.batch.work.bibliography import Reader, read_items
    from reportcite.record.citation_item import UniqueIds

    parts = source.chunks()
    for problem in processor.style.problems:
        tally.report(problem)
    unique = UniqueIds()
    found: list[dict[str, Any]] = []
    for read in read_items(parts, Reader(settings.on_error, source.limits), source.jobs):
        tally.add(read.screening)
        items = unique.items(read.items)
        processor.register(items)  # while others are read
        found += items
        if tally.stopped:
            break
    return found


def _to_write(
    source: Input, settings: "CiteSettings", processor: "Processor", tally: Tally
) -> "list[Record]":
    """The records to cite; what was found in the style and in all records is reported."""
    from reportcite.batch.work.sound import Screening

    results = source.records()
    for problem in processor.style.problems:
        tally.report(problem)
    screening = Screening(settings.on_error)
    records = [*screening.to_write(results)]
    tally.add(screening)
    return records


def _prints(
    processor: "Processor", registered: list[dict[str, Any]], shape: str, locator: "Locator"
) -> bool:
    """Whether the cites of the `registered` items show the locator, as the first of them does."""
    from reportcite.cli.citations import prints_locator

    first = str(registered[0]["id"])
    return prints_locator(processor, first, locator, narrative=shape == "narrative")


def _lines(
    processor: "Processor",
    cited: list[dict[str, Any]],
    settings: "CiteSettings",
    shape: str,
    locator: "Locator | None",
    output: str,
    jobs: int,
) -> Iterator[str]:
    from reportcite.cli.citations import bibliography, cites
    from reportcite.cli.page import page_for

    if shape == "entry":
        text = bibliography(processor, settings.style, jobs)
        page = page_for(processor, settings.language, output)
        yield page.head + text + page.tail
        return
    ids = [str(item["id"]) for item in cited]
    for line in cites(processor, ids, locator, narrative=shape == "narrative"):
        yield line + "\n"


def _cite_unsorted(
    source: Input, reporting: Reporting, settings: "CiteSettings", output: str
) -> ExitCode:
    """Record by record, in the order of the input; memory does not grow with their number."""
    from reportcite.batch.pool import ordered
    from reportcite.batch.work.cite import Citer
    from reportcite.cli.citations import no_bibliography
    from reportcite.cli.output import writing
    from reportcite.cli.page import page_for
    from reportcite.cli.progress import progress

    begun = monotonic()
    parts = source.chunks()
    citer = Citer(settings)
    style = citer.processor.style
    if style.bibliography is None:
        raise no_bibliography(settings.style)
    tally = Tally(reporting)
    for problem in style.problems:
        tally.report(problem)
    cited = ordered(citer, parts, source.jobs)
    try:
        with (
            progress(source.paths, tally, output) as advance,
            writing(output, tally.keep_all) as write,
        ):
            page = page_for(citer.processor, settings.language, output)
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
    opening, closing = page.head + head, ""
    for done in cited:
        if done.entries:
            yield opening + separator.join(done.entries)
            opening, closing = separator, tail + page.tail
    yield closing
