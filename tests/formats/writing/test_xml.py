"""Elements placed by path, and written."""

from __future__ import annotations

from lxml import etree

from reportcite.formats.writing.xml import DECLARATION, add, put, write_element


def shown(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")


def test_elements_on_the_way_are_shared_and_the_last_is_new() -> None:
    root = etree.Element("r")
    add(root, "a/b").text = "1"
    add(root, "a/b").text = "2"
    assert shown(root) == "<r><a><b>1</b><b>2</b></a></r>"


def test_an_element_is_shared_only_with_the_same_attributes() -> None:
    root = etree.Element("r")
    put(root, "a type=x_y/b", "1")
    put(root, "a/b", "2")
    put(root, "a type=/b", "3")
    put(root, "a type=x_y/c", "4")
    assert shown(root) == '<r><a type="x y"><b>1</b><c>4</c></a><a><b>2</b><b>3</b></a></r>'


def test_an_empty_text_is_not_written() -> None:
    root = etree.Element("r")
    put(root, "a/b", "")
    assert shown(root) == "<r/>"


def test_elements_stand_in_the_namespace_of_their_root() -> None:
    root = etree.fromstring('<r xmlns="urn:x"/>')
    put(root, "a/b", "1")
    put(root, "a/c", "2")
    assert shown(root) == '<r xmlns="urn:x"><a><b>1</b><c>2</c></a></r>'


def test_an_entry_is_indented_and_ends_its_line() -> None:
    root = etree.Element("r")
    put(root, "a", "ü")
    assert write_element(root) == "<r>\n  <a>ü</a>\n</r>\n"
    assert DECLARATION == '<?xml version="1.0" encoding="UTF-8"?>\n'
