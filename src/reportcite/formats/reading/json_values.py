"""Decodes single JSON values (RFC 8259) for records: numbers stay text, oddities are problems."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import isinf
from typing import Any, Final

from reportcite.formats.reading.source import NOT_UTF8
from reportcite.formats.rules import ENCODING, JSON_SYNTAX, TOO_DEEP
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.record.rules import DUPLICATE_KEY
from reportcite.record.untyped import Places, Untyped

_ESCAPED_SURROGATE: Final = pattern(r"\\u[dD][89a-fA-F]")
_BLANKS: Final = pattern(r"[ \t\n\r]*")
_COLON: Final = pattern(r"[ \t\n\r]*:")
_SPACED_COLON: Final = pattern(r'"[ \t\n\r]+:')
_WHITE: Final = (" :", "\t", "\r", "\n")
_HINTS: Final = {"invalid control character": "write a line break in a text as \\n, a tab as \\t"}
_LONGEST_NUMBER: Final = 400  # digits, of those that are a number and no text
_HINT: Final = "check the quotation marks, commas and brackets before this place"


class NotJson(Exception):
    """No value can be read; `offset` is where it went wrong.

    `cut_off`: more text might help.
    """

    def __init__(self, problem: Problem, offset: int, cut_off: bool = False) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.offset = offset
        self.cut_off = cut_off


def _may_repeat_names(value: Untyped, text: str, at: int, end: int) -> bool:
    """Whether a name may be given twice in `text[at:end]`, of which `value` was made.

    Every name in the text ends in `":`, unless there is white space between. If there are as
    many of these as names in the value, none was given twice.
    """
    # Not `in text`: many records are at hand.
    white = any(text.find(sign, at, end) >= 0 for sign in _WHITE)
    if white and _SPACED_COLON.search(text, at, end):
        return True
    return text.count('":', at, end) != _count_names(value)


def _count_names(value: Untyped) -> int:
    """How many names the mappings in `value` have, down to where records end; else too few."""
    if not isinstance(value, dict):
        return 0
    count = len(value)
    for member in value.values():
        # Text first: nearly every member is one, and this runs for each of every record.
        if member.__class__ is str:
            continue
        if member.__class__ is list:
            for one in member:
                if one.__class__ is dict:
                    count += len(one)
        elif member.__class__ is dict:
            count += len(member)
    return count


def typed_member(text: str, at: int, name: str) -> Any:
    """Member `name` of the object at `text[at]`, which was decoded before, with numbers as numbers.

    Numbers that none can hold stay texts; of a name that is given twice the first counts.
    """
    decoder = json.JSONDecoder(
        object_pairs_hook=_with_first,
        parse_int=lambda digits: int(digits) if len(digits) < _LONGEST_NUMBER else digits,
        parse_float=lambda digits: digits if isinf(float(digits)) else float(digits),
        parse_constant=lambda _: None,
    )
    return decoder.raw_decode(text, at)[0][name]


def _with_first(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


class Decoder:
    """Decodes one value at a time; `problems` are those of the last one, which it is taken with."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        # Numbers as text keep every digit, and none is too long.
        numbers: dict[str, Any] = {
            "parse_int": str,
            "parse_float": str,
            "parse_constant": self._constant,
        }
        self._decode_pairs = json.JSONDecoder(object_pairs_hook=self._mapping, **numbers).raw_decode
        self._decode_once = json.JSONDecoder(**numbers).raw_decode

    def decode(self, text: str, at: int = 0) -> tuple[Untyped, int]:
        """The value that begins at `at`, and the offset after it. Raises NotJson."""
        self.problems.clear()
        try:
            value, end = self._decode_once(text, at)
            if _may_repeat_names(value, text, at, end):
                self.problems.clear()
                value, end = self._decode_pairs(text, at)
        except json.JSONDecodeError as error:
            message = error.msg[0].lower() + error.msg[1:].removesuffix(" at")
            # Half a string, a \\u escape or a word such as true at the end of what is at hand.
            cut_off = error.msg.startswith("Unterminated") or len(text) - error.pos < 16
            problem = JSON_SYNTAX.found(message, _HINTS.get(message, _HINT))
            raise NotJson(problem, error.pos, cut_off) from None
        except RecursionError:
            hint = "write lists and mappings no deeper than names"
            problem = TOO_DEEP.found("the record is nested too deep", hint)
            raise NotJson(problem, at) from None
        if text.find("\\u", at, end) >= 0 and _ESCAPED_SURROGATE.search(text, at, end):
            self._replace_surrogates(value)
        return value, end

    def _mapping(self, pairs: list[tuple[str, Untyped]]) -> dict[str, Untyped]:
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    message = f"{shown(key)} is given twice; the first counts"
                    self.problems.append(DUPLICATE_KEY.found(message, "keep one of them"))
                seen.add(key)
            mapping = dict(reversed(pairs))
        return mapping

    def _constant(self, name: str) -> Untyped:
        message = f"{name} is not a JSON value"
        hint = "write a number, or leave it out"
        self.problems.append(JSON_SYNTAX.found(message, hint))
        return None

    def _replace_surrogates(self, value: Any) -> None:
        """Put U+FFFD for every half of a character that stands alone in `value`."""
        found = False
        todo = [value]
        while todo:
            holder = todo.pop()
            if isinstance(holder, dict):
                entries: Any = list(holder.items())
            elif isinstance(holder, list):
                entries = list(enumerate(holder))
            else:
                continue
            for key, member in entries:
                if isinstance(member, str) and NOT_UTF8.search(member):
                    holder[key] = NOT_UTF8.sub("\ufffd", member)
                    found = True
                elif isinstance(member, dict | list):
                    todo.append(member)
                if isinstance(key, str) and NOT_UTF8.search(key):
                    holder[NOT_UTF8.sub("\ufffd", key)] = holder.pop(key)
                    found = True
        if found:
            message = "a lone surrogate (half of a character outside the BMP) stands in a text"
            hint = "write the character itself, or both of its halves"
            self.problems.append(ENCODING.found(message, hint))


