"""PMID and PMCID, of articles in PubMed and PubMed Central (National Library of Medicine)."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind, never

_PMID: Final = pattern(r"[1-9][0-9]{0,7}")
_PMCID: Final = pattern(r"(?:PMC)?([1-9][0-9]{0,8})(\.[0-9]{1,2})?", re.IGNORECASE)
# As they stand in records that are cited, where nobody has doubted them.
_CITED_PMID: Final = pattern(r"[0-9]{1,9}")
_CITED_PMCID: Final = pattern(r"(?:PMC)?([0-9]{1,9})")


def read_pmid(code: str) -> Identifier:
    """What `code` is as a PMID.

    >>> read_pmid("23456789").link
    'https://pubmed.ncbi.nlm.nih.gov/23456789/'
    """
    bare = code.strip().rstrip("/")
    if _PMID.fullmatch(bare) is None:
        return Identifier("PMID", reason="a PMID has up to eight digits, and no others")
    return Identifier("PMID", bare, f"https://pubmed.ncbi.nlm.nih.gov/{bare}/")


def read_pmcid(code: str) -> Identifier:
    """What `code` is as a PMCID.

    >>> read_pmcid("pmc3531190")[:3]
    ('PMCID', 'PMC3531190', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/')
    """
    match = _PMCID.fullmatch(code.strip().rstrip("/"))
    if match is None:
        return Identifier("PMCID", reason="a PMCID is PMC and up to nine digits")
    bare = f"PMC{match[1]}{match[2] or ''}"
    return Identifier("PMCID", bare, f"https://pmc.ncbi.nlm.nih.gov/articles/{bare}/")


def looks_like_pmcid(code: str) -> bool:
    """Whether `code` begins with PMC and a digit.

    >>> looks_like_pmcid("PMC3531190"), looks_like_pmcid("3531190")
    (True, False)
    """
    return code[:3].upper() == "PMC" and code[3:4].isdecimal()


def pmid_link(text: str) -> str:
    """Where CSL has a PMID lead to (CSL 1.0.2, Appendix VI, "Links"); "" for anything else.

    >>> pmid_link("23456789"), pmid_link("PMID 1")
    ('https://www.ncbi.nlm.nih.gov/pubmed/23456789', '')
    """
    return f"https://www.ncbi.nlm.nih.gov/pubmed/{text}" if _CITED_PMID.fullmatch(text) else ""


def pmcid_link(text: str) -> str:
    """Where CSL has a PMCID lead to, with PMC before it or without; "" for anything else.

    >>> pmcid_link("3531190"), pmcid_link("PMC3531190.1")
    ('https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190', '')
    """
    match = _CITED_PMCID.fullmatch(text)
    return f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{match[1]}" if match else ""


PMID: Final = Kind(
    "PMID",
    pattern(
        r"(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(?:\?term=)?|"
        r"info:pmid/|PMID[\s:]\s*|PubMed(?:[- ]ID)?[\s:]\s*",
        re.IGNORECASE,
    ),
    never,
    read_pmid,
)
PMCID: Final = Kind(
    "PMCID",
    pattern(
        r"(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|"
        r"PMCID[\s:]\s*",
        re.IGNORECASE,
    ),
    looks_like_pmcid,
    read_pmcid,
)
