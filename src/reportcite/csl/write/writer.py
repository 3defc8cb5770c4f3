"""What a writer is: the functions that turn finished tokens into one output language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.csl.tokens import Tokens
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple


class BibliographySpacing(NamedTuple):
    """How a bibliography is set (CSL 1.0.2, "Whitespace").

    `second_field_align` is "", "flush" or "margin"; `entry_spacing` and `line_spacing` are
    multiples of the line height; `max_offset` counts the letters of the longest first field.
    """

    hanging_indent: bool = False
    second_field_align: str = ""
    entry_spacing: int = 1
    line_spacing: int = 1
    max_offset: int = 0


class Writer(NamedTuple):
    """One output language.

    `tokens` writes one citation or entry whose punctuation and quotes are finished,
    `bibliography` joins written entries to a fragment that can stand in a document, `escape`
    writes text so that no part of it is read as markup or reaches a terminal as a command,
    `entry` makes a written entry, of the item with an id, one of a document; "" stands for no id.
    `heading` writes plain text as the heading of a section, `join` puts headings and bibliographies
    below each other.
    """

    tokens: Callable[[Tokens], str]
    bibliography: Callable[[list[str], BibliographySpacing], str]
    escape: Callable[[str], str]
    entry: Callable[[str, str], str] = lambda text, item_id: text
    heading: Callable[[str], str] = lambda text: text
    join: Callable[[list[str]], str] = "\n\n".join


_CONTROLS: Final = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROLS_AND_BREAKS: Final = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BREAKS: Final = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")


def printable(text: str) -> str:
    """`text` without control characters; tabs and line breaks stay."""
    if text.isprintable():  # nearly all is, and that is seen in a fourth of the time
        return text
    return _CONTROLS.sub("", text) if _CONTROLS.search(text) else text


def one_line(text: str) -> str:
    """`text` without control characters, its tabs and line breaks as spaces.

    For languages in which a line break can begin a heading, a list or a paragraph.
    """
    if _CONTROLS_AND_BREAKS.search(text) is None:
        return text
    return _CONTROLS_AND_BREAKS.sub(lambda match: " " if match.group() in _BREAKS else "", text)


_UNSAFE_IN_MARKUP: Final = pattern(r"""[^!#-'*-;=?-Z_a-z~]""")


def paragraphs(entries: list[str], spacing: BibliographySpacing) -> str:
    """The entries as paragraphs, an empty line between two; indents and spacing are for others."""
    del spacing
    return "\n\n".join(entries)


def hanging_ems(spacing: BibliographySpacing) -> float:
    """By how much the lines of an entry behind its first are indented, in ems: by the longest first
    field, where these are aligned."""
    if spacing.second_field_align:
        return (spacing.max_offset + 1) * 0.5
    return 2 if spacing.hanging_indent else 0


def address_in_markup(href: str) -> str:
    """`href` with all percent-encoded that is markup in some language: brackets, braces, quotes,
    backslashes and whatever is not ASCII."""
    from urllib.parse import quote

    return _UNSAFE_IN_MARKUP.sub(lambda match: quote(match[0], safe=""), href)


ENUMERATOR: Final = r"\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|$)"
"""What begins a numbered list in several markup languages, as a pattern."""
