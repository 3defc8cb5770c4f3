"""Typst markup."""

from __future__ import annotations

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

_SPECIAL: Final = pattern(r"""[\\#$*_`@<>~\[\](){}"'/=+\-;:]|(?<=\d)\.|\.(?=\.)""")


def escape(text: str) -> str:
    """`text` with a backslash before every letter that Typst could read as markup."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def tokens(tokens: Tokens) -> str:
    """One citation or entry; blocks are lines of their own, ended by a backslash."""
    found = lines(tokens, _wrap, escape)
    return " \\\n".join([f"#h(2em);{line}" if indented else line for indented, line in found])


def _wrap(formatting: Formatting, text: str) -> str:
    """A semicolon ends each call: what follows might look like more arguments."""
    if formatting.font_style:
        text = (
            f"#emph[{text}];"
            if formatting.font_style == "italic"
            else f'#text(style: "oblique")[{text}];'
        )
    if formatting.font_variant:
        text = f"#smallcaps[{text}];"
    if formatting.font_weight == "bold":
        text = f"#strong[{text}];"
    elif formatting.font_weight:
        text = f'#text(weight: "light")[{text}];'
    if formatting.text_decoration:
        text = f"#underline[{text}];"
    if formatting.vertical_align:
        text = f"#{'super' if formatting.vertical_align == 'sup' else 'sub'}[{text}];"
    if formatting.href:
        text = f'#link("{address_in_markup(formatting.href)}")[{text}];'
    return text


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """Each entry a paragraph, in a block that sets indents and spacing."""
    indent = f"{hanging_ems(spacing):g}em"
    leading = f"{0.65 * spacing.line_spacing:g}em"
    between = f"{0.65 * spacing.line_spacing + spacing.entry_spacing * 0.55:g}em"
    rule = f"#set par(hanging-indent: {indent}, leading: {leading}, spacing: {between})"
    return "\n\n".join(["#block[", rule, *entries, "]"])


def heading(text: str) -> str:
    """A heading below that of the bibliography, which is not numbered."""
    return f"#heading(level: 2, numbering: none)[{escape(text)}]"


WRITER: Final = Writer(tokens, bibliography, escape, heading=heading)
