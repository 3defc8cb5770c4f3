"""Simple Dublin Core in XML (DCMI elements 1.1; oai_dc.xsd of OAI-PMH 2.0).

Several records stand in a `collection`, because an oai_dc file holds one.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_date, carry_names, carry_text
from reportcite.formats.writing.names import declare_names
from reportcite.formats.writing.web import carry_link
from reportcite.formats.writing.xml import DECLARATION, write_element
from reportcite.values.dates.exchanged import write_date
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import name_text
from reportcite.values.title import join_title
from reportcite.vocabulary import NAME_VARIABLES

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
    for name, text in elements(fields):
        if text:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    return write_element(root)


def elements(fields: Fields) -> list[tuple[str, str]]:
    """The elements as pairs of name and text, in order; a text may be empty."""
    record = fields.record
    title, subtitle = carry_text(fields, "title"), carry_text(fields, "subtitle")
    if subtitle:
        fields.change("subtitle", "it is joined to the title")
    elements = [("title", join_title(title, subtitle)), *_names(fields)]
    elements += [("subject", word) for word in split_keywords(carry_text(fields, "keyword"))]
    elements += [("date", _date(fields)), ("type", _DCMI_TYPES.get(record.type, "Text"))]
    elements.append(("type", record.type))
    for variable, name, before in _TEXTS:
        if text := carry_text(fields, variable):
            elements.append((name, before + text))
    if pages := carry_text(fields, "number-of-pages"):
        elements.append(("format", f"{pages} pages"))
    if doi := carry_text(fields, "DOI"):
        elements.append(("identifier", f"doi:{doi}"))
    elements.append(("identifier", carry_link(fields)))
    return elements


def _names(fields: Fields) -> list[tuple[str, str]]:
    """The names; Dublin Core knows only creators and contributors."""
    elements = []
    for variable in (*_CREATORS, *sorted(NAME_VARIABLES - set(_CREATORS))):
        if names := carry_names(fields, variable):
            declare_names(fields, variable, names)
            name = "creator" if variable in _CREATORS else "contributor"
            if variable != "author":
                fields.change(variable, f"it becomes a {name}, whose role is not said")
            elements += [(name, name_text(one)) for one in names]
    return elements


def _date(fields: Fields) -> str:
    date = carry_date(fields, "issued")
    if date is None:
        return ""
    text, whole = write_date(date)
    if not whole:
        fields.change("issued", "only what EDTF can say of the date is written")
    return text


FORMAT: Final = Format(
    name="oai-dc",
    title="Dublin Core (oai_dc)",
    write=write,
    head=DECLARATION + "<collection>\n",
    tail="</collection>\n",
)
