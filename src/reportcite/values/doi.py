"""DOIs: read from any link or label, printed bare or as a link, and doubted (DOI Handbook, 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.rules import DOI_PREFIX, DOI_SYNTAX

_DOI: Final = pattern(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,5}/\S+")

# What stands before a DOI. Behind `doi:` and the resolver of the DOI Foundation all that begins
# with `10.` is meant as one; in the address of another host only what has the form of one.
_LABEL: Final = r"(?:(?:urn:|info:)?doi(?::\s?|/|\s))"
_RESOLVER: Final = r"(?:https?://)?(?:www\.|dx\.){0,2}doi\.org/"
_OTHER_HOST: Final = (
    r"https?://[^\s/?#]+[/?#](?:\S*?(?:[/:=]|%3A|%2F))??"
    r"(?=10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,5}(?:/|%2F)\S)"
)
_BEFORE: Final = pattern(
    rf"{_LABEL}{{0,2}}(?:{_RESOLVER}{_LABEL}?(?=10\.)|(?=10\.)|{_OTHER_HOST})", re.IGNORECASE
)
_LABELLED: Final = pattern(rf"{_LABEL}|{_RESOLVER}(?=10\.)", re.IGNORECASE)
_OF_RESOLVER: Final = pattern(rf"{_LABEL}{{0,2}}(?:{_RESOLVER}{_LABEL}?)?10\.", re.IGNORECASE)
# All but the letters of ASCII, which nobody encodes.
_ENCODED: Final = pattern(r"%(?:[2357][0-9A-F]|40|60)|(?:%[89A-F][0-9A-F])+", re.IGNORECASE)

# A link in a link is encoded twice.
_MOST_ENCODINGS: Final = 8


def bare_doi(text: str) -> str:
    """The DOI in `text`, without what leads to it: `doi:`, or the address of a resolver; what is
    percent-encoded in it is decoded, also where no address leads to it.

    A text that holds no DOI is returned without the white space round it, and otherwise as it is.

    >>> bare_doi("https://www.doi.org/10.1234/abc"), bare_doi("DOI: 10.1234/abc")
    ('10.1234/abc', '10.1234/abc')
    >>> bare_doi("https://doi-org.proxy.example.edu/10.1234%2Fabc"), bare_doi("in press")
    ('10.1234/abc', 'in press')
    """
    text = text.strip()
    if not text.startswith("10."):  # as nearly all are
        match = _BEFORE.match(text)
        if match is None:
            return text
        text = text[match.end() :]
    return _unencoded(text).strip() if "%" in text else text


def begins_as_bare_doi(text: str) -> bool:
    """Whether `text` begins as `bare_doi` leaves one, and nothing in it is encoded; it may be no
    DOI all the same. Seen at once, for what runs for every record.

    >>> begins_as_bare_doi("10.1234/abc"), begins_as_bare_doi("doi:10.1234/abc")
    (True, False)
    """
    return text[:3] == "10." and "%" not in text


def doi_link(text: str) -> str:
    """The address that resolves the DOI in `text`; "" where there is none.

    >>> doi_link("doi:10.1234/a<b>"), doi_link("in press")
    ('https://doi.org/10.1234/a%3Cb%3E', '')
    """
    from urllib.parse import quote

    bare = bare_doi(text)
    return f"https://doi.org/{quote(bare, safe='/:;()')}" if is_doi(bare) else ""


def is_doi(text: str) -> bool:
    """Whether `text` is a DOI and nothing else."""
    return _DOI.fullmatch(text) is not None


def says_it_is_doi(text: str) -> bool:
    """Whether `text` is a DOI, or says that it is one by a label or the address of the resolver;
    the page of a publisher does not, though its address may hold one.

    >>> says_it_is_doi("doi:10.1234/a"), says_it_is_doi("https://example.org/10.1234/a")
    (True, False)
    """
    return _LABELLED.match(text) is not None or is_doi(text)


def doi_problems(text: str) -> Iterator[Problem]:
    """What is wrong with a DOI."""
    bare = bare_doi(text)
    if not is_doi(bare):
        message = f"{shown(text)} is not a DOI"
        yield DOI_SYNTAX.found(message, "a DOI is of the form 10.1234/something")
    elif bare != text and bare != _unencoded(text):
        message = f"{shown(text)} is more than the DOI"
        # What stands behind a DOI in the address of another host need not be part of it.
        certain = _OF_RESOLVER.match(text.strip()) is not None
        fix = Fix(text, bare) if certain else None
        yield DOI_PREFIX.found(message, f"write {bare}", fix=fix)


def _unencoded(text: str) -> str:
    """`text` with the characters that a URL has percent-encoded, as UTF-8; others stay."""
    for _ in range(_MOST_ENCODINGS):
        decoded = _ENCODED.sub(_decoded, text)
        if decoded == text:
            break
        text = decoded
    return text


def _decoded(match: re.Match[str]) -> str:
    from urllib.parse import unquote

    try:
        return unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0]
