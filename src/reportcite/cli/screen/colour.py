"""Which streams get colours, and what is printed in which.

Colours are those of ECMA-48 (SGR), of which every terminal has its own shade. Who wants none sets
NO_COLOR (no-color.org), who wants them in a pipe, too, FORCE_COLOR (force-color.org); an option
overrides both, and of the two NO_COLOR counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final, Protocol

from reportcite.cli.terminal import Printable, escape_line
from reportcite.problems import Problem

OPTION: Final = "--color"
WHENS: Final = ("auto", "always", "never")
"""What `--color` may be: on terminals, everywhere, nowhere."""
_NEVER, _ALWAYS = "NO_COLOR", "FORCE_COLOR"
_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "error": "1;31",  # bold and red
        "warning": "33",  # yellow
        "notice": "36",  # cyan
        "valid": "32",  # green
        "invalid": "1;31",
        "removed": "31",
        "added": "32",
        "place": "1",  # bold
        "heading": "1",
        "option": "36",
    }
)


class Stream(Protocol):
    """What may be a terminal."""

    def isatty(self) -> bool:
        """Whether it is one."""


def takes_colour(stream: Stream | None) -> bool:
    """Whether what goes to `stream` is to be coloured, as the environment says it or the terminal
    can show it. A stream that is closed takes none."""
    if os.environ.get(_NEVER):
        return False
    if os.environ.get(_ALWAYS):
        return stream is not None
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def coloured_as_asked(arguments: Sequence[str]) -> Iterator[None]:
    """Have the environment say what `--color` among `arguments` does, while the block runs.

    So whatever prints looks at one place, other programs that are started too. A word that is none
    of `WHENS` changes nothing: it is refused where options are read.
    """
    before = {name: os.environ.get(name) for name in (_NEVER, _ALWAYS)}
    match asked(OPTION, arguments):
        case "always":
            os.environ.pop(_NEVER, None)
            os.environ[_ALWAYS] = "1"
        case "never":
            os.environ[_NEVER] = "1"
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def asked(option: str, arguments: Sequence[str]) -> str:
    """The value of the last `option` among `arguments` before `--`; "" where there is none."""
    value = ""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for word, following in zip(options, [*options[1:], ""], strict=False):
        if word == option:
            value = following
        elif word.startswith(f"{option}="):
            value = word.removeprefix(f"{option}=")
    return value


def painted(text: str, what: str) -> str:
    """`text` in the colour of `what`: one of `_CODES`, such as a severity."""
    return f"\x1b[{_CODES[what]}m{text}\x1b[0m"


def line_of(problem: Problem, stream: Stream | None) -> str:
    """The line that says `problem`, ready for `stream`; in colours where it takes these."""
    if not takes_colour(stream):
        return str(problem)
    place, found = str(problem.place), f"{problem.severity} {problem.rule.name}"
    rest = str(problem).removeprefix(f"{place}: {found}")
    return Printable(
        painted(escape_line(place), "place")
        + ": "
        + painted(found, problem.severity)
        + escape_line(rest)
    )
