"""Which fields of an entry hold which variables: what their names alone say."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import lru_cache
from typing import Final

from reportcite.formats.bibtex.fields import FieldKind, variables
from reportcite.formats.bibtex.reading.joined import OF_EPRINTS
from reportcite.tuples import NamedTuple

# Read together with another field, or said by the record itself.
_JOINED: Final = OF_EPRINTS | frozenset(
    {"date", "year", "month", "day", "language", "langid", "hyphenation", "options",
     "entrysubtype", "crossref", "xdata", "langidopts", "authortype", "editortype",
     "editoratype", "editorbtype", "editorctype", "titlesubtitle", "booksubtitle",
     "journalsubtitle", "mainsubtitle"}
)  # fmt: skip
PEOPLE: Final[Mapping[str, str]] = {
    "author": "authortype", "editor": "editortype", "editora": "editoratype",
    "editorb": "editorbtype", "editorc": "editorctype",
}  # fmt: skip
"""Fields of authors and editors, and those that say what these did."""

_OF_BIBLATEX: Final = frozenset(
    """date journaltitle location subtitle booksubtitle maintitle langid eprinttype
    eventtitle""".split()
)
_TYPES_OF_BIBLATEX: Final = frozenset("report thesis online collection mvbook mvcollection".split())


class Step(NamedTuple):
    """A field, the variable it holds, and how its value stands there."""

    field_name: str
    variable: str
    kind: FieldKind


@lru_cache(maxsize=1024)  # the entries of a program hold the same few sets of fields
def steps_of(csl_type: str, *field_names: str) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """The steps by which an entry of this type with these fields is read, and what has no place."""
    known = _known_steps(csl_type)
    there = [name for name in field_names if name not in _JOINED]
    found = sorted([known[name] for name in there if name in known])
    return tuple([step for _, step in found]), tuple([one for one in there if one not in known])


@lru_cache(maxsize=1 << 7)
def _known_steps(csl_type: str) -> Mapping[str, tuple[int, Step]]:
    """Each field of an entry of this type, its place among all and its step."""
    named = variables(csl_type).items()
    return {name: (place, Step(name, *held)) for place, (name, held) in enumerate(named)}


def is_of_biblatex(kind: str, field_names: Container[str]) -> bool:
    """Whether an entry of this type with these fields is biblatex's."""
    return kind in _TYPES_OF_BIBLATEX or any(name in field_names for name in _OF_BIBLATEX)
