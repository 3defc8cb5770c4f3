"""`cite --group-by`, `--entry-language` and `--annotated`, as they are typed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run

LIBRARY = """
@book{beck1986, author={Beck, Ulrich}, title={Risk}, publisher={Suhrkamp}, year=1986,
  language={german}, keywords={Risk}, abstract={On modernity.}}
@book{beck1986b, author={Beck, Ulrich}, title={Another}, publisher={Suhrkamp}, year=1986}
@incollection{kalt2006, author={Kalt, Anna}, title={Zwei}, booktitle={Sammelband},
  editor={Roe, Tim}, publisher={Springer}, year=2006, pages={3--9}, language={de}}
@incollection{doe2006, author={Doe, Jane}, title={Two}, booktitle={Collection},
  editor={Roe, Tim and Poe, Ann}, publisher={Springer}, year=2006, pages={3--9}, language={en}}
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text(LIBRARY)


def test_sections_have_headings_and_suffixes_are_those_of_the_whole(run: Run) -> None:
    done = run("cite", "lit.bib", "--group-by", "keyword", "--locale", "de-DE")
    assert done == (
        0,
        "Risk\n\nBeck, U. (1986b). Risk. Suhrkamp.\n\n"
        "Ohne Schlagwörter\n\nBeck, U. (1986a). Another. Suhrkamp.\n"
        "Doe, J. (2006). Two. In T. Roe & A. Poe (Hrsg.), Collection (S. 3–9). Springer.\n"
        "Kalt, A. (2006). Zwei. In T. Roe (Hrsg.), Sammelband (S. 3–9). Springer.\n",
        "",
    )


def test_numbers_are_those_of_the_whole(run: Run) -> None:
    lines = run("cite", "lit.bib", "--group-by", "type", "-s", "ieee").stdout.splitlines()
    assert [line[:5] for line in lines if line] == [
        *("Books", "[1] U", "[2] U", "Chapt", "[3] A", "[4] J")
    ]


def test_each_entry_may_have_the_terms_of_its_own_language(run: Run) -> None:
    done = run("cite", "lit.bib", "--entry-language", "--where", "type=chapter")
    assert done.stdout == (
        "Doe, J. (2006). Two. In T. Roe & A. Poe (Eds.), Collection (pp. 3–9). Springer.\n"
        "Kalt, A. (2006). Zwei. In T. Roe (Hrsg.), Sammelband (S. 3–9). Springer.\n"
    )


def test_quotation_marks_and_words_between_names_are_those_of_the_language_too(run: Run) -> None:
    options = ("-s", "ieee", "--entry-language", "--locale", "de-DE")
    done = run("cite", "lit.bib", *options, "--where", "type=chapter")
    assert "„Zwei“, in Sammelband, T. Roe, Hrsg., Springer, 2006, S. 3–9." in done.stdout
    assert "“Two,” in Collection, T. Roe and A. Poe, Eds., Springer, 2006, pp. 3–9." in done.stdout


def test_annotations_stand_below_their_entry(run: Run) -> None:
    done = run("cite", "lit.bib", "--annotated", "--key", "beck1986")
    assert done.stdout == "Beck, U. (1986). Risk. Suhrkamp.\n    On modernity.\n"


@pytest.mark.parametrize("options", [[], ["--jobs", "2"], ["--unsorted"]], ids=str)
def test_each_record_for_itself_has_them_as_well(run: Run, options: list[str]) -> None:
    printed = run("cite", "lit.bib", "--annotated", "--entry-language", *options).stdout
    assert "\n    On modernity.\n" in printed
    assert "(Hrsg.)" in printed and "(Eds.)" in printed


def test_the_bibliography_after_citations_may_be_parted(run: Run) -> None:
    texts = ("--citation", "[@doe2006]", "--citation", "[@beck1986]")
    done = run("cite", "lit.bib", *texts, "--bibliography", "--group-by", "year", "--annotated")
    assert done.stdout == (
        "(Doe, 2006)\n(Beck, 1986)\n\n"
        "2006\n\nDoe, J. (2006). Two. In T. Roe & A. Poe (Eds.), Collection (pp. 3–9). Springer.\n"
        "\n1986\n\nBeck, U. (1986). Risk. Suhrkamp.\n    On modernity.\n"
    )


def test_what_a_document_cites_may_be_parted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("[@beck1986; @doe2006]")
    done = run("cite", "lit.bib", "--cited-in", "paper.md", "--group-by", "language")
    assert [line for line in done.stdout.splitlines() if "(" not in line and line] == [
        *("English", "German")
    ]


def test_sections_of_html_are_part_of_the_page(run: Run, tmp_path: Path) -> None:
    run("cite", "lit.bib", "--group-by", "type", "--annotated", "-o", "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.index("<body>") < page.index("<h2>Books</h2>") < page.index("<h2>Chapters</h2>")
    assert ".csl-block { text-indent: 0; }" in page


@pytest.mark.parametrize(
    ("name", "part", "heading"),
    [("a.docx", "word/document.xml", "Bücher</w:t>"), ("a.odt", "content.xml", "Bücher</text:h>")],
)
def test_documents_have_headings_and_annotations(
    run: Run, tmp_path: Path, name: str, part: str, heading: str
) -> None:
    options = ("--group-by", "type", "--annotated", "--entry-language", "--locale", "de-DE")
    assert run("cite", "lit.bib", *options, "-o", name) == (0, "", "")
    text = zipfile.ZipFile(tmp_path / name).read(part).decode()
    assert heading in text
    assert "On modernity." in text
    assert "(Eds.)" in text and "(Hrsg.)" in text


def test_a_style_without_a_bibliography_has_no_sections(run: Run, tmp_path: Path) -> None:
    for target in ([], ["-o", "a.docx"]):
        done = run("cite", "lit.bib", "-s", "bluebook-inline", "--group-by", "type", *target)
        assert done.returncode == 3
        assert "has no bibliography" in done.stderr
    assert not (tmp_path / "a.docx").exists()


def test_what_is_set_for_bibliographies_is_passed_over_where_there_is_none(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "reportcite.toml").write_text("group-by = 'type'\nannotated = true\n")
    assert "Books\n\n" in run("cite", "lit.bib").stdout
    assert "On modernity." in run("cite", "lit.bib").stdout
    assert "On modernity." not in run("cite", "lit.bib", "--no-annotated").stdout
    assert run("cite", "lit.bib", "--key", "kalt2006", "--as", "cite").stdout == "(Kalt, 2006)\n"
    assert run("cite", "lit.bib", "--citation", "@kalt2006").stdout == "Kalt (2006)\n"
    assert "Books" not in run("cite", "lit.bib", "--unsorted").stdout
    assert run("cite", "lit.bib", "--as", "cite", "--annotated").returncode == 2  # it was typed
