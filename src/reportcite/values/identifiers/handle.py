"""Handle, of what repositories keep (RFC 3650, RFC 3651), and DOI, the handles of works, of which
all else stands in `values.doi`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.doi import bare_doi, doi_link, is_doi
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[0-9]{1,9}(?:\.[0-9A-Za-z]{1,12}){0,5}/\S+")
_BARE: Final = pattern(r"(?:[0-9]{2}\.[0-9]{3,5}(?:\.[0-9]{1,9})*|[0-9]{3,5})/\S*[0-9A-Za-z]\S*")
_AT_THE_END: Final = pattern(r"[.,;]+$")


def read_handle(code: str) -> Identifier:
    """What `code` is as a handle: a prefix of numbers, a slash, and a name.

    >>> read_handle("20.500.11850/123456").link
    'https://hdl.handle.net/20.500.11850/123456'
    """
    from urllib.parse import quote

    bare = code.strip()
    if _FORM.fullmatch(bare) is None:
        return Identifier("Handle", reason="a handle is of the form 20.500.12345/name")
    return Identifier("Handle", bare, f"https://hdl.handle.net/{quote(bare, safe='/:;()%')}")


def looks_like_handle(code: str) -> bool:
    """Whether `code` begins with the prefix of a handle, and is no date or fraction.

    >>> looks_like_handle("10419/123456"), looks_like_handle("12/2024")
    (True, False)
    """
    return len(code) > 8 and _BARE.fullmatch(code) is not None


def read_doi(code: str) -> Identifier:
    """What `code` is as a DOI. A full stop behind it is the end of a sentence.

    >>> read_doi("https://doi.org/10.1234/abc.")[:3]
    ('DOI', '10.1234/abc', 'https://doi.org/10.1234/abc')
    """
    bare = _AT_THE_END.sub("", bare_doi(code))
    if not is_doi(bare):
        return Identifier("DOI", reason="a DOI is of the form 10.1234/something")
    return Identifier("DOI", bare, doi_link(bare))


def looks_like_doi(code: str) -> bool:
    """Whether there is a DOI in `code`, whatever address leads to it.

    >>> looks_like_doi("10.1234/abc"), looks_like_doi("20.1234/abc")
    (True, False)
    """
    return is_doi(bare_doi(code))


HANDLE: Final = Kind(
    "Handle",
    pattern(
        r"(?:https?://)?(?:hdl\.handle\.net|handle\.net)/|(?:info:)?(?:hdl|handle)[:/]\s*",
        re.IGNORECASE,
    ),
    looks_like_handle,
    read_handle,
)
DOI: Final = Kind(
    "DOI",
    pattern(r"(?=doi[\s:/]|(?:https?://)?(?:dx\.|www\.)?doi\.org/|10\.[0-9]{2,9}/)", re.IGNORECASE),
    looks_like_doi,
    read_doi,
)
