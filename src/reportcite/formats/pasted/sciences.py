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
from reportcite.formats.pasted.periodicals import PAGES, own_title
from reportcite.formats.pasted.places import is_place
from reportcite.formats.pasted.work import add_of_title, title_end
from reportcite.patterns import pattern

_YEARS: Final = rf"{YEAR}(?:[–-]{YEAR})?"
# Nature: … (Press, Place, 2018). and … (2018).
_LAST: Final = pattern(rf"\.? \((?:(?P<by>[^()]+), )?(?P<x>(?:[^\W\d_]+ )?{_YEARS})\)\.?$")
_NATURE: Final = pattern(rf"(?P<names>{NAMES_WITH_INITIALS}(?: et al\.)?) (?=[^\W\d_a-z]|\d)")
_IN_BRACKETS: Final = pattern(
    r"(?P<t>.+?[.?!]) in (?P<c>.+?)(?: \([Ee]ds?\.? (?P<e>[^()]+)\))?"
    rf"(?: vol\. (?P<v>\S+))?(?: (?P<p>{PAGES}))?"
)
_VOLUME: Final = pattern(r"(?P<t>.+?),? (?:vol\.|Vol\.) (?P<v>\w+)")
# Elsevier: Journal 47 (3), 182–199. and Springer: Journal 47:182–199
_IN_JOURNAL: Final = pattern(
    rf",? (?P<v>\d{{1,4}})(?: ?\((?P<i>[^()]+)\))?(?:, | ?: ?)(?P<p>{PAGES})\.?$"
)
_PREPRINT: Final = pattern(r"Preprint at\b.*")
# ACS: …; Press: Place, 2018; …
_PUBLISHED: Final = pattern(
    rf"(?P<name>[^:()]+?)(?:: (?P<place>[^:]+?))?, (?P<x>(?:[^\W\d_]+ (?:\d\d?, )?)?{_YEARS})\.?"
)
_SEGMENTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("edition", pattern(r"(?P<v>\d+)(?:st|nd|rd|th) ed\.")),
    ("page", pattern(rf"(?:Vol\. (?P<volume>[^.,]+), |Chapter \S+, )?pp? (?P<v>{PAGES})\.?")),
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
_NEWS: Final = pattern(
    rf"(?P<t>.+[.?!]) (?P<c>[^.;]+)\. (?P<x>[^\W\d_]+ (?:\d\d?, )?{YEAR})"
    rf"(?:, pp? (?P<p>{PAGES}))?\.?"
)
_HOSTED: Final = pattern(r"(?P<t>.+?)[.?!] In (?P<c>.+)")
# Springer: Names (2018) and Elsevier: Names, 2018.
_DATED: Final = pattern(
    rf"(?P<names>[^()\d]+?)(?: \((?P<r>[Ee]ds?\.?)\))?"
    rf"(?: \((?P<x>{YEAR})[a-z]?\):?|(?P<z>, )(?P<y>{YEAR})[a-z]?\.) (?=\S)"
)
_HOST: Final = pattern(
    r"(?P<t>.+?)(?:[.?!]|,) [Ii]n: (?:(?P<e>[^()]+) \([Ee]ds?\.?\),? )?"
    r"(?P<c>.+)"
)
_EDITION: Final = pattern(r", (?P<v>\d+)(?:st|nd|rd|th) edn?\b\.?")
_LASTPAGES: Final = pattern(rf", pp\.? (?P<p>{PAGES})\.?$")
_THESIS: Final = pattern(
    r" \((?P<a>[^()]*(?:[Tt]hesis|[Dd]issertation))\)$|(?P<b>[^.,]*(?:[Tt]hesis|[Dd]issertation)), "
)
_PAPER: Final = pattern(r"(?P<c>[^\d,]+) (?P<p>[A-Z]?\d+(?:[–-]\d+)?)\.?")
_IN_BRACKETED: Final = pattern(r" \([^()]*(?:[Tt]hesis|[Dd]issertation)\)\.")
_STATE: Final = pattern(r"(?:[A-Z]{2}|D\.C\.|USA|UK|Ill\.|Mass\.|Conn\.|Calif\.)(?:; .+[^.])?")
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
    head = _NATURE.match(text) if last else None
    rest = text[head.end() if head else 0 : last.start() + 1].rstrip(". ") if last else ""
    if not last or rest.startswith(("“", '"')) or ".” " in rest:
        return False
    by = last["by"]
    is_sentence = last[0].startswith(".")
    if not head and not (by and (", " in by or is_place(by))) and (by or not is_sentence):
        return False
    fields["issued"] = last["x"]
    if head:
        fields["author"] = names_in(head["names"])
    elif (end := sentence_end(rest)) and is_head(rest[:end]):
        fields["author"], rest = [f"{{{rest[:end].rstrip('. ')}}}"], rest[end:]
    if by:
        _put_publisher(by, fields)
        _add_whole(rest, fields)
        return True
    if _add_article(rest, fields) or _add_preprint(rest, fields):
        return True
    # “Title. Archive (2018).” or “Title. (2018).”
    end = 0 if is_sentence else title_end(rest)
    fields |= {"title": rest[: end or None].strip().rstrip("."), "publisher": end and rest[end:]}
    return bool(fields.get("author") and (is_sentence or end))


