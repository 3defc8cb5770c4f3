"""References as in engineering: IEEE, whose parts stand between commas, and so do those of MLA."""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.forms import YEAR, sentence_end
from reportcite.formats.pasted.people import without_role
from reportcite.patterns import pattern

_INITIALS: Final = r"[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*"
_SUFFIX: Final = r"(?:,? (?P<suffix>(?:Jr|Sr)\b\.?|(?:III|II|IV)\b))?"
_UNNAMED: Final = _SUFFIX.replace("?P<suffix>", "?:")
_NAME: Final = rf"{_INITIALS} ?[^\s.,:;“”\"„\d](?:[^.,:;“”\"„\d]){{0,40}}?{_UNNAMED}"
_HEAD: Final = pattern(
    rf"(?P<names>(?>{_NAME}(?:,? and |, | et al\.))*{_NAME}(?: et al\.)?)"
    r"(?P<role>,? \(?[Ee]ds?\.\)?)?, (?=\S)"
)
_QUOTED: Final = pattern(
    r"(?P<head>[^“”\"„«.]*(?:\b(?:[^\W\d_]|[JS]r)\.[^“”\"„«.]*)*(?:et al\.)?), [“\"](?P<title>.+?)"
    r"(?:(?<=[.,?!])[”\"]|[”\"](?=[.,])),? ?(?=\S|$)"
)
_NAMED_MONTH: Final = r"[^\W\d_]{3,9}\.?"
_DATE: Final = pattern(
    rf"(?:\d{{1,2}} )?(?:{_NAMED_MONTH}(?:[-–/]{_NAMED_MONTH})? )?(?:\d{{1,2}}(?:[–-]\d{{1,2}})? )?"
    rf"(?P<year>{YEAR})[a-z]?"
)
_MONTH: Final = pattern(r"[^\W\d_]{3,9}\.? \d{1,2}(?:[–-]\d{1,2})?")
_LABELLED: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("volume", pattern(r"[Vv]ol\. ?(?P<v>.+)")),
    ("issue", pattern(r"[Nn]os?\. ?(?P<v>.+)|\((?P<w>[\d–-]+)\)")),
    (
        "page",
        pattern(
            r"pp?\. ?(?P<v>[\w–-]*\d[\w–-]*(?:, \d+[–-]\d+)*)"
            r"|[Aa]rt\.? (?:no\.|[Ii][Dd]) (?P<w>\S+)"
        ),
    ),
    ("number-of-volumes", pattern(r"(?P<v>\d+) vols\.?")),
    ("edition", pattern(r"(?P<v>\d+)(?:st|nd|rd|th)?\.? ed(?:ition|\.)?")),
    ("number", pattern(r"(?:[^\W\d_]+\. )*Rep\. (?:no\. )?(?P<v>.*\d.*)")),
)
_VOLUME_AND_ISSUE: Final = pattern(r"(?P<volume>\d{1,4})(?: ?\((?P<issue>[^()]+)\))?")
_DAY: Final = pattern(r"(?<!\d)\d{1,2}(?!\d)")
_THESIS: Final = pattern(r".*(?:thesis|dissertation)", re.IGNORECASE)
_SERIES: Final = pattern(
    r"(?P<stop>[.,]) in (?P<s>[^.,:]+(?:, [^.,:]+)*?)(?:, no\. (?P<n>[^.,]+))?(?:, vol\. [^.,]+)?"
    r"(?:\.|\. ,) (?=[^\W\d_])"
)
_PLACE: Final = pattern(r"(?P<place>[^\W\d_][^:]{1,60}) ?: (?P<name>.+)")
_IN: Final = pattern(r"in (?=\S)", re.IGNORECASE)
_PATENT: Final = pattern(r"(?P<genre>.*Patent)(?: No\.)? (?P<number>[\d /,]+)")
_SCHOOL: Final = pattern(r"\b(?:Univ|College|Inst|Hochschule|School|Polytech)", re.IGNORECASE)
_MEETING: Final = pattern(r"\b(?:Proc|Conf|Symp|Workshop|Conference)")
PREPRINTS: Final = pattern(r"(?:ar|bioR|medR|chemR)xiv", re.IGNORECASE)
"""Where papers stand that nobody has printed yet."""
_EDITORS: Final = pattern(
    rf"(?P<before>.+?), (?P<e>{_NAME}(?:(?:,? and |, ){_NAME})*(?: et al\.)?),? [Ee]ds?\."
    r"(?P<behind>.*)$"
)


