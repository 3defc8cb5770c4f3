"""The labels people write before the number of a page, chapter or section, as CSL calls them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern

# English and German, full and short, singular and plural; CSL's own names come first.
SPELLINGS: Final = MappingProxyType(
    {
        "act": "acts akt",
        "appendix": "appendices app anhang anh",
        "article-locator": "article articles art arts artikel",
        "book": "books bk bks buch",
        "canon": "canons can kanon",
        "chapter": "chapters chap chaps chs ch kapitel kap",
        "column": "columns col cols spalte spalten sp",
        "elocation": "loc location pos position",
        "equation": "equations eq eqs gleichung gleichungen gl",
        "figure": "figures fig figs abbildung abbildungen abb",
        "folio": "folios fol fols folia blatt bl",
        "issue": "issues iss heft hefte",
        "line": "lines l ll zeile zeilen z",
        "note": "notes n nn fn footnote footnotes fußnote fussnote anm anmerkung",
        "opus": "op opera",
        "page": "pages p pp pg pgs seite seiten s",
        "paragraph": "paragraphs para paras par ¶ ¶¶ absatz abs randnummer rn rdnr",
        "part": "parts pt pts teil teile",
        "rule": "rules regel regeln",
        "scene": "scenes sc szene",
        "section": "sections sec secs sect § §§ abschnitt abschn",
        "sub-verbo": "sv s.v s.vv",
        "supplement": "supplements supp supps suppl beilage beil",
        "table": "tables tab tabs tbl tabelle tabellen",
        "timestamp": "time minute min",
        "title-locator": "title titles tit titel",
        "verse": "verses v vv vers verse",
        "version": "versions ver",
        "volume": "volumes vol vols band bände bd bde",
    }
)
"""CSL locator label → the other spellings of it (CSL 1.0.2, appendix IV, "Locators")."""

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {word: label for label, words in SPELLINGS.items() for word in (label, *words.split())}
)
"""Spelling in lower case and without a full stop at its end → CSL locator label."""


_PAGES: Final = pattern(
    r"(?P<label>[^\W\d_]{1,6})(?:\.\s*|\s+)(?P<after>(?:[A-Za-z]?[0-9]|[ivxlcdm]+\b).*)"
    r"|(?P<before>(?:[ivxlcdmIVXLCDM]+, ?)?[0-9]+)\s*(?P<unit>[^\W\d_]{1,6})\.?"
)


def bare_pages(text: str) -> str:
    """`text` without a label for pages before or behind it; as it is where there is none.

    >>> bare_pages("S. 12-14"), bare_pages("45 S."), bare_pages("S12"), bare_pages("e5")
    ('12-14', '45', 'S12', 'e5')
    """
    match = _PAGES.fullmatch(text.strip())
    if match is None or LABELS.get((match["label"] or match["unit"]).lower()) != "page":
        return text
    return match["after"] or match["before"]
