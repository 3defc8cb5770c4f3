"""Nested spans flattened to runs of text in one format, for languages that cannot nest them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from reportcite.csl.text.punctuation import MARKUP
from reportcite.csl.tokens import Open, Tokens
from reportcite.tuples import NamedTuple


class Formatting(NamedTuple):
    """The format in force for a run; "" is the normal one."""

    font_style: str = ""  # "italic" | "oblique"
    font_variant: str = ""  # "small-caps"
    font_weight: str = ""  # "bold" | "light"
    text_decoration: str = ""  # "underline"
    vertical_align: str = ""  # "sup" | "sub"
    href: str = ""  # where it leads


NORMAL: Final = Formatting()
_NORMAL_VALUES: Final = frozenset(["normal", "none", "baseline"])

Run = tuple[Formatting, str]


def runs(tokens: Tokens) -> Iterator[tuple[str, list[Run]]]:
    """The blocks of `tokens`: each its display ("" outside any) and its runs, neighbours joined."""
    flat = _flat(tokens)
    for (_, display), block in groupby(flat, key=lambda piece: piece[0]):
        joined = [
            (formatting, "".join(text for _, _, text in group))
            for formatting, group in groupby(block, key=itemgetter(1))
        ]
        yield display, joined


def _flat(tokens: Tokens) -> Iterator[tuple[tuple[int, str], Formatting, str]]:
    """Each text with the number and display of its block and with its format."""
    current = NORMAL
    block, number = (0, ""), 0
    outer: list[tuple[Formatting, tuple[int, str]]] = []
    for token in tokens:
        if isinstance(token, str):
            if token:
                yield block, current, token
        elif isinstance(token, Open):
            outer.append((current, block))
            current = _inside(current, token)
            if token.display:
                number += 1
                block = (number, token.display)
        else:
            current, before = outer.pop()
            if before != block:
                number += 1
                block = (number, before[1])


def _inside(outer: Formatting, span: Open) -> Formatting:
    """The format inside `span`; markup within its like turns back to normal ("flip-flop")."""
    changes = {}
    for name in Formatting._fields:
        value = getattr(span, name)
        if not value:
            continue
        before = getattr(outer, name)
        back = value in _NORMAL_VALUES or (span.tag == MARKUP and value == before and _flips(value))
        changes[name] = "" if back else value
    return outer._replace(**changes) if changes else outer


def _flips(value: str) -> bool:
    return value in {"italic", "bold", "small-caps"}


def lines(
    tokens: Tokens,
    wrap: Callable[[Formatting, str], str],
    escape: Callable[[str], str],
    gap: str = " ",
) -> list[tuple[bool, str]]:
    """The lines of one entry: whether each is indented, and its text without outer spaces.

    A block or indent stands on a line of its own; what follows a left margin follows `gap`.
    `wrap` gets escaped text and gets no run in the normal formatting.
    """
    found = [(False, "")]
    after_margin = False
    for display, block in runs(tokens):
        text = "".join(
            [
                escape(t) if formatting is NORMAL else wrap(formatting, escape(t))
                for formatting, t in block
            ]
        )
        if display in {"block", "indent"}:
            found += [(display == "indent", text.strip(" ")), (False, "")]
            after_margin = False
            continue
        before = found[-1][1]
        if display == "left-margin" or after_margin:
            text = text.strip(" ") if display == "left-margin" else text.lstrip(" ")
        after_margin = display == "left-margin"
        found[-1] = (False, before + text + (gap if after_margin else ""))
    return [(indented, line.strip(" ")) for indented, line in found if line.strip(" ")]


def spaces_outside(text: str) -> tuple[str, str, str]:
    """Leading spaces, the text between, trailing spaces: for marks that must touch a letter."""
    core = text.strip()
    if not core:
        return text, "", ""
    start = text.index(core)
    return text[:start], core, text[start + len(core) :]
