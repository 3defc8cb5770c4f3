"""The options of all commands that look at lists of identifiers, typed once.

`reads_lists` adds them to a command, which is handed what they mean, an `Options`.
"""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, Concatenate

import typer

from reportcite.cli.options.single import (
    REPORT_LANGUAGES,
    AsJson,
    ReportLanguage,
    exchange_formats,
)
from reportcite.cli.target import named_target
from reportcite.errors import ExitCode
from reportcite.suggest import choose
from reportcite.tuples import NamedTuple


class Options(NamedTuple):
    """What the user asked for; `output` is "" or "-" for standard output."""

    from_: str | None = None
    as_json: bool = False
    as_lines: bool = False
    output: str = ""
    column: str = ""
    invalid_only: bool = False
    language: str = "en"


def list_options(
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the list again to FILE (.csv, .tsv, .xlsx, .ods) with columns added that "
            "say what was found; or what was found as .jsonl; or what is wrong as .html or .sarif.",
            callback=named_target,
        ),
    ] = "",
    column: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The column of a table, by its name, number or letter. Without it the column "
            "is found by what it holds.",
        ),
    ] = "",
    invalid_only: Annotated[
        bool, typer.Option("--invalid-only", help="Leave out what is valid.")
    ] = False,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="What files and standard input hold, if it is records (yaml, jsonl, bibtex, ...).",
            autocompletion=exchange_formats,
        ),
    ] = None,
    as_json: AsJson = False,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Print JSON Lines, with the numbers of rows and lines.")
    ] = False,
    language: ReportLanguage = "en",
) -> Options:
    """What the options, which are the parameters of this function, mean together.

    Raises UsageError for a language in which no report is written.
    """
    choose("--language", language, REPORT_LANGUAGES)
    return Options(from_, as_json, as_lines, output, column, invalid_only, language)


_SHARED = signature(list_options).parameters


def reads_lists(
    command: Callable[Concatenate[Options, ...], ExitCode],
) -> Callable[..., ExitCode]:
    """`command` with the options of lists behind its CODE..., and its own behind these.

    Typer takes the parameters of what is returned for the options; `command` is called with the
    `Options`, and with its own.
    """
    _, codes, *own = signature(command, eval_str=True).parameters.values()

    def run(**given: Any) -> ExitCode:
        options = list_options(**{name: given.pop(name) for name in _SHARED})
        return command(options, **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {}
    several = [codes, *_SHARED.values(), *own]
    keyword_only = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in several]
    run.__signature__ = Signature(keyword_only)  # type: ignore[attr-defined]
    return run
