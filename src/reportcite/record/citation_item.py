"""Records as the items that are cited, with values as citation styles expect them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reportcite.patterns import pattern
from reportcite.values.doi import bare_doi
from reportcite.values.edition import edition_number
from reportcite.values.language import language_tag
from reportcite.values.pages import bare_pages
from reportcite.values.url import first_url

if TYPE_CHECKING:
    from reportcite.record.model import Record

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

# Where the numbers of eprints lead to that are no shelf marks, and that no style is to print so
# (biblatex manual, 3.14.7; https://www.arxiv.org/help/arxiv_identifier).
_EPRINTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "arxiv": "https://arxiv.org/abs/",
        "googlebooks": "https://books.google.com/books?id=",
        "hdl": "https://hdl.handle.net/",
        "jstor": "https://www.jstor.org/stable/",
        "urn": "https://nbn-resolving.org/",
    }
)
_HELD_AS_PREPRINTS: Final = frozenset({"article-journal", "document", "manuscript", "webpage"})
"""Types of entries that are preprints when they are in arXiv and in no journal."""

_PREPUBLISHED: Final = frozenset({"pre-published", "preprint", "prepublished"})

_SCHOLAR: Final = pattern(
    r"arXiv(?: preprint)?(?: arXiv)?: ?([\w./-]*\d)(?: ?\[[\w.-]+\])?", re.IGNORECASE
)
_SERIES_OF_PREPRINTS: Final = ("arxiv", "corr")
"""How names begin that databases (ADS, DBLP) give arXiv as a journal: “arXiv e-prints”, “CoRR”."""


_BEFORE_PERFORMERS: Final = frozenset({"author", "composer"})


def items(records: Iterable[Record]) -> list[dict[str, object]]:
    """The records as CSL-JSON items for the citation engine, no two with one id."""
    return UniqueIds().items((record.id, record.item()) for record in records)


class UniqueIds:
    """Gives items the ids of their records; one that is there already gets a number."""

    def __init__(self) -> None:
        """No id has been given."""
        self._seen: set[str] = set()
        self._count = 0

    def items(self, named: Iterable[tuple[str, dict[str, object]]]) -> list[dict[str, object]]:
        """More items, each with its id."""
        found: list[dict[str, object]] = []
        for name, item in named:
            id_ = self.of(name)
            found.append(item if id_ == item.get("id") else item | {"id": id_})
        return found

    def of(self, name: str) -> str:
        """The id of one more item."""
        self._count += 1
        id_ = name
        while id_ in self._seen:
            id_ = f"{id_}#{self._count}"
        self._seen.add(id_)
        return id_


def spell_for_styles(item: dict[str, object], *, one_line: bool) -> None:
    """Change the values of `item` that styles would print wrongly, and take away what none should.

    Texts but for paragraphs stand on one line, the DOI without a resolver before it; of several
    URLs the first counts; pages have no label, an edition is a number, a language a tag; a number
    of arXiv or JSTOR is no shelf mark of an archive; who performs on a recording is its author
    where nobody else is (APA 7, 10.13), as hardly any style asks for performers.
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
    if "performer" in item and item.get("type") == "song" and _BEFORE_PERFORMERS.isdisjoint(item):
        item["author"] = item.pop("performer")


def _name_archive(item: dict[str, object], container: str) -> None:
    """Take “arXiv preprint arXiv:1706.03762”, a journal by Google Scholar, for what it says."""
    found = _SCHOLAR.fullmatch(container)
    if found and "archive" not in item:
        item |= {"archive": "arXiv", "archive_location": found[1]}


def _spell_eprint(item: dict[str, object]) -> None:
    """Let a number of arXiv or the like be the link, and a preprint's own number."""
    archive = str(item["archive"]).lower()
    if archive not in _EPRINTS:
        return
    number = re.sub(r"^arxiv:\s*", "", str(item.get("archive_location", "")), flags=re.IGNORECASE)
    for name in ("archive", "archive_location", "archive_collection"):
        item.pop(name, None)
    if number and not {"DOI", "URL"} & item.keys():
        item["URL"] = _EPRINTS[archive] + number
    container = str(item.get("container-title", "")).lower()
    if archive == "arxiv" and (not container or container.startswith(_SERIES_OF_PREPRINTS)):
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
