"""Plain text: no formats, one entry to a line."""

from __future__ import annotations

from typing import Final

from reportcite.csl.output import Open, Tokens, plain
from reportcite.csl.write.runs import runs
from reportcite.csl.write.writer import Layout, Writer, printable

escape = printable


def tokens(tokens: Tokens) -> str:
    """The text alone; a block stands on a line of its own, a left margin is followed by a blank."""
    for token in tokens:
        if token.__class__ is Open and token.display:  # type: ignore[union-attr]
            return _with_blocks(tokens)
    return printable(plain(tokens))


def _with_blocks(tokens: Tokens) -> str:
    out = ""
    for display, block in runs(tokens):
        text = printable("".join([text for _, text in block]))
        if display in {"block", "indent"}:
            line = f"    {text.strip()}" if display == "indent" else text.strip()
            out = f"{out.rstrip()}\n{line}\n" if out.strip() else f"{line}\n"
        elif display == "left-margin":
            out += f"{text.strip()} "
        else:
            out += text.lstrip() if not out or out[-1].isspace() else text
    return out.rstrip()


def bibliography(entries: list[str], layout: Layout) -> str:
    """One entry to a line; indents and spacing are not for plain text."""
    del layout
    return "\n".join(entries)


WRITER: Final = Writer(tokens, bibliography, escape)
