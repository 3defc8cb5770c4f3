"""What a page shows of its record: every field under its name, and links that only lead."""

from __future__ import annotations

import pytest

from reportcite.csl.locale import load_locale
from reportcite.pages.details import (
    Row,
    Value,
    byline,
    link_of,
    open_link,
    rows,
    search_words,
    type_label,
)
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from tests.formats.files import a_report
from tests.pages.making import a_site

BECK: Contributor = {"family": "Beck", "given": "Ulrich"}
NG: Contributor = {"family": "Ng", "given": "Amy"}
GERMAN, ENGLISH = load_locale("de-DE"), load_locale("en-US")


def rows_of(record: Record, language: str = "en") -> dict[str, list[Value]]:
    locale = {"de": GERMAN, "en": ENGLISH}[language]
    return dict(rows(record, a_site(record), language, locale, ""))


def test_fields_have_names_in_the_language_of_the_page() -> None:
    record = a_report(publisher="P", publisher_place="Bonn", number_of_pages="47", language="de-AT")
    assert rows_of(record, "de") == {
        "Verlag / Institution": [Value("P")],
        "Ort": [Value("Bonn")],
        "Seitenzahl": [Value("47")],
        "Sprache": [Value("Deutsch")],
    }
    assert rows_of(a_report(language="tlh"))["Language"] == [Value("tlh")]


def test_the_date_is_given_in_words_behind_what_the_work_stands_in() -> None:
    record = a_report(container_title="Soils", page="3-9", publisher="P")
    found = rows(record, a_site(record), "en", ENGLISH, "March 7, 2024")
    assert [one.label for one in found] == ["In", "Pages", "Published", "Publisher"]
    assert found[2] == Row("Published", [Value("March 7, 2024")])


def test_a_series_has_its_number() -> None:
    record = a_report(collection_title="Soils", collection_number="3")
    assert rows_of(record)["Series"] == [Value("Soils, 3")]
    assert rows_of(a_report(collection_title="Soils"))["Series"] == [Value("Soils")]


def test_whom_the_byline_does_not_name_has_a_row() -> None:
    record = a_report(author=[BECK], editor=[NG, BECK], translator=[NG])
    found = rows_of(record)
    amy, ulrich = (
        Value("Amy Ng", "authors.html#p-ng-amy"),
        Value("Ulrich Beck", "authors.html#p-beck-ulrich"),
    )
    assert byline(record, a_site(record)) == [ulrich]
    assert found["Editors"] == [amy, ulrich]
    assert found["Translator"] == [amy]
    assert "Authors" not in found


def test_editors_stand_for_authors_who_are_not_there() -> None:
    record = a_report(editor=[NG])
    assert [one.text for one in byline(record, a_site(record))] == ["Amy Ng"]
    assert "Editor" not in rows_of(record)
    assert rows_of(a_report(translator=[NG]))["Translator"] == [Value("Amy Ng")]
    assert byline(a_report(), a_site()) == []


def test_keywords_lead_to_the_list_of_keywords() -> None:
    found = rows_of(a_report(keyword="work, Risk"))["Keywords"]
    assert found == [Value("work", "keywords.html#k-work"), Value("Risk", "keywords.html#k-risk")]


@pytest.mark.parametrize(
    ("name", "value", "href"),
    [
        ("URL", "https://example.org/", "https://example.org/"),
        ("URL", "javascript:alert(1)", ""),
        ("URL", "data:text/html,x", ""),
        ("DOI", "10.1234/abc", "https://doi.org/10.1234/abc"),
        ("DOI", "javascript:alert(1)", ""),
        ("ISBN", "978-3-948289-82-9", ""),
    ],
)
def test_links_are_those_that_a_browser_only_fetches(name: str, value: str, href: str) -> None:
    assert link_of(name, value) == href
    assert rows_of(a_report(**{name: value}))[name] == [Value(value, href)]


def test_a_licence_is_a_link_where_it_is_an_address() -> None:
    assert rows_of(a_report(license="https://c.org/by"))["Licence"] == [
        Value("https://c.org/by", "https://c.org/by")
    ]
    assert rows_of(a_report(license="javascript:x"))["Licence"] == [Value("javascript:x")]


def test_the_publication_is_opened_at_its_url_or_else_its_doi() -> None:
    assert open_link(a_report(URL="https://x.org/a", DOI="10.1234/a")) == "https://x.org/a"
    assert open_link(a_report(URL="javascript:x", DOI="10.1234/a")) == "https://doi.org/10.1234/a"
    assert open_link(a_report()) == ""


def test_types_are_called_as_the_language_calls_them() -> None:
    assert type_label(a_report(), GERMAN) == "Bericht"
    assert type_label(a_report()._replace(type="article-journal"), ENGLISH) == "Journal article"


def test_a_publication_is_found_by_numbers_keywords_and_everybody() -> None:
    record = a_report(author=[NG, BECK], keyword="work", DOI="10.1234/a", number="7/2024")
    assert {"10.1234/a", "7/2024", "Ulrich", "Amy", "work"} <= {*search_words(record).split()}
