"""URLs and DOIs as they stand in files that hold them verbatim."""

from __future__ import annotations

import re
from urllib.parse import quote

# Blanks, braces and backslash, the characters RFC 3986 forbids, and everything beyond ASCII.
_FORBIDDEN = re.compile(r"""[^\x21-\x7e]|[{}\\^|"<>`]""")
_FORBIDDEN_ASCII = b""" {}\\^|"<>`"""
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)


def is_plain_url(url: str) -> bool:
    """Whether `url` is a text that `percent_encode` leaves alone; told quickly, unlike there."""
    if not url.isascii() or not url.isprintable():
        return False
    return len(url.encode().translate(None, _FORBIDDEN_ASCII)) == len(url) > 0


def percent_encode(url: str) -> str:
    """`url` with the characters that no URL may hold percent-encoded, as UTF-8.

    >>> percent_encode("https://example.org/Über {1}?a=b&c=%20#d")
    'https://example.org/%C3%9Cber%20%7B1%7D?a=b&c=%20#d'
    """
    return _FORBIDDEN.sub(lambda match: quote(match[0], safe="", errors="replace"), url)


def bare_doi(doi: str) -> str:
    """`doi` without the resolver or the `doi:` before it.

    >>> bare_doi("https://doi.org/10.5555/12345678")
    '10.5555/12345678'
    """
    return _RESOLVER.sub("", doi)
