"""Locators as people write them: `p. 12`, `S. 12-14`, `ch. 3`, `§ 4` (CSL 1.0.2, "Locators")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from reportcite.errors import UsageError
from reportcite.patterns import pattern


class Locator(NamedTuple):
    """A CSL locator: what kind of place it is, and which one."""

    label: str
    value: str


# English and German, full and short, singular and plural; CSL's own names come first.
_SPELLINGS: Final = MappingProxyType(
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
LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {word: label for label, words in _SPELLINGS.items() for word in (label, *words.split())}
)
"""Spelling in lower case and without a full stop at its end → CSL locator label."""

_LABELLED: Final = pattern(
    r"(?P<word>[^\W\d_][^\d\s]*?(?=\.?\s|\.\d|\.[ivxlcdm]+$)|[§¶]{1,2})\.?\s*(?P<value>\S.*)"
)
_BARE_PAGE: Final = pattern(r"pp?(?P<value>\d.*)", re.IGNORECASE)


def parse_locator(text: str) -> Locator:
    """What `text` points to; without a label it is a page.

    Raises UsageError for an empty text, or a number after a word that is no label.

    >>> parse_locator("pp. 12-14")
    Locator(label='page', value='12-14')
    >>> parse_locator("§ 4")
    Locator(label='section', value='4')
    >>> parse_locator("xii")
    Locator(label='page', value='xii')
    """
    text = " ".join(text.split())
    if not text:
        raise UsageError("the locator is empty", suggestion="write it like 'p. 12' or 'ch. 3'")
    if bare := _BARE_PAGE.fullmatch(text):
        return Locator("page", bare["value"])
    labelled = _LABELLED.fullmatch(text)
    if labelled is None:
        return Locator("page", text)
    label = LABELS.get(labelled["word"].lower())
    if label is not None:
        return Locator(label, labelled["value"])
    if labelled["value"][0].isdigit():
        raise _unknown_label(labelled["word"])
    return Locator("page", text)


def _unknown_label(word: str) -> UsageError:
    from reportcite.cli.suggest import nearest

    return UsageError(
        f"'{word}' is no label of a locator", suggestion=nearest(word, sorted(_SPELLINGS))
    )
