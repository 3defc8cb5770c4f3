"""When, where and by whom a work was issued: fields 008, 260, 264 and 502 of MARC.

Source: MARC 21 Bibliographic; the Library of Congress's mapping of MARC to MODS (originInfo).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reportcite.formats.marc.fields import DELIMITER, LONGEST_CACHED, subfields, text_of
from reportcite.patterns import pattern
from reportcite.record.untyped import Untyped
from reportcite.values.dates.catalogued import (
    catalogued_range,
    says_no_date,
    says_year,
)
from reportcite.values.isbd import bare_text, published_by

_YEAR: Final = pattern(r"[0-9]{4}")
_DAY: Final = pattern(r"[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_MONTH: Final = pattern(r"[0-9]{4}(?:0[1-9]|1[0-2])  ")
_TWICE: Final = frozenset("rp")
"""When it was printed anew or put on sale, and when first printed or produced."""
_RANGES: Final = frozenset("cdikmqu")
_COPYRIGHT: Final = "4"
_DISTRIBUTED: Final = pattern(
    r"(?i)(?:exclusively )?distribut|for sale by|sold by|available from|(?:in )?kommission|vertrieb"
)
_DATED: Final = f"{DELIMITER}c"
_ORDER: Final = "1 023"  # 264: publication, 260, production, distribution, manufacture
_THESIS: Final = pattern(
    r"(?P<genre>[^–—]*?) ?(?:--|–|—) ?(?P<place>.*?)(?:, ?(?P<date>\d{4}))?\.?"
)
_DEGREE: Final = pattern(
    r"(?i).*(?:diss\b|diss\.|dissertation|habil|magister|master|diplom|bachelor|thes[ei]s|thèse).*"
)


def read_origin(contents: list[tuple[str, str]], fields: dict[str, Untyped]) -> str:
    """Place and publisher out of fields 260 and 264; returns the date as it is written there."""
    date = place_of_all = name_of_all = ""
    # Run for each record of a catalogue.
    for tag, content in sorted(contents, key=_rank) if len(contents) > 1 else contents:
        said, _, dated = content.partition(_DATED)
        if DELIMITER in dated:
            said, dated = content, text_of(content, "c")
        date = date or dated.strip()
        if tag == "264" and content[1:2] == _COPYRIGHT:
            continue
        place, name = (_houses if len(said) < LONGEST_CACHED else _houses.__wrapped__)(said)
        place_of_all, name_of_all = place_of_all or place, name_of_all or name
    # What a host says of its own does not count beside them.
    if place_of_all:
        fields["publisher-place"] = place_of_all
    if name_of_all:
        fields["publisher"] = name_of_all
    return date


@lru_cache(maxsize=1 << 12)  # many works of a catalogue are from the same few houses
def _houses(content: str) -> tuple[str, str]:
    """Places and publishers, several of one kind with semicolons between."""
    _, *parts = content.split(DELIMITER)
    if [part[:1] for part in parts] == ["a", "b"]:  # as nearly all are
        place, name = parts
        return published_by(place[1:].strip()), _publisher(name[1:].strip())
    places: list[str] = []
    names: list[str] = []
    for code, text in subfields(content):
        if code == "a" and (place := published_by(text)):
            places.append(place)
        elif (
            code == "b" and (name := _publisher(text)) and not (names and _DISTRIBUTED.match(name))
        ):
            names.append(name)
    return _joined(places), _joined(names)


def _publisher(text: str) -> str:
    """A publisher, without who else sells what it publishes."""
    if " : " in text:
        first, _, others = text.partition(" : ")
        text = first if _DISTRIBUTED.match(others) else text
    return published_by(text)


def _joined(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else "; ".join(dict.fromkeys(texts))


def _rank(one: tuple[str, str]) -> int:
    kind = one[1][1:2] if one[0] == "264" else " "
    return _ORDER.find(kind) if kind in _ORDER else len(_ORDER)


def read_dates(coded: str, written: str, fields: dict[str, Untyped]) -> None:
    """The date of field 008 (06 to 14), or else that which was `written` in the description."""
    dates = _dates(coded[6:15])
    if dates:
        fields |= dates
    elif written and not says_no_date(written):
        fields["issued"] = written


@lru_cache(maxsize=1 << 12)  # catalogues hold works of the same few centuries
def _dates(coded: str) -> Mapping[str, str]:
    kind, first, second = coded[:1], coded[1:5], coded[5:]
    if not _YEAR.fullmatch(first):
        # Of a range whose beginning is not known the end counts.
        is_end = kind in _RANGES and not first.strip() and says_year(second)
        return {"issued": second} if is_end and _YEAR.fullmatch(second) else {}
    if kind == "b":  # before Christ, which the digits do not say
        return {}
    issued, others = first, {}
    if kind == "e" and _DAY.fullmatch(first + second):
        issued = f"{first}-{second[:2]}-{second[2:]}"
    elif kind == "e" and _MONTH.fullmatch(first + second):
        issued = f"{first}-{second[:2]}"
    elif kind in _TWICE and first != second and _YEAR.fullmatch(second):
        others = {"original-date": second}
    elif kind in _RANGES and _YEAR.fullmatch(second) and first < second:
        issued = catalogued_range(first, second)
    return {"issued": issued, **others}


def read_thesis(content: str, fields: dict[str, Untyped]) -> None:
    """Degree, institution and year out of a thesis note."""
    texts: dict[str, str] = {}
    for code, text in subfields(content):
        texts.setdefault(code, text)
    genre, place, date = texts.get("b", ""), texts.get("c", ""), texts.get("d", "")
    if not genre and not place:
        genre, place, date = _in_note(texts.get("a", ""))
    for variable, text in (("genre", genre), ("publisher", place), ("issued", date)):
        if text := bare_text(text.rstrip(" ")):
            fields.setdefault(variable, text)


def _in_note(text: str) -> tuple[str, str, str]:
    """Degree, institution and year in a note of old.

    `Thesis (Ph. D.)--Yale University, 1990.`, `Zugl.: Berlin, Freie Univ., Diss., 2005`.
    """
    if match := _THESIS.fullmatch(text):
        return match["genre"], match["place"], match["date"] or ""
    parts = [part.strip() for part in text.partition(":")[2].split(",")] if ":" in text else [
        part.strip() for part in text.split(",")]  # fmt: skip
    date = parts.pop().rstrip(".") if parts and _YEAR.fullmatch(parts[-1].rstrip(".")) else ""
    degrees = [part for part in parts if _DEGREE.fullmatch(part)]
    rest = [part for part in parts if part not in degrees]
    return (", ".join(degrees), ", ".join(rest), date) if degrees else ("", "", "")
