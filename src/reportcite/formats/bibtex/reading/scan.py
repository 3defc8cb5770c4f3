"""The entries of a .bib file, streamed: those that programs write are known at once.

Nearly all entries are a key and fields in braces, quotation marks or digits. Those with a line for
each field are split (see `split`), of others one pattern for each field takes them as they stand.
All else goes through the grammar in `parse`, which makes the same of the former: a property holds
the three together.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import IO, BinaryIO, Final

from reportcite.formats.bibtex.reading.macros import Macro, definitions, with_macros
from reportcite.formats.bibtex.reading.parse import OF_RIS, ParsedEntry, Parser, RawEntry
from reportcite.formats.bibtex.reading.split import IN_BRACES, NOT_ENTRIES, split_entry
from reportcite.formats.reading.numbered_lines import Line, Readable, numbered_lines
from reportcite.formats.recognition.binary import UTF16
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem

_BLOCK: Final = 1 << 20
_PIECE: Final = 1 << 16
_IN_QUOTES: Final = r"[^\"{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*\}[^\"{}]*+)*"
_HEAD: Final = pattern(r"@([A-Za-z][\w.+:-]*)\{\s*([^\s,={}\"#%'()]++)\s*+,")
_FIELD: Final = pattern(
    rf"\s*+([^\s,={{}}()\"'#%]++)\s*+=\s*+"
    rf"(?:\{{({IN_BRACES})\}}|\"({_IN_QUOTES})\"|(\w++))\s*+(,\s*+\}}|[,}}])"
)
_LOST: Final = pattern(rf"^{OF_RIS}", re.MULTILINE)


def entries(
    source: BinaryIO, name: str, limits: Limits = LIMITS
) -> Iterator[ParsedEntry | RawEntry | Problem]:
    """The entries of the .bib file called `name` in order; a Problem stands for one that is
    malformed or too large (see `parse.Parser`)."""
    return _in_blocks(_blocks(source), source, name, limits)


def entries_as_they_come(
    source: BinaryIO, copy: IO[bytes], name: str, limits: Limits = LIMITS
) -> Iterator[ParsedEntry | RawEntry | Problem]:
    """The same of a stream that can be read only once, each as soon as all of it is there; what is
    read of the stream is written to `copy`."""
    copied = _Copied(source, copy)
    return _in_blocks(_lines(copied), copied, name, limits)


class _Copied:
    """A stream that is copied as it is read; what was read of it can be given back."""

    def __init__(self, source: BinaryIO, copy: IO[bytes]) -> None:
        self._source = source
        self._copy = copy
        self._ahead = b""

    def give_back(self, data: bytes) -> None:
        """Have `data`, a piece of a line, be what is read next."""
        self._ahead = data

    def read(self, size: int) -> bytes:
        """What comes next."""
        return self._next(self._source.read, size)

    def readline(self, size: int) -> bytes:
        """The next line, or a piece of it."""
        return self._next(self._source.readline, size)

    def _next(self, read: Callable[[int], bytes], size: int) -> bytes:
        if self._ahead:
            data, self._ahead = self._ahead, b""
            return data
        data = read(size)
        self._copy.write(data)
        return data


def _lines(source: _Copied) -> Iterator[bytes | None]:
    """The bytes of `source` as they come, in pieces of whole lines; None before a line that is
    very long: then the rest is in `source`."""
    rest = b""
    mark = codecs.BOM_UTF8
    while more := source.read(_PIECE):
        end = more.rfind(b"\n") + 1
        if end:
            yield (rest + more[:end]).removeprefix(mark)
            rest, mark = b"", b""
        rest += more[end:]
        if len(rest) > _BLOCK:
            source.give_back(rest)
            yield None
            return
    if rest:
        yield rest.removeprefix(mark)


def _in_blocks(
    blocks: Iterator[bytes | None], source: Readable, name: str, limits: Limits
) -> Iterator[ParsedEntry | RawEntry | Problem]:
    parser = Parser(name, limits)
    macros: dict[str, Macro] = {}
    for one in _as_they_stand(parser, blocks, source, limits.max_record_size):
        if parser.preambles:
            macros.update(definitions("\n".join(parser.preambles)))
            parser.preambles.clear()
        if macros and not isinstance(one, Problem):
            yield with_macros(one, macros, limits.max_record_size)
        else:
            yield one


def _as_they_stand(
    parser: Parser, blocks: Iterator[bytes | None], source: Readable, largest: int
) -> Iterator[ParsedEntry | RawEntry | Problem]:
    number = 1
    for block in blocks:
        text = _decoded(block) if block is not None else ""
        if text is None or block is None:
            # The rest of a file that cannot be cut, or a part of one that is no UTF-8.
            stream = source if block is None else io.BytesIO(block)
            before = number - 1
            for line in numbered_lines(stream):
                number = before + line.number
                yield from parser.feed(line._replace(number=number))
            number += 1
            continue
        yield from _in_block(text, number, parser, largest)
        number += text.count("\n")
    yield from parser.finish()


def _blocks(source: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of `source` in pieces that end before a line that begins with @; None where there
    is none in so many bytes, or the file is in UTF-16: then the rest is in `source`."""
    start = source.tell()
    data = source.read(_BLOCK)
    if data.startswith(UTF16):
        source.seek(start)
        yield None
        return
    start += len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    data = data.removeprefix(codecs.BOM_UTF8)
    while more := source.read(_BLOCK):
        cut = data.rfind(b"\n@") + 1
        if not cut:
            source.seek(start)
            yield None
            return
        yield data[:cut]
        start += cut
        data = data[cut:] + more
    yield data


