"""A bibliography in HTML as a page of its own: what a browser or Word opens, umlauts and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportcite.cli.terminal import is_stdout
from reportcite.csl.write import writer
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.csl import Processor


class Page(NamedTuple):
    """What stands before and after the bibliography."""

    head: str
    tail: str


NO_PAGE = Page("", "")


def page_for(processor: Processor, output: str) -> Page:
    """The page round a bibliography that is written in HTML to a file; nothing round any other.

    What goes to standard output is a fragment, to be pasted into a page.
    """
    if is_stdout(output) or processor.writer is not writer("html"):
        return NO_PAGE
    from html import escape

    head = (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(processor.locale.language or "en-US")}">\n<head>\n'
        '<meta charset="utf-8">\n<title>Bibliography</title>\n'
        f"<style>\n{_rules(processor)}\n</style>\n</head>\n<body>\n"
    )
    return Page(head, "</body>\n</html>\n")


def _rules(processor: Processor) -> str:
    """The style sheet: indents and spacing as the style asks (CSL 1.0.2, "Whitespace")."""
    spacing = processor.spacing
    hanging = " padding-left: 2em; text-indent: -2em;" if spacing.hanging_indent else ""
    rules = [
        f".csl-bib-body {{ line-height: {1.3 * spacing.line_spacing:.1f}; }}",
        f".csl-entry {{ clear: both; margin-bottom: {spacing.entry_spacing}em;{hanging} }}",
        ".csl-indent { margin-left: 2em; }",
    ]
    if hanging:
        rules.append(".csl-block { text-indent: 0; }")
    if spacing.second_field_align:
        # Room for the brackets round a number, and for a space.
        width = spacing.max_offset + 4
        rules += [
            ".csl-left-margin { float: left; }",
            f".csl-right-inline {{ margin-left: {width}ch; }}",
            f".csl-block {{ clear: both; margin-left: {width}ch; }}",
        ]
    return "\n".join(rules)
