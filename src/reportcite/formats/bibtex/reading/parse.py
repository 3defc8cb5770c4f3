"""The grammar of a .bib file: entries with their fields, strings and comments, line by line.

After btxdoc, the BibTeX documentation; values stay LaTeX text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reportcite.errors import Place
from reportcite.formats.reading.numbered_lines import Line, not_utf8
from reportcite.formats.reading.source import too_large
from reportcite.formats.rules import BIBTEX_STRING, BIBTEX_SYNTAX, DUPLICATE_FIELD
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.tuples import NamedTuple
from reportcite.values.dates.year_month_day import MONTHS

LONGEST_STRING = 4000
"""Characters an @string may have: each may be twice the one before, and be named many times."""

_START = pattern(r"@[ \t]*([A-Za-z][\w.+:-]*)[ \t]*([({])|@[ \t]*([A-Za-z]+)[ \t]*$")
_NEW_ENTRY = pattern(r"@[ \t]*(?:string[ \t]*[({]|[a-z]+[ \t]*[({][^={}\"]*(?:,|$))", re.I)
_SPACES = pattern(r"(?:\s|%[^\n]*(?:\n|$))*")
_KEY = pattern(r"[^,={}\"\n]*")
_NAME = pattern(r"[^\s,={}()\"'#%]+")
_FIELD_BEHIND = pattern(r"(?<![^\s,={}()\"'#%])[^\s,={}()\"'#%]+[ \t]*=\s*[{\"\w]")
_FIELD_ALONE = pattern(r"[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"\w]")
_MORE = pattern(rf",(?:({_FIELD_ALONE.pattern})|[ \t]*$)")
_MORE_WORDS = pattern(r"[^\s,={}()\"'#%]+(?:[ \t]+[^\s,={}()\"'#%]+)*[ \t]*(?==)")
_SLIP = BIBTEX_SYNTAX.of("a field")
OF_RIS: Final = "TY  - "
"""Begins a reference of RIS: of all text between entries only that is a record, too."""
_BRACE = pattern(r"[{}]")
_QUOTE = pattern(r"[{}\"]")
_CLOSER = pattern(r"[{}\")]")


class Value(NamedTuple):
    """A field's value: LaTeX text without its outer delimiters, and the line it begins in."""

    text: str
    line: int


class ParsedEntry(NamedTuple):
    """One entry: type and field names in small letters; the fields and problems may change."""

    type: str
    key: str
    line: int
    fields: dict[str, Value]
    problems: list[Problem]

    def raw(self) -> RawEntry:
        """The same without its problems, and with no more than the texts of its fields."""
        texts = [value.text for value in self.fields.values()]
        below = [value.line - self.line for value in self.fields.values()]
        return RawEntry(self.type, self.key, self.line, (*self.fields,), texts, below)


class RawEntry(NamedTuple):
    """One entry as it stands, its fields not looked at yet: type and names in small letters, each
    name once; the LaTeX `texts` of the fields, and how many lines below `line` each begins."""

    type: str
    key: str
    line: int
    names: tuple[str, ...]
    texts: Sequence[str]
    below: Sequence[int]

    def entry(self) -> ParsedEntry:
        """The same with its fields by their names."""
        fields = zip(self.names, self.texts, self.below, strict=True)
        values = {name: Value(text, self.line + below) for name, text, below in fields}
        return ParsedEntry(self.type, self.key, self.line, values, [])


class _Malformed(Exception):
    """What is wrong with an entry, a Problem, and the line it was noticed in."""


