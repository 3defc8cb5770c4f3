"""Records that are made at once are those that are made value by value."""

from __future__ import annotations

from io import BytesIO

import pytest

from reportcite.errors import Place
from reportcite.formats.mods.at_once import made_at_once
from reportcite.formats.mods.read import NOTATION, own
from reportcite.formats.reading.note_lines import Found, record_of
from reportcite.formats.reading.xml import indexed, read_elements
from reportcite.problems import Problem
from reportcite.record.model import Record

NAMESPACE = "http://www.loc.gov/mods/v3"
PLACE = Place("refs.mods", 2)
TITLE = "<titleInfo><title>Tide</title></titleInfo>"
AUTHOR = (
    '<name type="personal"><namePart type="family">Ng</namePart>'
    '<namePart type="given">Ann</namePart></name>'
)


def found_in(xml: str) -> Found:
    stream = BytesIO(f'<mods xmlns="{NAMESPACE}">{xml}</mods>'.encode())
    [element] = [own(indexed(one)) for one in read_elements(stream, "refs", ("{*}mods",), "MODS")
                 if not isinstance(one, Problem)]  # fmt: skip
    return element


def issued(text: str, attributes: str = "") -> str:
    return f"<originInfo><dateIssued{attributes}>{text}</dateIssued></originInfo>"


def record_at_once(xml: str) -> Record | None:
    """What is made at once, which is what is made of the same value by value."""
    made = made_at_once(found_in(xml), "r1", PLACE)
    if made is not None:
        want = record_of(found_in(xml), None, "r1", PLACE, NOTATION)
        assert made == want
        assert [*made.fields] == [*want.fields]
    return made


@pytest.mark.parametrize(
    "xml",
    [
        TITLE,
        TITLE + AUTHOR + issued("2024"),
        TITLE + issued("2024-05", ' encoding="w3cdtf"'),
        TITLE + issued("2020/2022", ' encoding="edtf"'),
        TITLE + "<name><namePart>Ng, Ann, 1930-</namePart></name>",
        TITLE + '<name type="corporate"><namePart>Tide Group</namePart></name>',
        TITLE + "<language><languageTerm>ger</languageTerm></language>",
        TITLE + "<note>one</note><note>two</note>",
        TITLE + '<identifier type="doi">10.5555/a</identifier>',
        TITLE + "<note>a  b</note>",
        AUTHOR,  # without a title
        "<titleInfo><title>none</title></titleInfo>",
    ],
)
def test_what_is_read_without_a_doubt_is_made_at_once(xml: str) -> None:
    assert record_at_once(xml) is not None


@pytest.mark.parametrize(
    "xml",
    [
        TITLE + issued("Spring, or so"),
        TITLE + issued("2024", ' qualifier="approximate"'),
        TITLE + issued("2024", ' encoding="edtf" qualifier="approximate"'),
        TITLE + "<name><etal/></name>",
        TITLE + AUTHOR.replace("</name>", "<affiliation>HU</affiliation></name>"),
        TITLE + "<name><namePart>Ng</namePart><affiliation>HU</affiliation></name>",
        TITLE + '<identifier type="doi">https://doi.org/10.5555/a</identifier>',
        TITLE + "<language><languageTerm>ger</languageTerm></language>"
        "<language><languageTerm>fre</languageTerm></language>",
    ],
)
def test_all_else_is_looked_at_more_closely(xml: str) -> None:
    assert record_at_once(xml) is None
