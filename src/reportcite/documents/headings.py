"""The headings of a bibliography in sections, in the language of the bibliography.

Types are terms of the locale (CSL 1.0.2, "Types"), in the plural where it has one. Locales have
the plural of three types only, and no words for scripts or for what is missing: those stand here,
in German and English; other languages take the locale's singular, and English for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.csl.locale import Locale, native_name
from reportcite.tuples import NamedTuple
from reportcite.values.language import language_name


class Words(NamedTuple):
    """Headings of one language: what is not given, and the plurals that its locale lacks."""

    no_language: str
    no_keyword: str
    no_year: str
    other_script: str
    script: str
    plurals: Mapping[str, str]
    scripts: Mapping[str, str]


ENGLISH: Final = Words(
    no_language="Language not stated",
    no_keyword="Without keywords",
    no_year="Without a date",
    other_script="Other scripts",
    script="{} script",
    plurals=MappingProxyType(
        {
            "article": "Preprints",
            "article-journal": "Journal articles",
            "article-magazine": "Magazine articles",
            "article-newspaper": "Newspaper articles",
            "bill": "Bills",
            "broadcast": "Broadcasts",
            "classic": "Classical works",
            "collection": "Archival collections",
            "dataset": "Datasets",
            "document": "Documents",
            "entry": "Entries",
            "entry-dictionary": "Dictionary entries",
            "entry-encyclopedia": "Encyclopedia entries",
            "event": "Events",
            "graphic": "Graphics",
            "hearing": "Hearings",
            "interview": "Interviews",
            "legal_case": "Legal cases",
            "legislation": "Legislation",
            "manuscript": "Manuscripts",
            "map": "Maps",
            "motion_picture": "Video recordings",
            "musical_score": "Musical scores",
            "pamphlet": "Pamphlets",
            "paper-conference": "Conference papers",
            "patent": "Patents",
            "performance": "Performances",
            "periodical": "Periodicals",
            "personal_communication": "Personal communications",
            "post": "Posts",
            "post-weblog": "Blog posts",
            "regulation": "Regulations",
            "report": "Reports",
            "review": "Reviews",
            "review-book": "Book reviews",
            "song": "Audio recordings",
            "speech": "Presentations",
            "standard": "Standards",
            "thesis": "Theses",
            "treaty": "Treaties",
            "webpage": "Webpages",
        }
    ),
    scripts=MappingProxyType({"CJK": "Chinese", "HANGUL": "Korean", "KANA": "Japanese"}),
)
GERMAN: Final = Words(
    no_language="Ohne Sprachangabe",
    no_keyword="Ohne Schlagwörter",
    no_year="Ohne Datum",
    other_script="Andere Schriften",
    script="{} Schrift",
    plurals=MappingProxyType(
        {
            "article": "Preprints",
            "bill": "Gesetzentwürfe",
            "broadcast": "Sendungen",
            "collection": "Sammlungen",
            "dataset": "Datensätze",
            "document": "Dokumente",
            "entry": "Einträge",
            "entry-dictionary": "Wörterbucheinträge",
            "entry-encyclopedia": "Lexikoneinträge",
            "event": "Veranstaltungen",
            "graphic": "Bilder",
            "hearing": "Anhörungen",
            "interview": "Interviews",
            "legal_case": "Rechtsfälle",
            "legislation": "Gesetze",
            "manuscript": "Manuskripte",
            "map": "Karten",
            "motion_picture": "Videoaufnahmen",
            "musical_score": "Partituren",
            "pamphlet": "Broschüren",
            "paper-conference": "Konferenzbeiträge",
            "patent": "Patente",
            "performance": "Aufführungen",
            "periodical": "Zeitschriften",
            "personal_communication": "Persönliche Kommunikation",
            "post": "Posts",
            "post-weblog": "Blogeinträge",
            "regulation": "Verordnungen",
            "report": "Berichte",
            "review": "Rezensionen",
            "review-book": "Buchbesprechungen",
            "song": "Audioaufnahmen",
            "speech": "Vorträge",
            "standard": "Normen",
            "thesis": "Abschlussarbeiten",
            "webpage": "Webseiten",
        }
    ),
    scripts=MappingProxyType(
        {
            "ARABIC": "Arabische",
            "ARMENIAN": "Armenische",
            "BENGALI": "Bengalische",
            "CJK": "Chinesische",
            "CYRILLIC": "Kyrillische",
            "DEVANAGARI": "Devanagari-",
            "ETHIOPIC": "Äthiopische",
            "GEORGIAN": "Georgische",
            "GREEK": "Griechische",
            "HANGUL": "Koreanische",
            "HEBREW": "Hebräische",
            "KANA": "Japanische",
            "LATIN": "Lateinische",
            "THAI": "Thailändische",
            "TIBETAN": "Tibetische",
        }
    ),
)


def words_of(locale: Locale) -> Words:
    """The headings in the language of `locale`: German, or else English."""
    return GERMAN if locale.language.startswith("de") else ENGLISH


def of_type(name: str, locale: Locale) -> str:
    """The heading of items of the type `name`.

    >>> from reportcite.csl.locale import load_locale
    >>> [of_type(name, load_locale("de-DE")) for name in ("book", "report", "article-journal")]
    ['Bücher', 'Berichte', 'Zeitschriftenartikel']
    >>> of_type("report", load_locale("fr-FR"))
    'Rapport'
    """
    own = words_of(locale).plurals.get(name) if locale.language[:2] in {"de", "en"} else None
    return _capitalized(own or locale.term(name, plural=True) or name)


def of_language(tag: str, locale: Locale) -> str:
    """The name of the language with the `tag`: in German and English, else in itself."""
    language = locale.language[:2]
    named = language_name(tag, language) if language in {"de", "en"} else ""
    return _capitalized(named or native_name(tag) or language_name(tag, "en") or tag)


def of_script(name: str, locale: Locale) -> str:
    """The heading of a script by the `name` that Unicode gives its letters (`CYRILLIC`)."""
    words = words_of(locale)
    known = words.scripts.get(name, name.capitalize())
    return words.script.format(known).replace("- ", "-")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
