"""What is written into a page, read and written again is the same."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import file_of, read_record

FIELDS: dict[str, Value] = {
    "title": "Tides of Kiel",
    "author": [{"family": "Ng", "given": "Bo"}, {"literal": "Tide Institute"}],
    "issued": {"date-parts": [[2024, 3, 7]]},
    "publisher": "Quay",
    "keyword": "Mice, Mice; Inbred, a",
}


@pytest.mark.parametrize("name", ["schema-org", "coins", "highwire"])
@pytest.mark.parametrize("csl_type", ["report", "article-journal", "book"])
@pytest.mark.parametrize(
    "more",
    [
        {}, {"language": "ger"}, {"URL": "https://doi.org/10.1234/a"},
        {"URL": "https://doi.org/10.1234/a", "DOI": "10.1234/b"},
        {"URL": "https://x.example/10.1234/a", "DOI": "10.1234/a"},
        {"URL": "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"}, {"DOI": "someDoi"},
        {"collection-number": "3"}, {"collection-number": "3", "collection-title": "Seas"},
        {"container-title": "Seas"},
        {"abstract": "Tides rise.", "volume": "3", "ISSN": "0028-0836"},
    ],
)  # fmt: skip
def test_it_is_the_same(name: str, csl_type: str, more: dict[str, Value]) -> None:
    text = file_of(name, Record("r1", csl_type, FIELDS | more, Place("x")))[0]
    again = file_of(name, read_record("html", text)._replace(id="r1"))[0]
    assert again == text


@pytest.mark.parametrize("name", ["schema-org", "coins", "highwire"])
def test_what_becomes_of_language_and_link_is_said(name: str) -> None:
    record = Record("r1", "book", {"title": "A", "language": "ger"}, Place("x"))
    lost = {loss.field: loss.kind for loss in file_of(name, record)[1][0]}
    assert lost.get("language") == "changed"
    link = record._replace(fields={"title": "A", "URL": "https://doi.org/10.1234/a"})
    assert name == "highwire" or "URL" in {one.field for one in file_of(name, link)[1][0]}


def test_a_journal_alone_is_no_title_in_coins() -> None:
    record = Record("r1", "article-journal", {"container-title": "Seas"}, Place("x"))
    back = read_record("html", file_of("coins", record)[0])
    assert back.fields == record.fields
