"""EndNote XML, after the document type definition RSXML.dtd that Clarivate publishes for EndNote.

The name of an organization ends in a comma, or has its own first comma doubled, as the EndNote
manual asks. What EndNote has no field for stands in its research notes (`writing.note_lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from reportcite.formats.endnote.fields import PATHS, paths
from reportcite.formats.endnote.read import NOTATION, own
from reportcite.formats.loss import Fields
from reportcite.formats.reading.xml import found_at
from reportcite.formats.reference_types import REFERENCE_TYPES, endnote_type
from reportcite.formats.writing.carry import carry_all, clean
from reportcite.formats.writing.note_lines import remainder
from reportcite.formats.writing.xml import add, put, write_element
from reportcite.record.custom import entry_name
from reportcite.record.fields import Value
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
    "ref-type", "contributors", "auth-address", "titles", "pages", "volume", "number", "num-vols",
    "edition", "section", "reprint-edition", "keywords", "dates", "pub-location", "publisher",
    "orig-pub", "isbn", "accession-num", "call-num", "electronic-resource-num", "abstract",
    "label", "caption", "notes", "research-notes", "work-type", "reviewed-item",
    "remote-database-name", "remote-database-provider", "language", "urls", "access-date",
    "custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7", "custom8",
    "authors", "secondary-authors", "tertiary-authors", "subsidiary-authors",
    "translated-authors", "title", "secondary-title", "tertiary-title", "alt-title",
    "short-title", "translated-title", "web-urls", "pdf-urls", "text-urls", "image-urls",
)  # fmt: skip
# What reads as a variable that the record does not have: the element that does.
_MISREAD: Final = {
    "ISBN": "isbn", "ISSN": "isbn", "number": "isbn", "page": "pages", "number-of-pages": "pages",
    "edition": "edition", "DOI": "urls",
}  # fmt: skip


def write(fields: Fields, key: str) -> str:
    """One `record`; the record's id is its label."""
    record = fields.record
    values = carry_all(fields)
    element = etree.Element("record")
    ris = endnote_type(record.type, values)
    known = REFERENCE_TYPES[ris]
    ref_type = add(element, "ref-type")
    ref_type.set("name", known.name)
    ref_type.text = str(known.number)
    put(element, "label", clean(record.id))
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    put(element, "titles/title", join_title(str(title), str(subtitle)))
    places = paths(ris, values)
    for variable, value in values.items():
        if variable != "title":
            _put_field(element, places.get(variable, ""), variable, value)
    for variable in sorted(record.truncated):
        path = places.get(variable, "")
        if path.startswith("contributors/") and variable in values and fields.goes_on(variable):
            put(element, path, "et al.")
    read_back = own(element)
    # A value that reads as another variable stands in the notes alone.
    misread = {_MISREAD[name] for name in read_back.fields.keys() - values if name in _MISREAD}
    if misread:
        for tag in misread:
            for child in found_at(element, tag):
                element.remove(child)
        read_back = own(element)
    put(element, "research-notes", remainder(fields, values, read_back, NOTATION))
    if record.custom:
        _put_own(element, fields, ris)
    for group in ("contributors", "titles", "urls"):
        for inner in found_at(element, group):
            inner[:] = sorted(inner, key=lambda child: _ORDER.index(str(child.tag)))
    element[:] = sorted(element, key=lambda child: _ORDER.index(str(child.tag)))
    return write_element(element)


def _put_field(element: Element, path: str, variable: str, value: Value) -> None:
    if isinstance(value, list):
        if path.startswith("contributors/"):
            for name in value:
                put(element, path, write_name(name))
    elif isinstance(value, dict):
        _put_date(element, variable, value)
    elif variable == "keyword":
        for word in split_keywords(value):
            put(element, path, word)
    elif path:
        put(element, path, value)


def _put_date(element: Element, variable: str, date: Date) -> None:
    edtf = write_edtf(date)
    if variable == "accessed":
        put(element, "access-date", edtf or "")
    elif variable == "issued":
        years = [str(year) for year in years_of(date)]
        put(element, "dates/year", years[0] if years else date.get("literal", ""))
        put(element, "dates/pub-dates/date", edtf if edtf and edtf not in years else "")


def _put_own(element: Element, fields: Fields, ris: str) -> None:
    """What a reader kept of the fields of EndNote, since CSL has nothing for them."""
    variables = REFERENCE_TYPES[ris].variables
    for tag, held in fields.own("ris").items():
        path = PATHS.get(tag, "")
        texts = held if isinstance(held, list) else [held]
        whole = all(isinstance(text, str) and text.strip() for text in texts)
        several = len(texts) < 2 or path.endswith(("/url", "/author"))
        name = entry_name("ris", tag)
        if not path or variables.get(tag) or not whole or not several:
            fields.drop(name, "EndNote has no place for it")
            continue
        for text in texts:
            if clean(text) != text or "\r" in text:
                fields.change(name, "characters the format cannot hold are removed")
            put(element, path, clean(text))
