"""Reads a file of settings: what stands in it, and in which line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from reportcite.errors import Place, UsageError
from reportcite.tuples import NamedTuple

_KEY: Final = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_ASSIGNED: Final = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_WHERE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Table(NamedTuple):
    """The table of settings in a file, and the lines of the keys in it.

    Lines are under paths of keys: `("rules", "isbn")`; the members of a list of tables are counted:
    `("overrides", 0, "files")`.
    """

    path: str
    values: Mapping[str, Any]
    lines: Mapping[tuple[str | int, ...], int]

    def place(self, *keys: str | int) -> Place:
        """Where the value under `keys` stands, or what it is a part of."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Place(shown_path(self.path), self.lines.get(keys, 1))


def read_toml(path: str, below: tuple[str, ...] = ()) -> Table | None:
    """The settings in the file at `path`, or in the table there under the keys `below`; None where
    there is no such table.

    Raises UsageError, with a place, for what cannot be read or is not TOML.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
        values: Any = tomllib.loads(text)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        hint = "give the name of a file of settings in REPORTCITE_CONFIG, or nothing"
        raise UsageError(reason, place=Place(shown_path(path)), suggestion=hint) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        place = Place(shown_path(path), line)
        raise UsageError("is not UTF-8", place=place, suggestion="save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _not_toml(path, text, error) from error
    lines = _lines(text)
    for name in below:
        values = values.get(name) if isinstance(values, dict) else None
    if values is None:
        return None
    depth = len(below)
    lines = {keys[depth:]: line for keys, line in lines.items() if keys[:depth] == below}
    table = Table(path, values, lines)
    if not isinstance(values, dict):
        raise UsageError("reportcite wants a table of settings", place=table.place())
    return table


def shown_path(path: str) -> str:
    """`path` as it is shown: from where one works, if it is below that."""
    try:
        return str(Path(path).absolute().relative_to(Path.cwd()))
    except (OSError, ValueError):
        return path


def _not_toml(path: str, text: str, error: Exception) -> UsageError:
    """What is wrong with a file, with its place, which tomllib has in its message alone.

    Of numbers with thousands of digits and of deep nesting Python says so in another way.
    """
    known = isinstance(error, tomllib.TOMLDecodeError)
    message = str(error) if known else "a number is too long, or lists are nested too deep"
    found = _WHERE.search(message)
    line, column = (int(found[1] or 0), int(found[2] or 0)) if found else (0, 0)
    what = message[: found.start()] if found else message
    place = Place(shown_path(path), line or text.count("\n") + 1, column)
    hint = "write name = value, and texts in quotation marks"
    wrong = text.splitlines()[place.line - 1 : place.line]
    if any(mark in "".join(wrong) for mark in "“”„‘’«»"):
        hint = 'write straight quotation marks, as in style = "apa"'
    return UsageError(f"is not TOML: {what[:1].lower()}{what[1:]}", place=place, suggestion=hint)


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    """The line of each key that begins one, and of each header of a table."""
    found: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := _HEADER.match(line):
            table = _keys(match[2])
            if match[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                found.setdefault(table, number)
                table = (*table, counts[table])
            found.setdefault(table, number)
        elif match := _ASSIGNED.match(line):
            keys = table
            for key in _keys(match[1]):
                keys = (*keys, key)
                found.setdefault(keys, number)
    return found


def _keys(dotted: str) -> tuple[str | int, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, dotted))
