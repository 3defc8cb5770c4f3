"""The values of the items that are cited, as citation styles expect them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.doi import bare_doi
from reportcite.values.edition import edition_number
from reportcite.values.language import language_tag
from reportcite.values.pages import bare_pages
from reportcite.values.url import first_url

# Texts that are paragraphs; of others line breaks are only where they were typed or wrapped.
_PARAGRAPHS: Final = frozenset({"abstract", "annote", "note"})
_WHITE: Final = " \t\n\r"
_BREAKS: Final = pattern(r"[ \t]*[\t\n\v\f\r\x85\u2028\u2029][ \t\n\v\f\r\x85\u2028\u2029]*")
_SPELLED: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "DOI": bare_doi,
        "URL": first_url,
        "edition": edition_number,
        "language": language_tag,
        "number-of-pages": bare_pages,
        "page": bare_pages,
    }
)

_HELD_AS_PREPRINTS: Final = frozenset({"article-journal", "document", "manuscript", "webpage"})
"""Types of entries that are preprints when they are in arXiv and in no journal."""

_PREPUBLISHED: Final = frozenset({"pre-published", "preprint", "prepublished"})

_LONGEST_ACCESS_NOTE: Final = 250

_BEFORE_PERFORMERS: Final = frozenset({"author", "composer"})


def spell_for_styles(item: dict[str, object], *, one_line: bool) -> None:
    """Change the values of `item` that styles would print wrongly, and take away what none should.

    Texts but for paragraphs stand on one line, the DOI without a resolver before it; of several
    URLs the first counts; pages have no label, an edition is a number, a language a tag; a number
    of arXiv or JSTOR is no shelf mark of an archive; who performs on a recording is its author
    where nobody else is (APA 7, 10.13), as hardly any style asks for performers; a note that says
    when the page was seen, or where it is, says no more than that.
    `one_line` says that all texts are one line each already.
    """
    if not one_line:
        for name, value in item.items():
            if isinstance(value, str):
                item[name] = _on_one_line(name, value)
    for name in item.keys() & _SPELLED.keys():
        value = item[name]
        if isinstance(value, str) and not value.isdecimal():
            if spelled := _SPELLED[name](value):
                item[name] = spelled
            else:
                del item[name]
    container = item.get("container-title")
    if isinstance(container, str) and "arxiv" in container[:5].lower():
        _name_archive(item, container)
    if "archive" in item:
        _spell_eprint(item)
    note = item.get("note")
    if isinstance(note, str) and len(note) < _LONGEST_ACCESS_NOTE and not note.isalnum():
        _read_access_note(item, note)
    if "performer" in item and item.get("type") == "song" and _BEFORE_PERFORMERS.isdisjoint(item):
        item["author"] = item.pop("performer")


def _read_access_note(item: dict[str, object], note: str) -> None:
    """Take a note such as `[Online; accessed 22-July-2004]` for what it says, if nothing else says
    that."""
    from reportcite.values.texts.access_note import read_access_note  # few records need it

    said = read_access_note(note)
    if said is None or (said.url and item.get("URL", said.url) != said.url):
        return
    del item["note"]
    if said.url and "DOI" not in item:
        item["URL"] = said.url
    if said.accessed:
        item.setdefault("accessed", said.accessed)


def _name_archive(item: dict[str, object], container: str) -> None:
    """Take “arXiv preprint arXiv:1706.03762”, a journal by Google Scholar, for what it says."""
    from reportcite.values.eprints import number_in_journal  # few records need it

    number = number_in_journal(container)
    if number and "archive" not in item:
        item |= {"archive": "arXiv", "archive_location": number}


def _spell_eprint(item: dict[str, object]) -> None:
    """Let a number of arXiv or the like be the link, and a preprint's own number."""
    from reportcite.values.eprints import (
        eprint_link,
        eprint_number,
        is_eprint_archive,
        is_series_of_arxiv,
    )

    archive = str(item["archive"]).lower()
    if not is_eprint_archive(archive):
        return
    number = eprint_number(str(item.get("archive_location", "")))
    for name in ("archive", "archive_location", "archive_collection"):
        item.pop(name, None)
    if number and not {"DOI", "URL"} & item.keys():
        item["URL"] = eprint_link(archive, number)
    container = str(item.get("container-title", ""))
    if archive == "arxiv" and (not container or is_series_of_arxiv(container)):
        _spell_preprint(item, number)


def _spell_preprint(item: dict[str, object], number: str) -> None:
    """What a style knows of a work that is in arXiv alone, of whatever type its entry is."""
    if item["type"] in _HELD_AS_PREPRINTS:
        item["type"] = "article"
    for name in ("container-title", "container-title-short"):
        item.pop(name, None)
    for name in ("volume", "issue", "page"):
        if str(item.get(name, "")).lower().startswith(("abs/", "arxiv")):
            del item[name]
    if str(item.get("status", "")).lower() in _PREPUBLISHED:
        del item["status"]
    if number:
        item.setdefault("number", f"arXiv:{number}")
    item.setdefault("publisher", "arXiv")


def _on_one_line(name: str, text: str) -> str:
    # Nearly all are printable, and that is seen at once.
    if text.isprintable() or name in _PARAGRAPHS:
        return text.strip(_WHITE)
    return _BREAKS.sub(" ", text).strip(_WHITE)
