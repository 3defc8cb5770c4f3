"""Taking values out of a record for a writer: by shape, and without what no text file can hold."""

from __future__ import annotations

import re
from typing import Any, Final, cast

from reportcite.formats.format import Fields
from reportcite.patterns import pattern
from reportcite.record.fields import DATES
from reportcite.record.model import Value, join_title
from reportcite.values.shapes import Contributor, Date

NOT_XML: Final = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) cannot hold, however it is escaped; HTML and spreadsheets want none
of it either."""

NOT_UNICODE: Final = pattern("[\ud800-\udfff]")
"""Lone surrogates, which no encoding can hold."""

REMOVED: Final = "characters the format cannot hold are removed"


def clean(text: str, forbidden: re.Pattern[str] = NOT_XML) -> str:
    """`text` without the characters `forbidden` matches."""
    # Nearly every value is printable, and no printable character is forbidden anywhere.
    return text if text.isprintable() else forbidden.sub("", text)


def take(fields: Fields, name: str, forbidden: re.Pattern[str] = NOT_XML) -> Value | None:
    """The value of `name` without forbidden characters, which is declared; None for nothing."""
    value = fields.take(name)
    if value is None:
        return None
    kept = cast("Value | None", _clean(value, forbidden))
    if not kept or (isinstance(kept, str) and kept.isspace()):
        fields.drop(name, "it holds nothing the format can hold")
        return None
    if kept != value:
        fields.change(name, REMOVED)
    return kept


def take_text(fields: Fields, name: str) -> str:
    """The text of `name`, "" where there is none."""
    value = take(fields, name)
    return value if isinstance(value, str) else ""


def take_names(fields: Fields, name: str) -> list[Contributor]:
    """The contributors of `name`, none where there is no such field."""
    value = take(fields, name)
    return value if isinstance(value, list) else []


def take_date(fields: Fields, name: str) -> Date | None:
    """The date of `name`, None where there is none."""
    value = take(fields, name)
    return value if isinstance(value, dict) else None


def take_all(fields: Fields, forbidden: re.Pattern[str] = NOT_XML) -> dict[str, Value]:
    """Every field of the record, in its order."""
    found = {name: take(fields, name, forbidden) for name in fields.record.fields}
    return {name: value for name, value in found.items() if value is not None}


def absences(fields: Fields) -> dict[str, str]:
    """What the record states to be absent, as its loader reads it: `none`, for a date `n.d.`.

    The writer states it, too.
    """
    missing = sorted(fields.record.stated_none - fields.record.fields.keys())
    fields.states_absence = True
    return {name: "n.d." if name in DATES else "none" for name in missing}


def join_subtitle(fields: Fields, values: dict[str, Value]) -> dict[str, Value]:
    """`values` with the subtitle joined to the title, which is declared."""
    title, subtitle = values.get("title", ""), values.get("subtitle")
    if not isinstance(title, str) or not isinstance(subtitle, str):
        return values
    fields.change("subtitle", "it is joined to the title")
    rest = {name: value for name, value in values.items() if name not in ("title", "subtitle")}
    return {"title": join_title(title, subtitle), **rest}


def keywords(text: str) -> list[str]:
    """The single keywords of a `keyword` value, which CSL holds as one text with commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def _clean(value: Any, forbidden: re.Pattern[str]) -> Any:
    """`value` with all its texts clean; emptied texts, and what held nothing else, are left out."""
    if isinstance(value, str):
        return clean(value, forbidden)
    if isinstance(value, dict):
        return {key: kept for key, one in value.items() if (kept := _clean(one, forbidden)) != ""}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [kept for one in value if (kept := _clean(one, forbidden))]
    return value
