"""Titles in MARC: field 245, and those of series.

Source: MARC 21 Bibliographic, fields 245, 490 and 830; ISBD (2011), area 1.
"""

from __future__ import annotations

from typing import Final

from reportcite.formats.marc.fields import subfields
from reportcite.record.untyped import Untyped
from reportcite.values.isbd import bare_text, without_stop
from reportcite.values.title import join_part

_PARALLEL: Final = " = "


def read_title(content: str, fields: dict[str, Untyped]) -> str:
    """Title, subtitle and medium; returns the statement of responsibility.

    Parts before the subtitle belong to the title, those behind it to the subtitle.
    """
    title = subtitle = number = name = ""
    is_parallel = False
    others: dict[str, str] = {}
    # Run for each record of a catalogue.
    for code, text in subfields(content):
        if code == "a" and not title:
            title, is_parallel = without_stop(bare_text(text)), text[-1] == "="
        elif code == "b" and not subtitle and not is_parallel:  # one in another language is none
            title, number, name = join_part(title, number, name), "", ""
            subtitle = without_stop(bare_text(text.partition(_PARALLEL)[0]))
        elif code == "n":
            number = f"{number}, {_bare(text)}" if number else _bare(text)
        elif code == "p":
            name = f"{name}, {_bare(text)}" if name else _bare(text)
        else:
            others[code] = text
    if subtitle:
        subtitle = join_part(subtitle, number, name)
    elif number or name:
        title = join_part(title, number, name)
    if title:
        fields["title"] = title
    if subtitle:
        fields["subtitle"] = subtitle
    if medium := bare_text(others.get("h", "").rstrip(" .:/=;")):
        fields["medium"] = medium
    return others.get("c", "")


def _bare(text: str) -> str:
    return without_stop(bare_text(text))


def read_series(content: str, fields: dict[str, Untyped]) -> bool:
    """Title and number of a series; whether it is the one that the record has."""
    title, number = "", ""
    for code, text in subfields(content):
        if code == "a" and not title:
            title = _bare(text)
        elif code in "np" and title:
            title = join_part(title, *((_bare(text), "") if code == "n" else ("", _bare(text))))
        elif code == "v" and not number:
            number = _bare(text)
    if not title:
        return False
    known = fields.setdefault("collection-title", title)
    if known != title:
        return False
    if number:
        fields.setdefault("collection-number", number)
    return True
