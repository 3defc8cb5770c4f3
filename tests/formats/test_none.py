"""`none` states that there is none in this project's own formats; everywhere else it is a value."""

from __future__ import annotations

import pytest

from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import BOTH, a_report, file_of, read_record, unreported

VALUES: list[tuple[str, Value]] = [
    *((name, word) for name in ("publisher", "title") for word in ("None", "none", "NONE")),
    *((name, word) for name in ("ISBN", "DOI", "URL") for word in ("None", "none")),
    ("author", [{"family": "None", "given": "Jane"}]),
    ("author", [{"literal": "None"}]),
    ("author", [{"literal": "none"}]),
    ("author", [{"family": "none", "given": "none"}]),
]
AS_IT_IS = {"enw", "yaml", "jsonl", "csl-json", "csl-yaml", "endnote-xml", "mods", "cff"}


def holding(field: str, value: Value) -> Record:
    return a_report(**{"title": "Soil", field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(("field", "value"), VALUES)
def test_a_value_called_none_comes_back_or_is_reported(name: str, field: str, value: Value) -> None:
    assert unreported(holding(field, value), name) == {}


@pytest.mark.parametrize("name", sorted(AS_IT_IS))
@pytest.mark.parametrize(("field", "value"), VALUES)
def test_a_value_called_none_is_no_statement(name: str, field: str, value: Value) -> None:
    back = read_record(name, file_of(name, holding(field, value))[0])
    assert back.fields[field] == value
    assert field not in back.stated_none


@pytest.mark.parametrize("name", BOTH)
def test_what_any_format_gives_goes_through_yaml_and_json_lines(name: str) -> None:
    given = read_record(name, file_of(name, holding("publisher", "None"))[0])
    assert given.fields["publisher"] == "None"
    for own in ("yaml", "jsonl"):
        assert read_record(own, file_of(own, given)[0]).fields == given.fields


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("yaml", "title: none\npublisher: none\nauthor: none\nissued: none\nDOI: none\n"),
        ("jsonl", '{"title": "none", "publisher": "none", "author": "none", "issued": "none",'
         ' "DOI": "none"}\n'),
    ],
)  # fmt: skip
def test_own_formats_state_it_by_the_word(name: str, text: str) -> None:
    record = read_record(name, text)
    assert record.fields == {"title": "none"}
    assert record.stated_none == {"publisher", "author", "issued", "DOI"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("yaml", "publisher: 'none'\nDOI: None\nISBN: NONE\nid: none\nauthor: ['none']\n"),
        ("jsonl", '{"publisher": ["none"], "DOI": "None", "ISBN": "NONE", "id": "none",'
         ' "author": ["none"]}\n'),
        ("csl-json", '[{"publisher": "none", "DOI": "None", "ISBN": "NONE", "id": "none",'
         ' "author": [{"literal": "none"}]}]'),
        ("csl-yaml", "references:\n- {publisher: none, DOI: None, ISBN: NONE, id: none,"
         " author: [{literal: none}]}\n"),
    ],
)  # fmt: skip
def test_quoted_capital_or_in_files_for_others_it_is_a_value(name: str, text: str) -> None:
    record = read_record(name, text)
    assert record.id == "none"
    assert record.fields == {
        "publisher": "none", "DOI": "None", "ISBN": "NONE", "author": [{"literal": "none"}]
    }  # fmt: skip


def test_the_word_stands_without_quotes_where_it_is_a_statement_and_with_them_elsewhere() -> None:
    record = a_report("none", publisher="none")._replace(stated_none=frozenset({"ISBN", "issued"}))
    assert file_of("yaml", record)[0] == (
        "id: r1\ntype: report\ntitle: 'none'\nissued: n.d.\npublisher: 'none'\nISBN: none\n"
    )
    assert file_of("jsonl", record)[0] == (
        '{"id": "r1", "type": "report", "title": "none", "publisher": ["none"], "ISBN": "none", '
        '"issued": "n.d."}\n'
    )
