"""URLs: what can be followed, what databases write, and what is said of the rest."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.url import (
    are_urls,
    first_url,
    is_url,
    is_web_link,
    needs_no_encoding,
    percent_encode,
    url_problems,
    urls_in,
)

COPY = "copy the URL anew; write a space as %20, and only one URL"
GOOD = [
    "https://example.org",
    "http://example.org/a?b=c#d",
    "ftp://example.org:21/a",
    "ftps://example.org/a",
]


def said(text: str) -> list[tuple[str, str]]:
    return [(problem.rule.name, problem.suggestion) for problem in url_problems(text)]


@pytest.mark.parametrize("text", GOOD)
def test_usual_urls_are_seen_at_once(text: str) -> None:
    assert is_url(text) and is_web_link(text)
    assert first_url(text) == text
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["http://user@[::1]:80/ü?q#f", "https://localhost/x", "HTTPS://Example.org/ü", " https://a.de\n"]
)  # fmt: skip
def test_unusual_urls_are_no_worse(text: str) -> None:
    assert not is_url(text)
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("https://a.de/b c", "url-syntax", COPY),
        ('https://a.de/"b', "url-syntax", COPY),
        ("https:///x", "url-syntax", "write it as https://host/path"),
        ("https://a.de:123456/x", "url-syntax", "write it as https://host/path"),
        ("see the page", "url-syntax", "write it as https://host/path"),
        ("www.dezim.de", "url-incomplete", "write https://www.dezim.de"),
        ("example.org/a", "url-incomplete", "write https://example.org/a"),
        ("10.1234/x", "url-scheme", "write it as DOI: 10.1234/x"),
        ("doi:10.1234/x", "url-scheme", "write it as DOI: 10.1234/x"),
        ("urn:nbn:de:1-2", "url-scheme", "write https://nbn-resolving.org/urn:nbn:de:1-2"),
        ("URN:NBN:de:1-2", "url-scheme", "write https://nbn-resolving.org/URN:NBN:de:1-2"),
        (
            "javascript:alert(1)",
            "url-scheme",
            "give a URL that begins with http, https, ftp or ftps",
        ),
        ("<Go to ISI>://WOS:1", "url-list", "give the address of the publication's page"),
    ],
)  # fmt: skip
def test_the_first_thing_that_is_wrong_is_reported(text: str, rule: str, fix: str) -> None:
    assert said(text) == [(rule, fix)]


def test_a_message_says_which_character_no_url_can_hold() -> None:
    [problem] = url_problems("https://a.de/b c")
    assert "a space" in problem.message
    [problem] = url_problems("https://a.de/<")
    assert "“<”" in problem.message
    [problem] = url_problems("javascript:alert(1)")
    assert "javascript:" in problem.message


@pytest.mark.parametrize("between", [" ", "; ", ";", ", ", "|", " | ", "\n"])
def test_of_several_urls_the_first_counts(between: str) -> None:
    text = f"https://a.de/x{between}https://b.de"
    assert urls_in(text) == ["https://a.de/x", "https://b.de"]
    assert first_url(text) == "https://a.de/x"
    assert said(text) == [("url-list", "write https://a.de/x")]


def test_semicolons_within_a_url_are_its_own() -> None:
    assert urls_in("https://a.de/x;y=1|2") == ["https://a.de/x;y=1|2"]
    assert urls_in("<Go to ISI>://WOS:1") == []
    assert urls_in("internal-pdf://0123/Ng 1999.pdf") == []
    assert first_url("<Go to ISI>://WOS:1") == ""


@pytest.mark.parametrize("text", ["javascript:alert(1)", "https://", "https://a b", "x.de"])
def test_what_a_browser_might_run_is_no_web_link(text: str) -> None:
    assert not is_web_link(text)


@pytest.mark.parametrize(
    "text", ["https://a.de/ü", "https://a.de/ ", "a\tb", "{a}", "a`", "a|b", ""]
)
def test_what_has_to_be_encoded(text: str) -> None:
    assert not needs_no_encoding(text)


def test_an_encoded_url_needs_no_more() -> None:
    assert needs_no_encoding("https://a.de/%C3%BC?b=c&d#e;f")


@given(st.text())
def test_encoding_can_be_undone_and_is_done_once(text: str) -> None:
    encoded = percent_encode(text)
    assert percent_encode(encoded) == encoded
    assert not encoded or needs_no_encoding(encoded)
    if "%" not in text and text.isprintable():
        assert unquote(encoded) == text
    assert needs_no_encoding(text) <= (encoded == text)


def test_many_urls_are_seen_at_once() -> None:
    good = ["https://example.org/a", "http://b.de", "ftp://c.org:21/?x#y"]
    assert are_urls(good)
    assert are_urls(good[:1])
    for bad in ("example", "https://example.org/a b", "https://localhost/", ""):
        for place in range(4):
            assert not are_urls([*good[:place], bad, *good[place:]])


def test_urls_have_any_number_of_spaces_between_them() -> None:
    gap = " " * 20_000
    assert urls_in(f"https://a.org{gap};{gap}www.b.org{gap}c") == [
        "https://a.org",
        f"www.b.org{gap}c",
    ]
