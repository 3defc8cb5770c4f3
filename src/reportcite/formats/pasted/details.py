"""What stands beside a title or a publisher: who edited or translated, volumes, kinds, versions."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.people import names_in
from reportcite.patterns import pattern

# A stop in names is that of an initial.
_SPOKEN: Final = r"(?:[^.]|(?<=\b[^\W\d_])\.)+?"
_BY: Final = (
    r"(?P<role>[Ee]dited(?: (?:and|&) translated)? by|[Tt]ranslated(?: (?:and|&) edited)? by"
    r"|[Ee]d\. by|[Tt]rans\. by|[Hh]erausgegeben von|[Hh]rsg\. von|[Üü]bersetzt von|[Üü]bers\. von)"
)
_SENTENCE: Final = pattern(
    rf"(?:^|(?<=[.,;] )){_BY} (?P<names>{_SPOKEN}(?<!\b[^\W\d_]))\.(?: (?=[^a-z])|$)"
)
# MLA: Title. Translated by Tim Roe, Press, 2016.
_CLAUSE: Final = pattern(
    rf"(?:^|(?<=[.,;] )){_BY} (?P<names>{_SPOKEN}), (?=[^,]+, [^,]*\d{{4}}\.?(?: |$))"
)
_TRANSLATED: Final = pattern(r"[Tt]rans|[Üü]bers")
_EDITED: Final = pattern(r"[Ee]d(?:ited|s?\.)|[Hh](?:erausgegeben|rsg)")
_LAST_BRACKETS: Final = pattern(r" \((?P<in>[^()]+(?:\([^()]*\)[^()]*)*)\)\.?$")
_PEOPLE: Final = pattern(
    r"(?P<names>.+?), "
    r"(?P<role>(?:Eds?\.|Hrsg\.)(?: (?:&|und) (?:Trans\.|Übers\.))?|Trans\.|Übers\.)"
)
_PARTS: Final = (
    pattern(r"(?:Vol\.|Bd\.) (?P<volume>[^\s,–-]+)(?:, (?:Pt\.|Teil) (?P<part_number>\S+))?"
            r"(?:, (?:pp?\.|S\.) (?P<page>[\w–-]+))?"),
    pattern(r"(?:Vols\.|Bde?\.) 1[–-](?P<number_of_volumes>\d+)"),
    pattern(r"(?P<number_of_volumes>\d+) (?:vols?|Bde|Bände)\.?"),
    pattern(r"(?P<edition>\d+)(?:st|nd|rd|th)? ed\.?|(?P<edition_>\d+)\. Aufl\.?"),
    pattern(r"Version (?P<version>[^()]+)"),
    pattern(r"(?P<number>arXiv:\S+)", re.IGNORECASE),
    pattern(r"(?P<genre>[^()]*[Pp]atent)(?: No\.)? (?P<number>\S*\d\S*)"),
    pattern(r"(?P<genre>(?:[^\W\d_]+ )?(?:[Rr]eport|[Pp]aper|[Bb]ericht)) (?P<number>\S*\d\S*)"),
)  # fmt: skip
_VOLUMES: Final = pattern(r"(?:(?P<n>\d+) (?:vols?|Bde|Bände)|(?:[Vv]ol|Bd)\. (?P<v>[^\s.,]+))\. ?")


def without_contributors(text: str, fields: dict[str, object]) -> str:
    """`text` without the sentences that say who edited and who translated, which `fields` hold.

    >>> fields = {}
    >>> without_contributors("Edited by R.D. Hicks and T. Roe. Kiel: Quay.", fields), fields
    ('Kiel: Quay.', {'editor': ['R.D. Hicks', 'T. Roe']})
    """
    while match := _CLAUSE.search(text) or _SENTENCE.search(text):
        _put(match["role"], names_in(match["names"], inverted=False), fields)
        text = f"{text[: match.start()].rstrip(' ,;')} {text[match.end() :]}".strip()
    return text


def without_brackets(title: str, fields: dict[str, object]) -> str:
    """`title` without the brackets behind it, where all in them is understood, as APA has it.

    >>> fields = {}
    >>> without_brackets("Physics (P. H. Roe, Trans.; Vols. 1–3)", fields), fields
    ('Physics', {'translator': ['P. H. Roe'], 'number-of-volumes': '3'})
    >>> without_brackets("Physics (for all)", {})
    'Physics (for all)'
    """
    match = _LAST_BRACKETS.search(title)
    if not match:
        return title
    found: dict[str, object] = {}
    for piece in match["in"].split("; "):
        if people := _PEOPLE.fullmatch(piece):
            _put(people["role"], names_in(people["names"], inverted=False), found)
        elif parts := next(filter(None, (form.fullmatch(piece) for form in _PARTS)), None):
            named = {
                name.strip("_").replace("_", "-"): text
                for name, text in parts.groupdict().items()
                if text
            }
            found |= named
        else:
            return title
    if "atent" in str(found.get("genre")):
        found["type"] = "patent"
    elif "number" in found and "genre" in found:
        found["type"] = "report"
    fields |= found
    return title[: match.start()]


def without_volumes(text: str, fields: dict[str, object]) -> str:
    """`text` without a first sentence that says which volume it is, or how many there are.

    >>> fields = {}
    >>> without_volumes("2 vols. Kiel: Quay.", fields), fields
    ('Kiel: Quay.', {'number-of-volumes': '2'})
    """
    if match := _VOLUMES.match(text):
        name = "number-of-volumes" if match["n"] else "volume"
        fields[name] = match["n"] or match["v"]
        return text[match.end() :]
    return text


def add_series(text: str, fields: dict[str, object]) -> None:
    """How many volumes there are, or the series and the number in it.

    >>> fields = {}
    >>> add_series("3 vols", fields), add_series("Sea 7", fields), fields
    (None, None, {'number-of-volumes': '3', 'collection-title': 'Sea', 'collection-number': '7'})
    """
    if not without_volumes(f"{text}. ", fields):
        return
    match = _NUMBERED.fullmatch(text)
    fields["collection-title"] = match["name"] if match else text
    fields |= {"collection-number": match["number"]} if match else {}


_NUMBERED: Final = pattern(r"(?P<name>.+?),? (?P<number>\d+)")


def _put(role: str, names: list[object], fields: dict[str, object]) -> None:
    if _EDITED.search(role):
        fields["editor"] = names
    if _TRANSLATED.search(role):
        fields["translator"] = names
