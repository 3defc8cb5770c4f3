"""EndNote XML, after the document type definition RSXML.dtd that Clarivate publishes for EndNote.

The name of an organization ends in a comma, or has its own first comma doubled, as the EndNote
manual asks. What EndNote has no field for stands in its research notes (`writing.note_lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from reportcite.formats.endnote.fields import NAMES, TYPES, paths
from reportcite.formats.endnote.read import NOTATION, own
from reportcite.formats.loss import Fields
from reportcite.formats.reading.xml import found_at, indexed
from reportcite.formats.writing.carry import carry_all, clean
from reportcite.formats.writing.note_lines import remainder
from reportcite.formats.writing.xml import add, put, write_element
from reportcite.record.model import Value
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.questions import years_of
from reportcite.values.keywords import split_keywords
from reportcite.values.names.endnote import write_name
from reportcite.values.shapes import Date
from reportcite.values.title import join_title

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# The order of the definition; only these are written.
_ORDER: Final = (
    "ref-type", "contributors", "titles", "pages", "volume", "number", "num-vols", "edition",
    "section", "keywords", "dates", "pub-location", "publisher", "isbn", "call-num", "report-id",
    "electronic-resource-num", "abstract", "label", "notes", "research-notes", "work-type",
    "remote-database-name", "language", "urls", "access-date",
    "authors", "secondary-authors", "tertiary-authors", "subsidiary-authors",
    "title", "secondary-title", "tertiary-title", "alt-title", "short-title", "translated-title",
)  # fmt: skip


def write(fields: Fields, key: str) -> str:
    """One `record`; the record's id is its label."""
    record = fields.record
    values = carry_all(fields)
    element = etree.Element("record")
    number, name = TYPES.get(record.type, TYPES["document"])
    ref_type = add(element, "ref-type")
    ref_type.set("name", name)
    ref_type.text = str(number)
    put(element, "label", clean(record.id))
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    put(element, "titles/title", join_title(str(title), str(subtitle)))
    for variable, value in values.items():
        _put_field(element, record.type, variable, value)
    read_back = own(indexed(element))
    # A value that reads as another variable stands in the notes alone.
    for variable, tag in (("ISBN", "isbn"), ("ISSN", "isbn"), ("page", "pages")):
        if variable in read_back.fields and variable not in values:
            for child in found_at(element, tag):
                element.remove(child)
            read_back = own(indexed(element))
    put(element, "research-notes", remainder(fields, values, read_back, NOTATION))
    for inner in (element, *found_at(element, "contributors"), *found_at(element, "titles")):
        inner[:] = sorted(inner, key=lambda child: _ORDER.index(str(child.tag)))
    return write_element(element)


def _put_field(element: Element, csl_type: str, variable: str, value: Value) -> None:
    path = paths(csl_type).get(variable)
    if variable in NAMES and isinstance(value, list):
        for name in value:
            put(element, f"contributors/{NAMES[variable]}/author", write_name(name))
    elif isinstance(value, dict):
        _put_date(element, variable, value)
    elif variable == "keyword" and isinstance(value, str):
        for word in split_keywords(value):
            put(element, "keywords/keyword", word)
    elif path and isinstance(value, str):
        put(element, path, value)


def _put_date(element: Element, variable: str, date: Date) -> None:
    edtf = write_edtf(date)
    if variable == "accessed":
        put(element, "access-date", edtf or "")
    elif variable == "issued":
        years = [str(year) for year in years_of(date)]
        put(element, "dates/year", years[0] if years else date.get("literal", ""))
        put(element, "dates/pub-dates/date", edtf if edtf and edtf not in years else "")
