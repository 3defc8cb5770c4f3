"""Meta tags of a page: Highwire Press (`citation_…`), Dublin Core (`DC.…`) and PRISM."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.formats.html.described import Described, iso_date
from reportcite.tuples import NamedTuple
from reportcite.values.names.parts import contributor
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages


class Tag(NamedTuple):
    """A meta element: its name in small letters, what it says, and its line."""

    name: str
    content: str
    line: int


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
_DUBLIN_CORE: Final = {
    "title": "title",
    "publisher": "publisher",
    "language": "language",
    "description": "abstract",
    "description.abstract": "abstract",
    "abstract": "abstract",
    "identifier.doi": "DOI",
    "identifier.isbn": "ISBN",
    "identifier.issn": "ISSN",
    "identifier.uri": "URL",
    "identifier.pagenumber": "page",
    "source": "container-title",
    "source.issn": "ISSN",
    "source.volume": "volume",
    "source.issue": "issue",
    "relation.ispartof": "container-title",
    "ispartof": "container-title",
    "rights": "license",
    "rights.license": "license",
    "license": "license",
}
_DC_DATES: Final = ("date.issued", "issued", "date", "date.created", "created", "date.available")
_PRISM: Final = {
    "publicationname": "container-title",
    "volume": "volume",
    "number": "issue",
    "issn": "ISSN",
    "eissn": "ISSN",
    "isbn": "ISBN",
    "doi": "DOI",
    "startingpage": "page",
}
_KINDS: Final = (
    ("thesis", "thesis"),
    ("dissertation", "thesis"),
    ("report", "report"),
    ("working paper", "report"),
    ("bookpart", "chapter"),
    ("book part", "chapter"),
    ("chapter", "chapter"),
    ("conference", "paper-conference"),
    ("preprint", "article"),
    ("journal", "article-journal"),
    ("article", "article-journal"),
    ("book", "book"),
    ("dataset", "dataset"),
    ("software", "software"),
    ("image", "graphic"),
    ("sound", "song"),
)
_DOI: Final = ("doi:", "info:doi/", "http://doi.org/", "https://doi.org/", "http://dx.doi.org/",
               "https://dx.doi.org/", "10.")  # fmt: skip


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
    for tag in own:
        _put_highwire(found, tag)
    for name in _DATES:
        if name in values:
            found.put("issued", iso_date(values[name].content), values[name].line)
    first = values.get("firstpage")
    last = values.get("lastpage")
    if first:
        end = last.content if last and last.content != first.content else ""
        found.put("page", join_pages(first.content, end), first.line)
    if arxiv := values.get("arxiv_id"):
        found.put("number", f"arXiv:{arxiv.content.removeprefix('arXiv:')}", arxiv.line)
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
    elif name in ("keywords", "keyword"):
        for word in content.split(";" if ";" in content else ","):
            found.add("keyword", word.strip(), line)
    elif name not in _DATES and name not in _ENDS and name != "arxiv_id":
        found.keep(name, content)


def read_dublin_core(tags: Sequence[Tag]) -> Described | None:
    """The work that tags of Dublin Core, and PRISM's beside them, describe; None where there are
    none with a title."""
    own: list[Tag] = []
    prism: list[Tag] = []
    for tag in tags:
        prefix, dot, name = tag.name.replace(":", ".").partition(".")
        if dot and prefix in ("dc", "dcterms"):
            own.append(tag._replace(name=name))
        elif dot and prefix == "prism":
            prism.append(tag._replace(name=name))
    if not any(tag.name == "title" and tag.content for tag in own):
        return None
    found = Described(weak=not any(tag.name.startswith(("creator", "identifier")) for tag in own))
    for tag in own:
        _put_dublin_core(found, tag)
    for name in _DC_DATES:
        for tag in own:
            if tag.name == name:
                found.put("issued", iso_date(tag.content), tag.line)
    for tag in prism:
        found.put(_PRISM.get(tag.name, ""), tag.name in _PRISM and tag.content, tag.line)
        if tag.name == "publicationdate":
            found.put("issued", iso_date(tag.content), tag.line)
    if not found.type and ("ISSN" in found.fields or "issue" in found.fields):
        found.type = "article-journal"
    return found


def _put_dublin_core(found: Described, tag: Tag) -> None:
    name, content, line = tag
    if name.startswith("creator"):
        found.add("author", name_from_text(content), line)
    elif name.startswith("contributor"):
        role = "editor" if name.endswith("editor") else "contributor"
        found.add(role, name_from_text(content), line)
    elif name.startswith("subject"):
        for word in content.split(";"):
            found.add("keyword", word.strip(), line)
    elif name in ("type", "type.dcmitype"):
        kind = content.lower().rpartition("/")[2]
        found.type = found.type or next((type_ for sign, type_ in _KINDS if sign in kind), "")
    elif name == "identifier" or (name == "identifier.uri" and content.startswith(_DOI)):
        _put_identifier(found, content, line)
    elif variable := _DUBLIN_CORE.get(name):
        found.put(variable, content, line)
    elif not name.startswith("date"):
        found.keep(f"DC.{name}", content)


def _put_identifier(found: Described, text: str, line: int) -> None:
    lowered = text.lower()
    if lowered.startswith(_DOI):
        found.put("DOI", text, line)
    elif lowered.startswith(("isbn:", "urn:isbn:", "isbn ")):
        found.put("ISBN", text[lowered.index("isbn") + 5 :].strip(), line)
    elif lowered.startswith(("issn:", "urn:issn:", "issn ")):
        found.put("ISSN", text[lowered.index("issn") + 5 :].strip(), line)
    elif lowered.startswith(("http://", "https://")):
        found.put("URL", text, line)
    else:
        found.keep("DC.identifier", text)