def _decoded(block: bytes) -> str | None:
    """The text of `block`, its lines ended by LF; None where it is not UTF-8 or has others."""
    try:
        text = block.decode()
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        return None if "\r" in text else text
    return text


def _in_block(
    text: str, number: int, parser: Parser, largest: int
) -> Iterator[ParsedEntry | RawEntry | Problem]:
    """The entries of a block, whose first line has the `number`."""
    at = counted = 0
    strings = parser.strings
    while True:
        while parser.is_idle:
            before, at = at, text.find("@", at)
            # Mostly there is but a line break between two entries.
            if not 0 <= at - before < len(OF_RIS):
                if lost := _LOST.search(text, before, at if at >= 0 else len(text)):
                    at = lost.start()
                elif at < 0:
                    return
            number += text.count("\n", counted, at)
            counted = at
            known = split_entry(text, at, number, strings) or _matched(text, at, number, strings)
            if known is None:
                break
            entry, end = known
            if end - at > largest or text[end : end + 1] == "," or text.find("\n@", at, end) >= 0:
                break
            yield entry
            at = end
        if at >= len(text):
            return
        end = text.find("\n", at)
        ended = end >= 0
        line = Line(number, text[at:end] if ended else text[at:], ended)
        yield from parser.feed(line)
        at = end + 1 if ended else len(text)
        number += text.count("\n", counted, at)
        counted = at


def _matched(
    text: str, at: int, number: int, strings: Mapping[str, str]
) -> tuple[RawEntry, int] | None:
    """The entry that begins at `at`, and where it ends; None where it wants a closer look."""
    head = _HEAD.match(text, at)
    if head is None or (kind := head[1].lower()) in NOT_ENTRIES:
        return None
    texts: dict[str, str] = {}
    lines: list[int] = []
    place = counted = head.end()
    below = text.count("\n", at, place)
    match_field = _FIELD.match
    while True:
        found = match_field(text, place)
        if found is None:
            return None
        field, braced, quoted, word, end = found.groups()
        if braced is not None:
            value, start = braced, found.start(2)
        elif quoted is not None:
            value, start = quoted, found.start(3)
        elif (value := word).isdecimal() or word in strings:
            start = found.start(4)
            value = strings.get(word, word)
        else:
            return None
        below += text.count("\n", counted, start)
        counted = start
        if field in texts or not field.islower():
            field = field.lower()
            if field in texts:
                return None
        texts[field] = value
        lines.append(below)
        place = found.end()
        if end != ",":
            break
    return RawEntry(kind, head[2], number, (*texts,), [*texts.values()], lines), place
