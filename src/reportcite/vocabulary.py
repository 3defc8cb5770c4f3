"""The names CSL 1.0.2 knows: variables by kind, types, locators, terms (Appendices II to IV).

They stand here and nowhere else; records, formats and the citation engine read them here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_VARIABLES: Final = _names("""
    author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
""")

CREATORS: Final = (
    *("author", "editor", "collection-editor", "compiler", "director", "composer", "host"),
    *("producer", "performer", "translator"),
)
"""Those whose work it is, if there are any: the first of these that a record has."""

DATE_VARIABLES: Final = _names("accessed available-date event-date issued original-date submitted")

NUMBER_VARIABLES: Final = _names("""
    chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume
""")

TITLE_VARIABLES: Final = _names("""
    collection-title container-title container-title-short original-title part-title
    reviewed-title title title-short volume-title
""")

STRING_VARIABLES: Final = _names("""
    abstract annote archive archive_collection archive_location archive-place authority
    call-number citation-key citation-label dimensions division DOI event event-place
    event-title genre ISBN ISSN jurisdiction keyword language license medium note
    original-publisher original-publisher-place PMCID PMID publisher publisher-place references
    reviewed-genre scale source status URL year-suffix
""")

STANDARD_VARIABLES: Final = NUMBER_VARIABLES | TITLE_VARIABLES | STRING_VARIABLES

ROLES: Final = NAME_VARIABLES | {"editortranslator"}
"""The terms of roles: that of each name variable, and the one of editors who translated, too."""

VARIABLES: Final = NAME_VARIABLES | DATE_VARIABLES | STANDARD_VARIABLES

ITEM_TYPES: Final = _names("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song
    speech standard thesis treaty webpage
""")

ARTICLE_TYPES: Final = _names("""
    article-journal article-magazine article-newspaper review review-book
""")
"""The types of what stands in a periodical."""

PART_TYPES: Final = _names("""
    chapter entry entry-dictionary entry-encyclopedia paper-conference
""")
"""The types of what stands in a book."""

NUMBERED_TYPES: Final = _names("""
    bill dataset hearing legal_case legislation patent regulation report software standard thesis
    treaty
""")
"""Types of items whose `number` identifies them: hyphens in it make no range of numbers."""

