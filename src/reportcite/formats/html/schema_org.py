"""schema.org in the JSON-LD of a page (schema.org/CreativeWork; JSON-LD 1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reportcite.formats.reading.members import mappings, text_of
from reportcite.formats.reading.note_lines import read_lines
from reportcite.formats.reading.web.described import Described
from reportcite.record.assemble.notations import EXACT
from reportcite.record.fields import FIELDS
from reportcite.record.untyped import Written
from reportcite.values.dates.slashed import hyphenated_date
from reportcite.values.doi import bare_doi, says_it_is_doi
from reportcite.values.names.parts import contributor, person
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages
from reportcite.values.shapes import Contributor
from reportcite.values.title import split_title
from reportcite.values.url import is_web_link
from reportcite.vocabulary import NAME_VARIABLES

_TYPES: Final = {
    "Report": "report",
    "TechArticle": "report",
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "Article": "article",
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog",
    "SocialMediaPosting": "post",
    "Book": "book",
    "Chapter": "chapter",
    "Collection": "collection",
    "Dataset": "dataset",
    "ImageObject": "graphic",
    "Legislation": "legislation",
    "Manuscript": "manuscript",
    "Map": "map",
    "Movie": "motion_picture",
    "VideoObject": "motion_picture",
    "MusicRecording": "song",
    "PodcastEpisode": "broadcast",
    "Periodical": "periodical",
    "Review": "review",
    "SheetMusic": "musical_score",
    "SoftwareApplication": "software",
    "SoftwareSourceCode": "software",
    "Thesis": "thesis",
    "WebPage": "webpage",
    "CreativeWork": "document",
}
_WEAK: Final = frozenset({"WebPage", "ImageObject", "Periodical", "CreativeWork", "VideoObject"})
"""What stands in many pages beside the work that they are about."""
_NAMES: Final = {
    "author": "author",
    "creator": "author",
    "editor": "editor",
    "translator": "translator",
    "contributor": "contributor",
    "director": "director",
    "producer": "producer",
}
_TEXTS: Final = {
    "genre": "genre",
    "version": "version",
    "softwareVersion": "version",
    "bookEdition": "edition",
    "numberOfPages": "number-of-pages",
    "reportNumber": "number",
    "isbn": "ISBN",
    "issn": "ISSN",
    "volumeNumber": "volume",
    "issueNumber": "issue",
    "pagination": "page",
    "doi": "DOI",
    "creativeWorkStatus": "status",
}
_DATES: Final = ("datePublished", "dateIssued", "dateCreated", "copyrightYear")
_DEEPEST: Final = 8


def read_json_ld(text: str, line: int) -> list[Described]:
    """The works in a script element of JSON-LD; none where it is no JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [_work(node, line) for node in _nodes(data, _DEEPEST) if _is_work(node)]


