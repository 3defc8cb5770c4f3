"""Which type of CSL a MODS record is of: by its genres, those of its host, its resource.

Sources: the MARC genre term list (loc.gov/standards/valuelist/marcgt.html), the values of
typeOfResource and issuance in the MODS schema; the item types that Zotero writes as local genres.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from reportcite.formats.mods.fields import GENRES, OWN_TYPE, RESOURCES
from reportcite.formats.mods.govinfo import type_of_collection
from reportcite.formats.reading.xml import Indexed, found_at, text_at, text_of
from reportcite.vocabulary import ITEM_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ALSO_READ: Final = {
    "report": "report",
    "reports": "report",
    "technical reports": "report",
    "research report": "report",
    "working paper": "report",
    "government publication": "report",
    "journal article": "article-journal",
    "journalarticle": "article-journal",
    "research article": "article-journal",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "preprint": "article",
    "book chapter": "chapter",
    "book section": "chapter",
    "booksection": "chapter",
    "encyclopediaarticle": "entry-encyclopedia",
    "dictionaryentry": "entry-dictionary",
    "conference paper": "paper-conference",
    "conferencepaper": "paper-conference",
    "theses": "thesis",
    "dissertation": "thesis",
    "doctoral thesis": "thesis",
    "academic dissertations": "thesis",
    "website": "webpage",
    "webpage": "webpage",
    "blogpost": "post-weblog",
    "forumpost": "post",
    "computerprogram": "software",
    "numeric data": "dataset",
    "dataset": "dataset",
    "audiorecording": "song",
    "film": "motion_picture",
    "videorecording": "motion_picture",
    "tvbroadcast": "broadcast",
    "radiobroadcast": "broadcast",
    "podcast": "broadcast",
    "artwork": "graphic",
    "art original": "graphic",
    "photograph": "graphic",
    "picture": "graphic",
    "presentation": "speech",
    "manuscript": "manuscript",
    "hearing": "hearing",
    "bill": "bill",
    "statute": "legislation",
    "case": "legal_case",
    "law report or digest": "legal_case",
    "atlas": "map",
}
"""Genre, in small letters → CSL type, beside those of `GENRES`."""

_TYPE_OF_GENRE: Final = {term: csl_type for csl_type, term in GENRES.items()} | ALSO_READ

# What these are on the record of a whole work: who has catalogued it meant the volume, not a part.
_OF_WHOLE_WORKS: Final = {
    "paper-conference": "book",
    "entry-dictionary": "book",
    "entry-encyclopedia": "book",
    "article-newspaper": "periodical",
}
_MARC: Final = "marcgt"

# Genre of the host → type of the work in it.
_IN_HOST: Final = {
    **dict.fromkeys(
        ("periodical", "academic journal", "journal", "journal article", "article"),
        "article-journal",
    ),
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    **dict.fromkeys(
        ("conference publication", "conference proceedings", "proceedings"), "paper-conference"
    ),
    "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia",
    **dict.fromkeys(("book", "collection", "festschrift", "handbook", "yearbook"), "chapter"),
    "web site": "webpage",
}
_TYPE_OF_RESOURCE: Final = {
    **{term: csl_type for csl_type, term in reversed(RESOURCES.items())},
    "sound recording-musical": "song",
    "sound recording-nonmusical": "song",
}
_CONTINUING: Final = frozenset({"continuing", "serial", "integrating resource"})
_MONOGRAPHIC: Final = frozenset({"monographic", "single unit", "multipart monograph"})


def type_of(root: Indexed, host: Indexed | None, published: Mapping[str, object]) -> str:
    """The CSL type of a record; `published` is what its own `originInfo` says.

    A type that stands in the record as CSL's own is taken; else the genres count, then the host,
    then the kind of resource.
    """
    if (own_type := text_at(root, OWN_TYPE)) in ITEM_TYPES:
        return own_type
    return (
        (type_of_collection(root) if "extension" in root.children else "")
        or _by_genre(root.children.get("genre", ()), host)
        or _TYPE_OF_RESOURCE.get(text_at(root, "typeOfResource").strip(), "")
        or _by_issuance(root, host, published)
    )


def _by_issuance(root: Indexed, host: Indexed | None, published: Mapping[str, object]) -> str:
    """The type of a text of which no genre says what it is."""
    if any(one.get("manuscript") == "yes" for one in root.children.get("typeOfResource", ())):
        return "manuscript"
    issuance = set(_issuances(root))
    monographic = not issuance.isdisjoint(_MONOGRAPHIC)
    if host is not None:
        return _in_host(host, whole=monographic and "publisher" in published)
    if not issuance.isdisjoint(_CONTINUING):
        return "periodical"
    return "book" if monographic or _has(root, "isbn") else "document"


def is_named_by_type(genre: str, csl_type: str) -> bool:
    """Whether `genre` says no more than the type of its record does.

    That of a report is printed by styles, so it is kept as it was written.
    """
    if csl_type == "report":
        return False
    meant = _TYPE_OF_GENRE.get(genre.lower(), "")
    both_articles = meant.startswith("article") and csl_type.startswith("article")
    return meant == csl_type or both_articles


def _by_genre(genres: Iterable[Element], host: Indexed | None) -> str:
    """The type that the genres say, those of no list before those of MARC's; "" for none."""
    for listed in (False, True):
        for genre in genres:
            if (genre.get("authority") == _MARC) is not listed:
                continue
            found = _TYPE_OF_GENRE.get(text_of(genre).strip().lower(), "")
            if not found:
                continue
            if host is None and listed:
                return _OF_WHOLE_WORKS.get(found, found)
            if host is not None and found in ("article-journal", "book"):
                return _by_genre_of_host(host) or ("chapter" if found == "book" else found)
            return found
    return ""


def _by_genre_of_host(host: Indexed) -> str:
    for genre in host.children.get("genre", ()):
        if found := _IN_HOST.get(text_of(genre).strip().lower()):
            return found
    return ""


def _in_host(host: Indexed, *, whole: bool) -> str:
    """The type of a text that stands in `host`, or is a `whole` work in a collection."""
    if found := _by_genre_of_host(host):
        return found
    issuance = set(_issuances(host))
    if not issuance.isdisjoint(_CONTINUING) or _has(host, "issn"):
        return "article-journal"
    details = {one.get("type") for one in found_at(host, "part/detail")}
    if "issue" in details or ("number" in details and "volume" in details):
        return "article-journal"
    if whole and not found_at(host, "part/extent"):
        return "book"
    return "chapter"


def _issuances(root: Indexed) -> Iterable[str]:
    return (text_of(one).strip() for one in found_at(root, "originInfo/issuance"))


def _has(root: Indexed, kind: str) -> bool:
    return any(one.get("type", "").lower() == kind for one in root.children.get("identifier", ()))
