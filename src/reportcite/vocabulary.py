"""The names CSL 1.0.2 knows: variables by kind, types, locators, terms (Appendices II to IV)."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_VARIABLES: Final = _names("""
    author chair collection-editor compiler composer container-author contributor curator
    director editor editor-translator editorial-director executive-producer guest host
    illustrator interviewer narrator organizer original-author performer producer recipient
    reviewed-author script-writer series-creator translator
""")

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

VARIABLES: Final = NAME_VARIABLES | DATE_VARIABLES | STANDARD_VARIABLES

ITEM_TYPES: Final = _names("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song
    speech standard thesis treaty webpage
""")

LOCATORS: Final = _names("""
    act appendix article-locator book canon chapter column elocation equation figure folio
    issue line note opus page paragraph part rule scene section sub-verbo supplement table
    timestamp title-locator verse version volume
""")

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
    circa cited editortranslator et-al film forthcoming from henceforth ibid in internet letter
    loc-cit no-place no-publisher on online op-cit original-work-published
    personal-communication podcast podcast-episode preprint radio-broadcast radio-series
    radio-series-episode reference retrieved review-of special-issue special-section
    television-broadcast television-series television-series-episode video working-paper
""")

TERMS: Final = (
    NAME_VARIABLES
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
