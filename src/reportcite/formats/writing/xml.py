"""XML with lxml: elements placed by path, one record as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from reportcite.formats.reading.xml import Step, steps

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


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
