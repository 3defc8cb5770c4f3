"""What a reference says behind its names: the title, and where it was published."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.details import (
    add_series,
    without_brackets,
    without_contributors,
    without_volumes,
)
from reportcite.formats.pasted.engineering import add_parts
from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.formats.pasted.people import are_inverted, names_in
from reportcite.formats.pasted.periodicals import (
    IN_JOURNALS,
    LABELLED,
    PAGES,
    add_dated,
    add_journal,
)
from reportcite.formats.pasted.places import is_place
from reportcite.patterns import pattern

_QUOTED: Final = pattern(r"[“„\"«‘](?P<title>.{2,}?)(?:(?<=[.,?!])[”“\"»’]|[”“\"»’][.,])\s+(?=\S)")
# MLA and Harvard: Journal, vol. 47, no. 3, 2018, pp. 182–99. and Journal, 47(3), pp. 182–99.
_PARTS: Final = pattern(r"[^:]+, (?:(?:vol|no)\. \d|\d+(?:\([^()]+\))?, pp?\. \d)[^:]*$")
# MLA: Book, edited by Ann Poe and Tim Roe, Press, 2016, pp. 1–17.
_CHAPTER: Final = pattern(
    rf"(?P<c>.+?), edited by (?P<e>.+), (?P<name>[^,]+), (?P<x>{YEAR})"
    r"(?:, pp?\. (?P<p>[\d–-]+))?(?:\. (?P<s>[^.]+))?\.?$"
)
_EDITION: Final = pattern(
    r"[(,]? ?(?P<number>\d+)(?:st|nd|rd|th|\.|e)? ?(?:(?:überarb|erw|rev)\w*\.? )?"
    r"(?:ed\.|edition|Aufl\.?|Auflage|éd\.)\)?[.,]?",
    re.IGNORECASE,
)
_BARE_EDITION: Final = pattern(r"(?P<number>\d{1,2})\. (?=[^\W\d_])")
_THESIS: Final = pattern(
    r"(?P<genre>(?:(?:PhD|Doctoral|Master[’']?s?|Bachelor[’']?s?|MA|Unpublished)\b[\w ’'.]*?)?"
    r"(?:thesis|dissertation)|(?:Phil\. )?Diss(?:ertation|\.)|Habilitation\w*|Masterarbeit"
    r"|Magisterarbeit|Diplomarbeit|Bachelorarbeit)",
    re.IGNORECASE,
)
_BRACKETS: Final = pattern(r" ?\[([^\[\]]+)\]")
_VERSION: Final = pattern(r" ?\(Version (?P<version>[^()]+)\)")
_NUMBER: Final = pattern(
    r" ?\((?P<kind>[^()]*?) ?(?:No\.|Nr\.) (?P<number>[^()]+(?:\([^()]*\)[^()]*)?)\)\.? *$"
)
_LEADING_NUMBER: Final = pattern(r"(?P<number>\d{1,3}): ")
_KIND_AND_NUMBER: Final = pattern(
    r"(?P<kind>[^\W\d_][^\d]*?),? (?:no\. |Nr\. )?(?P<number>\S*\d\S*)$"
)
_PATENT: Final = pattern(
    r"(?P<genre>[^,.]*[Pp]atent[^,.]*) no\. (?P<number>[^,]+), (?P<x>[^,]+?)\.?"
)
_EPRINT_SENTENCE: Final = pattern(r"(?P<number>arXiv:\S+)\. ")
_NO: Final = pattern(r"\b(?:no|Nr)\. |^\S*\d|^[A-Z]{2,}\b")
_VERSION_SENTENCE: Final = pattern(r"Version (?P<version>\S+)\. ")
_TYPES: Final = {
    **dict.fromkeys(("dataset", "data set", "datensatz"), "dataset"),
    **dict.fromkeys(("computer software", "software"), "software"),
    **dict.fromkeys(("www document", "web page", "webpage", "website"), "webpage"),
}
# Brackets may hold a translated title, too.
_GENRE: Final = pattern(
    r"\b(?:report|bericht|vortrag|presentation|poster|video|film|podcast|audio|letter|brief|paper"
    r"|manuscript|manuskript|blog|post|interview|map|karte|patent|preprint|press release"
    r"|pressemitteilung)",
    re.IGNORECASE,
)
_PREPRINT: Final = pattern(r" ?\((?P<number>arXiv:[^()\s]+)\)", re.IGNORECASE)
_LONGEST_GENRE: Final = 3
_IN: Final = pattern(r"(?:In(?::| )|in ) ?(?=\S)")
_EDITED: Final = pattern(
    r"(?P<e>[^:]+?) \((?:eds?|hrsg|hg|hgg)\.?\)[,:.]? ?(?P<c>.+)$", re.IGNORECASE
)
_EDITED_BY: Final = pattern(
    r"(?P<c>.+?), (?:edited by|ed\. by|herausgegeben von|hrsg\. von) "
    r"(?P<e>(?:[^.]|(?<=\b[^\W\d_])\.)+?)\.(?= [^a-z]|$)(?P<rest>.*)$"
)
_WITH_PAGES: Final = pattern(
    rf"(?:,? ?\((?:\d+\w* ed\., )?(?:pp?|S)\. (?P<a>{PAGES})\)|[.,]? ?(?:pp?|S)\. (?P<b>{PAGES}))"
)
_BARE_PAGES: Final = pattern(r", (?P<p>\d+[–-]\d+)\.?$")
_YEARS: Final = rf"{YEAR}(?:[–-]{YEAR})?"
_FIRST_YEAR: Final = pattern(rf"(?P<x>{_YEARS})(?:\.? *$|\. )")
_LAST_YEAR: Final = pattern(rf", (?P<x>{_YEARS})\.?$")
# MLA: Press, 2018. 3 vols.
_BEFORE_MORE: Final = pattern(rf"(?P<by>[^.]+), (?P<x>{_YEARS})\. (?P<more>[^.]+)\.?$")
# A stop in a place is that of “Frankfurt a. M.” or “St. Gallen”.
_PLACE: Final = pattern(
    r"(?P<place>[^\W\d_](?:[^:.]|(?<=\b[^\W\d_])\.|(?<=\bSt)\.|(?<=, Ill)\.|(?<=, Mass)\."
    r"|(?<=, Conn)\.|(?<=, Calif)\.){1,60}?) ?: (?P<name>.+)$"
)
_BEHIND: Final = pattern(r"(?P<name>.+?), (?P<place>[^,]+(?:, (?:[A-Z]{2}|UK|USA))?)")
# In notes: Ulrich Beck, Title
_SPOKEN: Final = pattern(
    r"(?P<name>[^\W\d_a-z][\w.’-]+(?: [^\W\d_a-z][\w.’-]*){1,2}), (?P<title>[^,]{4,}.*)"
)
_VOLUMES: Final = pattern(r"\d+ (?:Bde|Bände|vols?)", re.IGNORECASE)
_BARE_LAST_YEAR: Final = pattern(rf" (?P<x>{YEAR})\.?$")
# In histories: Title. Subtitle, Frankfurt am Main 1986.
_PLACE_AND_YEAR: Final = pattern(
    r"(?P<title>[^\d“”\"„:]+(?:: [^\d“”\"„:.]+)?), (?P<place>[^\W\d_a-zäöü][^\s,.:]+"
    rf"(?: (?:am|an der|a\.|im|in|ob der|und|u\.|[^\W\d_a-zäöü][^\s,:]*)){{0,4}}) (?P<x>{YEAR})\.?$"
)


def add_work(rest: str, fields: dict[str, object]) -> str:
    """Put what `rest`, from the title on, says into `fields`; return what was not understood."""
    if "issued" not in fields and (match := _PLACE_AND_YEAR.match(rest)):
        fields |= {"title": match["title"], "publisher-place": match["place"]}
        fields |= {"issued": match["x"], "type": "book"}
        if spoken := _SPOKEN.fullmatch(match["title"]) if "author" not in fields else None:
            fields |= {"author": [spoken["name"]], "title": spoken["title"]}
        return ""
    match = _QUOTED.match(rest)
    if match:
        fields["title"], rest = match["title"].rstrip(".,"), rest[match.end() :]
        if _PARTS.fullmatch(rest) or _CHAPTER.fullmatch(rest):
            return _add_chapter(rest, fields)
    else:
        end = title_end(rest)
        title, rest = (rest[:end], rest[end:]) if end else (rest, "")
        fields["title"] = title.strip()
        add_of_title(fields)
    rest = _without_edition(rest.strip(), fields)
    if not _IN.match(rest):
        rest = without_volumes(without_contributors(rest, fields), fields)
    rest = _without_pages(_without_edition(rest, fields), fields)
    if _IN.match(rest) and not any(form.match(rest) for form in IN_JOURNALS):
        return _add_host(_IN.sub("", rest, count=1), fields)
    if _add_patent(rest, fields) or add_journal(rest, fields):
        return ""
    if thesis := _THESIS.search(rest):
        fields["type"], fields["genre"] = "thesis", thesis["genre"].strip(" .")
        rest = re.sub(
            r"^[ .,]+|(?<=[.,]) ?[.,]+", "", f"{rest[: thesis.start()]}{rest[thesis.end() :]}"
        )
    elif add_dated(rest, fields):
        return ""
    return _add_publisher(rest, fields)


def _add_patent(rest: str, fields: dict[str, object]) -> bool:
    match = _PATENT.fullmatch(rest)
    if match:
        fields |= {"type": "patent", "genre": match["genre"], "number": match["number"]}
        fields.setdefault("issued", match["x"])
    return match is not None


def _add_chapter(rest: str, fields: dict[str, object]) -> str:
    """The book or the journal of what has its title in quotation marks."""
    found = _CHAPTER.fullmatch(rest)
    if not found:
        return add_parts(rest, fields)
    fields |= {"type": "chapter", "container-title": found["c"], "issued": found["x"]}
    fields |= {"editor": names_in(found["e"], inverted=False), "publisher": found["name"]}
    fields |= {"page": found["p"]} if found["p"] else {}
    if found["s"]:
        add_series(found["s"], fields)
    return ""


def title_end(text: str) -> int:
    """Where the title ends: not with its question, if another sentence of it follows that."""
    end = sentence_end(text)
    if end and text[end - 2] in "?!" and not _IN.match(text, end):
        behind = sentence_end(text[end:])
        if behind and not text[end + behind].isdecimal():
            return end + behind
    return end


def add_of_title(fields: dict[str, object]) -> None:
    """What APA puts in brackets behind the title: edition, kind of thesis, volume."""
    title = without_brackets(str(fields["title"]), fields)
    title = _without_edition(title, fields) if title.rstrip(".").endswith(")") else title
    if number := _NUMBER.search(title):
        fields["number"] = number["number"].strip()
        if number["kind"].strip():
            fields["genre"] = number["kind"].strip()
        title = title.replace(number[0], "")
    if (leading := _LEADING_NUMBER.match(title)) and not re.match(YEAR, title):
        fields["number"], title = leading["number"], title[leading.end() :]
    if version := _VERSION.search(title):
        fields["version"] = version["version"]
        title = title.replace(version[0], "")
    for note in _BRACKETS.findall(title):
        if type_ := _TYPES.get(note.casefold()):
            fields["type"] = type_
            title = title.replace(f"[{note}]", "")
        if _THESIS.search(note):
            genre, _, school = note.partition(", ")
            fields |= {"type": "thesis", "genre": genre} | ({"publisher": school} if school else {})
            title = title.replace(f"[{note}]", "")
        elif _GENRE.search(note) and not type_:
            fields["genre"] = note
            title = title.replace(f"[{note}]", "")
    if preprint := _PREPRINT.search(title):
        fields["number"], title = preprint["number"], title.replace(preprint[0], "")
    fields["title"] = re.sub(r"\s+", " ", title).strip().rstrip(".").rstrip()


def _without_edition(text: str, fields: dict[str, object]) -> str:
    match = _EDITION.search(text) or _BARE_EDITION.match(text)
    if not match:
        return text
    fields["edition"] = match["number"]
    return f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()


def _without_pages(text: str, fields: dict[str, object]) -> str:
    """`text` without the pages that have a label; those of a journal stay where they are."""
    match = _WITH_PAGES.search(text)
    if not match or any(form.match(text) for form in LABELLED):
        return text
    fields["page"] = match["a"] or match["b"]
    return f"{text[: match.start()]}{text[match.end() :]}".strip()


def _add_host(rest: str, fields: dict[str, object]) -> str:
    """The book that a chapter is in."""
    fields["type"] = "chapter"
    if match := _EDITED_BY.match(rest):
        fields["container-title"] = match["c"].strip()
        fields["editor"] = names_in(match["e"], inverted=False)
        return _add_publisher(match["rest"].strip(), fields)
    if match := _EDITED.match(rest):
        fields["editor"] = names_in(match["e"], inverted=are_inverted(match["e"]))
        rest = match["c"].strip()
    else:
        rest = without_contributors(rest, fields)
    if bare := _BARE_PAGES.search(rest):
        fields["page"], rest = bare["p"], rest[: bare.start()]
    end = sentence_end(rest)
    title, rest = (rest[:end], rest[end:]) if end else (rest, "")
    title = without_brackets(title.strip().rstrip(".,"), fields)
    fields |= {"container-title": title, "type": "chapter"}
    return _add_publisher(rest, fields)


def _add_publisher(rest: str, fields: dict[str, object]) -> str:
    """Place, publisher and, where it is not known yet, the year; what follows is left over."""
    rest = _without_details(rest, fields).strip(" ,")
    end = sentence_end(rest)
    stated, left = (rest[:end], rest[end:]) if end else (rest, "")
    stated = stated.strip().rstrip(".").rstrip(" ,")
    if left and is_place(left) and _VOLUMES.fullmatch(stated):
        fields["number-of-volumes"], stated, left = stated.split()[0], left.rstrip(" ."), ""
    if left and "number" not in fields and re.search(r"\d", stated) and ":" not in stated:
        _add_numbered(stated, fields)
        return _add_publisher(left, fields)
    if left and _PLACE.match(left) and not _PLACE.match(stated):
        if len(stated.split()) > _LONGEST_GENRE:
            fields["title"] = f"{fields['title']}. {stated}"
        else:
            fields.setdefault("genre", stated)
        return _add_publisher(left, fields)
    if left and is_place(left) and "number" not in fields:
        # The title has a second sentence, and the place has no publisher.
        fields["title"] = f"{fields['title']}. {stated}"
        stated, left = left.rstrip(" ."), ""
    if is_place(stated):
        is_shortened = re.search(r"\b[^\W\d_]$", stated)  # Frankfurt a. M.
        fields["publisher-place"] = f"{stated}." if is_shortened else stated
        return left.strip()
    if match := _PLACE.match(stated):
        fields["publisher-place"], stated = match["place"].strip(), match["name"].strip()
    elif (match := _BEHIND.fullmatch(stated)) and is_place(match["place"]):
        fields["publisher-place"], stated = match["place"], match["name"]
    elif fields.get("type") == "thesis" and (match := re.match(r"([^,]+), (.+)$", stated)):
        fields["publisher-place"], stated = match[1], match[2]
    has_day = ", " in str(fields.get("issued") or "")
    is_placed = "publisher-place" in fields
    if stated and (has_day or "page" in fields) and not is_placed and "type" not in fields:
        fields["container-title"] = re.sub(r" \([^()]*\)$", "", stated)
    elif stated:
        fields.setdefault("publisher", stated)
    return left.strip()


def _add_numbered(stated: str, fields: dict[str, object]) -> None:
    """A sentence with a number: of a report, or the series and the number in it."""
    kind = _KIND_AND_NUMBER.match(stated)
    if kind and not _GENRE.search(stated) and not _NO.search(stated):
        add_series(stated, fields)
    else:
        fields |= {"genre": kind["kind"], "number": kind["number"]} if kind else {"number": stated}


def _without_details(rest: str, fields: dict[str, object]) -> str:
    """`rest` without pages, version and year, which may stand on either side of a publisher."""
    if (match := _BARE_PAGES.search(rest)) and "page" not in fields:
        fields["page"], rest = match["p"], rest[: match.start()]
    if match := _EPRINT_SENTENCE.match(rest):
        fields["number"], rest = match["number"], rest[match.end() :]
    if match := _VERSION_SENTENCE.match(rest):
        fields["version"], rest = match["version"], rest[match.end() :]
    if rest.startswith("Preprint, "):
        fields["type"] = "article"
        rest, _, _ = rest.removeprefix("Preprint, ").rstrip(".").partition(", ")
    if (match := _BEFORE_MORE.match(rest)) and "issued" not in fields:
        add_series(match["more"], fields)
        rest = f"{match['by']}, {match['x']}."
    if match := _FIRST_YEAR.match(rest):
        fields.setdefault("issued", match["x"])
        rest = rest[match.end() :]
    dated = _LAST_YEAR if fields.get("issued") else _BARE_LAST_YEAR
    if match := _LAST_YEAR.search(rest) or dated.search(rest):
        fields.setdefault("issued", match["x"])
        rest = rest[: match.start()]
    return rest
