"""CSL's markup as LaTeX commands; what is not well-formed stays text."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.latex.markup import encode_markup


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("<i>a</i>", r"\textit{a}"),
        ("<b>a</b> c", r"\textbf{a} c"),
        ("x<sup>2</sup>", r"x\textsuperscript{2}"),
        ("H<sub>2</sub>O", r"H\textsubscript{2}O"),
        ('<span style="font-variant:small-caps;">a</span>', r"\textsc{a}"),
        ('<span class="nocase">NaCl</span>', "{NaCl}"),
        ("<i>a <b>b</b></i>", r"\textit{a \textbf{b}}"),
    ],
)
def test_markup_becomes_commands(text: str, latex: str) -> None:
    assert encode_markup(text) == latex


@pytest.mark.parametrize(
    "text", ["a < b", "<i>a", "a</i>", "<i>a</b>", "<i><b>a</i></b>", "<u>a</u>",
             '<span class="x">a</span>', "<sub>a</sup>", "<b>a</i>",
             '<span class="nocase">a</sup>', "<sup>a</sub>"]
)  # fmt: skip
def test_tags_that_are_unknown_or_not_closed_in_order_stay_text(text: str) -> None:
    assert encode_markup(text) == text
