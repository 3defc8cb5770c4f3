"""One ISBN: whether it is right, its forms, its group, and what a mistyped one may have been.

ISO 2108; the ranges of groups and publishers are those of the International ISBN Agency as
python-stdnum carries them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.check_digits import modulus_10, modulus_11
from reportcite.values.rules import ISBN_CHECKSUM, ISBN_HYPHENS, ISBN_RANGE, ISBN_SYNTAX

_BETWEEN: Final = pattern(r"[,;/]|\s+(?=97[89]|ISBN)", re.IGNORECASE)
# A whole ISBN of either length, whatever its check digit; the rest may only say what it is of.
_WHOLE: Final = pattern(r"(?<![0-9])(?:97[89][ \-‐-―]?)?(?:[0-9][ \-‐-―]?){9}[0-9Xx](?![0-9Xx])")
_BESIDE: Final = pattern(
    r"\([^()]*\)|\[[^\[\]]*\]|[\s,;:/|.()]|(?:urn:)?e?-?isbn(?:-?1[03](?=[\s:]))?|"
    r"print|online|pdf|epub|hbk|pbk|ebk|e-?book|hardback|paperback|electronic",
    re.IGNORECASE,
)
_PREFIX: Final = pattern(r"\s*(?:urn:isbn:|e?-?isbn(?:[-\s]?1[03](?=[\s:]))?[\s:]*)", re.IGNORECASE)
_QUALIFIER: Final = pattern(r"\s*\([^()]*\)\s*")
_FILE_DATE: Final = re.compile(rb"# file date \w+, (\d{1,2}) (\w{3}) (\d{4})")
_MONTHS: Final = (b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
_SEPARATORS: Final = pattern(r"[\s‐-―-]")
_DIGITS: Final = frozenset("0123456789")
_NO_SEPARATORS: Final = str.maketrans("", "", " -\t\n\r")
_MAX_LENGTH: Final = 60
_SHOWN_CANDIDATES: Final = 3


class Isbn(NamedTuple):
    """What is known of one ISBN as it was typed.

    `reason` says what is wrong and is empty for a valid one. `isbn13` and `isbn10` are without
    hyphens and empty where there is no such form; `hyphenated` is in the form typed (10 or 13
    digits), empty if no range is known for it. `group` is the registration group's prefix
    (`978-3`), `agency` its name. `expected` is the right check digit where only that is wrong.
    `candidates` are hyphenated, likeliest first: two neighbours swapped, then one digit wrong.
    """

    typed: str
    compact: str
    reason: str = ""
    isbn13: str = ""
    isbn10: str = ""
    hyphenated: str = ""
    group: str = ""
    agency: str = ""
    expected: str = ""
    candidates: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether length, characters, prefix and check digit are right."""
        return not self.reason


def parse_isbn(text: str) -> Isbn:
    """What `text` is as an ISBN.

    Nothing is reported of "ISBN ", "ISBN-13:" or "urn:isbn:" before it, dashes of any kind,
    spaces, digits of any script, and a cataloguer's "(pbk.)" behind it.
    """
    unqualified = _unqualified(text)
    compact = _compact(unqualified)
    reason = _form_problem(compact)
    if reason:
        return Isbn(text, compact, reason)
    expected = check_digit(compact[:-1])
    if expected != compact[-1]:
        reason = f"the check digit is {compact[-1]}, but {expected} was expected"
        return Isbn(
            text,
            compact,
            reason,
            expected=expected,
            candidates=_candidates(compact, unqualified),
        )
    isbn13 = _isbn13(compact)
    group, agency, hyphenated = _split(isbn13)
    if len(compact) == 10:
        hyphenated = f"{hyphenated[4:-1]}{compact[-1]}" if hyphenated else ""
    return Isbn(
        text,
        compact,
        isbn13=isbn13,
        isbn10=_isbn10(isbn13),
        hyphenated=hyphenated,
        group=group,
        agency=agency,
    )


def isbns_in(text: str) -> list[Isbn]:
    """The ISBNs in the field of that name, which some programs fill with several.

    >>> [isbn.compact for isbn in isbns_in("978-3-948289-82-9 (print) 3948289824 (online)")]
    ['9783948289829', '3948289824']
    """
    whole = parse_isbn(text)
    if whole.valid:
        return [whole]
    text = text[:2000]
    found = [match[0] for match in _WHOLE.finditer(text)]
    if found and not _BESIDE.sub("", _WHOLE.sub("", text)):
        return [parse_isbn(one) for one in found]
    parts = [part for part in _BETWEEN.split(text) if part and not part.isspace()]
    return [parse_isbn(part) for part in parts] if len(parts) > 1 else [whole]


