"""Reading the XML of styles and locales, safely."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.csl.style.xml import (
    MAXIMAL_BYTES,
    MAXIMAL_DEPTH,
    NAMESPACE,
    read_file,
    read_xml,
)
from reportcite.errors import StyleError


def root(content: str) -> str:
    """A document of the CSL namespace."""
    return f'<style xmlns="{NAMESPACE}">{content}</style>'


def error(source: bytes) -> StyleError:
    """The error that reading `source` ends in."""
    with pytest.raises(StyleError) as raised:
        read_xml(source, "a.csl")
    return raised.value


def test_elements_have_attributes_children_and_lines() -> None:
    style = read_xml(root('\n<text variable="title"/>\n<text value=" x "/>').encode(), "a.csl")

    assert (style.name, style.line) == ("style", 1)
    assert [child.line for child in style.children] == [2, 3]
    assert style.children[0].attributes == {"variable": "title"}
    assert style.children[1].attributes == {"value": " x "}


def test_the_text_is_that_of_an_element_without_children() -> None:
    style = read_xml(root("a<term> b <!-- c --> d </term>e").encode(), "a.csl")

    assert style.text == ""
    assert style.children[0].text == " b  d "


def test_a_child_is_found_by_its_name() -> None:
    style = read_xml(root('<text value="1"/><text value="2"/>').encode(), "a.csl")

    assert style.child("text") is style.children[0]
    assert style.child("date") is None


def test_names_of_other_namespaces_keep_them_and_xml_lang_is_short() -> None:
    source = '<style xml:lang="en" xmlns:x="urn:x"><x:y/></style>'
    style = read_xml(source.encode(), "a.csl")

    assert style.attributes == {"xml:lang": "en"}
    assert style.children[0].name == "urn:x y"


def test_a_reference_escaped_twice_means_its_character() -> None:
    style = read_xml(root('<text value="a&amp;#8211;b &amp;amp;"/>').encode(), "a.csl")

    assert style.children[0].attributes["value"] == "a–b &amp;"


def test_nesting_ends_somewhere() -> None:
    deepest = "<group>" * (MAXIMAL_DEPTH - 1) + "</group>" * (MAXIMAL_DEPTH - 1)

    assert read_xml(root(deepest).encode(), "a.csl").name == "style"
    assert "nested more than 100 levels" in str(error(root(f"<a>{deepest}</a>").encode()))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b" \n", "the file is empty"),
        (b"<style>", "not well-formed XML"),
        (b"<!DOCTYPE style><style/>", "a document type declaration is not allowed"),
        (b"<!DOCTYPE HTML><html/>", "this is an HTML page"),
        (b"<html><br></html>", "this is an HTML page"),
        (b" " * MAXIMAL_BYTES + b"<style/>", "larger than 8 MB"),
    ],
)
def test_what_is_no_style_is_refused(source: bytes, message: str) -> None:
    assert message in str(error(source))


def test_an_error_names_the_place() -> None:
    place = error(root("\n<text").encode()).place

    assert place is not None
    assert (place.file, place.line) == ("a.csl", 2)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="cannot be read"):
        read_file(tmp_path / "none.csl")
    with pytest.raises(StyleError, match="cannot be read"):
        read_file(Path("a\0b"))


def test_no_more_of_a_file_is_read_than_a_style_can_have(tmp_path: Path) -> None:
    large = tmp_path / "large.csl"
    large.write_bytes(b" " * (MAXIMAL_BYTES + 10))

    assert len(read_file(large)) == MAXIMAL_BYTES + 1
