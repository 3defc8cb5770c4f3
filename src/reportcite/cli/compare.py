"""`reportcite export --check`: how files differ from what would be written to them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from reportcite.cli.modeline import without_modelines
from reportcite.cli.output import writing
from reportcite.cli.screen.colour import painted, takes_colour
from reportcite.cli.terminal import Printable, escape_line
from reportcite.errors import InputError, Place


def differs(pieces: Iterable[bytes], target: str) -> bool:
    """Whether the file `target`, unpacked, differs from `pieces`; if so, print how.

    Lines for editors may differ: they name what is installed on a machine.

    A file that is not there is empty. Raises InputError for one that cannot be read.
    """
    old, new = _content(target), b"".join(pieces).decode()
    if old == new or without_modelines(old) == without_modelines(new):
        return False
    with writing("-") as write:
        for line in _diff(old, new, target):
            write(_shown(line))
    return True


def _shown(line: str) -> str:
    """A line of the difference; on a terminal what is to go is red, what is to come green."""
    shown = escape_line(line)
    what = {"-": "removed", "+": "added"}.get(line[:1])
    if what and takes_colour(sys.stdout):
        shown = painted(shown, what)
    return Printable(shown + "\n")


def _content(target: str) -> str:
    from reportcite.batch.compressed import unpacked
    from reportcite.batch.opening import open_input

    try:
        with open_input(target) as file:
            return unpacked(file).read().decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", place=Place(target)
        ) from error


def _diff(old: str, new: str, target: str) -> Iterator[str]:
    from difflib import unified_diff

    names = (f"{target} (as it is)", f"{target} (up to date)")
    return unified_diff(old.splitlines(), new.splitlines(), *names, n=1, lineterm="")
