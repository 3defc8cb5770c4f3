"""The entry point: picks the command, runs it, and turns what went wrong into an exit code."""

from __future__ import annotations

import errno
import gc
import io
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer.exceptions import TyperException

from reportcite.cli.configuration.applying import apply, origin, settings_in
from reportcite.cli.help.command import Command, CommandGroup, context_settings
from reportcite.cli.screen.colour import coloured_as_asked
from reportcite.cli.screen.messages import messages_as_asked, print_failure
from reportcite.cli.terminal import ReaderGone, close_results
from reportcite.errors import ExitCode, OutputError, Place, ReportciteError
from reportcite.files import where_to_make_room

if TYPE_CHECKING:
    from reportcite.cli.configuration.loading import Loaded

COMMANDS: Final = (
    *("cite", "check", "list", "verify", "isbn", "id", "export", "merge", "add", "new"),
    *("page", "styles", "render", "config", "schema"),
)
"""Each is the function of that name in the module of that name, with an underscore behind it where
Python has a function of that name; in the order of `--help`."""

CONFIGURABLE: Final = (
    *("cite", "check", "list", "verify", "isbn", "id", "export", "merge", "add", "new", "page"),
)
"""Those whose options have defaults in files and variables."""

_HELP_OPTIONS: Final = frozenset({"-h", "--help"})
_COMPLETION: Final = (["--install-completion"], ["--show-completion"])
"""Typer's options, which are for the shell they are run in, and pass over a name behind them."""

_LIMITS: Final = (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM)
"""Too many open files, here or in the whole system; too many processes; too little memory."""


def run_process() -> None:
    """Run the command line of this process and end the process.

    A bug becomes one line; its traceback is printed where REPORTCITE_TRACEBACK is set.
    """
    _clean_up_when_ended()
    if sys.stdin is None:  # closed by the caller: there is nothing to read
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    try:
        code = main(sys.argv[1:])
    except Exception as error:
        if "REPORTCITE_TRACEBACK" in os.environ:
            raise
        code, message = outcome_of(error)
        with messages_as_asked(sys.argv[1:]):
            print_failure(message, error)
    gc.freeze()
    sys.exit(code)