def _add_whole(rest: str, fields: dict[str, object]) -> None:
    """A book, or a chapter and the book it is in."""
    host = _IN_BRACKETS.fullmatch(rest)
    if host and (host["e"] or host["p"]):
        fields |= {"title": host["t"].rstrip("."), "container-title": host["c"]}
        fields |= {"volume": host["v"], "page": host["p"], "type": "chapter"}
        fields |= {"editor": names_in(host["e"])} if host["e"] else {}
        return
    volume = _VOLUME.fullmatch(rest)
    fields |= {"title": volume["t"] if volume else rest, "volume": volume and volume["v"]}
    fields["type"] = "book"


def _add_preprint(rest: str, fields: dict[str, object]) -> bool:
    end = title_end(rest)
    if not end or not _PREPRINT.fullmatch(rest[end:]):
        return False
    fields |= {"title": rest[:end].rstrip(". "), "type": "article"}
    return True


def _add_article(rest: str, fields: dict[str, object]) -> bool:
    """Whether `rest` is a title and a journal with its volume and pages."""
    tail = _IN_JOURNAL.search(rest)
    end = title_end(rest[: tail.start()]) if tail else 0
    if not tail or not end:
        return False
    fields["title"] = rest[:end].strip().rstrip(".")
    fields["container-title"] = own_title(rest[end : tail.start()], fields)
    fields |= {"volume": tail["v"], "issue": tail["i"], "page": tail["p"]}
    fields["type"] = "article-journal"
    return True


def _add_segmented(text: str, fields: dict[str, object]) -> bool:
    """A book as the American Chemical Society has it, whose parts stand between semicolons."""
    head = _ACS.match(text)
    if head and (found := _NEWS.fullmatch(text, head.end())):
        fields |= {"author": names_in(head["names"]), "title": found["t"].rstrip(".")}
        fields |= {"container-title": found["c"], "issued": found["x"], "page": found["p"]}
        fields["type"] = "article-newspaper" if "," in found["x"] else "article-magazine"
        return True
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
    pages = _LASTPAGES.search(rest)
    if host := _HOST.fullmatch(rest[: pages.start()] if pages else rest):
        fields |= {"title": host["t"], "type": "chapter", "page": pages and pages["p"]}
        if host["e"]:
            fields["editor"] = names_of_initials(host["e"]) or names_in(host["e"])
        _add_book(host["c"], "container-title", fields)
        return True
    if _add_article(rest, fields):
        return True
    _add_book(rest, "title", fields)
    return bool(head["x"]) or not fields.keys().isdisjoint(("publisher", "container-title"))


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
    if edition := _EDITION.search(rest):
        fields["edition"], title, by = edition["v"], rest[: edition.start()], rest[edition.end() :]
    elif thesis := _IN_BRACKETED.search(rest):
        title, by = rest[: thesis.end() - 1], rest[thesis.end() :]
    else:
        end = title_end(rest)
        title, by = (rest[:end], rest[end:]) if end else (rest, "")
    title = title.strip().rstrip(".")
    if thesis := _THESIS.search(title) or _THESIS.match(by):
        fields |= {"type": "thesis", "genre": thesis["a"] or thesis["b"]}
        title, by = _THESIS.sub("", title), _THESIS.sub("", by)
    fields[name] = title
    if name == "title":
        add_of_title(fields)
    if name == "title" and (news := _PAPER.fullmatch(by)):
        fields |= {"container-title": news["c"], "page": news["p"], "type": "article-newspaper"}
    elif by.strip(" ."):
        fields.setdefault("type", "book")
        _put_publisher(by.strip(), fields)


def _put_publisher(text: str, fields: dict[str, object]) -> None:
    """`Press, Place`; of a place with its state the state is a part."""
    if is_place(text):
        fields["publisher-place"] = text.rstrip(".")
        return
    name, *more = text.split(", ")
    if not more or not _STATE.fullmatch(more[-1]):
        name, *more = text.rstrip(".").split(", ")
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
