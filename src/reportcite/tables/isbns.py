"""ISBNs in tables: what stands in the columns beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.tables.table import Judging, Verdict
from reportcite.values.isbn import Isbn, isbns_in
from reportcite.values.isbns.ranges import range_date

_NAME: Final = pattern(
    r"(?:[ep]-? ?|print |online |electronic )?(?:isbn.{0,12}|ean(?:[- ]?13)?|gtin(?:[- ]?13)?|"
    r"(?:international )?standard (?:book )?number|standardnummer|bar ?code|strichcode|"
    r"020 ?[$|]?a?|code[- ]barres)"
)
_FORM: Final = pattern(r"isbn[ -]?\(?(1[03])(?![0-9])", re.IGNORECASE)
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
            one.reason or (one.doubt and f"valid, but {one.doubt}"),
            next(iter(one.likeliest(1)), "") if one.reason else "",
        )
        keys = (one.isbn13,) if one.isbn13 else ()
        return Verdict(not one.reason, cells, keys, partial(_details, found))
    return _of_several(text, found)


def _of_several(text: str, found: list[Isbn]) -> Verdict:
    valid = all(one.valid for one in found)
    doubts = [(one.typed, one.reason or one.doubt) for one in found]
    reasons = [f"{typed}: {doubt}" for typed, doubt in doubts if doubt]
    if valid and len({one.isbn13 for one in found}) > 1 and len({*_FORM.findall(text)}) > 1:
        reasons.append("its ISBN-13 and its ISBN-10 are of two books")
    cells = (
        "yes" if valid else "no",
        _joined(found, lambda one: one.isbn13),
        _joined(found, lambda one: one.isbn10),
        _joined(found, lambda one: one.hyphenated13),
        _AGAIN.join(reasons),
        _joined(found, lambda one: next(iter(one.likeliest(1)), "")),
    )
    keys = tuple(dict.fromkeys(one.isbn13 for one in found if one.isbn13))
    return Verdict(valid, cells, keys, partial(_details, found))


def _joined(found: list[Isbn], part: Callable[[Isbn], str]) -> str:
    return _AGAIN.join(dict.fromkeys(filter(None, map(part, found))))


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
        "doubt": one.doubt,
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
