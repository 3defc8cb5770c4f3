"""`reportcite cite`: records as a bibliography or as cites, in any CSL style."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from reportcite.cli.options import (
    MAX_RECORD_SIZE,
    FailFast,
    Files,
    From,
    Jobs,
    MaxProblems,
    MaxRecordSize,
    Output,
    Quiet,
    Sample,
    cores,
    sources,
)
from reportcite.errors import ExitCode, StyleError, UsageError

if TYPE_CHECKING:
    from reportcite.cli.locator import Locator
    from reportcite.csl import Cite, Processor

_SHAPES: Final = ("entry", "cite", "narrative")
LANGUAGES: Final = ("text", "html", "markdown", "rtf", "latex", "typst", "org", "rst")
"""The output languages of `csl.write`, named here so that --help need not import it."""
_SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
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
_PACKED: Final = (".gz", ".zst")


def _complete_locale(incomplete: str) -> list[str]:
    from reportcite.csl.locale import languages

    return [name for name in languages() if name.startswith(incomplete)]


def complete_style(incomplete: str) -> list[str]:
    """The styles whose names begin as typed."""
    from reportcite.csl.style.catalogue import search

    names = dict.fromkeys(style.name for style in search())  # an alias may be an id as well
    return [name for name in names if name.startswith(incomplete)]


class Request(NamedTuple):
    """What is to be cited, and how; "" stands for an option not given."""

    paths: list[str]
    from_: str | None
    style: str
    locale: str
    language: str
    shape: str
    locator: "Locator | None"
    output: str
    jobs: int
    fail_fast: bool
    max_problems: int | None
    max_record_size: int
    quiet: bool


def cite(
    files: Files = None,
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
            help=f"{', '.join(LANGUAGES[:-1])} or {LANGUAGES[-1]}. "
            "Without it the suffix of -o decides, or it is text.",
            autocompletion=lambda: list(LANGUAGES),
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
    output: Output = "",
    from_: From = None,
    sample: Sample = False,
    unsorted: Annotated[
        bool,
        typer.Option(
            "--unsorted",
            help="Cite each record for itself, in input order, without year-suffixes: "
            "for any number of records in the same memory.",
        ),
    ] = False,
    jobs: Jobs = 0,
    fail_fast: FailFast = False,
    max_problems: MaxProblems = None,
    max_record_size: MaxRecordSize = MAX_RECORD_SIZE,
    quiet: Quiet = False,
) -> ExitCode:
    """Print citations: one bibliography, in the order of the style.

    Records with an error are named on standard error and left out, and the exit code is 1.

    \b
    Examples:
      reportcite cite my-report.yaml
      reportcite cite my-report.yaml --style chicago --locale de-DE
      reportcite cite my-report.yaml --as cite --locator 'p. 12'
      reportcite cite records/ -o bibliography.html
    """
    from reportcite.cli.suggest import choose

    shape = choose("--as", shape, _SHAPES)
    if locator is not None and shape == "entry":
        raise UsageError("an entry of a bibliography has no --locator", suggestion="add --as cite")
    if unsorted and shape != "entry":
        raise UsageError("--unsorted is for bibliographies", suggestion="leave --as out")
    request = Request(
        paths=sources(files, sample),
        from_=from_,
        style=style,
        locale=locale,
        language=choose("--format", output_format or _guessed(output), LANGUAGES),
        shape=shape,
        locator=_parsed(locator),
        output=output,
        jobs=jobs or cores(),
        fail_fast=fail_fast,
        max_problems=max_problems,
        max_record_size=max_record_size,
        quiet=quiet,
    )
    return _run_unsorted(request) if unsorted else run(request)


def _guessed(output: str) -> str:
    """The language that the suffix of `output` stands for; text for a name without a suffix.

    Raises UsageError for another suffix: text in a file called .docx would help nobody.
    """
    path = Path(output)
    if path.suffix.lower() in _PACKED:
        path = path.with_suffix("")
    suffix = path.suffix.lower()
    if not suffix:
        return "text"
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"nothing can be written as {suffix}",
            suggestion=f"name one of {', '.join(_SUFFIXES)}, or say what to write with --format",
        )
    return _SUFFIXES[suffix]


def _run_unsorted(request: Request) -> ExitCode:
    from reportcite.batch.work.cite import Citing
    from reportcite.cli.commands import cite_unsorted as unsorted

    return unsorted.run(
        unsorted.Request(
            paths=request.paths,
            from_=request.from_,
            citing=Citing(
                request.style,
                request.locale,
                request.language,
                request.fail_fast,
                request.max_record_size,
            ),
            output=request.output,
            jobs=request.jobs,
            max_problems=request.max_problems,
            quiet=request.quiet,
        )
    )


def _parsed(locator: str | None) -> "Locator | None":
    if locator is None:
        return None
    from reportcite.cli.locator import parse_locator

    return parse_locator(locator)


def run(request: Request) -> ExitCode:
    """Cite as `request` says; raises ReportciteError for what cannot be done at all."""
    from reportcite.batch.chunks import read
    from reportcite.batch.work.sound import Sieve
    from reportcite.cli.output import write_file
    from reportcite.cli.report import Tally
    from reportcite.csl import Processor
    from reportcite.library import items
    from reportcite.record.checks.duplicates import Ids, Seen

    results = read(request.paths, request.from_, max_record_size=request.max_record_size)
    processor = Processor(request.style, locale=request.locale or None, output=request.language)
    tally = Tally(most=request.max_problems)
    for problem in processor.style.problems:
        tally.tell(problem)
    sieve = Sieve(fail_fast=request.fail_fast)
    ids = Ids()
    cited = items(ids.noting(sieve.sound(results)))
    tally.add(sieve)
    for problem in Seen().same_ids(ids):
        tally.tell(problem)
    left_out = "" if request.quiet else tally.left_out()
    tally.close("stopped at the first bad record" if sieve.stopped else left_out)
    if cited and not sieve.stopped:
        write_file(request.output, "".join(_lines(processor, cited, request)))
    return tally.code


def _lines(processor: "Processor", cited: list[dict[str, Any]], request: Request) -> Iterator[str]:
    from reportcite.cli.page import page_for

    if request.shape == "entry":
        text = processor.document(cited)
        if not text.strip():
            raise StyleError(
                f"the style {request.style} has no bibliography", suggestion="add --as cite"
            )
        page = page_for(processor, request.language, request.output)
        yield page.head + (text if text.endswith("\n") else text + "\n") + page.tail
        return
    for line in _cites(processor, cited, request):
        yield line + "\n"


def _cites(processor: "Processor", cited: list[dict[str, Any]], request: Request) -> Iterator[str]:
    from reportcite.csl import Citation, Cite

    processor.register(cited)
    locator = request.locator
    if locator:
        _tell_if_left_out(processor, str(cited[0]["id"]), locator, request)
    cites = [
        Cite(str(item["id"]), locator=locator.value, label=locator.label)
        if locator
        else Cite(str(item["id"]))
        for item in cited
    ]
    if request.shape == "narrative":
        return map(processor.narrative, cites)
    # In a style of notes each citation is a note of its own.
    notes = processor.style.attributes.get("class") == "note"
    return iter(
        processor.cite_all(
            Citation(str(number), (one,), note_number=number if notes else 0)
            for number, one in enumerate(cites, 1)
        )
    )


def _tell_if_left_out(
    processor: "Processor", id_: str, locator: "Locator", request: Request
) -> None:
    """Say that the style prints no locator, where it does not: numbers in brackets have none."""
    from reportcite.cli.terminal import print_message
    from reportcite.csl import Cite

    plain = Cite(id_)
    located = plain._replace(locator=locator.value, label=locator.label)
    printed = processor.narrative if request.shape == "narrative" else _alone(processor)
    if printed(plain) == printed(located):
        print_message(f"{request.style}: notice: the style prints no locator; it is left out")


def _alone(processor: "Processor") -> "Callable[[Cite], str]":
    return lambda cite: processor.citation([cite])
