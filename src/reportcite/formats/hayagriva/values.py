"""Texts, names and dates in the notation of Hayagriva."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.reading.members import text_of
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.record.assemble.dates import read_date
from reportcite.record.untyped import Notation
from reportcite.values.dates.iso import write_iso
from reportcite.values.dates.questions import simple_parts
from reportcite.values.names.parts import contributor
from reportcite.values.names.reading import Reading
from reportcite.values.names.typed import name_from_text
from reportcite.values.shapes import Contributor, Date

_MARKS: Final = pattern(r"[\\{}$]")
_ESCAPED: Final = pattern(r"\\([\\{}$])|[{}]")
_MARKUP: Final = pattern(r"</?(?:i|b|sup|sub|span)\b[^<>]*>")
_PLAIN: Final = pattern(r"[^\W\d_a-z][^,{}]*")


def write_text(text: str) -> str:
    """A text that may be formatted, where braces and dollar signs mean something.

    >>> print(write_text("50 $ for {a}"))
    50 \\$ for \\{a\\}
    """
    plain = one_line(_MARKUP.sub("", text))[0].strip() if "<" in text else text
    return _MARKS.sub(r"\\\g<0>", plain)


def read_text(value: Any) -> str:
    """The text in a formattable string, which may stand in a mapping with `value`.

    >>> read_text({"value": "The {NASA} report", "verbatim": "true"})
    'The NASA report'
    """
    if isinstance(value, Mapping):
        value = value.get("value", value.get("name"))
    return _ESCAPED.sub(lambda match: match[1] or "", text_of(value))


def write_name(name: Contributor) -> Any:
    """A person as one text where that is read as the same, else in its parts."""
    if len(name) == 1:  # an organization, or a person of one name, which is read as such
        [whole] = map(str, name.values())
        return whole if _PLAIN.fullmatch(whole) else {"name": whole}
    family, given = name.get("family", ""), name.get("given", "")
    prefix = " ".join(
        filter(None, (name.get("dropping-particle"), name.get("non-dropping-particle")))
    )
    suffix = name.get("suffix", "")
    text = f"{family}, {given}"
    bare = {key: part for key, part in name.items() if isinstance(part, str)}  # without flags
    if not prefix and not suffix and _PLAIN.fullmatch(family) and name_from_text(text) == bare:
        return text
    parts = {"name": family or given, "given-name": given if family else "", "prefix": prefix}
    return {key: part for key, part in {**parts, "suffix": suffix}.items() if part}


def _read_name(field: str, value: Any) -> Reading:
    """A person: `von Family, Given, Jr.`, an organization without a comma, or a mapping."""
    if isinstance(value, Mapping):
        family, given = text_of(value.get("name")), text_of(value.get("given-name"))
        parts = {
            "given": given,
            "non_dropping_particle": text_of(value.get("prefix")),
            "suffix": text_of(value.get("suffix")),
        }
        alias = text_of(value.get("alias"))
        key = "family" if any(parts.values()) else "literal"
        found = contributor(**{key: family}, **parts, alias=alias) if family else {}
        return Reading([found] if found else [])
    text = text_of(value)
    if not text:
        return Reading([])
    if "," not in text:
        return Reading([contributor(literal=text)])
    parts_ = [part.strip() for part in text.split(",")]
    if len(parts_) == 3:  # the suffix stands last, where others have it before the given name
        text = f"{parts_[0]}, {parts_[2]}, {parts_[1]}"
    return Reading([name_from_text(text)])


NOTATION: Final = Notation(_read_name, read_date)
"""How Hayagriva writes values."""


def write_date(date: Date) -> str:
    """A day, month or year of our era, of a range its first; "" for any other date.

    >>> write_date({"date-parts": [[2024, 5]]}), write_date({"date-parts": [[2024], [2025]]})
    ('2024-05', '2024')
    """
    bare: Date = {"date-parts": date["date-parts"][:1]} if "date-parts" in date else {}
    parts = simple_parts(bare)
    if not parts or not 0 < parts[0] < 10000:
        return ""
    return ("~" if date.get("circa") else "") + write_iso(parts)
