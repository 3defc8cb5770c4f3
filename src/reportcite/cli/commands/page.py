"""`reportcite page`: a static site of publications."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportcite.cli.documents.options import style_names
from reportcite.cli.options.input import Input
from reportcite.cli.options.shared import reads_records
from reportcite.cli.options.single import OnErrorOption, on_error_of
from reportcite.cli.report import Reporting, Tally
from reportcite.cli.target import require_here
from reportcite.cli.terminal import is_stdout
from reportcite.errors import ExitCode, UsageError
from reportcite.suggest import choose

if TYPE_CHECKING:
    from reportcite.batch.work.sound import OnError
    from reportcite.pages.made import SiteSettings

_STYLES: Final = ("apa", "chicago", "mla")
_LANGUAGES: Final = ("en", "de")


@reads_records
def page(
    source: Input,
    reporting: Reporting,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            show_default=False,
            help="The folder of the site. Files that change are written, pages of records that "
            "are gone are removed; other files in it are left alone.",
        ),
    ] = "",
    style: Annotated[
        list[str] | None,
        typer.Option(
            "--style",
            "-s",
            metavar="STYLE",
            show_default=False,
            help="A style to cite each publication in (see `reportcite styles`); repeatable; "
            "apa, chicago and mla without it.",
            autocompletion=style_names,
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LANGUAGE",
            show_default=False,
            help="en or de; repeatable, the first stands at the top of the site. Both without it.",
            autocompletion=lambda: [*_LANGUAGES],
        ),
    ] = None,
    title: Annotated[
        str,
        typer.Option(
            metavar="TEXT", help="The title of the site; Publications or Publikationen without it."
        ),
    ] = "",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where the site will stand: for links that name its pages in full, and a sitemap.",
        ),
    ] = "",
    on_error: OnErrorOption = "",
) -> ExitCode:
    """Write a static site of publications, a page for each.

    A list to search in, by year, people, keyword and type, leads to pages with abstract,
    citations to copy and downloads. They work without JavaScript, ask no other server for
    anything, and say to Zotero and search engines what they are about. Records with an error
    are named on standard error and left out, as by export, and no page is removed then.

    \b
    Examples:
      reportcite page records/ -o site/
      reportcite page lit.bib -o site/ --style apa --style din-1505-2 --language de
      reportcite page records/ -o site/ --base-url https://example.org/publications/
    """
    from reportcite.pages.made import SiteSettings

    require_here(output, "a site is written into a folder of this machine")
    if is_stdout(output):
        raise UsageError("no folder given", suggestion="name the folder of the site with -o")
    chosen = [choose("--language", one, _LANGUAGES) for one in language or _LANGUAGES]
    settings = SiteSettings(
        title.strip(),
        tuple(dict.fromkeys(chosen)),
        tuple(dict.fromkeys(style or _STYLES)),
        _with_slash(base_url),
    )
    return _write(source, reporting, settings, output, on_error_of(source, on_error))


def _write(
    source: Input,
    reporting: Reporting,
    settings: "SiteSettings",
    output: str,
    on_error: "OnError | None",
) -> ExitCode:
    from reportcite.batch.work.sound import Screening
    from reportcite.pages.folder import made_before, write_site
    from reportcite.pages.made import site_files

    begun = monotonic()
    _refuse_folder_of_records(source, output)
    results = source.beside(output).records()
    made_before(output)  # a folder that cannot be used is named before all is read
    tally, screening = Tally(reporting), Screening(on_error, policy=reporting.policy)
    records = [*screening.to_write(results)]
    tally.add(screening)
    if tally.stopped or (tally.code and not records):
        tally.close(tally.left_out())
        return tally.code
    files = site_files(records, settings, source.jobs)
    # Whose record cannot be read today keeps the page that others have linked to.
    outcome = write_site(output, files, remove=tally.code == ExitCode.CLEAN)
    tally.written = len(records)
    if not outcome.written:
        tally.keep_all()
    files_line = (
        f"{outcome.written} files written, {outcome.unchanged} unchanged, {outcome.removed} removed"
    )
    tally.close(tally.left_out(), tally.flow(monotonic() - begun), files_line)
    return tally.code


def _refuse_folder_of_records(source: Input, output: str) -> None:
    """Raises UsageError where records are read from the folder of the site."""
    from reportcite.files import is_folder

    site = Path(os.path.abspath(output))  # noqa: PTH100 - names are compared as they are typed
    for name in filter(is_folder, source.files):
        if Path(os.path.abspath(name)).is_relative_to(site):  # noqa: PTH100
            raise UsageError(
                f"{output} holds the records of {name}", suggestion="choose a folder beside them"
            )


def _with_slash(base_url: str) -> str:
    """The address of the site with a slash at its end; UsageError for what is none."""
    from reportcite.values.url import url_problems

    is_http = base_url.lower().startswith(("http://", "https://"))
    wrong = not is_http or not {"?", "#"}.isdisjoint(base_url) or any(url_problems(base_url))
    if base_url and wrong:
        raise UsageError(
            f"--base-url cannot be '{base_url}'",
            suggestion="write it like https://example.org/publications/",
        )
    return base_url if not base_url or base_url.endswith("/") else base_url + "/"
