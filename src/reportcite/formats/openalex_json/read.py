"""Reads works of OpenAlex (docs.openalex.org/api-entities/works/work-object)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.openalex_json.fields import KEPT, MEMBERS, PARTS, READ, TYPES
from reportcite.formats.reading.json_items import Found, Making, Wrapping, read_items
from reportcite.formats.reading.members import Members, answered, mappings, text_of, texts
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.spelling import type_name
from reportcite.record.untyped import Untyped
from reportcite.values.doi import bare_doi
from reportcite.values.keywords import join_keywords
from reportcite.values.names.parts import contributor
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages
from reportcite.values.shapes import Contributor

_WRAPPING: Final = Wrapping(("results",))
_LONGEST_ABSTRACT: Final = 20_000
"""Words; the places of words are what others wrote, and may be of any size."""


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of an answer of the API, or of works one after another."""
    return read_items(stream, name, limits, Making(_record), _WRAPPING)


def _record(work: Mapping[str, Untyped], found: Found) -> Record:
    fields = _fields(work)
    fields |= kept("openalex", {name: work[name] for name in KEPT if work.get(name)})
    return answered(fields, work, found, Members(READ, KEPT, MEMBERS))


def _fields(work: Mapping[str, Any]) -> dict[str, Any]:
    location = _mapping(work.get("primary_location"))
    source = _mapping(location.get("source"))
    biblio, ids = _mapping(work.get("biblio")), _mapping(work.get("ids"))
    type_ = _type(work, text_of(source.get("type")))
    doi = bare_doi(text_of(work.get("doi")) or text_of(ids.get("doi")))
    page = text_of(location.get("landing_page_url"))
    first, last = text_of(biblio.get("first_page")), text_of(biblio.get("last_page"))
    fields: dict[str, Any] = {
        "id": text_of(work.get("id")).rpartition("/")[2],
        "type": type_,
        "title": text_of(work.get("title")) or text_of(work.get("display_name")),
        "author": [_author(one) for one in mappings(work.get("authorships"))],
        "issued": text_of(work.get("publication_date")) or text_of(work.get("publication_year")),
        "DOI": doi,
        "URL": "" if doi and bare_doi(page).lower() == doi.lower() else page,
        "PMID": text_of(ids.get("pmid")).rpartition("/")[2],
        "PMCID": text_of(ids.get("pmcid")).rpartition("/")[2],
        "language": text_of(work.get("language")),
        "abstract": _abstract(work.get("abstract_inverted_index")),
        "keyword": join_keywords(
            text_of(one.get("display_name")) or text_of(one.get("keyword"))
            for one in mappings(work.get("keywords"))
        ),
        "volume": text_of(biblio.get("volume")),
        "issue": text_of(biblio.get("issue")),
        "page": join_pages(first, last if last != first else ""),
        "license": text_of(location.get("license")),
        **_source(source, type_),
    }
    return {name: value for name, value in fields.items() if value}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _type(work: Mapping[str, Any], source_type: str) -> str:
    """The CSL type: Crossref's, where OpenAlex has it, says more of articles and reviews."""
    type_ = text_of(work.get("type"))
    deposited = type_name(text_of(work.get("type_crossref")))
    if source_type == "repository" and type_ in ("article", "preprint", "review"):
        return "article"
    if source_type == "conference" and type_ == "article":
        return "paper-conference"
    if deposited and type_ in ("article", "review", "letter", "editorial", "erratum", "paratext"):
        return deposited
    return TYPES.get(type_) or type_name(type_) or "document"


def _author(authorship: Mapping[str, Any]) -> Contributor | str:
    """A name with what is known of the author; the name as it was printed tells its parts better,
    if it has a comma."""
    author = _mapping(authorship.get("author"))
    printed, shown = text_of(authorship.get("raw_author_name")), text_of(author.get("display_name"))
    name = name_from_text(printed if "," in printed or not shown else shown)
    if not name:
        return ""
    institutions = texts(authorship.get("raw_affiliation_strings")) or [
        text_of(one.get("display_name")) for one in mappings(authorship.get("institutions"))
    ]
    details = {"ORCID": text_of(author.get("orcid")), "affiliation": "; ".join(institutions)}
    return contributor(**{**name, **details})  # type: ignore[arg-type]


def _source(source: Mapping[str, Any], type_: str) -> dict[str, Any]:
    """Where the work was published: in a journal or book, by a repository or a publisher."""
    name, host = text_of(source.get("display_name")), text_of(source.get("host_organization_name"))
    kind = text_of(source.get("type"))
    if kind == "repository":
        return {"publisher": name}
    fields: dict[str, Any] = {"publisher": host or (name if kind == "ebook platform" else "")}
    if kind != "ebook platform":
        fields["container-title" if type_ in PARTS else "collection-title"] = name
        fields["ISSN"] = texts(source.get("issn")) or text_of(source.get("issn_l"))
    return fields


def _abstract(index: Any) -> str:
    """The text of an inverted index: word → where it stands."""
    if not isinstance(index, Mapping):
        return ""
    words: list[tuple[int, str]] = []
    for word, places in index.items():
        for place in places if isinstance(places, list) else ():
            if isinstance(place, str) and place.isdecimal() and len(place) < 7:
                words.append((int(place), word))
    return " ".join(word for _, word in sorted(words)[:_LONGEST_ABSTRACT])


FORMAT: Final = Format("openalex-json", "OpenAlex JSON", read=read)
