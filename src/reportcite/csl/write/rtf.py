"""Rich Text Format 1.9, for word processors."""

from __future__ import annotations

import re
from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.csl.write.runs import Formatting, lines
from reportcite.csl.write.writer import BibliographySpacing, Writer, address_in_markup, one_line
from reportcite.patterns import pattern

_SPECIAL: Final = pattern(r"[\\{}]|[^ -~]")
_TWIPS_PER_LETTER: Final = 120  # the width of an average letter in 12 pt type
_INDENT: Final = 720  # half an inch, the usual hanging indent
_HEAD: Final = "{\\rtf1\\ansi\\uc1\n"


def escape(text: str) -> str:
    """`text` in ASCII; other letters as `\\u` and a question mark for readers without Unicode."""
    return _SPECIAL.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\u00a0":
        return "\\~"
    units = letter.encode("utf-16-le", "surrogatepass")
    codes = [
        int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)
    ]
    return "".join([f"\\u{code}\\'3f" for code in codes])


def tokens(tokens: Tokens) -> str:
    """One citation or entry; blocks are set apart by line breaks, a left margin by a tab."""
    found = lines(tokens, _wrap, escape, gap="\\tab ")
    return "\\line ".join([f"\\tab {line}" if indented else line for indented, line in found])


def _wrap(formatting: Formatting, text: str) -> str:
    words = ""
    if formatting.font_style:
        words += "\\i"
    if formatting.font_weight == "bold":
        words += "\\b"
    if formatting.font_variant:
        words += "\\scaps"
    if formatting.text_decoration:
        words += "\\ul"
    if formatting.vertical_align:
        words += "\\super" if formatting.vertical_align == "sup" else "\\sub"
    if words:
        text = f"{{{words} {text}}}"
    if formatting.href:
        address = f'HYPERLINK "{address_in_markup(formatting.href)}"'
        text = f"{{\\field{{\\*\\fldinst{{{address}}}}}{{\\fldrslt{{{text}}}}}}}"
    return text


def bibliography(entries: list[str], spacing: BibliographySpacing) -> str:
    """A document of one paragraph per entry."""
    offset = (spacing.max_offset + 1) * _TWIPS_PER_LETTER
    if spacing.second_field_align == "margin":
        indent = f"\\li0\\fi-{offset}\\tx0"
    elif spacing.second_field_align:
        indent = f"\\li{offset}\\fi-{offset}\\tx{offset}"
    else:
        indent = f"\\li{_INDENT}\\fi-{_INDENT}" if spacing.hanging_indent else "\\li0\\fi0"
    between = f"\\sl{240 * spacing.line_spacing}\\slmult1\\sa{240 * spacing.entry_spacing}"
    paragraphs = "".join([f"\\pard{indent}{between} {entry}\\par\n" for entry in entries])
    return f"{_HEAD}{paragraphs}}}"


def heading(text: str) -> str:
    """A bold paragraph that stays with the next and counts as a heading of the second level."""
    return f"\\pard\\keepn\\outlinelevel1\\sb240\\sa120 {{\\b {escape(text)}}}\\par\n"


def _join(parts: list[str]) -> str:
    """One document of headings and of documents."""
    inner = [part.removeprefix(_HEAD).removesuffix("}") for part in parts]
    return f"{_HEAD}{''.join(inner)}}}"


WRITER: Final = Writer(tokens, bibliography, escape, heading=heading, join=_join)
