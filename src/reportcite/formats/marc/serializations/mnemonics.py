"""Characters as MARCMaker and MarcEdit write them in files of ASCII: `{dollar}`, `{acute}e`.

Source: MARCMaker and MARCBreaker User's Manual (Library of Congress), default mnemonics; other
names are those of ISO 8879, which HTML has, too.
"""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5
from typing import Final

from reportcite.formats.marc.serializations.marc8 import ANSEL
from reportcite.patterns import pattern

# The code in ANSEL of the first, and names in the order of codes.
_NAMES: Final = (
    (0xA1, "Lstrok Ostrok Dstrok THORN AElig OElig softsign middot flat reg plusmn Ohorn Uhorn "
           "mlrhring"),
    (0xB0, "mllhring lstrok ostrok dstrok thorn aelig oelig hardsign inodot pound eth"),
    (0xBC, "ohorn uhorn"),
    (0xC0, "deg scriptl phono copy sharp iquest iexcl"),
    (0xE0, "hooka grave acute circ tilde macr breve dot uml caron ring llig rlig rcommaa dblac "
           "candra cedil ogon dotb dbldotb ringb dblunder under commab rcedil breveb ldbltil "
           "rdbltil"),
    (0xE8, "diaer"), (0xA7, "mlprime"), (0xB7, "mlPrime"), (0xF1, "hook"), (0xFE, "commaa"),
)  # fmt: skip
_CHARACTERS: Final = {
    **{
        name: ANSEL[code]
        for first, names in _NAMES
        for code, name in enumerate(names.split(), first)
    },
    **{"dollar": "$", "curren": "$", "24": "$", "bsol": "\\", "lcub": "{", "rcub": "}"},
    **{"joiner": "\u200d", "nonjoin": "\u200c"},
}
_RUN: Final = pattern(r"((?:\{\w{2,8}\})+)([^{]?)")
_ONE: Final = pattern(r"\{(\w+)\}")


def without_mnemonics(text: str) -> str:
    """`text` with the characters that mnemonics stand for; a mark stands before its letter, and
    what is no mnemonic stays.

    >>> without_mnemonics("{dollar}5, M{uml}unchen, {eacute}, {lcub}x{rcub}, {eniero}")
    '$5, München, é, {x}, {eniero}'
    """
    return _RUN.sub(_characters, text) if "{" in text else text


def _characters(match: re.Match[str]) -> str:
    """What a run of mnemonics and the letter behind it stand for."""
    found: list[str] = []
    marks: list[str] = []
    for name in _ONE.findall(match[1]):
        character = _CHARACTERS.get(name) or html5.get(f"{name};") or f"{{{name}}}"
        if len(character) == 1 and unicodedata.combining(character):
            marks.append(character)
        else:
            found += [character, *marks]
            marks = []
    return unicodedata.normalize("NFC", "".join([*found, match[2], *marks]))
