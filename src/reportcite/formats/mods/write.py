"""MODS, the Library of Congress' Metadata Object Description Schema, version 3.4 and later.

What MODS has no element for stands in its `extension` (`formats.reading.note_lines`).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
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
from reportcite.formats.mods.kept import OWN_EXTENSION, restore
from reportcite.formats.mods.read import NOTATION, own
from reportcite.formats.mods.subjects import put_keywords, read_keywords
from reportcite.formats.reading.xml import indexed
from reportcite.formats.writing.carry import carry_all, carry_details, clean, drop_details
from reportcite.formats.writing.note_lines import remainder
from reportcite.formats.writing.xml import add, put
from reportcite.patterns import pattern
from reportcite.record.custom import detail_name, entry_name
from reportcite.record.fields import Value
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

_OTHER_NAMES: Final = tuple(sorted(NAME_VARIABLES - RELATORS.keys()))
_ORCID: Final = pattern("https://orcid.org/[0-9X-]{19}")
_EMPTY: Final = f'<mods xmlns="{NAMESPACE}" version="3.4"/>'


def write(fields: Fields, key: str) -> str:
    """One `mods` element; the record's id is its record identifier."""
    record = fields.record
    values = carry_all(fields)
    root = etree.fromstring(_EMPTY)
    _put_type(root, record.type)
    names = _put_names(root, values)
    for name, path in TEXTS.items():
        text = _text(values, name)
        # The schema wants a URI, which not every text is.
        put(root, path, text if name != "URL" or is_web_link(text) else "")
    _put_parts(root, values)
    for name, path in DATES.items():
        _put_date(root, name, path, values.get(name))
    words = split_keywords(_text(values, "keyword"))
    subjects = put_keywords(root, words)
    put(root, "recordInfo/recordIdentifier", clean(record.id))
    for entry in restore(root, fields.own("mods")):
        fields.drop(entry_name("mods", entry), "it is no XML of this element")
    said = own(indexed(root))
    if subjects.is_part:
        said.fields["keyword"] = read_keywords(words)
    rest = remainder(fields, values, said, NOTATION)
    if record.custom or record.truncated:
        _put_known(fields, names, {line.partition(": ")[0] for line in rest.split("\n")})
    if rest:
        add(root, f"extension displayLabel={OWN_EXTENSION}").text = rest
    return subjects.written(root)


def _text(values: dict[str, Value], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _put_type(root: Element, csl_type: str) -> None:
    put(root, "typeOfResource", RESOURCES.get(csl_type, "text"))
    put(root, "genre authority=marcgt", GENRES.get(csl_type, ""))
    put(root, OWN_TYPE, csl_type)


def _put_names(root: Element, values: dict[str, Value]) -> dict[str, list[Element]]:
    """The elements of the names of each variable."""
    elements: dict[str, list[Element]] = {}
    for variable in (*RELATORS, *_OTHER_NAMES):
        names = values.get(variable)
        if isinstance(names, list):
            elements[variable] = [_put_name(root, variable, name) for name in names]
    return elements


def _put_known(
    fields: Fields, elements: Mapping[str, list[Element]], in_lines: Container[str]
) -> None:
    """Put what else is known of contributors, and that others follow, into the elements of the
    names; not where a name stands in lines, which say it better."""
    for variable, names in elements.items():
        if variable in in_lines:
            drop_details(fields, variable, "its name has no place of its own")
            continue
        for number, known in enumerate(carry_details(fields, variable, names), 1):
            for detail, text in known.items():
                if not _put_detail(names[number - 1], detail, text):
                    reason = "the format has no place for it"
                    fields.drop(detail_name(variable, number, detail), reason)
        if names and fields.goes_on(variable):
            names[-1].addnext(_etal(names[-1], variable))


def _put_name(root: Element, variable: str, name: Contributor) -> Element:
    kind = "corporate" if name.get("literal") else "personal"
    element = add(root, f"{NAME_PLACES.get(variable, 'name')} type={kind}")
    if literal := name.get("literal"):
        add(element, "namePart").text = literal
    parts = {"family": family_of(name), "given": given_of(name)}
    parts["termsOfAddress"] = name.get("suffix", "")
    for part, text in parts.items() if kind == "personal" else ():
        put(element, f"namePart type={part}", text)
    _put_role(element, variable)
    return element


def _put_detail(element: Element, detail: str, text: str) -> bool:
    """Put what is known of a contributor, cleaned, where MODS has a place for it; whether it has.

    The URI of a name, an attribute, holds the ORCID: version 3.4 has no element for it.
    """
    if detail == "affiliation" and clean(text) == text == " ".join(text.split()):
        put(element, "affiliation", text)
        return True
    if detail == "ORCID" and _ORCID.fullmatch(text):
        element.set("valueURI", text)
        return True
    return False


def _etal(last: Element, variable: str) -> Element:
    """A name which says that others follow; MODS has an element for that since version 3.5."""
    last.getroottree().getroot().set("version", "3.5")
    element = etree.Element(last.tag)
    add(element, "etal")
    _put_role(element, variable)
    return element


def _put_role(element: Element, variable: str) -> None:
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
