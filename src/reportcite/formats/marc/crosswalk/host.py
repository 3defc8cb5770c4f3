"""The work that another stands in: field 773 of MARC.

Source: MARC 21 Bibliographic, fields 76X-78X; the Library of Congress's mapping of MARC to MODS
(relatedItem, part).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from reportcite.formats.marc.fields import first_texts, subfields
from reportcite.patterns import pattern
from reportcite.record.untyped import Untyped
from reportcite.values.isbd import bare_text, published_by, without_stop
from reportcite.values.names.catalogued import name_of_heading
from reportcite.values.pages import hyphenated_pages

_LABELLED: Final = pattern(r"(?i)(volume|number|year|pages?|month|day|issue):\s*(.+)")
_VARIABLES: Final = {
    "volume": "volume", "number": "issue", "issue": "issue", "year": "issued", "pages": "page",
    "page": "page",
}  # fmt: skip
_PAGES: Final = pattern(
    r"(?i)(?:^|[\s,;:(])(?:pp?\.|pages?|S\.|Seiten?|s\.) *([\w]+(?: ?[-–] ?\w+)?)|"
    r"[:,] *(\d+ ?[-–] ?\d+)\s*\.?$"
)
_VOLUME: Final = pattern(
    r"(?i)(?:\b(?:vol(?:ume)?|v|bd|band|jg|jahrgang|t|tome)\.? *(\w+)|^(\d+)\b)"
)
_ISSUE: Final = pattern(
    r"(?i)(?:\b(?:no|nr|iss(?:ue)?|heft|h|n°)\.? *(\d[\w/-]*)|^\d+ ?[:.] ?(\d+)\b)"
)
_YEAR: Final = pattern(r"\b(1[5-9]\d\d|20\d\d)\b")
_ENUMERATION: Final = pattern(r"([^:<]+)?(?::([^:<]+))?[^<]*(?:<(.+))?")
_PUBLISHED: Final = pattern(
    r"(?:(?P<place>[^:]+?) ?: ?)?(?P<name>.+?)(?:, ?(?P<date>[^,]*\d{4}.*))?"
)
_STATEMENT: Final = " / "
_YEAR_ALONE: Final = pattern(r"[0-9]{4}")
_CITED: Final = (("v", "volume"), ("n", "issue"), ("c", "page"))
"""Subfields in which databases of physics have what MARC 21 has in $g."""


def kind_of_host(content: str) -> str:
    """Whether the host is a `serial`, a `book`, or `unknown`."""
    texts = first_texts(content)
    coded = texts.get("7", "")
    if coded[3:4] in ("s", "b") or "x" in texts:
        return "serial"
    if coded[3:4] in ("m", "c") or "z" in texts:
        return "book"
    if "p" in texts and "v" in texts:
        return "serial"
    part = texts.get("g", "")
    return "serial" if _VOLUME.search(part) and _ISSUE.search(part) else "unknown"


def read_host(content: str, fields: dict[str, Untyped]) -> bool:
    """What is said of the host; whether it has a title."""
    texts = first_texts(content)
    title, _, _ = (texts.get("t") or texts.get("s") or "").partition(_STATEMENT)
    short = texts.get("p", "")
    if title:
        fields["container-title"] = without_stop(bare_text(title.rstrip(". -")))
    if short:
        fields["container-title-short" if title else "container-title"] = short
    if short and not title:
        _read_cited(texts, fields)
    for code, variable in (("x", "ISSN"), ("z", "ISBN")):
        if text := texts.get(code):
            fields.setdefault(variable, text)
    if text := texts.get("d"):
        _read_published(text, fields)
    if edition := texts.get("b"):
        fields.setdefault("edition", bare_text(edition))
    if title and (author := texts.get("a")):
        fields["container-author"] = [cast(Untyped, name_of_heading(author))]
    parts = [text for code, text in subfields(content) if code == "g"]
    for variable, text in (*_parts(parts), *_enumerated(texts.get("q", ""))):
        fields.setdefault(variable, text)
    return bool(title or short)


def _read_cited(texts: dict[str, str], fields: dict[str, Untyped]) -> None:
    for code, variable in _CITED:
        if text := texts.get(code):
            fields.setdefault(variable, text)
    if _YEAR_ALONE.fullmatch(year := texts.get("y", "")):
        fields.setdefault("issued", year)


def _read_published(text: str, fields: dict[str, Untyped]) -> None:
    match = _PUBLISHED.fullmatch(text.rstrip(" .-"))
    if match is None:
        return
    # A name alone is that of a place where a date stands behind it: `Wiesbaden, 2018`.
    named = match["place"] or not match["date"]
    if named and (name := published_by(match["name"])):
        fields.setdefault("publisher", name)
    if place := published_by(match["place"] or ("" if named else match["name"])):
        fields.setdefault("publisher-place", place)
    if match["date"]:
        fields.setdefault("issued", match["date"])


def _parts(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Volume, issue, year and pages in $g, which has labels or is as people cite."""
    free: list[str] = []
    for text in texts:
        if match := _LABELLED.fullmatch(text):
            if variable := _VARIABLES.get(match[1].lower()):
                yield variable, match[2].replace(" ", "") if variable == "page" else match[2]
        else:
            free.append(text)
    text = " ".join(free)
    if not text:
        return
    if pages := _PAGES.search(text):
        yield "page", hyphenated_pages(pages[1] or pages[2])
        text = f"{text[: pages.start()]} {text[pages.end() :]}"
    year = _YEAR.search(text)
    if year:
        yield "issued", year[1]
    for variable, sign in (("volume", _VOLUME), ("issue", _ISSUE)):
        if (match := sign.search(text)) and (found := match[1] or match[2]) and (
            year is None or found != year[1]
        ):  # fmt: skip
            yield variable, found


def _enumerated(text: str) -> Iterator[tuple[str, str]]:
    """Volume, issue and first page in $q: `12:3<34`."""
    match = _ENUMERATION.fullmatch(text) if "<" in text or ":" in text else None
    if match:
        for variable, found in zip(("volume", "issue", "page"), match.groups(), strict=True):
            if found:
                yield variable, found
