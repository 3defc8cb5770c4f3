"""biblatex's localisation keys, and what they stand for in English and German.

After the biblatex manual, section 4.9.2: in `type`, `location`, `pubstate` and `language` a key
such as `patentus` or `langlatin` is no text to print.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.values.language import primary_language

READ_GENRES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "phdthesis": "PhD thesis",
        "mathesis": "Master’s thesis",
        "mastersthesis": "Master’s thesis",
        "bathesis": "Bachelor’s thesis",
        "candthesis": "Candidate thesis",
        "techreport": "Technical report",
        "resreport": "Research report",
        "software": "Computer software",
        "datacd": "CD-ROM",
        "audiocd": "Audio CD",
        "patent": "Patent",
        "patentde": "German patent",
        "patenteu": "European patent",
        "patentfr": "French patent",
        "patentuk": "British patent",
        "patentus": "U.S. patent",
        "patreq": "Patent request",
        "patreqde": "German patent request",
        "patreqeu": "European patent request",
        "patreqfr": "French patent request",
        "patrequk": "British patent request",
        "patrequs": "U.S. patent request",
    }
)
"""Key in `type` → what it means."""

_GERMAN_GENRES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "phdthesis": "Dissertation",
        "mathesis": "Masterarbeit",
        "mastersthesis": "Masterarbeit",
        "bathesis": "Bachelorarbeit",
        "techreport": "Technischer Bericht",
        "resreport": "Forschungsbericht",
        "software": "Computersoftware",
        "audiocd": "Audio-CD",
        "patentde": "Deutsches Patent",
        "patenteu": "Europäisches Patent",
        "patentfr": "Französisches Patent",
        "patentuk": "Britisches Patent",
        "patentus": "US-Patent",
        "patreq": "Patentanmeldung",
        "patreqde": "Deutsche Patentanmeldung",
        "patreqeu": "Europäische Patentanmeldung",
        "patreqfr": "Französische Patentanmeldung",
        "patrequk": "Britische Patentanmeldung",
        "patrequs": "US-Patentanmeldung",
    }
)
"""Key in `type` → what it means in an entry in German."""

_COUNTRIES: Final = {
    "countrybr": "Brazil", "countryca": "Canada", "countrych": "Switzerland",
    "countrycn": "China", "countryde": "Germany", "countryep": "European Union",
    "countryeu": "European Union", "countryfr": "France", "countryit": "Italy",
    "countryjp": "Japan", "countryuk": "United Kingdom", "countryus": "United States",
    "countrywo": "WIPO",
}  # fmt: skip
_STATES: Final = {
    "forthcoming": "forthcoming", "inpreparation": "in preparation", "inpress": "in press",
    "prepublished": "pre-published", "submitted": "submitted",
}  # fmt: skip

KEYS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"genre": READ_GENRES, "publisher-place": _COUNTRIES, "status": _STATES}
)
"""Variable → its keys, in small letters, and what they mean."""


def localised(variable: str, text: str, language: str = "") -> str:
    """What `text` means, where it is a key of the field for `variable`; else as it is.

    A genre is called as in the `language` (a tag) of its entry, where that is German.

    >>> localised("publisher-place", "countryus"), localised("publisher-place", "Bern")
    ('United States', 'Bern')
    >>> localised("genre", "mathesis"), localised("genre", "mathesis", "de-AT")
    ('Master’s thesis', 'Masterarbeit')
    """
    keys = KEYS.get(variable)
    if variable == "genre" and primary_language(language).lower() == "de":
        text = _GERMAN_GENRES.get(text.lower(), text)
    return keys.get(text.lower(), text) if keys else text