def checksum_holds(text: str) -> bool:
    """Whether `text`, digits with or without hyphens, is an ISBN-13 with the right check digit.

    The short way for the common case; False only means that `parse_isbn` has to look.
    """
    digits = text.replace("-", "")
    if len(digits) != 13 or not digits.isdecimal() or not digits.isascii():
        return False
    codes = digits.encode()
    # The code of a digit is 48 more than its value; 48 * (7 + 3 * 6) is 0 modulo 10.
    total = sum(codes[::2]) + 3 * sum(codes[1::2])
    return total % 10 == 0 and digits.startswith(("978", "9791", "9798"))


def is_isbn(text: str) -> bool:
    """Whether `text` is a valid ISBN of 10 or 13 digits, with or without dashes and white space.

    >>> is_isbn("978-3-948289-82-9"), is_isbn("2024-12")
    (True, False)
    """
    compact = _SEPARATORS.sub("", text).upper() if len(text) < _MAX_LENGTH else ""
    return not _form_problem(compact) and check_digit(compact[:-1]) == compact[-1]


def check_digit(digits: str) -> str:
    """The check digit of the first 9 digits of an ISBN-10 or 12 of an ISBN-13."""
    return modulus_11(digits) if len(digits) == 9 else modulus_10(digits)


def isbn_problems(text: str) -> Iterator[Problem]:
    """What is wrong with the ISBNs in the field of that name."""
    for isbn in isbns_in(text):
        if not isbn.valid:
            yield _wrong_isbn(isbn)


def isbn_doubts(text: str) -> Iterator[Problem]:
    """What is doubtful about the valid ISBNs in the field of that name: range and hyphens."""
    for isbn in isbns_in(text):
        if isbn.valid and not isbn.hyphenated:
            known = f"the group {isbn.group}" if isbn.group else "any group"
            day = range_date()
            table = f" (range table of {day})" if day else ""
            message = f"no publisher of {known} has the range of {shown(isbn.typed)}{table}"
            yield ISBN_RANGE.found(message, "compare it with the printed ISBN")
        elif isbn.valid and isbn.typed.strip() not in (isbn.compact, isbn.hyphenated):
            message = f"{shown(isbn.typed)} is not how this ISBN is written"
            yield ISBN_HYPHENS.found(message, f"write {isbn.hyphenated}")


def _wrong_isbn(isbn: Isbn) -> Problem:
    message = f"{shown(isbn.typed)}: {isbn.reason}"
    if not isbn.expected:
        hint = "an ISBN has 13 digits, or 10 before 2007; compare it with the printed one"
        return ISBN_SYNTAX.found(message, hint)
    hint = "compare it with the printed ISBN"
    if isbn.candidates:
        hint += f"; one slip away: {', '.join(isbn.candidates[:_SHOWN_CANDIDATES])}"
    return ISBN_CHECKSUM.found(message, hint)


@lru_cache(maxsize=1)
def range_date() -> date | None:
    """The day of the range table that is used; None if its file does not say."""
    from importlib.resources import files

    with (files("stdnum") / "isbn.dat").open("rb") as lines:
        match = _FILE_DATE.search(lines.read(2000))
    if match is None or match[2] not in _MONTHS:
        return None
    return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))


def _unqualified(text: str) -> str:
    """`text` up to what stands in brackets at its end."""
    start = text.find("(", 1, 2 * _MAX_LENGTH)
    return text[:start] if start > 0 and _QUALIFIER.fullmatch(text, start) else text


def _compact(text: str) -> str:
    """`text` without prefix, spaces and dashes, digits of other scripts as ASCII."""
    text = text[: 2 * _MAX_LENGTH]  # what is longer is no ISBN whatever it holds
    text = text[_prefix_end(text) :]
    if not text.isascii():
        text = "".join([_as_ascii(c) for c in text])
    return text.translate(_NO_SEPARATORS).upper()


