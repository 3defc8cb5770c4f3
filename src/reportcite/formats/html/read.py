"""Reads the records that a page of the web describes (HTML Living Standard, 4.2.5 and 4.12.1)."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from lxml import etree

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.html.coins import read_coins
from reportcite.formats.html.meta_tags import read_highwire
from reportcite.formats.html.schema_org import read_json_ld
from reportcite.formats.reading.source import too_large
from reportcite.formats.reading.web.described import Described, Tag, best_of, record_of
from reportcite.formats.reading.web.dublin_core import read_dublin_core
from reportcite.formats.reading.xml import line_of
from reportcite.formats.rules import NO_RECORDS
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record

_PREFIXES: Final = (
    *("citation_", "bepress_citation_", "dc.", "dc:", "dcterms.", "dcterms:", "prism."),
)
_ENOUGH: Final = 1 << 12
_PIECE: Final = 1 << 20
_MOST_BYTES: Final = 4  # of a character in UTF-8
_DECLARED: Final = pattern(r"(?i)charset\s*=|<\?xml[^>]*encoding")
_TAGS: Final = ("meta", "span", "script", "link", "html")


@dataclass(slots=True)
class _Page:
    """What a page says of the works in it; `size` is that of all descriptions, in characters."""

    tags: list[Tag] = field(default_factory=list)
    coins: list[Described] = field(default_factory=list)
    nodes: list[Described] = field(default_factory=list)
    link: str = ""
    size: int = 0


class _Source:
    """A stream of HTML, and its encoding, None where the page says it itself."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._head = stream.read(_ENOUGH)
        text = self._head.decode("ascii", "replace")
        marked = self._head[:2] in (b"\xff\xfe", b"\xfe\xff")
        self.encoding = None if marked or _DECLARED.search(text) else _encoding_of(self._head)

    @property
    def is_json(self) -> bool:
        """Whether it is no page but the JSON-LD that stands in one."""
        return self._head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")

    def read(self, size: int) -> bytes:
        """The next piece, as lxml asks for it."""
        head, self._head = self._head, b""
        return head or self._stream.read(size)


def _encoding_of(data: bytes) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a page, each once, that of the page itself first; or those of the JSON-LD of
    schema.org that stands in a page, alone.

    A page that describes nothing, or more of the page itself than `limits` allow, is a Problem.
    Never raises for bad data.
    """
    source = _Source(stream)
    page = _json(source, limits) if source.is_json else _page(source)
    if page.size > limits.max_record_size:
        yield too_large(limits.max_record_size).at(Place(name, 1))
        return
    works = best_of(filter(None, [read_highwire(page.tags), read_dublin_core(page.tags),
                                  *page.nodes, *page.coins]))  # fmt: skip
    stem = stem_of(name)
    for number, work in enumerate(works, 1):
        if number == 1 and page.tags and page.link:
            work.put("URL", page.link, 0)
        yield record_of(work, "html", name, numbered_id(stem, number))
    if not works:
        message = "the page describes no work: no COinS, no meta tags, no schema.org"
        hint = "export the record from the page itself, or give its address to `reportcite add`"
        yield NO_RECORDS.found(message, hint, Place(name, 1))


def _json(source: _Source, limits: Limits) -> _Page:
    """What JSON-LD without a page around it says."""
    data = source.read(0)
    while len(data) <= _MOST_BYTES * limits.max_record_size and (more := source.read(_PIECE)):
        data += more
    text = data.decode("utf-8-sig", "replace")
    nodes = read_json_ld(text, 1)
    for node in nodes:
        node.weak = False  # there is no page that it could be but the page of
    return _Page(nodes=nodes, size=len(text))


def _page(source: _Source) -> _Page:
    page = _Page()
    try:
        for _, element in etree.iterparse(
            source, events=("end",), tag=_TAGS, html=True, encoding=source.encoding
        ):
            _note(page, element)
            if element.tag != "html":
                element.clear()
    except etree.XMLSyntaxError:
        pass  # an empty file, or no text at all
    return page


def _note(page: _Page, element: etree._Element) -> None:
    line = line_of(element)
    if element.tag == "meta":
        said = element.get("name") or element.get("property") or ""
        content = element.get("content") or ""
        if content.strip() and said.lower().startswith(_PREFIXES):
            page.tags.append(Tag(said.lower(), " ".join(content.split()), line))
            page.size += len(content)
    elif element.tag == "span":
        is_coins = "Z3988" in (element.get("class") or "").split()
        if is_coins and (found := read_coins(element.get("title") or "", line)):
            page.coins.append(found)
    elif element.tag == "script":
        if (element.get("type") or "").lower().startswith("application/ld+json"):
            page.nodes += read_json_ld(element.text or "", line)
    elif element.tag == "link" and element.get("rel") == "canonical":
        href = element.get("href") or ""
        page.link = href if href.startswith(("http://", "https://")) else ""


FORMAT: Final = Format("html", "HTML page", read=read)
