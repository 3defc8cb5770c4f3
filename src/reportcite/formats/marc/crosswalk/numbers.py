"""Numbers of a record and of its work: identifiers, report numbers, call numbers.

Each function reads a field with one of the tags it names, and says whether it read all of it.

Source: MARC 21 Bibliographic, fields 001, 020 to 028, 050 to 090, 088 and 852.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportcite.formats.marc.crosswalk.found import Crossed
from reportcite.formats.marc.fields import DELIMITER, first_texts, subfields, text_of
from reportcite.values.doi import is_doi
from reportcite.values.standard_numbers import isbn_in

_ONE_TEXT: Final = f"{DELIMITER}a"
_PUBLISHER_NUMBERED: Final = frozenset("cdgij")
"""Leader/06 of music, recordings and films, whose labels number them."""
# The first of these counts: where a copy stands, then how libraries class the work.
_OF_CALL_NUMBER: Final = {
    "852": "khijm", "099": "a", "090": "ab", "050": "ab", "060": "ab", "070": "ab", "082": "a",
    "080": "ab", "084": "ab",
}  # fmt: skip
"""Tag → codes of the subfields that it has the number in."""
CALL_NUMBERS: Final = tuple(_OF_CALL_NUMBER)


def read_id(tag: str, content: str, found: Crossed) -> bool:
    """The record's own number (001)."""
    if " " in content:
        found.id = content.strip().partition(" //")[0]  # behind it revisions were counted
        return found.id == content.strip()
    found.id = content.strip()
    return True


def read_isbn(tag: str, content: str, found: Crossed) -> bool:
    """An ISBN (020)."""
    # Run for most records of a catalogue: nearly all of these fields have one subfield.
    is_alone = content.count(DELIMITER) == 1 and content[2:4] == _ONE_TEXT
    if text := content[4:].strip() if is_alone else text_of(content, "a"):
        found.add("ISBN", isbn_in(text))
    if "(" in text or not text:
        return False
    return is_alone or list(first_texts(content)) == ["a"]


def read_issn(tag: str, content: str, found: Crossed) -> bool:
    """An ISSN (022)."""
    texts = first_texts(content)
    found.add("ISSN", texts.get("a", ""))
    return list(texts) == ["a"]


def read_identifier(tag: str, content: str, found: Crossed) -> bool:
    """A number of another kind (024), which its scheme names."""
    if content[:1] != "7":  # then it is an ISMN, an EAN or the like
        return False
    texts = first_texts(content)
    text, scheme = texts.get("a", ""), texts.get("2", "").lower()
    if scheme == "doi" or is_doi(text):
        variable = "DOI"
    elif scheme in ("pmid", "pmcid"):
        variable = scheme.upper()
    else:
        if scheme == "uri" and text.startswith("http"):
            found.fields.setdefault("URL", text)
        return False
    found.fields.setdefault(variable, text)
    return texts.keys() <= {"a", "2"}


def read_number(tag: str, content: str, found: Crossed) -> bool:
    """The number of a report (027, 088), and of a recording at its label (028)."""
    texts = first_texts(content)
    if tag == "028" and found.leader[6:7] not in _PUBLISHER_NUMBERED:
        return False  # where to order a book
    if text := texts.get("a"):
        known = found.fields.setdefault("number", text)
        return known == text and list(texts) == ["a"]
    return False


def read_call_number(tag: str, content: str, found: Crossed) -> bool:
    """How libraries class the work; it is kept as well."""
    if tag in found.call_numbers:
        found.call_numbers[tag].append(content)
    else:
        found.call_numbers[tag] = [content]
    return False


def read_shelf(tag: str, content: str, found: Crossed) -> bool:
    """Where a copy stands (852)."""
    found.call_numbers.setdefault(tag, []).append(content)
    return [code for code, _ in subfields(content)] == ["h"]


def call_number(contents: Mapping[str, list[str]]) -> str:
    """The first text of the first of `CALL_NUMBERS` that has one."""
    # Run for each record of a catalogue, of which nearly all have one in the first field.
    for tag, wanted in _OF_CALL_NUMBER.items():
        if tag not in contents:
            continue
        for content in contents[tag]:
            _, *parts = content.split(DELIMITER)
            texts = [part[1:].strip() for part in parts if part[:1] in wanted]
            if text := " ".join(texts if all(texts) else filter(None, texts)):
                return text
    return ""
