"""`reportcite verify`: are the pasted references those of the library?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.csl.style_xml import bibliography, style_xml

LIBRARY = """
@book{beck1986, author={Beck, Ulrich}, title={Risk}, publisher={Suhrkamp}, year=1986}
@book{kalt2006, author={Kalt, Anna}, title={Second}, publisher={Springer}, year=2006}
"""
RIGHT = "Beck, U. (1986). Risk. Suhrkamp.\nKalt, A. (2006). Second. Springer.\n"


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text(LIBRARY)


def verify(run: Run, tmp_path: Path, references: str, *options: str) -> tuple[int, str]:
    (tmp_path / "refs.txt").write_text(references)
    done = run("verify", "refs.txt", "lit.bib", *options)
    return done.returncode, done.stdout


def test_what_is_right_says_nothing(run: Run, tmp_path: Path) -> None:
    assert verify(run, tmp_path, RIGHT) == (0, "")


def test_differences_are_shown_word_by_word(run: Run, tmp_path: Path) -> None:
    code, out = verify(
        run, tmp_path, RIGHT.replace("1986", "1968").replace("Springer.", "Springer")
    )
    assert code == 1
    assert out == (
        "refs.txt:1: beck1986 differs: Beck, U. [-(1968).-] {+(1986).+} Risk. Suhrkamp.\n"
        "refs.txt:2: kalt2006 differs: Kalt, A. (2006). Second. [-Springer-] {+Springer.+}\n"
    )


def test_missing_and_unknown_ones_are_named(run: Run, tmp_path: Path) -> None:
    first, _ = RIGHT.splitlines()
    assert verify(run, tmp_path, f"{first}\nSomebody Else, About Something.\n") == (
        1,
        "refs.txt:2: no record fits: Somebody Else, About Something.\n"
        "refs.txt: no reference to kalt2006\n",
    )


def test_the_style_may_be_another(run: Run, tmp_path: Path) -> None:
    right = "[7] U. Beck, Risk. Suhrkamp, 1986.\n\n[3] A. Kalt, Second. Springer, 2006."
    assert verify(run, tmp_path, right, "--style", "ieee") == (0, "")


def test_what_is_found_in_the_style_is_said(run: Run, tmp_path: Path) -> None:
    printed = bibliography('<text variable="title"/><text variable="titel"/>')
    (tmp_path / "own.csl").write_bytes(style_xml(printed))
    (tmp_path / "refs.txt").write_text("Risk\nSecond\n")
    done = run("verify", "refs.txt", "lit.bib", "--style", "own.csl")
    assert "own.csl:1: warning style-unknown-variable: " in done.stderr


@pytest.mark.parametrize(("content", "message"), [(b"", "holds no references"), (b"\xff", "UTF-8")])
def test_what_holds_no_references_is_named(
    run: Run, tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "refs.txt").write_bytes(content)
    done = run("verify", "refs.txt", "lit.bib")
    assert done.returncode == 3
    assert message in done.stderr


def test_files_must_be_named(run: Run, tmp_path: Path) -> None:
    assert run("verify").returncode == 2
    done = run("verify", "lit.bib")
    assert done.returncode == 2
    assert "there are no records to compare lit.bib with (name them behind it)" in done.stderr
    (tmp_path / "refs.txt").write_text(RIGHT, encoding="utf-8")
    done = run("verify", "ref.txt", "lit.bib")
    assert done.returncode == 3
    assert "(did you mean refs.txt?)" in done.stderr


def test_how_it_ended_is_said_where_all_is_right_too(run: Run, tmp_path: Path) -> None:
    first, _ = RIGHT.splitlines()
    (tmp_path / "refs.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "some.txt").write_text(f"{first.replace('1986', '1968')}\nAnother, Work.\n")
    closing = "2 references: 2 as printed, 0 different, 0 without a record; "
    assert closing + "0 records without" in run("verify", "refs.txt", "lit.bib").stderr
    closing = "2 references: 0 as printed, 1 different, 1 without a record; "
    assert closing + "1 record without" in run("verify", "some.txt", "lit.bib").stderr
    assert run("verify", "refs.txt", "lit.bib", "--quiet").stderr == ""


def test_the_list_in_a_document_of_word_is_compared(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "lit.yaml"
    library.write_text("id: a\ntype: book\ntitle: Soil\nauthor: none\nissued: 2024\npublisher: P\n")
    for name in ("list.docx", "list.odt"):
        assert run("cite", str(library), "-o", str(tmp_path / name)).returncode == 0
        assert run("verify", str(tmp_path / name), str(library)).returncode == 0
    library.write_text(library.read_text().replace("2024", "2023"))
    done = run("verify", str(tmp_path / "list.docx"), str(library))
    assert done.returncode == 1
    assert "list.docx:1: a differs: Soil. [-(2024).-] {+(2023).+} P." in done.stdout
