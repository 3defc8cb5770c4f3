"""ISNI, of persons and institutions (ISO 27729), and ORCID, the part of its numbers that
researchers register themselves; the arithmetic is python-stdnum's."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"(?:[0-9]{4}[-‐-―\s]?){3}[0-9]{3}[0-9Xx]")
_SEPARATORS: Final = pattern(r"[-‐-―\s]")
# The blocks that ISNI has given to ORCID ("Structure of the ORCID Identifier").
_BLOCKS: Final = (
    ("0000000150000007", "0000000350000001"),
    ("0009000000000000", "0009001000000000"),
)


def read_orcid(code: str) -> Identifier:
    """What `code` is as an ORCID.

    >>> read_orcid("0000-0002-1825-0097").link
    'https://orcid.org/0000-0002-1825-0097'
    >>> read_orcid("0000-0002-1825-0098").suggestion
    '0000-0002-1825-0097'
    """
    digits, reason, right = _checked(code)
    if reason:
        return Identifier("ORCID", reason=reason, suggestion=_grouped(right, "-"))
    if not _is_orcid(digits):
        return Identifier("ORCID", reason="it is not among the numbers that ORCID gives")
    return Identifier("ORCID", _grouped(digits, "-"), f"https://orcid.org/{_grouped(digits, '-')}")


def orcid_link(text: str) -> str:
    """`text` as ORCID wants its numbers shown, a link, if it is one in any form; else `text`.

    Source: ORCID, "Structure of the ORCID Identifier".

    >>> orcid_link("ORCID: 0000-0002-1825-0097"), orcid_link("http://orcid.org/0000000218250097")
    ('https://orcid.org/0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097')
    >>> orcid_link("0000-0002")
    '0000-0002'
    """
    match = ORCID.before.match(text)
    code = text[match.end() :].rstrip("/") if match else text
    if not looks_like_orcid(code):
        return text
    return f"https://orcid.org/{_grouped(_SEPARATORS.sub('', code).upper(), '-')}"


def is_orcid_link(text: str) -> bool:
    """Whether `text` is an ORCID as `orcid_link` gives it.

    >>> is_orcid_link("https://orcid.org/0000-0002-1825-0097"), is_orcid_link("0000-0002-1825-0097")
    (True, False)
    """
    return "orcid.org/" in text and orcid_link(text) == text


def read_isni(code: str) -> Identifier:
    """What `code` is as an ISNI.

    >>> read_isni("0000 0001 2281 955x")[:3]
    ('ISNI', '0000 0001 2281 955X', 'https://isni.org/isni/000000012281955X')
    """
    digits, reason, right = _checked(code)
    if reason:
        return Identifier("ISNI", reason=reason, suggestion=_grouped(right, " "))
    return Identifier("ISNI", _grouped(digits, " "), f"https://isni.org/isni/{digits}")


def looks_like_orcid(code: str) -> bool:
    """Whether `code` is written as an ISNI is, and among the numbers of ORCID.

    >>> looks_like_orcid("0000-0002-1825-0098"), looks_like_orcid("0000 0001 2281 955X")
    (True, False)
    """
    return looks_like_isni(code) and _is_orcid(_SEPARATORS.sub("", code))


def looks_like_isni(code: str) -> bool:
    """Whether `code` has sixteen digits, in groups of four or not."""
    return _FORM.fullmatch(code) is not None


def _checked(code: str) -> tuple[str, str, str]:
    """The sixteen digits, what is wrong with them, and the right ones if only the last is."""
    from stdnum.iso7064 import mod_11_2

    digits = _SEPARATORS.sub("", code).upper()
    if _FORM.fullmatch(digits) is None:
        return digits, "it has sixteen digits, the last of which may be an X", ""
    expected = str(mod_11_2.calc_check_digit(digits[:-1]))
    if expected != digits[-1]:
        reason = f"the check digit is {digits[-1]}, but {expected} was expected"
        return digits, reason, digits[:-1] + expected
    return digits, "", ""


def _is_orcid(digits: str) -> bool:
    return any(first <= digits.upper() <= last for first, last in _BLOCKS)


def _grouped(digits: str, separator: str) -> str:
    return separator.join(digits[i : i + 4] for i in range(0, len(digits), 4))


ORCID: Final = Kind(
    "ORCID",
    pattern(
        r"(?:https?://)?(?:www\.|sandbox\.)?orcid\.org/|(?:info:)?ORCID(?:[\s-]*iD)?[\s:/=]\s*",
        re.IGNORECASE,
    ),
    looks_like_orcid,
    read_orcid,
)
ISNI: Final = Kind(
    "ISNI",
    pattern(
        r"(?:https?://)?(?:www\.)?isni\.org/(?:isni/)?|ISNI(?:[\s:]\s*|(?=[0-9]))", re.IGNORECASE
    ),
    looks_like_isni,
    read_isni,
)
