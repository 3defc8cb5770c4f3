"""ISBNs in tables: what stands in the columns beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.tables.verdict import Judging, Verdict
from reportcite.values.isbn import Isbn, isbns_in
from reportcite.values.isbns.ranges import range_date

_NAME: Final = pattern(
    r"(?:[ep]-? ?|print |online |electronic )?(?:isbn.{0,12}|ean(?:[- ]?13)?|gtin(?:[- ]?13)?|"
    r"(?:international )?standard (?:book )?number|standardnummer|bar ?code|strichcode|"
    r"020 ?[$|]?a?|code[- ]barres)"
)
_AGAIN: Final = "; "


def _judge(text: str) -> Verdict:
    found = isbns_in(text)
    if len(found) == 1:
        one = found[0]
        cells = (
            "no" if one.reason else "yes",
            one.isbn13,
            one.isbn10,
            one.hyphenated13,
            one.reason or _doubt(one),
            next(iter(one.likeliest(1)), "") if one.reason else "",
        )
        keys = (one.isbn13,) if one.isbn13 else ()
        return Verdict(not one.reason, cells, keys, partial(_details, found))
    return _of_several(found)


def _of_several(found: list[Isbn]) -> Verdict:
    valid = all(one.valid for one in found)
    cells = (
        "yes" if valid else "no",
        _joined(found, lambda one: one.isbn13),
        _joined(found, lambda one: one.isbn10),
        _joined(found, lambda one: one.hyphenated13),
        _AGAIN.join(f"{one.typed}: {one.reason}" for one in found if one.reason),
        _joined(found, lambda one: next(iter(one.likeliest(1)), "")),
    )
    keys = tuple(dict.fromkeys(one.isbn13 for one in found if one.isbn13))
    return Verdict(valid, cells, keys, partial(_details, found))


def _joined(found: list[Isbn], part: Callable[[Isbn], str]) -> str:
    return _AGAIN.join(dict.fromkeys(filter(None, map(part, found))))


def _doubt(one: Isbn) -> str:
    """What is said of a valid ISBN all the same."""
    if not one.hyphenated13:
        return "valid, but nobody has its range"
    return "valid, but its hyphens are elsewhere" if one.wrongly_hyphenated else ""


def _details(found: list[Isbn]) -> list[dict[str, Any]]:
    return [isbn_details(one) for one in found]


def isbn_details(one: Isbn) -> dict[str, Any]:
    """All that is known of an ISBN, as JSON has it."""
    return {
        "typed": one.typed,
        "valid": one.valid,
        "reason": one.reason,
        "isbn13": one.isbn13,
        "isbn10": one.isbn10,
        "hyphenated": one.hyphenated,
        "hyphenated13": one.hyphenated13,
        "hyphenated10": one.hyphenated10,
        "hyphens-are-wrong": one.wrongly_hyphenated,
        "group": one.group,
        "agency": one.agency,
        "registrants": one.registrants,
        "expected-check-digit": one.expected,
        "candidates": list(one.candidates),
        "ranges-of": str(range_date() or ""),
    }


ISBNS: Final = Judging(
    ("valid", "isbn13", "isbn10", "hyphenated", "reason", "suggestion"),
    lambda name: _NAME.fullmatch(name) is not None,
    _judge,
)
