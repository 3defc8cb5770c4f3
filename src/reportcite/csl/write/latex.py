"""LaTeX, for engines that read UTF-8; links are those of the package hyperref."""

from __future__ import annotations

import re
from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Formatting, lines
from reportcite.csl.write.writer import (
    BibliographySpacing,
    Writer,
    address_in_markup,
    hanging_ems,
    one_line,
)
from reportcite.patterns import pattern

_ESCAPES: Final = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "'": "\\textquotesingle{}",
    '"': "\\textquotedbl{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    "\u00a0": "~",
    **{letter: f"\\{letter}" for letter in "{}$&#%_"},
}
# Two hyphens would become a dash; square brackets could be read as an optional argument.
_SPECIAL: Final = pattern("[" + re.escape("".join(_ESCAPES)) + r"\[\]]|-(?=-)")


def escape(text: str) -> str:
    """`text` with every letter that TeX treats as its own as a command for it."""
    return _SPECIAL.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    return _ESCAPES.get(letter) or f"{{{letter}}}"


def tokens(tokens: Tokens) -> str:
    """One citation or entry; blocks begin lines, a left margin is followed by a space."""
    found = lines(tokens, _wrap, escape)
    return "\\newline ".join(
        [f"\\hspace*{{2em}}{line}" if indented else line for indented, line in found]
    )


def _wrap(formatting: Formatting, text: str) -> str:
    if formatting.font_style:
        text = f"\\{'textit' if formatting.font_style == 'italic' else 'textsl'}{{{text}}}"
    if formatting.font_variant:
        text = f"\\textsc{{{text}}}"
    if formatting.font_weight == "bold":
        text = f"\\textbf{{{text}}}"
    if formatting.text_decoration:
        text = f"\\underline{{{text}}}"
    if formatting.vertical_align:
        text = f"\\text{'super' if formatting.vertical_align == 'sup' else 'sub'}script{{{text}}}"
    if formatting.href:
        address = address_in_markup(formatting.href)
        for letter in "%#&_~":
            address = address.replace(letter, f"\\{letter}")
        text = f"\\href{{{address}}}{{{text}}}"
    return text


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """Each entry a paragraph, in a group that sets indents and spacing by lengths of TeX itself."""
    ems = hanging_ems(spacing)
    hang = f"\\hangindent={ems:g}em\\hangafter=1" if ems else ""
    lines = [
        "\\begingroup",
        f"\\setlength{{\\parindent}}{{0pt}}\\setlength{{\\parskip}}{{{spacing.entry_spacing}ex}}%",
        f"\\linespread{{{spacing.line_spacing}}}\\selectfont",
        *([f"\\everypar{{{hang}}}"] if hang else []),
        "\n\n".join(entries),
        "",
        "\\endgroup",
    ]
    return "\n".join(lines)


def heading(text: str) -> str:
    r"""A heading below that of the bibliography, which is not numbered.

    LaTeX takes back at the next paragraph what it remembers of a heading, by `\everypar`, which a
    bibliography sets for itself: the heading after it would stand without the space above it.
    """
    return f"\\subsection*{{{escape(text)}}}\\csname @nobreakfalse\\endcsname"


WRITER: Final = Writer(tokens, bibliography, escape, heading=heading)
