"""What the US Government Publishing Office writes into the extensions of its MODS.

Source: the metadata of govinfo.gov (github.com/usgpo/bulk-data, api); APA 7, section 11, for what a
reference to a hearing or a bill is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportcite.formats.reading.note_lines import Found
from reportcite.formats.reading.xml import Indexed, found_at, line_text, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES: Final = {
    "BILLS": "bill",
    "CHRG": "hearing",
    "CRPT": "report",
    "GAOREPORTS": "report",
    "PLAW": "legislation",
    "USCODE": "legislation",
    "USCOURTS": "legal_case",
}
"""Code of a collection → CSL type."""

_OF_CONGRESS: Final = frozenset({"bill", "hearing"})
_COMMITTEE: Final = "congCommittee/name type=authority-standard"


def type_of_collection(root: Indexed) -> str:
    """The CSL type that the works of a collection of govinfo are of; "" of all other records."""
    for extension in root.children.get("extension", ()):
        for code in found_at(extension, "collectionCode"):
            return _TYPES.get(line_text(code), "")
    return ""


def read_govinfo(root: Indexed, found: Found) -> None:
    """Congress, chamber, committee and number of a bill or a hearing."""
    if found.type not in _OF_CONGRESS or not type_of_collection(root):
        return
    extensions = root.children.get("extension", ())
    texts = _texts(extensions)
    chamber = texts.get("originChamber") or texts.get("chamber", "")
    committees = [line_text(one) for part in extensions for one in found_at(part, _COMMITTEE)]
    cited = [
        line_text(one)
        for one in root.children.get("identifier", ())
        if one.get("type") == "preferred citation"
    ]
    short = texts.get("shortTitle", "")
    if short and found.type == "bill" and "searchTitle" in texts:
        # A bill is cited by its name (APA 7, 11.5); what it is to do is kept in the extension.
        found.fields["title"] = short
        found.fields.pop("subtitle", None)
    for variable, text in (
        ("authority", chamber.capitalize()),
        ("chapter-number", texts.get("congress", "")),
        ("section", committees[0] if committees and found.type == "hearing" else ""),
        ("number", cited[0] if cited else texts.get("number", "")),
        ("title-short", short if short != found.fields.get("title") else ""),
    ):
        if text:
            found.fields.setdefault(variable, text)


def _texts(extensions: list[Element] | tuple[()]) -> dict[str, str]:
    """The first text of each element in the extensions."""
    found: dict[str, str] = {}
    for extension in extensions:
        for child in extension:
            if not len(child) and (text := line_text(child)):
                found.setdefault(name_of(child), text)
    return found
