"""Where MODS says a work is to be found, on the web and on shelves, and how it may be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from reportcite.formats.reading.note_lines import Found
from reportcite.formats.reading.xml import Indexed, found_at, line_text, name_of, text_of
from reportcite.values.url import is_web_link

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_USE: Final = "use and reproduction"
_PREVIEWS: Final = frozenset({"preview", "raw object"})


def read_access(root: Indexed, found: Found) -> None:
    """Links, shelf marks, who holds it, and the conditions of its use."""
    children, fields = root.children, found.fields
    urls = _read_locations(children.get("location", ()), found)
    if urls:
        best = min(urls, key=_rank)
        fields["URL"] = text_of(best).strip()
        if accessed := best.get("dateLastAccessed"):
            fields.setdefault("accessed", {"edtf": accessed})
    else:
        for one in found_at(root, "identifier type=uri"):
            if is_web_link(text := text_of(one).strip()):
                fields.setdefault("URL", text)
    marks = [line_text(one) for one in children.get("classification", ())]
    if mark := ", ".join(filter(None, marks)):
        fields.setdefault("call-number", mark)
    conditions = sorted(
        children.get("accessCondition", ()), key=lambda one: one.get("type") != _USE
    )
    if text := next(filter(None, map(line_text, conditions)), ""):
        fields["license"] = text


def _read_locations(locations: Iterable[Element], found: Found) -> list[Element]:
    """The elements that hold links."""
    urls: list[Element] = []
    archives: list[str] = []
    for location in locations:
        for child in location:
            tag = name_of(child)
            if tag == "url" and text_of(child).strip():
                urls.append(child)
            elif tag == "physicalLocation":
                archives.append(line_text(child))
            elif tag == "shelfLocator" and (text := line_text(child)):
                found.fields.setdefault("call-number", text)
    if archive := "; ".join(dict.fromkeys(filter(None, archives))):
        found.fields["archive"] = archive
    return urls


def _rank(url: Element) -> tuple[bool, bool]:
    """Links to the work itself come first, and of those the one that is meant to be shown."""
    return url.get("access") in _PREVIEWS, url.get("usage") not in ("primary", "primary display")
