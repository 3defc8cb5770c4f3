"""`--key`, `--where` and `--cited-in`, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

LIBRARY = """
@book{beck1986, author={Beck, Ulrich}, title={Risk}, publisher={Suhrkamp}, year=1986}
@book{kalt2006, author={Kalt, Anna}, title={Second}, publisher={Springer}, year=2006}
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text(LIBRARY)


def test_one_record_is_cited_by_its_key(run: Run) -> None:
    done = run("cite", "lit.bib", "--key", "beck")
    assert done == (0, "Beck, U. (1986). Risk. Suhrkamp.\n", "")


def test_keys_are_for_export_and_check_too(run: Run) -> None:
    assert run("export", "lit.bib", "--to", "ris", "--key", "kalt2006").stdout.count("TY  -") == 1
    assert "kalt2006" not in run("check", "lit.bib", "--key", "beck1986").stdout


def test_an_unknown_key_is_an_error_and_the_others_are_printed(run: Run) -> None:
    done = run("cite", "lit.bib", "--key", "bekc1986", "--key", "kalt2006")
    assert done.returncode == 1
    assert done.stdout == "Kalt, A. (2006). Second. Springer.\n"
    assert "no record has the key “bekc1986” (did you mean 'beck1986'?)" in done.stderr


def test_where_looks_into_fields(run: Run) -> None:
    done = run("cite", "lit.bib", "--where", "Author=KALT", "--where", "year=2006")
    assert done.stdout == "Kalt, A. (2006). Second. Springer.\n"


def test_a_field_that_there_is_not_is_wrong_usage(run: Run) -> None:
    done = run("cite", "lit.bib", "--where", "autor=x")
    assert done.returncode == 2
    assert "--where knows no field 'autor' (did you mean 'author'?)" in done.stderr
    assert run("cite", "lit.bib", "--where", "beck").stderr == (
        "reportcite: --where cannot be 'beck' (write it like author=beck or year=1986)\n"
    )


def test_only_what_a_document_cites(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("See @beck1986 and\n[@kalt2066].\n")
    done = run("cite", "lit.bib", "--cited-in", "paper.md")
    assert done.stdout == "Beck, U. (1986). Risk. Suhrkamp.\n"
    assert done.stderr.startswith(
        "paper.md:2: error key-not-found: no record has the key “kalt2066” "
        "(did you mean 'kalt2006'?)\n"
    )
    assert done.returncode == 1


def test_check_names_what_is_never_cited(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text(r"\cite{beck1986}")
    done = run("check", "lit.bib", "--cited-in", "paper.tex", "--severity", "notice")
    assert "notice never-cited: no document cites “kalt2006”" in done.stdout
    assert done.returncode == 0


def test_a_document_that_cannot_be_read_ends_the_run(run: Run) -> None:
    done = run("cite", "lit.bib", "--cited-in", "nothing.md")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("reportcite: nothing.md: cannot be read")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("jahr", "year"), ("Verlag", "publisher"), ("schlagwort", "keyword"), ("año", "year")),
        *(("yaer", "year"), ("jar", "year"), ("authro", "author"), ("isb", "ISBN")),
        *(("tags", "keyword"), ("hrsg", "editor"), ("date", "year")),
    ],
)
def test_a_field_in_another_language_or_mistyped_is_suggested(
    run: Run, typed: str, meant: str
) -> None:
    done = run("cite", "lit.bib", "--where", f"{typed}=x")
    assert done.returncode == 2
    assert done.stderr == (
        f"reportcite: --where knows no field '{typed}' (did you mean '{meant}'?)\n"
    )


def test_of_a_field_that_is_like_none_the_usual_ones_are_named(run: Run) -> None:
    stderr = run("cite", "lit.bib", "--where", "qqq=x").stderr
    assert "(name author, title, year, type, keyword, publisher or another variable" in stderr


@pytest.mark.parametrize(
    ("typed", "meant"), [("bekc", "beck1986"), ("Klat", "kalt2006"), ("kal06", "kalt2006")]
)
def test_a_slip_in_the_beginning_of_a_key_suggests_the_key(
    run: Run, typed: str, meant: str
) -> None:
    done = run("cite", "lit.bib", "--key", typed)
    assert done.returncode == 1
    assert f"no record has the key “{typed}” (did you mean '{meant}'?)" in done.stderr


def test_a_key_like_no_other_suggests_none(run: Run) -> None:
    assert "(`reportcite list` shows all keys)" in run("cite", "lit.bib", "--key", "xyz").stderr
