"""URLs: read from what databases write, encoded, and doubted (RFC 3986, RFC 3987)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.rules import (
    URL_INCOMPLETE,
    URL_LIST,
    URL_SCHEME,
    URL_SYNTAX,
)

_SCHEME: Final = pattern(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps"})
_HOST: Final = pattern(
    r"//(?:[^\s/?#@]{0,200}@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\[\]]+)(?::[0-9]{1,5})?(?=[/?#]|$)"
)
_NOT_IN_URL: Final = pattern(r"[\s\x00-\x1f\x7f-\x9f<>\"\\]")
_DOMAIN: Final = pattern(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?=[/:?#]|$)")
_URL: Final = pattern(
    r"(?:https?|ftps?)://(?:[A-Za-z0-9-]+\.)+[A-Za-z]+(?::[0-9]{1,5})?(?:[/?#][!#-;=?-\[\]-~]*)?"
)
_BETWEEN_URLS: Final = pattern(r"\s*[;,|]?\s+(?=https?://|www\.)|[;|](?=https?://|www\.)")
_DATABASE_LINK: Final = pattern(r"\s*<[^<>]{1,40}>:?//")
_WEB_LINK: Final = pattern(r"(?:https?|ftps?)://[^\s\"'<>]+", re.IGNORECASE)
# Spaces, braces and backslash, the characters RFC 3986 forbids, and everything beyond ASCII.
_FORBIDDEN: Final = pattern(r"""[^\x21-\x7e]|[{}\\^|"<>`]""")
_FORBIDDEN_ASCII: Final = b""" {}\\^|"<>`"""


def is_url(text: str) -> bool:
    """Whether `text` is a URL in ASCII of a host with a name, as most are; False of some others,
    too, of which `url_problems` may find nothing wrong."""
    return _URL.fullmatch(text) is not None


def is_web_link(text: str) -> bool:
    """Whether a browser would only fetch `text`, and never run it."""
    return _WEB_LINK.fullmatch(text) is not None


def urls_in(text: str) -> list[str]:
    """The URLs in `text`, between which white space, semicolons, commas or bars stand; none for a
    link into a database, such as `<Go to ISI>://WOS:1`, which leads to no page.

    >>> urls_in("https://example.org/a; https://example.org/b www.example.org")
    ['https://example.org/a', 'https://example.org/b', 'www.example.org']
    """
    return [] if _DATABASE_LINK.match(text) else _BETWEEN_URLS.split(text.strip())


def first_url(text: str) -> str:
    """The first of the URLs in `text`, "" where there is none."""
    return next(iter(urls_in(text)), "")


def needs_no_encoding(url: str) -> bool:
    """Whether `url` is a text that `percent_encode` leaves alone: seen sooner than it does that."""
    if not url.isascii() or not url.isprintable():
        return False
    return len(url.encode().translate(None, _FORBIDDEN_ASCII)) == len(url) > 0


def percent_encode(url: str) -> str:
    """`url` with the characters that no URL may hold percent-encoded, as UTF-8.

    >>> percent_encode("https://example.org/Über {1}?a=b&c=%20#d")
    'https://example.org/%C3%9Cber%20%7B1%7D?a=b&c=%20#d'
    """
    from urllib.parse import quote

    return _FORBIDDEN.sub(lambda match: quote(match[0], safe="", errors="replace"), url)


def url_problems(text: str) -> Iterator[Problem]:
    """What is wrong with a URL, the first thing only, and whether there are several."""
    text = text.strip()
    first = first_url(text)
    if not first:
        message = f"{shown(text)} is a link into a database; it is left out of citations"
        yield URL_LIST.found(message, "give the address of the publication's page")
        return
    if first != text:
        message = f"{shown(text)} holds several URLs; only the first is cited"
        yield URL_LIST.found(message, f"write {first}")
    if (problem := _scheme_problem(first) or _form_problem(first)) is not None:
        yield problem


def _form_problem(text: str) -> Problem | None:
    """What is wrong with a URL that has a scheme."""
    odd = _NOT_IN_URL.search(text)
    if odd is not None:
        what = "a space" if odd.group().isspace() else shown(odd.group())
        hint = "copy the URL anew; write a space as %20, and only one URL"
        return URL_SYNTAX.found(f"{shown(text)} has {what} in it", hint)
    if not _HOST.match(text, text.index(":") + 1):
        return URL_SYNTAX.found(f"{shown(text)} names no host", "write it as https://host/path")
    return None


def _scheme_problem(text: str) -> Problem | None:
    match = _SCHEME.match(text)
    scheme = match[1].lower() if match else ""
    if scheme in _SCHEMES:
        return None
    if is_doi(bare_doi(text)):
        hint = f"write it as DOI: {bare_doi(text)}"
        return URL_SCHEME.found(f"{shown(text)} is a DOI, not a URL", hint)
    if text.lower().startswith("urn:nbn:"):
        hint = f"write https://nbn-resolving.org/{text}"
        return URL_SCHEME.found(f"{shown(text)} is a URN, not a URL", hint)
    if _DOMAIN.match(text):
        message = f"{shown(text)} does not begin with https://"
        return URL_INCOMPLETE.found(message, f"write https://{text}")
    if match:
        message = f"{shown(text)} begins with {scheme}:, which leads to no page"
        hint = "give a URL that begins with http, https, ftp or ftps"
        return URL_SCHEME.found(message, hint)
    message = f"{shown(text)} is not a URL"
    return URL_SYNTAX.found(message, "write it as https://host/path")
