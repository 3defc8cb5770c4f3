"""The Library of Congress's own conversion to MODS, and catalogue records of Debian, as judges."""

from __future__ import annotations

import gzip
import re
import unicodedata
from pathlib import Path
from typing import Any, Final

import pymarc
import pytest
from lxml import etree

from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.values.keywords import split_keywords
from tests.formats.files import read_file

pytestmark = pytest.mark.programs

EXAMPLES: Final = Path("/usr/share/doc/idzebra-2.0/examples")


def bytes_of(path: str) -> bytes:
    """A file of the Debian package idzebra-2.0-examples."""
    found = EXAMPLES / path
    if not found.exists():
        pytest.skip("idzebra-2.0-examples is not installed")
    data = found.read_bytes()
    return gzip.decompress(data) if found.suffix == ".gz" else data


COLLECTIONS: Final = [
    f"marcxml/collection-{name}" for name in ("2.xml.gz", "opera-43.xml.gz", "sandburg-1.xml")
]


class Utilities(etree.Resolver):
    """Finds the part of the stylesheet that it includes from the network beside it."""

    def resolve(self, *arguments: Any) -> Any:
        resolve_string: Any = self.resolve_string
        return resolve_string(bytes_of("marcxml/MARC21slimUtils.xsl.gz").decode(), arguments[2])


def as_mods(data: bytes) -> list[Record | Problem]:
    parser = etree.XMLParser()
    parser.resolvers.add(Utilities())
    sheet = etree.fromstring(bytes_of("marcxml/MARC21slim2MODS3-7.xsl.gz"), parser)
    return read_file("mods", bytes(etree.XSLT(sheet)(etree.fromstring(data))))


@pytest.mark.parametrize("path", COLLECTIONS)
def test_catalogue_records_are_read(path: str) -> None:
    found = read_file("marcxml", bytes_of(path))
    assert found
    assert all(isinstance(one, Record) and "title" in one.fields for one in found)


def test_iso2709_is_read_as_pymarc_reads_it() -> None:
    data = bytes_of("marc21/sample-marc.gz")
    ours = [one for one in read_file("marc", data) if isinstance(one, Record)]
    theirs = [one for one in pymarc.MARCReader(data) if one is not None]
    assert len(ours) == len(theirs)
    for record, judge in zip(ours, theirs, strict=True):
        numbers = [field.data or "" for field in judge.get_fields("001")]
        assert [record.id] == [number.strip().partition(" //")[0] for number in numbers]


STATED: Final = "the statement of responsibility says what somebody did"
TITLED: Final = "what is no part of a name, such as Ritter von, is a term of address in MODS"
RECORDED: Final = "the day of a recording, which MODS has as the day of capture"
DIFFERENT: Final = {
    ("12149120", "type"): "a web site is what the record is of; MODS has but software",
    ("12149120", "medium"): "MODS takes field 256, we 245",
    ("4055693", "author"): STATED,
    ("1058619", "author"): STATED,
    ("251663", "author"): STATED,
    ("13578524", "accessed"): RECORDED,
    ("12363786", "accessed"): RECORDED,
    ("5685001", "author"): TITLED,
    ("10439017", "author"): TITLED,
    ("14256438", "author"): STATED,
    ("3083920", "author"): "the conversion leaves the last heading out",
    ("8997357", "contributor"): STATED,
    ("7730987", "type"): "a dissertation, which the conversion has as a note only",
    ("7688237", "issued"): "“n.d.” is no date",
    ("5616248", "publisher"): "who distributes is no publisher",
    ("12665524", "collection-title"): "the series as it is printed; MODS has its uniform title",
}
"""What is meant to differ, by record and field, and why."""


def test_the_conversion_of_the_library_of_congress_says_the_same() -> None:
    compared = 0
    differ: list[tuple[str, str]] = []
    for path in COLLECTIONS:
        data = bytes_of(path)
        for ours, theirs in zip(read_file("marcxml", data), as_mods(data), strict=True):
            assert isinstance(ours, Record)
            assert isinstance(theirs, Record)
            for name, value in {"type": theirs.type, **theirs.fields}.items():
                compared += 1
                known = ours.type if name == "type" else ours.fields.get(name)
                if not says_the_same(name, known, value):
                    differ.append((ours.id, name))
    assert set(differ) == DIFFERENT.keys()
    assert len(differ) <= compared * 0.05


def says_the_same(name: str, ours: object, theirs: object) -> bool:
    """MODS's topics are but a part of our keywords, and it has all classes, we the first."""
    if name == "keyword":
        own = set(split_keywords(loosely(ours)))
        # One heading alone may have a comma inside.
        return loose(theirs) in own or set(split_keywords(loosely(theirs))) <= own
    if name == "call-number":
        return loose(theirs).startswith(loose(ours)) and bool(ours)
    return loose(ours) == loose(theirs)


def loosely(words: object) -> str:
    return ", ".join([loose(word) for word in split_keywords(str(words))])


def loose(value: object) -> str:
    """`value` without accents, punctuation and letter case, which the conversion leaves apart."""
    text = unicodedata.normalize("NFKD", str(value)).casefold()
    return re.sub(r"[\W_]+", "", text)