class Parser:
    """Makes entries of lines, one after another; a Problem stands for one that is malformed or
    larger than `limits` allow, as it stands or with what its @strings stand for.

    An entry that is still open where a line begins with another one is taken to be broken there:
    else one missing brace would swallow the rest of the file.
    """

    def __init__(self, name: str, limits: Limits = LIMITS) -> None:
        """For the lines of the file called `name`."""
        self.strings = {month: month for month in MONTHS}
        self.preambles: list[str] = []
        self._name = name
        self._largest = limits.max_record_size
        self._entry: _Open | None = None
        self._waiting: tuple[str, int] | None = None  # an @type whose brace is on a later line
        self._beginning = True

    @property
    def is_idle(self) -> bool:
        """Whether no entry has begun that goes on in the next line."""
        return self._entry is None and self._waiting is None and self._beginning

    def feed(self, line: Line) -> Iterator[ParsedEntry | Problem]:
        """The entries that end in `line`."""
        at = 0
        entry = self._entry
        if self.is_idle and line.text.startswith(OF_RIS):
            message = "a reference of RIS stands between the entries, and is not read"
            problem = BIBTEX_SYNTAX.found(message, "put it into a file of its own")
            yield problem.at(Place(self._name, line.number, 1))
        if entry and self._beginning and entry.is_over_before(line.text):
            yield from self.finish()
            entry = None
        self._beginning = line.ended
        while True:
            if entry is None:
                entry, at, self._waiting = _find_entry(line, at, self._waiting)
                if entry is None:
                    break
            if not line.utf8:
                entry.not_utf8_line = entry.not_utf8_line or line.number
            end = entry.feed(line.text, at)
            if end < 0:
                if line.ended:
                    entry.add("\n")
                if entry.size > self._largest:
                    yield too_large(self._largest).at(Place(self._name, entry.line, 1))
                    entry = None
                break
            if entry.has_fields and (more := _MORE.match(line.text, end)):
                entry.depth, entry.waits, entry.early, at = 1, not more[1], line.number, end
                continue
            yield from self._whole(entry)
            entry, at = None, end
        self._entry = entry

    def finish(self) -> Iterator[ParsedEntry | Problem]:
        """The entry that may go on at the end of the file, or what is wrong with it."""
        entry = self._entry
        if entry and entry.early:  # it was closed, and no other field follows or it has no end
            entry.early *= not entry.waits
            yield from self._whole(entry)
        elif entry:
            place, hint = Place(self._name, entry.line, 1), "add the missing brace"
            yield BIBTEX_SYNTAX.found(f"the @{entry.type} entry is not closed", hint, place)

    def _whole(self, entry: _Open) -> Iterator[ParsedEntry | Problem]:
        if entry.size > self._largest:
            yield too_large(self._largest).at(Place(self._name, entry.line, 1))
            return
        cursor = _Cursor(entry, self._largest)
        try:
            if entry.type == "string":
                _define(cursor, self.strings)
            elif entry.type == "preamble":
                self.preambles.append(_value(cursor, self.strings, []))
            elif entry.type != "comment":
                yield _entry(cursor, entry, self.strings, self._name)
        except _Malformed as wrong:
            problem, line = wrong.args
            if entry.type != "preamble":  # which is LaTeX's to understand
                yield problem.at(Place(self._name, line, 1))


class _Open:
    """An entry whose end has not been seen: how deep its braces are, what ends it."""

    def __init__(self, type_: str, line: int, opener: str) -> None:
        self.type, self.line, self.braced = type_, line, opener == "{"
        self.has_fields = self.braced and type_ not in ("comment", "preamble", "string")
        self.depth = 1 if self.braced else 0
        # Whether it stands in a quotation; whether it is closed unless a field is in the next line.
        self.quoted = self.waits = False
        self.pieces: list[str] = []
        # Lines: the first that is not UTF-8; that of a brace that closes it before another field.
        self.size = self.not_utf8_line = self.early = 0

    def feed(self, text: str, start: int) -> int:
        """Take `text` from `start` on; where the entry ends, the place after it, else -1."""
        for match in (_BRACE if self.braced else _CLOSER).finditer(text, start):
            sign = match[0]
            if sign == "{":
                self.depth += 1
            elif sign == "}":
                self.depth -= 1
                if self.depth <= 0 and self.braced:
                    return self._end(text, start, match)
            elif sign == '"' and self.depth == 0:
                self.quoted = not self.quoted
            elif sign == ")" and self.depth <= 0 and not self.quoted:
                return self._end(text, start, match)
        self.add(text[start:])
        return -1

    def add(self, piece: str) -> None:
        if self.type != "comment":  # programs keep there what they know, however much it is
            self.pieces.append(piece)
            self.size += len(piece)

    def _end(self, text: str, start: int, match: re.Match[str]) -> int:
        self.add(text[start : match.start()])
        return match.end()

    def is_over_before(self, text: str) -> bool:
        """Whether no field follows in this line, for which it waits, or another entry begins, which
        only a comment may hold."""
        if self.waits and text.strip():
            self.waits = not _FIELD_ALONE.match(text)
            return self.waits
        return text[:1] == "@" and self.type != "comment" and bool(_NEW_ENTRY.match(text))


