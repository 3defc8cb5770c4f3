"""From what a reader parsed to a Record: names recognised, shapes checked, dates and names read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final, TypeAlias, cast

from reportcite.errors import Place
from reportcite.problems import Problem, shown
from reportcite.record.assemble.crossref import OTHER_MEMBERS, other_data_fault, text_in
from reportcite.record.assemble.names import read_name
from reportcite.record.model import NEVER_NONE, TEXT_FIELDS, Record, Value
from reportcite.record.rules import DUPLICATE_KEY, UNKNOWN_KEY, UNKNOWN_TYPE
from reportcite.record.spelling import IGNORED, field_name, nearest_field, nearest_type, type_name
from reportcite.record.untyped import Tree, kind_of, wrong_shape
from reportcite.values.dates.parts import date_from_list, date_from_mapping
from reportcite.values.dates.typed import date_from_text
from reportcite.values.doi import bare_doi, doi_problems, is_doi
from reportcite.values.names.doubts import halves_problem
from reportcite.values.names.parts import is_contributor
from reportcite.values.rules import DOI_PREFIX, WRONG_SHAPE
from reportcite.values.shapes import Contributor
from reportcite.values.url import is_url
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

__all__ = ["Places", "Tree", "build_record", "numbered_id", "stem_of"]

Places: TypeAlias = dict[str, tuple[int, int]]
"""Line and column of each key of a record; members of a list stand under `author/1`, `author/2`."""

DEFAULT_TYPE: Final = "report"

_MAX_SUGGESTED: Final = 20
_NOTHING: Final = frozenset({"", "~", "null"})

_TEXT, _CODE, _NAME, _DATE, _SKIP, _ID, _TYPE = range(7)
_KIND: Final[dict[str, int]] = {
    **dict.fromkeys(TEXT_FIELDS, _TEXT),
    **dict.fromkeys(NEVER_NONE, _CODE),
    **dict.fromkeys(NAME_VARIABLES, _NAME),
    **dict.fromkeys(DATE_VARIABLES, _DATE),
    **dict.fromkeys(IGNORED, _SKIP),
    "id": _ID,
    "type": _TYPE,
}
_NONE_ABSENT: Final[frozenset[str]] = frozenset()


def build_record(
    source: Mapping[str, Tree],
    place: Place,
    *,
    fallback_id: str,
    places: Places | None = None,
    problems: Sequence[Problem] = (),
) -> Record:
    """The record in `source`, a mapping of field names to values.

    Field names are taken in any case, with `_` or blanks for `-`. A value that cannot be read
    leaves a Problem in the record's `problems`, after those given. `places`, keyed by the names
    as typed, becomes the record's. Without a usable id the record gets `fallback_id`, without a
    type it is a report. Nothing in `source` is changed, but its name mappings may be shared.
    """
    return _Builder(place, {} if places is None else places, list(problems)).build(
        source, fallback_id
    )


class _Builder:
    """One record in the making."""

    __slots__ = ("absent", "fields", "others", "place", "places", "problems")

    def __init__(self, place: Place, places: Places, problems: list[Problem]) -> None:
        self.place = place
        self.places = places
        self.problems = problems
        self.fields: dict[str, Value] = {}
        self.absent: set[str] = set()
        self.others: list[str] = []  # members of another program that are no fields

    def build(self, source: Mapping[str, Tree], fallback_id: str) -> Record:
        id_ = fallback_id
        type_ = DEFAULT_TYPE
        fields = self.fields
        for key, value in source.items():
            kind = _KIND.get(key)
            name = key
            if kind is None:
                known = self._known(key, source)
                if known is None:
                    continue
                name, kind = known, _KIND[known]
            if kind == _TEXT:
                text = value if isinstance(value, str) else self._scalar(name, value)
                if text and not text.isspace():
                    fields[name] = text
            elif kind == _CODE:
                self._code(name, value)
            elif kind == _NAME:
                self._names(name, value)
            elif kind == _DATE:
                self._date(name, value)
            elif kind == _ID:
                id_ = self._scalar(name, value) or fallback_id
            elif kind == _TYPE:
                type_ = self._type(value)
        if self.others:
            self._add(self.others[0], other_data_fault(self.others))
        return Record(
            id_,
            type_,
            fields,
            self.place,
            frozenset(self.absent) if self.absent else _NONE_ABSENT,
            tuple(self.problems),
            self.places,
        )

    def _known(self, key: str, source: Mapping[str, Tree]) -> str | None:
        """The field another spelling means, its place moved along; None where there is none."""
        name = field_name(key)
        if name is None and key.lower() in OTHER_MEMBERS:
            self.others.append(key)
            return None
        if name is None:
            # A file of something else has thousands of them, and seeking the nearest is dear.
            nearest = nearest_field(key) if len(self.problems) < _MAX_SUGGESTED else None
            self._add(
                key,
                UNKNOWN_KEY.found(
                    f"{shown(key)} is not a field reportcite knows; it is left out",
                    f"did you mean `{nearest}`?" if nearest else "use the name of a CSL variable",
                ),
            )
            return None
        if name in source or name in self.fields:
            if _single(source[key]) == _single(source.get(name, self.fields.get(name))):
                return None
            message = f"{shown(key)} is another spelling of {name}, which is given too"
            self._add(key, DUPLICATE_KEY.found(message, "keep one of them"))
            return None
        if key in self.places:
            self.places[name] = self.places.pop(key)
        return name

    def _code(self, name: str, value: Tree) -> None:
        text = self._scalar(name, value)
        if len(text) < 10 and text.strip().lower() == "none":
            self.absent.add(name)
        elif text and not text.isspace():
            if text[-1].isspace() and (is_url(bare := text.strip()) or is_doi(bare)):
                text = bare  # it was typed as a block, which ends in a line break
            self.fields[name] = text if name != "DOI" or text[:3] == "10." else self._doi(text)

    def _doi(self, text: str) -> str:
        """A DOI without what stands before it; what is no DOI as it is."""
        for fault in doi_problems(text):
            if fault.rule is DOI_PREFIX:
                self._add("DOI", fault)
                return bare_doi(text)
        return text

    def _scalar(self, name: str, value: Tree, index: int = 0) -> str:
        """`value` as text, "" for nothing; a list or a mapping leaves a problem."""
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return str(value)
        if found := text_in(name, value):
            text, fault = found
            if fault is not None:
                self._add(name, fault, index)
            return text
        message = f"{name} wants one text, but holds {kind_of(value)}"
        self._add(name, WRONG_SHAPE.found(message, f"write {name}: some text"), index)
        return ""

    def _type(self, value: Tree) -> str:
        text = value if isinstance(value, str) else self._scalar("type", value)
        if text in ITEM_TYPES:
            return text
        if not text:
            return DEFAULT_TYPE
        name = type_name(text)
        if name is not None:
            return name
        nearest = nearest_type(text)
        hint = f"did you mean `{nearest}`?" if nearest else "use a CSL type, such as report or book"
        message = f"{shown(text)} is not a type of CSL; the record is taken as a document"
        self._add("type", UNKNOWN_TYPE.found(message, hint))
        return "document"

    def _date(self, name: str, value: Tree) -> None:
        if isinstance(value, dict):
            reading = date_from_mapping(value)
        elif isinstance(value, list):
            listed = date_from_list(value)
            if listed is None:
                self._wrong(name, value, "a date such as 2024-05")
                return
            reading = listed
        else:
            reading = date_from_text(self._scalar(name, value))
        if reading.problem is not None:
            self._add(name, reading.problem)
        if reading.absent:
            self.absent.add(name)
        elif reading.date is not None:
            self.fields[name] = reading.date

    def _names(self, name: str, value: Tree) -> None:
        names: list[Contributor] = []
        if isinstance(value, list):
            for index, one in enumerate(value, 1):
                # The common case, taken as it is: this runs for every name.
                if isinstance(one, dict) and is_contributor(one):
                    names.append(cast(Contributor, one))
                else:
                    names += self._name(name, one, index)
            first = value[0] if len(value) > 1 else None
            if isinstance(first, str) and "," not in first and (problem := halves_problem(value)):
                self._add(name, problem)
        elif isinstance(value, str) and value.strip().lower() == "none":
            self.absent.add(name)
        elif not (isinstance(value, str) and value.strip() in _NOTHING):
            names += self._name(name, value, 0)
        if names:
            self.fields[name] = names

    def _name(self, field: str, value: Tree, index: int) -> list[Contributor]:
        """The names in `value`, a text or a mapping: one, or none where a problem is left."""
        names, problems = read_name(field, value)
        for problem in problems:
            self._add(field, problem, index)
        return names

    def _wrong(self, name: str, value: Tree, wanted: str, index: int = 0) -> None:
        self._add(name, wrong_shape(name, value, wanted), index)

    def _add(self, key: str, fault: Problem, index: int = 0) -> None:
        places = self.places
        where = places.get(f"{key}/{index}") if index else None
        line, column = where or places.get(key) or (self.place.line, self.place.column)
        self.problems.append(fault.at(Place(self.place.file, line, column)))


def _single(value: object) -> object:
    """The only member of a list, and everything else as it is."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def stem_of(name: str) -> str:
    """The file name without folder and suffixes, from which records without an id are named."""
    return PurePath(name).name.split(".")[0].lstrip("-") or "record"


def numbered_id(stem: str, number: int) -> str:
    """The id of the `number`-th record of a file if it has none: `stem`, `stem-2`, `stem-3`."""
    return stem if number == 1 else f"{stem}-{number}"
