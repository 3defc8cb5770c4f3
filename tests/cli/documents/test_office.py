"""`cite -o refs.docx` and `.odt`."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("name", "part"), [("refs.docx", "word/document.xml"), ("refs.ODT", "content.xml")]
)
def test_the_suffix_says_what_is_written(run: Run, tmp_path: Path, name: str, part: str) -> None:
    done = run("cite", "--sample", "-o", name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Ratzmann" in zipfile.ZipFile(tmp_path / name).read(part).decode()


def test_an_old_file_stays_where_there_is_nothing_to_cite(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.docx").write_text("old")
    (tmp_path / "a.yaml").write_text("title: [")
    assert run("cite", "a.yaml", "-o", "refs.docx").returncode != 0
    assert (tmp_path / "refs.docx").read_text() == "old"


@pytest.mark.parametrize("options", [["--as", "cite"], ["--citation", "@a"], ["--unsorted"]])
def test_a_document_holds_a_bibliography(run: Run, options: list[str]) -> None:
    done = run("cite", "--sample", *options, "-o", "refs.docx")
    assert done.returncode == 2
    assert "a document such as refs.docx holds a bibliography" in done.stderr


def test_a_style_without_a_bibliography_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("cite", "--sample", "-s", "bluebook-inline", "-o", "refs.docx")
    assert done.returncode == 3
    assert not (tmp_path / "refs.docx").exists()


def test_text_with_that_name_may_be_asked_for(run: Run, tmp_path: Path) -> None:
    run("cite", "--sample", "-f", "text", "-o", "refs.docx")
    assert (tmp_path / "refs.docx").read_text().startswith("Ratzmann")
