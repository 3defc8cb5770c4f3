"""What may stand in a web page."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.web import carry_link, doi_link, is_web_link, page_ends
from reportcite.record.model import Record


@pytest.mark.parametrize("url", ["http://x.org", "HTTPS://x.org/a?b#c", "ftp://x", "ftps://x"])
def test_web_links(url: str) -> None:
    assert is_web_link(url)


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "http://", "https://a b", "https://a\"b", "https://a'b",
            "https://a<b", "https://a>b", "x https://a", "mailto:a@b.org"]
)  # fmt: skip
def test_what_a_browser_would_do_more_with_than_fetch_it(url: str) -> None:
    assert not is_web_link(url)


def test_a_link_that_is_no_web_link_is_dropped() -> None:
    values = {"URL": "javascript:x", "license": "https://x.org"}
    fields = Fields(Record("r1", "report", values, Place("x")))
    assert carry_link(fields) == ""
    reason = "only http, https and ftp links are written into a web page"
    assert fields.dropped == {"URL": reason}
    assert carry_link(fields, "license") == "https://x.org"
    assert carry_link(fields, "note") == ""
    assert fields.dropped == {"URL": reason}


@pytest.mark.parametrize(
    ("pages", "ends"),
    [
        ("12-34", ("12", "34")),
        ("12–34", ("12", "34")),
        ("e12", ("e12", "")),
        ("12-34, 40", None),
        ("12 34", None),
        ("1-2-3", None),
        ("", None),
    ],
)
def test_page_ends(pages: str, ends: tuple[str, str] | None) -> None:
    assert page_ends(pages) == ends


@pytest.mark.parametrize("doi", ["10.5/a b", "doi:10.5/a b", "https://doi.org/10.5/a b"])
def test_a_doi_becomes_its_address(doi: str) -> None:
    assert doi_link(doi) == "https://doi.org/10.5/a%20b"
    assert doi_link("10.5/a:b(X);c") == "https://doi.org/10.5/a:b(X);c"
