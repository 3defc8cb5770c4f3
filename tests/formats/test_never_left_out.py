"""Whatever a record of another program lacks, it comes out of `export` and `cite`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite import cite, export
from reportcite.formats.registry import FORMATS, format_named
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import BOTH, file_of, read_file
from tests.formats.strategies import records

READABLE = [name for name in FORMATS if format_named(name).read]
OWN = {"yaml", "jsonl"}
STYLE = "ieee"  # others print no interviews

CROSSREF = {
    "type": "journal-article", "title": ["Soil"], "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[None]]}, "published": {"date-parts": [[2021]]},
    "container-title": ["Field Notes"], "DOI": "no DOI", "ISSN": ["1"], "ISBN": ["978"],
    "publisher": "Alder", "page": "9-1", "event": {"name": "E"}, "abstract": "<jats:p>A",
    "institution": [{}], "license": [{}], "language": "xx-yy-zz", "edition-number": "0",
}  # fmt: skip
DATACITE = {
    "doi": "no DOI", "types": {"resourceTypeGeneral": "Text"}, "creators": [{"name": "Doe, Jane"}],
    "titles": [{"title": "Soil"}], "publicationYear": "soon", "dates": [{"date": "2021/2020"}],
    "container": {"title": "Field Notes"}, "publisher": "Alder", "url": "none", "language": "?",
    "identifiers": [{"identifier": "1", "identifierType": "ISBN"}], "version": "1",
}  # fmt: skip
OPENALEX = {
    "id": "https://openalex.org/W1", "doi": "no DOI", "title": "Soil", "type": "article",
    "authorships": [{"author": {"display_name": "Jane Doe"}}], "publication_year": 0,
    "primary_location": {"source": {"display_name": "Field Notes", "issn": ["1"]}},
    "biblio": {"first_page": "9", "last_page": "1"}, "abstract_inverted_index": {"A": [0]},
}  # fmt: skip
HTML = """
<meta name="citation_author" content="Doe, Jane">
<meta name="citation_publication_date" content="2021/13/45">
<meta name="citation_journal_title" content="Field Notes">
<meta name="citation_isbn" content="978">
<meta name="citation_issn" content="1">
<meta name="citation_doi" content="no DOI">
<meta name="citation_firstpage" content="9">
<meta name="citation_language" content="?">
<meta name="citation_technical_report_number" content="5">
<meta name="citation_dissertation_institution" content="Bern">
<meta name="citation_conference_title" content="C">
""".strip().splitlines()


def parts_of(items: list[str], join: Callable[[list[str]], str]) -> st.SearchStrategy[str]:
    """Files of any of `items`, in their order."""
    chosen = st.lists(st.booleans(), min_size=len(items), max_size=len(items))
    return chosen.map(
        lambda keep: join([one for one, kept in zip(items, keep, strict=True) if kept])
    )


def members_of(item: dict[str, Any], **always: Any) -> st.SearchStrategy[str]:
    """JSON with any of the members of `item`."""
    names = list(item)
    return parts_of(
        names, lambda chosen: json.dumps(always | {name: item[name] for name in chosen})
    )


def files(name: str) -> st.SearchStrategy[str]:
    """Files of the format called `name`, with one record that has any of its fields."""
    if name in BOTH:
        return records().map(lambda record: file_of(name, record)[0])
    return ANY_OF[name]


ANY_OF = {
    "crossref-json": members_of(CROSSREF, score=1),
    "datacite-json": members_of(DATACITE, schemaVersion="http://datacite.org/schema/kernel-4"),
    "openalex-json": members_of(OPENALEX, cited_by_count=1),
    "html": parts_of(
        HTML, lambda lines: "\n".join(['<meta name="citation_title" content="A">', *lines])
    ),
}


@pytest.mark.parametrize("name", [name for name in READABLE if name in BOTH or name in ANY_OF])
@settings(max_examples=12)
@given(data=st.data())
def test_a_record_with_any_of_its_fields_comes_out(name: str, data: st.DataObject) -> None:
    [found] = read_file(name, data.draw(files(name)))
    assert isinstance(found, Record), found
    problems: list[Problem] = []
    how = {"on_error": "keep"} if name in OWN else {}
    items = json.loads(export(found, "csl-json", problems=problems, **how))  # type: ignore[arg-type]
    assert len(items) == 1
    assert len(cite(found, STYLE, problems=problems, **how).splitlines()) >= 1  # type: ignore[call-overload]
    assert name in OWN or not any(one.is_error for one in problems)