def _clean_up_when_ended() -> None:
    """Have a run that is asked to end do so as one that fails: unfinished files are removed."""

    def end(number: int, frame: object) -> None:
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # not every system has them
        # Who started this run may have it pass over a hang-up (nohup).
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; nothing but a bug in the program is raised."""
    with coloured_as_asked(arguments), messages_as_asked(arguments):
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    named = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    # Only the command that runs is imported: `cite` does not pay for the options of `export`.
    only_help = bool(arguments) and _HELP_OPTIONS.issuperset(arguments)
    others = () if arguments == ["--version"] else COMMANDS
    app = _app([named] if named else others, described=only_help)
    set_: Loaded | None = None
    try:
        if arguments[:1] in _COMPLETION and arguments[1:]:
            from reportcite.cli.completion import complete_for

            code = complete_for(arguments, app)
        else:
            _refuse_dashes(arguments)
            helps = not _HELP_OPTIONS.isdisjoint(arguments)
            if named in CONFIGURABLE and not helps:
                set_ = settings_in(os.environ)
            code = app(list(arguments), prog_name="reportcite", standalone_mode=False, obj=set_)
    except SystemExit as end:
        # So Typer ends a run where nobody takes its help.
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        close_results()
        code = ExitCode.CLEAN
    except (Exception, KeyboardInterrupt) as error:
        if isinstance(error, OSError) and (not named or not _HELP_OPTIONS.isdisjoint(arguments)):
            # Help, version and completion are written by Typer; commands name their targets.
            place = Place(str(error.filename or "<stdout>"))
            error = OutputError(f"cannot be written: {error.strerror}", place=place)
            close_results()
        code, message = outcome_of(error, named)
        if code == ExitCode.BUG:
            raise
        message += _of_one_hyphen(arguments, named, error)
        if isinstance(error, ReaderGone):
            close_results()
        if set_ is not None and (where := origin(set_, named, message)):
            message += f": {where}"
        if message:
            print_failure(message, error)
    return int(code or ExitCode.CLEAN)


def outcome_of(error: BaseException, command: str = "") -> tuple[ExitCode, str]:
    """The exit code of a run of `command` that `error` ended, and what to print, which may be "".

    What none of the package's own exceptions, Typer's or an interrupt is, is a bug.
    """
    if isinstance(error, ReportciteError):
        return error.exit_code, str(error)
    if isinstance(error, TyperException):
        return ExitCode.USAGE, _usage_message(error, command)
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return ExitCode.INTERRUPTED, ""
    if isinstance(error, ReaderGone):  # it has seen enough, which is no failure
        return error.code, ""
    if limit := _limit(error):
        return ExitCode.UNREADABLE, limit
    return ExitCode.BUG, (
        f"internal error: {type(error).__name__}: {error} "
        "(please report it, with what REPORTCITE_TRACEBACK=1 prints)"
    )


def _limit(error: BaseException) -> str:
    """What the system does not allow, where `error` says so; else ""."""
    if isinstance(error, MemoryError):
        return "there is too little memory for this (try --jobs 1, or less at once)"
    if not isinstance(error, OSError):
        return ""
    if error.errno in _LIMITS:
        return f"the system allows no more: {error.strerror} (`ulimit -a` shows its limits)"
    if where := where_to_make_room(error):
        return f"there is no room for what is unfinished: {error.strerror} ({where})"
    if isinstance(error, FileNotFoundError) and not error.filename:
        # The folder that one works in was deleted, or none is there for what is unfinished.
        return f"the system has no folder for this: {error.strerror}"
    return ""


def _app(commands: Iterable[str], *, described: bool = False) -> typer.Typer:
    """The program with `commands`, or only with what they say of themselves, where that is all that
    is asked for: Typer takes half a millisecond for the options of each."""
    # Help without colours needs no rich, which would cost more than the command itself.
    settings = context_settings()
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(cls=CommandGroup, invoke_without_command=True, context_settings=settings)(_root)
    for name in commands:
        function = _function(name)
        app.command(name, cls=Command)(_without_options(function) if described else function)
    return app


def _without_options(function: Callable[..., ExitCode]) -> Callable[[], None]:
    def nothing() -> None:
        """Is never run."""

    nothing.__doc__ = function.__doc__
    return nothing


def _function(command: str) -> Callable[..., ExitCode]:
    functions = vars(import_module(f"reportcite.cli.commands.{command}"))
    found: Callable[..., ExitCode] = functions.get(command) or functions[f"{command}_"]
    return found


def command_of(name: str) -> Any:
    """The command called `name`, with its options, as Typer makes it of its function."""
    app = typer.Typer(add_completion=False)
    app.command(name)(_function(name))
    return typer.main.get_command(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from reportcite import __version__

        typer.echo(f"reportcite {__version__}")
        raise typer.Exit()


def _root(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Check, cite and export the bibliographic records of reports.

    \b
    reportcite cite my-report.yaml                     the citation in APA
    reportcite cite my-report.yaml --style chicago     in any other CSL style
    reportcite check my-report.yaml                    what is wrong or missing
    reportcite list library.bib beck 1986              which records are there?
    reportcite verify refs.txt library.bib             are these references right?
    reportcite isbn 978-3-948289-82-9                  is this ISBN valid?
    reportcite export records/ -o refs.bib             BibTeX, RIS, CSL-JSON, ...
    reportcite merge a.bib b.ris -o all.bib            several lists as one
    reportcite add 10.1234/abc                         a record from its DOI
    reportcite page records/ -o site/                  a site of publications
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)
    if context.obj is not None:
        apply(context.obj, context, context.invoked_subcommand)


def _usage_message(error: TyperException, command: str) -> str:
    words = f"reportcite {command}".rstrip()
    message = error.format_message().rstrip(".")
    if typed := getattr(error, "option_name", ""):
        from reportcite.cli.help.mistyped import meant_option

        if meant := meant_option(typed, _options_of(command)):
            message = f"No such option: {typed}. Did you mean {meant}?"
    message = re.sub(r"is not a valid int(?:eger)?(?: range)?$", "is not a whole number", message)
    message = re.sub(r"is not in the range x>=(\d+)$", r"is less than \1", message)
    return f"{message} ('{words} --help' lists what there is)"


def _options_of(command: str) -> list[str]:
    parameters = command_of(command).params if command in COMMANDS else ()
    return [name for one in parameters for name in one.opts if name.startswith("--")]


def _refuse_dashes(arguments: Sequence[str]) -> None:
    if not "".join(arguments).isascii():
        from reportcite.cli.help.mistyped import refuse_dashes

        refuse_dashes(arguments)


def _of_one_hyphen(arguments: Sequence[str], command: str, error: BaseException) -> str:
    """A word about an option with one hyphen, which is read as a short one and its value, where a
    run of `command` ended in an `error`."""
    if not command or not isinstance(error, ReportciteError):
        return ""
    from reportcite.cli.help.mistyped import with_one_hyphen

    word = with_one_hyphen(arguments, _options_of(command))
    return f" (write -{word} with two hyphens)" if word else ""
