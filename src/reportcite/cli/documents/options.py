"""The options of `cite`, what completes their values, and which of them exclude each other."""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from pathlib import Path
from typing import Annotated, Final

import typer

from reportcite.cli.output import LANGUAGE_OF_SUFFIX, OFFICE_SUFFIXES, by_suffix
from reportcite.errors import UsageError
from reportcite.suggest import choose
from reportcite.tuples import NamedTuple

_KINDS: Final = ("entry", "cite", "narrative")


PRINT_CITES: Final = "add --as cite"
"""What is suggested where a style prints no bibliography."""


class Wanted(NamedTuple):
    """What is to be printed of the records, and where to: entries, or cites with one `locator`, or
    the `citations` of a document and, if asked for, the `bibliography` of their works."""

    kind: str = "entry"
    locator: str | None = None
    citations: tuple[str, ...] = ()
    bibliography: bool = False
    output: str = ""
    copy: bool = False
    unsorted: bool = False
    for_office: bool = False
    group_by: str = ""
    entry_language: bool = False
    annotated: bool = False

    @property
    def has_bibliography(self) -> bool:
        """Whether a bibliography is printed, not cites alone."""
        return self.bibliography if self.citations else self.kind == "entry"


def check(wanted: Wanted) -> None:
    """Raises UsageError for options that exclude each other, or have no meaning alone."""
    kind, locator, citations, unsorted = (
        wanted.kind,
        wanted.locator,
        wanted.citations,
        wanted.unsorted,
    )
    choose("--as", kind, _KINDS)
    if locator is not None and kind == "entry":
        raise UsageError("an entry of a bibliography has no --locator", suggestion="add --as cite")
    if locator is not None and not locator.strip():
        raise UsageError("the locator is empty", suggestion="write it like 'p. 12' or 'ch. 3'")
    if unsorted and (kind != "entry" or citations):
        raise UsageError("--unsorted is for bibliographies", suggestion="leave --unsorted out")
    if citations and (kind != "entry" or locator):
        raise UsageError(
            "--citation says itself how and where works are cited",
            suggestion="leave --as and --locator out",
        )
    if wanted.bibliography and not citations:
        raise UsageError("--bibliography is for --citation", suggestion="leave it out")
    _check_bibliography(wanted)
    if wanted.copy and (unsorted or wanted.for_office):
        raise UsageError(
            "--copy is for what is printed", suggestion="leave --unsorted and the document out"
        )
    if wanted.for_office and (kind != "entry" or citations or unsorted):
        raise UsageError(
            f"a document such as {wanted.output} holds a bibliography",
            suggestion="leave --as, --citation and --unsorted out",
        )


def _check_bibliography(wanted: Wanted) -> None:
    """Raises UsageError for options of bibliographies where there is none, or not in sections."""
    asked = {
        "--group-by": bool(wanted.group_by),
        "--entry-language": wanted.entry_language,
        "--annotated": wanted.annotated,
    }
    for option, is_given in asked.items():
        if is_given and not wanted.has_bibliography:
            raise UsageError(
                f"{option} is for bibliographies",
                suggestion="add --bibliography" if wanted.citations else "leave --as out",
            )
    if wanted.group_by:
        from reportcite.documents.sections import GROUPINGS

        choose("--group-by", wanted.group_by, GROUPINGS)
        if wanted.unsorted:
            raise UsageError(
                "--unsorted cites each record for itself", suggestion="leave --group-by out"
            )


def is_for_office(output: str, output_format: str) -> bool:
    """Whether `output` is to be a file of a word processor.

    Raises UsageError for such a format without such a file: it is nothing to print.
    """
    suffix, named = Path(output).suffix.lower(), f".{output_format.lower()}"
    if named in OFFICE_SUFFIXES and named != suffix:
        hint = f"write such a file with -o bibliography{named}"
        raise UsageError(f"--format cannot be '{output_format}'", suggestion=hint)
    return suffix in OFFICE_SUFFIXES and named in (".", suffix)


