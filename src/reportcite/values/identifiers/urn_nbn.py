"""URN:NBN, of what national libraries keep (RFC 8458), with the check digit of the German ones."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"urn:nbn:([a-z]{2})(?:[:-][!-~]+)+", re.IGNORECASE)
# The numbers that stand for characters (Deutsche Nationalbibliothek, "Berechnung der Prüfziffer").
_NUMBERS: Final = {
    **dict(zip("0123456789", "1 2 3 4 5 6 7 8 9 41".split(), strict=True)),
    **dict(zip("abcdefghi", "18 14 19 15 16 21 22 23 24".split(), strict=True)),
    **dict(zip("jklmnopqr", "25 42 26 27 13 28 29 31 12".split(), strict=True)),
    **dict(zip("stuvwxyz", "32 33 11 34 35 36 37 38".split(), strict=True)),
    **dict(zip("+:-/_.", "49 17 39 45 43 47".split(), strict=True)),
}
_RESOLVERS: Final = {
    "fi": "https://urn.fi/",
    "nl": "https://persistent-identifier.nl/",
    "no": "https://urn.nb.no/",
    "se": "https://urn.kb.se/resolve?urn=",
}
_USUAL_RESOLVER: Final = "https://nbn-resolving.org/"


def read_urn_nbn(code: str) -> Identifier:
    """What `code` is as a URN:NBN.

    >>> read_urn_nbn("urn:nbn:de:gbv:7-isbn-90-6984-508-3-8").link
    'https://nbn-resolving.org/urn:nbn:de:gbv:7-isbn-90-6984-508-3-8'
    >>> read_urn_nbn("urn:nbn:de:gbv:7-isbn-90-6984-508-3-7").reason
    'the check digit is 7, but 8 was expected'
    """
    urn = code.strip()
    match = _FORM.fullmatch(urn)
    if match is None:
        return Identifier("URN:NBN", reason="it is of the form urn:nbn:de:101:1-2024…")
    urn = urn.lower()
    country = match[1].lower()
    expected = check_digit(urn[:-1]) if country == "de" else ""
    if expected and expected != urn[-1]:
        reason = f"the check digit is {urn[-1]}, but {expected} was expected"
        return Identifier("URN:NBN", reason=reason, suggestion=urn[:-1] + expected)
    return Identifier("URN:NBN", urn, _RESOLVERS.get(country, _USUAL_RESOLVER) + urn)


def check_digit(urn: str) -> str:
    """The check digit behind `urn`, in lower case; "" if a character has no number.

    The digits of all characters' numbers are multiplied by their places and summed up; the last
    digit of the sum divided by the last of these digits is the check digit.

    >>> check_digit("urn:nbn:de:101:1-20110203359")
    '2'
    """
    if any(character not in _NUMBERS for character in urn):
        return ""
    digits = [int(digit) for character in urn for digit in _NUMBERS[character]]
    total = sum(place * digit for place, digit in enumerate(digits, 1))
    return str(total // digits[-1])[-1]


def looks_like_urn_nbn(code: str) -> bool:
    """Whether `code` begins as one does.

    >>> looks_like_urn_nbn("URN:NBN:de:101:1-2")
    True
    """
    return code[:8].lower() == "urn:nbn:"


KIND: Final = Kind(
    "URN:NBN",
    pattern(
        r"(?:https?://\S*?[/=])?(?=urn:nbn:)",
        re.IGNORECASE,
    ),
    looks_like_urn_nbn,
    read_urn_nbn,
)
