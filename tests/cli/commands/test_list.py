"""`reportcite list`: which records there are."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reportcite.cli.main import main
from tests.cli.terminals import run_on_terminal
from tests.conftest import Run

LIBRARY = """
@book{beck1986, author={Beck, Ulrich}, title={Risikogesellschaft},
  publisher={Suhrkamp}, year=1986, keywords={modernity}}
@report{four2006, author={Kalt, Anna and Müller, B. and C, D. and {DeZIM}}, title={Second:  Part},
  institution={Springer}, year=2006}
@misc{nobody, title={Alone}, url={https://example.org}}
"""


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    (tmp_path / "lit.bib").write_text(LIBRARY)


def test_a_line_has_key_author_year_title_and_type(run: Run) -> None:
    done = run("list", "lit.bib")
    assert done.stdout == (
        "beck1986\tBeck\t1986\tRisikogesellschaft\tbook\n"
        "four2006\tKalt et al.\t2006\tSecond: Part\treport\n"
        "nobody\t\t\tAlone\tdocument\n"
    )
    assert done.returncode == 0


def test_who_made_what_has_no_author_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "film.json").write_text(
        '[{"id": "f", "type": "motion_picture", "title": "Die Festung",'
        ' "director": [{"family": "Melgar"}]}]'
    )
    assert run("list", "film.json").stdout == "f\tMelgar\t\tDie Festung\tmotion_picture\n"


@pytest.mark.parametrize("words", [["muller"], ["second", "2006"], ["dezim"], ["FOUR"], ["report"]])
def test_words_are_looked_for_in_what_is_known_of_a_record(run: Run, words: list[str]) -> None:
    assert run("list", "lit.bib", *words).stdout.startswith("four2006\t")
    assert run("list", "lit.bib", *words).stdout.count("\n") == 1


def test_titles_are_shown_without_markup(run: Run) -> None:
    written = 'title: On <i>E. coli</i> and <span class="nocase">numpy</span>'
    assert "\tOn E. coli and numpy\t" in run("list", "-", stdin=f"id: r\n{written}\n").stdout


def test_keywords_are_searched_though_not_shown(run: Run) -> None:
    assert run("list", "lit.bib", "modernity").stdout.startswith("beck1986\t")


def test_words_that_no_record_has_are_named(run: Run) -> None:
    done = run("list", "lit.bib", "beck", "2006")
    assert done == (0, "", "no record has all of: beck 2006\n")


def test_a_file_that_is_not_there_is_no_word(run: Run) -> None:
    done = run("list", "lib.bib", "beck")
    assert done.returncode == 3
    assert "lib.bib" in done.stderr


def test_the_sample_needs_no_file(run: Run) -> None:
    assert run("list", "--sample", "dezim").stdout.count("\n") == 1


def test_json_is_one_array(run: Run) -> None:
    rows = json.loads(run("list", "lit.bib", "--where", "type=book", "--json").stdout)
    assert rows == [
        {
            "key": "beck1986",
            "author": "Beck",
            "year": "1986",
            "title": "Risikogesellschaft",
            "type": "book",
        }
    ]


class Terminal(io.TextIOWrapper):
    """A stdout that says it is a terminal, in front of bytes that can be looked at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_table_as_wide_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("PAGER", "")
    (tmp_path / "long.bib").write_text(f"@book{{a, title={{{'Word ' * 40}}}, year=1999}}" + LIBRARY)
    printed = io.BytesIO()
    printed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdout", Terminal(printed))
    assert main(["list", "long.bib"]) == 0
    sys.stdout.flush()
    lines = printed.getvalue().decode().splitlines()
    assert lines[0].split() == ["KEY", "AUTHOR", "YEAR", "TITLE", "TYPE"]
    assert lines[1].startswith("a ")
    assert "…" in lines[1]
    assert max(map(len, lines)) == 60
    assert len(lines) == 5


@pytest.mark.parametrize("columns", [40, 59, 60, 80])
def test_keys_are_never_cut(tmp_path: Path, columns: int) -> None:
    key = "four2006-with-a-key-that-is-longer-than-others"
    (tmp_path / "long.bib").write_text(LIBRARY.replace("four2006", key))
    shown = run_on_terminal(
        ["list", "long.bib"], folder=tmp_path, columns=columns, variables={"PAGER": ""}
    ).terminal
    lines = shown.splitlines()
    assert lines[lines.index(key) + 1].lstrip().startswith("Kalt et a")
    assert ("KEY       AUTHOR" in shown) == (columns >= 60)
    assert max(len(line) for line in lines if line != key) <= columns


@pytest.mark.parametrize("word", ["brücker", "brucker", "Bruecker"])
def test_an_umlaut_may_be_typed_in_two_letters(run: Run, tmp_path: Path, word: str) -> None:
    (tmp_path / "lit.yaml").write_text("title: Soil\nauthor: ['Brücker, Herbert']\nissued: 2016\n")
    assert "Brücker" in run("list", str(tmp_path / "lit.yaml"), word).stdout
