"""Bibliographies of Typst are read an entry at a time, with places."""

from __future__ import annotations

import io

from reportcite.formats.hayagriva.read import read as read_entries
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.conftest import Run
from tests.formats.files import file_of, read_file

FILE = """\
harry:
    type: Book
    title: Harry Potter
    author: Rowling, J. K.
    volume: 5
    page-total: 768
    date: 2003-06-21

electronic:
    type: Web
    title: Ishkur's Guide
    serial-number: v2.5
    author: Ishkur
    runtime: "00:13"
    odd: x
    url: http://www.techno.org/electronic-music-guide/
"""


def records(text: str) -> list[Record]:
    return [one for one in read_file("hayagriva", text) if isinstance(one, Record)]


def rules(text: str) -> list[str]:
    found = read_file("hayagriva", text)
    return [one.rule.name for one in found if isinstance(one, Problem)]


def test_each_entry_is_a_record_whose_id_is_its_key() -> None:
    harry, electronic = records(FILE)
    assert (harry.id, harry.type) == ("harry", "book")
    assert harry.fields == {
        "title": "Harry Potter",
        "author": [{"family": "Rowling", "given": "J. K."}],
        "issued": {"date-parts": [[2003, 6, 21]]},
        "volume": "5",
        "number-of-pages": "768",
        "citation-key": "harry",
    }
    assert harry.places["title"] == (3, 5) and electronic.place.line == 9
    assert electronic.fields["number"] == "v2.5"
    assert electronic.fields["author"] == [{"literal": "Ishkur"}]


def test_what_has_no_place_is_kept_or_named() -> None:
    electronic = records(FILE)[1]
    assert electronic.custom["hayagriva"] == {"runtime": "00:13"}
    text, [losses] = file_of("hayagriva", electronic)
    assert "runtime: 00:13" in text.replace("'", "") and losses == []
    assert "unknown-field" in [one.rule.name for one in electronic.problems]


def test_what_is_no_bibliography_is_a_problem() -> None:
    assert rules("") == ["empty-file"]
    assert rules("- a\n") == ["not-a-record"]
    assert rules("a: b\nc:\n  title: C\n") == ["not-a-record"]
    assert records("a: b\nc:\n  title: C\n")[0].id == "c"
    assert rules("a:\n  title: [\n") == ["yaml-syntax"]


def test_an_entry_that_is_too_large_costs_no_other() -> None:
    text = "a:\n  title: A\nb:\n  title: " + "x" * 9000 + "\nc:\n  title: C\n"
    found = list(read_entries(io.BytesIO(text.encode()), "refs", Limits(1000)))
    names = [one.rule.name if isinstance(one, Problem) else one.id for one in found]
    assert names == ["a", "too-large", "c"]
    assert isinstance(found[2], Record) and found[2].place.line == 5


def test_it_is_recognised_in_a_file_that_is_but_yaml_and_from_standard_input(run: Run) -> None:
    done = run("cite", "-", "-q", stdin=FILE)
    assert done.stdout.startswith("Ishkur. (n.d.). Ishkur’s Guide")
    assert done.returncode == 0
