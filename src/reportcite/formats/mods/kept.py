"""Elements of MODS that say what CSL has no variable for: kept as they are, and written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from reportcite.formats.mods.fields import NAMESPACE
from reportcite.formats.reading.xml import Indexed, name_of, text_of

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

RELATED_READ: Final = frozenset({"host", "series", "original", "reviewOf"})
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


def kept_in(root: Indexed) -> dict[str, list[str]]:
    """The elements below `root` of which nothing is read, as XML by their tag."""
    found: dict[str, list[str]] = {}
    for tag, elements in root.children.items():
        if tag not in _TAGS:
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
            root.extend(elements)
        else:
            wrong.append(tag)
    return wrong


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
