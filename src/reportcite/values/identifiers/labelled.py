"""Identifiers that say which they are: by a label, a scheme of URIs, or the address of who resolves
them."""

from __future__ import annotations

from typing import Final

from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, says_it_is_doi
from reportcite.values.identifiers import isbn, issn, pubmed

_KINDS: Final = (isbn.KIND, issn.KIND, pubmed.PMCID, pubmed.PMID)


class Labelled(NamedTuple):
    """The CSL variable for an identifier, and what it holds."""

    variable: str
    value: str


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
    for kind in _KINDS:
        match = kind.before.match(text)
        if match is not None:
            return Labelled(kind.name, text[match.end() :].strip().rstrip("/"))
    return None
