"""Names as headings of library catalogues: a closing full stop, years of life, units of bodies.

Source: MARC 21 Bibliographic, fields X00 ($a name, $c titles, $d dates) and X10 ($b unit); AACR2,
22.17, 22.18 and 24.12.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.isbd import without_stop
from reportcite.values.names.typed import name_from_text, plain_name
from reportcite.values.shapes import Contributor

_YEAR: Final = (
    r"(?:(?:approximately|circa|ca\.?|b\.|d\.|fl\.|active|born|died) )*[0-9]{3,4}\??"
    r"(?: B\.? ?C\.?(?: ?E\.?)?)?"
)
_LIFE: Final = pattern(
    rf", *(?:{_YEAR} ?(?:[-–] ?(?:{_YEAR})?)?|[-–] ?{_YEAR}"
    r"|(?:fl\. |active )?[0-9]{1,2}(?:st|nd|rd|th) cent(?:\.|ury))[.,]?$"
)
# Initials, and what they stand for (AACR2, 22.18): only what has a comma is a name in that order.
_FULLER: Final = pattern(r"([^,()]+,[^,()]*\.) \([^()]*\)[,.]*")


def name_of_heading(text: str) -> Contributor:
    """The name in the heading of a person, without the fuller form of initials.

    >>> name_of_heading("Doe, Jane, 1848-1914."), name_of_heading("Doe, J. (Jane), b. 1900")
    ({'family': 'Doe', 'given': 'Jane'}, {'family': 'Doe', 'given': 'J.'})
    """
    # Run for most records of a catalogue: most names are plain, and few end in a full stop.
    if plain := plain_name(text if text[-1:].isalpha() else without_stop(text)):
        return plain
    bare = _LIFE.sub("", text)
    if "(" in bare and (fuller := _FULLER.fullmatch(bare)):
        bare = fuller[1]
    return name_from_text(without_stop(bare))


def body_of_heading(parts: Sequence[str]) -> str:
    """A corporate body with its units, from the whole to the part.

    >>> body_of_heading(["Library of Congress.", "Music Division."])
    'Library of Congress. Music Division'
    """
    bare = [without_stop(part) for part in parts if part]
    return " ".join(
        part if part[-1:] == "." or part is bare[-1] else f"{part}." for part in bare if part
    )


_RESPONSIBLE: Final = (
    *("author", "compiler", "composer", "director", "editor", "performer", "script-writer"),
)


def role_of_bodies(held: Container[str], csl_type: str) -> str:
    """What corporate bodies without a stated role are to a work of which the roles in `held` are
    stated: its authors where nobody else is responsible, and who issues a periodical is not.

    >>> role_of_bodies({"translator"}, "report"), role_of_bodies({"editor"}, "report")
    ('author', 'contributor')
    """
    others = csl_type == "periodical" or any(role in held for role in _RESPONSIBLE)
    return "contributor" if others else "author"
