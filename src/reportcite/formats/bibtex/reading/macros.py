r"""Commands that a .bib file defines in an @preamble, and texts with what they stand for.

What LaTeX and plain TeX have for it: \newcommand and its kin, \def (source2e, ltdefns; The TeXbook,
chapter 20). Commands that are known without a definition keep the meaning they have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reportcite.formats.bibtex.latex.symbols import is_known_command
from reportcite.formats.bibtex.reading.parse import (
    LONGEST_STRING,
    ParsedEntry,
    RawEntry,
)
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple


class Macro(NamedTuple):
    """A command: how many arguments it has, the first one's text if that may be left out (None if
    it may not), and what it stands for, with #1 for the first argument."""

    arguments: int
    default: str | None
    text: str


_DEFINITION: Final = pattern(
    r"\\(?:re)?(?:newcommand|providecommand|DeclareRobustCommand)[ \t\n]*+\*?[ \t\n]*+"
    r"(?:\{[ \t\n]*+\\([A-Za-z]+)[ \t\n]*+\}|\\([A-Za-z]+))[ \t\n]*+"
    r"(?:\[(\d)\][ \t\n]*+(?:\[([^\[\]{}]*+)\][ \t\n]*+)?)?(?=\{)"
    r"|\\def[ \t\n]*+\\([A-Za-z]+)[ \t\n]*+((?:\#\d)*)[ \t\n]*+(?=\{)"
)
_COMMAND: Final = pattern(r"\\([A-Za-z]+)")
_CALL: Final = pattern(r"\\(?:([A-Za-z]+)[ \t\n]*+|.)", re.DOTALL)
_BRACE: Final = pattern(r"\\.|[{}]", re.DOTALL)
_SPACES: Final = pattern(r"[ \t\n]*+")
_PARAMETER: Final = pattern(r"#(\d)")
_XSPACE: Final = pattern(r"\\xspace[ \t\n]*$")
_MEASURED: Final = frozenset({"hskip", "kern", "penalty"})
_DEEPEST: Final = 5
"""Calls within arguments of calls that are looked at."""


def definitions(preamble: str) -> Iterator[tuple[str, Macro]]:
    r"""The commands that a preamble defines, each with what it stands for.

    Those of which the text is no more than how something is drawn, such as \raise and \hbox, are
    left out: their names say more.

    >>> dict(definitions(r"\newcommand{\acro}[1]{\textsc{#1}} \def\raised{\raise1pt\hbox{A}}"))
    {'acro': Macro(arguments=1, default=None, text='\\textsc{#1}')}
    """
    known: dict[str, Macro] = {}
    end = 0
    for match in _DEFINITION.finditer(preamble):
        if match.start() < end:  # in the text of another, which defines it when it is called
            continue
        name = match[1] or match[2] or match[5]
        arguments = int(match[3] or 0) if match[5] is None else match[6].count("#")
        end = _end_of_group(preamble, match.end())
        if end < 0:
            return
        text = expanded(preamble[match.end() + 1 : end - 1].strip(), known, LONGEST_STRING)
        if len(text) <= LONGEST_STRING and not is_known_command(name) and _is_text(text):
            known[name] = Macro(arguments, match[4], text)
            yield name, known[name]


def _is_text(latex: str) -> bool:
    """Whether all commands in it are known, and none has a length behind it."""
    names = {found[1] for found in _COMMAND.finditer(latex)}
    return all(map(is_known_command, names)) and names.isdisjoint(_MEASURED)


def with_macros(
    entry: ParsedEntry | RawEntry, macros: Mapping[str, Macro], largest: int
) -> ParsedEntry | RawEntry:
    """`entry` with what the commands in its fields stand for; a field that would have more than
    `largest` characters stays as it is."""
    if isinstance(entry, RawEntry):
        texts = [expanded(text, macros, largest) if "\\" in text else text for text in entry.texts]
        return entry._replace(texts=texts)
    for name, value in entry.fields.items():
        if "\\" in value.text:
            entry.fields[name] = value._replace(text=expanded(value.text, macros, largest))
    return entry


def expanded(text: str, macros: Mapping[str, Macro], largest: int, depth: int = 0) -> str:
    r"""LaTeX text with what `macros` stand for; as it was, where that is longer than `largest`.

    >>> expanded(r"On \acro{DVI} files", {"acro": Macro(1, None, r"\textsc{#1}")}, 100)
    'On \\textsc{DVI} files'
    """
    pieces: list[str] = []
    at = size = 0
    for match in _CALL.finditer(text):
        macro = macros.get(match[1] or "")
        if macro is None or match.start() < at:
            continue
        values, end = _arguments(text, match.end(), macro)
        if end < 0:
            break
        if len(values) < macro.arguments:
            continue
        if depth < _DEEPEST:
            values = [expanded(one, macros, LONGEST_STRING, depth + 1) for one in values]
        piece = _filled(macro.text, values, text[end : end + 1])
        pieces += (text[at : match.start()], piece)
        size += len(piece)
        if size > largest:
            return text
        at = end
    if not pieces:
        return text
    whole = "".join(pieces) + text[at:]
    return whole if len(whole) <= max(largest, len(text)) else text


def _filled(text: str, values: list[str], behind: str) -> str:
    """The text of a command with its arguments; `behind` is the character after them."""
    filled = _PARAMETER.sub(
        lambda match: values[int(match[1]) - 1] if 0 < int(match[1]) <= len(values) else "", text
    )
    if mark := _XSPACE.search(filled):
        return filled[: mark.start()] + (" " if behind.isalnum() or behind in "(\\{" else "")
    # A command at the end would take the letters that follow it for its own.
    return f"{filled}{{}}" if _COMMAND.fullmatch(filled, filled.rfind("\\")) else filled


def _arguments(text: str, at: int, macro: Macro) -> tuple[list[str], int]:
    """The arguments of a command from `at` on, fewer if there are no more, and where they end; -1
    for a group that does not."""
    values: list[str] = []
    if macro.default is not None:
        close = text.find("]", at, at + LONGEST_STRING) if text[at : at + 1] == "[" else -1
        values.append(text[at + 1 : close] if close >= 0 else macro.default)
        at = close + 1 if close >= 0 else at
    while len(values) < macro.arguments:
        start = _SPACES.match(text, at).end()  # type: ignore[union-attr]
        if text[start : start + 1] == "{":
            end = _end_of_group(text, start)
            if end < 0:
                return values, end
            values.append(text[start + 1 : end - 1])
        elif one := _CALL.match(text, start):
            values.append(one[0])
            end = one.end()
        elif start < len(text) and text[start] != "}":
            values.append(text[start])
            end = start + 1
        else:
            break
        at = end
    return values, at


def _end_of_group(text: str, at: int) -> int:
    """Where the group ends that begins at `at`; -1 if it does not."""
    depth = 0
    for match in _BRACE.finditer(text, at):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return match.end()
    return -1