def add_engineering(text: str, fields: dict[str, object]) -> str | None:
    """Put what `text`, without its identifiers, says into `fields`, and return what was not
    understood; None where it is no such reference, and nothing is put anywhere."""
    if (match := _QUOTED.match(text)) and not _is_inverted(match["head"]):
        names, edited = without_role(match["head"])
        title, rest = match["title"].rstrip(".,"), text[match.end() :]
        fields |= {"editor" if edited else "author": _names(names), "title": title}
        return add_parts(_without_series(rest, fields), fields)
    if (match := _HEAD.match(text)) and _TAIL.search(text, match.end()):
        fields["editor" if match["role"] else "author"] = _names(match["names"])
        return _add_book(_without_series(text[match.end() :], fields), fields)
    return None


def _without_series(rest: str, fields: dict[str, object]) -> str:
    """`rest` without the series of the book, which IEEE has behind its title."""
    match = _SERIES.search(rest)
    if not match:
        return rest
    fields |= {"collection-title": match["s"], "collection-number": match["n"]}
    return f"{rest[: match.start()]}{match['stop']} {rest[match.end() :]}"


_TAIL: Final = pattern(rf"\b{YEAR}\b")


def _is_inverted(head: str) -> bool:
    """Whether the first name has its family name first: “Roe, Tim, and Ann Poe”."""
    first, comma, behind = head.partition(", ")
    return bool(comma) and " " not in first and not behind.casefold().startswith(("ed", "hrsg"))


def _names(text: str) -> list[object]:
    """The names as they are spoken; what stands alone and has no initials is no person's."""
    others = _OTHERS.search(text)
    several = _AND.split(text[: others.start()] if others else text)
    if others or len(several) > 1 or _SHORT.match(text):
        names = [_name(one) for one in several if one]
        return [*names, "et al."] if others else names
    words = text.split()
    is_person = 1 < len(words) < 4 and all(word[0].isupper() for word in words)
    return [text if is_person and not _OFFICE.search(text) else f"{{{text}}}"]


_OTHERS: Final = pattern(r",? (?:et al\.?|and others)$")
_AND: Final = pattern(r",? and |, (?!(?:Jr|Sr|II|III|IV)\b)")
_SHORT: Final = pattern(rf"(?P<given>{_INITIALS}) ?(?P<family>\S.*?){_SUFFIX}")


def _name(text: str) -> object:
    """What is behind initials is the family name, whatever it consists of."""
    match = _SHORT.fullmatch(text)
    return {part: value for part, value in match.groupdict().items() if value} if match else text


_OFFICE: Final = pattern(
    r"\b(?:amt|organi[sz]ation|institute?|bank|universit\w+|council|office|nations|union|group|"
    r"commission|committee|association|society|agency|ministry|foundation|team|bundesamt|inc)\b",
    re.IGNORECASE,
)


def _add_book(rest: str, fields: dict[str, object]) -> str:
    """A book: its title, which ends with a stop or before what is known as something else."""
    if edition := _EDITION.search(rest):
        fields |= {"edition": edition["number"], "title": rest[: edition.start()].strip(" ,.")}
        fields.setdefault("type", "book")
        return add_parts(rest[edition.end() :], fields)
    end = sentence_end(rest)
    title, behind = (rest[:end].strip().rstrip("."), rest[end:]) if end else ("", rest)
    if title:
        parts = title.split(", ")
        while len(parts) > 1 and _add_labelled(parts[-1], fields):
            parts.pop()
        fields["title"] = ", ".join(parts)
    else:
        parts = behind.split(", ")
        size = next((i for i, one in enumerate(parts) if i and _is_known(one)), len(parts))
        fields["title"], behind = ", ".join(parts[:size]), ", ".join(parts[size:])
    fields.setdefault("type", "book")
    return add_parts(behind, fields)


_EDITION: Final = pattern(r",? \(?(?P<number>\d+)(?:st|nd|rd|th)?\.? ed(?:ition|\.)\)?[.,]* ?")


def _is_known(part: str) -> bool:
    bare = part.rstrip(".")
    labelled = any(form.fullmatch(one) for _, form in _LABELLED for one in (part, bare))
    return labelled or bool(_DATE.fullmatch(bare) or _PLACE.fullmatch(part))


_COMMA: Final = pattern(
    r", (?![^()]*\)|\d+[–-]\d+(?:[,.]|$))|(?<=ed)\. |(?<=\w\w\w)\. (?=[^\W\d_][^,]*: )"
)


