"""Formats of tagged lines, made into records with their tagged values, streamed.

A line begins with a tag, or goes on with the value before it. Where a record begins and ends, and
what a tag looks like, is the format's `TagSyntax`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reportcite.errors import Place
from reportcite.formats.reading.numbered_lines import Line, not_utf8
from reportcite.formats.reading.source import too_large
from reportcite.formats.rules import NO_ENTRIES
from reportcite.formats.writing.one_line import STRIPPED, one_line
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, Rule
from reportcite.record.rules import CONTROL_CHARACTER
from reportcite.tuples import NamedTuple
from reportcite.values.texts.entities import unescape

_OF_BIBTEX: Final = re.compile(r"\s*@[A-Za-z]+\s*\{[^\s,{}]+,")
NO_TAGS: Final[frozenset[str]] = frozenset()


def _never(tag: str, text: str) -> bool:
    return False


class TagSyntax(NamedTuple):
    """How a format lays out its records.

    `tagged` matches a tag, group 1, and what stands between it and its value. `tags` are those
    there are (none for any): a line that begins with another one is text where the value before
    goes on in lines without tags, or in capitals.
    A record begins with one of `begins`; where `empty_ends` says so, also with any tag behind an
    empty line, in files whose records do not begin with one of `begins`. `ends` is the tag that
    ends one, "" for none, `around` are tags that stand outside of records, and `between` those
    that may stand there, too.
    `loose` match the first line of a record that is laid out in another way, and its tags.
    `is_further` says of a tag and a line without one whether that is another value of the tag, not
    the rest of the value before.
    `kind` and `hint` tell users what is missing in a file without records; `misplaced` is the rule
    for a value outside of any.
    """

    tagged: re.Pattern[str]
    begins: frozenset[str]
    kind: str
    hint: str
    misplaced: Rule
    tags: frozenset[str] = NO_TAGS
    ends: str = ""
    empty_ends: bool = False
    around: frozenset[str] = NO_TAGS
    between: frozenset[str] = NO_TAGS
    loose: tuple[re.Pattern[str], re.Pattern[str]] | None = None
    is_further: Callable[[str, str], bool] = _never


class Field(NamedTuple):
    """One tagged value on one line, and the line of its tag."""

    tag: str
    line: int
    text: str


@dataclass(slots=True)
class Tagged:
    """The tagged values of a record, and the line it begins in.

    `clean` are all of them, where each was seen to be one line of printable characters.
    """

    line: int
    tags: list[tuple[str, int]] = field(default_factory=list)  # and their lines
    pieces: list[list[str]] = field(default_factory=list)  # of the value behind each tag
    size: int = 0
    closed: bool = False
    loose: bool = False
    begun: bool = True  # by a tag that begins records
    clean: list[Field] | None = None
    not_utf8_line: int = 0  # the first line of it that is not UTF-8

    def fields(self) -> list[Field]:
        """The tagged values, each one line of text."""
        if self.clean is not None:
            return self.clean
        return [
            Field(tag, line, one_line(_text_of(pieces))[0])
            for (tag, line), pieces in zip(self.tags, self.pieces, strict=True)
        ]

    def problems(self, name: str) -> list[Problem]:
        """What is wrong with the characters of the record, in the file called `name`."""
        found = []
        if self.not_utf8_line:
            found.append(not_utf8(Place(name, self.not_utf8_line, 1)))
        for (_, line), pieces in zip(self.tags, self.pieces, strict=True):
            if one_line(_text_of(pieces))[1] == STRIPPED:
                message = "a control character in this value is left out"
                found.append(CONTROL_CHARACTER.found(message, "delete it", Place(name, line, 1)))
        return found


def _text_of(pieces: list[str]) -> str:
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    return unescape(text) if "&" in text else text


def tagged_records(
    lines: Iterator[Line], name: str, syntax: TagSyntax, limits: Limits = LIMITS
) -> Iterator[Tagged | Problem]:
    """The records in order; a Problem stands for a value outside of any, for a record that is
    larger than `limits` allow, so that a file without ends costs no memory, and for an empty file.
    """
    record: Tagged | None = None
    lost = 0  # the line of a tagged value outside any record
    anything = False
    beginning = after_empty = True
    for line in lines:
        at_beginning, beginning = beginning, line.ended
        if at_beginning and line.ended and (not line.text or line.text.isspace()):
            after_empty = True  # and there may be millions of them
            continue
        match = _tag_in(line.text, syntax, record) if at_beginning else None
        tag = match[1] if match else ""
        begins = tag in syntax.begins or (after_empty and _begins_here(tag, record, syntax))
        after_empty = False
        if begins:
            if record:
                yield record
            record, lost, anything = _begun(line, tag, syntax), 0, True
        elif record is None:
            if not lost and _is_value(match, line.text, syntax):
                lost = line.number
                yield _misplaced(Place(name, lost, 1), syntax)
            continue
        if tag and (tag == syntax.ends or tag in syntax.around):
            record.closed = tag == syntax.ends
            yield record
            record = None
            continue
        _add(record, match, line, syntax, beginning=at_beginning)
        if record.size > limits.max_record_size:
            yield too_large(limits.max_record_size).at(Place(name, record.line, 1))
            record, lost = None, line.number
    if record:
        yield record
    elif not anything and not lost:
        yield no_entries(name, syntax)


def no_entries(name: str, syntax: TagSyntax) -> Problem:
    """What is wrong with a file in which there is no record."""
    message = f"there is no {syntax.kind} in it"
    return NO_ENTRIES.found(message, syntax.hint, place=Place(name))


def _begins_here(tag: str, record: Tagged | None, syntax: TagSyntax) -> bool:
    """Whether a record begins with `tag` behind an empty line, which is none of those that always
    begin one."""
    return bool(tag) and syntax.empty_ends and (record is None or not record.begun)


def _begun(line: Line, tag: str, syntax: TagSyntax) -> Tagged:
    """The record that begins in `line`."""
    is_loose = syntax.loose is not None and not syntax.tagged.match(line.text)
    return Tagged(line.number, begun=tag in syntax.begins, loose=is_loose)


def _is_value(tagged: re.Match[str] | None, text: str, syntax: TagSyntax) -> bool:
    """Whether a line outside of any record says something, as those do not that programs end a
    file in (`EF  - `)."""
    if tagged is None:
        return _OF_BIBTEX.match(text) is not None
    tag = tagged[1]
    if tag == syntax.ends or tag in syntax.around or tag in syntax.between:
        return False
    return bool(text[tagged.end() :].strip())


def _misplaced(place: Place, syntax: TagSyntax) -> Problem:
    message = f"a value stands outside any {syntax.kind}"
    return syntax.misplaced.found(message, syntax.hint, place=place)


def _tag_in(text: str, syntax: TagSyntax, record: Tagged | None) -> re.Match[str] | None:
    """The tag at the beginning of a line of `record`, which may begin loosely anywhere."""
    match = syntax.tagged.match(text)
    if match is not None and syntax.tags and match[1] not in syntax.tags:
        return None if record is None or _goes_on(record, text) else match
    loose = record is not None and record.loose
    if match is None and syntax.loose and (loose or syntax.loose[0].fullmatch(text)):
        match = syntax.loose[1].match(text)
    return match


def _goes_on(record: Tagged, text: str) -> bool:
    """Whether a line that begins with no tag that there is goes on with the value before it."""
    first, *others = record.pieces[-1] if record.pieces else [""]
    in_capitals = text.isupper() and first.isupper()
    return in_capitals or any(one[1:2].strip() for one in others)


def _add(
    record: Tagged, tag: re.Match[str] | None, line: Line, syntax: TagSyntax, *, beginning: bool
) -> None:
    """Take a tagged line, or a line or a piece of one that continues the value before it."""
    if tag:
        record.tags.append((tag[1], line.number))
        record.pieces.append([line.text[tag.end() :]])
    elif beginning and record.tags and syntax.is_further(record.tags[-1][0], line.text):
        record.tags.append((record.tags[-1][0], line.number))
        record.pieces.append([line.text])
    elif record.pieces:
        record.pieces[-1].append(" " + line.text if beginning else line.text)
    record.size += len(line.text) + 1
    if not line.utf8:
        record.not_utf8_line = record.not_utf8_line or line.number
