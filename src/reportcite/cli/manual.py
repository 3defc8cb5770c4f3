"""Pages for `man`, made from the commands: `python -m reportcite.cli.manual FOLDER`.

The language is that of man(7), as groff and mandoc read it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from inspect import cleandoc, getdoc
from os import environ
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import Any, Final, cast

from reportcite.cli.help.command import (
    Command,
    CommandGroup,
    Group,
    commands_of,
    context_settings,
    groups,
    usage_of,
)
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_PROGRAM: Final = "reportcite"
_FILTER: Final = "reportcite-filter"
_WIDTH: Final = 76
EXIT_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "0": "All is well.",
        "1": "Something was found: an error in a record, an invalid number, a file that is not up "
        "to date, nothing where something was searched for.",
        "2": "The command was used wrongly.",
        "3": "A file could not be read or written, or is not what it claims to be; or there is no "
        "such style.",
        "70": "A bug in this program; please report it.",
        "130": "The run was interrupted, as by Ctrl-C.",
    }
)
ENVIRONMENT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "NO_COLOR, FORCE_COLOR": "No colours even on terminals, or colours everywhere; `--color` "
        "overrides both.",
        "PAGER": "What shows long lists on terminals; `less` by default, none where it is empty.",
        "REPORTCITE_CONTACT": "A mail address that is sent to sources of records, as they ask for.",
        "REPORTCITE_TRACEBACK": "Where it is set, a bug is printed with all that is known of it.",
    }
)
_OPTION: Final = pattern(r"(?<![\w-])-{1,2}[A-Za-z][\w-]*")
_QUOTED: Final = pattern(r"`([^`]+)`")
_PLACEHOLDER: Final = pattern(r"(?<![\w-])[A-Z]{2,}(?:\b|(?=\.))")


class _Page(NamedTuple):
    """What a page is made of; `text` is that of a help, its first paragraph one sentence."""

    name: str
    usage: str
    text: str
    groups: Iterable[Group] = ()
    others: Iterable[str] = ()


def pages(app: CommandGroup, day: date, version: str) -> Iterator[tuple[str, str]]:
    """The file name and the text of each page: of the program, its commands and the filter."""
    import typer

    root = typer.Context(app, info_name=_PROGRAM, **context_settings())
    names = [f"{_PROGRAM}-{command}" for command in app.commands]
    commands = commands_of(app)
    usage = f"`{_PROGRAM}` {usage_of(app, root)}"
    found = [_Page(_PROGRAM, usage, app.help or "", [commands, *groups(app, root)], names)]
    for name, one in app.commands.items():
        command = cast(Command, one)
        context: Any = typer.Context(command, info_name=name, parent=root, **context_settings())
        usage = f"`{_PROGRAM} {name}` {usage_of(command, context)}"
        text = command.help or ""
        found.append(_Page(f"{_PROGRAM}-{name}", usage, text, groups(command, context)))
    found.append(_filter_page())
    for page in found:
        yield f"{page.name}.1", "\n".join(_lines(page, day, version)) + "\n"


def _filter_page() -> _Page:
    from reportcite.cli.documents.pandoc_filter import run_process

    text = f"Print the citations of a document that pandoc converts.\n\n{getdoc(run_process)}"
    return _Page(_FILTER, f"`pandoc --filter {_FILTER}` FILE", text)


def _lines(page: _Page, day: date, version: str) -> Iterator[str]:
    title = _escaped(page.name.upper())
    yield f'.TH {title} 1 {day.isoformat()} "{_PROGRAM} {version}" "User Commands"'
    yield from (".nh", ".ad l")  # no hyphens that no name has, no wide gaps
    first, *others = cleandoc(page.text).split("\n\n")
    sentence = " ".join(first.split()).rstrip(".")
    yield from (".SH NAME", f"{_escaped(page.name)} \\- {_escaped(_lower(sentence))}")
    yield from (".SH SYNOPSIS", _marked(page.usage), ".SH DESCRIPTION")
    examples = [block for block in others if block.startswith("\b")]
    for number, block in enumerate([first, *others]):
        if block not in examples:
            yield from ([".PP"] if number else [])
            yield from _filled(block)
    yield from _options(page)
    if page.name != _FILTER:
        yield from _terms("EXIT STATUS", EXIT_CODES)
        yield from _terms("ENVIRONMENT", ENVIRONMENT)
    for block in examples:
        yield ".SH EXAMPLES"
        yield from _verbatim(block.removeprefix("\b\n"))
    yield ".SH SEE ALSO"
    see = sorted([*page.others, _FILTER] if page.name == _PROGRAM else [_PROGRAM])
    yield ",\n".join(f".BR {_escaped(name)} (1)" for name in see)


def _options(page: _Page) -> Iterator[str]:
    """Arguments and options, and the pages of commands."""
    yield from ([".SH OPTIONS"] if page.groups else [])
    for heading, rows in page.groups:
        yield f".SS {_escaped(heading)}"
        for term, text in rows:
            yield ".TP"
            yield _marked(term)
            yield from _filled(text)


def _terms(heading: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield f".SH {heading}"
    for term, text in rows.items():
        yield from (".TP", f".B {_escaped(term)}", *_filled(text))


def _verbatim(block: str) -> Iterator[str]:
    """Lines as they are; a heading of their own is left out."""
    lines = block.splitlines()
    if lines[0].startswith("Example"):
        lines = [line.removeprefix("  ") for line in lines[1:]]
    yield from (".nf", *map(_guarded, map(_escaped, lines)), ".fi")


def _filled(text: str) -> Iterator[str]:
    for line in wrap(_marked(" ".join(text.split())), _WIDTH, **_WRAPPING):
        yield _guarded(line)


_WRAPPING: Final[dict[str, Any]] = {"break_long_words": False, "break_on_hyphens": False}


def _marked(text: str) -> str:
    r"""`text` with options and what stands in backquotes bold, placeholders in italics.

    >>> print(_marked("-o, --output FILE"))
    \fB\-o\fR, \fB\-\-output\fR \fIFILE\fR
    """
    pieces = _QUOTED.split(text)
    for index, piece in enumerate(pieces):
        pieces[index] = _bold(_escaped(piece)) if index % 2 else _options_marked(piece)
    return "".join(pieces)


def _options_marked(text: str) -> str:
    marked, end = "", 0
    for match in _OPTION.finditer(text):
        marked += _italic(text[end : match.start()]) + _bold(_escaped(match[0]))
        end = match.end()
    return marked + _italic(text[end:])


def _bold(escaped: str) -> str:
    return f"\\fB{escaped}\\fR"


def _italic(text: str) -> str:
    return _PLACEHOLDER.sub(r"\\fI\g<0>\\fR", _escaped(text)) if text.isupper() else _escaped(text)


def _escaped(text: str) -> str:
    r"""`text` for roff: hyphens that can be copied, everything beyond ASCII by its code.

    >>> print(_escaped("--as § 4"))
    \-\-as \[u00A7] 4
    """
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"[^\x00-\x7f]", lambda match: f"\\[u{ord(match[0]):04X}]", text)


def _guarded(line: str) -> str:
    """`line`, which is no request, whatever it begins with."""
    return f"\\&{line}" if line.startswith((".", "'")) else line


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def day_of_build() -> date:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), or today."""
    seconds = environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)).date()


def write_pages(folder: Path) -> None:
    """Write all pages to `folder`, which is made; others that were there are removed."""
    from typer.main import get_command

    from reportcite import __version__
    from reportcite.cli.main import COMMANDS, _app

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.1"):
        old.unlink()
    app = cast(CommandGroup, get_command(_app(COMMANDS)))
    for name, text in pages(app, day_of_build(), __version__):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
