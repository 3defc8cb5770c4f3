"""Reading the XML of styles and locales into elements, safely.

The parser is expat from the standard library: it never fetches anything, reports the start of a
document type declaration (where it is refused, and with it every entity), and does not recurse.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from reportcite.errors import Place, StyleError
from reportcite.patterns import pattern

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

NAMESPACE: Final = "http://purl.org/net/xbiblio/csl"

MAXIMAL_BYTES: Final = 8_000_000
"""The largest published style has half a million bytes."""

MAXIMAL_DEPTH: Final = 100
"""Nesting of elements beyond this is refused; published styles stay below 40."""

_XML_LANG: Final = "http://www.w3.org/XML/1998/namespace lang"
_REFERENCE: Final = pattern(r"&#(\d{1,6});")
_HTML_PAGE: Final = "this is an HTML page, not a CSL style"
_PREFIX: Final = NAMESPACE + " "


Stored: TypeAlias = "tuple[str, dict[str, str], tuple[Stored, ...], int, str]"
"""An element as it is kept in a file, with no class of ours in it."""


class Element:
    """One CSL element: `name`, attributes, children in order, source line.

    The CSL namespace is removed; a name of another namespace reads "namespace name", and
    xml:lang "xml:lang". Attribute values are as written, never trimmed. `text` is that of an
    element without children. Elements are compared and hashed by identity.
    """

    __slots__ = ("attributes", "children", "line", "name", "text")

    def __init__(
        self,
        name: str,
        attributes: Mapping[str, str],
        children: tuple[Element, ...],
        line: int,
        text: str = "",
    ) -> None:
        """An element as it was read; it is never changed."""
        self.name = name
        self.attributes = attributes
        self.children = children
        self.line = line
        self.text = text

    def child(self, name: str) -> Element | None:
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def stored(self) -> Stored:
        """The element and all in it as tuples, mappings and texts; `from_stored` makes it again."""
        children = tuple([child.stored() for child in self.children])
        return self.name, dict(self.attributes), children, self.line, self.text


def from_stored(stored: Stored) -> Element:
    """The element that `stored` was made of."""
    name, attributes, children, line, text = stored
    inner = tuple([from_stored(child) for child in children]) if children else ()
    return Element(name, attributes, inner, line, text)


def read_file(path: Path) -> bytes:
    """The bytes of a style's file; StyleError where it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            source = file.read(MAXIMAL_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StyleError(f"cannot be read: {reason}", place=Place(str(path))) from error
    return source


def read_xml(source: bytes, file: str) -> Element:
    """The root element of an XML document; `file` names it in errors.

    Raises StyleError, with the line, where it is no XML, declares a document type or entities,
    is nested too deeply or is too large.
    """
    if len(source) > MAXIMAL_BYTES:
        raise StyleError(
            f"larger than {MAXIMAL_BYTES // 1_000_000} MB, which no style is", place=Place(file)
        )
    if not source.strip():
        raise StyleError("the file is empty", place=Place(file))
    from xml.parsers import expat  # what is prepared needs none

    builder = _Builder(file, expat.ParserCreate(namespace_separator=" "))
    try:
        builder.parser.Parse(source, True)
    except expat.ExpatError as error:
        place = Place(file, error.lineno, error.offset + 1)
        reason = f"not well-formed XML: {expat.ErrorString(error.code)}"
        message = _HTML_PAGE if b"<html" in source[:1000].lower() else reason
        raise StyleError(message, place=place) from error
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        raise StyleError(f"unreadable XML: {error}", place=Place(file, 1)) from error
    return builder.children[0]


class _Builder:
    """Collects the elements as expat reports them."""

    def __init__(self, file: str, parser: XMLParserType) -> None:
        self.file = file
        self.parser = parser
        self.children: list[Element] = []  # of the innermost open element
        self.open: list[tuple[Mapping[str, str], int, list[Element]]] = []
        self.text: list[str] = []  # since the last start of an element
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append

    def refuse_doctype(self, name: str, *declaration: object) -> None:
        place = Place(self.file, self.parser.CurrentLineNumber)
        if name.lower() == "html":
            raise StyleError(_HTML_PAGE, place=place)
        raise StyleError(
            "a document type declaration is not allowed in a style",
            place=place,
            suggestion="remove <!DOCTYPE …> and the entities it declares",
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self.open) == MAXIMAL_DEPTH:
            message = f"elements are nested more than {MAXIMAL_DEPTH} levels deep"
            raise StyleError(message, place=Place(self.file, line))
        for attribute, value in attributes.items():
            if "&#" in value:
                # A reference escaped once too often ("&amp;#8211;") means the character.
                attributes[attribute] = _twice_escaped(value)
        if _XML_LANG in attributes:
            attributes["xml:lang"] = attributes.pop(_XML_LANG)
        self.text.clear()
        self.open.append((attributes, line, self.children))
        self.children = []

    def end(self, name: str) -> None:
        attributes, line, siblings = self.open.pop()
        children = self.children
        text = "" if children else "".join(self.text)
        name = name.removeprefix(_PREFIX)
        siblings.append(Element(name, attributes, tuple(children), line, text))
        self.children = siblings


def _twice_escaped(value: str) -> str:
    return _REFERENCE.sub(lambda match: chr(int(match[1])), value)
