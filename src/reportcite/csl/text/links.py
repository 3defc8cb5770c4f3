"""Where the identifiers that a style prints lead (CSL 1.0.2, Appendix VI, "Links")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.patterns import pattern
from reportcite.values.doi import doi_link
from reportcite.values.url import is_web_link, needs_no_encoding, percent_encode

# What a style prints before an identifier and belongs to its address.
_ADDRESS_SO_FAR: Final = pattern(r"https?://\S+/\Z", re.IGNORECASE)


def _url_link(text: str) -> str:
    if not is_web_link(text):
        return ""
    return text if needs_no_encoding(text) else percent_encode(text)


def _pmid_link(text: str) -> str:
    from reportcite.values.identifiers.pubmed import pmid_link  # few styles print it

    return pmid_link(text)


def _pmcid_link(text: str) -> str:
    from reportcite.values.identifiers.pubmed import pmcid_link

    return pmcid_link(text)


LINKS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {"DOI": doi_link, "URL": _url_link, "PMID": _pmid_link, "PMCID": _pmcid_link}
)
"""Variable → the function from its value to the address it leads to; "" where it leads nowhere."""


def append_linked(text: str, href: str, out: Tokens) -> None:
    """Appends `text` as a link to `href`; the beginning of an address that the style has printed
    just before becomes part of the link (`https://doi.org/` before a DOI)."""
    before = out[-1] if out else ""
    if isinstance(before, str) and before[-1:] == "/":
        address = _ADDRESS_SO_FAR.search(before)
        if address is not None:
            out[-1] = before[: address.start()]
            text = address[0] + text
    out += (Open(href=href), text, CLOSE)
