"""A bibliography in HTML is a page of its own in a file, set as the style asks."""

from __future__ import annotations

import pytest

from reportcite.cli.documents.html_page import NO_PAGE, page_for
from reportcite.csl import Processor


@pytest.mark.parametrize(
    ("language", "output"), [("html", ""), ("html", "-"), ("text", "a.html"), ("rtf", "a.rtf")]
)
def test_only_a_file_of_html_is_a_page(language: str, output: str) -> None:
    assert page_for(Processor("apa", output=language), output) == NO_PAGE


def test_a_page_says_its_language_and_encoding() -> None:
    processor = Processor("apa", locale="de-DE", output="html")
    head, tail = page_for(processor, "a.html")
    assert head.startswith('<!DOCTYPE html>\n<html lang="de-DE">\n<head>\n<meta charset="utf-8">')
    assert head.endswith("</head>\n<body>\n")
    assert tail == "</body>\n</html>\n"


@pytest.mark.parametrize(
    ("style", "rule"),
    [
        ("apa", "margin-bottom: 0em; padding-left: 2em; text-indent: -2em; }"),
        ("apa", ".csl-bib-body { line-height: 2.6; }"),
        ("ieee", ".csl-left-margin { float: left; }\n.csl-right-inline { margin-left: 5ch; }"),
    ],
)
def test_indents_and_spacing_are_those_of_the_style(style: str, rule: str) -> None:
    assert rule in page_for(Processor(style, output="html"), "a.html").head


def test_a_style_without_columns_has_no_rule_for_them() -> None:
    head = page_for(Processor("apa", output="html"), "a.html").head
    assert "csl-left-margin" not in head
