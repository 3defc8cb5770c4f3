"""Elements of MODS that say what CSL has no variable for: kept as they are, and written again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from reportcite.formats.mods.fields import NAMESPACE
from reportcite.formats.reading.xml import Indexed, indexed, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

OWN_EXTENSION: Final = "CSL"
"""The label of the extension that a record is written into."""

IDENTIFIERS_READ: Final = frozenset(
    {"isbn", "issn", "doi", "pmid", "pubmed", "pmc", "pmcid", "", "citekey"}
)
NUMBERS_READ: Final = frozenset(
    {"report number", "report-number", "reportnumber", "report", "technical report number"}
)
"""What libraries call the number of a report."""

# Type of a related item → the elements of it that are read.
_RELATED: Final[Mapping[str, frozenset[str]]] = {
    "host": frozenset({"titleInfo", "name", "part", "originInfo", "genre", "identifier"}),
    "series": frozenset({"titleInfo", "name", "part"}),
    "original": frozenset({"titleInfo", "name", "part", "originInfo", "location"}),
    "reviewOf": frozenset({"titleInfo", "name", "genre"}),
}
RELATED_READ: Final = frozenset(_RELATED)
_READ_OF_HOST: Final = frozenset({"isbn", "issn"})
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_WHOLE: Final = frozenset({"tableOfContents", "targetAudience"})
_NOTHING: Final[frozenset[str]] = frozenset()
_SUBJECTS_READ: Final = frozenset({"topic", "cartographics"})
# Tag → types, or labels, of which something is read.
_READ: Final[Mapping[str, frozenset[str]]] = {
    "titleInfo": frozenset({"", "abbreviated", "uniform"}),
    "note": frozenset({"", "statement of responsibility"}),  # the names say who is responsible
    "relatedItem": RELATED_READ,
    "identifier": IDENTIFIERS_READ | NUMBERS_READ,
    "extension": frozenset({OWN_EXTENSION}),
}
_TAGS: Final = _WHOLE | _READ.keys() | {"subject"}
_WRAPPED: Final = (
    f'<mods xmlns="{NAMESPACE}" xmlns:xlink="http://www.w3.org/1999/xlink">{{}}</mods>'
)


def kind_of(identifier: Element) -> str:
    """The type of an identifier, in small letters and without underscores."""
    return identifier.get("type", "").lower().replace("_", " ")


def related_items(items: Iterable[Element]) -> dict[str, Indexed]:
    """The related item of each type that is read: the first, that with a title before others."""
    found: dict[str, Indexed] = {}
    for item in items:
        kind, parts = item.get("type", ""), indexed(item)
        if kind not in found or ("titleInfo" in parts.children
                                 and "titleInfo" not in found[kind].children):  # fmt: skip
            found[kind] = parts
    return found


def kept_in(root: Indexed) -> dict[str, list[str]]:
    """The elements below `root` of which nothing is read, as XML by their tag; of a related item
    that is read the rest of it."""
    found: dict[str, list[str]] = {}
    for tag, elements in root.children.items():
        if tag not in _TAGS:
            continue
        if tag == "relatedItem":
            if texts := _unread_items(elements):
                found[tag] = texts
            continue
        read = _READ.get(tag, _NOTHING)
        for element in elements:
            # Of most elements this is all that is looked at, and this runs for each.
            if tag == "subject":
                if len(element) and name_of(element[0]) in _SUBJECTS_READ:
                    continue
            elif element.get("type", "") in read and tag != "extension":
                continue
            if _is_kept(tag, element) and (len(element) or text_of(element).strip()):
                found.setdefault(tag, []).append(_as_text(element))
    return found


def restore(root: Element, entries: Mapping[str, Any]) -> list[str]:
    """Put the kept elements at the end of `root`; returns the entries that are none."""
    wrong: list[str] = []
    # In one order, whatever the order of the elements was that nothing is kept of.
    for tag, texts in sorted(entries.items()):
        elements = list(_elements(tag, texts)) if tag in _TAGS and isinstance(texts, list) else []
        if elements and len(elements) == len(texts):
            for element in elements:
                _put_back(root, element)
        else:
            wrong.append(tag)
    return wrong


def _unread_items(items: list[Element]) -> list[str]:
    """What is not read of the related items that are, in one order, and those that are not."""
    read = related_items(items)
    rests: dict[str, str] = {}
    others: list[str] = []
    for item in items:
        kind = item.get("type", "")
        if kind not in _RELATED or read[kind].element is not item:
            if len(item) or text_of(item).strip():
                others.append(_as_text(item))
        elif _LINK in item.attrib or any(_is_rest(child, kind) for child in item):
            rest = deepcopy(item)
            for child in list(rest):
                if not _is_rest(child, kind):
                    rest.remove(child)
            rests[kind] = _as_text(rest)
    return [*(rests[kind] for kind in _RELATED if kind in rests), *others]


def _is_rest(child: Element, kind: str) -> bool:
    tag = name_of(child)
    if tag in ("", "typeOfResource") or not (len(child) or text_of(child).strip()):
        return False
    if tag == "titleInfo":
        return child.get("type", "") not in _READ[tag]
    if tag not in _RELATED[kind]:
        return True
    if tag == "identifier":
        return kind_of(child) not in _READ_OF_HOST
    return tag == "location" and all(name_of(one) != "physicalLocation" for one in child)


def _put_back(root: Element, element: Element) -> None:
    """Put a kept element at the end of `root`; the rest of a related item round that item."""
    kind = element.get("type", "")
    if name_of(element) == "relatedItem" and kind in _RELATED:
        written = (one for one in root.iterchildren("{*}relatedItem") if one.get("type") == kind)
        item = next(written, None)
        if item is not None and all(_is_rest(child, kind) for child in element):
            element[:0] = list(item)
            root.replace(item, element)
            return
    root.append(element)


def _is_kept(tag: str, element: Element) -> bool:
    kind = element.get("type", "")
    if tag == "subject":
        return all(name_of(child) not in _SUBJECTS_READ for child in element)
    if tag == "identifier":
        kind = kind_of(element)
    elif tag == "extension":
        kind = element.get("displayLabel", "")
    return kind not in _READ.get(tag, ())


def _as_text(element: Element) -> str:
    """The XML of `element`, without the white space that indents it."""
    copy = deepcopy(element)
    copy.tail = None
    for one in copy.iter():
        if len(one) and not (one.text or "").strip():
            one.text = None
        if one is not copy and not (one.tail or "").strip():
            one.tail = None
    etree.cleanup_namespaces(copy)
    text = etree.tostring(copy, encoding="unicode")
    return text.replace(f' xmlns="{NAMESPACE}"', "", 1)


def _elements(tag: str, texts: list[Any]) -> Iterator[Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for text in texts:
        try:
            found = etree.fromstring(_WRAPPED.format(text), parser)
        except (etree.XMLSyntaxError, ValueError):
            return
        if len(found) == 1 and name_of(found[0]) == tag:
            element = found[0]
            etree.cleanup_namespaces(found)
            yield element
