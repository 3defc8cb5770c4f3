"""Titles in MARC: field 245, and those of series.

Source: MARC 21 Bibliographic, fields 245, 490 and 830; ISBD (2011), area 1.
"""

from __future__ import annotations

from typing import Final

from reportcite.formats.marc.fields import subfields
from reportcite.patterns import pattern
from reportcite.record.untyped import Untyped
from reportcite.values.isbd import bare_text, heading_text
from reportcite.values.title import join_part

_PARALLEL: Final = " = "
_PLAIN: Final = pattern(r"[^\x1f]*\x1fa([^\x1f]*[^\x1f\s])(?:\x1fb([^\x1f]*))?(?:\x1fc([^\x1f]*))?")
"""Title, subtitle, statement of responsibility."""
_NUMBERED: Final = pattern(
    r"(?s)(?P<title>.+?)(?P<statement> / .+?)?(?: ; (?P<number>[^;]*[0-9][^;]*))?"
)
"""A series with its statement of responsibility and its number in one subfield."""


def read_title(content: str, fields: dict[str, Untyped]) -> str:
    """Title, subtitle and medium; returns the statement of responsibility.

    Parts before the subtitle belong to the title, those behind it to the subtitle.
    """
    # Run for each record of a catalogue, of which nearly all have these subfields alone.
    if match := _PLAIN.fullmatch(content):
        main, other, statement = match.groups("")
        if title := heading_text(main.strip()):
            fields["title"] = title
        if other and main[-1] != "=" and (subtitle := _subtitle(other)):
            fields["subtitle"] = subtitle
        return statement.strip()
    parts = subfields(content)
    fields |= _with_parts(parts)
    texts = dict(parts)
    if medium := bare_text(texts.get("h", "").rstrip(" .:/=;")):
        fields["medium"] = medium
    return texts.get("c", "")


def _subtitle(text: str) -> str:
    return heading_text(text.partition(_PARALLEL)[0].strip())


def _with_parts(parts: list[tuple[str, str]]) -> dict[str, str]:
    """Title and subtitle, each with what stands in parts behind it."""
    title = subtitle = number = name = ""
    is_parallel = False
    for code, text in parts:
        if code == "a" and not title:
            title, is_parallel = heading_text(text), text[-1] == "="
        elif code == "b" and not subtitle and not is_parallel:  # one in another language is none
            title, number, name = join_part(title, number, name), "", ""
            subtitle = _subtitle(text)
        elif code == "n":
            number = f"{number}, {heading_text(text)}" if number else heading_text(text)
        elif code == "p":
            name = f"{name}, {heading_text(text)}" if name else heading_text(text)
    if subtitle:
        subtitle = join_part(subtitle, number, name)
    else:
        title = join_part(title, number, name)
    found = {"title": title, "subtitle": subtitle}
    return {variable: text for variable, text in found.items() if text}


def read_series(content: str, fields: dict[str, Untyped]) -> bool:
    """Title and number of a series; whether it is the one that the record has."""
    title, number = "", ""
    for code, text in subfields(content):
        if code == "a" and not title:
            title = heading_text(text)
        elif code in "np" and title:
            title = join_part(title, heading_text(text), "")
        elif code == "v" and not number:
            number = heading_text(text)
    whole = True
    if " ; " in title or " / " in title:
        match = _NUMBERED.fullmatch(title)
        assert match is not None
        whole = match["statement"] is None and not (number and match["number"])
        title, number = match["title"], number or match["number"] or ""
    if not title:
        return False
    known = fields.setdefault("collection-title", title)
    if known != title:
        return False
    if number:
        fields.setdefault("collection-number", number)
    return whole
