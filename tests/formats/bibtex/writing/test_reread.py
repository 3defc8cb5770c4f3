"""Values that a reader of the entry takes for something else."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.bibtex.fields import Dialect
from reportcite.formats.bibtex.writing.reread import report_reread
from reportcite.formats.loss import Fields
from reportcite.record.fields import Value
from reportcite.record.model import Record

USUAL = "it is read in the way it is usually written"


def reported(
    values: dict[str, Value], csl_type: str = "book", dialect: Dialect = "bibtex"
) -> dict[str, str]:
    fields = Fields(Record("r1", csl_type, values, Place("x")))
    report_reread(fields, dialect)
    return fields.changed


@pytest.mark.parametrize(
    ("field", "value"),
    [("keyword", "a; b"), ("DOI", "10.5/a%20b"),
     ("DOI", "10.5/a&amp;b"), ("URL", "https://x.org?a&amp;b")],
)  # fmt: skip
def test_values_that_are_read_as_usual(field: str, value: str) -> None:
    assert reported({field: value}) == {field: USUAL}


@pytest.mark.parametrize(
    ("field", "value"),
    [("keyword", "a, b"), ("keyword", "a; b, c"), ("ISBN", "978-3-948289-82-9"),
     ("ISSN", "1234-5679"), ("DOI", "10.5/a&b"), ("URL", "https://x.org?a&b=%20"),
     ("title", "<i>A</i>"), ("archive", "arXiv"), ("publisher", "DeZIM")],
)  # fmt: skip
def test_values_that_are_read_as_they_are(field: str, value: str) -> None:
    assert reported({field: value}) == {}


def test_markup_that_only_braces_say_is_not_read_again() -> None:
    reason = "markup is written as commands that are read in another way"
    assert reported({"title": 'The <span class="nocase">NaCl</span>'}) == {"title": reason}
    small = '<span style="font-variant:small-caps;">Li</span>'
    assert reported({"title": f"{small} and <i>E. coli</i>"}) == {}


def test_a_genre_that_the_type_says_already() -> None:
    reason = "readers pass it over, since the type says it"
    assert reported({"genre": "Article"}, "article-journal") == {"genre": reason}


@pytest.mark.parametrize("publisher", ["DeZIM, https://x.org", "WWW.x.org"])
def test_a_link_in_howpublished(publisher: str) -> None:
    reason = {"publisher": "the link in it is read as the URL"}
    assert reported({"publisher": publisher}, "document") == reason
    assert reported({"publisher": publisher}, "book") == {}
    assert reported({"publisher": publisher}, "webpage") == reason
    assert reported({"publisher": publisher}, "webpage", "biblatex") == {}


def test_a_number_of_pubmed() -> None:
    reason = "a number of PubMed is read as the PMID"
    values: dict[str, Value] = {"archive": "PubMed", "archive_location": "123"}
    assert reported(values) == {"archive": reason, "archive_location": reason}
    assert reported({"archive": "PubMed"}) == {"archive": reason}
    assert reported({"archive_location": "123"}) == {}
