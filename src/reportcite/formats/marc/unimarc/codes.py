"""Codes of UNIMARC, and those of MARC 21 that say the same.

Source: UNIMARC Manual, Bibliographic Format (IFLA), record label, field 100, appendix C.
"""

from __future__ import annotations

from typing import Final

ROLES: Final = {
    "010": "adp", "020": "ann", "030": "arr", "040": "art", "070": "aut", "075": "aft",
    "080": "aui", "090": "aus", "100": "ant", "160": "bsl", "180": "ctg", "190": "cns",
    "200": "chr", "205": "ctb", "212": "cmm", "220": "com", "230": "cmp", "245": "ccp",
    "250": "cnd", "270": "crr", "273": "cur", "290": "dfd", "295": "dgg", "300": "drt",
    "305": "dis", "310": "dst", "320": "dnr", "340": "edt", "350": "egr", "390": "fmo",
    "410": "ills", "440": "ill", "460": "ive", "470": "ivr", "480": "lbt", "550": "nrt",
    "557": "orm", "570": "ctb", "590": "prf", "600": "pht", "610": "prt", "630": "pro",
    "650": "pbl", "651": "pbd", "660": "rcp", "673": "ths", "721": "sng", "723": "spn",
    "725": "stn", "727": "ths", "730": "trl", "755": "prf", "956": "opn",
}  # fmt: skip
"""Of those who are named → the Library of Congress's relators."""

DATES: Final = {
    "a": "c", "b": "d", "c": "u", "d": "s", "e": "r", "f": "q", "g": "m", "h": "t", "i": "p",
    "j": "e",
}  # fmt: skip
"""Field 100, position 8 → field 008, position 6."""

KINDS: Final = {"b": "t", "l": "m"}
"""Position 6 of the record label, where MARC 21 has another code."""

DIVISIONS: Final = {"a": "a", "x": "x", "y": "z", "z": "y", "j": "v"}
"""Subfields of subjects."""

ORIGINS: Final = {"0": "1", "1": "0"}
"""Second indicator of field 214 → of 264, where that is another."""
