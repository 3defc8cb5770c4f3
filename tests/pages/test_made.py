"""All files of a site, the same however many processes make them."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from reportcite.errors import StyleError
from reportcite.pages.made import SiteSettings, site_files
from tests.formats.files import a_report, reports
from tests.pages.making import files_of


def test_the_files_of_a_site() -> None:
    names = {*files_of(a_report(), languages=("de", "en"))}
    lists = {"index.html", "authors.html", "keywords.html", "types.html", "records/r1.html"}
    assert names == {
        *lists,
        *(f"en/{one}" for one in lists),
        *(f"records/r1.{suffix}" for suffix in ("bib", "ris", "json")),
        *(f"publications.{suffix}" for suffix in ("bib", "ris", "json")),
        *("assets/site.css", "assets/site.js", "assets/icon.svg"),
    }


def test_the_downloads_of_all_hold_all_under_keys_of_their_own() -> None:
    files = files_of(a_report()._replace(id="a"), a_report()._replace(id="b"))
    ids = [one["id"] for one in json.loads(files["publications.json"])]
    assert ids == ["a", "b"]
    keys = [line for line in files["publications.bib"].splitlines() if line.startswith("@")]
    assert len(keys) == len({*keys}) == 2
    assert all(any(line in files[f"records/{one}.bib"] for one in "ab") for line in keys)


def test_the_sitemap_names_every_page_where_the_address_is_known() -> None:
    files = files_of(a_report(), languages=("en", "de"), base_url="https://example.org/p&q/")
    root = etree.fromstring(files["sitemap.xml"].encode())
    assert [one.text for one in root.iter("{*}loc")] == [
        "https://example.org/p&q/",
        "https://example.org/p&q/records/r1.html",
        "https://example.org/p&q/de/",
        "https://example.org/p&q/de/records/r1.html",
    ]


@pytest.mark.slow
def test_the_result_does_not_depend_on_the_number_of_processes() -> None:
    records = [one._replace(id=f"{one.id}{turn}") for turn in range(3) for one in reports()]
    settings = SiteSettings("", ("de",), ("apa", "chicago"))
    assert [*site_files(records, settings, 2)] == [*site_files(records, settings, 1)]


def test_an_unknown_style_is_an_error_before_any_file() -> None:
    with pytest.raises(StyleError, match="unknown style"):
        next(site_files([], SiteSettings("", ("en",), ("nosuchstyle",))))
