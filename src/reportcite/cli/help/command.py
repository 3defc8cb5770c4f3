"""Commands whose help has its options in groups, headed and coloured on terminals that can show it.

Rich, with which Typer groups options, is not used: it would cost more than most commands.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import cleandoc
from textwrap import shorten
from types import MappingProxyType
from typing import Any, Final, Protocol

from typer.core import TyperCommand, TyperGroup, TyperOption

from reportcite.cli.screen.colour import OPTION, WHENS, painted, takes_colour
from reportcite.cli.screen.messages import FORMATS
from reportcite.cli.screen.messages import OPTION as MESSAGES
from reportcite.patterns import pattern
from reportcite.suggest import choose
from reportcite.tuples import NamedTuple

_ARGUMENTS: Final = "Arguments"
_OWN: Final = "Options"
_GROUPS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        _ARGUMENTS: frozenset(),
        _OWN: frozenset(),
        "Rules": frozenset({"--select", "--ignore", "--fail-on", "--list-rules", "--explain"}),
        "Output": frozenset(
            {"--output", "--output-dir", "--append", "--format", "--copy", "--json", "--jsonl"}
            | {"--links", "--columns", "--language", "--key-map", "--report"}
            | {"--parts", "--shard", "--resume", "--cluster"}
        ),
        "Input": frozenset(
            {"--from", "--sample", "--key", "--where", "--cited-in", "--column", "--exclude"}
            | {"--assume-language", "--max-record-size", "--jobs"}
        ),
        "Messages and errors": frozenset(
            {"--on-error", "--fail-fast", "--severity", "--max-problems", "--quiet"}
            | {"--report-loss", "--strict"}
        ),
        "General": frozenset(
            {OPTION, MESSAGES, "--help", "--version", "--install-completion", "--show-completion"}
        ),
    }
)
"""The groups, in their order, and the options that are in one whichever command has them; all
others are the command's own."""
_RANGE: Final = pattern(r"(?:; |  \[(?=[^];]*\]$))x>=\d+\]$")
_SENTENCE: Final = pattern(r"(?<=[^.]\.) (?=[A-Z])")
_MOST_TOLD: Final = 72
"""Characters that a shell is told about an option."""
_NARROW: Final = 60
"""Columns below which what an option means stands under its name rather than beside it."""
_WIDEST: Final = 80
_WIDEST_TERM: Final = 25
_HYPHEN: Final = "\N{NON-BREAKING HYPHEN}"


class HelpRow(NamedTuple):
    """An argument or option: as it is typed, and what it means."""

    term: str
    text: str


class Group(NamedTuple):
    """Some parameters of a command under a heading."""

    heading: str
    rows: list[HelpRow]


class _Formatter(Protocol):
    """Typer's, as far as it is used here."""

    width: int

    def section(self, name: str) -> Any: ...
    def write_dl(self, rows: Any, col_max: int = ...) -> None: ...
    def write_usage(self, prog: str, args: str = ..., prefix: str | None = ...) -> None: ...
    def indentation(self) -> Any: ...
    def write(self, string: str) -> None: ...
    def write_text(self, text: str) -> None: ...


def context_settings() -> dict[str, Any]:
    """How Typer is to print help: with colours or without, and not wider than the terminal."""
    return {
        "help_option_names": ["-h", "--help"],
        "color": takes_colour(sys.stdout),
        "terminal_width": max(min(shutil.get_terminal_size().columns, _WIDEST) - 2, 20),
    }


def groups(command: Any, context: Any) -> list[Group]:
    """The parameters of `command` by group, the groups in their order."""
    found: dict[str, list[HelpRow]] = {}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            term, text = record
            entry = HelpRow(_unbraced(term), _RANGE.sub(_without_range, text))
            found.setdefault(_heading(parameter), []).append(entry)
    return [Group(heading, found[heading]) for heading in _GROUPS if heading in found]


def commands_of(program: TyperGroup) -> Group:
    """The commands, each with what it does."""
    commands = program.commands.items()
    return Group("Commands", [HelpRow(name, one.get_short_help_str(200)) for name, one in commands])


