"""Records that are the same, or share an id, are told with the place of the first."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

import reportcite
from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.checks import duplicates
from reportcite.record.checks.duplicates import Ids, Seen, identities
from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.conftest import Run

PAIR = "- {id: a, title: A, author: B, issued: 2001, publisher: P}\n" * 2
HINT = "(give one of them another id)"


def record(record_id: str = "a", file: str = "x.yaml", line: int = 1, **fields: Value) -> Record:
    return Record(record_id, "book", fields, Place(file, line, 3))


def ids_of(records: Iterable[Record]) -> Ids:
    ids = Ids()
    for one in records:
        ids.add(one)
    return ids


def told(*records: Record, thorough: bool = True) -> list[str]:
    seen = Seen()
    found: list[Problem] = []
    for one in records:
        found += seen.problems(identities(one, thorough=thorough))
    return [f"{one.place} {one.severity} {one.rule.name} {one.message}" for one in found]


def test_the_later_record_is_named_with_the_place_of_the_first() -> None:
    assert told(record(line=2), record("b", line=4), record(file="y.yaml", line=7)) == [
        "y.yaml:7:3 error duplicate-id the id “a” is that of x.yaml:2, too"
    ]
    assert told(record(file="y.yaml", line=9), record(line=1), record("b"), record(line=3)) == [
        "x.yaml:1:3 error duplicate-id the id “a” is that of y.yaml:9, too",
        "x.yaml:3:3 error duplicate-id the id “a” is that of y.yaml:9, too",
    ]


def test_an_isbn_is_the_same_however_it_is_written() -> None:
    one, other = record(ISBN="978-0-306-40615-7"), record("b", ISBN="0306406152")
    [said] = told(one, other, thorough=False)
    assert "error duplicate-isbn the ISBN “0306406152”" in said
    wrong = "978-0-306-40615-8"
    assert told(record(ISBN=wrong), record("b", ISBN=wrong)) == []
    assert told(record(ISBN="978-0-306-40615-7, 0306406152")) == []


def test_the_isbn_of_a_book_in_the_records_of_its_chapters_is_no_duplicate() -> None:
    one, other = (record(name, ISBN="0306406152")._replace(type="chapter") for name in ("a", "b"))
    assert told(one, other, record("c", ISBN="0306406152")) == []


def test_doi_pmid_and_pmcid_are_compared_on_request() -> None:
    one = record(DOI="10.1234/ABC", PMID="12", PMCID="PMC34")
    other = record("b", DOI="doi:10.1234/abc", PMID="PMID: 12", PMCID="34")
    assert [said.split()[2] for said in told(one, other)] == [
        "duplicate-doi",
        "duplicate-pmid",
        "duplicate-pmid",
    ]
    assert told(one, other, thorough=False) == []
    assert told(record(DOI="in press"), record("b", DOI="in press")) == []


def test_without_a_word_only_ids_and_isbns_are_compared() -> None:
    issued: Value = {"date-parts": [[2001]]}
    found = identities(record(DOI="10.1234/a", title="A", issued=issued, ISBN="0306406152"))
    assert [one.rule.name for one in found] == ["duplicate-id", "duplicate-isbn"]


def test_room_is_taken_only_where_it_is_used() -> None:
    tracemalloc.start()
    try:
        seen = Seen()
        seen.same_ids(ids_of([record("x")]))
        assert tracemalloc.get_traced_memory()[0] < 2**16
    finally:
        tracemalloc.stop()


def test_all_first_places_are_kept_when_there_are_many() -> None:
    count, seen = 40_000, Seen()
    many = ids_of(record(str(number), f"{number // 9_000}", number + 1) for number in range(count))
    assert seen.same_ids(many) == []
    again = seen.same_ids(ids_of(record(str(n), "y", n + 1) for n in range(0, count, 999)))
    wanted = [f"“{n}” is that of {n // 9_000}:{n + 1}, too" for n in range(0, count, 999)]
    assert [one.message.removeprefix("the id ") for _, one in again] == wanted
    assert [index for index, _ in again] == list(range(len(wanted)))
    assert [one.place for _, one in again] == [Place("y", n + 1, 3) for n in range(0, count, 999)]


def test_ids_behind_the_most_that_are_kept_are_compared_with_these_only() -> None:
    seen = Seen(most=3)
    ids = [record(name, "x", line) for line, name in enumerate("abcdea", 1)]
    said = [found.message for one in ids for _, found in seen.same_ids(ids_of([one]))]
    assert said == ["the id “a” is that of x:1, too"]
    later = [record(name, "x", line) for line, name in enumerate("dcd", 7)]
    said = [found.message for one in later for _, found in seen.same_ids(ids_of([one]))]
    assert said == ["the id “c” is that of x:3, too"]
    assert len(seen._lines) == 3


def test_ids_behind_more_lines_than_can_be_counted_are_compared_with_those_before_only() -> None:
    """As behind a flood of empty lines."""
    seen, last = Seen(), (1 << 32) - 2
    ids = [record("a", "x", 1), record("b", "x", last), record("c", "x", last + 1)]
    assert [seen.same_ids(ids_of([one])) for one in ids] == [[], [], []]
    later = [record(name, "x", last + 9) for name in "cab"]
    said = [found.message for one in later for _, found in seen.same_ids(ids_of([one]))]
    assert said == ["the id “a” is that of x:1, too", f"the id “b” is that of x:{last}, too"]


def test_ids_are_judged_the_same_in_whatever_pieces_they_come() -> None:
    records = [record(one, file, line) for line, (one, file) in enumerate(
        [("a", "x"), ("b", "x"), ("a", "y"), ("c", "y"), ("b", "z"), ("a", "x")], 1)]  # fmt: skip
    whole = Seen().same_ids(ids_of(records))
    assert [str(one.place) for _, one in whole] == ["y:3:3", "z:5:3", "x:6:3"]
    for size in (1, 2, 4):
        seen = Seen()
        pieces = [ids_of(records[at : at + size]) for at in range(0, 6, size)]
        found = [one for piece in pieces for _, one in seen.same_ids(piece)]
        assert found == [one for _, one in whole]


def test_an_id_has_its_own_place_if_there_is_one() -> None:
    one = record()._replace(places={"id": (5, 9)})
    assert ids_of([one]).places == [Place("x.yaml", 5, 9)]
    assert ids_of([record()._replace(places={"title": (5, 9)})]).places == [Place("x.yaml", 1, 3)]


OF_TWO_FILES = [record(), record("b", "y", 2), record("c\n\ud800", "y", 7)]


@pytest.mark.parametrize("records", [[], OF_TWO_FILES])
def test_ids_can_be_sent(records: list[Record]) -> None:
    ids = ids_of(records)
    sent = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(ids))))
    assert (sent.ids, sent.places) == (ids.ids, ids.places)


def test_ids_from_elsewhere_are_compared_by_their_own_hashes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A process that is no fork of this one has others."""
    elsewhere = {"_PROBE": "another"}
    for changed in ({}, elsewhere):
        seen = Seen()
        assert seen.same_ids(ids_of(OF_TWO_FILES)) == []
        sent = pickle.dumps(ids_of(OF_TWO_FILES))
        for name, value in changed.items():
            monkeypatch.setattr(duplicates, name, value)
        assert [str(one.place) for _, one in seen.same_ids(pickle.loads(sent))] == [
            "x.yaml:1:3", "y:2:3", "y:7:3",
        ]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        ("check",), ("cite",), ("cite", "--as", "cite"), ("cite", "--unsorted"),
        ("export", "--to", "csl-json"), ("export", "--to", "ris", "--jobs", "2"),
    ],
)  # fmt: skip
def test_every_command_says_the_same(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.yaml").write_text(PAIR)
    done = run(*command, "a.yaml")
    said = [line for line in (done.stdout + done.stderr).splitlines() if "duplicate-id" in line]
    severity = "error" if command == ("check",) else "warning"
    text = "the id “a” is that of a.yaml:1, too"
    assert said == [f"a.yaml:2:4: {severity} duplicate-id: {text} {HINT}"]
    assert done.returncode == (1 if command == ("check",) else 0)


def test_the_library_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PAIR)
    problems: list[Problem] = []
    records = reportcite.load(path, problems=problems)
    assert len(records) == len(reportcite.load(path)) == 2
    [problem] = problems
    text = f"the id “a” is that of {path}:1, too"
    assert str(problem) == f"{path}:2:4: warning duplicate-id: {text} {HINT}"
    assert reportcite.cite(records).count("A.") == 2


@pytest.mark.parametrize("command", [("cite", "--unsorted"), ("export", "--to", "ris")])
def test_the_closing_line_counts_each_record_with_warnings_once(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "a.yaml").write_text(PAIR + PAIR.replace("publisher: P", "publisher: P, foo: x"))
    done = run(*command, "a.yaml")
    assert done.stderr.count("duplicate-id") == 3 and done.stderr.count("unknown-key") == 2
    assert "4 read, 4 written, 0 with errors, 3 with warnings" in done.stderr


def test_a_file_that_is_read_again_keeps_its_own_places() -> None:
    assert told(record(), record("b", "y", 5), record("c", line=9), record("c", "z", 2)) == [
        "z:2:3 error duplicate-id the id “c” is that of x.yaml:9, too"
    ]
