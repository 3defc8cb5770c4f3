"""Where pages stand, and how they lead to each other, from disk as from a server."""

from __future__ import annotations

from reportcite.pages.site import (
    POLICY,
    Page,
    address,
    folder_of,
    format_titles,
    rendered,
    templates,
)
from tests.pages.making import a_site

BOTH = a_site(languages=("de", "en"), base_url="https://example.org/p/")


def test_the_first_language_stands_at_the_top() -> None:
    assert (folder_of(BOTH, "de"), folder_of(BOTH, "en")) == ("", "en/")


def test_a_page_knows_the_way_to_the_top_and_to_its_language() -> None:
    page = Page(BOTH, "en", "records/x.html")
    assert (page.file, page.top, page.home) == ("en/records/x.html", "../../", "../")
    first = Page(BOTH, "de", "index.html")
    assert (first.file, first.top, first.home) == ("index.html", "", "")


def test_the_title_is_a_word_of_the_language_where_none_is_given() -> None:
    assert Page(BOTH, "de", "index.html").title == "Publikationen"
    assert Page(a_site(title="Our work"), "en", "index.html").title == "Our work"


def test_addresses_are_known_where_that_of_the_site_is() -> None:
    assert Page(BOTH, "en", "index.html").canonical == "https://example.org/p/en/"
    assert (
        address(BOTH, "records/Größe.html") == "https://example.org/p/records/Gr%C3%B6%C3%9Fe.html"
    )
    assert address(a_site(), "records/x.html") == ""


def test_a_page_leads_to_itself_in_the_other_language() -> None:
    [german, english] = Page(BOTH, "en", "records/ä.html").alternates()
    assert german["href"] == "../../records/%C3%A4.html"
    assert english["href"] == "../../en/records/%C3%A4.html"
    assert english["address"] == "https://example.org/p/en/records/%C3%A4.html"
    assert (german["language"], german["name"]) == ("de", "Deutsch")


def test_templates_escape_what_they_are_given() -> None:
    page = Page(a_site(title='<b>"x"'), "en", "index.html")
    html = rendered(templates(), "base.html", page)
    assert "<b>" not in html and "&lt;b&gt;&#34;x&#34;" in html


def test_downloads_are_called_by_their_formats() -> None:
    assert format_titles() == {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def test_control_characters_reach_no_browser() -> None:
    page = Page(a_site(title="a\x00b\x1b\x85c\td"), "en", "index.html")
    assert "abc\td" in rendered(templates(), "base.html", page)


def test_the_policy_lets_pages_load_their_own_files_alone() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    assert {*rules.values()} == {"'self'"}
