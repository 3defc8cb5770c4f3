"""References as in the journals of Nature, of the American Chemical Society, of Springer and of
Elsevier, whose parts stand in brackets, between semicolons, or behind the year.

    Kalt, A. & Roe, T. B. Tides. J. Sea Res. 47, 182–199 (2018).
    Kalt, A.; Roe, T. B. Tides; Poe, C., Ed.; Press: Kiel, 2018; pp 1–17.
    Kalt A, Roe TB (2018) Tides. J Sea Res 47:182–199
    Kalt, A., Roe, T.B., 2018. Tides. J. Sea Res. 47, 182–199.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.formats.pasted.people import (
    NAMES_WITH_INITIALS,
    is_head,
    names_in,
    names_of_initials,
    without_role,
)
from reportcite.formats.pasted.places import is_place
from reportcite.formats.pasted.work import title_end
from reportcite.patterns import pattern

_YEARS: Final = rf"{YEAR}(?:[–-]{YEAR})?"
_PAGES: Final = r"[A-Za-z]?\d\w*(?:[–-][A-Za-z]?\d\w*)?(?:, \d+[–-]\d+)*"
# Nature: … (Press, Place, 2018). and … (2018).
_LAST: Final = pattern(rf"\.? \((?:(?P<by>[^()]+), )?(?P<x>(?:[^\W\d_]+ )?{_YEARS})\)\.?$")
_NATURE: Final = pattern(rf"(?P<names>{NAMES_WITH_INITIALS}(?: et al\.)?) (?=[^\W\d_a-z]|\d)")
_IN_BRACKETS: Final = pattern(
    r"(?P<t>.+?[.?!]) [Ii]n (?P<c>.+?) \([Ee]ds?\.? (?P<e>[^()]+)\)"
    rf"(?: vol\. (?P<v>\S+))?(?: (?P<p>{_PAGES}))?"
)
_VOLUME: Final = pattern(r"(?P<t>.+?),? (?:vol\.|Vol\.) (?P<v>\w+)")
# Elsevier: Journal 47 (3), 182–199. and Springer: Journal 47:182–199
_JOURNAL: Final = pattern(
    rf"(?P<c>[^“”]*[^\W\d_][^“”]*?),? (?P<v>\d{{1,4}})(?: ?\((?P<i>[^()]+)\))?"
    rf"(?:, | ?: ?)(?P<p>{_PAGES})\.?"
)
_PREPRINT: Final = pattern(r"Preprint at\b.*")
# ACS: …; Press: Place, 2018; …
_PUBLISHED: Final = pattern(
    rf"(?P<name>[^:]+?)(?:: (?P<place>[^:]+?))?, (?P<x>(?:[^\W\d_]+ (?:\d\d?, )?)?{_YEARS})\.?"
)
_SEGMENTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("edition", pattern(r"(?P<v>\d+)(?:st|nd|rd|th) ed\.")),
    ("page", pattern(rf"(?:Vol\. (?P<volume>[^.,]+), |Chapter \S+, )?pp? (?P<v>{_PAGES})\.?")),
    ("volume", pattern(r"Vol\. (?P<v>[^.,]+)\.?")),
)
_ROLE: Final = pattern(r"(?P<names>.+?), (?P<role>Eds?\.(?: and Translators?)?|Translators?)")
_POINTED: Final = (
    r"[^.;:]+, (?:[^\W\d_]\.[ -]?)+(?:(?<= )(?:de|von|van|zu|del|di|da)(?: (?:der|den|la))?)?"
    r"(?:, Jr\.)?"
)
_ACS: Final = pattern(
    rf"(?P<names>{_POINTED}(?:; {_POINTED})*(?:; et al\.| et al\.)?)(?:(?<= )|(?<=[^ ])\.? )"
    r"(?=[^\W\d_a-z]|\d)"
)
_HOSTED: Final = pattern(r"(?P<t>.+?)[.?!] In (?P<c>.+)")
# Springer: Names (2018) and Elsevier: Names, 2018.
_DATED: Final = pattern(
    rf"(?P<names>[^()\d]+?)(?: \((?P<r>[Ee]ds?\.?)\))?"
    rf"(?: \((?P<x>{YEAR})[a-z]?\):?|(?P<z>, )(?P<y>{YEAR})[a-z]?\.) (?=\S)"
)
_HOST: Final = pattern(
    r"(?P<t>.+?)(?:[.?!]|,) [Ii]n: (?:(?P<e>[^()]+) \([Ee]ds?\.?\),? )?(?P<c>.+)"
)
_EDITION: Final = pattern(r", (?P<v>\d+)(?:st|nd|rd|th) edn?\b\.?")
_LAST_PAGES: Final = pattern(rf", pp\.? (?P<p>{_PAGES})\.?$")
_STATE: Final = pattern(r"[A-Z]{2}|D\.C\.|USA|UK|Ill\.|Mass\.|Conn\.|Calif\.")
_LONGEST_PLACE: Final = 4


def add_scientific(text: str, fields: dict[str, object]) -> str | None:
    """Put what `text`, without its identifiers, says into `fields`, and return what was not
    understood; None where it is no such reference, and nothing is put anywhere."""
    found: dict[str, object] = {}
    if _add_bracketed(text, found) or _add_segmented(text, found) or _add_dated(text, found):
        fields |= {name: value for name, value in found.items() if value}
        return ""
    return None


def _add_bracketed(text: str, fields: dict[str, object]) -> bool:
    """As in Nature: the publisher, the place and the year in brackets at the end, or the year."""
    last = _LAST.search(text)
    if not last or "“" in text:
        return False
    head = _NATURE.match(text)
    rest = text[head.end() if head else 0 : last.start() + 1].rstrip(". ")
    if not head and (not last["by"] or (", " not in last["by"] and not is_place(last["by"]))):
        return False
    fields["issued"] = last["x"]
    if head:
        fields["author"] = names_in(head["names"])
    elif (end := sentence_end(rest)) and is_head(rest[:end]):
        fields["author"], rest = [f"{{{rest[:end].rstrip('. ')}}}"], rest[end:]
    if last["by"]:
        _put_publisher(last["by"], fields)
        if host := _IN_BRACKETS.fullmatch(rest):
            fields |= {"title": host["t"].rstrip("."), "container-title": host["c"]}
            fields |= {"editor": names_in(host["e"]), "volume": host["v"], "page": host["p"]}
            fields["type"] = "chapter"
            return True
        volume = _VOLUME.fullmatch(rest)
        fields |= {"title": volume["t"] if volume else rest, "volume": volume and volume["v"]}
        fields["type"] = "book"
        return True
    return _add_article(rest, fields) or _add_preprint(rest, fields)


def _add_preprint(rest: str, fields: dict[str, object]) -> bool:
    end = title_end(rest)
    if not end or not _PREPRINT.fullmatch(rest[end:]):
        return False
    fields |= {"title": rest[:end].rstrip(". "), "type": "article"}
    return True


def _add_article(rest: str, fields: dict[str, object]) -> bool:
    """Whether `rest` is a title and a journal with its volume and pages."""
    end = title_end(rest)
    while end:
        title, journal = rest[:end].strip(), _JOURNAL.fullmatch(rest[end:])
        if journal:
            fields |= {"title": title.rstrip("."), "container-title": journal["c"].rstrip(",")}
            fields |= {"volume": journal["v"], "issue": journal["i"], "page": journal["p"]}
            fields["type"] = "article-journal"
            return True
        further = sentence_end(rest[end:])
        end = end + further if further else 0
    return False


def _add_segmented(text: str, fields: dict[str, object]) -> bool:
    """A book as the American Chemical Society has it, whose parts stand between semicolons."""
    head = _ACS.match(text)
    first, *segments = text[head.end() if head else 0 :].split("; ")
    _join_places(segments)
    published = [place for place, one in enumerate(segments) if _is_published(one)]
    if not published or (not head and ": " not in segments[published[0]]):
        return False
    if head:
        fields["author"] = names_in(head["names"].replace("; et al.", " et al."))
    elif (end := sentence_end(first)) and is_head(first[:end]) and " In " not in first:
        fields["author"], first = [f"{{{first[:end].rstrip('. ')}}}"], first[end:]
    host = _HOSTED.fullmatch(first)
    name, title = ("container-title", host["c"]) if host else ("title", first)
    edition = _EDITION.search(title)
    fields |= {name: title[: edition.start()] if edition else title}
    fields |= {"edition": edition and edition["v"]}
    fields |= {"title": host["t"]} if host else {}
    fields["type"] = "chapter" if host else "book"
    for place, segment in enumerate(segments):
        if place == published[0]:
            by = _PUBLISHED.fullmatch(segment)
            assert by
            fields |= {"publisher": by["name"], "publisher-place": by["place"], "issued": by["x"]}
        elif not _add_segment(segment, fields):
            fields.setdefault("collection-title", segment.rstrip("."))
    return True


def _join_places(segments: list[str]) -> None:
    """Put together the places of a publisher, between which semicolons stand, too."""
    for place in range(len(segments) - 1, 0, -1):
        before = segments[place - 1]
        if ": " in before and not re.search(YEAR, before) and _PUBLISHED.fullmatch(segments[place]):
            segments[place - 1 : place + 1] = [f"{before}; {segments[place]}"]


def _is_published(segment: str) -> bool:
    """Whether it is a publisher with a year; what other styles have before a colon is a place."""
    match = _PUBLISHED.fullmatch(segment)
    return match is not None and not is_place(match["name"])


def _add_segment(segment: str, fields: dict[str, object]) -> bool:
    for name, form in _SEGMENTS:
        if match := form.fullmatch(segment):
            fields |= {name: match["v"], **{k: v for k, v in match.groupdict().items() if k != "v"}}
            return True
    if match := _ROLE.fullmatch(segment):
        names = names_in(match["names"])
        if match["role"].startswith("Ed"):
            fields["editor"] = names
        if "Translator" in match["role"]:
            fields["translator"] = names
        return True
    return False


def _add_dated(text: str, fields: dict[str, object]) -> bool:
    """As Springer and Elsevier have it: names, the year, and the place behind the publisher."""
    head = _DATED.match(text)
    if not head:
        return False
    rest = text[head.end() :]
    names: list[object] | None
    if head["z"]:
        names, edited = _inverted(head["names"]), bool(head["r"])
    else:
        names, edited = names_of_initials(head["names"]), bool(head["r"])
    if names is None:
        return False
    role = "editor" if edited else "author"
    fields |= {role: names, "issued": head["x"] or head["y"]}
    pages = _LAST_PAGES.search(rest)
    if host := _HOST.fullmatch(rest[: pages.start()] if pages else rest):
        fields |= {"title": host["t"], "type": "chapter", "page": pages and pages["p"]}
        if host["e"]:
            fields["editor"] = names_of_initials(host["e"]) or names_in(host["e"])
        _add_book(host["c"], "container-title", fields)
        return True
    if _add_article(rest, fields):
        return True
    _add_book(rest, "title", fields)
    return bool("publisher" in fields or head["x"])


def _inverted(text: str) -> list[object] | None:
    """The names before the year in Elsevier's form, which all have initials without spaces."""
    bare, _ = without_role(text)
    return names_in(bare) if _ELSEVIER.fullmatch(bare) else None


