"""CSL-JSON, after csl-data.json of the CSL 1.0.2 schema: an array of items, one on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import (
    NOT_UNICODE,
    carry_all,
    clean,
    join_subtitle,
    with_exchanged_dates,
)
from reportcite.formats.writing.custom import with_custom
from reportcite.formats.writing.spellings import JSON
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def write(fields: Fields, key: str) -> str:
    """One item; `subtitle` is joined to `title`, because CSL has no variable for it."""
    record = fields.record
    values = with_exchanged_dates(join_subtitle(fields, carry_all(fields, NOT_UNICODE)))
    item = {"id": clean(record.id, NOT_UNICODE), "type": record.type}
    item |= with_custom(fields, values, in_names=False)
    return json.dumps(item, ensure_ascii=False)


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a CSL-JSON file."""
    from reportcite.formats.csl.read_json import read_csl_json

    return read_csl_json(stream, name, limits)


FORMAT: Final = Format(
    name="csl-json",
    title="CSL-JSON",
    write=write,
    read=read,
    in_place=JSON,
    prompt=True,
    head="[\n",
    separator=",\n",
    tail="\n]\n",
)
