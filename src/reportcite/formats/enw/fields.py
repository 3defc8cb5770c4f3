"""The tags of ENW, after the EndNote manual ("EndNote Import format") and the manual page of refer.

The fields are EndNote's, which are called as in RIS; what one means depends on the type of
reference (`formats.reference_types`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.reading.tagged import TagSyntax
from reportcite.formats.reference_types import tags_of
from reportcite.formats.rules import TAGGED_SYNTAX

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "%T": "TI",
        "%!": "ST",
        "%Q": "TT",
        "%A": "AU",
        "%E": "A2",
        "%Y": "A3",
        "%?": "A4",
        "%H": "TA",
        "%B": "T2",
        "%J": "T2",
        "%S": "T3",
        "%O": "J2",
        "%I": "PB",
        "%C": "CY",
        "%D": "PY",
        "%8": "DA",
        "%9": "M3",
        "%N": "M1",
        "%7": "ET",
        "%V": "VL",
        "%6": "NV",
        "%P": "SP",
        "%&": "SE",
        "%*": "RI",
        "%@": "SN",
        "%R": "DO",
        "%U": "UR",
        "%[": "Y2",
        "%G": "LA",
        "%~": "DB",
        "%W": "DP",
        "%M": "AN",
        "%L": "CN",
        "%K": "KW",
        "%X": "AB",
        "%Z": "N1",
        "%(": "OP",
        "%)": "RP",
        "%+": "AD",
        "%^": "CA",
        "%>": "L1",
        "%1": "C1",
        "%2": "C2",
        "%3": "C3",
        "%4": "C4",
        "%#": "C5",
        "%$": "C6",
        "%]": "C7",
    }
)
"""Tag → the field of EndNote, as RIS calls it. A journal stands in %J, any other T2 in %B."""

JOURNALS: Final = frozenset({"JOUR", "MGZN", "NEWS", "EJOUR"})

SYNTAX: Final = TagSyntax(
    tagged=re.compile(r"(%[^\s%a-z])(?: |$|(?<=[(\[\]]))"),
    begins=frozenset({"%0"}),
    kind="ENW reference",
    hint="a reference begins like “%0 Journal Article”, or behind an empty line",
    misplaced=TAGGED_SYNTAX,
    empty_ends=True,
    is_further=lambda tag, text: tag == "%K" and bool(text.strip()),
)
"""A percent sign, a letter, digit or sign, and a space; keywords stand on lines of their own."""


def tags(ris: str, present: Collection[str]) -> dict[str, str]:
    """Variable → its tag in references of this type in which `present` are given."""
    enw = {field: tag for tag, field in reversed([*FIELDS.items()])}
    enw["T2"] = "%J" if ris in JOURNALS else "%B"
    fields = tags_of(ris, present).items()
    return {variable: enw[field] for variable, field in fields if field in enw}
