"""Simple Dublin Core in XML (DCMI elements 1.1; oai_dc.xsd of OAI-PMH 2.0).

Several records stand in a `collection`, because an oai_dc file holds one; answers of OAI-PMH and
SRU are read, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.reading.web.described import Tag, record_of
from reportcite.formats.reading.web.dublin_core import LONGEST_NOTE, NUMBERED, PREFIX, described
from reportcite.formats.reading.xml import line_of, name_of, read_elements, text_of
from reportcite.formats.writing.carry import carry_date, carry_names, carry_text
from reportcite.formats.writing.names import declare_names
from reportcite.formats.writing.one_line import clean_line, one_line
from reportcite.formats.writing.reread import AS_USUAL, report_change
from reportcite.formats.writing.web import carry_link
from reportcite.formats.writing.xml import DECLARATION, write_element
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.custom import entries_in
from reportcite.record.model import Record
from reportcite.values.dates.exchanged import write_date
from reportcite.values.doi import bare_doi, is_doi, says_it_is_doi
from reportcite.values.identifiers.recognise import Labelled, labelled
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import name_text
from reportcite.values.title import join_title
from reportcite.vocabulary import NAME_VARIABLES

_OAI_DC: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

_PROGRAM: Final = "oai-dc"
_RECORDS: Final = (f"{{{_OAI_DC}}}dc", "{info:srw/schema/1/dc-schema}dc", "dc")

_TEXTS: Final = (
    ("abstract", "description", ""),
    ("publisher", "publisher", ""),
    ("genre", "type", ""),
    ("medium", "format", ""),
    ("ISBN", "identifier", "urn:isbn:"),
    ("ISSN", "identifier", "urn:issn:"),
    ("container-title", "source", ""),
    ("language", "language", ""),
    ("collection-title", "relation", ""),
    ("license", "rights", ""),
)
# What the address of a page may be, too, which says it then.
_NUMBERS: Final = (("PMID", "info:pmid/"), ("PMCID", "PMCID:"))
_CREATORS: Final = ("author", "composer", "script-writer", "director", "interviewer")
_READINGS: Final = 4
"""After how many readings any elements stay as they are."""
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


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file in this format, one at a time, also out of answers of OAI-PMH."""
    stem = stem_of(name)
    found = read_elements(stream, name, _RECORDS, "Dublin Core", limits)
    for number, element in enumerate(found, 1):
        if isinstance(element, Problem):
            yield element
            continue
        tags = [
            Tag(name_of(one).lower(), one_line(text_of(one))[0], line_of(one)) for one in element
        ]
        yield _record(tags, name, numbered_id(stem, number))


def _record(tags: list[Tag], name: str, id_: str) -> Record:
    work = described([tag for tag in tags if tag.content])
    work.rest = {key.removeprefix(PREFIX): value for key, value in work.rest.items()}
    return record_of(work, _PROGRAM, name, id_)


def write(fields: Fields, key: str) -> str:
    """One `oai_dc:dc` element, complete with its namespaces."""
    root = etree.Element(f"{{{_OAI_DC}}}dc", nsmap={"oai_dc": _OAI_DC, "dc": _DC, "xsi": _XSI})
    root.set(
        f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    )
    for name, text in _read_the_same(elements(fields)):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    fields.report_later(_report_reread)
    return write_element(root)


def _read_the_same(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """`found` without empty ones, as they are written again once they were read, so that the file
    stays the same: fifteen elements cannot tell all fields apart."""
    written = [(name, line) for name, text in found if (line := one_line(text)[0])]
    for _ in range(_READINGS):
        again = [one for one in elements(Fields(_record_of(written))) if one[1]]
        if again == written:
            break
        written = again
    return written


def _record_of(written: list[tuple[str, str]]) -> Record:
    return _record([Tag(name, text, 0) for name, text in written], "", "")


def _report_reread(fields: Fields) -> None:
    """Report what is read otherwise."""
    record = fields.record
    back = _record_of(_read_the_same(elements(Fields(record))))
    before = {"type": record.type, **record.fields, **dict(entries_in(record.custom))}
    after = {"type": back.type, **back.fields, **dict(entries_in(back.custom))}
    if "subtitle" in record.fields:  # whose loss is that of the title, too
        before["title"] = after.get("title")
    for name in after.keys() | before.keys():
        if before.get(name) != after.get(name) and (name in after or fields.is_carried(name)):
            report_change(fields, name, AS_USUAL)


def elements(fields: Fields) -> list[tuple[str, str]]:
    """The elements as pairs of name and text, in order; a text may be empty."""
    record = fields.record
    title, subtitle = _line(fields, "title"), _line(fields, "subtitle")
    if subtitle:
        fields.change("subtitle", "it is joined to the title")
    elements = [("title", join_title(title, subtitle)), *_names(fields)]
    elements += [("subject", word) for word in split_keywords(_line(fields, "keyword"))]
    elements += [("date", _date(fields)), ("type", _DCMI_TYPES.get(record.type, "Text"))]
    elements.append(("type", written_type(record.type)))
    for variable, name, before in _TEXTS:
        if text := _line(fields, variable):
            elements.append((name, before + text))
    note, abstract = (str(record.fields.get(name, "")) for name in ("note", "abstract"))
    lines = note.split("\n")
    if all(len(line) < min(len(abstract), LONGEST_NOTE) for line in lines):
        elements += [("description", line) for line in carry_text(fields, "note").split("\n")]
    if record.type in NUMBERED:
        elements.append(("identifier", _line(fields, "number")))
    if pages := _line(fields, "number-of-pages"):
        elements.append(("format", f"{pages} pages"))
    if doi := _line(fields, "DOI"):
        if is_doi(doi):
            elements.append(("identifier", f"doi:{doi}"))
        else:
            fields.drop("DOI", "it is none, and would be read as a number")
    link = _link(fields, doi)
    elements.append(("identifier", link))
    said = labelled(link)
    for variable, before in _NUMBERS:
        number = _line(fields, variable)
        if number and said != Labelled(variable, number):
            elements.append(("identifier", before + number))
    for name, held in fields.own(_PROGRAM).items():
        elements += [(name, str(text)) for text in (held if isinstance(held, list) else [held])]
    return elements


def _line(fields: Fields, variable: str) -> str:
    """The text of a variable on one line; "" where there is none."""
    text = carry_text(fields, variable)
    return clean_line(fields, variable, text) if text else ""


def _link(fields: Fields, doi: str) -> str:
    """The URL; one that leads to a DOI is read as that."""
    link = carry_link(fields)
    if not link or not says_it_is_doi(link):
        return link
    fields.drop("URL", "it is read as the DOI that it leads to")
    bare = bare_doi(link)
    return f"doi:{bare}" if not doi else bare if bare.lower() != doi.lower() else ""


def written_type(csl_type: str) -> str:
    """The type of a record; what CSL calls an article others call a preprint."""
    return "preprint" if csl_type == "article" else csl_type


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
    read=read,
    head=DECLARATION + "<collection>\n",
    tail="</collection>\n",
)
