"""What a work is known by: the numbers in a record that are the work's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.record.works import kinds
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.isbn import isbns_in_field

_PMID: Final = pattern(r"(?:PMID:?\s*)?0*([1-9][0-9]{0,7})", 2)
_PMCID: Final = pattern(r"(?:PMCID:?\s*)?(?:PMC)?([1-9][0-9]{0,8})(?:\.[0-9]{1,2})?", 2)
_ARXIV: Final = pattern(
    r"(?:.*arxiv(?:\.org/(?:abs|pdf)/|[:./]))?"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]{1,2})?(?:\.pdf)?",
    2,
)
_PARTS: Final = frozenset({kinds.PART, kinds.ARTICLE, kinds.PREPRINT, kinds.REVIEW})


class Identifier(NamedTuple):
    """One number of a work: its kind, what is compared, what is shown, the field it stands in."""

    kind: str
    code: str
    text: str
    field: str

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


def identifiers(kind: str, fields: Mapping[str, Any]) -> Iterator[Identifier]:
    """The identifiers of a work of this kind that are right: ISBNs in the form of 13 digits, DOIs
    in small letters, PMID, PMCID, and numbers of arXiv without their version.

    The ISBN in the record of a chapter is the book's, and not among them.

    >>> [str(one) for one in identifiers("whole", {"ISBN": "0-306-40615-2"})]
    ['ISBN 9780306406157']
    >>> [str(one) for one in identifiers("part", {"ISBN": "0-306-40615-2", "PMID": "12"})]
    ['PMID 12']
    """
    for isbn in own_isbns(kind, fields):
        yield Identifier("ISBN", isbn.isbn13, isbn.typed, "ISBN")
    doi = fields.get("DOI")
    if isinstance(doi, str) and is_doi(bare := bare_doi(doi)):
        yield Identifier("DOI", bare.lower(), doi, "DOI")
    for name, form in (("PMID", _PMID), ("PMCID", _PMCID)):
        text = fields.get(name)
        if isinstance(text, str) and (match := form.fullmatch(text.strip())):
            yield Identifier(name, match[1], text, name)
    yield from _of_arxiv(fields)


def own_isbns(kind: str, fields: Mapping[str, Any]) -> list[Any]:
    """The valid ISBNs of a work of this kind, each once; none of a part of another one."""
    return [] if "ISBN" not in fields or is_part(kind, fields) else isbns_of(fields)


def isbns_of(fields: Mapping[str, Any]) -> list[Any]:
    """The valid ISBNs in the field of that name, whosever they are, each once."""
    text = fields.get("ISBN")
    found = isbns_in_field(text) if isinstance(text, str) else []
    if len(found) == 1:
        return found if found[0].valid else []
    return [*{one.isbn13: one for one in reversed(found) if one.valid}.values()][::-1]


def is_part(kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether the work stands in another one, whose ISBN its record has.

    >>> is_part("whole", {}), is_part("", {"container-title": "Handbook"}), is_part("part", {})
    (False, True, True)
    """
    return kind in _PARTS or (
        kind != kinds.WHOLE and not {"container-title", "page"}.isdisjoint(fields)
    )


def _of_arxiv(fields: Mapping[str, Any]) -> Iterator[Identifier]:
    doi = str(fields.get("DOI", "")).lower()
    if "48550/arxiv." in doi and (match := _ARXIV.fullmatch(doi.partition("arxiv.")[2])):
        yield Identifier("arXiv", match[1], match[1], "DOI")
        return
    named = str(fields.get("archive", "")).lower() == "arxiv"
    for name in ("archive_location", "number", "URL"):
        text = fields.get(name)
        if not isinstance(text, str) or not (named or "arxiv" in text.lower()):
            continue
        if match := _ARXIV.fullmatch(text.strip()):
            yield Identifier("arXiv", match[1].lower(), text, name)
            return
