"""The entry point: picks the command, runs it, and turns what went wrong into an exit code."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, Final

import typer
from typer.exceptions import TyperException

from reportcite.cli.terminal import ReaderGone, print_error
from reportcite.errors import ExitCode, ReportciteError

COMMANDS: Final = ("cite", "check", "isbn", "export", "styles", "render")
"""Each is the function of that name in the module of that name, in the order of `--help`."""

_COMPLETION: Final = (["--install-completion"], ["--show-completion"])
"""Typer's options, which are for the shell they are run in, and pass over a name behind them."""

_INTERNAL_ERROR: Final = 70
"""The exit code of a bug in reportcite (EX_SOFTWARE of sysexits.h)."""


def script() -> None:
    """Run the command line of this process and end the process.

    A bug becomes one line; its traceback is printed where REPORTCITE_TRACEBACK is set.
    """
    # A cold citation is mostly imports, and looking for garbage among what they make, on the way
    # and at the end, took a sixth of it.
    gc.set_threshold(100_000)
    _clean_up_when_ended()
    if sys.stdin is None:  # closed by the caller: there is nothing to read
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    try:
        code = main(sys.argv[1:])
    except Exception as error:
        if "REPORTCITE_TRACEBACK" in os.environ:
            raise
        print_error(
            f"internal error: {type(error).__name__}: {error} "
            "(please report it, with what REPORTCITE_TRACEBACK=1 prints)"
        )
        code = _INTERNAL_ERROR
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
    named = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    # Only the command that runs is imported: `cite` does not pay for the options of `export`.
    app = _app([named] if named else COMMANDS)
    try:
        if arguments[:1] in _COMPLETION and arguments[1:]:
            from reportcite.cli.completion import complete_for

            code = complete_for(arguments, app)
        else:
            code = app(list(arguments), prog_name="reportcite", standalone_mode=False)
    except ReportciteError as error:
        print_error(str(error))
        return error.exit_code
    except TyperException as error:
        print_error(_usage_message(error, named))
        return ExitCode.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except ReaderGone:
        return _leave_closed_pipe()
    except OSError as error:
        # Help and version are written by Typer; commands name the target of what they write.
        if named and "--help" not in arguments:
            raise
        print_error(f"<stdout>: cannot be written: {error.strerror}")
        _leave_closed_pipe()
        return ExitCode.UNREADABLE
    return int(code or ExitCode.CLEAN)


def _app(commands: Iterable[str]) -> typer.Typer:
    # Help without colours needs no rich, which would cost more than the command itself.
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_root)
    for name in commands:
        app.command()(getattr(import_module(f"reportcite.cli.commands.{name}"), name))
    return app


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
    reportcite isbn 978-3-948289-82-9                  is this ISBN valid?
    reportcite export records/ -o refs.bib             BibTeX, RIS, CSL-JSON, ...
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)


def _usage_message(error: TyperException, command: str) -> str:
    words = f"reportcite {command}".rstrip()
    return f"{error.format_message().rstrip('.')} ('{words} --help' lists what there is)"


def _leave_closed_pipe() -> ExitCode:
    """The reader has seen enough: no failure, and no word about it when Python flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return ExitCode.CLEAN
