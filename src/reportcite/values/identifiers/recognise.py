"""Which identifier a text is: by what stands before it, then by its form."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, says_it_is_doi
from reportcite.values.identifiers import (
    arxiv,
    authorities,
    doi,
    gnd,
    handle,
    isbn,
    isil,
    ismn,
    isni,
    isrc,
    issn,
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
    isbn.KIND,
    issn.KIND,
    authorities.OCLC,
    isrc.KIND,
    gnd.KIND,
    wikidata.KIND,
    pubmed.PMCID,
    pubmed.PMID,
    authorities.VIAF,
    isil.KIND,
)
"""In the order in which they are tried."""

_CITED: Final = (isbn.KIND, issn.KIND, pubmed.PMCID, pubmed.PMID)
"""Those that CSL has a variable for, besides the DOI."""
_LONGEST: Final = 2000
_BARE: Final = pattern(r"[0-9]{1,22}")
_AROUND: Final = " \t\r\n\"'’‘“”«»,;"
_PAIRS: Final = ("<>", "()", "[]", "{}")
_QUALIFIER: Final = pattern(r"\s+[(\[][^()\[\]]*[)\]]$")
_ADDRESS: Final = pattern(r"\.[a-z]{2,4}/")
_BEHIND: Final = pattern(r"/?(?:[?#].*)?$")


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
    'a number alone could be of any kind: write PMID, OCLC, VIAF or GND before it'
    """
    code = _bare(text[:_LONGEST])
    if not code or len(text) > _LONGEST:
        return Identifier("", reason="it is no identifier that is known here")
    for kind in KINDS:
        match = kind.before.match(code)
        if match is not None:
            rest = code[match.end() :]
            # Of the address of a page what stands behind the number is not meant.
            return kind.read(_BEHIND.sub("", rest) if _ADDRESS.search(match[0]) else rest)
    for kind in KINDS:
        if kind.name == expected or kind.looks_like(code):
            return kind.read(code)
    if _BARE.fullmatch(code):
        reason = "a number alone could be of any kind: write PMID, OCLC, VIAF or GND before it"
        return Identifier("", reason=reason)
    return Identifier("", reason="it is no identifier that is known here")


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
