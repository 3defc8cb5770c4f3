"""One record in the making: its fields recognised, their shapes checked, and every value read in
the notation of its format, or kept as it was typed, with a problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from reportcite.errors import Place
from reportcite.problems import Problem, shown
from reportcite.record.assemble.crossref import OTHER_MEMBERS, other_data, text_in
from reportcite.record.custom import (
    CONTRIBUTORS,
    CSL,
    MAX_DEPTH,
    continued_in,
    json_value,
    without_details,
)
from reportcite.record.fields import NEVER_NONE, TEXT_FIELDS, Value
from reportcite.record.rules import DUPLICATE_KEY, NAMES_TRUNCATED, UNKNOWN_KEY, UNKNOWN_TYPE
from reportcite.record.spelling import field_name, nearest_field, nearest_type, type_name
from reportcite.record.untyped import Untyped, UntypedRecord, Written, kind_of
from reportcite.values.doi import bare_doi, begins_as_bare_doi, doi_problems, is_doi
from reportcite.values.names.parts import NAME_PARTS, is_contributor
from reportcite.values.rules import WRONG_SHAPE
from reportcite.values.shapes import Contributor
from reportcite.values.url import is_url
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

DEFAULT_TYPE: Final = "report"

_MAX_SUGGESTED: Final = 20
_NOTHING: Final = frozenset({"", "~", "null"})
_KEPT: Final = frozenset({"id", "type", "custom", "categories"})  # never unescaped

# In this order: none can be stated of codes, names and dates.
_TEXT, _CODE, _NAME, _DATE, _ID, _TYPE, _CUSTOM = range(7)
_KIND: Final[dict[str, int]] = {
    **dict.fromkeys(TEXT_FIELDS, _TEXT),
    **dict.fromkeys(NEVER_NONE, _CODE),
    **dict.fromkeys(NAME_VARIABLES, _NAME),
    **dict.fromkeys(DATE_VARIABLES, _DATE),
    "id": _ID,
    "type": _TYPE,
    "custom": _CUSTOM,
    "categories": _CUSTOM,
}
_NO_CUSTOM: Final[Mapping[str, Any]] = {}
_A: Final = {Mapping: "a mapping", list: "a list"}


class Making:
    """One record in the making."""

    __slots__ = (
        "advice",
        "custom",
        "fields",
        "id",
        "notation",
        "others",
        "place",
        "places",
        "problems",
        "source",
        "stated_none",
        "truncated",
        "type",
        "unknown",
        "without",
    )

    def __init__(self, untyped: UntypedRecord) -> None:
        self.notation = untyped.notation
        self.source = untyped.fields
        if unescape := self.notation.unescape:
            self.source = {
                name: value if name in _KEPT else _with_texts(value, unescape)
                for name, value in self.source.items()
            }
        self.without = untyped.stated_none
        self.place = untyped.place
        self.places = {} if untyped.places is None else untyped.places
        self.problems = list(untyped.problems)
        self.advice = list(untyped.advice)
        self.id = ""
        self.type = DEFAULT_TYPE
        self.fields: dict[str, Value] = {}
        self.stated_none: set[str] = set()
        self.truncated: set[str] = set()
        self.custom: Mapping[str, Any] = _NO_CUSTOM
        self.unknown: dict[str, Any] = {}  # members that are kept in `custom`
        self.others: list[str] = []  # members of another program that are no fields

    def read(self) -> None:
        """Make values of all fields."""
        fields, texts, without = self.fields, self.notation.texts, self.without
        for key, typed in self.source.items():
            kind, name = _KIND.get(key), key
            if kind is None:
                if not (known := self._known(key)):
                    continue
                name, kind = known, _KIND[known]
            value = typed
            if texts and name in texts and typed.__class__ is not Written:
                value = texts[name](typed)
            if kind == _TEXT:
                text = value if isinstance(value, str) else self._scalar(name, value)
                if text and not text.isspace():
                    fields[name] = text
            elif kind <= _DATE and key in without:
                self.stated_none.add(name)
            elif kind == _NAME:
                self._names(name, value)
            elif kind == _DATE:
                self._date(name, value)
            else:
                self._other(kind, name, value)
        if self.truncated or self.unknown or self.others:
            self._end()

    def _end(self) -> None:
        """Read what concerns several fields."""
        if self.truncated:
            self._truncated()
        if self.unknown:
            self._keep(self.unknown)
        if self.others:
            self._add(self.others[0], other_data(self.others))

    def _truncated(self) -> None:
        """Keep which lists of names go on, if they have any name."""
        self.truncated &= self.fields.keys()
        for name in sorted(self.truncated):
            message = f"{name} ends in “et al.”: names are missing"
            self._add(name, NAMES_TRUNCATED.found(message, "write out all names"))

    def _other(self, kind: int, name: str, value: Untyped) -> None:
        if kind == _CODE:
            self._code(name, value)
        elif kind == _ID:
            self.id = self._scalar(name, value)
        elif kind == _TYPE:
            self.type = self._type(value)
        elif value:
            self._custom(name, value)

    def _custom(self, name: str, value: Untyped) -> None:
        """Keep what is no variable; `categories` beside what a CSL item has in `custom`."""
        wanted = Mapping if name == "custom" else list
        if not isinstance(value, wanted):
            message = f"{name} wants {_A[wanted]}, but holds {kind_of(value)}"
            self._add(name, WRONG_SHAPE.found(message, "reportcite new shows what it looks like"))
            return
        try:
            found = json_value(value)
        except ValueError:
            message = f"{name} is nested more than {MAX_DEPTH} deep; it is left out"
            self._add(name, WRONG_SHAPE.found(message, "write lists and mappings less deep"))
            return
        if name == "custom":
            self.truncated.update(continued_in(found))
        self._keep(found if name == "custom" else {CSL: {name: found}})

    def _keep_unknown(self, key: str) -> bool:
        """Keep a member of another program's item in `custom`, unless something is called so
        there; whether it is kept."""
        held = self.source.get("custom")
        if key == CONTRIBUTORS or (isinstance(held, Mapping) and key in held):
            return False
        try:
            self.unknown[key] = json_value(self.source[key])
        except ValueError:
            return False
        return True

    def _keep(self, entries: dict[str, Any]) -> None:
        """Add `entries` to those that are kept already, of which mappings become one."""
        custom = {**self.custom}
        for name, value in entries.items():
            held = custom.get(name)
            both = isinstance(held, dict) and isinstance(value, dict)
            custom[name] = {**held, **value} if both and held else value
        self.custom = custom

    def _known(self, key: str) -> str | None:
        """The field another spelling means, its place moved along; None where there is none."""
        name = field_name(key)
        if name is None and key.lower() in OTHER_MEMBERS:
            self.others.append(key)
            return None
        if name is None:
            # A file of something else has thousands of them, and seeking the nearest is dear.
            nearest = nearest_field(key) if len(self.problems) < _MAX_SUGGESTED else None
            kept = not self.notation.states_none and self._keep_unknown(key)
            self._add(
                key,
                UNKNOWN_KEY.found(
                    f"{shown(key)} is not a field reportcite knows; it is "
                    + ("kept in custom" if kept else "left out"),
                    f"did you mean `{nearest}`?" if nearest else "use the name of a CSL variable",
                ),
            )
            return None
        source = self.source
        if name in source or name in self.fields:
            if _single(source[key]) == _single(source.get(name, self.fields.get(name))):
                return None
            message = f"{shown(key)} is another spelling of {name}, which is given too"
            self._add(key, DUPLICATE_KEY.found(message, "keep one of them"))
            return None
        if key in self.places:
            self.places[name] = self.places.pop(key)
        return name

    def _code(self, name: str, value: Untyped) -> None:
        text = self._scalar(name, value)
        if text and not text.isspace():
            if text[-1].isspace() and (is_url(bare := text.strip()) or is_doi(bare)):
                text = bare  # it was typed as a block, which ends in a line break
            is_bare = name != "DOI" or begins_as_bare_doi(text)
            self.fields[name] = text if is_bare else self._doi(text)

    def _doi(self, text: str) -> str:
        """A DOI without what stands before it, and not percent-encoded; what is no DOI as it is."""
        bare = bare_doi(text)
        if not is_doi(bare):
            return text
        for problem in doi_problems(text):
            self._add("DOI", problem)
        return bare

    def _scalar(self, name: str, value: Untyped) -> str:
        """`value` as text, "" for nothing; a list or a mapping leaves a problem."""
        if isinstance(value, Written):
            read = value.notation.texts.get(name)
            value = read(value.value) if read else value.value
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | float):
            return str(value)
        if not isinstance(value, Written) and (found := text_in(name, value)):
            text, problem = found
            if problem is not None:
                self._add(name, problem)
            return text
        message = f"{name} wants one text, but holds {kind_of(value)}"
        self._add(name, WRONG_SHAPE.found(message, f"write {name}: some text"))
        return ""

    def _type(self, value: Untyped) -> str:
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

    def _date(self, name: str, value: Untyped) -> None:
        notation = self.notation
        if isinstance(value, Written):
            value, notation = value
        reading = notation.date(name, value)
        if reading.problem is not None:
            self._add(name, reading.problem)
        if reading.stated_none:
            self.stated_none.add(name)
        elif reading.date is not None:
            self.fields[name] = reading.date
            if (advise := notation.date_advice) and reading.problem is None:
                advice = advise(value, reading.date)
                if advice is not None:
                    self.advice.append(advice.about(name, self._place_of(name)))
        elif reading.problem is None and not self.notation.states_none:
            self.places.pop(name, None)  # it says nothing, like no field at all

    def _names(self, name: str, value: Untyped) -> None:
        if not value and name not in self.places:  # most entries lack most kinds of names
            return
        if not isinstance(value, list):
            if not (isinstance(value, str) and value.strip() in _NOTHING):
                self._members(name, (value,), 0)
            return
        self._members(name, value, 1)
        if (several := self.notation.name_list) and len(value) > 1:
            first = value[0]
            if isinstance(first, str) and "," not in first and (problem := several(value)):
                self._add(name, problem)

    def _members(self, field: str, members: Sequence[Untyped], first: int) -> None:
        """Make names of the members of a list, counted from `first`."""
        names: list[Contributor] = []
        known: dict[int, dict[str, str]] = {}  # what else is known of some of them
        read = self.notation.names
        others: dict[int, int] = {}  # members with another number of names than one
        wrong = False
        for index, one in enumerate(members, first):
            # The common case, taken as it is: this runs for every name.
            if one.__class__ is dict and is_contributor(one):
                names.append(one)  # type: ignore[arg-type]
                continue
            own = one.notation.names if isinstance(one, Written) else read
            typed = one.value if isinstance(one, Written) else one
            found, problems, truncated = own(field, typed)
            if truncated:
                self.truncated.add(field)
            for problem in problems:
                self._add(field, problem, index)
                wrong = wrong or problem.is_error
            for name in found:
                bare = name
                if not name.keys() <= NAME_PARTS:
                    bare, known[len(names)] = without_details(name)
                names.append(bare)
            if len(found) != 1:
                others[index] = len(found)
        if others and first:
            self._move_places(field, len(members), others)
        if names:
            self.fields[field] = names
            if known:
                details = [known.get(index, {}) for index in range(len(names))]
                self._keep({CONTRIBUTORS: {field: details}})
        elif not (wrong or self.notation.states_none):
            self.places.pop(field, None)  # “and others” alone names nobody, like no field at all

    def _move_places(self, field: str, count: int, others: Mapping[int, int]) -> None:
        """Let the places of a field's members be those of its names, of which `others` hold
        several, or none."""
        places = self.places
        there = [places.pop(f"{field}/{index}", None) for index in range(1, count + 1)]
        moved = [
            there[index - 1] for index in range(1, count + 1) for _ in range(others.get(index, 1))
        ]
        places |= {f"{field}/{index}": place for index, place in enumerate(moved, 1) if place}

    def _add(self, key: str, problem: Problem, index: int = 0) -> None:
        self.problems.append(problem.about(key, self._place_of(key, index)))

    def _place_of(self, key: str, index: int = 0) -> Place:
        places = self.places
        where = places.get(f"{key}/{index}") if index else None
        line, column = where or places.get(key) or (self.place.line, self.place.column)
        return Place(self.place.file, line, column)


def _with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """`value` with `change` done to each text in it."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _with_texts(one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [_with_texts(one, change) for one in value]
    return value


def _single(value: object) -> object:
    """The only member of a list, and everything else as it is."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value
