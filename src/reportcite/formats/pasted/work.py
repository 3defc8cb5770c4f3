"""What a reference says behind its names: the title, and where it was published."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.details import (
    without_brackets,
    without_contributors,
    without_volumes,
)
from reportcite.formats.pasted.engineering import add_parts
from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.formats.pasted.people import are_inverted, names_in
from reportcite.formats.pasted.places import is_place
from reportcite.patterns import pattern
from reportcite.values.dates.typed import date_from_text

_QUOTED: Final = pattern(r"[“„\"«‘](?P<title>.{2,}?)(?:(?<=[.,?!])[”“\"»’]|[”“\"»’][.,])\s+(?=\S)")
# MLA and Harvard: Journal, vol. 47, no. 3, 2018, pp. 182–99. and Journal, 47(3), pp. 182–99.
_PARTS: Final = pattern(r"[^:]+, (?:(?:vol|no)\. \d|\d+(?:\([^()]+\))?, pp?\. \d)[^:]*$")
# MLA: Book, edited by Ann Poe and Tim Roe, Press, 2016, pp. 1–17.
_CHAPTER: Final = pattern(
    rf"(?P<c>.+?), edited by (?P<e>.+), (?P<name>[^,]+), (?P<x>{YEAR})"
    r"(?:, pp?\. (?P<p>[\d–-]+))?\.?$"
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
_SENTENCE: Final = 3
"""So many words are no abbreviation."""
_PAGES: Final = r"[A-Za-z]?\d[\w]*(?:[–-][A-Za-z]?\d\w*)?(?:, \d+[–-]\d+)*"
# In German: In: Zeitschrift, 47. Jg., H. 3, S. 182–199. and Zeitschrift, Jg. 47, Heft 3: 182–199.
_YEARLY: Final = pattern(
    rf"(?:In: )?(?P<c>[^:.“”]+?),? (?:(?P<v>\d{{1,3}})\. (?:Jg\.|Jahrgang)"
    rf"|(?:Jg\.|Jahrgang) (?P<w>\d{{1,3}}))(?: ?\((?P<x>[^()]+)\))?"
    rf"(?:[,/] (?:Heft|H\.|Nr\.) (?P<i>[^,:]+))?(?:[,:] (?:S\. )?(?P<p>{_PAGES}))?\.?$"
)
# ACS: Journal 1998, 24 (3), 1–24.
_ACS: Final = pattern(
    rf"(?P<c>[^“”:]+?),? (?P<x>{YEAR}), (?P<v>\d{{1,4}})(?: ?\((?P<i>[^()]+)\))?"
    rf", (?P<p>{_PAGES})\.?$"
)
_JOURNALS: Final = (
    # APA: Journal, 47(3), 182–199.
    pattern(
        rf"(?P<c>[^“”]+?), (?P<v>\d{{1,3}})(?!\d)(?: ?\((?P<i>[^()]+)\))?"
        rf"(?:, (?:Article )?(?P<p>{_PAGES}))?\.?$"
    ),
    # Chicago: Journal 47 (3): 182–99. and Journal 47, no. 3 (2018): 182–99.
    pattern(
        rf"(?P<c>.+?) (?P<v>\d+)(?:, (?:nos?|Nr)\. (?P<i>[^ ()]+))?"
        rf"(?: \((?P<x>[^()]*)\))?: (?P<p>{_PAGES})\.?$"
    ),
    pattern(
        rf"(?P<c>.+?) (?P<v>\d+)(?:, (?:nos?|Nr)\. (?P<i>[^ ()]+))? \((?P<x>[^()]*{YEAR})\)\.?$"
    ),
    # DIN: Zeitschrift Bd. 47 (2018), Nr. 3, S. 182–199
    pattern(
        rf"(?:In: )?(?P<c>.+?)(?: Bd\. (?P<v>[^ ,]+))? \((?P<x>{YEAR})\)"
        rf"(?:, Nr\. (?P<i>[^,]+))?(?:, S\. (?P<p>{_PAGES}))?\.?$"
    ),
    # ISO 690: Zeitschrift. 2018. Bd. 47, Nr. 3, S. 182–199.
    pattern(
        rf"(?P<c>[^.]+)\. (?P<x>(?:[^.:]* )?{YEAR})\.?"
        rf"(?: (?:Bd\.|Vol\.|Jg\.) (?P<v>[^ ,.]+))?"
        rf"(?:,? (?:Nr|no)\. (?P<i>[^,.]+))?(?:,? (?:S|pp?)\. (?P<p>{_PAGES}))?\.?$"
    ),
    # In German: In: Zeitschrift 47 (3), S. 182–199.
    pattern(
        rf"(?:In: )?(?P<c>[^:.“”]+?),? (?P<v>\d{{1,3}})(?: ?\((?P<x>[^()]+)\))?"
        rf"(?:[,/] (?:Heft|H\.|Nr\.) (?P<i>[^,:]+))?[,:] S\. (?P<p>{_PAGES})\.?$"
    ),
)
_LABELLED: Final = (_YEARLY, *_JOURNALS[3:])
"""Forms whose pages have a label."""
_IN_JOURNALS: Final = (_YEARLY, _JOURNALS[3], _JOURNALS[5])
"""Forms that begin with “In” as chapters do."""
_DAY: Final = (
    rf"(?:[^\W\d_]+\.? \d{{1,2}}|\d{{1,2}}\.? [^\W\d_]+|[^\W\d_]+)(?:,? {YEAR})?|{YEAR}-\d\d-\d\d"
)
_DATED: Final = pattern(
    rf"(?P<c>[^“”:]+?), (?P<x>(?!\d+$){_DAY})(?:, (?:pp?\. |S\. )?(?P<p>{_PAGES}))?\.?$"
)
_IN: Final = pattern(r"(?:In(?::| )|in ) ?(?=\S)")
_EDITED: Final = pattern(
    r"(?P<e>[^:]+?) \((?:eds?|hrsg|hg|hgg)\.?\)[,:.]? ?(?P<c>.+)$", re.IGNORECASE
)
_EDITED_BY: Final = pattern(
    r"(?P<c>.+?), (?:edited by|ed\. by|herausgegeben von|hrsg\. von) "
    r"(?P<e>(?:[^.]|(?<=\b[^\W\d_])\.)+?)\.(?= [^a-z]|$)(?P<rest>.*)$"
)
_WITH_PAGES: Final = pattern(
    rf"(?:,? ?\((?:\d+\w* ed\., )?(?:pp?|S)\. (?P<a>{_PAGES})\)|[.,]? ?(?:pp?|S)\. (?P<b>{_PAGES}))"
)
_BARE_PAGES: Final = pattern(r", (?P<p>\d+[–-]\d+)\.?$")
_FIRST_YEAR: Final = pattern(rf"(?P<x>{YEAR})(?:\.? *$|\. )")
_LAST_YEAR: Final = pattern(rf", (?P<x>{YEAR})\.?$")
# A stop in a place is that of “Frankfurt a. M.” or “St. Gallen”.
_PLACE: Final = pattern(
    r"(?P<place>[^\W\d_](?:[^:.]|(?<=\b[^\W\d_])\.|(?<=\bSt)\.){1,60}?) ?: (?P<name>.+)$"
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
    if _IN.match(rest) and not any(form.match(rest) for form in _IN_JOURNALS):
        return _add_host(_IN.sub("", rest, count=1), fields)
    for form in (_YEARLY, _ACS, *_JOURNALS):
        found = form.match(rest)
        day = found.groupdict().get("x") if found else None
        if day and re.search(YEAR, day) and not _is_day(day):
            continue
        if found and not found["c"].rstrip().endswith(":"):
            _add_journal(found, fields)
            return ""
    if thesis := _THESIS.search(rest):
        fields["type"], fields["genre"] = "thesis", thesis["genre"].strip(" .")
        rest = re.sub(
            r"^[ .,]+|(?<=[.,]) ?[.,]+", "", f"{rest[: thesis.start()]}{rest[thesis.end() :]}"
        )
    elif (dated := _DATED.match(rest)) and _is_day(dated["x"]):
        _add_dated(dated, fields)
        return ""
    return _add_publisher(rest, fields)


def _add_chapter(rest: str, fields: dict[str, object]) -> str:
    """The book or the journal of what has its title in quotation marks."""
    found = _CHAPTER.fullmatch(rest)
    if not found:
        return add_parts(rest, fields)
    fields |= {"type": "chapter", "container-title": found["c"], "issued": found["x"]}
    fields |= {"editor": names_in(found["e"], inverted=False), "publisher": found["name"]}
    if found["p"]:
        fields["page"] = found["p"]
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
    if not match or any(form.match(text) for form in _LABELLED):
        return text
    fields["page"] = match["a"] or match["b"]
    return f"{text[: match.start()]}{text[match.end() :]}".strip()


def _add_journal(found: re.Match[str], fields: dict[str, object]) -> None:
    fields["container-title"] = own_title(found["c"].strip(), fields)
    parts = found.groupdict()
    fields["type"] = "article-journal" if parts.get("v") or parts.get("w") else "article-newspaper"
    if re.search(r"[, ]", str(fields.get("issued") or "")) and not (parts.get("p") or parts["i"]):
        # A newspaper of a day has pages, not volumes.
        fields["type"], parts["p"], parts["v"] = "article-newspaper", parts["v"], None
    extra = parts.get("x") or ""
    issue = parts.get("i") or (extra if extra and not re.search(YEAR, extra) else "")
    if not fields.get("issued") and re.search(YEAR, extra):
        fields["issued"] = extra
    for name, value in (
        ("volume", parts.get("v") or parts.get("w")),
        ("issue", issue),
        ("page", parts.get("p")),
    ):
        if value:
            fields[name] = value.strip()


def _is_day(text: str) -> bool:
    """Whether `text` is a date, without its year perhaps."""
    found = date_from_text(text if re.search(YEAR, text) else f"{text}, 2000").date
    return found is not None and "literal" not in found


def own_title(text: str, fields: dict[str, object]) -> str:
    """The title of the journal, without a second sentence of the article's title before it."""
    end = 0
    while further := sentence_end(text[end:]):
        end += further
    words = text[:end].split()
    # An abbreviated title of a journal has stops, too.
    if len(words) < _SENTENCE or all(word.endswith(".") for word in words):
        return text.removeprefix("In: ")
    fields["title"] = f"{str(fields['title']).rstrip('.')}. {text[:end].strip().rstrip('.')}"
    return text[end:].removeprefix("In: ")


