"""DOI, of works of any kind, beside the other identifiers; all else stands in `values.doi`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.doi import bare_doi, doi_link, is_doi
from reportcite.values.identifiers.identifier import Identifier, Kind

_AT_THE_END: Final = pattern(r"[.,;]+$")


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


KIND: Final = Kind(
    "DOI",
    pattern(r"(?=doi[\s:/]|(?:https?://)?(?:dx\.|www\.)?doi\.org/|10\.[0-9]{2,9}/)", re.IGNORECASE),
    looks_like_doi,
    read_doi,
)
