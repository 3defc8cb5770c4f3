"""The values of a record that an entry carries: by type, without what no text file can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

from reportcite.formats.loss import Fields
from reportcite.patterns import pattern
from reportcite.record.custom import detail_name
from reportcite.record.fields import Value
from reportcite.values.dates.parts import exchanged_parts
from reportcite.values.doi import bare_doi
from reportcite.values.shapes import Contributor, Date
from reportcite.values.title import join_title
from reportcite.vocabulary import DATE_VARIABLES

Details: TypeAlias = Sequence[Mapping[str, str]]
"""What is known of each contributor in a list besides the name."""

NOT_XML: Final = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) cannot hold, however it is escaped; HTML and spreadsheets want none
of it either."""

NOT_UNICODE: Final = pattern("[\ud800-\udfff]")
"""Lone surrogates, which no encoding can hold."""

REMOVED: Final = "characters the format cannot hold are removed"

RESOLVER_LEFT_OUT: Final = "all but the bare DOI is left out"


def clean(text: str, forbidden: re.Pattern[str] = NOT_XML) -> str:
    """`text` without the characters `forbidden` matches."""
    # Nearly every value is printable, and no printable character is forbidden anywhere.
    return text if text.isprintable() else forbidden.sub("", text)


def carry(fields: Fields, name: str, forbidden: re.Pattern[str] = NOT_XML) -> Value | None:
    """The value of `name` without forbidden characters, of a DOI without what leads to it; which
    is declared. None for nothing."""
    value = fields.carry(name)
    if value is None:
        return None
    kept = cast("Value | None", _clean(value, forbidden))
    if not kept or (isinstance(kept, str) and kept.isspace()):
        fields.drop(name, "it holds nothing the format can hold")
        return None
    if kept != value:
        fields.change(name, REMOVED)
    if name == "DOI" and isinstance(kept, str) and (bare := bare_doi(kept)) != kept:
        fields.change(name, RESOLVER_LEFT_OUT)
        return bare
    return kept


def carry_text(fields: Fields, name: str) -> str:
    """The text of `name`, "" where there is none."""
    value = carry(fields, name)
    return value if isinstance(value, str) else ""


def carry_names(fields: Fields, name: str) -> list[Contributor]:
    """The contributors of `name`, none where there is no such field."""
    value = carry(fields, name)
    return value if isinstance(value, list) else []


def carry_details(fields: Fields, name: str, names: Sequence[object]) -> Details:
    """What is known of each of `names`, as `carry` gave them; () for nothing, and where one of them
    holds nothing the format can hold, which is declared."""
    found = fields.details(name)
    if len(found) == len(names):
        return found
    drop_details(fields, name, "who it is known of is not in the list")
    return ()


def drop_details(fields: Fields, name: str, reason: str) -> None:
    """Declare that nothing of what is known of the contributors in `name` is carried."""
    for number, known in enumerate(fields.details(name), 1):
        for detail in known:
            fields.drop(detail_name(name, number, detail), reason)


def carry_date(fields: Fields, name: str) -> Date | None:
    """The date of `name`, None where there is none."""
    value = carry(fields, name)
    return value if isinstance(value, dict) else None


def carry_all(fields: Fields, forbidden: re.Pattern[str] = NOT_XML) -> dict[str, Value]:
    """Every field of the record, in its order."""
    found = {name: carry(fields, name, forbidden) for name in fields.record.fields}
    return {name: value for name, value in found.items() if value is not None}


def stated_none(fields: Fields) -> dict[str, str]:
    """What the record states to have none of, as people type it: `none`, for a date `n.d.`.

    The writer states them, too.
    """
    names = sorted(fields.record.stated_none - fields.record.fields.keys())
    fields.states_none = True
    return {name: "n.d." if name in DATE_VARIABLES else "none" for name in names}


def join_subtitle(fields: Fields, values: dict[str, Value]) -> dict[str, Value]:
    """`values` with the subtitle joined to the title, which is declared."""
    title, subtitle = values.get("title", ""), values.get("subtitle")
    if not isinstance(title, str) or not isinstance(subtitle, str):
        return values
    fields.change("subtitle", "it is joined to the title")
    rest = {name: value for name, value in values.items() if name not in ("title", "subtitle")}
    return {"title": join_title(title, subtitle), **rest}


def with_exchanged_dates(values: dict[str, Value]) -> dict[str, Value]:
    """`values` with dates as other programs read them."""
    return {
        name: exchanged_parts(value) if isinstance(value, dict) else value
        for name, value in values.items()
    }


def _clean(value: Any, forbidden: re.Pattern[str]) -> Any:
    """`value` with all its texts clean; emptied texts, and what held nothing else, are left out."""
    if isinstance(value, str):
        return clean(value, forbidden)
    if isinstance(value, dict):
        return {key: kept for key, one in value.items() if (kept := _clean(one, forbidden)) != ""}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [kept for one in value if (kept := _clean(one, forbidden))]
    return value
