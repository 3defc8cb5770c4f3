"""References to films and broadcasts, in which roles stand beside names.

After APA 7 (10.12), Chicago 17 (14.265), MLA 9 and Harvard, and in German film studies.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.formats.pasted.forms import YEAR
from reportcite.formats.pasted.people import names_in
from reportcite.formats.pasted.work import add_work
from reportcite.patterns import pattern

_ROLES: Final = {
    "director": ("director",),
    "regie": ("director",),
    "producer": ("producer",),
    "executive producer": ("executive-producer",),
    "writer": ("script-writer",),
    "writer & director": ("script-writer", "director"),
    "host": ("host",),
    "executive producer & host": ("executive-producer", "host"),
    "guest": ("guest",),
    "guest expert": ("guest",),
    "narrator": ("narrator",),
    "creator": ("series-creator",),
}
"""What stands in brackets behind a name, in small letters and of one, → CSL variables."""
_NAMED: Final = "|".join(sorted(_ROLES, key=len, reverse=True))
_ROLE: Final = pattern(rf" \((?P<role>{_NAMED})s?\)", re.IGNORECASE)
_AND: Final = pattern(r"^(?:[,;]? ?(?:&|and|und)|[,;]) ")
_DATED: Final = pattern(rf"\.? \((?P<date>{YEAR}[^()]{{0,40}})\)[.,:]? (?=\S)")
_KIND: Final = pattern(
    r" ?\[(?P<kind>(?:film|motion picture|movie|video|tv |television|podcast|webinar|dokumentarfilm"
    r"|spielfilm)[^\[\]]*)\]\.?",
    re.IGNORECASE,
)
_BROADCAST: Final = pattern(r"tv |television|podcast|webinar|series|episode", re.IGNORECASE)
_SAYING_NOTHING: Final = frozenset({"film", "motion picture", "movie"})
_HOST: Final = pattern(r" In (?P<names>[^()]+)(?P<roles>(?: \([^()]+\))), (?P<title>[^.]+)\. ")
_EPISODE: Final = pattern(r" \((?:Season|Staffel) (?P<volume>\d+), (?:Episode|Folge) (?P<n>\d+)\)")
# A stop in a name is that of an initial.
_SPOKEN: Final = r"(?:[^.,;:()\[\]]|(?<=\b[A-Z])\.)+"
# Film studies: Kubrick, Stanley (R): 2001. MGM, 1968.
# Chicago and MLA: Kubrick, Stanley, director. 2001: A Space Odyssey. Warner Bros., 1968.
_BEHIND_NAME: Final = pattern(
    rf"(?P<names>(?:[^.]|(?<=\b[^\W\d_])\.){{3,120}}?)"
    r"(?:, (?:[Dd]ir(?:ector)?s?|Regie)[.,]+| \((?:[Dd]ir(?:ector)?s?\.?|R|Regie)\)[.,:]*) "
    rf"(?:(?P<date>{YEAR})\. )?(?P<rest>[^\W_].+)$"
)
_FIRST_SHOWN: Final = pattern(rf"\. (?P<date>{YEAR})[;.] (?=\S)")
_MEDIUM: Final = pattern(
    r"(?<=\. )(?:(?P<medium>DVD|Blu-ray(?: Disc)?|VHS|Film)|\d+ ?(?:hr|h|min)\b[^:]*)\.?$"
)
# MLA: Tides. Directed by Ann Roe, performances by Bo Ng, Quay Pictures, 2013.
_DIRECTED: Final = pattern(
    rf"(?P<title>[^()]{{2,200}})\. (?:Directed by|Dir\.) (?P<director>{_SPOKEN}), "
    rf"(?:performances? by [^,]+, )?(?P<publisher>[^,]+(?:, Inc\.)?), (?P<date>{YEAR})\.?$"
)
# Harvard: Tides (2013) Directed by Ann Roe [Film]. Kiel: Quay Pictures.
_BEHIND_DATE: Final = pattern(
    rf"(?P<title>[^()]{{2,200}}?) \((?P<date>{YEAR})\),? Directed by (?P<director>{_SPOKEN}?)"
    r"(?: ?\[[^\[\]]+\])?(?:\.(?<!\b[A-Z]\.) (?P<rest>.+)|\.?)$"
)
_DIR_AND_PLACE: Final = pattern(
    rf"(?P<title>[^.()]{{2,200}})\. (?P<date>{YEAR})\. \[[^\[\]]+\]\. (?P<director>[^.]+)\. "
    r"[Dd]ir\. (?P<rest>.+)$"
)
# In film studies: Tides (D 1987, R: Ann Roe), and Tides. Regie: Ann Roe. D 1987.
_IN_BRACKETS: Final = pattern(
    rf"(?P<title>[^()]{{2,200}}?) \((?P<place>[^\W\d_][^()\d,]*?),? (?P<date>{YEAR}), "
    r"(?:R|Regie|D|dir\.|Dir\.|directed by):? (?P<director>[^()]+)\)\.?$"
)
_LABELLED: Final = pattern(
    rf"(?P<title>[^()]{{2,200}}?)\. (?:Regie|R): (?P<director>{_SPOKEN})\. "
    rf"(?P<place>[^\d:.]+?)(?:: (?P<publisher>[^\d]+?))?,? (?P<date>{YEAR})\.?$"
)
_WHOLE: Final = (_DIRECTED, _BEHIND_DATE, _DIR_AND_PLACE, _IN_BRACKETS, _LABELLED)


def add_film(text: str, fields: dict[str, object]) -> str | None:
    """Put what a reference to a film says into `fields`; return what was not understood, or None
    where it is of something else.

    >>> fields = {}
    >>> add_film("Roe, A. (Director). (2013). Tides [Film]. Quay.", fields), fields["director"]
    ('', ['Roe, A.'])
    """
    for form in _WHOLE:
        if match := form.match(text):
            return _add_whole(match, fields)
    if _ROLE.search(text) and (dated := _DATED.search(text)):
        return _add_with_roles(text[: dated.start()], dated["date"], text[dated.end() :], fields)
    if match := _BEHIND_NAME.match(text):
        return _add_behind_name(match, fields)
    return None


def _add_whole(match: re.Match[str], fields: dict[str, object]) -> str:
    found = match.groupdict()
    fields |= {"type": "motion_picture", "title": found["title"].strip(), "issued": found["date"]}
    fields["director"] = names_in(found["director"], inverted=False)
    if place := found.get("place"):
        fields["publisher-place"] = place.strip(" ,")
    if publisher := found.get("publisher"):
        fields["publisher"] = publisher
    rest = found.get("rest") or ""
    place, colon, publisher = rest.rstrip(".").partition(": ")
    if not colon or place.startswith(("Available", "Verfügbar")):
        return rest
    fields |= {"publisher-place": place, "publisher": publisher}
    return ""


def _add_with_roles(head: str, date: str, rest: str, fields: dict[str, object]) -> str | None:
    """APA: all names that have a role before the date, and what is behind that."""
    people = _people(head)
    if people is None:
        return None
    kind = _KIND.search(rest)
    named = kind["kind"] if kind else ""
    title, rest = (rest[: kind.start()], rest[kind.end() :]) if kind else ("", rest)
    is_broadcast = _BROADCAST.search(named) is not None
    found: dict[str, object] = {}
    if episode := _EPISODE.search(title):
        found |= {"volume": episode["volume"], "number": episode["n"]}
        title = title.replace(episode[0], "", 1)
    if host := _HOST.match(rest):
        found["container-title"] = host["title"]
        found |= _people(host["names"] + host["roles"], inverted=False) or {}
        rest = rest[host.end() :]
    fields["issued"] = date
    left = _add_published(rest, fields) if title else add_work(rest, fields)
    if title:
        fields["title"] = title.strip()
    fields |= found | people
    fields["type"] = "broadcast" if is_broadcast else "motion_picture"
    if named and named.casefold() not in _SAYING_NOTHING:
        fields["genre"] = named
    return left


def _add_published(text: str, fields: dict[str, object]) -> str:
    """Where and when what has been named already was published."""
    return add_work(f"Tides. {text.strip()}", fields)


def _people(text: str, *, inverted: bool = True) -> dict[str, object] | None:
    """The names in `text` by their roles, which stand behind them; None where one has none."""
    found: dict[str, object] = {}
    end = 0
    for match in _ROLE.finditer(text):
        names = names_in(_AND.sub("", text[end : match.start()]), inverted=inverted)
        for variable in _ROLES[match["role"].casefold()]:
            found[variable] = names
        end = match.end()
    return found if found and not text[end:].strip(" .,") else None


def _add_behind_name(match: re.Match[str], fields: dict[str, object]) -> str:
    """Chicago and MLA: who directed it, and what that was."""
    rest = _KIND.sub("", match["rest"]).replace(". . ", ". ")
    if medium := _MEDIUM.search(rest):
        if medium["medium"] and medium["medium"] != "Film":
            fields["medium"] = medium["medium"]
        rest = rest[: medium.start()].rstrip()
    if match["date"]:
        fields["issued"] = match["date"]
    elif shown := _FIRST_SHOWN.search(rest):
        fields["original-date"] = shown["date"]
        rest = f"{rest[: shown.start()]}. {rest[shown.end() :]}"
    title, stop, published = rest.partition(". ")
    left = _add_published(published, fields) if stop else ""
    fields |= {"title": title.rstrip("."), "type": "motion_picture"}
    if first := fields.get("original-date"):
        fields.setdefault("issued", first)
    if fields.get("original-date") == fields.get("issued"):
        fields.pop("original-date", None)
    fields["director"] = names_in(match["names"], inverted="," in match["names"])
    return left
