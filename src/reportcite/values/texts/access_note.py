"""Notes that say where a page is and when it was seen, which is what BibTeX has for want of fields:
`[Online; accessed 22-July-2004]`, `https://a.org, visited on 2020-03-04`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.dates.typed import date_from_text
from reportcite.values.shapes import Date

_ONLINE: Final = (
    r"(?:(?:(?:available|verfügbar|abrufbar) )?(?:online(?: (?:at|from|unter))?|at|from|unter|url)"
    r"[:;,.]? ?)?"
)
_URL: Final = r"(?P<url>https?://[^\s\[\]]*[^\s\[\],;.)])"
_SEEN: Final = (
    r"[\[(]?(?:last |zuletzt |letzter )?(?:accessed|visited|retrieved|checked|abgerufen|besucht|"
    r"zugriff|stand|consulté|consultado|acesso)(?: (?:on|at|am|le|el|em))?:? "
    r"(?P<date>[^\[\]()]{4,30}?)"
)
_NOTE: Final = pattern(
    rf"\[?{_ONLINE}{_URL}?(?:[,;.]? ?{_SEEN})?[\])]?\.?",
    re.IGNORECASE,
)
_SEEN_FIRST: Final = pattern(rf"{_SEEN}[\])]?[.,;:]? {_ONLINE}{_URL}\.?", re.IGNORECASE)


class AccessNote(NamedTuple):
    """The address of a page, "" where it is not said, and when it was seen."""

    url: str
    accessed: Date | None


def read_access_note(note: str) -> AccessNote | None:
    """What `note` says of the access to a page; None where it says anything else.

    >>> read_access_note("[Online; accessed 22-July-2004]")
    AccessNote(url='', accessed={'date-parts': [[2004, 7, 22]]})
    >>> read_access_note("https://a.org, visited on 2020-03-04").url, read_access_note("Online")
    ('https://a.org', None)
    """
    match = _SEEN_FIRST.fullmatch(note) or _NOTE.fullmatch(note)
    if match is None:
        return None
    url, said = match["url"] or "", match["date"]
    if url.count("(") > url.count(")") and note[match.end("url") :][:1] == ")":
        url += ")"
    accessed = date_from_text(said).date if said else None
    if said and (accessed is None or "date-parts" not in accessed):
        return None
    return AccessNote(url, accessed) if url or accessed else None
