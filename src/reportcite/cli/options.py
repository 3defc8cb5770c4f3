"""The options that several commands share, typed once, and what completes their values.

`reads_records` adds them to a command, which is handed two values: an `Input` and a `Reporting`.
"""

# Annotations are not postponed here: Typer would have to compile each of them at every start.

import os
from collections.abc import Callable, Iterator, Mapping
from inspect import Parameter, Signature, signature
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate

import typer

from reportcite.cli.configuration.applying import (
    NOTHING_SET,
    Configured,
    configured_for,
    needless,
)
from reportcite.cli.report import Reporting
from reportcite.cli.target import named_target
from reportcite.errors import ExitCode, Place, UsageError
from reportcite.limits import LIMITS, Limits
from reportcite.problems import SEVERITIES, Severity
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.chunks import Chunk
    from reportcite.batch.work.sound import OnError
    from reportcite.path_patterns import PathPatterns
    from reportcite.problems import Problem
    from reportcite.record.model import Record
    from reportcite.record.selection import Condition


class Input(NamedTuple):
    """What a command reads, as the user asked for it: `files`, and the `sample` record before them.

    `from_` names their format; None leaves it to suffix and content. `jobs` processes share the
    work, and with `fail_fast` nothing is read after the first bad record. Of the records only those
    under `keys`, those that fit `where` and those that the documents `cited_in` cite are taken, or
    else those of the keys `cited`, which stand at the places given. What `excluded` names is passed
    over in folders.
    """

    files: tuple[str, ...] = ()
    sample: bool = False
    from_: str | None = None
    jobs: int = 1
    fail_fast: bool = False
    limits: Limits = LIMITS
    keys: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    cited_in: tuple[str, ...] = ()
    cited: "Mapping[str, Place] | None" = None
    excluded: "tuple[PathPatterns, ...]" = ()

    @property
    def paths(self) -> list[str]:
        """What to read. Raises UsageError if the user named nothing."""
        from reportcite.shipped import records_folder

        # Its files, and not the folder, in which nobody wants to have anything passed over.
        sample = sorted(records_folder().iterdir()) if self.sample else []
        paths = [*map(str, sample), *self.files]
        if not paths:
            raise UsageError("nothing to read", suggestion="name a file, a folder, - or --sample")
        return paths

    def chunks(self, *, uncited: bool = False) -> "Iterator[Chunk]":
        """The records asked for, in chunks; with `uncited` those that no document cites are named.

        Raises UsageError if the user named nothing, or for a condition that is none, and InputError
        for a document that cannot be read; both before anything is read.
        """
        from reportcite.batch.chunks import chunks

        parts = chunks(self.paths, self.from_, self.limits, self.excluded)
        if not (self.keys or self.where or self.cited_in) and self.cited is None:
            return parts
        from reportcite.batch.selecting import Selection, selected

        cited = self.cited
        if self.cited_in:
            from reportcite.documents.cited_keys import cited_keys

            cited = cited_keys(self.cited_in)
        selection = Selection(
            self.keys, tuple(map(_condition, self.where)), cited, uncited and cited is not None
        )
        return selected(parts, selection, self.limits)

    def records(self) -> "Iterator[Record | Problem]":
        """The records of `chunks` one by one; a Problem stands for what could not become one."""
        from reportcite.batch.chunks import results

        return chain.from_iterable(results(chunk, self.limits) for chunk in self.chunks())


def complete_format(incomplete: str) -> list[str]:
    """The exchange formats that begin as typed."""
    from reportcite.formats.registry import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE instead of standard output: whole, or not at all.",
        callback=named_target,
    ),
]
"""That of the commands which write to files."""


def _complete_on_error(incomplete: str) -> list[str]:
    from reportcite.batch.work.sound import ON_ERROR

    return [word for word in ON_ERROR if word.startswith(incomplete)]


OnErrorOption = Annotated[
    str,
    typer.Option(
        "--on-error",
        metavar="WORD",
        help="What becomes of a record with errors: keep (write it all the same), skip (leave it "
        "out) or stop (read no further, change no file; like --fail-fast). Without it records of "
        "YAML and JSON Lines are left out, and those of other formats kept, with warnings.",
        autocompletion=_complete_on_error,
    ),
]
"""That of the commands which write records."""


def on_error_of(source: Input, word: str) -> "OnError | None":
    """What --on-error and --fail-fast mean together; None where the user leaves it to the format.

    Raises UsageError for another word, or for two that contradict each other.
    """
    from reportcite.batch.work.sound import ON_ERROR

    for known in ON_ERROR:
        if word == known != "stop" and source.fail_fast:
            raise UsageError(f"--fail-fast and --on-error {word} exclude each other")
        if word == known:
            return known
    if word:
        from reportcite.cli.suggest import choose

        choose("--on-error", word, ON_ERROR)
    return "stop" if source.fail_fast else None


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
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="What the files hold (yaml, csl-json, jsonl, bibtex, ris, ...). "
            "Without it their suffix decides, or else their content.",
            autocompletion=complete_format,
        ),
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Read the sample record that comes with reportcite.")
    ] = False,
    key: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help="Only the record with this key or id, or whose key alone begins so; repeatable.",
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


def _condition(typed: str) -> "Condition":
    """What `--where` asks for; UsageError where that is no FIELD=TEXT of a field there is."""
    from reportcite.record.selection import condition_of, nearest_selectable

    condition = condition_of(typed)
    if condition is not None:
        return condition
    name, equals, text = typed.partition("=")
    if not equals or not text.strip():
        raise UsageError(
            f"--where cannot be '{typed}'", suggestion="write it like author=beck or year=1986"
        )
    near = nearest_selectable(name)
    raise UsageError(
        f"--where knows no field '{name.strip()}'",
        suggestion=f"did you mean '{near}'?"
        if near
        else "name author, title, year, type, keyword, publisher or another variable of CSL",
    )


def _severity(name: str) -> Severity:
    for severity in SEVERITIES:
        if severity == name:
            return severity
    from reportcite.cli.suggest import nearest

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
