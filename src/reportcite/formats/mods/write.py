"""MODS, the Library of Congress' Metadata Object Description Schema, version 3.4 and later.

What MODS has no element for stands in its `extension` (`formats.reading.note_lines`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from reportcite.formats.loss import Fields
from reportcite.formats.mods.fields import (
    DATES,
    GENRES,
    HOST,
    NAME_PLACES,
    NAMESPACE,
    OWN_TYPE,
    PARTS,
    RELATORS,
    RESOURCES,
    TEXTS,
)
from reportcite.formats.mods.read import NOTATION, own
from reportcite.formats.reading.xml import indexed
from reportcite.formats.writing.carry import carry_all, clean
from reportcite.formats.writing.note_lines import remainder
from reportcite.formats.writing.xml import add, put, write_element
from reportcite.record.model import Value
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.questions import years_of
from reportcite.values.keywords import split_keywords
from reportcite.values.language import is_tag
from reportcite.values.names.display import family_of, given_of
from reportcite.values.pages import page_ends
from reportcite.values.shapes import Contributor
from reportcite.values.url import is_web_link
from reportcite.vocabulary import NAME_VARIABLES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMPTY: Final = f'<mods xmlns="{NAMESPACE}" version="3.4"/>'


def write(fields: Fields, key: str) -> str:
    """One `mods` element; the record's id is its record identifier."""
    record = fields.record
    values = carry_all(fields)
    root = etree.fromstring(_EMPTY)
    _put_type(root, record.type)
    _put_names(root, values)
    for name, path in TEXTS.items():
        text = _text(values, name)
        # The schema wants a URI, which not every text is.
        put(root, path, text if name != "URL" or is_web_link(text) else "")
    _put_parts(root, values)
    for name, path in DATES.items():
        _put_date(root, name, path, values.get(name))
    for word in split_keywords(_text(values, "keyword")):
        add(add(root, "subject"), "topic").text = word
    put(root, "recordInfo/recordIdentifier", clean(record.id))
    if rest := remainder(fields, values, own(indexed(root)), NOTATION):
        add(root, "extension displayLabel=CSL").text = rest
    return write_element(root)


def _text(values: dict[str, Value], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _put_type(root: Element, csl_type: str) -> None:
    put(root, "typeOfResource", RESOURCES.get(csl_type, "text"))
    put(root, "genre authority=marcgt", GENRES.get(csl_type, ""))
    put(root, OWN_TYPE, csl_type)


def _put_names(root: Element, values: dict[str, Value]) -> None:
    for variable in (*RELATORS, *sorted(NAME_VARIABLES - RELATORS.keys())):
        names = values.get(variable)
        for name in names if isinstance(names, list) else []:
            _put_name(root, variable, name)


def _put_name(root: Element, variable: str, name: Contributor) -> None:
    kind = "corporate" if name.get("literal") else "personal"
    element = add(root, f"{NAME_PLACES.get(variable, 'name')} type={kind}")
    if literal := name.get("literal"):
        add(element, "namePart").text = literal
    parts = {"family": family_of(name), "given": given_of(name)}
    parts["termsOfAddress"] = name.get("suffix", "")
    for part, text in parts.items() if kind == "personal" else ():
        put(element, f"namePart type={part}", text)
    role = add(element, "role")
    put(role, "roleTerm type=code authority=marcrelator", RELATORS.get(variable, ""))
    put(role, "roleTerm type=text", variable)


def _put_parts(root: Element, values: dict[str, Value]) -> None:
    """Volume, issue, pages, language and extent."""
    inside = f"{HOST}/" if "container-title" in values else ""
    for name, path in PARTS.items():
        put(root, inside + path, _text(values, name))
    if pages := _text(values, "page"):
        first, last = page_ends(pages) or ("", "")
        put(root, f"{inside}part/extent unit=pages/start", first)
        put(root, f"{inside}part/extent unit=pages/end", last)
        put(root, f"{inside}part/extent unit=pages/list", "" if first else pages)
    if language := _text(values, "language"):
        kind = "type=code authority=rfc4646" if is_tag(language) else "type=text"
        put(root, f"language/languageTerm {kind}", language)
    if count := _text(values, "number-of-pages"):
        unit = " pages" if count.isdecimal() else ""
        put(root, "physicalDescription/extent", count + unit)


def _put_date(root: Element, name: str, path: str, date: Value | None) -> None:
    if not isinstance(date, dict):
        return
    edtf, literal = write_edtf(date), date.get("literal", "")
    if edtf:
        element = add(root, f"{path} encoding=edtf")
        element.text = edtf
        if name == "issued":
            element.set("keyDate", "yes")
    else:
        put(root, path, literal or "".join(map(str, years_of(date)[:1])))
