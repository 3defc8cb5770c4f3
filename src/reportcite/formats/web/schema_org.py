"""schema.org as JSON-LD 1.1, fit to stand in a script element of a web page.

What schema.org has no property for is carried under `csl:`, a second vocabulary which the context
declares, as JSON-LD provides for.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import carry_all, clean
from reportcite.formats.writing.note_lines import write_value
from reportcite.formats.writing.web import carry_language, carry_page
from reportcite.record.fields import Value
from reportcite.values.dates.iso import write_iso
from reportcite.values.dates.questions import simple_parts, years_of
from reportcite.values.doi import doi_link
from reportcite.values.keywords import split_keywords
from reportcite.values.names.display import family_of, given_of, spoken_name
from reportcite.values.shapes import Contributor, Date
from reportcite.values.title import join_title
from reportcite.values.url import is_web_link
from reportcite.vocabulary import ARTICLE_TYPES

_CONTEXT: Final = [
    "https://schema.org",
    {"csl": "https://docs.citationstyles.org/en/stable/specification.html#"},
]
_TYPES: Final = {
    "report": "Report",
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "collection": "Collection",
    "dataset": "Dataset",
    "document": "CreativeWork",
    "graphic": "ImageObject",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "periodical": "Periodical",
    "personal_communication": "Message",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "review": "Review",
    "software": "SoftwareSourceCode",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_CONTAINERS: Final = {
    **dict.fromkeys(ARTICLE_TYPES, "Periodical"),
    **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), "Book"),
}
_NAMES: Final = frozenset({"author", "editor", "translator", "contributor", "director", "producer"})
_TEXTS: Final = {
    "title": "headline",
    "subtitle": "alternativeHeadline",
    "genre": "genre",
    "abstract": "abstract",
    "language": "inLanguage",
    "version": "version",
    "status": "creativeWorkStatus",
    "collection-number": "position",
}
# A work with one of these is a Book too: schema.org gives them to no other type.
_BOOK_TEXTS: Final = {
    "ISBN": "isbn",
    "number-of-pages": "numberOfPages",
    "edition": "bookEdition",
}
# In a script element `<` could close it or begin a comment; the others are for careless templates.
_SCRIPT_SAFE: Final = str.maketrans(
    {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
)

Node = dict[str, Any]


def write(fields: Fields, key: str) -> str:
    """One node of the graph, on one line."""
    record = fields.record
    values = carry_all(fields)
    values.pop("URL", None)
    link = carry_page(fields, values)
    # In one order, whatever that of the record is: a page that is read and written is the same.
    values = dict(sorted(values.items()))
    if "language" in values:
        values["language"] = carry_language(fields)
    node: Node = {"@type": _TYPES.get(record.type, "CreativeWork")}
    if identifier := clean(record.id):
        node["@id"] = "#" + quote(identifier, safe="")
    if record.type not in _TYPES:
        node["csl:type"] = record.type
    if title := join_title(str(values.get("title", "")), str(values.get("subtitle", ""))):
        node["name"] = title
    for name in list(values):
        _put(node, name, values)
    _put_publisher(node, values)
    _put_wholes(node, values, record.type)
    if link:
        node["url"] = link
    node |= {f"csl:{name}": _text(value) for name, value in values.items()}
    return json.dumps(node, ensure_ascii=False).translate(_SCRIPT_SAFE)


def _put(node: Node, name: str, values: dict[str, Value]) -> None:
    """Move field `name` from `values` to its own property, if it has one."""
    value = values[name]
    if isinstance(value, list):
        node[name if name in _NAMES else f"csl:{name}"] = [_contributor(one) for one in value]
    elif isinstance(value, dict):
        if name != "issued" or not _put_issued(node, value):
            return
    elif name == "keyword":
        node["keywords"] = [*dict.fromkeys(split_keywords(value))]
    elif name in _TEXTS and (name != "collection-number" or "collection-title" in values):
        node[_TEXTS[name]] = value
    elif name in _BOOK_TEXTS and node["@type"] not in ("Chapter", "ScholarlyArticle"):
        node[_BOOK_TEXTS[name]] = value
        if "Book" not in node["@type"]:
            node["@type"] = [node["@type"], "Book"]
    elif name == "DOI":
        node["identifier"] = {"@type": "PropertyValue", "propertyID": "DOI", "value": value}
        if link := doi_link(value):
            node["sameAs"] = link
    elif name == "number" and "Report" in node["@type"]:
        node["reportNumber"] = value
    elif name == "license" and is_web_link(value):
        node["license"] = value
    else:
        return
    del values[name]


def _put_issued(node: Node, date: Date) -> bool:
    """Put the date, or at least its year; whether that is all of it."""
    parts = simple_parts(date)
    years = [year for year in years_of(date) if 0 < year < 10000]
    if shown := parts or years[:1]:
        node["datePublished"] = write_iso(shown)
    return parts is not None


def _put_publisher(node: Node, values: dict[str, Value]) -> None:
    place: Node = {}
    if where := values.pop("publisher-place", None):
        place = {"@type": "Place", "name": where}
    if name := values.pop("publisher", None):
        node["publisher"] = {"@type": "Organization", "name": name}
        node["publisher"] |= {"location": place} if place else {}
    elif place:
        node["locationCreated"] = place


def _put_wholes(node: Node, values: dict[str, Value], csl_type: str) -> None:
    """What the work is part of: a journal or book, and a series."""
    wholes: list[Node] = []
    if name := values.pop("container-title", None):
        kind = _CONTAINERS.get(csl_type, "CreativeWork")
        wholes.append({"@type": kind, "name": name})
        number = {"Periodical": "ISSN", "Book": "ISBN"}.get(kind, "")
        if number in values:
            wholes[0][number.lower()] = values.pop(number)
    if name := values.pop("collection-title", None):
        wholes.append({"@type": "CreativeWorkSeries", "name": name})
    if wholes:
        node["isPartOf"] = wholes


def _contributor(name: Contributor) -> Node:
    """A person or an organization; parts that schema.org does not know stand under `csl:`."""
    if literal := name.get("literal"):
        node: Node = {"@type": "Organization", "name": literal}
        own = {"literal"}
    else:
        node = {"@type": "Person", "name": spoken_name(name)}
        parts = (given_of(name), family_of(name), name.get("suffix", ""))
        keys = ("givenName", "familyName", "honorificSuffix")
        node |= {key: part for key, part in zip(keys, parts, strict=True) if part}
        own = {"given", "family", "suffix"}
    return node | {f"csl:{key}": part for key, part in name.items() if key not in own}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else write_value(value)


FORMAT: Final = Format(
    name="schema-org",
    title="schema.org (JSON-LD)",
    write=write,
    head=f'{{"@context": {json.dumps(_CONTEXT)}, "@graph": [\n',
    separator=",\n",
    tail="\n]}\n",
)
