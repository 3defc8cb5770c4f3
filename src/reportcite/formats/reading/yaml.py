"""Makes values of YAML events: every scalar the text that was typed, aliases only for short values.

PyYAML's constructors never run, so nothing becomes a number, a date, a truth value or an object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportcite.formats.rules import TOO_DEEP, YAML_ALIAS, YAML_TAG
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.record.rules import DUPLICATE_KEY
from reportcite.record.untyped import NONE, Places, Untyped
from reportcite.values.rules import WRONG_SHAPE

if TYPE_CHECKING:
    from yaml import Mark

SYNTAX_HINT: Final = "put quotes round the text, or check the indentation"
"""What whoever wrote something else than YAML can do, where nothing more is known."""

_MAX_DEPTH: Final = 16
# A short value without aliases in it, repeated, grows with the file; nested ones grow into a bomb.
_MAX_ALIASED: Final = 2000
_MAX_ANCHORS: Final = 1000
_MERGE: Final = "<<"
_CUSTOM: Final = "custom"  # whose values have types of their own
_LONGEST_NUMBER: Final = 100  # characters
_CORE: Final = "tag:yaml.org,2002:"
# What programs write for nothing; of the other spellings YAML has for it, one is a family's name.
_NULLS: Final = frozenset({"null", "~"})
# What means something else without quotes than with them.
_WORDS: Final = _NULLS | {NONE}
_BOOLEANS: Final = {"true": True, "false": False}
_NUMBER: Final = pattern(r"-?[0-9]+(?:\.[0-9]+)?(?:e[-+][0-9]+)?")
_FRACTION: Final = pattern("[.e]")
_TAGS: Final = frozenset({"str", "int", "float", "bool", "null", "timestamp", "seq", "map"})


class Broken(Exception):
    """The record cannot be read on from `mark`."""

    def __init__(self, problem: Problem, mark: Mark) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.mark = mark


def too_deep() -> Problem:
    """That lists and mappings are nested deeper than any record's."""
    message = f"the record is nested more than {_MAX_DEPTH} deep"
    return TOO_DEEP.found(message, "write lists and mappings no deeper than names")


