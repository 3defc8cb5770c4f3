"""CSL YAML, the `references:` that pandoc's manual describes: CSL items whose texts are Markdown.

What Markdown would take for markup is escaped by a backslash when written, and every such escape
is undone when read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import (
    NOT_UNICODE,
    carry_all,
    clean,
    join_subtitle,
    with_exchanged_dates,
)
from reportcite.formats.writing.one_line import FOLDED, one_line
from reportcite.formats.writing.spellings import YAML, in_yaml
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record

# Emphasis, code, links, math, TeX, HTML, citations, quotes, dashes and ellipses of pandoc's
# Markdown, and, at the beginning of a text, what begins a heading, a quotation or a list.
_MARKUP: Final = re.compile(
    r"""[\\*`\[\]<>$^~"'{}|] | @(?=[\w{]) | (?<![^\W_])_ | _(?![^\W_]) | &(?=[#\w]) | (?<=-)-
    | \.(?=\.\.) | ^[#%+:-] | (?<=^[0-9A-Za-z])[.)](?!\S) | (?<=^[0-9]{2})[.)](?!\S) | ^\(""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def write(fields: Fields, key: str) -> str:
    """One item of the list, `subtitle` joined to `title`."""
    from reportcite.formats.writing.custom import with_custom
    from reportcite.formats.writing.yaml import dump_yaml

    record = fields.record
    values = {}
    for name, value in carry_all(fields, NOT_UNICODE).items():
        values[name] = _texts(value, _fold)
        if values[name] != value:
            fields.change(name, FOLDED)
        if not values[name]:
            fields.drop(name, "it holds nothing the format can hold")
            del values[name]
    item = {name: _texts(value, _escape) for name, value in join_subtitle(fields, values).items()}
    item = with_custom(fields, with_exchanged_dates(item), in_names=False)
    return dump_yaml([{"id": clean(record.id, NOT_UNICODE), "type": record.type, **item}])


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file with pandoc's references."""
    from reportcite.formats.yaml.read import read_yaml
    from reportcite.record.assemble.notations import CSL

    return read_yaml(stream, name, limits, notation=CSL._replace(unescape=_unescape))


def spellings(variable: str, text: str) -> tuple[str, ...]:
    """How the text of a value may stand in a scalar: escaped, or as it is."""
    return in_yaml(variable, _escape(text)) + in_yaml(variable, text)


def _fold(text: str) -> str:
    return one_line(text)[0]


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)


def _texts(value: Any, change: Callable[[str], str]) -> Any:
    """`value` with `change` done to each text in it."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _texts(one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [_texts(one, change) for one in value]
    return value


FORMAT: Final = Format(
    name="csl-yaml",
    title="CSL YAML (pandoc references)",
    write=write,
    read=read,
    in_place=YAML._replace(spellings=spellings),
    head="references:\n",
)
