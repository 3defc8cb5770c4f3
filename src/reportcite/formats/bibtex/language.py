"""Languages as BibTeX knows them: babel's names in `langid`, the bare tag in `language`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reportcite.values.language import language_tag, primary_language

LANGIDS: Mapping[str, str] = MappingProxyType(
    {
        "af": "afrikaans", "ar": "arabic", "bg": "bulgarian", "bs": "bosnian", "ca": "catalan",
        "cs": "czech", "cy": "welsh", "da": "danish", "de": "ngerman", "de-at": "naustrian",
        "de-ch": "nswissgerman", "el": "greek", "en": "english", "en-au": "australian",
        "en-ca": "canadian", "en-gb": "british", "en-nz": "newzealand", "en-us": "american",
        "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
        "fi": "finnish", "fr": "french", "fr-ca": "canadien", "ga": "irish", "gl": "galician",
        "he": "hebrew", "hi": "hindi", "hr": "croatian", "hu": "magyar", "hy": "armenian",
        "id": "indonesian", "is": "icelandic", "it": "italian", "ja": "japanese",
        "ka": "georgian", "ko": "korean", "la": "latin", "lt": "lithuanian", "lv": "latvian",
        "mk": "macedonian", "mr": "marathi", "ms": "malay", "nb": "norsk", "nl": "dutch",
        "nn": "nynorsk", "oc": "occitan", "pl": "polish", "pt": "portuguese",
        "pt-br": "brazilian", "ro": "romanian", "ru": "russian", "sk": "slovak",
        "sl": "slovene", "sq": "albanian", "sr": "serbian", "sv": "swedish", "th": "thai",
        "tr": "turkish", "uk": "ukrainian", "ur": "urdu", "vi": "vietnamese", "zh": "chinese",
    }
)  # fmt: skip
"""Language tag in small letters → babel's name."""

_TAGS = {langid: tag for tag, langid in LANGIDS.items()} | {
    "german": "de", "austrian": "de-at", "swissgerman": "de-ch", "usenglish": "en-us",
    "ukenglish": "en-gb", "uk-english": "en-gb", "francais": "fr", "frenchb": "fr",
    "brazil": "pt-br", "portuges": "pt", "hungarian": "hu", "norwegian": "nb",
    "slovenian": "sl", "farsi": "fa", "mexican": "es-mx", "spanishmx": "es-mx",
}  # fmt: skip


@lru_cache(maxsize=1024)
def write_language(language: str) -> tuple[str, str, bool]:
    """`language` and `langid` for a language tag, and whether they say all of it.

    Anything but a tag is kept as it is, without langid.

    >>> write_language("de-DE"), write_language("en-US")
    (('de', 'ngerman', False), ('en', 'american', True))
    """
    primary, langid = primary_language(language), ""
    if primary:
        langid = LANGIDS.get(language.lower().replace("_", "-")) or LANGIDS.get(primary.lower(), "")
    primary = primary or language
    back = read_language(primary, langid)
    if back != language and read_language(back, "") == back:
        return (*write_language(back)[:2], False)  # what is read is what is written again
    return primary, langid, back == language


@lru_cache(maxsize=1024)
def read_language(language: str, langid: str) -> str:
    """The language tag that `language` and `langid` stand for; text that names none as it is.

    >>> read_language("en", "american"), read_language("", "ngerman"), read_language("Kölsch", "")
    ('en-US', 'de', 'Kölsch')
    >>> read_language("deutsch", ""), read_language("eng", ""), read_language("en_US", "")
    ('de', 'en', 'en-US')
    """
    if language.lower() not in _TAGS:
        language = language_tag(language)
    named = _TAGS.get(langid.strip().lower(), "")
    if primary_language(language) and language.lower() not in _TAGS:
        primary = language.partition("-")[0]
        return (
            _cased(named) if language == primary and named.startswith(f"{primary}-") else language
        )
    if tag := _TAGS.get(language.lower().removeprefix("lang"), ""):
        return _cased(named if named.startswith(tag) else tag)
    return language or (_cased(named) if named else language_tag(langid.strip()))


def _cased(tag: str) -> str:
    primary, _, region = tag.partition("-")
    return f"{primary}-{region.upper()}" if region else primary
