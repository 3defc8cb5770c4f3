"""Says of single identifiers what they are and whether they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportcite.values.identifiers.identifier import Identifier
    from reportcite.values.isbn import Isbn


def isbn(text: str) -> Isbn:
    """Whether `text` is an ISBN, its forms, and what a mistyped one may have been.

    Hyphens, spaces and a label before it are no matter. Of several ISBNs in the text it is the
    first that is wrong, or else the first. Nothing is raised for a wrong one: its `reason` says
    what is wrong (ISO 2108 and the ISBN Users' Manual).

    >>> import reportcite
    >>> found = reportcite.isbn("ISBN 3-948289-82-4")
    >>> found.valid, found.isbn13, found.hyphenated13, found.agency
    (True, '9783948289829', '978-3-948289-82-9', 'German language')
    >>> wrong = reportcite.isbn("978-3-948289-82-8")
    >>> wrong.reason, wrong.candidates[0]
    ('the check digit is 8, but 9 was expected', '978-3-948289-82-9')
    """
    from reportcite.values.isbn import parse_isbn

    return parse_isbn(_text("isbn", text))


def identify(text: str) -> Identifier:
    """What kind of identifier `text` is, how it is to be written, and the page it leads to.

    Known are ISBN, ISSN, ISMN, ISNI, ORCID, ROR, ISIL, ISRC, DOI, Handle, URN:NBN, GND, VIAF,
    Wikidata, arXiv, PMID, PMCID, OCLC, LCCN, PPN, IDN and ZDB, with a label or an address before
    them or without. Nothing is raised for a text that is none or is wrong: its `reason` says so.

    >>> import reportcite
    >>> found = reportcite.identify("https://orcid.org/0000-0002-1825-0097")
    >>> found.kind, found.normalized, found.link
    ('ORCID', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097')
    >>> reportcite.identify("0378-5956").reason
    'the check digit is 6, but 5 was expected'
    """
    from reportcite.values.identifiers.recognise import recognise

    return recognise(_text("identify", text))


def _text(function: str, text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"{function}() takes a text, not {type(text).__name__}")
    return text
