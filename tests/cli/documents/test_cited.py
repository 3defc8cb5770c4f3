"""`cite --citation`: several works in one citation, in the order of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

LIBRARY = """
@book{beck1986, author={Beck, Ulrich}, title={Risk}, publisher={Suhrkamp}, year=1986}
@book{beck1986b, author={Beck, Ulrich}, title={Another}, publisher={Suhrkamp}, year=1986}
@book{kalt2006, author={Kalt, Anna}, title={Second}, publisher={Springer}, year=2006}
@book{never, author={Never, N.}, title={Third}, publisher={Springer}, year=2006}
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text(LIBRARY)


def citations(*texts: str) -> list[str]:
    return [word for text in texts for word in ("--citation", text)]


def test_several_works_stand_in_one_citation(run: Run) -> None:
    done = run("cite", "lit.bib", *citations("[vgl. @beck1986, S. 12; -@kalt2006]"))
    assert done == (0, "(vgl. Beck, 1986, p. 12; 2006)\n", "")


def test_year_suffixes_are_those_of_what_is_cited(run: Run) -> None:
    done = run("cite", "lit.bib", *citations("@beck1986 [p. 4]", "[@beck1986b]"))
    assert done.stdout == "Beck (1986b, p. 4)\n(Beck, 1986a)\n"


def test_notes_follow_each_other(run: Run) -> None:
    texts = citations("[@beck1986, p. 12]", "[@beck1986, p. 13]", "[@kalt2006]", "[@beck1986]")
    done = run("cite", "lit.bib", "--style", "chicago-notes", *texts)
    assert done.stdout == (
        "Ulrich Beck, Risk (Suhrkamp, 1986), 12.\n"
        "Beck, Risk, 13.\n"
        "Anna Kalt, Second (Springer, 2006).\n"
        "Beck, Risk.\n"
    )


def test_the_bibliography_has_what_was_cited_and_numbers_follow_the_text(run: Run) -> None:
    texts = citations("[@kalt2006]", "[@beck1986, p. 3]")
    done = run("cite", "lit.bib", "--style", "ieee", *texts, "--bibliography")
    assert done.stdout == (
        "[1]\n[2, p. 3]\n\n"
        "[1] A. Kalt, Second. Springer, 2006.\n[2] U. Beck, Risk. Suhrkamp, 1986.\n"
    )


def test_an_unknown_work_is_an_error_and_leaves_its_mark(run: Run) -> None:
    done = run("cite", "lit.bib", *citations("[@beck1968; @kalt2006]", "@nobody"))
    assert done.stdout == "([???]; Kalt, 2006)\n[???]\n"
    assert "no record has the key “beck1968” (did you mean 'beck1986'?)" in done.stderr
    assert done.returncode == 1


def test_a_key_is_never_a_beginning(run: Run) -> None:
    assert run("cite", "lit.bib", *citations("[@kalt]")).returncode == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (citations("doe"), "'doe' is no citation"),
        ([*citations("@kalt2006"), "--as", "cite"], "--citation says itself how"),
        ([*citations("@kalt2006"), "--unsorted"], "--unsorted is for bibliographies"),
        (["--bibliography"], "--bibliography is for --citation"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    run: Run, options: list[str], message: str
) -> None:
    done = run("cite", "lit.bib", *options)
    assert done.returncode == 2
    assert message in done.stderr
