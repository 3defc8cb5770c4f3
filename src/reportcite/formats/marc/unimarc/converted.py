"""Fields of UNIMARC as fields of MARC 21, of which one crosswalk makes records.

Source: UNIMARC Manual, Bibliographic Format (IFLA); UNIMARC to MARC 21 Conversion Specifications
(Library of Congress).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from reportcite.formats.marc.crosswalk.relators import CODES, variable_in_statement
from reportcite.formats.marc.fields import (
    DELIMITER,
    Marc,
    content_of,
    first_texts,
    shown,
    subfields,
)
from reportcite.formats.marc.unimarc.codes import DATES, DIVISIONS, KINDS, ORIGINS, ROLES
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

_TITLE: Final = "200"
_PRINTED: Final = pattern(r"(?i)texte imprimé|testo a stampa|texto impresso|printed text")
"""What nearly all books have in the place for a medium."""
_LINKED: Final = "1"
"""The subfield in which whole fields stand, tag and indicators first."""

_Parts: TypeAlias = list[tuple[str, str]]


class Converted(NamedTuple):
    """The fields in MARC 21; by tag, those that say more, as people read them."""

    marc: Marc
    kept: dict[str, list[str]]


class _Field(NamedTuple):
    """A field of MARC 21, and which subfields of the field of UNIMARC say nothing else."""

    tag: str
    indicators: str
    parts: _Parts
    read: str


def is_unimarc(marc: Marc) -> bool:
    """Whether `marc` has its title where UNIMARC has it, and none where MARC 21 has it."""
    tags = {tag for tag, content in marc.fields if tag != _TITLE or f"{DELIMITER}a" in content}
    return _TITLE in tags and "245" not in tags


def as_marc21(marc: Marc) -> Converted:
    """What a record in UNIMARC says, in MARC 21."""
    found: list[tuple[str, str]] = []
    statement = next((content for tag, content in marc.fields if tag == _TITLE), "")
    kept: dict[str, list[str]] = {}
    for tag, content in marc.fields:
        if tag == "001":
            found.append((tag, content))
            continue
        convert = _FIELDS.get(tag)
        field = convert(content) if convert else None
        if field is not None and tag == "702":
            field = _secondary(field, statement)
        if field is not None and field.parts:
            # Control fields have no subfields.
            text = field.parts[0][1] if field.tag < "010" else ""
            found.append((field.tag, text or content_of(field.indicators, field.parts)))
        if field is None or not {code for code, _ in subfields(content)} <= {*field.read}:
            kept.setdefault(tag, []).append(shown(content))
    kind = marc.leader[6:7]
    leader = f"{marc.leader[:6]}{KINDS.get(kind, kind)}{marc.leader[7:8]}  2200000   4500"
    return Converted(Marc(leader, found), kept)


def _renamed(tag: str, codes: Mapping[str, str], indicators: str = "  ") -> Callable[[str], _Field]:
    """A field that has the same subfields under other codes."""

    def convert(content: str) -> _Field:
        parts = [(codes[code], text) for code, text in subfields(content) if code in codes]
        return _Field(tag, indicators, parts, "".join(codes))

    return convert


def _coded(content: str) -> _Field:
    text = first_texts(content).get("a", "").ljust(17)
    kind = DATES.get(text[8], "|")
    coded = f"{text[2:8]}{kind}{text[9:17]}".ljust(35) + "|||  "
    return _Field("008", "", [("", coded)], "")


def _title(content: str) -> _Field:
    parts = subfields(content)
    codes = {"a": "a", "e": "b", "h": "n", "i": "p", "b": "h"}
    found = [
        (codes[code], text)
        for code, text in parts
        if code in codes and not (code == "b" and _PRINTED.fullmatch(text))
    ]
    if statement := " ; ".join([text for code, text in parts if code in "fg"]):
        found.append(("c", statement))
    return _Field("245", "10", found, "aehibfg")


def _published(content: str) -> _Field:
    kind = content[1:2]
    parts = _renamed("264", {"a": "a", "c": "b", "d": "c"})(content).parts
    return _Field("264", f" {ORIGINS.get(kind, kind)}", parts, "acd")


def _thesis(content: str) -> _Field:
    return _renamed("502", {"a": "a", "b": "b", "e": "c", "d": "d"})(content)


def _person(tag: str) -> Callable[[str], _Field]:
    return lambda content: _Field(tag, "1 ", [*_heading(subfields(content))], "abf4")


def _secondary(field: _Field, title: str) -> _Field:
    """Who is not among the authors, with the role that stands beside the title if none is here."""
    texts = dict(field.parts)
    if "4" in texts or "a" not in texts:
        return field
    statement = ";".join([text for code, text in subfields(title) if code in "fg"])
    variable = variable_in_statement(texts["a"].partition(",")[0], statement)
    role = "contributor" if variable == "author" else variable
    return field._replace(parts=[*field.parts, ("4", CODES[role])])


def _heading(parts: _Parts) -> Iterator[tuple[str, str]]:
    """Entry word and the rest of a name, which MARC 21 has in one; the roles."""
    texts = dict(parts[::-1])
    entry, rest = texts.get("a", ""), texts.get("b", "").lstrip(", ")
    if entry:
        yield "a", f"{entry}, {rest}" if rest else entry
        for code in ("c", "f"):
            if text := texts.get(code):
                yield ("c" if code == "c" else "d"), text
        for code, text in parts:
            if code == "4":
                yield code, ROLES.get(text, text)


def _body(tag: str) -> Callable[[str], _Field]:
    def convert(content: str) -> _Field:
        parts = subfields(content)
        found = [(code, text) for code, text in parts if code in "ab"]
        found += [("4", ROLES.get(text, text)) for code, text in parts if code == "4"]
        return _Field(tag, "2 ", found, "ab4")

    return convert


def _subject(tag: str) -> Callable[[str], _Field]:
    return _renamed(tag, DIVISIONS, " 4")


def _named_subject(content: str) -> _Field:
    name = [part for part in _heading(subfields(content)) if part[0] == "a"]
    divided = [part for part in _subject("600")(content).parts if part[0] != "a"]
    return _Field("600", "14", name + divided, "abxyzj")


def _host(content: str) -> _Field:
    texts = _linked(content)
    parts = [(code, texts[code]) for code in "tx" if code in texts]
    for code, label in (("v", "volume"), ("p", "pages"), ("d", "year")):
        if text := texts.get(code):
            parts.append(("g", f"{label}:{text}"))
    return _Field("773", "0 ", parts if "t" in texts else [], "tvxpd")


def _series(content: str) -> _Field:
    texts = _linked(content)
    parts = [("a", texts.get("t", "")), ("v", texts.get("v", ""))]
    return _Field("830", " 0", [part for part in parts if part[1]] if "t" in texts else [], "tv")


def _original(content: str) -> _Field:
    title = _linked(content).get("t", "")
    return _Field("765", "0 ", [("t", title)] if title else [], "t")


def _linked(content: str) -> dict[str, str]:
    """The subfields of a link, in which whole fields may stand: their title, and its number."""
    texts = first_texts(content)
    if _LINKED not in texts:
        return texts
    for field in content.split(f"{DELIMITER}{_LINKED}")[1:]:
        inner = first_texts(field[3:])
        if field[:3] == _TITLE:
            texts |= {"t": inner.get("a", "")}
        elif field[:3] == "011":
            texts |= {"x": inner.get("a", "")}
    return {code: text for code, text in texts.items() if text}


_FIELDS: Final[Mapping[str, Callable[[str], _Field]]] = {
    "010": _renamed("020", {"a": "a", "b": "q", "z": "z"}),
    "011": _renamed("022", {"a": "a"}),
    "017": _renamed("024", {"a": "a", "2": "2"}, "7 "),
    "100": _coded,
    "101": _renamed("041", {"a": "a", "c": "h"}, "0 "),
    _TITLE: _title,
    "205": _renamed("250", {"a": "a"}),
    "206": _renamed("255", {"a": "a"}),
    "210": _renamed("260", {"a": "a", "c": "b", "d": "c"}),
    "214": _published,
    "215": _renamed("300", {"a": "a", "c": "b", "d": "c", "e": "e"}),
    "225": _renamed("490", {"a": "a", "v": "v"}, "0 "),
    "300": _renamed("500", {"a": "a"}),
    "327": _renamed("505", {"a": "a"}, "0 "),
    "328": _thesis,
    "330": _renamed("520", {"a": "a"}),
    "410": _series,
    "454": _original,
    "461": _host,
    "463": _host,
    "600": _named_subject,
    "601": _renamed("610", {**DIVISIONS, "b": "b"}, "24"),
    "605": _subject("630"),
    "606": _subject("650"),
    "607": _subject("651"),
    "608": _subject("655"),
    "610": _renamed("653", {"a": "a"}),
    "676": _renamed("082", {"a": "a"}),
    "680": _renamed("050", {"a": "a", "b": "b"}),
    "700": _person("100"),
    **dict.fromkeys(("701", "702"), _person("700")),
    "710": _body("110"),
    **dict.fromkeys(("711", "712"), _body("710")),
    "856": _renamed("856", {"u": "u"}, "40"),
}
