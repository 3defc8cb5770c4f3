"""One ISBN: whether it is right, its forms and group, and what a mistyped one may be.

ISO 2108 and the ISBN Users' Manual; digits, ranges, slips: `values.isbns`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.tuples import NamedTuple
from reportcite.values.isbns.digits import check_digit, form_problem, holds, isbn10_of, isbn13_of
from reportcite.values.isbns.ranges import hyphenated13, range_date, range_of
from reportcite.values.isbns.slips import candidates
from reportcite.values.isbns.written import Written, numbers_in
from reportcite.values.rules import ISBN_CHECKSUM, ISBN_HYPHENS, ISBN_RANGE, ISBN_SYNTAX

_BETWEEN: Final = pattern(r"[,;/]")
_SEPARATORS: Final = pattern(r"[\s‐-―-]")
_MAX_LENGTH: Final = 60
_SHOWN_CANDIDATES: Final = 3


class Isbn(NamedTuple):
    """What is known of one ISBN as it was typed.

    `typed` is the number as it stands in the text. `reason` says what is wrong and is empty for a
    valid one. `isbn13` and `isbn10` are without hyphens and empty where there is no such form;
    `hyphenated` is in the form typed (10 or 13 digits), `hyphenated13` and `hyphenated10` are both
    forms; all are empty if no range is known. `group` is the registration group's prefix (`978-3`),
    `agency` its name, `registrants` the range that the registrant lies in (`900000-949999`).
    `expected` is the right check digit where only that is wrong. With `one_reading`, `compact` is
    what letters among the digits most likely stand for.

    >>> import reportcite
    >>> found = reportcite.isbn("978-3-948289-82-9")
    >>> found.valid, found.isbn10, found.group, found.agency
    (True, '3948289824', '978-3', 'German language')
    """

    typed: str
    compact: str
    reason: str = ""
    isbn13: str = ""
    isbn10: str = ""
    hyphenated: str = ""
    hyphenated13: str = ""
    hyphenated10: str = ""
    group: str = ""
    agency: str = ""
    registrants: str = ""
    expected: str = ""
    one_reading: bool = False

    @property
    def valid(self) -> bool:
        """Whether length, characters, prefix and check digit are right."""
        return not self.reason

    @property
    def candidates(self) -> tuple[str, ...]:
        """What a mistyped one may have been, hyphenated, the likeliest first."""
        return self.likeliest(20)

    def likeliest(self, most: int) -> tuple[str, ...]:
        """At most `most` of the candidates: a few are found sooner than all."""
        if self.valid:
            return ()
        if self.one_reading:
            return (_of_digits(self.typed, self.compact).hyphenated or self.compact,)
        return candidates(self.compact, _groups(self.typed), most)

    @property
    def wrongly_hyphenated(self) -> bool:
        """Whether it is valid and has hyphens, or spaces, where none belong."""
        if self.reason or not self.hyphenated or self.typed in (self.hyphenated, self.compact):
            return False
        written = self.typed.strip(" -").upper().replace(" ", "-")
        return written not in (self.hyphenated, self.compact)

    @property
    def doubt(self) -> str:
        """What is said of a valid one all the same; "" where nothing is."""
        if self.valid and not self.hyphenated:
            return "nobody has its range"
        if not self.wrongly_hyphenated:
            return ""
        if "-" in self.typed:
            return "its hyphens are in the wrong places"
        return "its parts are not joined by hyphens"


def parse_isbn(text: str) -> Isbn:
    """What `text` is as an ISBN; of several the first that is wrong, or else the first.

    Nothing is reported of what stands beside the number: see `values.isbns.written`.
    """
    found = isbns_in(text)
    return next((one for one in found if not one.valid), found[0])


def isbns_in(text: str) -> list[Isbn]:
    """The ISBNs in `text`, at least one.

    >>> [isbn.compact for isbn in isbns_in("978-3-948289-82-9 (print) 3948289824 (online)")]
    ['9783948289829', '3948289824']
    """
    found = [_of(one) for one in numbers_in(text)]
    if len(found) == 1 and found[0].reason and len(text) < 2 * _MAX_LENGTH:
        parts = [part for part in _BETWEEN.split(text) if part and not part.isspace()]
        if len(parts) > 1 and not any(c.isalpha() for c in text):
            return [_of(one) for part in parts for one in numbers_in(part)]
    return found


@lru_cache(maxsize=64)  # `check` asks three times of one record: errors, doubts, duplicates
def isbns_in_field(text: str) -> list[Isbn]:
    """`isbns_in` of a record's field; the list is not to be changed."""
    return isbns_in(text)