def _as_ascii(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    # Dashes, spaces, and the invisible characters that come with pasted text.
    if unicodedata.category(character) in ("Pd", "Zs", "Cf") or character == "\u2212":
        return ""
    return unicodedata.normalize("NFKC", character)


def _form_problem(compact: str) -> str:
    """Why `compact` cannot be an ISBN whatever its check digit; "" if it can."""
    odd = {c for c in compact if c not in _DIGITS}
    if compact.endswith("X") and "X" not in compact[:-1]:
        odd.discard("X")
    if odd:
        listed = " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in sorted(odd)[:8])
        return f"it holds what no ISBN does: {listed}"
    if len(compact) == 10:
        return ""
    if len(compact) == 13:
        return _form_problem13(compact)
    if len(compact) == 9:
        return "it has 9 digits, as an SBN: put a 0 before it"
    length = len(compact) if len(compact) <= _MAX_LENGTH else f"more than {_MAX_LENGTH}"
    return f"it has {length} digits; an ISBN has 10 or 13"


def _form_problem13(compact: str) -> str:
    if compact.endswith("X"):
        return "the X as check digit belongs to an ISBN of 10 digits"
    if not compact.startswith(("978", "979")):
        return f"it begins with {compact[:3]}; an ISBN of 13 digits begins with 978 or 979"
    if compact.startswith("9790"):
        return "979-0 is the prefix of printed music (ISMN), not of books"
    return ""


def _isbn13(compact: str) -> str:
    if len(compact) == 13:
        return compact
    digits = f"978{compact[:-1]}"
    return digits + check_digit(digits)


def _isbn10(isbn13: str) -> str:
    digits = isbn13[3:-1]
    return digits + check_digit(digits) if isbn13.startswith("978") else ""


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, list[tuple[int, str, str]]]]:
    """Agency and publisher ranges (length, first, last) by the digits of prefix and group.

    Read out of stdnum's table once: its own search looks at all groups for each ISBN.
    """
    from stdnum import numdb

    return {
        prefix + group: (props["agency"], [entry[:3] for entry in ranges])
        for _, prefix, _, _, groups in numdb.get("isbn").prefixes
        for _, group, last, props, ranges in groups
        if group == last and "agency" in props
    }


def _split(isbn13: str) -> tuple[str, str, str]:
    """The group's prefix, the agency, the hyphenated ISBN; "" for what is not known."""
    groups = _groups()
    for end in range(4, 9):  # a group has one to five digits
        if isbn13[:end] in groups:
            agency, ranges = groups[isbn13[:end]]
            group = f"{isbn13[:3]}-{isbn13[3:end]}"
            for length, first, last in ranges:
                publisher = isbn13[end : end + length]
                if first <= publisher <= last:
                    item = isbn13[end + length : -1]
                    return group, agency, f"{group}-{publisher}-{item}-{isbn13[-1]}"
            return group, agency, ""
    return "", "", ""


def _candidates(compact: str, typed: str) -> tuple[str, ...]:
    """The ISBNs one slip away, hyphenated as typed; those whose ranges do not exist left out.

    Where hyphens were typed, candidates with their hyphens in the same places come first.
    """
    found: dict[str, str] = {}
    for candidate in (*_swapped(compact), *_replaced(compact)):
        if _form_problem(candidate) or check_digit(candidate[:-1]) != candidate[-1]:
            continue
        isbn13 = _isbn13(candidate)
        hyphenated = _split(isbn13)[2]
        if hyphenated:
            short = len(candidate) == 10
            found.setdefault(candidate, hyphenated[4:-1] + candidate[-1] if short else hyphenated)
    shape = _hyphens(typed[_prefix_end(typed) :].strip())
    return tuple(sorted(found.values(), key=lambda one: bool(shape) and _hyphens(one) != shape))


def _prefix_end(text: str) -> int:
    match = _PREFIX.match(text)
    return match.end() if match else 0


def _hyphens(text: str) -> tuple[int, ...]:
    return tuple(index for index, c in enumerate(text) if unicodedata.category(c) == "Pd")


def _swapped(compact: str) -> Iterator[str]:
    for i in range(len(compact) - 1):
        if compact[i] != compact[i + 1]:
            yield compact[:i] + compact[i + 1] + compact[i] + compact[i + 2 :]


def _replaced(compact: str) -> Iterator[str]:
    """Each digit replaced; the check digit first, since it says what was expected."""
    last = len(compact) - 1
    yield compact[:last] + check_digit(compact[:last])
    for i in range(last):
        for digit in "0123456789":
            yield compact[:i] + digit + compact[i + 1 :]
