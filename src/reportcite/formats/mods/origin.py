"""What `originInfo` says: place, publisher, edition and dates, in the many ways of catalogues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reportcite.formats.reading.xml import Indexed, found_at, line_text, name_of, text_of
from reportcite.record.untyped import Untyped
from reportcite.tuples import NamedTuple
from reportcite.values.dates.catalogued import catalogued_range, read_catalogued, says_year
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.reading import Reading
from reportcite.values.isbd import published_by

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Origin(NamedTuple):
    """Texts by variable, and the elements that hold each date."""

    texts: dict[str, Untyped]
    dates: dict[str, list[Element]]


# In this order: the first of these that a work has is its date.
_ISSUED: Final = ("dateIssued", "copyrightDate", "dateCreated")
_OTHER_DATES: Final = {"submitted": "submitted", "available": "available-date"}
# Encodings in which a hyphen before a year is the sign of a year before Christ.
_EXACT: Final = frozenset({"edtf", "w3cdtf", "iso8601"})


def origin_of(root: Indexed) -> Origin:
    """What all `originInfo` of an element say together."""
    texts: dict[str, Untyped] = {}
    dates: dict[str, list[Element]] = {}
    for info in root.children.get("originInfo", ()):
        several: dict[str, list[str]] = {"publisher-place": [], "publisher": []}
        for child in info:
            tag = name_of(child)
            if tag == "place":
                for term in child:
                    if term.get("type") != "code" and (text := published_by(line_text(term))):
                        several["publisher-place"].append(text)
            elif tag == "publisher":
                if text := published_by(line_text(child)):
                    several["publisher"].append(text)
            elif tag == "edition":
                if text := line_text(child):
                    texts.setdefault("edition", text)
            elif text_of(child).strip():
                dates.setdefault(_kind_of_date(tag, child), []).append(child)
        for name, found_here in several.items():
            if found_here:
                texts.setdefault(name, "; ".join(dict.fromkeys(found_here)))
    issued = next((dates[tag] for tag in _ISSUED if tag in dates), None)
    found = {"issued": issued} if issued else {}
    found |= {name: dates[name] for name in ("accessed", *_OTHER_DATES.values()) if name in dates}
    return Origin(texts, found)


def _kind_of_date(tag: str, element: Element) -> str:
    """A variable, or the tag where more than that counts."""
    if tag == "dateCaptured":
        return "accessed"
    if tag == "dateOther":
        return _OTHER_DATES.get(element.get("type", ""), tag)
    return tag


def issued_in(item: Indexed, origin: Origin) -> Untyped:
    """When a related item was issued: its part, or else the whole; None for no date."""
    parts = [one for one in found_at(item, "part/date") if text_of(one).strip()]
    elements = parts or origin.dates.get("issued")
    return written_date(elements) if elements else None


def written_date(elements: Sequence[Element]) -> Untyped:
    """A date as `read_date` reads it, of those elements which say it best; None for nothing.

    What is encoded is meant for programs: it counts before what is as the title page has it.
    """
    best = elements
    if len(elements) > 1:
        encoded = [one for one in elements if one.get("encoding")]
        if encoded and all(says_year(text_of(one).strip()) for one in encoded[:1]):
            best = [one for one in encoded if one.get("encoding") == encoded[0].get("encoding")]
        elif encoded:
            best = [one for one in elements if not one.get("encoding")] or elements
    texts: dict[str, str] = {}
    for element in best:
        texts.setdefault(element.get("point", ""), text_of(element).strip())
    if "" not in texts:
        text = catalogued_range(texts.get("start", ""), texts.get("end", ""))
    else:
        text = texts[""]
    if not text:
        return None
    exact = best[0].get("encoding") in _EXACT
    if best[0].get("qualifier") == "approximate":
        return {"edtf" if exact else "text": text, "circa": True}
    return {"edtf": text} if exact else text


def read_date(field: str, value: Untyped) -> Reading:
    """A date as cataloguers write it, or a mapping: `edtf`, or `text` and whether it is `circa`."""
    if not isinstance(value, dict):
        return read_catalogued(str(value))
    date = read_edtf(str(value["edtf"])) if "edtf" in value else None
    reading = Reading(date) if date else read_catalogued(str(value.get("text", value.get("edtf"))))
    if value.get("circa") and reading.date is not None:
        reading.date["circa"] = True
    return reading