def output_language(named: str, output: str) -> str:
    """The language that `--format` has `named`, in any case or as suffixes are, or else the one
    that the suffix of `output` stands for.

    Raises UsageError where there is none of that name or suffix.
    """
    from reportcite.csl.write import OUTPUT_LANGUAGES

    if not named:
        return _language_of(output)
    name = named.lower()
    return choose("--format", LANGUAGE_OF_SUFFIX.get(f".{name}", name), OUTPUT_LANGUAGES)


def _language_of(output: str) -> str:
    """The language that the suffix of `output` stands for; text for a name without a suffix.

    Raises UsageError for another suffix: text in a file called .pdf would help nobody.
    """
    hint = ", or say what to write with --format"
    return by_suffix(output, {"": "text", **LANGUAGE_OF_SUFFIX}, others=OFFICE_SUFFIXES, hint=hint)


def style_names() -> list[str]:
    """The names of all styles."""
    from reportcite.csl.style.finding import search

    return [*dict.fromkeys(style.name for style in search())]  # an alias may be an id as well


def _locales() -> list[str]:
    from reportcite.csl.locale import languages

    return [*languages()]


def _output_languages() -> list[str]:
    from reportcite.csl.write import OUTPUT_LANGUAGES

    return [*OUTPUT_LANGUAGES]


StyleOption = Annotated[
    str,
    typer.Option(
        "--style",
        "-s",
        metavar="STYLE",
        help="apa, chicago, chicago-notes, mla, ... (see `reportcite styles`), or a .csl file.",
        autocompletion=style_names,
    ),
]
LocaleOption = Annotated[
    str,
    typer.Option(
        metavar="LANGUAGE",
        help="Language of dates and terms, such as de-DE.",
        autocompletion=_locales,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="text, html, markdown, rtf, latex, typst, org or rst. Without it the suffix "
        "of -o decides (.docx and .odt, too), or it is text.",
        autocompletion=_output_languages,
    ),
]
KindOption = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="KIND",
        help="entry (in the bibliography), cite (in the text or a note) or narrative "
        "(with the author in the sentence); cites come one to a line, in input order.",
        autocompletion=lambda: list(_KINDS),
    ),
]
LocatorOption = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", help="The place cited: 'p. 12', 'S. 12', 'ch. 3', '§ 4', or just 12."
    ),
]
CitationOption = Annotated[
    list[str] | None,
    typer.Option(
        "--citation",
        metavar="TEXT",
        show_default=False,
        help="Print this citation, written as in pandoc: '[see @key, p. 3; -@other]' or "
        "'@key [p. 3]'; repeatable, in the order of a document.",
    ),
]
BibliographyOption = Annotated[
    bool,
    typer.Option("--bibliography", help="After the citations, a bibliography of their works."),
]
LinksOption = Annotated[
    bool,
    typer.Option(
        "--links/--no-links",
        help="Print DOI, PMCID, PMID and URL as links, except in text.",
    ),
]
CopyOption = Annotated[
    bool,
    typer.Option(
        "--copy",
        help="Put what is printed on the clipboard, too, formatted and as plain text.",
    ),
]
UnsortedOption = Annotated[
    bool,
    typer.Option(
        "--unsorted",
        help="Cite each record on its own, in input order, without year-suffixes: "
        "for any number of records in the same memory.",
    ),
]


def _groupings() -> list[str]:
    from reportcite.documents.sections import GROUPINGS

    return [*GROUPINGS]


GroupByOption = Annotated[
    str,
    typer.Option(
        "--group-by",
        metavar="WORD",
        help="Divide the bibliography into sections: by type, language, keyword, year or script.",
        autocompletion=_groupings,
    ),
]
EntryLanguageOption = Annotated[
    bool,
    typer.Option(
        "--entry-language/--no-entry-language",
        help="Print each entry with the terms of its own language, which its record states.",
    ),
]
AnnotatedOption = Annotated[
    bool,
    typer.Option(
        "--annotated/--no-annotated",
        help="Print the annotation, note or abstract below each entry.",
    ),
]
