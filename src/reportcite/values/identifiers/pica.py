"""Numbers of catalogues that run on PICA, whose check digit is reckoned modulo 11: GND, of persons,
institutions and subjects; ZDB, of journals; IDN of the DNB and PPN of K10plus, of records.

Source: wiki.dnb.de, "Berechnung der Prüfziffer"; the numbers of the ZDB have what is left of the
weighted sum itself, as numbers of institutions and subjects had before there was the GND.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.check_digits import modulus_11
from reportcite.values.identifiers.identifier import Identifier, Kind, never

# Two forms: 8 to 11 digits, and the older numbers of institutions and subjects with a hyphen.
_GND: Final = pattern(r"(?:1[0-9]{7,9}|3[0-9]{7})[0-9X]|[1-9][0-9]{0,7}-[0-9X]", re.IGNORECASE)
_ZDB: Final = pattern(r"([1-9][0-9]{0,7})-?([0-9X])", re.IGNORECASE)
_RECORD: Final = pattern(r"0{0,3}([1-9][0-9]{5,9}[0-9X])", re.IGNORECASE)
_FIRST_NOT_ZDB: Final = 4_000_000
"""The numbers of subjects begin here; those of journals have not come so far."""


def read_gnd(code: str) -> Identifier:
    """What `code` is as a number of the GND.

    >>> read_gnd("118540238")[:3]
    ('GND', '118540238', 'https://d-nb.info/gnd/118540238')
    >>> read_gnd("4079163-4").valid, read_gnd("118540239").suggestion
    (True, '118540238')
    """
    bare = code.strip().upper()
    if _GND.fullmatch(bare) is None:
        return Identifier("GND", reason="a number of the GND is like 118540238 or 4079163-4")
    digits, last = bare[:-1].rstrip("-"), bare[-1]
    usual, other = modulus_11(digits), _rest(digits)
    allowed = (usual, other) if "-" in bare else (usual,)
    if last not in allowed:
        reason = f"the check digit is {last}, but {' or '.join(allowed)} was expected"
        right = "" if "-" in bare else f"{bare[:-1]}{usual}"
        return Identifier("GND", reason=reason, suggestion=right)
    return Identifier("GND", bare, f"https://d-nb.info/gnd/{bare}")


def read_zdb(code: str) -> Identifier:
    """What `code` is as a number of the Zeitschriftendatenbank.

    >>> read_zdb("2985306-0")[:3]
    ('ZDB', '2985306-0', 'https://ld.zdb-services.de/resource/2985306-0')
    >>> read_zdb("2985306-1").suggestion
    '2985306-0'
    """
    match = _ZDB.fullmatch(code.strip().upper())
    if match is None:
        return Identifier("ZDB", reason="a number of the ZDB is like 2985306-0")
    digits, last = match.groups()
    expected = _rest(digits)
    right = f"{digits}-{expected}"
    if last != expected:
        reason = f"the check digit is {last}, but {expected} was expected"
        return Identifier("ZDB", reason=reason, suggestion=right)
    return Identifier("ZDB", right, f"https://ld.zdb-services.de/resource/{right}")


def read_idn(code: str) -> Identifier:
    """What `code` is as the number of a record of the Deutsche Nationalbibliothek.

    >>> read_idn("953736563").link
    'https://d-nb.info/953736563'
    """
    return _of_record("IDN", code, "https://d-nb.info/")


def read_ppn(code: str) -> Identifier:
    """What `code` is as the number of a record of K10plus, the union catalogue; zeros before it do
    not count.

    >>> read_ppn("0685460711").link
    'https://opac.k10plus.de/DB=2.299/PPNSET?PPN=685460711'
    """
    return _of_record("PPN", code, "https://opac.k10plus.de/DB=2.299/PPNSET?PPN=")


def _of_record(kind: str, code: str, address: str) -> Identifier:
    match = _RECORD.fullmatch(code.strip().upper())
    if match is None:
        return Identifier(kind, reason=f"a number of that kind ({kind}) has 7 to 11 digits")
    digits, last = match[1][:-1], match[1][-1]
    expected = modulus_11(digits)
    if last != expected:
        reason = f"the check digit is {last}, but {expected} was expected"
        return Identifier(kind, reason=reason, suggestion=digits + expected)
    return Identifier(kind, match[1], address + match[1])


def _rest(digits: str) -> str:
    """What is left of the weighted sum modulo 11; the usual check digit fills it up to nothing."""
    return "0123456789X"[-"0123456789X".index(modulus_11(digits)) % 11]


def looks_like_gnd(code: str) -> bool:
    """Whether `code` could be nothing else: it has the hyphen of the older numbers, holds, and is
    higher than those of journals.

    >>> looks_like_gnd("4079163-4"), looks_like_gnd("118540238"), looks_like_gnd("2985306-0")
    (True, False, False)
    """
    if len(code) < 8 or code[-2:-1] != "-" or not read_gnd(code).valid:
        return False
    return int(code[:-2]) >= _FIRST_NOT_ZDB


GND: Final = Kind(
    "GND",
    pattern(
        r"(?:https?://)?(?:www\.)?d-nb\.info/gnd/|\(DE-588[abc]?\)\s*|"
        r"https?://(?:lobid\.org|explore\.gnd\.network)/gnd/|"
        r"https?://(?:www\.)?deutsche-biographie\.de/(?:pnd|gnd)|"
        r"(?:DNB[- ])?(?:GND|PND|SWD|GKD)(?:[- ]?(?:ID|Nr\.?|number|Nummer))?[\s:/=]\s*",
        re.IGNORECASE,
    ),
    looks_like_gnd,
    read_gnd,
)
ZDB: Final = Kind(
    "ZDB",
    pattern(
        r"https?://ld\.zdb-services\.de/resource/(?=[0-9])|\(DE-599\)\s*ZDB|\(DE-600\)\s*(?:ZDB)?|"
        r"ZDB(?:[- ]?(?:ID|Nr\.?|Nummer))?[\s:/=]\s*|ZDB(?=[0-9]+-[0-9X])",
        re.IGNORECASE,
    ),
    never,
    read_zdb,
)
IDN: Final = Kind(
    "IDN",
    pattern(
        r"(?:https?://)?(?:www\.)?d-nb\.info/(?=[0-9]+[0-9X]?(?:[/?#.]|$))|\(DE-101\)\s*|"
        r"(?:DNB[- ])?IDN[\s:/=]\s*|DNB[\s:]\s*(?=[0-9]+[0-9X]$)",
        re.IGNORECASE,
    ),
    never,
    read_idn,
)
PPN: Final = Kind(
    "PPN",
    pattern(
        r"(?:https?://)?[a-z0-9.]*(?:k10plus|gbv)\.de/\S*?(?:PPN=|:ppn:)|"
        r"[a-z0-9-]+:ppn:|\(DE-6(?:27|01)\)\s*|"
        r"(?:(?:K10plus|GBV|GVK)[- ])?PPN[\s:/=]\s*",
        re.IGNORECASE,
    ),
    never,
    read_ppn,
)
