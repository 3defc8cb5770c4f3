"""Makes files of formats whose records are trees (JSON, YAML, XML) and pages of the web: a sound
tree, of which bytes choose the parts that are lost, doubled, moved or of another shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.fuzz.made_files import VALUES, chosen, count

_SHAPES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 2024, 10**17, "9" * 5000, "", "\0", "\ud800", [], {}, [[]]),
    *([None], [1], ["other"], [{}], [[2024, 5]], {"": None}, {"other": 1}, {"@value": "x"}),
    *({"date-parts": [[None]]}, {"name": ["x"]}, [["x", ["y"]]], {"type": 5}, *VALUES),
)
_NAME = {"given": "Ida", "family": "de Vries", "ORCID": "https://orcid.org/0000-0002-1825-0097",
         "affiliation": [{"name": "Office", "id": [{"id": "x"}]}], "sequence": "first"}  # fmt: skip
_DATE = {"date-parts": [[2024, 5, 6]], "date-time": "2024-05-06T00:00:00Z", "timestamp": 1}
_TREES: Mapping[str, Any] = {
    "crossref-json": {
        "status": "ok", "message-type": "work",
        "message": {
            "DOI": "10.1000/a", "type": "journal-article", "title": ["Soil <i>a</i>"],
            "subtitle": ["b"], "author": [_NAME, {"name": "Office"}], "editor": [_NAME],
            "issued": _DATE, "published-print": _DATE, "posted": _DATE, "accepted": _DATE,
            "container-title": ["Air", "Series"], "short-container-title": ["A."],
            "page": "1-9", "volume": "2", "issue": "3", "ISSN": ["1234-5678"],
            "ISBN": ["http://id.crossref.org/isbn/9783948289829"], "publisher": "P",
            "event": {"name": "E", "location": "B", "start": _DATE, "end": _DATE},
            "institution": [{"name": "I", "place": ["B"], "acronym": ["I"]}],
            "license": [{"URL": "http://l", "content-version": "vor", "start": _DATE}],
            "funder": [{"name": "F", "award": ["1"]}], "relation": {"is-a": [{"id": "x"}]},
            "abstract": "<jats:p>a</jats:p>", "subject": ["s"], "resource":
            {"primary": {"URL": "http://r"}}, "archive": ["x"], "update-to": [{"DOI": "10.1/x"}],
            "standards-body": {"name": "S", "acronym": "S"}, "degree": ["PhD"],
        },
    },
    "datacite-json": {
        "data": {
            "id": "10.1000/a", "type": "dois",
            "attributes": {
                "doi": "10.1000/a", "url": "http://a",
                "types": {"resourceTypeGeneral": "Text", "resourceType": "Report"},
                "creators": [{"name": "Vries, Ida de", "nameType": "Personal", "givenName": "Ida",
                              "familyName": "Vries", "affiliation": [{"name": "O"}],
                              "nameIdentifiers": [{"nameIdentifier": "0000-0002-1825-0097",
                                                   "nameIdentifierScheme": "ORCID"}]}],
                "contributors": [{"name": "E, F", "contributorType": "Editor"}],
                "titles": [{"title": "Soil", "lang": "en"},
                           {"title": "b", "titleType": "Subtitle"}],
                "publisher": {"name": "P"}, "publicationYear": 2024,
                "dates": [{"date": "2024-05-06", "dateType": "Issued"},
                          {"date": "2024/2025", "dateType": "Available"}],
                "subjects": [{"subject": "s"}], "language": "en", "version": "1",
                "descriptions": [{"description": "d", "descriptionType": "Abstract"}],
                "identifiers": [{"identifier": "9783948289829", "identifierType": "ISBN"}],
                "sizes": ["12 pages"], "rightsList": [{"rights": "CC", "rightsUri": "http://c"}],
                "container": {"type": "Series", "title": "C", "volume": "1", "firstPage": "2",
                              "identifier": "1234-5678", "identifierType": "ISSN"},
                "relatedItems": [{"relationType": "IsPublishedIn", "relatedItemType": "Journal",
                                  "titles": [{"title": "J"}], "volume": "2", "number": "3",
                                  "publicationYear": 2020, "creators": [{"name": "N"}]}],
                "relatedIdentifiers": [{"relatedIdentifier": "10.1/x", "relationType": "IsPartOf",
                                        "relatedIdentifierType": "DOI"}],
            },
        }
    },
    "openalex-json": {
        "id": "https://openalex.org/W1", "type": "article", "type_crossref": "journal-article",
        "doi": "https://doi.org/10.1000/a", "title": "Soil", "display_name": "Soil",
        "ids": {"pmid": "https://x/1", "pmcid": "https://x/2", "doi": "10.1/x"},
        "authorships": [{"author": {"display_name": "Ida de Vries", "orcid": "https://o/0"},
                         "raw_author_name": "Vries, Ida", "institutions": [{"display_name": "I"}],
                         "raw_affiliation_strings": ["I"]}],
        "publication_date": "2024-05-06", "publication_year": 2024, "language": "en",
        "primary_location": {"source": {"type": "journal", "display_name": "J",
                                        "issn_l": "1234-5678", "issn": ["1234-5678"],
                                        "host_organization_name": "P"},
                             "landing_page_url": "http://l", "license": "cc-by"},
        "biblio": {"volume": "1", "issue": "2", "first_page": "3", "last_page": "4"},
        "abstract_inverted_index": {"a": [0, 2], "b": [1]},
        "keywords": [{"display_name": "k", "score": 0.5}], "grants": [{"funder": "f"}],
    },
    "hayagriva": {
        "a": {
            "type": "article", "title": {"value": "Soil", "short": "S", "verbatim": True},
            "author": ["Vries, Ida de", {"name": "Vries", "given-name": "Ida", "prefix": "de",
                                         "suffix": "Jr", "alias": "i"}],
            "date": "2024-05-06", "editor": "E, F", "publisher": {"name": "P", "location": "B"},
            "affiliated": [{"role": "translator", "names": ["T, U"]}], "location": "B",
            "organization": "O", "url": {"value": "http://a", "date": "2024-05"},
            "serial-number": {"doi": "10.1000/a", "isbn": "9783948289829", "serial": 5},
            "language": "en-US", "page-range": "1-9", "volume": 2, "issue": "3", "edition": 1,
            "genre": "g", "abstract": "a", "note": "n", "runtime": "01:30", "page-total": 9,
            "parent": [{"type": "periodical", "title": "J", "volume": 1, "issue": 2,
                        "parent": {"type": "book", "title": "B", "editor": ["X, Y"]}}],
        }
    },
    "cff": {
        "cff-version": "1.2.0", "title": "Soil", "message": "m", "type": "software",
        "authors": [{"family-names": "Vries", "given-names": "Ida", "name-particle": "de",
                     "name-suffix": "Jr", "orcid": "https://orcid.org/0000-0002-1825-0097"},
                    {"name": "Office", "date-start": "2024-05-06", "alias": "o"}],
        "doi": "10.1000/a", "version": 1.5, "date-released": "2024-05-06", "keywords": ["k"],
        "identifiers": [{"type": "doi", "value": "10.1000/b", "description": "d"}],
        "license": ["MIT"], "repository-code": "http://r", "abstract": "a", "commit": "c",
        "preferred-citation": {
            "type": "conference-paper", "title": "T", "authors": [{"family-names": "A"}],
            "conference": {"name": "C", "city": "B", "date-start": "2024-05-06"},
            "publisher": {"name": "P", "country": "DE"}, "institution": {"name": "I"},
            "collection-title": "K", "editors": [{"name": "E"}], "year": 2024, "month": 5,
            "start": 1, "end": 9, "pages": 9, "issue": "3", "volume": 1, "languages": ["en"],
            "notes": "csl: type: report\nissued: 2024",
        },
        "references": [{"type": "book", "title": "B", "authors": [{"alias": "x"}], "isbn": 5}],
    },
    "crossref-xml": {
        "doi_records": {"doi_record": {"crossref": {"journal": {
            "journal_metadata": {"full_title": "J", "abbrev_title": "J.", "issn": "1234-5678"},
            "journal_issue": {"publication_date": {"@media_type": "print", "month": "5",
                                                   "year": "2024", "day": "6"},
                              "journal_volume": {"volume": "1"}, "issue": "2"},
            "journal_article": {
                "@language": "en", "titles": {"title": ["Soil", {"i": "a"}], "subtitle": "b"},
                "contributors": {"person_name": {"@contributor_role": "author", "given_name": "Ida",
                                                 "surname": "Vries", "suffix": "Jr",
                                                 "ORCID": "http://orcid.org/0000-0002-1825-0097",
                                                 "affiliation": "O"},
                                 "organization": {"@contributor_role": "editor", "#": "Office"}},
                "abstract": {"p": "a", "sec": {"title": "t", "p": "b"}},
                "publication_date": {"year": "2024"},
                "pages": {"first_page": "1", "last_page": "9"},
                "publisher_item": {"item_number": {"@item_number_type": "article_number",
                                                   "#": "5"}},
                "program": {"license_ref": "http://l"}, "citation_list": {"citation": "x"},
                "doi_data": {"doi": "10.1000/a", "resource": "http://a"},
            },
        }, "conference": {"event_metadata": {"conference_name": "C", "conference_date":
                                             {"@start_year": "2024", "@end_day": "5"}},
                          "conference_paper": {"titles": {"title": "P"}}},
           "posted_content": {"@type": "report", "titles": {"title": "R"},
                              "institution": {"institution_name": "I"}, "group_title": "g"},
        }}},
    },
}  # fmt: skip
"""A sound record of each. In XML keys are tags, `@` attributes, `#` texts."""
_LD: Any = {
    "@context": "https://schema.org", "@type": ["ScholarlyArticle"], "@id": "#a",
    "headline": "Soil",
    "author": [{"@type": "Person", "name": "Ida de Vries", "familyName": "Vries"}, {"@id": "#b"}],
    "datePublished": "2024-05-06", "isPartOf": {"@type": "PublicationIssue", "issueNumber": "3",
        "isPartOf": {"@type": "Periodical", "name": "J", "issn": "1234-5678", "hasPart": "#a"}},
    "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/a"},
    "@graph": [{"@type": "Report", "@id": "#b", "name": "R", "reportNumber": 5}],
    "publisher": {"name": "P"}, "pageStart": 1, "pageEnd": "9", "sameAs": ["https://doi.org/10.1/x"],
    "keywords": "a, b", "inLanguage": {"alternateName": "en"}, "mainEntity": {"@type": "Book"},
}  # fmt: skip
_META = (
    "citation_title citation_author citation_author_orcid citation_doi "
    "citation_date citation_journal_title citation_firstpage citation_lastpage "
    "citation_volume citation_issn citation_isbn citation_editor citation_pdf_url "
    "dc.title dc.creator dc.date dcterms.issued dcterms.bibliographicCitation prism.volume "
    "bepress_citation_title dc.type dc.identifier DC.Contributor og:title citation_reference"
).split()
_COINS = "rft.au rft.atitle rft.date rft.genre rft_id rft_val_fmt rft.aulast rft.isbn rft.spage x"


def _mutated(tree: Any, choices: Iterator[int]) -> Any:
    """The tree, of which the next choices change some parts."""
    root = {"": deepcopy(tree)}
    for _ in range(1 + count(choices)):
        part: Any = root
        key: Any = ""
        for _ in range(1 + count(choices)):  # some steps down, to any depth
            inside = part[key]
            if not isinstance(inside, dict | list) or not inside:
                break
            part = inside
            keys = sorted(part, key=str) if isinstance(part, dict) else range(len(part))
            key = chosen(keys, choices)
        kind = next(choices, 0) % 8
        if part is not root and kind == 0:
            del part[key]
        elif kind == 1:
            part[key] = [part[key], part[key]]
        elif kind == 2:
            part[key] = [part[key]]
        elif kind == 3 and isinstance(part, dict) and part is not root:
            part[str(chosen([*part, "other", "type", "id"], choices))] = part[key]
        elif kind == 4:
            part[key] = {key: part[key]}
        else:
            part[key] = deepcopy(chosen(_SHAPES, choices))
    return root[""]


def _json(tree: Any) -> bytes:
    return json.dumps(tree).encode("ascii")


def _xml(tree: Any, tag: str = "doi_batch") -> str:
    if isinstance(tree, list):
        return "".join(_xml(one, tag) for one in tree)
    name = "".join(char for char in str(tag) if char == "_" or (char.isascii() and char.isalpha()))
    attributes, inside = "", ""
    for key, value in tree.items() if isinstance(tree, dict) else [("#", tree)]:
        if str(key).startswith("@") and key[1:].isidentifier() and f" {key[1:]}=" not in attributes:
            attributes += f" {key[1:]}={quoteattr(str(value))}"
        else:
            inside += escape(str(value)) if key == "#" else _xml(value, key)
    return f"<{name or 'x'}{attributes}>{inside}</{name or 'x'}>"


def _page(data: bytes) -> bytes:
    choices = iter(data)
    page = chosen(("<html>", "<!DOCTYPE html><html lang='de'>", ""), choices)
    for _ in range(2 * count(choices)):
        kind, value = next(choices, 0) % 6, quoteattr(chosen(VALUES, choices))
        if kind < 3:
            page += f"<meta name={quoteattr(chosen(_META, choices))} content={value}>"
        elif kind == 3:
            pairs = "&amp;".join(
                f"{chosen(_COINS.split(), choices)}={quoteattr(chosen(VALUES, choices))[1:-1]}"
                for _ in range(count(choices))
            )
            page += f'<span class="Z3988" title="{pairs}">'.replace("'", "") + "</span>"
        elif kind == 4:
            script = json.dumps(_mutated(_LD, choices))
            page += f'<script type="application/ld+json">{script}</script>'
        else:
            page += chosen(
                ("<link rel=canonical href=http://a>", "</span>", "<div>", "<!--"), choices
            )
    return page.encode("utf-8", "replace")


def _of_tree(name: str) -> Callable[[bytes], bytes]:
    def made(data: bytes) -> bytes:
        tree = _mutated(_TREES[name], iter(data))
        return _xml(tree).encode("utf-8", "replace") if name == "crossref-xml" else _json(tree)

    return made


_REFWORKS = (
    "RT Journal Article|RT Book, Section|RT|A1|A2|T1|JF|JO|YR|FD|VO|IS|SP|OP|K1|AB|NO|T2|ED|PB|PP|"
    "T3|SN|AD|LA|SF|LK|DO|RD|U1|ER|ID|XX|  |\n||ST|PMID|WT|CR"
).split("|")


def _refworks(data: bytes) -> bytes:
    choices = iter(data)
    text = "RT Report\n"
    for _ in range(4 * count(choices)):
        text += f"{chosen(_REFWORKS, choices)} {chosen(VALUES, choices)}\n"
    return text.encode("utf-8", "replace")


TREES: Mapping[str, Callable[[bytes], bytes]] = {
    **{name: _of_tree(name) for name in _TREES},
    "html": _page,
    "refworks": _refworks,
}
"""What is made → the file of it that some bytes choose."""
