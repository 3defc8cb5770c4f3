"""Completion: `--install-completion SHELL` and `--show-completion SHELL` for a shell by name, and
values that are several names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

import typer

from reportcite.errors import ExitCode, UsageError
from reportcite.suggest import choose

SHELLS: Final = ("bash", "zsh", "fish", "powershell", "pwsh")
_INSTALL: Final = "--install-completion"


def complete_for(arguments: Sequence[str], app: typer.Typer) -> ExitCode:
    """Install or show, as the first of `arguments` asks, the completion of `app` for the shell
    that is the second.

    Raises UsageError for a shell that is not known, or for more than one.
    """
    from typer.completion import install_callback, show_callback
    from typer.main import get_command

    option, shell, *others = arguments
    choose(option, shell, SHELLS)
    if others:
        raise UsageError(f"{option} is for one shell", suggestion=f"leave out {' '.join(others)}")
    command = get_command(app)  # which also has Typer get its scripts ready
    callback = install_callback if option == _INSTALL else show_callback
    # It exits where all is well.
    with typer.Context(command, info_name="reportcite") as context, suppress(SystemExit):
        callback(context, command.params[0], shell)
    return ExitCode.CLEAN


def continued(incomplete: str, delimiter: str, names: Iterable[str]) -> list[str]:
    """`names` behind those that are typed already, with `delimiter` between them.

    >>> continued("id,au", ",", ["author", "title"])
    ['id,author', 'id,title']
    """
    before, found, _ = incomplete.rpartition(delimiter)
    return [before + found + name for name in names]
