"""The page of all commands, from their help."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc, getdoc
from typing import Any, cast

import typer
from typer.main import get_command

from reportcite.cli.documents.pandoc_filter import run_process
from reportcite.cli.help.command import Command, CommandGroup, Group, groups, usage_of
from reportcite.cli.main import COMMANDS, _app
from reportcite.cli.manual import ENVIRONMENT, EXIT_CODES
from tests.reference.markdown import block, code, codes, plain, table

_OF_ALL = "General"


def commands() -> str:
    app = cast(CommandGroup, get_command(_app(COMMANDS)))
    root = typer.Context(app, info_name="reportcite", help_option_names=["-h", "--help"])
    names = ((f"[`{name}`](#{name})", _short(app, name)) for name in app.commands)
    parts = [
        "# Commands\n",
        "What `reportcite COMMAND --help` and `man reportcite-COMMAND` say, on one page.\n",
        table(["command", "what it does"], names),
    ]
    for name, one in app.commands.items():
        context: Any = typer.Context(one, info_name=name, parent=root)
        parts += _command(name, cast(Command, one), context)
    parts += [
        "## reportcite-filter\n",
        block("pandoc --filter reportcite-filter FILE"),
        f"{plain(getdoc(run_process) or '')}\n",
        "## Of all commands\n",
        *_tables(group for group in groups(app, root) if group.heading == _OF_ALL),
        "## Exit codes\n",
        table(["code", "what it says"], EXIT_CODES.items()),
        "[Files, streams and exit codes](../files.md#exit-codes) says more.\n",
        "## Variables\n",
        table(
            ["variable", "what it does"],
            ((codes(k.split(", ")), v) for k, v in ENVIRONMENT.items()),
        ),
        "Each setting has a variable, too: see [settings](settings.md).\n",
    ]
    return "\n".join(parts)


def _short(app: CommandGroup, name: str) -> str:
    return plain(app.commands[name].get_short_help_str(200))


def _command(name: str, command: Command, context: Any) -> Iterator[str]:
    yield f"## {name}\n"
    yield block(f"reportcite {name} {usage_of(command, context)}")
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        yield _paragraph(paragraph)
    yield from _tables(one for one in groups(command, context) if one.heading != _OF_ALL)


def _paragraph(text: str) -> str:
    """Lines that are shown as they are, such as examples, are a block of code."""
    if not text.startswith("\b\n"):
        return plain(text) + "\n"
    lines = text.removeprefix("\b\n").splitlines()
    head = [lines.pop(0) + "\n"] if lines[0].startswith("Example") else []
    return "\n".join([*head, block("\n".join(line.removeprefix("  ") for line in lines))])


def _tables(found: Iterator[Group]) -> Iterator[str]:
    for heading, entries in found:
        yield f"**{heading}**\n"
        yield table(["", ""], ((code(term), plain(text)) for term, text in entries))
