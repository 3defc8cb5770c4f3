"""Texts as library catalogues punctuate them: ISBD's marks between the areas of a description.

Sources: ISBD (consolidated edition, 2011), section A.3; AACR2, 1.0C and 2.5B; fields 245, 255, 260
and 300 of MARC 21 Bibliographic, which keep the marks at the end of a subfield.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern

_CLOSING: Final = ",:;/="
_BRACKETS: Final = {"[": "]", "(": ")"}
_OPENING: Final = ("", *_BRACKETS)
_UNKNOWN: Final = pattern(r"\[?(?:s\.? ?[ln]\.?|sine [ln]\w+|n\. ?p\.?|place of publication .*)\]?")
_UNKNOWN_BEGIN: Final = "snp["
_ABBREVIATED: Final = pattern(
    r"(?:.*[,.])?(?:[^\W\d_]|[^\W\d_aeiouyAEIOUYäöü]{1,4}|[^\W\d_]\.[^ ]*|"
    r"inc|co|corp|dept|univ|assn?|assoc|etc|esq|jun|sen|geo|thos|jos|eds?|rev|al)",
)
_LONGEST_ABBREVIATED: Final = 5
_SCALE: Final = pattern(r"scale:?\s+(?=\S)", re.IGNORECASE)
_PAGES: Final = pattern(
    r"(?i)(?:.{0,40},\s|1 (?:online|ele[ck]tr|vol|v\.|ress)[^()]{0,40}\((?:[^()]{0,30},\s)?)??"
    r"\[?([0-9]+)\]? ?(?:p\.?|pp\.?|pages?|s\.|seiten|sider?|sidor)(?:\W.*)?"
)
_VOLUMES: Final = pattern(
    r"\[?([0-9]+)\]? ?(?:v\.?|vols?\.?|volumes?|Bde\.?|Bände|t\.|tomes?|bd\.?|bind)(?:\W.*)?"
)


def bare_text(text: str) -> str:
    """`text` without the mark that leads to the next area, and without brackets round it or left
    open at an end.

    >>> bare_text("3 Viennese arias :"), bare_text("[Gillette, Wyo.]"), bare_text("Wyo.]")
    ('3 Viennese arias', 'Gillette, Wyo.', 'Wyo.')
    """
    if text[-1:] in _CLOSING:
        text = text.rstrip(_CLOSING + " ")
    if text[:1] not in "[(" and text[-1:] not in "])":
        return text
    for opening, closing in _BRACKETS.items():
        if text[:1] == opening and text[-1:] == closing and text.count(opening) == 1:
            return text[1:-1].strip()
        if text[-1:] == closing and opening not in text:
            return text[:-1].rstrip()
        if text[:1] == opening and closing not in text:
            return text[1:].lstrip()
    return text


def heading_text(text: str) -> str:
    """`text` without the marks that `bare_text` takes off, and without a closing full stop.

    >>> heading_text("Tides :"), heading_text("[Tides."), heading_text("Alder Co. /")
    ('Tides', 'Tides', 'Alder Co.')
    """
    # Run several times for each record of a catalogue: most texts end in a letter or a stop.
    if text[:1] not in _OPENING:
        last = text[-1:]
        if last.isalnum():
            return text
        if last == ".":
            return without_stop(text)
        if last == ")" and "(" in text:
            return text
    return without_stop(bare_text(text))


def published_by(text: str) -> str:
    """A place or a publisher; "" for what says that there is none on the title page.

    >>> published_by("Ithaca, N.Y. :"), published_by("[S.l.]"), published_by("[s.n.],")
    ('Ithaca, N.Y.', '', '')
    """
    bare = bare_text(text[:-1] if text[-2:] == "]." else text)
    if ";" in bare:  # Berlin ;Heidelberg
        bare = "; ".join([part.strip() for part in bare.split(";")])
    if bare[:2].lower().lstrip("[")[:1] not in _UNKNOWN_BEGIN:
        return bare
    return "" if len(bare) < 60 and _UNKNOWN.fullmatch(bare.lower()) else bare


def without_stop(text: str) -> str:
    """`text` without the full stop, comma or semicolon that closes a heading; one that belongs to
    an initial or an abbreviation stays.

    >>> without_stop("Doe, Jane."), without_stop("Doe, J."), without_stop("Alder Co.")
    ('Doe, Jane', 'Doe, J.', 'Alder Co.')
    """
    text = text.rstrip(",; ")
    if text[-1:] != "." or text[-2:-1] == ".":
        return text
    # Run several times for each record of a catalogue: most texts end in a longer word.
    word = text[text.rfind(" ") + 1 : -1]
    if len(word) == 1 and word.isalpha():
        return text
    if len(word) > _LONGEST_ABBREVIATED and "." not in word and "," not in word:
        return text[:-1]
    return text if _ABBREVIATED.fullmatch(word.lower()) else text[:-1]


def scale_in(text: str) -> str:
    """The scale in a statement of it.

    >>> scale_in("Scale [ca. 1:510,000]."), scale_in("1:25000")
    ('ca. 1:510,000', '1:25000')
    """
    match = _SCALE.match(text)
    return bare_text(text[match.end() :].rstrip(".")) if match else text


def pages_in(extent: str) -> str:
    """The number of pages that an extent gives; "" where it gives none.

    >>> pages_in("vii, 322 p. ; 23 cm."), pages_in("2 v."), pages_in("XII, 532 s.")
    ('322', '', '532')
    >>> pages_in("432 p., 16 p. of plates"), pages_in("1 Online-Ressource (XX, 231 Seiten)")
    ('432', '231')
    """
    match = _PAGES.fullmatch(extent) if extent else None
    return match[1] if match else ""


def volumes_in(extent: str) -> str:
    """The number of volumes that an extent gives; "" where it gives none, or one, of which nobody
    speaks who cites it.

    >>> volumes_in("2 v. ; 23 cm."), volumes_in("322 p."), volumes_in("1 vol. (312 p.)")
    ('2', '', '')
    """
    # Most extents are those of one volume, and do not begin with a number.
    match = _VOLUMES.fullmatch(extent) if extent[:1] in "[0123456789" else None
    return match[1] if match and match[1] != "1" else ""