def _find_entry(
    line: Line, at: int, waiting: tuple[str, int] | None
) -> tuple[_Open | None, int, tuple[str, int] | None]:
    """The entry that begins in `line` from `at` on, where its fields begin, or an @type alone."""
    if waiting:
        rest = line.text[at:].lstrip()
        if not rest:
            return None, at, waiting
        if rest[0] in "{(":
            opened = _Open(waiting[0], waiting[1], rest[0])
            return opened, len(line.text) - len(rest) + 1, None
    match = _START.search(line.text, at)
    if match is None:
        return None, at, None
    if match[3]:
        return None, at, (match[3].lower(), line.number)
    return _Open(match[1].lower(), line.number, match[2]), match.end(), None


class _Cursor:
    """A place in an entry's text; its values, with what @strings stand for, may have `largest`
    characters together."""

    def __init__(self, entry: _Open, largest: int) -> None:
        self.text = "".join(entry.pieces)
        self.largest = largest
        self.size = 0
        self.at = 0
        self._line = entry.line
        self._counted = 0

    def line(self) -> int:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, pattern: re.Pattern[str]) -> str:
        start = self.at
        if match := pattern.match(self.text, start):
            self.at = match.end()
        return self.text[start : self.at]

    def fail(self, message: str) -> _Malformed:
        return _Malformed(BIBTEX_SYNTAX.found(message), self.line())

    def count(self, piece: str) -> None:
        """Count a piece of a value. Raises _Malformed where the values have become too large."""
        self.size += len(piece)
        if self.size > self.largest:
            raise _Malformed(too_large(self.largest), self.line())


def _define(cursor: _Cursor, strings: dict[str, str]) -> None:
    cursor.take(_SPACES)
    name = cursor.take(_NAME).lower()
    cursor.take(_SPACES)
    if not name or cursor.peek() != "=":
        raise cursor.fail("an @string needs the form name = {value}")
    cursor.at += 1
    text = _value(cursor, strings, [])
    if len(text) > LONGEST_STRING:
        raise cursor.fail(f"the string {name[:80]!r} has more than {LONGEST_STRING} characters")
    strings[name] = text


def _entry(cursor: _Cursor, opened: _Open, strings: Mapping[str, str], name: str) -> ParsedEntry:
    cursor.take(_SPACES)
    start, key = cursor.at, ""
    entry = ParsedEntry(opened.type, cursor.take(_KEY).strip(), opened.line, {}, [])
    if opened.not_utf8_line:
        entry.problems.append(not_utf8(Place(name, opened.not_utf8_line, 1)))
    cursor.take(_SPACES)
    if cursor.peek() == "=":  # the first field stands where a key belongs, or behind it
        key = entry.key.removesuffix("".join(entry.key.split()[-1:])).rstrip()
        entry, cursor.at = entry._replace(key=key), start + (len(key) or -1)
    elif _FIELD_BEHIND.match(cursor.text, cursor.at):
        key, cursor.at = entry.key, cursor.at - 1
    elif cursor.peek() not in ("", ","):
        raise cursor.fail(f"a key and a comma are expected, not {entry.key[:80]!r}")
    if key:
        place = Place(name, opened.line, 1)
        entry.problems.append(_SLIP.found("a comma is missing after the key", place=place))
    while cursor.at < len(cursor.text):
        cursor.at += 1
        cursor.take(_SPACES)
        field_name = cursor.take(_NAME).lower()
        if field_name:
            _field(cursor, strings, entry, field_name, name)
        elif cursor.peek() not in ("", ","):
            wrong = f"a field name is expected, not {cursor.peek()!r}"
            _leave_out(cursor, wrong, entry, Place(name, cursor.line(), 1))
    if opened.early:
        slip = _SLIP.found("a brace too many closes the entry before its other fields")
        entry.problems.append(slip.at(Place(name, opened.early, 1)))
    return entry


