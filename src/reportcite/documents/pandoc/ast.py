"""Pandoc's documents as JSON: elements are `{"t": type, "c": content}` (pandoc-types 1.23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

Element: TypeAlias = dict[str, Any]
Inlines: TypeAlias = list[Element]
Blocks: TypeAlias = list[Element]

_MARKUP: Final = {
    "Emph": "i",
    "Strong": "b",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "sc",
}
_ESCAPED: Final = re.compile("<(?=/?(?:i|b|sup|sub|sc|span)[ >])")


def element(kind: str, *content: Any) -> Element:
    """An element of one content, or of several.

    >>> element("Str", "a"), element("Space"), element("Header", 1, ["", [], []], [])
    ({'t': 'Str', 'c': 'a'}, {'t': 'Space'}, {'t': 'Header', 'c': [1, ['', [], []], []]})
    """
    if not content:
        return {"t": kind}
    return {"t": kind, "c": content[0] if len(content) == 1 else [*content]}


def words(text: str) -> Inlines:
    """`text` as words with spaces between them; a space that does not break is part of a word.

    >>> words("a b")
    [{'t': 'Str', 'c': 'a'}, {'t': 'Space'}, {'t': 'Str', 'c': 'b'}]
    """
    inlines: Inlines = []
    for number, word in enumerate(re.split("[ \t\r\n]+", text)):
        if number:
            inlines.append(element("Space"))
        if word:
            inlines.append(element("Str", word))
    return inlines


def is_element(node: object, kind: str) -> bool:
    """Whether `node` is an element of that kind."""
    return isinstance(node, dict) and node.get("t") == kind


def walk(node: Any) -> Iterator[Element]:
    """All elements in `node`, in the order of the document, outer ones first."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, list):
            waiting += reversed(current)
        elif isinstance(current, dict):
            if "t" in current:
                yield current
                waiting.append(current.get("c"))
            else:
                waiting += reversed(current.values())


def markup_of(inlines: Any) -> str:
    """Inlines as a text with CSL's markup (CSL-JSON schema, "rich text").

    >>> markup_of([element("Str", "see"), element("Space"), element("Emph", words("a < b"))])
    'see <i>a < b</i>'
    """
    out = []
    for one in inlines:
        kind, content = one["t"], one.get("c")
        if kind in _MARKUP:
            out.append(f"<{_MARKUP[kind]}>{markup_of(content)}</{_MARKUP[kind]}>")
        elif kind == "Quoted":
            mark = '"' if content[0]["t"] == "DoubleQuote" else "'"
            out.append(f"{mark}{markup_of(content[1])}{mark}")
        elif kind in {"Span", "Link", "Cite"}:
            out.append(markup_of(content[1]))
        elif kind in {"Code", "Math", "RawInline"}:
            out.append(_ESCAPED.sub("<\u200b", content[1]))
        elif kind in {"Underline", "Strikeout"}:
            out.append(markup_of(content))
        else:
            out.append(_text_of(one))
    return "".join(out)


def plain_text(node: Any) -> str:
    """The text in any part of a document or of its metadata, without markup."""
    return "".join(_text_of(one) for one in walk(node))


def _text_of(one: Element) -> str:
    kind = one["t"]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    if kind in {"Str", "MetaString"}:
        return str(one["c"])
    return str(one["c"][1]) if kind in {"Code", "Math", "RawInline"} else ""
