"""What programs and scans do to ISBNs: digits lost or grouped by a spreadsheet, hyphens by a wrong
encoding, two numbers in a cell without anything between them."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.isbns.digits import holds
from reportcite.values.texts.entities import unescape

_EXPONENT: Final = pattern(
    r"(?<![0-9A-Za-z.,])([0-9]{1,3})(?:[.,]([0-9]{1,12}))?[Ee]\+?([0-9]{1,2})(?![0-9A-Za-z])"
)
_WHOLE_POWERS: Final = (8, 9, 12)
"""Those of 9, 10 and 13 digits."""
_POWERS: Final = range(5, 14)
# 9,780,306,406,157: a spreadsheet has grouped the digits of a number.
_GROUPED: Final = pattern(r"(?<![0-9,'’])[0-9]{1,3}(?:[,'’][0-9]{3}){3,4}(?![0-9,'’])")
_FRACTION: Final = pattern(r"\s*([0-9]{6,13})[.,]00?\s*")
# A dash of UTF-8 read as Windows-1252, and other characters of its block, which are invisible.
_DASH: Final = pattern("â€[“”‘’\x90]|%2D|-\\s*[\r\n]\\s*", re.IGNORECASE)
_INVISIBLE: Final = pattern("â€[‹‰Ž\x8d\x8f]|Â(?=[\xa0\xad ])")
_SPACE: Final = pattern(r"(?:%C2%A0|%20|\t)+", re.IGNORECASE)
# What stands for a hyphen that was lost is neither letter, digit nor space.
_ODD: Final = r"[^0-9A-Za-z\s¦]{1,3}"
_ODD_13: Final = pattern(rf"(?<![0-9])97[89](?:{_ODD}[0-9]+){{1,4}}(?![0-9Xx])")
_ODD_10: Final = pattern(
    rf"(?<![0-9])[0-9]{{1,5}}{_ODD}[0-9]+{_ODD}[0-9]+{_ODD}[0-9Xx](?![0-9A-Za-z])"
)
_SEPARATORS: Final = pattern(r"[^0-9Xx]+")
_GAP: Final = "[?*#_…□\ufffd]"
_WITH_A_GAP: Final = pattern(
    rf"(?<![0-9A-Za-z])(?:[0-9][ -]{{0,3}}){{0,13}}{_GAP}(?:[ -]{{0,3}}[0-9Xx]){{0,13}}"
    r"(?![0-9A-Za-z?*])"
)
_ADD_ON: Final = 5
"""The digits of a price, in a bar code of its own beside that of the ISBN."""
_MOST_TOGETHER: Final = 52


class Repaired(NamedTuple):
    """A number as it stands in a text, its digits alone, and what is wrong with how it is written,
    if it is not how hyphens are."""

    text: str
    compact: str
    reason: str = ""


def undamaged(text: str) -> str:
    """`text` with the dashes and spaces that a wrong encoding, HTML or an address has changed.

    >>> undamaged("978&ndash;3â€“948289%2D82%209")
    '978–3-948289-82 9'
    """
    if "&" in text:
        text = unescape(text)
    if "â" in text or "Â" in text:
        text = _INVISIBLE.sub("", text)
    return _SPACE.sub(" ", _DASH.sub("-", text))


def lost_digits(text: str) -> str:
    """What is said of 9.78E+12, in which a spreadsheet has kept the first digits only; "" for all
    else."""
    for match in _EXPONENT.finditer(text):
        power, decimals = int(match[3]), match[2] or ""
        if power in _POWERS and power > len(decimals) and (decimals or "+" in match[0]):
            return (
                f"a spreadsheet has written it as {match[0]}; its other digits are lost: "
                "format the column as text and enter it again"
            )
    return ""


def digits_alone(text: str) -> str:
    """`text` with the digits of numbers that a spreadsheet has written as such.

    >>> digits_alone("9.783948289829E+12"), digits_alone("3,948,289,824")
    ('9783948289829', '3948289824')
    """
    if whole := _FRACTION.fullmatch(text):
        return whole[1]
    text = _EXPONENT.sub(_digits_of_exponent, text)
    return _GROUPED.sub(lambda match: re.sub(r"[,'’]", "", match[0]), text)


def _digits_of_exponent(match: re.Match[str]) -> str:
    whole, power, decimals = match[1] + (match[2] or ""), int(match[3]), match[2] or ""
    if power not in _WHOLE_POWERS or len(match[1]) > 1 or decimals[power:].strip("0"):
        return match[0]
    return whole[: power + 1]


def odd_number(text: str) -> Repaired | None:
    """The right ISBN in `text` between the parts of which something else stands than hyphens.

    >>> odd_number("978?3?948289?82?9")
    Repaired(text='978?3?948289?82?9', compact='9783948289829', reason='')
    """
    for form in (_ODD_13, _ODD_10):
        for match in form.finditer(text):
            compact = _SEPARATORS.sub("", match[0]).upper()
            if holds(compact):
                return Repaired(match[0], compact)
    return None


def number_with_a_gap(text: str) -> Repaired | None:
    """The ISBN of which one digit cannot be read: only one makes it right.

    >>> number_with_a_gap("978-3-9482?9-82-9")[1:]
    ('9783948289829', 'a ? stands where a digit belongs')
    """
    for match in _WITH_A_GAP.finditer(text):
        compact = re.sub(r"[ -]", "", match[0]).upper()
        if len(compact) in (10, 13):
            mark = next(c for c in compact if c not in "0123456789X")
            for digit in "0123456789X":
                if holds(compact.replace(mark, digit)):
                    reason = f"a {mark} stands where a digit belongs"
                    return Repaired(match[0], compact.replace(mark, digit), reason)
    return None


def run_together(digits: str) -> tuple[str, ...]:
    """The ISBNs in `digits`, between which nothing stands, or one with zeros before or a price
    behind it; none if it is not so.

    >>> run_together("97839482898293948289824"), run_together("978394828982951000")
    (('9783948289829', '3948289824'), ('9783948289829',))
    >>> run_together("09783948289829"), run_together("1234567890123456")
    (('9783948289829',), ())
    """
    if len(digits) == 14 and digits[0] == "0" and holds(digits[1:]):  # GTIN-14 of a single item
        return (digits[1:],)
    if not 18 <= len(digits) <= _MOST_TOGETHER:
        return ()
    parts: list[str] = []
    rest = digits
    while len(rest) >= 10:
        long = rest.startswith(("978", "979")) and not holds(rest[:10])
        parts.append(rest[: 13 if long else 10])
        rest = rest[len(parts[-1]) :]
    right = sum(map(holds, parts))
    if right * 2 < len(parts) or (rest and (len(rest), right) != (_ADD_ON, len(parts))):
        return ()
    return tuple(parts)
