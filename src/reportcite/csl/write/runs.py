"""Nested spans flattened to runs of text in one format, for languages that cannot nest them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from reportcite.csl.output import Open, Tokens
from reportcite.csl.punctuation import MARKUP


@dataclass(frozen=True, slots=True)
class Format:
    """The format in force for a run; "" is the normal one."""

    font_style: str = ""  # "italic" | "oblique"
    font_variant: str = ""  # "small-caps"
    font_weight: str = ""  # "bold" | "light"
    text_decoration: str = ""  # "underline"
    vertical_align: str = ""  # "sup" | "sub"


PLAIN: Final = Format()
_NORMAL: Final = frozenset(["normal", "none", "baseline"])

Run = tuple[Format, str]


def runs(tokens: Tokens) -> Iterator[tuple[str, list[Run]]]:
    """The blocks of `tokens`: each its display ("" outside any) and its runs, neighbours joined."""
    flat = _flat(tokens)
    for (_, display), block in groupby(flat, key=lambda piece: piece[0]):
        joined = [
            (form, "".join(text for _, _, text in group))
            for form, group in groupby(block, key=itemgetter(1))
        ]
        yield display, joined


def _flat(tokens: Tokens) -> Iterator[tuple[tuple[int, str], Format, str]]:
    """Each text with the number and display of its block and with its format."""
    current = PLAIN
    block, number = (0, ""), 0
    outer: list[tuple[Format, tuple[int, str]]] = []
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


def _inside(outer: Format, span: Open) -> Format:
    """The format inside `span`; markup within its like turns back to normal ("flip-flop")."""
    changes = {}
    for name in Format.__slots__:
        value = getattr(span, name)
        if not value:
            continue
        before = getattr(outer, name)
        back = value in _NORMAL or (span.tag == MARKUP and value == before and _flips(value))
        changes[name] = "" if back else value
    return replace(outer, **changes) if changes else outer


def _flips(value: str) -> bool:
    return value in {"italic", "bold", "small-caps"}


def wrapped(
    display_runs: list[Run], wrap: Callable[[Format, str], str], escape: Callable[[str], str]
) -> str:
    """The runs of one block as a string; `wrap` gets escaped text and is spared plain runs."""
    return "".join(
        [escape(text) if form is PLAIN else wrap(form, escape(text)) for form, text in display_runs]
    )


def blanks_outside(text: str) -> tuple[str, str, str]:
    """Leading blanks, the text between, trailing blanks: for marks that must touch a letter."""
    core = text.strip()
    if not core:
        return text, "", ""
    start = text.index(core)
    return text[:start], core, text[start + len(core) :]
