"""Reads DOIs of DataCite (support.datacite.org/docs/api-get-doi; DataCite Metadata Schema 4.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from reportcite.formats.datacite_json.contributors import contributors_in, creators_in
from reportcite.formats.datacite_json.types import csl_type, genre_of
from reportcite.formats.datacite_json.wholes import whole_of
from reportcite.formats.format import Format
from reportcite.formats.reading.json_items import Found, Making, Wrapping, read_items
from reportcite.formats.reading.members import Members, answered, mappings, text_of, texts
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped
from reportcite.values.doi import bare_doi
from reportcite.values.keywords import join_keywords
from reportcite.values.pages import read_extent

_WRAPPING: Final = Wrapping(("data",), within="attributes")
_DATES: Final = ("Issued", "Available", "Copyrighted", "Created", "Submitted")
_OTHER_DATES: Final = {"Submitted": "submitted", "Available": "available-date"}
_NUMBERS: Final = {"ISBN": "ISBN", "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID"}
_REPORT_NUMBER: Final = ("report number", "reportnumber", "report-no", "report no")
_KEPT: Final = (
    *("formats", "fundingReferences", "geoLocations", "identifiers", "alternateIdentifiers"),
    *("relatedIdentifiers", "relatedItems", "container", "rightsList", "sizes", "types"),
)
"""What CSL has no variable for, or for not all of it."""
_MEMBERS: Final = {
    "id": "id",
    "type": "types",
    "title": "titles",
    "author": "creators",
    "issued": "dates",
    "DOI": "doi",
    "URL": "url",
    "publisher": "publisher",
    "language": "language",
    "version": "version",
    "abstract": "descriptions",
    "keyword": "subjects",
    "license": "rightsList",
    "ISBN": "identifiers",
    "container-title": "container",
}
"""Field → the member that it is made of."""
_READ: Final = frozenset(
    "id doi url types creators contributors titles publisher subjects dates publicationYear "
    "language descriptions version".split()
)


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of an answer of the API, of a list of DOIs, or of DOIs one after another."""
    return read_items(stream, name, limits, Making(_record), _WRAPPING)


def _record(item: Mapping[str, Untyped], found: Found) -> Record:
    data = item.get("data", item)  # of several answers, one after another
    doi: Mapping[str, Any] = data if isinstance(data, Mapping) else item
    return answered(_fields(doi), doi, found, Members(_READ, _KEPT, _MEMBERS))


def _fields(doi: Mapping[str, Any]) -> dict[str, Any]:
    types = next(iter(_all(doi, "types")), {})
    type_ = csl_type(types)
    language = text_of(doi.get("language"))
    fields: dict[str, Any] = {
        "id": text_of(doi.get("doi")) or text_of(doi.get("id")),
        "type": type_,
        "genre": genre_of(types, type_),
        "author": creators_in(doi.get("creators")),
        **contributors_in(doi.get("contributors")),
        "publisher": text_of(doi.get("publisher")),
        "DOI": bare_doi(text_of(doi.get("doi")) or text_of(doi.get("id"))),
        "URL": text_of(doi.get("url")),
        "language": language,
        "version": text_of(doi.get("version")),
        "abstract": _abstract(doi, language),
        "keyword": join_keywords(text_of(one.get("subject")) for one in _all(doi, "subjects")),
        "license": ", ".join(filter(None, map(_right, _all(doi, "rightsList")))),
    }
    fields |= _titles(doi) | _dates(doi) | _numbers(doi) | _sizes(doi)
    fields |= whole_of(doi, type_)
    custom = {name: doi[name] for name in _KEPT if doi.get(name)} | _others(doi)
    return {name: value for name, value in fields.items() if value} | kept("datacite", custom)


def _all(doi: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    return mappings(doi.get(name))


def _titles(doi: Mapping[str, Any]) -> dict[str, Any]:
    """The title and its subtitle; a translation counts where nothing else is given."""
    titles = _all(doi, "titles")
    own = [one for one in titles if not one.get("titleType")] or titles
    subtitles = [text_of(one.get("title")) for one in titles if one.get("titleType") == "Subtitle"]
    title = text_of(own[0].get("title")) if own else ""
    return {"title": title, "subtitle": subtitles[0] if subtitles and own != titles else ""}


def _dates(doi: Mapping[str, Any]) -> dict[str, Any]:
    given: dict[str, str] = {}
    for one in _all(doi, "dates"):
        given.setdefault(text_of(one.get("dateType")), text_of(one.get("date")))
    year = text_of(doi.get("publicationYear"))
    issued = given.get("Issued") or next(
        (given[name] for name in _DATES if given.get(name, "").startswith(year or "\0")), year
    )
    return {
        "issued": issued,
        **{name: given[key] for key, name in _OTHER_DATES.items() if given.get(key)},
    }


def _abstract(doi: Mapping[str, Any], language: str) -> str:
    """The abstract, of several the one in the language of the work."""
    found = _all(doi, "descriptions")
    abstracts = [one for one in found if one.get("descriptionType") == "Abstract"]
    in_language = [one for one in abstracts if language and one.get("lang") == language]
    return text_of((in_language or abstracts)[0].get("description")) if abstracts else ""


def _numbers(doi: Mapping[str, Any]) -> dict[str, Any]:
    numbers: dict[str, Any] = {}
    for one in _all(doi, "identifiers") + _all(doi, "alternateIdentifiers"):
        kind = text_of(one.get("identifierType") or one.get("alternateIdentifierType"))
        number = text_of(one.get("identifier") or one.get("alternateIdentifier"))
        if kind in _NUMBERS:
            numbers.setdefault(_NUMBERS[kind], number)
        elif kind.lower() in _REPORT_NUMBER:
            numbers.setdefault("number", number)
    return numbers


def _sizes(doi: Mapping[str, Any]) -> dict[str, Any]:
    for size in texts(doi.get("sizes")):
        if found := read_extent(size):
            return found
    return {}


def _right(right: Mapping[str, Any]) -> str:
    return text_of(right.get("rights")) or text_of(right.get("rightsUri"))


def _others(doi: Mapping[str, Any]) -> dict[str, Any]:
    """Titles, descriptions and roles that no variable has taken."""
    titles = [one for one in _all(doi, "titles") if one.get("titleType") not in (None, "Subtitle")]
    descriptions = [one for one in _all(doi, "descriptions")
                    if one.get("descriptionType") != "Abstract"]  # fmt: skip
    roles = [
        {"name": text_of(one.get("name")), "contributorType": text_of(one.get("contributorType"))}
        for one in _all(doi, "contributors")
    ]
    found = {"titles": titles, "descriptions": descriptions, "contributors": roles}
    return {name: value for name, value in found.items() if value}


FORMAT: Final = Format("datacite-json", "DataCite JSON", read=read)
