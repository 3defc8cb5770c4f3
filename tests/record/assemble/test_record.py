"""The door: whatever a reader found becomes a record, and nothing is lost without a word."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.assemble.notations import CSL, OWN
from reportcite.record.assemble.record import (
    assemble,
    assemble_machine_written,
    numbered_id,
    stem_of,
    values_of,
)
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, UntypedRecord, Written

PLACE = Place("a.yaml", 3, 5)


def untyped(fields: dict[str, Any], notation: Notation = OWN, **others: Any) -> UntypedRecord:
    return UntypedRecord(fields, PLACE, notation, "fallback", **others)


def made(notation: Notation = OWN, /, **fields: Any) -> Record:
    """The record of these fields, `_` for the hyphen of a variable."""
    return assemble(untyped(fields, notation))


def rules_of(record: Record) -> list[str]:
    return [problem.rule.name for problem in record.problems]


def test_a_record_without_id_and_type_is_a_report_with_the_id_of_its_file() -> None:
    record = made(title="A")
    assert (record.id, record.type, record.fields) == ("fallback", "report", {"title": "A"})
    assert (record.place, record.problems, record.stated_none) == (PLACE, (), frozenset())
    assert made(type="").type == "report"


def test_an_id_may_be_made_of_the_record() -> None:
    def by_title(record: Record) -> str:
        return str(record.fields["title"])

    assert assemble(UntypedRecord({"title": "A"}, PLACE, OWN, by_title)).id == "A"
    assert assemble(UntypedRecord({"id": "x"}, PLACE, OWN, by_title)).id == "x"


def test_values_stand_in_the_place_of_their_kind() -> None:
    record = made(id=7, type="book", title="A", author=["Ng, Ann"], issued="2024", volume=2)
    assert (record.id, record.type) == ("7", "book")
    assert record.fields == {
        "title": "A",
        "author": [{"family": "Ng", "given": "Ann"}],
        "issued": {"date-parts": [[2024]]},
        "volume": "2",
    }
    assert values_of(untyped({"id": "x", "title": "A"})) == {"title": "A"}


@pytest.mark.parametrize(
    ("value", "text"),
    [("7", "7"), (7, "7"), (1.5, "1.5"), (True, "true"), (False, "false"), (None, None),
     ("", None), (" \n", None)],
)  # fmt: skip
def test_a_scalar_is_text_and_an_empty_one_is_left_out(value: object, text: str | None) -> None:
    for name in ("number", "ISBN"):
        assert made(**{name: value}).fields.get(name) == text


def test_a_text_that_is_a_mapping_is_left_out_and_reported() -> None:
    record = made(number={"a": "b"})
    [problem] = record.problems
    assert problem.rule.name == "wrong-shape"
    assert problem.message == "number wants one text, but holds a mapping"
    assert problem.suggestion == "write number: some text"
    assert record.fields == {}


def test_a_type_nobody_knows_is_a_document() -> None:
    record = made(type="reprot")
    assert record.type == "document"
    assert [problem.suggestion for problem in record.problems] == ["did you mean `report`?"]
    assert "use a CSL type" in made(type="zzzzzzz").problems[0].suggestion
    assert (made(type="Report").type, made(type="Report").problems) == ("report", ())


def test_a_field_nobody_knows_is_left_out_and_the_nearest_is_suggested() -> None:
    record = made(publsher="P", zzzzzzz="x")
    assert record.fields == {}
    assert [problem.suggestion for problem in record.problems] == [
        "did you mean `publisher`?",
        "use the name of a CSL variable",
    ]


def test_after_twenty_problems_no_nearest_field_is_sought() -> None:
    record = assemble(untyped({"x" * 9 + "a" * n: "" for n in range(20)} | {"publsher": "P"}))
    assert record.problems[20].suggestion == "use the name of a CSL variable"
    record = assemble(untyped({"x" * 9 + "a" * n: "" for n in range(19)} | {"publsher": "P"}))
    assert record.problems[19].suggestion == "did you mean `publisher`?"


def test_another_spelling_moves_its_place_along_and_may_not_repeat_a_field() -> None:
    record = assemble(untyped({"Publisher_Place": "B"}, places={"Publisher_Place": (4, 2)}))
    assert record.fields == {"publisher-place": "B"}
    assert record.places == {"publisher-place": (4, 2)}
    assert rules_of(made(isbn="1", ISBN="2")) == ["duplicate-key"]
    assert rules_of(made(isbn="1", ISBN="1")) == rules_of(made(isbn=["1"], ISBN="1")) == []


@pytest.mark.parametrize(
    ("typed", "doi"),
    [
        ("10.1234/x", "10.1234/x"),
        ("https://doi.org/10.1234/x", "10.1234/x"),
        ("10.1234/x\n", "10.1234/x"),
        ("see the cover", "see the cover"),
    ],
)
def test_a_doi_stands_alone_and_what_is_none_stays(typed: str, doi: str) -> None:
    record = made(DOI=typed)
    assert record.fields == {"DOI": doi}
    assert rules_of(record) == (["doi-prefix"] if typed.startswith("https") else [])


def test_only_codes_lose_the_line_break_of_a_block() -> None:
    assert made(URL="https://a.de/\n").fields == {"URL": "https://a.de/"}
    assert made(title="https://a.de/\n").fields == {"title": "https://a.de/\n"}


def test_none_is_a_statement_of_codes_names_and_dates_alone() -> None:
    fields = {"ISBN": "none", "author": "none", "issued": "none", "title": "none"}
    record = assemble(untyped(fields, stated_none=fields.keys()))
    assert record.stated_none == {"ISBN", "author", "issued"}
    assert record.fields == {"title": "none"}


def test_a_record_of_another_program_that_lacks_a_date_has_none() -> None:
    record = made(CSL, title="A", author=["Ng, Ann"], publisher="P")
    assert record.stated_none == {"issued"}
    assert [(one.rule.name, one.place) for one in record.problems] == [("recommended-field", PLACE)]
    assert made(title="A", author=["Ng, Ann"], publisher="P").stated_none == frozenset()


def test_a_list_member_is_reported_where_it_stands() -> None:
    places = {"author": (4, 1), "author/1": (5, 3), "author/2": (6, 3)}
    record = assemble(untyped({"author": ["Ng, Ann", 7]}, places=dict(places)))
    assert [problem.place for problem in record.problems] == [Place("a.yaml", 6, 3)]
    record = assemble(untyped({"author": [7]}, places={"author": (4, 1)}))
    assert [problem.place for problem in record.problems] == [Place("a.yaml", 4, 1)]
    assert [problem.place for problem in made(author=[7]).problems] == [PLACE]


def test_the_places_of_names_are_those_of_the_members_they_stand_in() -> None:
    places = {"author/1": (1, 1), "author/2": (2, 1), "author/3": (3, 1)}
    record = assemble(untyped({"author": ["A, B; C, D", 7, "E, F"]}, places=places))
    assert [one["family"] for one in record.fields["author"]] == ["A", "C", "E"]  # type: ignore[index]
    assert record.places == {"author/1": (1, 1), "author/2": (1, 1), "author/3": (3, 1)}


@pytest.mark.parametrize("nothing", ["", "~", "null", " null "])
def test_a_name_alone_that_is_nothing_is_left_out(nothing: str) -> None:
    record = made(author=nothing)
    assert (record.fields, record.problems) == ({}, ())


def test_halves_of_a_name_in_a_list_are_noticed() -> None:
    assert len(made(author=["Ratzmann", "Nora"]).problems) == 1
    assert made(author=["Ratzmann"]).problems == ()
    assert made(author=["Ratzmann, Nora", "Ng"]).problems == ()


def test_a_value_may_stand_in_another_notation_than_its_record() -> None:
    shout = Notation(
        lambda field, value: ([{"literal": str(value).upper()}], []),
        OWN.date,
        {"language": str.upper, "title": str.upper},
    )
    record = made(title=Written("a", shout), author=[Written("b", shout)], note=Written("c", shout))
    assert record.fields == {"title": "A", "author": [{"literal": "B"}], "note": "c"}
    assert made(shout, title="a", note="b").fields == {"title": "A", "note": "b"}
    assert made(shout, title=Written("a", OWN)).fields == {"title": "a"}
    assert made(shout, issued=Written("2024", OWN)).fields == {"issued": {"date-parts": [[2024]]}}


def test_a_format_may_unescape_all_texts_but_not_id_and_type() -> None:
    escaped = OWN._replace(unescape=lambda text: text.replace("&amp;", "&"))
    fields = {"id": "a&amp;b", "title": "A &amp; B", "author": [{"literal": "C&amp;D"}]}
    record = assemble(untyped(fields, escaped))
    assert (record.id, record.fields["title"]) == ("a&amp;b", "A & B")
    assert record.fields["author"] == [{"literal": "C&D"}]


def test_what_a_reader_found_comes_first() -> None:
    read = Problem(made(publsher="P").problems[0].rule, "of the reader", PLACE)
    record = assemble(untyped({"publsher": "P"}, problems=[read]))
    assert record.problems[0] is read
    assert len(record.problems) == 2


def test_a_record_that_a_program_wrote_is_made_of_the_same_mapping() -> None:
    source: dict[str, Any] = {"id": "a", "type": "report", "title": "A"}
    record = assemble_machine_written(source, PLACE, strings=6)
    assert record is not None
    assert (record.id, record.type, record.one_line) == ("a", "report", True)
    assert record.fields is source and source == {"title": "A"}


def test_a_record_that_wants_a_closer_look_stays_as_it_was() -> None:
    source: dict[str, Any] = {"id": "a", "type": "report", "publsher": "A"}
    assert assemble_machine_written(source, PLACE, strings=6) is None
    assert source == {"id": "a", "type": "report", "publsher": "A"}


@pytest.mark.parametrize(
    ("name", "stem"),
    [("folder/file.tar.gz", "file"), ("--file.yaml", "file"), (".yaml", "record"), ("-", "record")],
)
def test_records_are_named_after_their_file(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def test_the_first_record_of_a_file_needs_no_number() -> None:
    assert [numbered_id("file", number) for number in (1, 2, 3)] == ["file", "file-2", "file-3"]