def is_isbn(text: str) -> bool:
    """Whether `text` is a valid ISBN of 10 or 13 digits, with or without dashes and white space.

    >>> is_isbn("978-3-948289-82-9"), is_isbn("2024-12")
    (True, False)
    """
    return len(text) < _MAX_LENGTH and holds(_SEPARATORS.sub("", text).upper())


def isbn_problems(text: str) -> Iterator[Problem]:
    """What is wrong with the ISBNs in the field of that name."""
    for isbn in isbns_in_field(text):
        if not isbn.valid:
            yield _wrong_isbn(isbn)


def isbn_doubts(text: str) -> Iterator[Problem]:
    """What is doubtful about the valid ISBNs in the field of that name: range and hyphens."""
    for isbn in isbns_in_field(text):
        if isbn.valid and not isbn.hyphenated:
            known = f"the group {isbn.group}" if isbn.group else "any group"
            day = range_date()
            table = f" (range table of {day})" if day else ""
            message = f"no publisher of {known} has the range of {shown(isbn.typed)}{table}"
            yield ISBN_RANGE.found(message, "compare it with the printed ISBN")
        elif isbn.wrongly_hyphenated:
            message = f"{shown(isbn.typed)} is not how this ISBN is written"
            fix = Fix(isbn.typed, isbn.hyphenated)
            yield ISBN_HYPHENS.found(message, f"write {isbn.hyphenated}", fix=fix)


def _of(written: Written) -> Isbn:
    if not written.reason:
        return _of_digits(written.text, written.compact)
    return Isbn(written.text, written.compact, written.reason, one_reading=holds(written.compact))


def _of_digits(typed: str, compact: str) -> Isbn:
    if not holds(compact):
        return _invalid(typed, compact)
    isbn13 = isbn13_of(compact)
    isbn10 = isbn10_of(isbn13)
    found = range_of(isbn13)
    long = hyphenated13(isbn13, found)
    short = f"{long[4:-1]}{isbn10[-1]}" if long and isbn10 else ""
    return Isbn(
        typed,
        compact,
        "",
        isbn13,
        isbn10,
        short if len(compact) == 10 else long,
        long,
        short,
        f"{isbn13[:3]}-{isbn13[3 : found.group_end]}" if found.group_end else "",
        found.agency,
        f"{found.first}-{found.last}" if long else "",
    )


def _invalid(typed: str, compact: str) -> Isbn:
    reason = form_problem(compact)
    if reason:
        return Isbn(typed, compact, reason)
    expected = check_digit(compact[:-1])
    reason = f"the check digit is {compact[-1]}, but {expected} was expected"
    return Isbn(typed, compact, reason, expected=expected)


def _wrong_isbn(isbn: Isbn) -> Problem:
    message = f"{shown(isbn.typed)}: {isbn.reason}"
    likeliest = isbn.likeliest(_SHOWN_CANDIDATES)
    tail = f"; one slip away: {', '.join(likeliest)}" if likeliest else ""
    if not isbn.expected:
        hint = "an ISBN has 13 digits, or 10 before 2007; compare it with the printed one"
        if isbn.typed.strip().lower() == "none":
            hint = "write “ISBN: none”, without quotation marks, if it has none"
        return ISBN_SYNTAX.found(message, hint + tail)
    return ISBN_CHECKSUM.found(message, f"compare it with the printed ISBN{tail}")


def _groups(typed: str) -> list[str]:
    """What hyphens or spaces part in a number; none for a text that is more than one."""
    if len(typed) > 20:
        return []
    return typed.upper().replace(" ", "-").replace("--", "-").split("-")
