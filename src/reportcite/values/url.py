"""URLs: read from what databases write, encoded, and doubted (RFC 3986, RFC 3987)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, Rule, shown
from reportcite.values.doi import bare_doi, doi_link, is_doi
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
_HOST_NAME: Final = r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?=[/:?#]|$)"
_DOMAIN: Final = pattern(_HOST_NAME)
# A slip of the finger in http:// or https://, or one of them before the other.
_SLIP: Final = pattern(
    r"(?:(?:https?:/{0,3})?h{0,2}t{1,3}p(?P<secure>s?)\s?(?:[:;.]{0,2}\s?[/\\]{1,4}:?|[:;])\s?[/\\]?"
    rf"|[/\\]{{2}})(?={_HOST_NAME})",
    re.IGNORECASE,
)
_ONE_URL: Final = (
    r"(?:https?|ftps?)://(?:[A-Za-z0-9-]+\.)+[A-Za-z]+(?::[0-9]{1,5})?(?:[/?#][!#-;=?-\[\]-~]*)?"
)
_URL: Final = pattern(_ONE_URL)
_URLS: Final = pattern(rf"{_ONE_URL}(?:\n{_ONE_URL})*")
# From the first of several spaces on: sought from each of them, they would take cubic time.
_BETWEEN_URLS: Final = pattern(
    r"(?<!\s)(?:\s*[;,|]\s+|\s+)(?=https?://|www\.)|[;|](?=https?://|www\.)"
)
_OF_ENDNOTE: Final = pattern(r"\s*(?:<[^<>]{1,40}>:?|internal-pdf:)//")
_WEB_LINK: Final = pattern(r"(?:https?|ftps?)://[^\s\"'<>]+", re.IGNORECASE)
# Spaces, braces and backslash, the characters RFC 3986 forbids, and everything beyond ASCII.
_FORBIDDEN: Final = pattern(r"""[^\x21-\x7e]|[{}\\^|"<>`]""")
_FORBIDDEN_ASCII: Final = b""" {}\\^|"<>`"""


def is_url(text: str) -> bool:
    """Whether `text` is a URL in ASCII of a host with a name, as most are; False of some others,
    too, of which `url_problems` may find nothing wrong."""
    return _URL.fullmatch(text) is not None


def are_urls(texts: Sequence[str]) -> bool:
    """Whether each of `texts`, none of which has a line break, is a URL as `is_url` says."""
    return _URLS.fullmatch("\n".join(texts)) is not None


def is_web_link(text: str) -> bool:
    """Whether a browser would only fetch `text`, and never run it."""
    return _WEB_LINK.fullmatch(text) is not None


def urls_in(text: str) -> list[str]:
    """The URLs in `text`, between which white space, semicolons, commas or bars stand; none for
    what EndNote alone can follow: a link into a database, such as `<Go to ISI>://WOS:1`, and a file
    of its library.

    >>> urls_in("https://example.org/a; https://example.org/b www.example.org")
    ['https://example.org/a', 'https://example.org/b', 'www.example.org']
    """
    return [] if _OF_ENDNOTE.match(text) else _BETWEEN_URLS.split(text.strip())


def first_url(text: str) -> str:
    """The first of the URLs in `text`, "" where there is none."""
    # Hot: nearly all are one alone, and that is seen sooner than the patterns do.
    alone = text.startswith("http") and " " not in text and ";" not in text and "|" not in text
    if alone and text.isprintable():
        return text
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
    if is_url(text) and ";" not in text and "|" not in text:  # as most are, and there is but one
        return
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
    if (odd := _NOT_IN_URL.search(text)) is not None:
        what = "a space" if odd.group().isspace() else shown(odd.group())
        hint = "copy the URL anew; write a space as %20, and only one URL"
        return _problem(URL_SYNTAX, text, f"has {what} in it", hint)
    if not _HOST.match(text, text.index(":") + 1):
        return _problem(URL_SYNTAX, text, "names no host", "write it as https://host/path")
    return None


def _scheme_problem(text: str) -> Problem | None:
    match = _SCHEME.match(text)
    scheme = match[1].lower() if match else ""
    if scheme in _SCHEMES:
        return None
    if is_doi(bare_doi(text)):
        hint, link = f"write it as DOI: {bare_doi(text)}", doi_link(text)
        return URL_SCHEME.found(f"{shown(text)} is a DOI, not a URL", hint, fix=Fix(text, link))
    if text.lower().startswith("urn:nbn:"):
        link = f"https://nbn-resolving.org/{text}"
        message = f"{shown(text)} is a URN, not a URL"
        return URL_SCHEME.found(message, f"write {link}", fix=Fix(text, link))
    if _DOMAIN.match(text):
        message, link = f"{shown(text)} does not begin with https://", f"https://{text}"
        fix = Fix(text, link) if _is_well_formed(link) else None
        return URL_INCOMPLETE.found(message, f"write {link}", fix=fix)
    if match:
        hint = "give a URL that begins with http, https, ftp or ftps"
        return _problem(URL_SCHEME, text, f"begins with {scheme}:, which leads to no page", hint)
    return _problem(URL_SYNTAX, text, "is not a URL", "write it as https://host/path")


def _problem(rule: Rule, text: str, what: str, hint: str) -> Problem:
    """The problem of a URL, with its fix where only the scheme is mistyped."""
    message = f"{shown(text)} {what}"
    meant = _with_scheme(text)
    if not _is_well_formed(meant):
        return rule.found(message, hint)
    return rule.found(message, f"write {meant}", fix=Fix(text, meant))


def _with_scheme(text: str) -> str:
    """`text` with the scheme that a mistyped one means; "" where it means none."""
    slip = _SLIP.match(text)
    if slip is None:
        return ""
    secure = slip["secure"]  # None of //example.org
    scheme = "https" if secure is None else f"http{secure.lower()}"
    return f"{scheme}://{text[slip.end() :]}"


def _is_well_formed(text: str) -> bool:
    if _NOT_IN_URL.search(text):
        return False
    scheme = _SCHEME.match(text)
    return scheme is not None and _HOST.match(text, scheme.end()) is not None
