"""What a page says to programs; this project's own reader finds the record in it again."""

from __future__ import annotations

import json

import pytest

from reportcite.formats.registry import format_named
from reportcite.pages.metadata import coins, entry, head_tags
from reportcite.record.model import Record
from tests.formats.files import a_report, read_record, reports
from tests.formats.web_pages import Seen
from tests.pages.making import files_of

EVIL = "</script><script>alert(1)</script>"


def test_highwire_comes_first_and_the_types_of_dublin_core_begin_with_that_of_the_record() -> None:
    seen = Seen(head_tags(reports()[0]))
    names = [each["name"] for tag, each in seen.elements if tag == "meta"]
    types = [each["content"] for _, each in seen.elements if each.get("name") == "DC.type"]
    assert names[0] == "citation_title" and names.index("DC.type") > names.index("citation_title")
    assert types == ["report", "Text"]
    assert ("link", {"rel": "schema.DC", "href": "http://purl.org/dc/elements/1.1/"}) in (
        seen.elements
    )


def test_json_ld_is_json_that_nothing_closes_too_soon() -> None:
    tags = head_tags(a_report(EVIL))
    assert tags.count("<script") == tags.count("</script>") == 1
    text = tags.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(text)["@graph"][0]["name"] == EVIL


def test_coins_is_one_empty_span() -> None:
    seen = Seen(coins(a_report(EVIL)))
    [(tag, attributes)] = seen.elements
    assert (tag, attributes["class"], seen.text) == ("span", "Z3988", "")


def test_an_entry_is_under_the_key_that_is_asked_for() -> None:
    assert entry(format_named("bibtex"), reports()[0], "k1").startswith("@techreport{k1,")


RECORDS = [
    *reports(),
    Record(
        "beck2020",
        "article-journal",
        {
            "title": "Risk & <i>work</i>",
            "author": [{"family": "Beck", "given": "Ulrich"}, {"literal": "Stadt Berlin"}],
            "container-title": "Zeitschrift für Soziologie",
            "issued": {"date-parts": [[2020, 3, 7]]},
            "volume": "12",
            "issue": "3",
            "page": "1-24",
            "DOI": "10.1234/abc",
            "ISSN": "0378-5955",
            "abstract": "One.\n\nTwo “three”.",
            "keyword": "work, risk",
            "language": "de",
            "URL": "https://example.org/a?b=c&d=%20",
        },
        reports()[0].place,
    ),
    Record(
        "kalt2006",
        "chapter",
        {
            "title": "Fields",
            "author": [{"family": "Kalt", "given": "Herbert"}],
            "editor": [{"family": "Ng", "given": "Amy"}],
            "container-title": "Soils of the world",
            "publisher": "Acker",
            "publisher-place": "Bonn",
            "issued": {"date-parts": [[2006]]},
            "page": "3-9",
            "ISBN": "978-3-948289-82-9",
        },
        reports()[0].place,
    ),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_the_record_comes_back_from_its_page(record: Record) -> None:
    pages = files_of(record, base_url="https://example.org/list/")
    [path] = [path for path in pages if path.startswith("records/") and path.endswith(".html")]
    back = read_record("html", pages[path])
    found = {**back.fields}
    if "URL" not in record.fields:
        assert found.pop("URL") == f"https://example.org/list/{path}"
    if record.id == "every-special-character":  # pages hold `&amp;` for `&`, however deep
        found["subtitle"] = record.fields["subtitle"]
    assert (back.type, found) == (record.type, dict(record.fields))
