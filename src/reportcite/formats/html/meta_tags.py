"""Meta tags of a page that are Highwire Press's, `citation_…`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.formats.reading.web.described import Described, Tag
from reportcite.values.dates.slashed import hyphenated_date
from reportcite.values.eprints import eprint_number
from reportcite.values.names.parts import contributor
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages

_HIGHWIRE: Final = {
    "title": "title",
    "journal_title": "container-title",
    "journal_abbrev": "container-title-short",
    "conference_title": "container-title",
    "conference": "event-title",
    "inbook_title": "container-title",
    "book_title": "container-title",
    "series_title": "collection-title",
    "volume": "volume",
    "issue": "issue",
    "issn": "ISSN",
    "eissn": "ISSN",
    "isbn": "ISBN",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "publisher": "publisher",
    "dissertation_institution": "publisher",
    "dissertation_name": "genre",
    "technical_report_institution": "publisher",
    "technical_report_number": "number",
    "language": "language",
    "abstract": "abstract",
    "public_url": "URL",
    "abstract_html_url": "URL",
    "fulltext_html_url": "URL",
    "num_pages": "number-of-pages",
    "edition": "edition",
    "patent_number": "number",
    "article_number": "number",
}
_DATES: Final = ("publication_date", "date", "cover_date", "online_date", "year")
_ENDS: Final = frozenset({"firstpage", "lastpage"})
_OF_AUTHORS: Final = {
    "author_institution": "affiliation",
    "author_affiliation": "affiliation",
    "author_orcid": "ORCID",
    "author_email": "email",
}
# What a tag that is there says of the type, the first that is counts.
_SIGNS: Final = (
    ("technical_report_institution", "report"),
    ("technical_report_number", "report"),
    ("dissertation_institution", "thesis"),
    ("dissertation_name", "thesis"),
    ("patent_number", "patent"),
    ("conference_title", "paper-conference"),
    ("conference", "paper-conference"),
    ("inbook_title", "chapter"),
    ("book_title", "chapter"),
    ("journal_title", "article-journal"),
    ("arxiv_id", "article"),
    ("isbn", "book"),
)


_KEYWORDS: Final = frozenset({"keyword", "keywords"})


def read_highwire(tags: Sequence[Tag]) -> Described | None:
    """The work that `citation_…` tags describe; None where there are none with a title."""
    own = [
        tag._replace(name=tag.name.removeprefix("bepress_").removeprefix("citation_"))
        for tag in tags
        if tag.name.startswith(("citation_", "bepress_citation_"))
    ]
    values = {tag.name: tag for tag in reversed(own)}
    if "title" not in values:
        return None
    found = Described(next((type_ for sign, type_ in _SIGNS if sign in values), ""))
    several = sum(tag.name in _KEYWORDS for tag in own) > 1
    for tag in own:
        # Of several each is one keyword, and a comma is its own.
        is_one = several and tag.name in _KEYWORDS
        _put_highwire(found, tag._replace(content=f"{tag.content};") if is_one else tag)
    for name in _DATES:
        if name in values:
            found.put("issued", hyphenated_date(values[name].content), values[name].line)
    first = values.get("firstpage")
    last = values.get("lastpage")
    if first:
        end = last.content if last and last.content != first.content else ""
        found.put("page", join_pages(first.content, end), first.line)
    if arxiv := values.get("arxiv_id"):
        found.put("number", f"arXiv:{eprint_number(arxiv.content)}", arxiv.line)
        found.put("publisher", "arXiv", arxiv.line)
    return found


def _put_highwire(found: Described, tag: Tag) -> None:
    name, content, line = tag
    if variable := _HIGHWIRE.get(name):
        found.put(variable, content, line)
    elif name in ("author", "authors", "editor", "translator"):
        parts = content.split(";") if ";" in content else [content]
        for part in filter(None, map(str.strip, parts)):
            found.add(name.removesuffix("s"), name_from_text(part), line)
    elif name in _OF_AUTHORS:
        authors = found.fields.get("author")
        if authors:
            key = _OF_AUTHORS[name]
            held = authors[-1].get(key)
            text = f"{held}; {content}" if held and key == "affiliation" else held or content
            authors[-1] = contributor(**{**authors[-1], key: text})
    elif name in _KEYWORDS:
        for word in content.split(";" if ";" in content else ","):
            found.add("keyword", word.strip(), line)
    elif name not in _DATES and name not in _ENDS and name != "arxiv_id":
        found.keep(name, content)
