"""The options of all commands that read records, typed once.

`reads_records` adds them to a command, which is handed two values: an `Input` and a `Reporting`.
"""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import os
from collections.abc import Callable
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate

import typer

from reportcite.cli.configuration.applying import (
    NOTHING_SET,
    Configured,
    configured_for,
    needless,
)
from reportcite.cli.options.input import Input
from reportcite.cli.options.single import FromOption
from reportcite.cli.report import Reporting
from reportcite.errors import ExitCode, UsageError
from reportcite.limits import LIMITS, Limits
from reportcite.problems import SEVERITIES, Severity

if TYPE_CHECKING:
    from reportcite.path_patterns import PathPatterns


def shared_values(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Files of records, folders of such files, or - for standard input.",
        ),
    ] = None,
    from_: FromOption = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Read the sample record that comes with reportcite.")
    ] = False,
    key: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help="Only the record with this key or id; its beginning is enough where no other key "
            "begins like that; repeatable.",
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=TEXT",
            show_default=False,
            help="Only records like author=beck, year=1986, type=report or keyword=work; "
            "of several all must hold.",
        ),
    ] = None,
    cited_in: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DOCUMENT",
            show_default=False,
            help="Only what a document cites: .md, .qmd, .Rmd, .tex, .aux, .bcf, .typ, .org or "
            ".ipynb; repeatable.",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=0,
            show_default=False,
            help="How many processes share the work; as many as there are cores by default. "
            "The result does not depend on it.",
        ),
    ] = 0,
    fail_fast: Annotated[
        bool,
        typer.Option("--fail-fast", help="Stop at the first bad record; no file is changed then."),
    ] = False,
    max_record_size: Annotated[
        int,
        typer.Option(
            "--max-record-size",
            metavar="N",
            min=1,
            help="How many characters a record may have before it is left out.",
        ),
    ] = LIMITS.max_record_size,
    assume_language: Annotated[
        str,
        typer.Option(
            "--assume-language",
            metavar="TAG",
            help="The language of BibTeX entries that state none: with en their titles are set in "
            "sentence case.",
        ),
    ] = "",
    severity: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="The lowest severity to report: error, warning or notice; all are counted.",
            autocompletion=lambda: list(SEVERITIES),
        ),
    ] = "notice",
    max_problems: Annotated[
        int | None,
        typer.Option(
            "--max-problems",
            metavar="N",
            min=0,
            help="Report at most N problems; the others are only counted.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no closing line, only problems.")
    ] = False,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            show_default=False,
            help="Pass over what PATTERN names in folders, as in .gitignore; repeatable.",
        ),
    ] = None,
    configured: Configured = NOTHING_SET,
) -> tuple[Input, Reporting]:
    """What the shared options, which are the parameters of this function, mean together with what
    is `configured` beside them.

    Raises UsageError for a severity or a language that is none.
    """
    if assume_language:
        _require_tag(assume_language)
    source = Input(
        tuple(files or ()),
        sample,
        from_,
        min(jobs or cores(), _MOST_FOR_A_CORE * cores()),
        fail_fast,
        Limits(max_record_size, assumed_language=assume_language),
        keys=tuple(key or ()),
        where=tuple(where or ()),
        cited_in=tuple(cited_in or ()),
        excluded=_excluded(exclude, configured),
    )
    return source, Reporting(quiet, max_problems, _severity(severity), configured.policy)


def _excluded(typed: list[str] | None, configured: Configured) -> "tuple[PathPatterns, ...]":
    """The patterns that are typed hold where one works, and instead of those that are set."""
    if not typed:
        return (configured.exclude,) if configured.exclude else ()
    from reportcite.path_patterns import PathPatterns, wrong_pattern

    wrong = wrong_pattern(typed)
    if wrong is not None:
        raise UsageError(
            f"--exclude cannot be '{wrong}'", suggestion="write a pattern as in .gitignore"
        )
    return (PathPatterns(tuple(typed), str(Path.cwd())),)


_MOST_FOR_A_CORE = 4
"""Processes that a core is given at most; more would only take memory."""
_SHARED = {
    name: parameter
    for name, parameter in signature(shared_values).parameters.items()
    if name != "configured"
}


def reads_records(
    command: Callable[Concatenate[Input, Reporting, ...], ExitCode],
) -> Callable[..., ExitCode]:
    """`command` with the shared options beside its own: FILE first, the other shared ones last.

    Typer takes the parameters of what is returned for the options; `command` is called with the
    two values that the shared ones mean, and with its own.
    """
    files, *others = _SHARED.values()
    _, _, *own = signature(command, eval_str=True).parameters.values()

    def run(context: typer.Context, **given: Any) -> ExitCode:
        shared = {name: given.pop(name) for name in _SHARED}
        source, reporting = shared_values(**shared, configured=configured_for(context))
        given |= needless(context, given)
        return command(source, reporting, **given)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {}
    keyword_only = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own]
    context = Parameter("context", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    several = [files, *keyword_only, *others, context]
    run.__signature__ = Signature(several)  # type: ignore[attr-defined]
    return run


def _severity(name: str) -> Severity:
    for severity in SEVERITIES:
        if severity == name:
            return severity
    from reportcite.suggest import nearest

    raise UsageError(f"--severity cannot be '{name}'", suggestion=nearest(name, SEVERITIES))


def _require_tag(text: str) -> None:
    from reportcite.values.language import is_tag

    if not is_tag(text):
        raise UsageError(
            f"--assume-language cannot be '{text}'", suggestion="write a tag, such as en or de"
        )


def cores() -> int:
    """The processors this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
