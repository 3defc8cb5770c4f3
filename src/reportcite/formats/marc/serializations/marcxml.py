"""MARCXML (loc.gov/standards/marcxml): records, collections, and answers of SRU and OAI-PMH;
and oai_marc, which OAI-PMH had before (openarchives.org/OAI/1.1/oai_marc.xsd)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from reportcite.errors import Place
from reportcite.formats.marc.crosswalk.crossed import LEADER, OWN
from reportcite.formats.marc.fields import Marc, content_of, plain
from reportcite.formats.marc.records import record_of
from reportcite.formats.reading.xml import line_of, name_of, read_elements, text_of
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a MARCXML file, one at a time."""
    stem = stem_of(name)
    number = 0
    for element in read_elements(stream, name, ("{*}record", "{*}oai_marc"), "MARC", limits):
        if isinstance(element, Problem):
            yield element
            continue
        marc = _marc(element)
        if not marc.fields:  # what SRU puts round a record is called so, too
            continue
        number += 1
        place = Place(name, line_of(element))
        yield record_of(marc, place, partial(numbered_id, stem, number))


def _marc(record: Element) -> Marc:
    """The fields of a record, of MARCXML or of what OAI had before it (oai_marc)."""
    leader = ""
    fields: list[tuple[str, str]] = []
    for child in record:
        kind = name_of(child)
        tag = child.get("tag") or child.get("id") or ""
        if kind == "leader" or tag == LEADER:
            leader = text_of(child)
        elif kind == "controlfield":
            fields.append((tag, _composed(text_of(child))))
        elif kind == "fixfield":
            fields.append((tag, _composed(_unquoted(text_of(child)))))
        elif kind in ("datafield", "varfield"):
            indicators = _indicator(child, "ind1", "i1") + _indicator(child, "ind2", "i2")
            parts = [(_code(one), _text(one, tag)) for one in child]
            fields.append((tag, content_of(indicators, [one for one in parts if one[0]])))
    return Marc(leader.replace("^", " "), fields)


def _code(subfield: Element) -> str:
    return (subfield.get("code") or subfield.get("label") or "")[:1]


def _unquoted(text: str) -> str:
    """The text of a field without subfields of oai_marc: in quotation marks, or ^ for a blank."""
    text = text.strip()
    return text[1:-1] if text[:1] == text[-1:] == '"' and len(text) > 1 else text.replace("^", " ")


def _indicator(element: Element, name: str, name_before: str) -> str:
    return (element.get(name) or element.get(name_before) or " ")[:1]


def _text(element: Element, tag: str) -> str:
    """The text of a subfield; its lines are exact in one field, in others they are layout."""
    text = text_of(element)
    if tag != OWN and ("\n" in text or "\t" in text):
        text = " ".join(text.split())
    return _composed(text)


def _composed(text: str) -> str:
    return text if text.isascii() else plain(unicodedata.normalize("NFC", text))