def _leave_out(cursor: _Cursor, wrong: str, entry: ParsedEntry, place: Place) -> None:
    """Pass over what stands at the cursor, where something is `wrong`, to the next field.

    Raises _Malformed where no field is before nor behind it.
    """
    behind = _FIELD_BEHIND.search(cursor.text, cursor.at)
    if behind is None and not entry.fields:
        raise cursor.fail(wrong)
    end = behind.start() if behind else len(cursor.text)
    if left_out := " ".join(cursor.text[cursor.at : end].split()).rstrip(", "):
        wrong += f": {shown(left_out)} is left out"
    entry.problems.append(_SLIP.found(wrong, place=place))
    cursor.at = end - 1 if behind else end  # where the comma would be


def _field(
    cursor: _Cursor, strings: Mapping[str, str], entry: ParsedEntry, field_name: str, name: str
) -> None:
    start = cursor.at - len(field_name)
    cursor.take(_SPACES)
    in_line = "\n" not in cursor.text[start : cursor.at]
    if in_line and (more := cursor.take(_MORE_WORDS)):  # Key words = {…}, as EBSCO has it
        field_name += "".join(more.split()).lower()
    if cursor.peek() != "=":
        cursor.at = start
        wrong = f"an equals sign is missing after {field_name[:80]!r}"
        _leave_out(cursor, wrong, entry, Place(name, cursor.line(), 1))
        return
    cursor.at += 1
    cursor.take(_SPACES)
    place = Place(name, cursor.line(), 1)
    unknown: list[str] = []
    text = _value(cursor, strings, unknown)
    if cursor.peek() not in ("", ","):
        wrong = f"a comma is missing after the field {field_name[:80]!r}"
        _leave_out(cursor, wrong, entry, place)
    for macro in unknown:
        message = f"the string {macro[:80]!r} is not defined; its name is taken as text"
        entry.problems.append(BIBTEX_STRING.found(message, place=place))
    if field_name in entry.fields:
        message = f"{field_name} is given twice; the first is taken"
        entry.problems.append(DUPLICATE_FIELD.found(message, place=place))
    else:
        entry.fields[field_name] = Value(text, place.line)


def _value(cursor: _Cursor, strings: Mapping[str, str], unknown: list[str]) -> str:
    """The value at the cursor, `#` joins included; the names of undefined strings in `unknown`."""
    pieces: list[str] = []
    while True:
        cursor.take(_SPACES)
        opener = cursor.peek()
        if opener == "{":
            pieces.append(_delimited(cursor, _BRACE, "}"))
        elif opener == '"':
            pieces.append(_delimited(cursor, _QUOTE, '"'))
        elif opener in ("", ",") and not pieces:
            return ""  # a field without a value
        elif word := cursor.take(_NAME):
            if not word.isdecimal() and word.lower() not in strings:
                unknown.append(word)
            pieces.append(strings.get(word.lower(), word))
        else:
            raise cursor.fail("a value is missing")
        cursor.count(pieces[-1])
        cursor.take(_SPACES)
        if cursor.peek() != "#":
            return "".join(pieces)
        cursor.at += 1


def _delimited(cursor: _Cursor, signs: re.Pattern[str], closer: str) -> str:
    start, depth = cursor.at + 1, 0
    for match in signs.finditer(cursor.text, start):
        sign = match[0]
        if sign == closer and depth == 0:
            cursor.at = match.end()
            return cursor.text[start : match.start()]
        depth += (sign == "{") - (sign == "}")
    raise cursor.fail(f"a value that begins here is not closed by {closer}")
