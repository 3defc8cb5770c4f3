"""Puts what `cite` has printed on the clipboard, formatted and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reportcite.batch.work.cite import Citer
from reportcite.cli.clipboard.copying import copy

if TYPE_CHECKING:
    from reportcite.batch.work.cite import CiteSettings
    from reportcite.csl import Processor


def copy_printed(
    settings: CiteSettings, again: Callable[[Processor], Iterable[str]], *, in_lines: bool
) -> None:
    """Put what was printed on the clipboard, as HTML and as text; `in_lines` each a paragraph.

    `again` prints it with another processor. Raises OutputError where there is no clipboard.
    """
    pieces = [*again(Citer(settings._replace(language="html")).processor)]
    html = "".join(f"<p>{piece.strip()}</p>" for piece in pieces) if in_lines else "".join(pieces)
    copy(html, "".join(again(Citer(settings._replace(language="text")).processor)))
