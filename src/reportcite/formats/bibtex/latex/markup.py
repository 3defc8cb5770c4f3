"""CSL's markup in LaTeX text made into the commands that `text.decode` reads it from."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"</?(?:i|b|sup|sub|span(?: [^<>]{1,60})?)>")
_COMMANDS: Final = {
    "<i>": r"\textit{", "<b>": r"\textbf{", "<sup>": r"\textsuperscript{",
    "<sub>": r"\textsubscript{", '<span style="font-variant:small-caps;">': r"\textsc{",
    '<span class="nocase">': "{",
}  # fmt: skip


def encode_markup(latex: str) -> str:
    r"""`latex` with commands for its tags; as it is where a tag is unknown or not closed in order.

    >>> encode_markup("H<sub>2</sub>O"), encode_markup("a <b> c")
    ('H\\textsubscript{2}O', 'a <b> c')
    >>> encode_markup('a <span class="nocase"><i>b</i> c</span>')
    'a {{}\\textit{b} c}'
    """
    open_tags: list[str] = []
    pieces: list[str] = []
    at = 0
    for match in _TAG.finditer(latex):
        tag = match[0]
        if tag.startswith("</"):
            name = tag[2:-1]
            if not open_tags or not open_tags[-1].startswith(f"<{name}"):
                return latex
            opened = open_tags.pop()
            if re.match(r"<\w+", opened)[0] != f"<{name}":  # type: ignore[index]
                return latex
            command = "}"
        elif tag in _COMMANDS:
            open_tags.append(tag)
            command = _COMMANDS[tag]
        else:
            return latex
        pieces += [latex[at : match.start()], command]
        at = match.end()
    return latex if open_tags else _protected([*pieces, latex[at:]])


def _protected(pieces: list[str]) -> str:
    """All pieces; a brace that a command follows protects nothing, unless another stands between:
    in BibTeX it is a character."""
    opened = False
    joined: list[str] = []
    for piece in pieces:
        if opened and piece.startswith("\\"):
            joined.append("{}")
        opened = piece == "{" or (opened and not piece)
        joined.append(piece)
    return "".join(joined)
