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


# Where our reading of MODS and of MARC are meant to differ: MODS's joins all classes to one call
# number and leaves names, places and times out of the keywords; a statement of responsibility says
# what somebody did, which the conversion does not look at; a recording is cited by its performer.
APART: Final = frozenset({"call-number", "keyword", "author", "contributor", "performer"})


def test_the_conversion_of_the_library_of_congress_says_the_same() -> None:
    compared = differ = 0
    for path in COLLECTIONS:
        data = bytes_of(path)
        for ours, theirs in zip(read_file("marcxml", data), as_mods(data), strict=True):
            assert isinstance(ours, Record)
            assert isinstance(theirs, Record)
            for name, value in theirs.fields.items():
                if name not in APART:
                    compared += 1
                    differ += loose(ours.fields.get(name)) != loose(value)
    assert compared > 300
    assert differ <= compared * 0.05


def loose(value: object) -> str:
    """`value` without accents, punctuation and letter case, which the conversion leaves apart."""
    text = unicodedata.normalize("NFKD", str(value)).casefold()
    return re.sub(r"[\W_]+", "", text)