class MemberPlaces(Mapping[str, tuple[int, int]]):
    """Where the members `names` of the object `text` stand, which begins at `line` and `column`.

    They are sought when they are asked for: nobody asks for those of most records. No name may
    stand in a mapping within the object, too.
    """

    __slots__ = ("_column", "_line", "_names", "_text")

    def __init__(self, names: tuple[str, ...], text: str, line: int, column: int) -> None:
        self._names, self._text, self._line, self._column = names, text, line, column

    def __reduce__(self) -> tuple[type[dict[str, tuple[int, int]]], tuple[dict[str, Any]]]:
        """What waits in a file has the places themselves, and not the text once more."""
        return dict, (dict(self),)

    def get(self, name: str, default: Any = None) -> Any:
        """Where member `name` stands, `default` for one that is not there."""
        # Asked of every item for its id, which most begin with.
        if self._text.startswith(f'{{"{name}":') and name in self._names:
            return self._line, self._column + 1
        return super().get(name, default)

    def __getitem__(self, name: str) -> tuple[int, int]:
        found = _member_at(self._text, name, 0) if name in self._names else -1
        if found < 0:
            raise KeyError(name)
        breaks = self._text.count("\n", 0, found)
        column = found - self._text.rindex("\n", 0, found) if breaks else self._column + found
        return self._line + breaks, column

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def places_of(value: Untyped, text: str, at: int, line: int, column: int) -> Places:
    """Where the fields of the object at `text[at]` stand, their names sought one after another."""
    places: Places = {}
    if not isinstance(value, dict):
        return places
    for name in value:
        found = _member_at(text, name, at)
        if found < 0:  # the name is written with escapes
            continue
        breaks = text.count("\n", at, found)
        column = found - text.rindex("\n", at, found) if breaks else column + found - at
        line, at = line + breaks, found
        places[name] = (line, column)
    return places


def _member_at(text: str, name: str, at: int) -> int:
    """Where member `name` begins in `text` from `at` on, -1 where it is not found."""
    quoted = f'"{name}"'
    found = text.find(quoted, at)
    # The same text may be a value before; a name has a colon after it.
    while found >= 0 and not _names_member(text, found + len(quoted)):
        found = text.find(quoted, found + 1)
    return found


def _names_member(text: str, at: int) -> bool:
    """Whether a colon is next, which most programs write without a space before it."""
    return text.startswith(":", at) or _COLON.match(text, at) is not None


def count_strings(item: str) -> int:
    """How many strings stand in an object of JSON, names of members among them; -1 where that is
    not seen at once, or half a character may stand in one (\\ud800)."""
    escaped = item.count('\\"')
    if (escaped and "\\\\" in item) or "\\ud" in item or "\\uD" in item:
        return -1
    return (item.count('"') - escaped) // 2


def white_end(text: str, at: int) -> int:
    """The offset of what follows the white space at `at`."""
    if text[at : at + 1] > " ":  # most often none is there, and that is seen at once
        return at
    match = _BLANKS.match(text, at)
    return match.end() if match else at
