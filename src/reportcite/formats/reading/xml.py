"""XML with lxml: records read as a stream, their elements found by path.

Reading never loads a DTD, never resolves an entity and never touches the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from lxml import etree

from reportcite.errors import Place
from reportcite.formats.reading.source import too_large
from reportcite.formats.rules import NO_RECORDS, XML_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_BYTES: Final = 4
"""A character has so many bytes at most in the encodings of XML files."""

_SMALL_CAPS: Final = ('span style="font-variant:small-caps;"', "span")
_MARKS: Final = {
    **{mark: (mark, mark) for mark in ("i", "b", "sub", "sup")},
    **{"italic": ("i", "i"), "em": ("i", "i"), "bold": ("b", "b"), "strong": ("b", "b")},
    **dict.fromkeys(("sc", "scp"), _SMALL_CAPS),
}

Step: TypeAlias = tuple[str, dict[str, str]]


@cache  # of the paths that formats name in their code
def steps(path: str) -> tuple[Step, ...]:
    """`relatedItem type=series/titleInfo` as tags, each with its attributes.

    In a value `_` is a space; an empty value asks that the attribute be missing.
    """
    found = []
    for step in path.split("/"):
        tag, *attributes = step.split(" ")
        pairs = (attribute.partition("=") for attribute in attributes)
        found.append((tag, {name: value.replace("_", " ") for name, _, value in pairs}))
    return tuple(found)


def read_elements(
    stream: BinaryIO, name: str, tags: tuple[str, ...], kind: str, limits: Limits = LIMITS
) -> Iterator[Element | Problem]:
    """Each element with one of `tags` (`{*}mods` for any namespace), whole; freed when the next
    is asked for. A Problem stands for one that is larger than `limits` allow, as XML; a file that
    is no XML, or has none of them, ends in one, too."""
    found = False
    source = _Source(stream, limits.max_record_size)
    try:
        for event, element in etree.iterparse(
            source, events=("start", "end"), tag=tags, resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        ):  # fmt: skip
            if event == "start":
                source.begin(element)
                continue
            found = True
            if source.is_too_large(element):
                yield too_large(limits.max_record_size).at(Place(name, line_of(element), 1))
            else:
                yield element
            source.end(element)
            _free(element)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"this is not well-formed XML: {error.msg}"
        hint = "export it anew if it is cut off, or fix it at this place"
        if found:
            hint = f"what stands before this place was read; {hint}"
        yield XML_SYNTAX.found(message, hint, place=Place(name, line or 0, column or 0))
    else:
        if not found:
            message = f"there is no record of {kind} in this file"
            yield NO_RECORDS.found(message, "name its format", place=Place(name, 1))


class _Source:
    """A stream of XML that is asked for one piece after another, and the record open in it.

    What a record takes as XML is counted only where the bytes that were read for it may be more
    than `largest`. One that is larger gives up what stands in it while it is being read.
    """

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        self._stream = stream
        self._largest = largest
        self._record: Element | None = None
        self._size = 0  # of the pieces in which the record has been
        self._piece = 0  # the size of the last one
        self._pruned = False

    def read(self, size: int) -> bytes:
        """The next piece, as lxml asks for it."""
        if self._record is not None and self._size > self._largest * _MOST_BYTES:
            self._pruned = True
            _prune(self._record)
        data = self._stream.read(size)
        self._piece = len(data)
        self._size += self._piece
        return data

    def begin(self, element: Element) -> None:
        """Say that `element` begins; within another one it is a part of that."""
        if self._record is None:
            self._record = element
            self._size = self._piece
            self._pruned = False

    def is_too_large(self, element: Element) -> bool:
        """Whether `element`, which is at its end, has more characters than are allowed."""
        if self._pruned:
            return element is self._record
        if self._size <= self._largest:
            return False
        return len(etree.tostring(element, encoding="unicode", with_tail=False)) > self._largest

    def end(self, element: Element) -> None:
        """Say that `element` is done with."""
        if element is self._record:
            self._record = None


def _prune(element: Element) -> None:
    """Give up all that is whole in an `element` that is not: the parser still has its last child,
    and the last child of that."""
    while len(element):
        del element[:-1]
        element = element[0]


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


def marked_text(element: Element | None) -> str:
    """The text in `element` on one line, with those marks in it that a CSL text may have: italics,
    bold, sub- and superscripts, small capitals, as JATS, PubMed and Crossref call them."""
    return " ".join(_marked(element).split()) if element is not None else ""


def _marked(element: Element) -> str:
    texts = [element.text or ""]
    for child in element:
        if name := name_of(child):
            mark = _MARKS.get(name)
            inner = _marked(child)
            texts.append(f"<{mark[0]}>{inner}</{mark[1]}>" if mark and inner.strip() else inner)
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
        name = name_of(child)
        if name in children:
            children[name].append(child)
        elif name:
            children[name] = [child]
    return Indexed(element, children)


def name_of(element: Element) -> str:
    """The name of `element` without its namespace; "" of an entity that was not resolved."""
    return _local_name(element.tag)


@lru_cache(maxsize=1 << 10)  # a format has some hundred elements
def _local_name(tag: object) -> str:
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def line_text(element: Element | None) -> str:
    """The text in `element` on one line, without what a program put in to indent it."""
    return " ".join(text_of(element).split())


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


def _free(element: Element) -> None:
    """Give up `element` and what stands before it, so that memory does not grow."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
