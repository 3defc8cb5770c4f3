"""Simple Dublin Core in XML (DCMI elements 1.1; oai_dc.xsd of OAI-PMH 2.0).

Several records stand in a `collection`, because an oai_dc file holds one.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from reportcite.formats.format import Fields, Format
from reportcite.formats.web.text import bare_doi, take_link
from reportcite.formats.writing.names import declare_names, name_text
from reportcite.formats.writing.take import keywords, take_date, take_names, take_text
from reportcite.formats.xml import DECLARATION, write_element
from reportcite.record.fields import NAMES
from reportcite.record.model import join_title
from reportcite.values.dates.edtf import read_edtf, write_edtf

_OAI_DC: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

_TEXTS: Final = (
    ("abstract", "description", ""),
    ("note", "description", ""),
    ("publisher", "publisher", ""),
    ("genre", "type", ""),
    ("medium", "format", ""),
    ("number", "identifier", ""),
    ("ISBN", "identifier", "urn:isbn:"),
    ("ISSN", "identifier", "urn:issn:"),
    ("PMID", "identifier", "info:pmid/"),
    ("container-title", "source", ""),
    ("language", "language", ""),
    ("collection-title", "relation", ""),
    ("license", "rights", ""),
)
_CREATORS: Final = ("author", "composer", "script-writer", "director", "interviewer")
_IMAGES: Final = frozenset({"figure", "graphic", "map"})
_DCMI_TYPES: Final = {
    **dict.fromkeys(_IMAGES, "StillImage"),
    "motion_picture": "MovingImage",
    "broadcast": "MovingImage",
    "song": "Sound",
    "dataset": "Dataset",
    "software": "Software",
    "collection": "Collection",
    "event": "Event",
    "performance": "Event",
    "speech": "Event",
}


def write(fields: Fields, key: str) -> str:
    """One `oai_dc:dc` element, complete with its namespaces."""
    root = etree.Element(f"{{{_OAI_DC}}}dc", nsmap={"oai_dc": _OAI_DC, "dc": _DC, "xsi": _XSI})
    root.set(
        f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    )
    for name, text in _elements(fields):
        if text:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    return write_element(root)


def _elements(fields: Fields) -> list[tuple[str, str]]:
    record = fields.record
    title, subtitle = take_text(fields, "title"), take_text(fields, "subtitle")
    if subtitle:
        fields.change("subtitle", "it is joined to the title")
    elements = [("title", join_title(title, subtitle)), *_names(fields)]
    elements += [("subject", word) for word in keywords(take_text(fields, "keyword"))]
    elements += [("date", _date(fields)), ("type", _DCMI_TYPES.get(record.type, "Text"))]
    elements.append(("type", record.type))
    for variable, name, before in _TEXTS:
        if text := take_text(fields, variable):
            elements.append((name, before + text))
    if pages := take_text(fields, "number-of-pages"):
        elements.append(("format", f"{pages} pages"))
    if doi := take_text(fields, "DOI"):
        elements.append(("identifier", f"doi:{bare_doi(doi)}"))
    elements.append(("identifier", take_link(fields)))
    return elements


def _names(fields: Fields) -> list[tuple[str, str]]:
    """The names; Dublin Core knows only creators and contributors."""
    elements = []
    for variable in (*_CREATORS, *sorted(NAMES - set(_CREATORS))):
        if names := take_names(fields, variable):
            declare_names(fields, variable, names)
            name = "creator" if variable in _CREATORS else "contributor"
            if variable != "author":
                fields.change(variable, f"it becomes a {name}, whose part is not told")
            elements += [(name, name_text(one)) for one in names]
    return elements


def _date(fields: Fields) -> str:
    date = take_date(fields, "issued")
    if date is None:
        return ""
    edtf = write_edtf(date)
    if edtf is None or read_edtf(edtf) != date:
        fields.change("issued", "only what EDTF can say of the date is written")
    return edtf or date.get("literal", "")


FORMAT: Final = Format(
    name="oai-dc",
    title="Dublin Core (oai_dc)",
    write=write,
    head=DECLARATION + "<collection>\n",
    tail="</collection>\n",
)
