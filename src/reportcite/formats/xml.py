"""XML with lxml: elements placed by path, one record as text, records read as a stream.

Reading never loads a DTD, never resolves an entity and never touches the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from lxml import etree

from reportcite.errors import Place
from reportcite.formats.rules import NO_RECORDS, XML_SYNTAX
from reportcite.problems import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'

Step = tuple[str, dict[str, str]]


@cache
def steps(path: str) -> tuple[Step, ...]:
    """`relatedItem type=series/titleInfo` as tags, each with its attributes.

    In a value `_` is a blank; an empty value asks that the attribute be missing.
    """
    found = []
    for step in path.split("/"):
        tag, *attributes = step.split(" ")
        pairs = (attribute.partition("=") for attribute in attributes)
        found.append((tag, {name: value.replace("_", " ") for name, _, value in pairs}))
    return tuple(found)


def add(root: Element, path: str) -> Element:
    """A new element at the end of `path` below `root`; those before it are shared."""
    *parents, last = steps(path)
    for step in parents:
        root = _child(root, step)
    return _append(root, last)


def put(root: Element, path: str, text: str) -> None:
    """Put `text` at `path` below `root`; nothing where it is empty."""
    if text:
        add(root, path).text = text


def write_element(element: Element) -> str:
    """`element` as indented text with a line feed at the end."""
    etree.indent(element, space="  ")
    return etree.tostring(element, encoding="unicode") + "\n"


def read_elements(
    stream: BinaryIO, name: str, tags: tuple[str, ...], kind: str
) -> Iterator[Element | Problem]:
    """Each element with one of `tags` (`{*}mods` for any namespace), whole; freed when the next
    is asked for. A file that is no XML, or has none of them, ends in a Problem."""
    found = False
    try:
        for _, element in etree.iterparse(
            stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            found = True
            yield element
            _free(element)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"this is not well-formed XML: {error.msg}"
        hint = "what stands before this place was read" if found else "give an XML file"
        yield XML_SYNTAX.found(message, hint, place=Place(name, line or 0, column or 0))
    else:
        if not found:
            message = f"there is no record of {kind} in this file"
            yield NO_RECORDS.found(message, "name its format", place=Place(name, 1))


def line_of(element: Element) -> int:
    """The line `element` begins on; 0 where that is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: Element | None) -> str:
    """All text in `element`, its markup left out; "" for no element."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    # An entity that was not resolved is no text.
    texts = [element.text or ""]
    for child in element:
        if child.tag is not etree.Entity:
            texts.append(text_of(child))
        texts.append(child.tail or "")
    return "".join(texts)


class Indexed(NamedTuple):
    """An element with its children by tag, for those that are asked for many paths."""

    element: Element
    children: dict[str, list[Element]]


def indexed(element: Element) -> Indexed:
    """`element` with its children by their tags, namespaces left out."""
    children: dict[str, list[Element]] = {}
    for child in element:
        if isinstance(child.tag, str):  # an entity that was not resolved has none
            children.setdefault(child.tag.rpartition("}")[2], []).append(child)
    return Indexed(element, children)


def found_at(root: Element | Indexed, path: str) -> list[Element]:
    """The elements at `path` below `root`, in any namespace; further attributes do not matter."""
    path_steps = steps(path)
    tag, attributes = path_steps[0]
    if isinstance(root, Indexed):
        if tag not in root.children:  # so it is with most of the paths a reader knows
            return []
        found = _matching(root.children[tag], attributes)
    else:
        found = _matching(root.iterchildren(f"{{*}}{tag}"), attributes)
    for tag, attributes in path_steps[1:]:
        found = [
            child
            for parent in found
            for child in _matching(parent.iterchildren(f"{{*}}{tag}"), attributes)
        ]
    return found


def _matching(elements: Iterable[Element], attributes: dict[str, str]) -> list[Element]:
    if not attributes:
        return list(elements)
    # One attribute after another: a step has one of them, or two, and this runs for each.
    for name, value in attributes.items():
        elements = [element for element in elements if element.get(name, "") == value]
    return list(elements)


def text_at(root: Element | Indexed, path: str) -> str:
    """The text of the first element at `path`; "" where there is none."""
    found = found_at(root, path)
    return text_of(found[0]) if found else ""


def _namespace(element: Element) -> str:
    tag = str(element.tag)
    return tag[: tag.index("}") + 1] if tag.startswith("{") else ""


def _child(root: Element, step: Step) -> Element:
    tag, attributes = step
    given = _given(attributes)
    for child in root.iterchildren(_namespace(root) + tag):
        if dict(child.attrib.items()) == given:
            return child
    return _append(root, step)


def _append(root: Element, step: Step) -> Element:
    return etree.SubElement(root, _namespace(root) + step[0], _given(step[1]))


def _given(attributes: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def _free(element: Element) -> None:
    """Give up `element` and what stands before it, so that memory does not grow."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
