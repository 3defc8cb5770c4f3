"""The German terms that the CSL locales of German lack or have in English, and a wrong one.

The locales of `de-DE`, `de-AT` and `de-CH` have "Appendix", "tbl.", "2 vols." and "art. 3", and
call a curator „Direktor“. What stands here goes before what they say; all else is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_LONG: Final = {
    "appendix": ("Anhang", "Anhänge"),
    "article": ("Preprint", "Preprints"),
    "canon": ("Kanon", "Kanones"),
    "chapter-number": ("Kapitel", "Kapitel"),
    "curator": ("Kurator", "Kuratoren"),
    "elocation": ("Position", "Positionen"),
    "equation": ("Gleichung", "Gleichungen"),
    "number-of-volumes": ("Band", "Bände"),
    "page-first": ("Seite", "Seiten"),
    "printing": ("Druck", "Drucke"),
    "review-of": ("Rezension von", "Rezension von"),
    "rule": ("Regel", "Regeln"),
    "scene": ("Szene", "Szenen"),
    "supplement": ("Supplement", "Supplemente"),
    "table": ("Tabelle", "Tabellen"),
    "title-locator": ("Titel", "Titel"),
}
_SHORT: Final = {
    "appendix": ("Anh.", "Anh."),
    "article-locator": ("Art.", "Art."),
    "article-newspaper": ("Zeitungsart.", "Zeitungsart."),
    "canon": ("Can.", "Can."),
    "chapter-number": ("Kap.", "Kap."),
    "compiler": ("Bearb.", "Bearb."),
    "contributor": ("Beitr.", "Beitr."),
    "curator": ("Kur.", "Kur."),
    "document": ("Dok.", "Dok."),
    "elocation": ("Pos.", "Pos."),
    "equation": ("Gl.", "Gl."),
    "executive-producer": ("Produktionsltg.", "Produktionsltg."),
    "narrator": ("Erz.", "Erz."),
    "number-of-volumes": ("Bd.", "Bde."),
    "organizer": ("Veranst.", "Veranst."),
    "page-first": ("S.", "S."),
    "performer": ("Interpr.", "Interpr."),
    "producer": ("Prod.", "Prod."),
    "report": ("Ber.", "Ber."),
    "review": ("Rez.", "Rez."),
    "review-book": ("Buchbespr.", "Buchbespr."),
    "review-of": ("Rez. von", "Rez. von"),
    "rule": ("R.", "R."),
    "scene": ("Sz.", "Sz."),
    "script-writer": ("Drehb.", "Drehb."),
    "supplement": ("Suppl.", "Suppl."),
    "table": ("Tab.", "Tab."),
    "title-locator": ("Tit.", "Tit."),
}
_VERB: Final = {
    "hearing": ("Aussage von", "Aussage von"),
    "review": ("Rezension von", "Rezension von"),
    "review-book": ("Rezension des Buches", "Rezension des Buches"),
}
_VERB_SHORT: Final = {"script-writer": ("geschr. von", "geschr. von")}

GERMAN_TERMS: Final[Mapping[tuple[str, str], tuple[str, str]]] = MappingProxyType(
    {
        (name, form): words
        for form, terms in (
            ("long", _LONG),
            ("short", _SHORT),
            ("verb", _VERB),
            ("verb-short", _VERB_SHORT),
        )
        for name, words in terms.items()
    }
)
"""Term and form → the word for one, and for several."""
