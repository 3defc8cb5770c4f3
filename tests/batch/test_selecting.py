"""Records asked for by key, by condition and by the documents that cite them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportcite.batch import selecting
from reportcite.batch.chunks import chunks, results
from reportcite.batch.selecting import Selection, names_of, selected
from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.record.selection import Condition

LIBRARY = "".join(
    f"@book{{{key}, author = {{{author}, A}}, title = {{T}}, publisher = {{P}}, year = {year}}}\n"
    for key, author, year in (
        ("beck1986", "Beck", 1986),
        ("beck1986b", "Beck", 1986),
        ("kalt2006", "Kalt", 2006),
        ("Kalt", "Kalt", 2007),
    )
)


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "lit.bib"
    path.write_text(LIBRARY)
    return str(path)


def found(library: str, selection: Selection) -> list[Record | Problem]:
    return [one for chunk in selected(chunks([library]), selection) for one in results(chunk)]


def ids(
    library: str,
    *keys: str,
    conditions: tuple[Condition, ...] = (),
    cited: Mapping[str, Place] | None = None,
) -> list[str]:
    """The ids of the records found, and the names of the rules of the problems."""
    return [
        one.id if isinstance(one, Record) else one.rule.name
        for one in found(library, Selection(keys, conditions, cited))
    ]


def test_a_whole_key_is_taken_for_itself_only(library: str) -> None:
    assert ids(library, "beck1986") == ["beck1986"]
    assert ids(library, "Kalt") == ["Kalt"]


def test_a_beginning_is_enough_if_it_is_the_only_one(library: str) -> None:
    assert ids(library, "KALT2") == ["kalt2006"]
    assert ids(library, "b") == ["ambiguous-key"]


def test_records_come_in_their_own_order_and_once(library: str) -> None:
    assert ids(library, "kalt2006", "beck1986b", "kalt20") == ["beck1986b", "kalt2006"]


def test_a_key_that_none_has_is_named_with_the_nearest(library: str) -> None:
    [problem] = found(library, Selection(("bekc1986",)))
    assert str(problem) == (
        "--key: error key-not-found: no record has the key “bekc1986” (did you mean 'beck1986'?)"
    )


def test_a_cited_key_that_begins_others_is_named_with_the_first(library: str) -> None:
    [problem] = found(library, Selection(cited={"BECK": Place("paper.md", 3)}))
    assert str(problem) == (
        "paper.md:3: error key-not-found: no record has the key “BECK” (did you mean 'beck1986'?)"
    )


def test_that_no_record_fulfils_the_conditions_is_said(library: str) -> None:
    conditions = (Condition("author", "nobody"), Condition("year", "1986"))
    [problem] = found(library, Selection(conditions=conditions))
    assert str(problem) == (
        "--where: warning none-like-that: no record has “author=nobody” and “year=1986”"
    )


def test_nothing_is_guessed_where_nothing_is_near(library: str) -> None:
    [problem] = found(library, Selection(("xyz",)))
    assert "`reportcite list` shows all keys" in str(problem)


def test_a_few_of_many_are_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "_MOST_NAMED", 1)
    [problem] = found(library, Selection(("k",)))
    assert "several keys begin with “k”: kalt2006, … (write the whole key)" in str(problem)


def test_a_key_that_two_files_have_is_one_key(library: str, tmp_path: Path) -> None:
    other = tmp_path / "again.bib"
    other.write_text(LIBRARY)
    both = chunks([library, str(other)])
    twice = [one for chunk in selected(both, Selection(("kalt2",))) for one in results(chunk)]
    assert [one.id for one in twice if isinstance(one, Record)] == ["kalt2006", "kalt2006"]
    assert len(twice) == 2


def test_conditions_and_keys_hold_together(library: str) -> None:
    kalt = (Condition("author", "kalt"),)
    assert ids(library, conditions=kalt) == ["kalt2006", "Kalt"]
    assert ids(library, conditions=(*kalt, Condition("year", "2007"))) == ["Kalt"]
    assert ids(library, "kalt2006", "beck1986", conditions=kalt) == ["kalt2006", "key-not-found"]


def test_cited_keys_are_never_beginnings(library: str) -> None:
    cited = {"kalt2006": Place("a.md", 1), "beck": Place("a.md", 2)}
    assert ids(library, cited=cited) == ["kalt2006", "key-not-found"]


def test_a_document_that_cites_nothing_has_no_records(library: str) -> None:
    assert ids(library, cited={}) == []


def test_a_star_is_all_records(library: str) -> None:
    assert ids(library, cited={"*": Place("a.md", 1), "nobody": Place("a.md", 2)}) == [
        *("beck1986", "beck1986b", "kalt2006", "Kalt", "key-not-found"),
    ]


def test_what_is_never_cited_is_named_if_that_is_asked_for(library: str) -> None:
    cited = {"beck1986": Place("a.md", 1), "Kalt": Place("a.md", 1)}
    problems = found(library, Selection((), (), cited, uncited=True))[2:]
    assert [str(one).partition(": ")[2] for one in problems] == [
        "notice never-cited: no document cites “beck1986b”",
        "notice never-cited: no document cites “kalt2006”",
    ]


def test_what_is_no_record_matters_only_where_a_key_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "lit.jsonl"
    path.write_text('{"id": "a", "type": "book", "title": "T"}\n{"id": \n')
    assert len(found(str(path), Selection(("a",)))) == 1
    assert len(found(str(path), Selection(("b",)))) == 2


def test_a_file_that_cannot_be_read_is_always_reported(tmp_path: Path) -> None:
    [problem] = found(str(tmp_path / "no.bib"), Selection((), (), {}))
    assert "cannot be read" in str(problem)


def test_a_record_is_known_by_the_key_it_is_exported_under_too(tmp_path: Path) -> None:
    path = tmp_path / "chancen.yaml"
    path.write_text("type: book\ntitle: Das Buch\nauthor: Beck, Ulrich\nissued: 1986\n")
    [record] = found(str(path), Selection(("beck1986buch",)))
    assert isinstance(record, Record)
    assert names_of(record) == ("chancen", "beck1986buch")
