"""What XML and JSON files that hold no records of a format read here seem to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportcite.formats.recognition.json_paths import Glimpse
from reportcite.problems import shown
from reportcite.record.assemble.crossref import OTHER_MEMBERS
from reportcite.record.spelling import field_name

_SHOWN: Final = 3
_OTHERS: Final = OTHER_MEMBERS | {"categories", "custom"}

# Namespace, or root element, as a pattern → what it is.
_XML: Final = (
    (r"\{http://www\.w3\.org/2005/Atom\}feed", "an Atom feed"),
    (r"rss|\{http://purl\.org/rss/.*", "an RSS feed"),
    (r"\{http://www\.w3\.org/2000/svg\}svg", "an SVG image"),
    (r"\{http://www\.tei-c\.org/ns/1\.0\}.*", "a TEI document"),
    (r"article|\{.*jats.*\}article", "an article in JATS or DocBook"),
    (r"\{http://docbook\.org/ns/docbook\}.*", "a DocBook document"),
    (r"\{http://purl\.org/net/xbiblio/csl\}style", "a CSL style"),
    (r"\{http://purl\.org/net/xbiblio/csl\}locale", "a CSL locale"),
    (r"\{http://datacite\.org/schema/.*\}resource", "DataCite XML"),
    (r"\{http://www\.openarchives\.org/OAI/2\.0/\}OAI-PMH", "an answer of OAI-PMH"),
    (r"\{http://www\.loc\.gov/METS/\}mets", "METS"),
    (r"\{http://www\.editeur\.org/onix/.*|ONIXMessage", "ONIX"),
    (r"\{http://www\.w3\.org/1999/02/22-rdf-syntax-ns#\}RDF", "RDF"),
    (r"\{http://schemas\.microsoft\.com/office/word/.*|\{.*wordprocessingml.*", "Word XML"),
    (r"\{http://schemas\.openxmlformats\.org/officeDocument/\d+/bibliography\}Sources",
     "a list of sources of Word"),
    (r"bibtexml|\{http://bibtexml\.sf\.net/\}.*", "BibTeXML"),
    (r"\{http://maven\.apache\.org/.*\}project", "a Maven project"),
    (r"plist", "a property list of macOS"),
)  # fmt: skip
# A sign as `json_paths` gives it, as a pattern → whose JSON it is.
_JSON: Final = (
    (r"(data/)?itemType=", "Zotero"),
    (r"\$schema=.*json-schema\.org", "JSON Schema"),
    (r"nbformat=", "Jupyter"),
    (r"type=(FeatureCollection|Feature)$", "GeoJSON"),
    (r"(data/)?paperId=", "Semantic Scholar"),
    (r"resultList/result$", "Europe PMC"),
    (r"responseHeader/", "Solr"),
    (r"hits/hits$", "Elasticsearch or InvenioRDM"),
    (r"(entities/|claims/)[QP]\d+", "Wikidata"),
    (r"orcid-identifier/", "ORCID"),
    (r"esearchresult/|result/uids$", "the NCBI's E-utilities"),
    (r"(records/)?identifiers/ISBN_1[03]$|ISBN:\d+/(thumbnail|info)_url", "Open Library"),
    (r"kind=books#", "Google Books"),
    (r"(devDependencies|dependencies|scripts)$", "a package of npm"),
    (r"pandoc-api-version$", "pandoc's document"),
    (r"@context=|@graph$", "JSON-LD"),
)


def xml_kind(paths: Sequence[str]) -> str:
    """What an XML file with these elements seems to be.

    >>> xml_kind(["{http://www.w3.org/2005/Atom}feed"])
    'an Atom feed (XML with the root element <feed> of http://www.w3.org/2005/Atom)'
    """
    root = paths[0]
    namespace, _, name = root.rpartition("}")
    described = f"XML with the root element <{name}>"
    if namespace:
        described += f" of {namespace[1:]}"
    known = next((kind for sign, kind in _XML if re.fullmatch(sign, root)), "")
    return f"{known} ({described})" if known else described


def json_kind(glimpse: Glimpse) -> str:
    """What a JSON file seems to be; "" for what may be CSL-JSON, as most of its names are.

    >>> from reportcite.formats.recognition.json_paths import json_paths
    >>> json_kind(json_paths('{"name": "a", "colour": 1}'))
    'JSON of something else (it has “name” and “colour”)'
    """
    signs = "\n".join(glimpse.signs)
    for sign, owner in _JSON:
        if re.search(f"(?m)^(?:{sign})", signs):
            return f"a JSON of {owner}"
    names = glimpse.names
    if 2 * sum(map(_is_of_csl, names)) >= len(names):
        return ""
    listed = " and ".join(map(shown, names[:_SHOWN]))
    return f"JSON of something else (it has {listed})"


def _is_of_csl(name: str) -> bool:
    return field_name(name) is not None or name.lower() in _OTHERS