class Values:
    """Takes events from one parser and makes values of them.

    `next_event` is the parser's `get_event`; `report` takes a problem and where it stands,
    `line` is added to the parser's line numbers. `anchors` is to be emptied at each document.
    `stated_none` are the fields of the last record that hold the word `none`, without quotes.
    """

    def __init__(
        self, next_event: Callable[[], Any], report: Callable[[Problem, Mark], None], line: int
    ) -> None:
        self.next_event = next_event
        self.report = report
        self.line = line
        self.anchors: dict[str, Untyped] = {}
        self.stated_none: set[str] = set()
        self._aliases = 0

    def fields(
        self, start: Any, list_key: str | None = None
    ) -> tuple[dict[str, Untyped], Places, Any]:
        """A record's fields, their places, and the event they end with.

        That is the end of the mapping that `start` begins, or the start of a list whose key is
        `list_key`: its members are the caller's to read. Raises Broken.
        """
        found: dict[str, Untyped] = {}
        places: Places = {}
        self.stated_none = set()
        line, next_event = self.line, self.next_event
        aliases = self._aliases
        self._look_at_tag(start)
        key = next_event()
        while key.__class__ is not MappingEndEvent:
            name = key.value if key.__class__ is ScalarEvent else self._odd_key(key, 1)
            event = next_event()
            if event.__class__ is ScalarEvent and event.tag is None and event.anchor is None:
                value: Untyped = event.value
                if event.style == ">":
                    value = _folded(event.value)
                elif value in _WORDS and event.implicit[0]:
                    value = self._word(name, event.value)
            elif event.__class__ is SequenceStartEvent and event.anchor is None:
                if name == list_key:
                    return found, places, event
                value = self._members(event, 1, name, places)
            else:
                value = self._typed(event, 1) if name == _CUSTOM else self.value(event)
            if name in found:
                self._duplicate(name, key)
            else:
                found[name] = value
                mark = key.start_mark
                places[name] = (mark.line + line, mark.column + 1)
            key = next_event()
        if start.anchor is not None and aliases == self._aliases:
            self._remember(start, {**found})
        if _MERGE in found:
            mark = places.pop(_MERGE)
            for name in _merge(found):
                places[name] = mark
        return found, places, key

    def _word(self, name: str, word: str) -> Untyped:
        if word != NONE:
            return None
        self.stated_none.add(name)
        return word

    def value(self, start: Any, depth: int = 1) -> Untyped:
        """The value that the event `start` begins. Raises Broken where it is nested too deep."""
        if start.__class__ is ScalarEvent and start.tag is None and start.anchor is None:
            text: str = start.value
            if text in _NULLS and start.implicit[0]:
                return None
            return _folded(text) if start.style == ">" else text
        if start.__class__ is AliasEvent:
            return self._alias(start)
        aliases = self._aliases
        value: Untyped
        if start.__class__ is ScalarEvent:
            self._look_at_tag(start)
            value = _folded(start.value) if start.style == ">" else start.value
        elif start.__class__ is SequenceStartEvent:
            value = self._members(start, depth)
        else:
            value = self._mapping(start, depth)
        if start.anchor is not None and aliases == self._aliases:
            self._remember(start, value)
        return value

    def _typed(self, start: Any, depth: int) -> Any:
        """As `value`, but numbers and truth values without quotes are such (YAML 1.2, 10.3.2)."""
        if start.__class__ is ScalarEvent and start.implicit[0] and start.anchor is None:
            return _scalar(start.value)
        if start.__class__ is SequenceStartEvent and start.anchor is None:
            self._go_deeper(start, depth)
            members: list[Any] = []
            while (event := self.next_event()).__class__ is not SequenceEndEvent:
                members.append(self._typed(event, depth + 1))
            return members
        if start.__class__ is MappingStartEvent and start.anchor is None:
            return self._mapping(start, depth, self._typed)
        return self.value(start, depth)

    def _remember(self, start: Any, value: Untyped) -> None:
        """Let aliases of the anchor of `start` stand for `value`, which has none in it."""
        if len(self.anchors) < _MAX_ANCHORS and _weight(value) <= _MAX_ALIASED:
            self.anchors[start.anchor] = value

    def _members(
        self, start: Any, depth: int, name: str = "", places: Places | None = None
    ) -> list[Untyped]:
        self._go_deeper(start, depth)
        members: list[Untyped] = []
        event = self.next_event()
        while event.__class__ is not SequenceEndEvent:
            members.append(self.value(event, depth + 1))
            if places is not None:
                mark = event.start_mark
                places[f"{name}/{len(members)}"] = (mark.line + self.line, mark.column + 1)
            event = self.next_event()
        return members

    def _mapping(
        self, start: Any, depth: int, read: Callable[[Any, int], Untyped] | None = None
    ) -> dict[str, Untyped]:
        """A mapping, whose values `read` reads, or else `value`."""
        self._go_deeper(start, depth)
        found: dict[str, Untyped] = {}
        next_event = self.next_event
        read = read or self.value
        key = next_event()
        while key.__class__ is not MappingEndEvent:
            name = key.value if key.__class__ is ScalarEvent else self._odd_key(key, depth + 1)
            value = read(next_event(), depth + 1)
            if name in found:
                self._duplicate(name, key)
            else:
                found[name] = value
            key = next_event()
        if _MERGE in found:
            _merge(found)
        return found

    def _go_deeper(self, start: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise Broken(too_deep(), start.start_mark)
        self._look_at_tag(start)

    def _odd_key(self, event: Any, depth: int) -> str:
        self.value(event, depth)
        message = "the name of a field is a list, a mapping or an alias"
        problem = WRONG_SHAPE.found(message, "write “field: value”")
        self.report(problem, event.start_mark)
        return ""

    def _duplicate(self, name: str, key: Any) -> None:
        message = f"{shown(name)} is given twice; the first counts"
        hint = "keep one of them, or put a line “---” between two records"
        self.report(DUPLICATE_KEY.found(message, hint), key.start_mark)

    def _look_at_tag(self, event: Any) -> None:
        # "!" alone only says that a plain scalar is a text, which every scalar is here.
        if event.tag in (None, "!") or event.tag.removeprefix(_CORE) in _TAGS:
            return
        tag = event.tag.replace(_CORE, "!!")
        message = f"the tag {shown(tag)} means nothing in a record"
        self.report(YAML_TAG.found(message, "delete the tag"), event.start_mark)

    def _alias(self, event: Any) -> Untyped:
        self._aliases += 1
        if event.anchor in self.anchors:
            return self.anchors[event.anchor]
        message = (
            f"the alias {shown('*' + event.anchor)} has nothing to stand for: no anchor before "
            f"it, or one with an alias in it or more than {_MAX_ALIASED} characters"
        )
        self.report(YAML_ALIAS.found(message, "write the value out"), event.start_mark)
        return None


def _merge(found: dict[str, Untyped]) -> list[str]:
    """Put what `<<` names into `found`, where that has nothing of its own (yaml.org/type/merge),
    and name that. An id stays the record's."""
    merged: list[str] = []
    sources = found.pop(_MERGE)
    for source in sources if isinstance(sources, list) else [sources]:
        for name, value in source.items() if isinstance(source, dict) else ():
            if name not in found and name != "id":
                found[name] = value
                merged.append(name)
    return merged


def _folded(text: str) -> str:
    """A text that was typed with `>` to have it over several lines, without a line break after it.

    That is YAML's default, and nobody who wraps a title means it to end in a line break.
    """
    return text.rstrip("\n")


def _scalar(text: str) -> str | int | float | bool | None:
    """What a scalar without quotes is: nothing, a truth value, a number or a text.

    A number that would be written otherwise, such as 007 or 1.10, is a text.
    """
    if text in ("", *_NULLS):
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if len(text) < _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        number = float(text) if _FRACTION.search(text) else int(text)
        # PyYAML writes 1.0e+20 for what is 1e+20.
        if str(number) in (text, text.replace(".0e", "e")):
            return number
    return text


def _weight(value: Untyped) -> int:
    """How many characters and members `value` has, which has no aliases in it."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum([_weight(member) + 1 for member in value])
    if isinstance(value, dict):
        return sum([len(key) + _weight(member) + 1 for key, member in value.items()])
    return 0