_ELSEVIER: Final = pattern(
    r"(?:[^.,;:]+, (?:[^\W\d_]\.-?)+(?: [^\W\d_a-zà-ÿ]?[a-z]+)*(?:, Jr\.)?(?:, |$))+"
    r"(?:et al\.)?|[^.,;:]+, (?:[^\W\d_]\.-?)+,? et al\."
)


def _add_book(rest: str, name: str, fields: dict[str, object]) -> None:
    """A book, whose title is that of `name`, and its publisher with the place behind."""
    end = title_end(rest)
    title, by = (rest[:end].strip(), rest[end:]) if end else (rest, "")
    title = title.rstrip(".")
    if edition := _EDITION.search(title) or _EDITION.search(f"{title}."):
        fields["edition"], title = edition["v"], title[: edition.start()]
    fields[name] = title
    if by:
        fields.setdefault("type", "book")
        _put_publisher(by.strip().rstrip("."), fields)


def _put_publisher(text: str, fields: dict[str, object]) -> None:
    """`Press, Place`; of a place with its state the state is a part."""
    name, *more = text.split(", ")
    places: list[str] = []
    while more and (
        _STATE.fullmatch(more[-1])
        or (
            (not places or _STATE.fullmatch(places[0]))
            and (is_place(more[-1]) or _may_be_place(more[-1]))
        )
    ):
        places.insert(0, more.pop())
    fields["publisher"] = ", ".join([name, *more])
    if places:
        fields["publisher-place"] = ", ".join(places)


def _may_be_place(text: str) -> bool:
    words = text.split()
    return len(words) <= _LONGEST_PLACE and words[0][0].isupper() and not re.search(r"\d", text)
