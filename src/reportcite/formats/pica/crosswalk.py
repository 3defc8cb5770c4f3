"""From the fields of PICA+ to those of a record.

Source: the cataloguing guidelines of K10plus (format.k10plus.de), Title data, PICA+ tags.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reportcite.record.custom import kept
from reportcite.record.untyped import Untyped
from reportcite.tuples import NamedTuple
from reportcite.values.isbd import pages_in, volumes_in
from reportcite.values.keywords import join_keywords
from reportcite.values.names.parts import contributor
from reportcite.values.title import join_title


class Field(NamedTuple):
    """A field: its tag with the occurrence if any (`028B/01`), and code and text of subfields."""

    tag: str
    parts: Sequence[tuple[str, str]]


# Tag → code → variable. The first text that is there counts.
_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "003@": {"0": "id"},
    "004V": {"0": "DOI"},
    "005A": {"0": "ISSN"},
    "009Q": {"u": "URL"},
    "010@": {"a": "language"},
    "011@": {"a": "issued"},
    "017C": {"u": "URL"},
    "021A": {"a": "title", "d": "subtitle"},
    "031A": {"d": "volume", "e": "issue", "h": "page", "j": "issued"},
    "032@": {"a": "edition"},
    "033A": {"n": "publisher", "p": "publisher-place"},
    "036C": {"a": "title", "l": "volume"},  # of the work in volumes
    "036E": {"a": "collection-title", "l": "collection-number"},
    "037A": {"a": "note"},
    "037C": {"d": "genre", "e": "publisher", "f": "issued"},
    "039B": {"t": "container-title", "a": "container-title"},
    "047I": {"a": "abstract"},
    "209A": {"a": "call-number"},
}
# Titles, in which @ stands before the first word that they are sorted by.
_SORTED: Final = frozenset({"021A", "036C", "036E", "039B"})
_WHOLE: Final = "036C"
_ISBN: Final = "004A"
_EXTENT: Final = "034D"
_KIND: Final = "002@"
_WORDS: Final = frozenset({"044K", "044N", "044F"})
_PEOPLE: Final = {"028A": "author", "028B": "author", "028C": "contributor", "028D": "contributor"}
_BODIES: Final = {"029A": "author", "029F": "contributor"}
_ROLES: Final = {
    "aut": "author", "edt": "editor", "hrsg": "editor", "trl": "translator", "ill": "illustrator",
    "cmp": "composer", "com": "compiler", "drt": "director", "prf": "performer",
    "verfasser": "author", "herausgeber": "editor", "übersetzer": "translator",
}  # fmt: skip
_NO_CONTRIBUTORS: Final = frozenset({"pbl", "prt", "dgg", "dst", "mfr", "ths", "verlag"})
_MEDIA: Final = {"B": "motion_picture", "G": "song", "K": "map", "M": "musical_score",
                 "H": "manuscript"}  # fmt: skip
_STATUS: Final = {"b": "periodical", "d": "periodical"}
_IN_A_HOST: Final = frozenset("os")


def crossed(fields: Sequence[Field]) -> dict[str, Untyped]:
    """The untyped fields of a record, its type among them, and its id if it has one."""
    found: dict[str, Untyped] = {}
    words: list[str] = []
    isbns: list[str] = []
    rest: dict[str, list[str]] = {}
    kind = ""
    for field in fields:
        tag = field.tag.partition("/")[0]
        texts = dict(reversed(field.parts))
        read: set[str] = set()
        if tag == _KIND:
            kind = texts.get("0", "")
        elif tag == _ISBN and (isbn := texts.get("A") or texts.get("0")):
            isbns.append(isbn)
            read = {"A", "0"}
        elif tag in _WORDS and (word := texts.get("a", "")):
            words.append(word)
            read = {"a"}
        else:
            read = _read_by_rule(tag, texts, found)
        for code, variable in _TEXTS.get(tag, {}).items():
            text = texts.get(code, "")
            if tag in _SORTED:
                text = text.replace("@", "")
            if text and found.setdefault(variable, text) == text:
                read.add(code)
        if not texts.keys() <= read:
            shown = "".join([f"${code}{text.replace('$', '$$')}" for code, text in field.parts])
            rest.setdefault(field.tag, []).append(shown)
    if isbns:
        found["ISBN"] = ", ".join(dict.fromkeys(isbns))
    if words:
        found["keyword"] = join_keywords(dict.fromkeys(words))
    found["type"] = _type_of(kind, found, {field.tag.partition("/")[0] for field in fields})
    return found | kept("pica", rest)


def _read_by_rule(tag: str, texts: Mapping[str, str], found: dict[str, Untyped]) -> set[str]:
    """Add what a field says that means more than its subfields do; the codes that were read."""
    if tag == _EXTENT:
        _read_extent(texts.get("a", ""), found)
    elif tag == _WHOLE:
        return _read_whole(texts, found)
    elif tag in _PEOPLE or tag in _BODIES:
        return _read_name(tag, texts, found)
    return set()


def _type_of(kind: str, found: Mapping[str, Untyped], tags: set[str]) -> str:
    if "037C" in tags:
        return "thesis"
    if kind[1:2] in _IN_A_HOST and kind:
        return "article-journal" if "volume" in found or "issue" in found else "chapter"
    return _MEDIA.get(kind[:1]) or _STATUS.get(kind[1:2]) or "book"


def _read_extent(text: str, found: dict[str, Untyped]) -> None:
    if pages := pages_in(text):
        found.setdefault("number-of-pages", pages)
    if volumes := volumes_in(text):
        found.setdefault("number-of-volumes", volumes)


def _read_whole(texts: Mapping[str, str], found: dict[str, Untyped]) -> set[str]:
    """Add the work that a volume with a title of its own belongs to; the codes that were read."""
    title, subtitle = (texts.get(code, "").replace("@", "").strip() for code in "ad")
    if not title or found.get("title", title) == title:
        return set()
    found.setdefault("container-title", join_title(title, subtitle))
    return {"a", "d"}


def _read_name(tag: str, texts: Mapping[str, str], found: dict[str, Untyped]) -> set[str]:
    """Add a contributor; the codes of the subfields that were read."""
    role = (texts.get("4") or texts.get("B") or "").strip(" .[]").lower()
    if role in _NO_CONTRIBUTORS:
        return set()
    variable = _ROLES.get(role) or (_PEOPLE | _BODIES)[tag]
    family, given = texts.get("A") or texts.get("a", ""), texts.get("D") or texts.get("d", "")
    if tag in _BODIES:
        units = [text for text in (family, texts.get("b", "")) if text]
        name = contributor(literal=". ".join(units))
        read = {"a", "A", "b"}
    elif literal := texts.get("P"):
        name = contributor(literal=literal)
        read = {"P"}
    else:
        particle = {"non-dropping-particle": texts["c"]} if texts.get("c") else {}
        name = contributor(family=family, given=given, **particle)
        read = {"a", "A", "d", "D", "c"}
    if not any(name.values()):
        return set()
    names = found.setdefault(variable, [])
    assert isinstance(names, list)
    names.append(name)
    return read | {"4", "B"}