def _nodes(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The nodes of a document: in lists, in its graph, and what a page is about."""
    if isinstance(data, list):
        for one in data if depth else ():
            yield from _nodes(one, depth - 1)
    elif isinstance(data, Mapping) and depth:
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(data.get(name), Mapping | list):
                yield from _nodes(data[name], depth - 1)


def _types_of(node: Mapping[str, Any]) -> list[str]:
    value = node.get("@type")
    types = value if isinstance(value, list) else [value]
    return [one.rpartition("/")[2].rpartition(":")[2] for one in types if isinstance(one, str)]


def _is_work(node: Mapping[str, Any]) -> bool:
    return any(one in _TYPES for one in _types_of(node)) and bool(_title(node))


def _title(node: Mapping[str, Any]) -> str:
    return text_of(node.get("name")) or text_of(node.get("headline")) or text_of(node.get("title"))


def _work(node: Mapping[str, Any], line: int) -> Described:
    kinds = [one for one in _types_of(node) if one in _TYPES]
    kind = next((one for one in kinds if one not in _WEAK), kinds[0])
    found = Described(text_of(node.get("csl:type")) or _TYPES[kind], weak=kind in _WEAK)
    title, more = _title(node), text_of(node.get("alternativeHeadline"))
    found.put("title", title, line)
    if split_title(title, more):
        found.put("subtitle", more, line)
    for key, name in _NAMES.items():
        for one in _list(node.get(key)):
            found.add(name, _name(one), line)
    for key in _DATES:
        found.put("issued", hyphenated_date(text_of(node.get(key))), line)
    for key, name in _TEXTS.items():
        value = node.get(key)
        found.put(name, ", ".join(filter(None, map(text_of, _list(value)))), line)
    first, last = text_of(node.get("pageStart")), text_of(node.get("pageEnd"))
    found.put("page", join_pages(first, last), line)
    found.put("abstract", text_of(node.get("abstract")) or text_of(node.get("description")), line)
    found.put("language", _language(node.get("inLanguage")), line)
    for word in _keywords(node.get("keywords")):
        found.add("keyword", word.strip(), line)
    _put_publisher(found, node, line)
    _put_identifiers(found, node, line)
    _put_wholes(found, node, line)
    license_ = node.get("license")
    link = license_.get("url") or license_.get("@id") if isinstance(license_, Mapping) else license_
    found.put("license", text_of(link), line)
    _put_own(found, node, line)
    return found


def _keywords(value: Any) -> list[str]:
    """Keywords as members of a list, or between commas in one text."""
    if isinstance(value, list):
        return [text_of(one) for one in value]
    text = text_of(value)
    return text.split(";" if ";" in text else ",")


def _put_own(found: Described, node: Mapping[str, Any], line: int) -> None:
    """What schema.org has no property for, in this project's own."""
    for key, value in node.items():
        variable = key.removeprefix("csl:")
        if variable == key or variable not in FIELDS:
            continue
        if isinstance(value, str):
            lines = read_lines(f"{variable}: {value}")
            date = lines.fields.get(variable) if lines else None
            if isinstance(date, dict):  # of which the date of schema.org says less
                found.fields.pop(variable, None)
            found.put(variable, Written(date, EXACT) if isinstance(date, dict) else value, line)
        elif variable in NAME_VARIABLES:
            for one in _list(value):
                found.add(variable, _name(one), line)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> Contributor | None:
    if isinstance(value, Mapping) and isinstance(held := value.get("@list"), list) and held:
        return _name(held[0])
    name = text_of(value)
    if not isinstance(value, Mapping):
        return name_from_text(name) if name else None
    family, given = text_of(value.get("familyName")), text_of(value.get("givenName"))
    if family:
        found = person(family, given, text_of(value.get("honorificSuffix")))
    elif not name:
        return None
    elif "Organization" in _types_of(value):
        found = contributor(literal=name)
    else:
        found = name_from_text(name)
    affiliations = [text_of(one) for one in _list(value.get("affiliation"))]
    details = {"affiliation": "; ".join(filter(None, affiliations)), "ORCID": _orcid(value)}
    return contributor(**{**found, **details})  # type: ignore[arg-type]


def _orcid(person_: Mapping[str, Any]) -> str:
    texts = [*_list(person_.get("@id")), *_list(person_.get("sameAs")),
             *_list(person_.get("identifier")), *_list(person_.get("url"))]  # fmt: skip
    return next((one for one in texts if isinstance(one, str) and "orcid.org/" in one), "")


def _language(value: Any) -> str:
    if isinstance(value, Mapping):
        return text_of(value.get("alternateName")) or text_of(value)
    return text_of(_list(value)[0]) if value else ""


def _put_publisher(found: Described, node: Mapping[str, Any], line: int) -> None:
    for one in _list(node.get("publisher")) + _list(node.get("sourceOrganization")):
        found.put("publisher", text_of(one), line)
        if isinstance(one, Mapping):
            place = one.get("location") or one.get("address")
            found.put("publisher-place", text_of(place), line)
    found.put("publisher-place", text_of(node.get("locationCreated")), line)


def _put_identifiers(found: Described, node: Mapping[str, Any], line: int) -> None:
    links = [node.get("sameAs"), node.get("@id"), node.get("url"), node.get("identifier")]
    for value in [one for link in links for one in _list(link)]:
        kind = ""
        text = text_of(value)
        if isinstance(value, Mapping):
            kind = text_of(value.get("propertyID")).lower().rpartition("/")[2]
            text = text_of(value.get("value")) or text_of(value.get("url"))
        if kind == "doi" or says_it_is_doi(text):
            found.put("DOI", bare_doi(text), line)
        elif kind in ("isbn", "issn", "pmid", "pmcid"):
            found.put(kind.upper(), text, line)
    url = text_of(node.get("url"))
    if is_web_link(url) and not says_it_is_doi(url):
        found.put("URL", url, line)


def _put_wholes(found: Described, node: Mapping[str, Any], line: int) -> None:
    """What the work is part of: an issue of a volume of a journal, a book, a series."""
    wholes = [(one, 0) for one in mappings(node.get("isPartOf"))]
    for whole, depth in wholes:  # it grows while it is gone through
        types = _types_of(whole)
        name = text_of(whole)
        found.put("volume", text_of(whole.get("volumeNumber")), line)
        found.put("issue", text_of(whole.get("issueNumber")), line)
        for key, variable in (("issn", "ISSN"), ("isbn", "ISBN")):
            found.put(variable, ", ".join(filter(None, map(text_of, _list(whole.get(key))))), line)
        if any(one.endswith("Series") for one in types):
            found.put("collection-title", name, line)
        elif not {"PublicationIssue", "PublicationVolume", "WebSite", "WebPage"} & {*types}:
            found.put("container-title", name, line)
        if depth < _DEEPEST:
            wholes += [(one, depth + 1) for one in mappings(whole.get("isPartOf"))]
    if "collection-title" in found.fields:
        found.put("collection-number", text_of(node.get("position")), line)
    if found.type == "article" and {"ISSN", "issue"} & found.fields.keys():
        found.type = "article-journal"