# Beside CSL's own names of labels and the terms of each locale. German does not have Rn. (margin
# number) among them: it is no paragraph, and CSL has no label for it.
LOCATOR_SPELLINGS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": {
            "act": "acts",
            "appendix": "appendices app apps appx",
            "article-locator": "article articles art arts",
            "book": "books bk bks",
            "canon": "canons can cann",
            "chapter": "chapters chap chaps chs ch",
            "column": "columns col cols",
            "elocation": "loc location pos position",
            "equation": "equations eq eqs",
            "figure": "figures fig figs",
            "folio": "folios fol fols folia",
            "issue": "issues iss no nos",
            "line": "lines l ll",
            "note": "notes n nn fn footnote footnotes",
            "opus": "op opp opera",
            "page": "pages p pp pg pgs",
            "paragraph": "paragraphs para paras par ¶ ¶¶",
            "part": "parts pt pts",
            "rule": "rules r rr",
            "scene": "scenes sc",
            "section": "sections sec secs sect § §§",
            "sub-verbo": "sv s.v s.vv",
            "supplement": "supplements supp supps suppl",
            "table": "tables tab tabs tbl",
            "timestamp": "time minute min",
            "title-locator": "title titles tit",
            "verse": "verses v vv",
            "version": "versions ver",
            "volume": "volumes vol vols",
        },
        "de": {
            "act": "akt",
            "appendix": "anhang anhänge anh anlage",
            "article-locator": "artikel art",
            "book": "buch",
            "canon": "kanon",
            "chapter": "kapitel kap",
            "column": "spalte spalten sp",
            "equation": "gleichung gleichungen gl",
            "figure": "abbildung abbildungen abb",
            "folio": "blatt bl",
            "issue": "heft hefte nr",
            "line": "zeile zeilen z",
            "note": "fußnote fußnoten fussnote anm anmerkung",
            "page": "seite seiten s",
            "paragraph": "absatz abs",
            "part": "teil teile",
            "rule": "regel regeln",
            "scene": "szene",
            "section": "abschnitt abschn",
            "supplement": "beilage beil",
            "table": "tabelle tabellen tab",
            "title-locator": "titel",
            "verse": "vers",
            "volume": "band bände bd bde",
        },
        "fr": {
            "appendix": "annexe annexes ann",
            "book": "livre liv",
            "chapter": "chapitre chap ch",
            "figure": "fig",
            "folio": "feuillet fol fo f",
            "issue": "n° nº nos",
            "page": "p pp",
            "paragraph": "par",
            "section": "sect §§",
            "table": "tableau tabl",
            "verse": "vers",
            "volume": "tome tomes t",
        },
        "es": {
            "appendix": "apéndice apéndices ap anexo anexos",
            "article-locator": "artículo artículos arts",
            "chapter": "caps",
            "column": "cols",
            "figure": "figs",
            "folio": "fol fols",
            "issue": "núm núms nº n°",
            "line": "lín",
            "page": "pág págs pag pags",
            "scene": "escena",
            "section": "secc",
            "table": "tabla tablas cuadro",
            "volume": "tomo tomos t",
        },
        "it": {
            "appendix": "allegato",
            "article-locator": "artt",
            "column": "coll",
            "figure": "figg",
            "folio": "f ff fol",
            "issue": "n° nº nr num",
            "line": "rr",
            "note": "nn",
            "page": "pag pagg",
            "paragraph": "parr",
            "table": "tabella tabelle tabb tavv tav",
            "volume": "tomo tomi t",
        },
        "pt": {
            "appendix": "apêndice ap anexo anexos",
            "chapter": "caps",
            "column": "cols",
            "figure": "figs",
            "folio": "folha folhas fl fls",
            "issue": "nº n° núm",
            "line": "lin",
            "page": "p pp pág págs pag",
            "section": "secção seção secções seções sec seç",
            "table": "quadro tab",
            "volume": "tomo tomos t vol",
        },
        "nl": {
            "appendix": "bijlage bijlagen bijl",
            "chapter": "hfst h",
            "column": "kolom kolommen kol",
            "equation": "vergelijking",
            "figure": "afbeelding afbeeldingen afb",
            "issue": "nrs",
            "line": "regel regels r",
            "note": "noot noten nt voetnoot voetnoten",
            "page": "bladzijde bladzijden blz pag",
            "part": "dl dln",
            "table": "tabel tabellen",
            "volume": "band bd",
        },
        "ru": {
            "act": "акт",
            "appendix": "приложение приложения прил",
            "figure": "илл",
            "issue": "№ номер",
            "note": "сноска сн",
            "paragraph": "абзац абз пункт",
            "scene": "сцена",
            "section": "раз",
            "table": "таблица таблицы табл",
        },
    }
)
"""Language → locator label → spellings that people use, in small letters and without a full stop at
the end. What stands in CSL's locale of the language is not repeated but for English and German."""

LOCATORS: Final = frozenset(LOCATOR_SPELLINGS["en"])

ORDINAL_TERMS: Final = frozenset(["ordinal", *(f"ordinal-{number:02}" for number in range(100))])
"""The suffixes that make a number an ordinal: redefining one replaces them all."""

LONG_ORDINAL_TERMS: Final = frozenset(f"long-ordinal-{number:02}" for number in range(1, 11))

MONTH_TERMS: Final = frozenset(f"month-{number:02}" for number in range(1, 13))

SEASON_TERMS: Final = frozenset(f"season-{number:02}" for number in range(1, 5))

NUMBER_TERMS: Final = _names("""
    chapter-number citation-number collection-number edition first-reference-note-number number
    number-of-pages number-of-volumes page-first printing
""")
"""Nouns that go with a number variable but are no locators."""

PUNCTUATION_TERMS: Final = _names("""
    close-inner-quote close-quote colon comma open-inner-quote open-quote page-range-delimiter
    semicolon
""")

OTHER_TERMS: Final = frozenset(
    {
        "and others",
        "available at",
        "in press",
        "no date",
        "presented at",
    }
) | _names("""
    accessed ad advance-online-publication album and anonymous at audio-recording bc bce by ce
    circa cited et-al film forthcoming from henceforth ibid in internet letter
    loc-cit no-place no-publisher on online op-cit original-work-published
    personal-communication podcast podcast-episode preprint radio-broadcast radio-series
    radio-series-episode reference retrieved review-of special-issue special-section
    television-broadcast television-series television-series-episode video working-paper
""")

TERMS: Final = (
    ROLES
    | ITEM_TYPES
    | LOCATORS
    | NUMBER_TERMS
    | MONTH_TERMS
    | SEASON_TERMS
    | ORDINAL_TERMS
    | LONG_ORDINAL_TERMS
    | PUNCTUATION_TERMS
    | OTHER_TERMS
    | {"scale"}
)

ET_AL: Final = "et-al"
"""The member of `custom`, where CSL-JSON keeps what it has no variable for, that lists the name
variables whose names go on: `"custom": {"et-al": ["author"]}`."""
