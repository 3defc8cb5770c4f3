"""Fields that no variable of CSL holds: kept as LaTeX, and written again as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.bibtex.latex.text import encode
from reportcite.formats.loss import Fields
from reportcite.formats.writing.one_line import one_line
from reportcite.patterns import pattern
from reportcite.record.custom import entry_name

PROGRAM: Final = "bibtex"
"""What the fields stand under in a record's `custom`."""

OPTIONS: Final = "options"
"""The field of biblatex in which names, too, have something to say."""

_WRITTEN: Final = pattern(r"^  ([^\s=]+) = ", re.MULTILINE)
_NAME: Final = pattern(r"[^\s,={}()\"'#%\\@~]+")
_BREAKS: Final = pattern(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029][\s]*")
_SIGN: Final = pattern(r"[{}]")
_END: Final = "}\n"


def keep(raw: str) -> str:
    """The LaTeX `raw` of a field as it is kept: on one line."""
    return raw if raw.isprintable() else _BREAKS.sub(" ", raw).strip(" ")


def add_own(fields: Fields, own: Mapping[str, Any], entry: str) -> str:
    """`entry` with the fields `own` at its end; what cannot stand there is dropped, and told."""
    written = dict.fromkeys(_WRITTEN.findall(entry))
    lines: list[str] = []
    for name, value in own.items():
        lost = entry_name(PROGRAM, name)
        if not isinstance(value, str) or not _NAME.fullmatch(name) or name != name.lower():
            fields.drop(lost, "it is no field of an entry")
        elif name == OPTIONS and name in written:
            entry = entry.replace(f"  {OPTIONS} = {{", f"  {OPTIONS} = {{{value},", 1)
        elif name in written:
            fields.drop(lost, f"the entry has another {name}")
        else:
            lines.append(f"  {name} = {{{_latex(fields, lost, value)}}},\n")
    return entry.removesuffix(_END) + "".join(lines) + _END


def _latex(fields: Fields, name: str, value: str) -> str:
    text = one_line(value)[0] if not value.isprintable() else value
    if text != value:
        fields.change(name, "it is written on one line")
    if _is_balanced(text):
        return text
    fields.change(name, "braces that are not closed are escaped")
    return encode(text)


def _is_balanced(latex: str) -> bool:
    depth = 0
    for match in _SIGN.finditer(latex):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0
