"""`cite` and `entries` print what the command prints, and take what stands in a document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import reportcite
from reportcite import Citation, Cite, Entry, InputError, Record, StyleError, UsageError
from tests.conftest import ROOT, Run
from tests.library.test_printing import NO_BIBLIOGRAPHY

LIT = ROOT / "docs" / "examples" / "lit.bib"


@pytest.fixture(scope="module")
def lit() -> list[Record]:
    return reportcite.load(LIT)


SETTINGS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"style": "chicago", "locale": "de-DE"}, ["--style", "chicago", "--locale", "de-DE"]),
    ({"output": "html", "links": False}, ["--format", "html", "--no-links"]),
    ({"group_by": "language", "output": "latex"}, ["--group-by", "language", "-f", "latex"]),
    ({"entry_language": True, "annotated": True}, ["--entry-language", "--annotated"]),
]
PAPER = ["[vgl. @beck1986, S. 12; -@ratzmann2024]", "@portes1998 [p. 4]", "[@beck1986, p. 13]"]


@pytest.mark.parametrize(("settings", "options"), SETTINGS)
def test_a_bibliography_is_that_of_the_command(
    run: Run, lit: list[Record], settings: dict[str, Any], options: list[str]
) -> None:
    printed = run("cite", LIT, *options).stdout
    assert reportcite.cite(lit, **settings) == printed != ""


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes", "mla"])
@pytest.mark.parametrize(("settings", "options"), SETTINGS)
def test_citations_are_those_of_the_command(
    run: Run, lit: list[Record], style: str, settings: dict[str, Any], options: list[str]
) -> None:
    settings, options = {"style": style} | settings, ["--style", style, *options]
    given = [word for text in PAPER for word in ("--citation", text)]
    printed = run("cite", LIT, *options, *given, "--bibliography").stdout
    document = reportcite.cite(lit, citations=PAPER, **settings)
    lines = "".join(f"{text}\n" for text in document.citations)
    assert f"{lines}\n{document.bibliography}" == printed


def test_a_citation_in_parts_is_that_which_is_written(lit: list[Record]) -> None:
    parts = [
        Citation((
            Cite("beck1986", "S. 12", prefix="vgl."), Cite("ratzmann2024", suppress_author=True),
        )),
        Citation((Cite("portes1998", "4", suffix=", passim"),), narrative=True),
        Citation((Cite("beck1986", "§ 3", suffix="and more"),)),
    ]  # fmt: skip
    texts = [
        "[vgl. @beck1986, S. 12; -@ratzmann2024]",
        "@portes1998 [4, passim]",
        "[@beck1986, § 3 and more]",
    ]
    for style in ("apa", "chicago-notes", "din-1505-2"):
        written = reportcite.cite(lit, style, "de-DE", citations=texts)
        assert reportcite.cite(lit, style, "de-DE", citations=parts) == written
    assert written.citations[0].startswith("(vgl. ")


def test_spaces_round_affixes_and_locators_are_no_matter(lit: list[Record]) -> None:
    def cited(locator: str, prefix: str, suffix: str) -> tuple[str, ...]:
        one = Citation((Cite("beck1986", locator, prefix, suffix),))
        return reportcite.cite(lit, citations=[one]).citations

    assert cited(" ", "see ", " again") == cited("", "see", "again") == ("(see Beck, 1986 again)",)
    assert cited("", "", "; again") == ("(Beck, 1986; again)",)


def test_notes_may_have_numbers_of_their_own(lit: list[Record]) -> None:
    def cited(id_: str, note: int | None) -> Citation:
        return Citation((Cite(id_),), note=note)

    given: list[str | Citation] = [cited("beck1986", 4), cited("portes1998", None)]
    given += ["[@beck1986]", "[@portes1998]"]
    found = reportcite.cite(lit, "oscola", citations=given).citations
    assert [found[2], found[3]] == ["Beck (n 4).", "Portes (n 5)."]
    text = reportcite.cite(lit, "apa", citations=[cited("beck1986", 0)]).citations
    assert text == ("(Beck, 1986)",)


def test_an_unknown_work_raises_or_is_named(run: Run, lit: list[Record]) -> None:
    with pytest.raises(InputError, match="no record has the key “bek1986”"):
        reportcite.cite(lit, citations=["[@bek1986]"], on_error="keep")
    problems: list[reportcite.Problem] = []
    found = reportcite.cite(lit, citations=["[@bek1986; @portes1998]"], problems=problems)
    assert found.citations == ("([???]; Portes, 1998)",)
    assert [entry.id for entry in found.entries] == ["portes1998"]
    assert [one.rule.name for one in problems] == ["key-not-found"]
    assert problems[0].suggestion == "did you mean 'beck1986'?"


def test_a_document_without_citations_has_no_bibliography(lit: list[Record]) -> None:
    for output in ("text", "html"):
        assert reportcite.cite(lit, output=output, citations=[]) == ((), "", ())
    assert reportcite.cite([]) == "" and reportcite.entries([]) == []


def test_entries_come_one_by_one_in_the_order_of_the_style(lit: list[Record]) -> None:
    found = reportcite.entries(reversed(lit), "chicago")
    assert [one.id for one in found] == ["beck1986", "portes1998", "ratzmann2024"]
    assert "".join(f"{one.text}\n" for one in found) == reportcite.cite(lit, "chicago")
    [html] = reportcite.entries(lit[0], output="html")
    assert html.text.startswith("Beck, U. (1986). <i>")
    assert list(reportcite.cite(lit, citations=["[@beck1986]"], output="html").entries) == [html]


def test_records_of_one_id_are_two_entries() -> None:
    one = Record.from_fields(id="a", type="book", title="A", author="B, C", issued=2024)
    again = reportcite.entries([one, one], on_error="keep")
    assert again == [Entry("a", "B, C. (2024a). A."), Entry("a#2", "B, C. (2024b). A.")]


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"style": "chicgo"}, StyleError, "unknown style “chicgo” .did you mean chicago"),
        ({"locale": "german"}, StyleError, "did you mean de-DE"),
        ({"output": "htm"}, UsageError, "did you mean 'html'"),
        ({"group_by": "tpye"}, UsageError, "did you mean 'type'"),
        ({"on_error": "kepe"}, UsageError, "on_error cannot be 'kepe' .did you mean 'keep'"),
        ({"citations": ["beck1986"]}, UsageError, "'beck1986' is no citation .write it like"),
        ({"citations": [Citation(())]}, UsageError, "a citation cites nothing"),
        ({"style": NO_BIBLIOGRAPHY}, StyleError, "the style T has no bibliography"),
    ],
)
def test_what_cannot_be_says_what_can(
    lit: list[Record], wrong: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        reportcite.cite(lit, **wrong)


def test_a_style_without_a_bibliography_prints_citations(lit: list[Record]) -> None:
    found = reportcite.cite(lit, NO_BIBLIOGRAPHY, citations=["[@ratzmann2024]"])
    assert found == (("Chancen statt „Krise“",), "", ())
    with pytest.raises(StyleError, match="has no bibliography"):
        reportcite.entries(lit, NO_BIBLIOGRAPHY)


def test_a_style_may_be_a_file(lit: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_bytes(NO_BIBLIOGRAPHY)
    cited = ["[@portes1998]"]
    assert reportcite.cite(lit, path, citations=cited) == reportcite.cite(
        lit, str(path), citations=cited
    )


DOUBTFUL_STYLE = NO_BIBLIOGRAPHY.replace(
    b'<text variable="title"/></layout></citation>',
    b'<text variable="title" colour="red"/></layout></citation>'
    b'<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout>'
    b"</bibliography>",
)
MIXED = """\
- {id: a, title: 信任, author: none, issued: 2024, publisher: P, ISBN: 12}
- {id: b, title: 社会, author: none, issued: soon, publisher: P, number: 1, URL: "https://a.org/"}
- {id: c, title: 公平, author: none, issued: 2024, publisher: P}
"""


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize("on_error", [None, "keep", "skip"])
def test_what_is_found_is_what_the_command_reports(run: Run, tmp_path: Path, on_error: Any) -> None:
    (tmp_path / "mine.csl").write_bytes(DOUBTFUL_STYLE)
    (tmp_path / "mixed.yaml").write_text(MIXED)
    options = ["--on-error", on_error] if on_error else []
    done = run("cite", "mixed.yaml", "--style", "mine.csl", *options)
    said = [line for line in done.stderr.splitlines() if re.search(" (error|warning) ", line)]
    assert len(said) == 4
    records = reportcite.load("mixed.yaml")
    for function in (reportcite.cite, reportcite.entries):
        problems: list[reportcite.Problem] = []
        printed = function(records, "mine.csl", on_error=on_error, problems=problems)
        assert sorted(map(str, problems)) == sorted(said)
        if isinstance(printed, list):
            printed = "".join(f"{entry.text}\n" for entry in printed)
        assert printed == done.stdout