def _heading(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _ARGUMENTS
    names = parameter.opts
    return next((one for one, known in _GROUPS.items() if not known.isdisjoint(names)), _OWN)


def _without_range(match: re.Match[str]) -> str:
    """A default stays; that a number is to be one that makes sense needs no words."""
    return "]" if match[0].startswith(";") else ""


def _unbraced(term: str) -> str:
    return term.removeprefix("{").removesuffix("}")


def usage_of(command: Any, context: Any) -> str:
    """What may stand behind the name of `command`."""
    return " ".join(map(_unbraced, command.collect_usage_pieces(context)))


def color_option() -> TyperOption:
    """`--color`, which `coloured_as_asked` acts on; here it is only held to what it may be."""
    said = "Colours: auto (on terminals; NO_COLOR and FORCE_COLOR are respected), always or never."
    return _held_to(OPTION, "WHEN", WHENS, "auto", said)


def _of_all() -> list[TyperOption]:
    """What every command has."""
    return [color_option(), messages_option()]


def messages_option() -> TyperOption:
    """`--messages`, which `messages_as_asked` acts on; here it is only held to what it may be."""
    said = "How messages on standard error are written: text, or json (JSON Lines, for programs)."
    return _held_to(MESSAGES, "FORMAT", FORMATS, "text", said)


def _held_to(
    name: str, metavar: str, choices: Sequence[str], default: str, said: str
) -> TyperOption:
    """An option that is one of `choices`, and that the command itself is not handed."""
    return TyperOption(
        param_decls=[name],
        metavar=metavar,
        default=default,
        show_default=False,
        expose_value=False,
        callback=lambda context, parameter, value: choose(name, value, choices),
        autocompletion=lambda *_: [*choices],
        help=said,
    )


class _OwnHelp:
    """What both kinds of commands have; it stands before Typer's class among the bases of one."""

    def __init__(self, *arguments: Any, params: Iterable[Any] = (), **settings: Any) -> None:
        """As Typer's own, of which no parameter but `params` is looked at."""
        own = [*params, *_of_all()]
        super().__init__(*arguments, params=own, **settings)  # type: ignore[call-arg]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how it is called."""
        _write_usage(self, ctx, formatter)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what it does."""
        _write_text(self, formatter)

    def get_help(self, ctx: Any) -> str:
        """All of the help."""
        return _broken(super().get_help(ctx))  # type: ignore[misc]

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may stand at the end of a line that ends with `incomplete`."""
        return _for_shells(super().shell_complete(ctx, incomplete))  # type: ignore[misc]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the parameters, group by group."""
        _write_groups(groups(self, ctx), formatter)


class Command(_OwnHelp, TyperCommand):
    """One command, with `--color` and `--messages` beside its own options."""


class CommandGroup(_OwnHelp, TyperGroup):
    """The program itself, with `--color` and `--messages` beside its own options."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, and then the options."""
        _write_groups([commands_of(self)], formatter)
        super().format_options(ctx, formatter)


def _for_shells(offered: Iterable[Any]) -> list[Any]:
    """The completions, each with a few words about it.

    Typer has rich print these, which takes brackets for markup, and breaks lines at the width of
    the terminal; shells take what stands on the next line for another completion.
    """
    os.environ["COLUMNS"] = "1000"
    found = []
    for one in offered:
        if one.help:
            one.help = shorten(_SENTENCE.split(one.help)[0], _MOST_TOLD, placeholder="…")
            one.help = one.help.replace("[", "\\[")
        found.append(one)
    return found


def _write_usage(command: Any, context: Any, formatter: _Formatter) -> None:
    formatter.write_usage(
        context.command_path, usage_of(command, context), _heading_text("Usage:") + " "
    )


def _write_text(command: Any, formatter: _Formatter) -> None:
    formatter.write("\n")
    with formatter.indentation():
        formatter.write_text(_unbroken(cleandoc(command.help or "")))


def _write_groups(found: Sequence[Group], formatter: _Formatter) -> None:
    widest = 4 if formatter.width < _NARROW else _WIDEST_TERM
    lengths = [len(term) for _, rows in found for term, _ in rows]
    # One column for all groups, by spaces behind the terms that fit into it.
    column = max((length for length in lengths if length <= widest), default=0)
    for heading, rows in found:
        with formatter.section(_heading_text(heading)):
            formatter.write_dl([*_rows(rows, column)], widest)


def _rows(rows: Iterable[HelpRow], column: int) -> Iterator[tuple[str, str]]:
    coloured = takes_colour(sys.stdout)
    for term, text in rows:
        shown = painted(term, "option") if coloured else term
        yield shown + " " * (column - len(term)), _unbroken(text)


def _unbroken(text: str) -> str:
    """`text`, of which no line ends within `--on-error` or `csl-json`; see `_broken`."""
    return text.replace("-", _HYPHEN)


def _broken(text: str) -> str:
    return text.replace(_HYPHEN, "-")


def _heading_text(heading: str) -> str:
    return painted(heading, "heading") if takes_colour(sys.stdout) else heading
