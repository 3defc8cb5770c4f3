"""Languages: tags out of what catalogues and people write, `ger`, `German`, `Deutsch`, `en_US`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.rules import LANGUAGE_TAG

# Tag (ISO 639-1) → codes of ISO 639-2 (three letters), the English name, the German one, and others
# that catalogues and people write, in small letters.
_NAMES: Final = {
    "af": "afr afrikaans afrikaans",
    "ar": "ara arabic arabisch arabe árabe",
    "bg": "bul bulgarian bulgarisch bulgare",
    "bs": "bos bosnian bosnisch",
    "ca": "cat catalan katalanisch",
    "cs": "cze ces czech tschechisch tchèque",
    "cy": "wel cym welsh walisisch",
    "da": "dan danish dänisch dansk danois",
    "de": "ger deu german deutsch allemand alemán tedesco",
    "el": "gre ell greek griechisch grec",
    "en": "eng english englisch anglais inglés inglese",
    "es": "spa spanish spanisch español espagnol castellano",
    "et": "est estonian estnisch",
    "eu": "baq eus basque baskisch",
    "fa": "per fas persian persisch farsi",
    "fi": "fin finnish finnisch suomi",
    "fr": "fre fra french französisch français francés",
    "ga": "gle irish irisch",
    "he": "heb hebrew hebräisch",
    "hi": "hin hindi hindi",
    "hr": "hrv croatian kroatisch hrvatski",
    "hu": "hun hungarian ungarisch magyar",
    "hy": "arm hye armenian armenisch",
    "id": "ind indonesian indonesisch",
    "is": "ice isl icelandic isländisch",
    "it": "ita italian italienisch italiano italien",
    "ja": "jpn japanese japanisch",
    "ka": "geo kat georgian georgisch",
    "ko": "kor korean koreanisch",
    "ku": "kur kurdish kurdisch",
    "la": "lat latin latein",
    "lt": "lit lithuanian litauisch",
    "lv": "lav latvian lettisch",
    "mk": "mac mkd macedonian mazedonisch",
    "nb": "nob norwegian norwegisch",
    "nl": "dut nld dutch niederländisch nederlands néerlandais flemish",
    "no": "nor norwegian norwegisch norsk",
    "pl": "pol polish polnisch polski polonais",
    "pt": "por portuguese portugiesisch português portugais",
    "ro": "rum ron romanian rumänisch",
    "ru": "rus russian russisch russe",
    "sk": "slo slk slovak slowakisch",
    "sl": "slv slovene slowenisch slovenian",
    "sq": "alb sqi albanian albanisch",
    "sr": "srp serbian serbisch",
    "sv": "swe swedish schwedisch svenska suédois",
    "th": "tha thai thailändisch",
    "tr": "tur turkish türkisch türkçe turc",
    "uk": "ukr ukrainian ukrainisch",
    "ur": "urd urdu urdu",
    "vi": "vie vietnamese vietnamesisch",
    "yi": "yid yiddish jiddisch",
    "zh": "chi zho chinese chinesisch chinois",
}
LANGUAGE_TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {name: tag for tag, names in _NAMES.items() for name in names.split()}
)
"""Code of ISO 639-2, or name, in small letters → language tag."""

_SUBTAGS: Final = pattern(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_REGIONAL: Final = pattern(r"([A-Za-z]{2,3})_([A-Za-z]{2})")
# BCP 47: language, script, region or variant; then extensions.
_TAG: Final = pattern(
    r"(?:[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"|[ix])(?:-[a-z0-9](?:-[a-z0-9]{2,8}){1,8}){0,3}",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # the records of a file are in a few languages
def is_tag(text: str) -> bool:
    """Whether `text` has the form of a language tag (RFC 5646), such as `de` or `zh-Hant-TW`."""
    return _TAG.fullmatch(text) is not None


def language_tag(text: str) -> str:
    """The tag of the language that `text` names; what is a tag, or names none, as it is.

    >>> [language_tag(text) for text in ("ger", "Deutsch", "en_US", "DE", "de-AT", "Klingon")]
    ['de', 'de', 'en-US', 'de', 'de-AT', 'Klingon']
    """
    if (tag := LANGUAGE_TAGS.get(text.lower())) is not None:
        return tag
    if len(text) == 2 and text.isupper():
        return text.lower()
    if "_" in text and (match := _REGIONAL.fullmatch(text)):
        primary = match[1].lower()
        return f"{LANGUAGE_TAGS.get(primary, primary)}-{match[2].upper()}"
    return text


def primary_language(text: str) -> str:
    """The language in a tag, without script, region and so on; "" for what has no form of a tag.

    >>> primary_language("de-AT"), primary_language("zh_Hant"), primary_language("Kölsch")
    ('de', 'zh', '')
    """
    match = _SUBTAGS.fullmatch(text)
    return match[1] if match else ""


def language_name(tag: str, language: str) -> str:
    """What the language of a tag is called in German, if `language` is `de`, else in English, in
    small letters; "" for one without a name here.

    >>> language_name("fr-CA", "en"), language_name("sl", "de"), language_name("tlh", "de")
    ('french', 'slowenisch', '')
    """
    names = _NAMES.get(primary_language(tag).lower(), "").split()
    english, german = [*(name for name in names if len(name) > 3), "", ""][:2]
    return german if language == "de" else english


def language_problems(text: str) -> Iterator[Problem]:
    """Whether a language is not given as the tag of one language."""
    if is_tag(text):
        return
    tag = language_tag(text)
    message = f"{shown(text)} is no tag of one language"
    if is_tag(tag):
        yield LANGUAGE_TAG.found(message, f"write {tag}", fix=Fix(text, tag))
    else:
        yield LANGUAGE_TAG.found(message, "write one tag such as de or en-GB")
