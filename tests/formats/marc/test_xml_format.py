"""MARCXML is a collection of records in the namespace of the Library of Congress."""

from __future__ import annotations

from lxml import etree

from tests.formats.files import a_report, file_of


def test_a_file_is_a_collection() -> None:
    text, _ = file_of("marcxml", a_report(), a_report("Second"))
    root = etree.fromstring(text.encode())
    space = "{http://www.loc.gov/MARC21/slim}"
    assert [root.tag, *[child.tag for child in root]] == [
        f"{space}collection", f"{space}record", f"{space}record",
    ]  # fmt: skip
