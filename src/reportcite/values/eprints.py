"""Eprints: the number that a work has in an archive such as arXiv or JSTOR, and where it leads to
(biblatex manual, 3.14.7; arXiv, "Understanding the arXiv identifier")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern

_ADDRESSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "arxiv": "https://arxiv.org/abs/",
        "googlebooks": "https://books.google.com/books?id=",
        "hdl": "https://hdl.handle.net/",
        "jstor": "https://www.jstor.org/stable/",
        "urn": "https://nbn-resolving.org/",
    }
)
_NAME: Final = pattern(r"arxiv:\s*", re.IGNORECASE)
_SCHOLAR: Final = pattern(
    r"arXiv(?: preprint)?(?: arXiv)?: ?([\w./-]*\d)(?: ?\[[\w., -]+\])?", re.IGNORECASE
)
_SERIES: Final = ("arxiv", "corr")


def is_eprint_archive(archive: str) -> bool:
    """Whether numbers in an archive of this name are addresses, and no shelf marks.

    >>> is_eprint_archive("arXiv"), is_eprint_archive("Bundesarchiv")
    (True, False)
    """
    return archive.lower() in _ADDRESSES


def eprint_number(text: str) -> str:
    """The number alone, without the name of arXiv before it.

    >>> eprint_number("arXiv:1706.03762"), eprint_number("1706.03762")
    ('1706.03762', '1706.03762')
    """
    match = _NAME.match(text)
    return text[match.end() :] if match else text


def eprint_link(archive: str, text: str) -> str:
    """Where the number in an archive leads to; "" where that is not known.

    >>> eprint_link("arXiv", "arXiv:1706.03762"), eprint_link("Bundesarchiv", "N 1234")
    ('https://arxiv.org/abs/1706.03762', '')
    """
    address, number = _ADDRESSES.get(archive.lower(), ""), eprint_number(text)
    return address + number if address and number else ""


def number_in_journal(title: str) -> str:
    """The number of arXiv in what Google Scholar gives as the journal of a preprint, or "".

    >>> number_in_journal("arXiv preprint arXiv:1706.03762"), number_in_journal("arXiv e-prints")
    ('1706.03762', '')
    """
    match = _SCHOLAR.fullmatch(title)
    return match[1] if match else ""


def is_series_of_arxiv(title: str) -> bool:
    """Whether `title` is what databases (ADS, DBLP) give as the journal of what is in arXiv alone.

    >>> is_series_of_arxiv("arXiv e-prints"), is_series_of_arxiv("CoRR"), is_series_of_arxiv("Mind")
    (True, True, False)
    """
    return title.lower().startswith(_SERIES)