def _add_dated(found: re.Match[str], fields: dict[str, object]) -> None:
    """A newspaper or a page, with the day."""
    fields |= {"container-title": found["c"].strip(), "type": "article-newspaper"}
    year, day = str(fields.get("issued") or ""), found["x"]
    if not year or re.search(YEAR, day):
        fields["issued"] = day
    elif re.fullmatch(YEAR, year):
        fields["issued"] = f"{day}, {year}"
    if found["p"]:
        fields["page"] = found["p"]


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
        kind = _KIND_AND_NUMBER.match(stated)
        fields |= {"genre": kind["kind"], "number": kind["number"]} if kind else {"number": stated}
        return _add_publisher(left, fields)
    if left and _PLACE.match(left) and not _PLACE.match(stated):
        if len(stated.split()) > _SENTENCE:
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


def _without_details(rest: str, fields: dict[str, object]) -> str:
    """`rest` without pages, version and year, which may stand on either side of a publisher."""
    if (match := _BARE_PAGES.search(rest)) and "page" not in fields:
        fields["page"], rest = match["p"], rest[: match.start()]
    if match := _VERSION_SENTENCE.match(rest):
        fields["version"], rest = match["version"], rest[match.end() :]
    if rest.startswith("Preprint, "):
        fields["type"], rest = "article", rest.removeprefix("Preprint, ")
    if match := _FIRST_YEAR.match(rest):
        fields.setdefault("issued", match["x"])
        rest = rest[match.end() :]
    dated = _LAST_YEAR if fields.get("issued") else _BARE_LAST_YEAR
    if match := _LAST_YEAR.search(rest) or dated.search(rest):
        fields.setdefault("issued", match["x"])
        rest = rest[: match.start()]
    return rest
