"""Finds the records of what a user typed: which source knows it, and what that answers."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from reportcite.errors import Place, UsageError
from reportcite.formats.rules import EMPTY_FILE, NO_RECORDS
from reportcite.lookup.cache import Cache
from reportcite.lookup.http import Answer, Client, printable
from reportcite.lookup.rules import NOT_FOUND, WRONG_ANSWER
from reportcite.lookup.source import Source, reader_of
from reportcite.lookup.sources import (
    doi,
    open_library,
    pubmed,
    pubmed_central,
    sru,
)
from reportcite.problems import Problem, shown
from reportcite.record.model import Record
from reportcite.record.rules import OTHER_DATA
from reportcite.tuples import NamedTuple
from reportcite.values.identifiers.recognise import recognise
from reportcite.values.rules import IDENTIFIER_WRONG

PAGE: Final = "page"
"""The kind of what is the address of a page."""

SOURCES: Final[Mapping[str, tuple[Source, ...]]] = MappingProxyType(
    {
        "DOI": (doi.DOI,),
        "ISBN": (sru.DNB, sru.K10PLUS, open_library.SOURCE),
        "arXiv": (doi.ARXIV,),
        "PMID": (pubmed.SOURCE,),
        "PMCID": (pubmed_central.SOURCE,),
        "ISSN": (sru.ZDB,),
    }
)
"""Who is asked for which kind of identifier, one after another until one of them knows it."""

_ACCEPT_PAGE: Final = "text/html, application/xhtml+xml, */*;q=0.5"
_HTML: Final = (b"<!doctype html", b"<html")
_KNOWN: Final = "a DOI, ISBN, ISSN, arXiv number, PMID, PMCID, the address of a page, or a file"
_NEW: Final = "compare it with the publication, or begin a record with `reportcite new`"
_NO_ADDRESSES: Final[Mapping[str, str]] = MappingProxyType({})


class Code(NamedTuple):
    """What records are looked up by: a kind of identifier and the identifier, as it is written in
    addresses; or `PAGE` and an address."""

    kind: str
    text: str


def code_of(typed: str) -> Code | Problem:
    """What `typed` asks for; a Problem where it is an identifier, but a wrong one.

    Raises UsageError where it is nothing that a source knows records by.

    >>> code_of("https://doi.org/10.1234/abc"), code_of("ISBN 978-3-948289-82-9")
    (Code(kind='DOI', text='10.1234/abc'), Code(kind='ISBN', text='9783948289829'))
    """
    found = recognise(typed)
    if found.kind in SOURCES and found.valid:
        text = found.normalized
        return Code(found.kind, text.replace("-", "") if found.kind == "ISBN" else text)
    if urlsplit(typed.strip()).scheme.lower() in {"http", "https"}:
        return Code(PAGE, typed.strip())
    if found.kind in SOURCES:
        message = f"{shown(typed)} is no {found.kind}: {found.reason}"
        hint = f"perhaps {found.suggestion}" if found.suggestion else ""
        return IDENTIFIER_WRONG.found(message, hint or "compare it with the publication")
    if found.kind:
        raise UsageError(
            f"no source is known for {found.kind} ({shown(typed)})", suggestion=f"give {_KNOWN}"
        )
    raise UsageError(
        f"{shown(typed)} is no file and no identifier that is known", suggestion=f"give {_KNOWN}"
    )


def look_up(
    code: Code,
    client: Client,
    addresses: Mapping[str, str] = _NO_ADDRESSES,
    cache: Cache | None = None,
) -> list[Record | Problem]:
    """The records of `code`, or the Problems for which there are none.

    `addresses` maps names of sources to other addresses than their own. If one source fails and
    the next one answers, what was wrong with the first is a warning. What a source answered is in
    the `cache`, or comes into it; pages are not: they may be anybody's, and may have changed.
    """
    if code.kind == PAGE:
        return _page(code.text, client)
    problems: list[Problem] = []
    for source in SOURCES[code.kind]:
        address = source.at(addresses.get(source.name, ""), code.text)
        found = _stating(_asked(source, address, client, cache), source.states, code.text)
        if any(isinstance(one, Record) for one in found):
            return [*(one.kept() for one in problems if one.rule is not NOT_FOUND), *found]
        problems += [one for one in found if isinstance(one, Problem)]
    return [*problems]


def _stating(found: list[Record | Problem], variable: str, text: str) -> list[Record | Problem]:
    """Of several records the first in which `variable` is `text`; all, where that is not named."""
    for one in found:
        if variable and isinstance(one, Record) and one.fields.get(variable) == text:
            return [one]
    return found[:1] if variable else found


def _asked(
    source: Source, address: str, client: Client, cache: Cache | None
) -> list[Record | Problem]:
    """What `source` answers at `address`, or answered a short while ago."""
    kept = cache.get(address, source.accept) if cache else None
    if kept is not None:
        return _records_in(source, kept, printable(address))
    answer = client.get(address, source.accept)
    if isinstance(answer, Problem):
        return [answer]
    beginning = answer.body.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower()
    if beginning[:1] not in [bytes([one]) for one in source.begins] or beginning.startswith(_HTML):
        what = "a web page" if beginning.startswith(b"<") else "something else"
        message = f"{source.title} answers with {what}, not with a record"
        hint = "open the address in a browser: a proxy or a log-in page may be in the way"
        return [WRONG_ANSWER.found(message, hint, Place(printable(address)))]
    found = _records_in(source, answer.body, answer.address)
    if found and not all(map(_says_nothing, found)):
        if cache and all(isinstance(one, Record) for one in found):
            cache.put(address, source.accept, answer.body)
        return found
    return [
        NOT_FOUND.found(f"{source.title} knows no record of it", _NEW, Place(printable(address)))
    ]


def _records_in(source: Source, body: bytes, address: str) -> list[Record | Problem]:
    """The records of an answer. What a source has for itself, such as the day on which it indexed a
    work, is not told as lost: nobody typed it."""
    return [
        one
        if isinstance(one, Problem)
        else one._replace(problems=tuple(p for p in one.problems if p.rule is not OTHER_DATA))
        for one in source.reader()(io.BytesIO(body), address)
    ]


def _says_nothing(result: Record | Problem) -> bool:
    """Whether a reader found nothing, rather than something wrong."""
    return isinstance(result, Problem) and result.rule in (NO_RECORDS, EMPTY_FILE)


def _page(address: str, client: Client) -> list[Record | Problem]:
    """The works that a page describes, or the records in a file of any format."""
    from reportcite.formats.recognition.content import ENOUGH, content_of
    from reportcite.formats.registry import format_named, name_of

    answer = client.get(address, _ACCEPT_PAGE)
    if isinstance(answer, Problem):
        return [answer]
    name = name_of(PurePosixPath(urlsplit(answer.address).path)) or ""
    content = content_of(answer.body[:ENOUGH], name)
    if content.kind:
        message = f"holds no records: it is {content.kind}"
        hint = "give the address of the page about it, or its DOI or ISBN"
        return [WRONG_ANSWER.found(message, hint, Place(answer.address))]
    read = format_named(content.format or "html").read or reader_of("html")()
    return _of_page(answer, list(read(io.BytesIO(answer.body), answer.address)))


def _of_page(answer: Answer, found: list[Record | Problem]) -> list[Record | Problem]:
    if found and not all(map(_says_nothing, found)):
        return found
    message = "the page describes no work by COinS, Highwire, Dublin Core or schema.org"
    hint = "give the DOI or ISBN of the work, or begin a record with `reportcite new`"
    return [NOT_FOUND.found(message, hint, Place(answer.address))]
