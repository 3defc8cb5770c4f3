"""Keywords of MODS: a `subject` each, of which only so many stand in a tree at once.

An element takes a hundred times the room of a keyword, and a record may have a million of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from reportcite.formats.mods.fields import NAMESPACE
from reportcite.formats.mods.read import own
from reportcite.formats.reading.xml import indexed
from reportcite.formats.writing.xml import add, write_element
from reportcite.tuples import NamedTuple
from reportcite.values.keywords import join_keywords, split_keywords

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_AT_ONCE: Final = 1000


class Subjects(NamedTuple):
    """The keywords `words` of a record, of which the first ones stand in `elements`."""

    words: Sequence[str]
    elements: Sequence[Element]

    @property
    def is_part(self) -> bool:
        """Whether there are more than are in the tree."""
        return len(self.words) > len(self.elements)

    def written(self, root: Element) -> str:
        """`root`, in which they stand, as text with all of them; it is not to be used again."""
        if not self.is_part:
            return write_element(root)
        first, *others = self.elements
        for element in others:
            root.remove(element)
        mark = etree.Comment(os.urandom(16).hex())
        root.replace(first, mark)
        head, tail = write_element(root).split(f"  <!--{mark.text}-->\n")
        return "".join([head, *map(_text_of, _trees(self.words)), tail])


def put_keywords(root: Element, words: Sequence[str]) -> Subjects:
    """Put a `subject` for each of `words` below `root`, or for the first ones of very many."""
    elements = [add(root, "subject") for _ in words[:_AT_ONCE]]
    for element, word in zip(elements, words, strict=False):
        add(element, "topic").text = word
    return Subjects(words, elements)


def read_keywords(words: Sequence[str]) -> str:
    """What is read of a `subject` for each of `words`."""
    read = (str(own(indexed(tree)).fields.get("keyword", "")) for tree in _trees(words))
    return join_keywords(dict.fromkeys(word for text in read for word in split_keywords(text)))


def _trees(words: Sequence[str]) -> Iterator[Element]:
    """Elements of MODS with some of the subjects each."""
    left = iter(words)
    while some := [*islice(left, _AT_ONCE)]:
        tree = etree.fromstring(f'<mods xmlns="{NAMESPACE}"/>')
        put_keywords(tree, some)
        yield tree


def _text_of(tree: Element) -> str:
    """The subjects in `tree` alone, each on lines of its own."""
    _, _, subjects = write_element(tree).partition(">\n")
    return subjects.removesuffix("</mods>\n")