def add_parts(rest: str, fields: dict[str, object]) -> str:
    """Put the parts of `rest`, which commas or stops separate, into `fields`; return what was not
    understood. What has no label is the journal or publisher, and a place behind that."""
    hosted = _IN.match(rest)
    rest = rest.removesuffix(".")
    if hosted:
        rest = rest[hosted.end() :]
        if match := _EDITORS.match(rest):
            fields["editor"] = _names(match["e"])
            book = [one for one in match["before"].split(", ") if not _add_labelled(one, fields)]
            fields["container-title"] = ", ".join(book)
            rest = match["behind"].strip(" .,")
    unlabelled: list[str] = []
    day = ""
    for part in filter(None, map(str.strip, _COMMA.split(rest))):
        if _add_labelled(part, fields):
            continue
        if _MONTH.fullmatch(part):
            day = part
        elif match := _DATE.fullmatch(part):
            fields["issued"] = f"{day}, {part}" if day else part
        elif (match := _VOLUME_AND_ISSUE.fullmatch(part)) and unlabelled:
            fields["volume"] = match["volume"]
            fields |= {"issue": match["issue"]} if match["issue"] else {}
        elif _THESIS.fullmatch(part):
            fields |= {"type": "thesis", "genre": part}
        elif (match := _PLACE.fullmatch(part)) and (hosted or fields.get("type") == "book"):
            # The first is the book, unless that is known already.
            size = 1 if hosted and "container-title" not in fields else 0
            states = [*unlabelled[size:], match["place"]]
            fields |= {"publisher-place": ", ".join(states), "publisher": match["name"]}
            unlabelled = unlabelled[:size]
        else:
            unlabelled.append(part)
    return _add_unlabelled(unlabelled, fields, hosted=bool(hosted))


def _add_labelled(part: str, fields: dict[str, object]) -> bool:
    for name, form in _LABELLED:
        if match := form.fullmatch(part):
            fields[name] = next(filter(None, match.groups()))
            return True
    return False


def _add_unlabelled(parts: list[str], fields: dict[str, object], *, hosted: bool) -> str:
    """What has no label, in its order; returns what nobody can place."""
    if hosted:
        _add_host(parts, fields)
    elif parts and (patent := _PATENT.fullmatch(parts[0])):
        fields |= {"type": "patent", "genre": patent["genre"], "number": patent["number"]}
        return ", ".join(parts[1:])
    elif parts and fields.get("type") == "thesis":
        size = next((i + 1 for i, one in enumerate(parts) if _SCHOOL.search(one)), 1)
        _put_publisher(fields, ", ".join(parts[:size]), parts[size:])
    elif parts and fields.get("type") == "book":
        _put_publisher(fields, parts[0], parts[1:])
    elif parts and not fields.keys().isdisjoint(("volume", "issue", "page")):
        fields["container-title"] = ", ".join(parts)
        fields.setdefault("type", _type_of_periodical(fields))
    elif parts and ("number" in fields or parts[1:]):
        numbers = [one for one in parts[1:] if re.search(r"\d", one)]
        _put_publisher(fields, parts[0], [one for one in parts[1:] if one not in numbers])
        fields["type"] = "report"
        if numbers:
            fields.setdefault("number", ", ".join(numbers))
    elif parts:
        _add_alone(parts[0], fields)
    return ""


def _add_host(parts: list[str], fields: dict[str, object]) -> None:
    """The book or the proceedings, and where the meeting was."""
    if "container-title" not in fields and parts:
        fields["container-title"], *parts = parts
    is_paper = bool(_MEETING.search(str(fields.get("container-title", ""))))
    fields.setdefault("type", "paper-conference" if is_paper or parts else "chapter")
    if parts:
        fields["event-place"] = ", ".join(parts)


def _type_of_periodical(fields: dict[str, object]) -> str:
    """A newspaper has a day, a magazine a month, and neither has volumes."""
    date = str(fields.get("issued", ""))
    if "volume" in fields or " " not in date:
        return "article-journal"
    return "article-newspaper" if _DAY.search(date) else "article-magazine"


def _add_alone(name: str, fields: dict[str, object]) -> None:
    """Who published, or in what."""
    if PREPRINTS.match(name):
        publisher, _, number = name.partition(": ")
        fields |= {"publisher": publisher, "type": "article"} | (
            {"number": number} if number else {}
        )
    elif _DAY.search(str(fields.get("issued", ""))):
        fields |= {"container-title": name, "type": "article-newspaper"}
    else:
        fields["publisher" if "issued" in fields else "container-title"] = name


def _put_publisher(fields: dict[str, object], name: str, places: list[str]) -> None:
    fields.setdefault("publisher", name)
    if places:
        fields.setdefault("publisher-place", ", ".join(places))
