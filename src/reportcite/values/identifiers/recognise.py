"""Which identifier a text is: by what stands before it, then by its form."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, says_it_is_doi
from reportcite.values.identifiers import (
    arxiv,
    authorities,
    doi,
    handle,
    isbn,
    ismn,
    isni,
    isrc,
    issn,
    organizations,
    pica,
    pubmed,
    urn_nbn,
    wikidata,
)
from reportcite.values.identifiers.identifier import Identifier, Kind

KINDS: Final[tuple[Kind, ...]] = (
    urn_nbn.KIND,
    arxiv.KIND,
    doi.KIND,
    handle.KIND,
    isni.ORCID,
    isni.ISNI,
    ismn.KIND,
    organizations.ROR,
    pica.ZDB,
    pica.GND,
    pica.PPN,
    pica.IDN,
    authorities.LCCN,
    isbn.KIND,
    issn.KIND,
    authorities.OCLC,
    isrc.KIND,
    wikidata.KIND,
    pubmed.PMCID,
    pubmed.PMID,
    authorities.VIAF,
    organizations.ISIL,
)
"""In the order in which they are tried."""

_OF_DIGITS: Final = (
    *(pubmed.PMID, pica.GND, pica.ZDB, pica.IDN, pica.PPN),
    *(authorities.OCLC, authorities.LCCN, authorities.VIAF),
)
"""Those that a number alone may be."""

_CITED: Final = (isbn.KIND, issn.KIND, pubmed.PMCID, pubmed.PMID)
"""Those that CSL has a variable for, besides the DOI."""
# Pages of others about what a number stands for: of a record with their address, that is its URL.
_PAGES: Final = (
    (isbn.KIND, pattern(r"https?://\S*?\bisbn[/=:]?(?=[0-9])", re.IGNORECASE)),
    (isbn.KIND, pattern(r"https?://(?:www\.)?amazon\.\S*?/(?:dp|product)/(?=[0-9]{9}[0-9Xx])")),
    (pubmed.PMID, pattern(r"https?://europepmc\.org/(?:article|abstract)/med/", re.IGNORECASE)),
    (pubmed.PMCID, pattern(r"https?://europepmc\.org/articles?/(?:pmc/)?(?=pmc)", re.IGNORECASE)),
)
_LONGEST: Final = 2000
_NUMBER: Final = pattern(r"[0-9]{1,22}|[0-9]{1,10}-?[0-9Xx]")
_ASIN: Final = pattern(r"B0[0-9A-Z]{8}")
_AROUND: Final = " \t\r\n\"'’‘“”«»,;"
_PAIRS: Final = ("<>", "()", "[]", "{}")
_QUALIFIER: Final = pattern(r"\s+[(\[][^()\[\]]*[)\]]$")
_ADDRESS: Final = pattern(r"\.[a-z]{2,4}/")
_BEHIND: Final = pattern(r"/?(?:[?#].*)?$")
_REPRESENTATION: Final = pattern(r"(?:/about(?:/\S*)?|/ref=\S*|\.[a-z]{2,7})$")
"""What stands behind the number in the address of data about it, or of a shop."""


class Labelled(NamedTuple):
    """The CSL variable for an identifier, and what it holds."""

    variable: str
    value: str


def recognise(text: str, expected: str = "") -> Identifier:
    """What `text` is; `expected` names the kind that digits without a label are of.

    >>> recognise("PMID: 23456789").link
    'https://pubmed.ncbi.nlm.nih.gov/23456789/'
    >>> recognise("0000-0002-1825-0097").kind, recognise("10.1234/abc").kind, recognise("Q42").kind
    ('ORCID', 'DOI', 'Wikidata')
    >>> recognise("23456789").reason
    'a number alone may be of several kinds: write PMID, OCLC, LCCN or VIAF before it'
    >>> recognise("2985306-0").reason
    'a number alone may be of several kinds: write GND or ZDB before it'
    """
    code = _bare(text[:_LONGEST])
    if not code or len(text) > _LONGEST:
        return Identifier("", reason="it is no identifier that is known here")
    for kind, before in (*((kind, kind.before) for kind in KINDS), *_PAGES):
        match = before.match(code)
        if match is not None:
            rest = code[match.end() :]
            return _at_address(kind, rest) if _ADDRESS.search(match[0]) else kind.read(rest)
    # A number of ten digits with the check digit of PICA is an ISBN, too.
    for kind in KINDS:
        if kind.name == expected and (found := kind.read(code)).valid:
            return found
    for kind in KINDS:
        if kind.name == expected or kind.looks_like(code):
            return kind.read(code)
    return Identifier("", reason=_unknown(code))


def _at_address(kind: Kind, rest: str) -> Identifier:
    """What is found in an address of which `rest` stands behind that of who resolves the kind."""
    rest = _BEHIND.sub("", rest)
    found = kind.read(rest)
    if not found.valid and (bare := _REPRESENTATION.sub("", rest)) != rest:
        return kind.read(bare)
    return found


def _unknown(code: str) -> str:
    """Why nothing is known of `code`: it may be of several kinds, or is of none."""
    if _ASIN.fullmatch(code):
        return "it is an ASIN, a number that only Amazon gives"
    if not _NUMBER.fullmatch(code):
        return "it is no identifier that is known here"
    kinds = [kind.name for kind in _OF_DIGITS if kind.read(code).valid]
    if len(kinds) < 2:
        return "it is no identifier that is known here"
    listed = f"{', '.join(kinds[:-1])} or {kinds[-1]}"
    return f"a number alone may be of several kinds: write {listed} before it"


def labelled(text: str) -> Labelled | None:
    """The identifier in `text`, if that says which it is and there is a variable for it; a number
    that is wrong is one, too.

    >>> labelled("urn:ISBN:978-3-948289-82-9")
    Labelled(variable='ISBN', value='978-3-948289-82-9')
    >>> labelled("https://example.org/10.1234/a"), labelled("3948289824")
    (None, None)
    """
    text = text.strip()
    if says_it_is_doi(text):
        return Labelled("DOI", bare_doi(text))
    for kind in _CITED:
        match = kind.before.match(text)
        if match is not None:
            return Labelled(kind.name, text[match.end() :].strip().rstrip("/"))
    return None


def _bare(text: str) -> str:
    """`text` without quotation marks and brackets round it, or a remark in brackets behind it."""
    code = _QUALIFIER.sub("", text.strip(_AROUND))
    for opening, closing in _PAIRS:
        if code.startswith(opening) and code.endswith(closing):
            code = code[1:-1].strip(_AROUND)
    return code
