"""Single records in HTML that needs no style attribute, which the pages forbid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportcite.csl.write import html
from reportcite.errors import StyleError
from reportcite.pages.citing import CLASSES, Setter, Titles, safe_styles
from reportcite.values.shapes import Contributor
from tests.formats.files import a_report, reports

BECK: list[Contributor] = [{"family": "Beck", "given": "Ulrich"}]
WITHOUT_BIBLIOGRAPHY = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t'
    "</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout>"
    '<text variable="title"/></layout></citation></style>'
)
SMALL_CAPS = WITHOUT_BIBLIOGRAPHY.replace(
    "</style>",
    '<bibliography><layout><text variable="title" font-variant="small-caps"/></layout>'
    "</bibliography></style>",
)


def test_a_record_is_cited_in_each_style_and_in_the_language() -> None:
    [apa, mla] = Setter(["apa", "mla"], "de-DE").citations(reports()[0])
    assert (apa.style, apa.title) == ("apa", "APA Style 7th edition")
    assert apa.html.startswith("Ratzmann, N., Zeković, D., Blunert, J., Kokonowskyj, L., &#38;")
    assert "<i>Chancen statt „Krise“: Resiliente Kommunen" in apa.html
    assert mla.html.startswith("Ratzmann, Nora, u.\u00a0a.")


def test_no_record_is_told_apart_from_those_before_it() -> None:
    setter = Setter(["apa"], "en-US")
    record = a_report("Risk", author=BECK, issued={"date-parts": [[1986]]})
    first, second = (setter.citations(record)[0].html for _ in range(2))
    assert first == second and "(1986)." in first


def test_a_style_that_prints_nothing_of_a_record_gives_no_citation(tmp_path: Path) -> None:
    style = tmp_path / "caps.csl"
    style.write_text(SMALL_CAPS, encoding="utf-8")
    setter = Setter([str(style)], "en-US")
    assert setter.citations(a_report(title="", publisher="P")) == []
    [citation] = setter.citations(a_report("Soil"))
    assert citation.html == '<span class="csl-small-caps">Soil</span>'


def test_a_style_without_a_bibliography_is_an_error(tmp_path: Path) -> None:
    style = tmp_path / "none.csl"
    style.write_text(WITHOUT_BIBLIOGRAPHY, encoding="utf-8")
    with pytest.raises(StyleError, match="has no bibliography"):
        Setter([str(style)], "en-US")


def test_every_style_attribute_that_the_engine_writes_has_a_class() -> None:
    written = [opening for opening, _ in html._ELEMENTS.values()]
    written += [opening for _, (opening, _) in html._NORMAL.values()]
    styled = [one for one in written if "style=" in one]
    assert {re.findall('"(.*)"', one)[0] for one in styled} == CLASSES.keys()
    assert not [one for one in styled if "style=" in safe_styles(one)]


def test_what_a_record_says_of_styles_is_text() -> None:
    [citation] = Setter(["apa"], "en-US").citations(a_report('<span style="color:red">x</span>'))
    assert "<span" not in citation.html and "&#60;span style=" in citation.html


def test_titles_have_their_markup_and_their_parts() -> None:
    setter = Setter([], "en-US")
    record = a_report("On <i>Homo sapiens</i> & <b", subtitle="A life?")
    assert setter.titles(record) == Titles(
        "On <i>Homo sapiens</i> &#38; &#60;b: A life?",
        "On <i>Homo sapiens</i> &#38; &#60;b",
        "A life?",
    )
    assert setter.titles(a_report(title="")) == Titles("", "", "")


def test_dates_are_in_words() -> None:
    record = a_report(issued={"date-parts": [[2024, 3, 7]]})
    assert Setter([], "de-DE").date(record) == "7. März 2024"
    assert Setter([], "en-US").date(record) == "March 7, 2024"
    assert Setter([], "en-US").date(a_report()) == ""
