"""References as in medicine: Vancouver (Citing Medicine of the NLM) and AMA.

Names have initials without stops, and a semicolon stands before the year or behind it.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.formats.pasted.people import names_of_initials
from reportcite.formats.pasted.places import is_place
from reportcite.formats.pasted.work import title_end
from reportcite.patterns import pattern

_STOP: Final = pattern(r"\.? ?\. ")
_LONGEST: Final = 1_500
_ROLES: Final = frozenset({"editor", "editors", "ed", "eds"})
_MARKED: Final = pattern(
    rf"; (?:[^\W\d_]+\.? )?{YEAR}\b|\b{YEAR}(?: [^\W\d_]{{3,9}}\b[^.;:]{{0,12}})?;|\[Internet\]",
    re.IGNORECASE,
)
_MEDIUM: Final = pattern(r" ?\[(?:Internet|online|preprint)\]", re.IGNORECASE)
_VISITED: Final = pattern(r" ?\[(?:updated|cited|accessed)[^\]]*\]", re.IGNORECASE)
_DATE: Final = rf"{YEAR}(?: [^\W\d_]{{3,9}}(?:[-/][^\W\d_]{{3,9}})?(?: \d{{1,2}})?)?"
_MONTH: Final = r"[^\W\d_]{3,9}"
_DATED: Final = pattern(
    rf"(?P<title>[^.;]+)\. (?:Published online )?(?P<x>{_DATE}|{_MONTH} (?:\d{{1,2}}, )?{YEAR})"
    r"(?:\.|$)(?: (?P<part>.+))?"
)
_GENRE: Final = pattern(r" ?\[(?P<genre>[^\[\]]+)\]\.? *$")
_PREPRINT: Final = pattern(
    rf"(?P<name>[^.;]*\w[Rr]xiv[^.;]*)(?:; |\. Preprint posted online )(?P<x>[^;:.]*{YEAR})\.?",
    re.IGNORECASE,
)
_REPORT: Final = pattern(r"(?:Report|Rep\.)(?: No\.:?)? (?P<number>\S.*?)\.?")
_MEETING: Final = pattern(r"\b(?:Proceedings|Proc|Conference|Symposium|Workshop)\b")
_PAGES: Final = r"[A-Za-z]?\d[\w–-]*(?:, ?\d[\w–-]*)*"
_JOURNAL: Final = pattern(
    rf"(?P<c>[^;]+?)\. (?P<x>{_DATE});(?: ?(?P<v>[^\s():;.]+))?(?: ?\((?P<i>[^()]+)\))?"
    rf"(?:: ?(?P<p>{_PAGES}))?\.?$"
)
_NEWSPAPER: Final = pattern(
    rf"(?P<c>[^;]+)\. (?:Published online )?(?P<x>{_DATE}|{_MONTH} (?:\d{{1,2}}, )?{YEAR})"
    rf"(?:[:;] ?(?P<p>{_PAGES}))?\.?$"
)
_PUBLISHED: Final = pattern(
    rf"(?:(?:\[?(?P<place>[^:\[\]]+)\]?): )?(?P<name>[^:]+?); (?P<x>[^;:.]*{YEAR})"
    rf"(?::(?P<p>{_PAGES}))?\.?(?: (?:p|pp)\. (?P<q>{_PAGES})\.?)?(?: \d+ p\.?)?"
)
_EDITION: Final = pattern(r"(?P<number>\d+)(?:st|nd|rd|th)? ed\. ")
_VOLUME: Final = pattern(r"Vol\.? (?P<volume>\w+)\. ?")
_PEOPLE: Final = pattern(
    r"\(?(?P<names>[^.()]+), (?:(?P<e>eds?|editors?)|(?P<t>trans|translators?))\.?\)?\. (?=\S)"
)
_THESIS: Final = pattern(
    r"(?: ?\[(?P<a>[^\[\]]*(?:thesis|dissertation)[^\[\]]*)\]"
    r"|^(?P<b>[^.;]*(?:thesis|dissertation))\. )",
    re.IGNORECASE,
)
_HOST: Final = pattern(r"In: ")


def add_medical(text: str, fields: dict[str, object]) -> str | None:
    """Put what `text`, without its identifiers, says into `fields`, and return what was not
    understood; None where it is no reference of medicine, and nothing is put anywhere."""
    for stop in _STOP.finditer(text[:_LONGEST]):
        head, rest = text[: stop.start()], text[stop.end() :]
        if found := _names(head):
            break
    else:
        end = sentence_end(text)
        head, rest = text[:end].rstrip(" ."), text[end:]
        if not end or "," in head or not _MARKED.search(rest):
            return None
        found = {"author": [f"{{{head}}}"]}
    fields |= found
    return _add_rest(_VISITED.sub("", rest), fields)


def _names(text: str) -> dict[str, object] | None:
    """The names, by their role; None where one of them is no name with initials."""
    head, _, role = text.rpartition(", ")
    if role.casefold() not in _ROLES:
        head, role = text, ""
    names = names_of_initials(head)
    return {"editor" if role else "author": names} if names else None


def _add_rest(rest: str, fields: dict[str, object]) -> str:
    """What is behind the names: the title, and where it was published."""
    if _add_periodical(_MEDIUM.sub("", rest), fields):
        return ""
    if match := _DATED.fullmatch(_MEDIUM.sub("", rest)):
        fields |= {"title": match["title"], "issued": match["x"]}
        if match["part"]:  # of a site, which is named first
            fields |= {"container-title": match["title"], "title": match["part"].rstrip(".")}
            fields["type"] = "webpage"
        return ""
    end = title_end(rest)
    title, rest = (rest[:end], rest[end:]) if end else (rest, "")
    title = _MEDIUM.sub("", title)
    if thesis := _THESIS.search(title) or _THESIS.search(rest):
        fields |= {"type": "thesis", "genre": (thesis["a"] or thesis["b"]).strip()}
        title, rest = _THESIS.sub("", title), _THESIS.sub("", rest)
    elif genre := _GENRE.search(title):
        fields["genre"], title = genre["genre"], title[: genre.start()]
    fields["title"] = title.strip().rstrip(".").strip()
    if _HOST.match(rest):
        rest = _add_host(rest[4:], fields)
    return _add_published(_MEDIUM.sub("", rest), fields)


def _add_periodical(rest: str, fields: dict[str, object]) -> bool:
    """Whether `rest` ends with a journal, a volume and pages, or a newspaper and a day."""
    match = _JOURNAL.fullmatch(rest) or _NEWSPAPER.fullmatch(rest)
    title, container = _parted(match["c"]) if match else ("", "")
    if not match or not title:
        return False
    fields |= {"title": title, "container-title": container, "issued": match["x"]}
    parts = match.groupdict()
    if "v" in parts:
        volume, page = parts["v"], parts["p"]
        if volume and not page and re.search("[–-]", volume):
            volume, page = None, volume
        fields["type"] = "article-journal" if volume or parts["i"] else "article-magazine"
        _put(fields, volume=volume, issue=parts["i"], page=page)
        return True
    has_day = re.search(rf"\d{{1,2}}, |{YEAR} \S+ \d", match["x"])
    fields["type"] = "article-newspaper" if has_day else "article-magazine"
    _put(fields, page=parts["p"])
    return True


def _parted(text: str) -> tuple[str, str]:
    """The title and the periodical before a date, which is the last sentence."""
    end = 0
    while further := sentence_end(text[end:]):
        end += further
    if not end:
        title, stop, name = text.rpartition(". ")
        return (title, name) if stop else ("", text)
    return text[:end].strip().rstrip("."), text[end:].strip()


def _add_host(rest: str, fields: dict[str, object]) -> str:
    """The book that a chapter is in; returns what is behind its title."""
    fields["type"] = "chapter"
    head, stop, behind = rest.partition(". ")
    editors = _names(head)
    if stop and editors and "editor" in editors:
        fields |= editors
        rest = behind
    end = sentence_end(rest)
    title, rest = (rest[:end], rest[end:]) if end else (rest, "")
    fields["container-title"] = _MEDIUM.sub("", title).strip().rstrip(".")
    if _MEETING.search(title):
        fields["type"] = "paper-conference"
    return rest


def _add_published(rest: str, fields: dict[str, object]) -> str:
    if match := _EDITION.match(rest):
        fields["edition"], rest = match["number"], rest[match.end() :]
    if match := _VOLUME.match(rest):
        fields["volume"], rest = match["volume"], rest[match.end() :]
    while (match := _PEOPLE.match(rest)) and (names := names_of_initials(match["names"])):
        fields["editor" if match["e"] else "translator"], rest = names, rest[match.end() :]
    if match := _PREPRINT.fullmatch(rest):
        fields |= {"type": "article", "publisher": match["name"], "issued": match["x"]}
        return ""
    match = _PUBLISHED.match(rest)
    if not match:
        return rest
    name, place = match["name"].strip(" ."), (match["place"] or "").strip()
    if not place and is_place(name):
        name, place = "", name
    _put(fields, publisher=name, issued=match["x"].strip(), **{"publisher-place": place})
    _put(fields, page=match["p"] or match["q"])
    left = rest[match.end() :].strip()
    if numbered := _REPORT.fullmatch(left):
        fields |= {"type": "report", "number": numbered["number"]}
        return ""
    return left


def _put(fields: dict[str, object], **values: str | None) -> None:
    fields |= {name: value for name, value in values.items() if value}
