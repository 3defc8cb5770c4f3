"""What is known of all entries with the same fields."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.reading.plan import Plan, plan_of


def plan(kind: str, *names: str) -> Plan:
    found = plan_of(kind, *names)
    assert found is not None
    return found


def test_the_variables_of_a_record_stand_in_its_order() -> None:
    found = plan("article", "year", "file", "author", "journal", "title", "langid", "urldate")
    assert [*found.fields] == [
        "language", "title", "author", "accessed", "container-title", "issued",
    ]  # fmt: skip
    assert found.type == "article-journal"
    assert found.variables == ("title", "container-title")
    assert found.numbers == (4, 3)
    assert found.titles == (0,)
    assert (found.names, found.dates) == (((2, "author"),), ((6, "accessed"),))
    assert found.issued == (None, 0, None, None)
    assert found.language == (None, 5, None)
    assert found.own == ((1, "file"),)
    assert found.where["container-title"] == 3 and found.where["issued"] == 0


def test_what_the_type_says_is_there() -> None:
    thesis = plan("phdthesis", "title", "year")
    assert [*thesis.fields] == ["title", "genre", "issued"] and thesis.says_genre
    typed = plan("phdthesis", "title", "type")
    assert [*typed.fields] == ["title", "genre"] and not typed.says_genre
    assert not plan("book", "title").says_genre
    assert "genre" not in plan("phdthesis", "title", "type").where_but_genre


def test_what_is_lacking_is_known_by_the_fields() -> None:
    assert plan("book", "title").lacks.names == {"author", "issued"}
    assert plan("book", "title", "editor", "year").lacks == (frozenset(), ())


def test_fields_are_called_by_what_they_mean_beside_others() -> None:
    assert plan("article", "title", "issue").variables == ("title", "issue")
    assert plan("article", "fjournal", "journal").variables == (
        "container-title", "container-title-short",
    )  # fmt: skip
    assert plan("inproceedings", "location", "address").where == {
        "publisher-place": 1, "event-place": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("whatever", ["title"]),
        ("book", ["title", "booktitle"]),
        ("article", ["issue", "number"]),
        ("article", ["journal", "journaltitle"]),
        ("book", ["title", "titlesubtitle"]),
        ("book", ["maintitle"]),
        ("book", ["editor", "editortype"]),
        ("book", ["entrysubtype"]),
        ("book", ["options"]),
        ("misc", ["howpublished"]),
        ("article", ["csl-archive"]),
    ],
)
def test_there_is_no_plan_where_fields_mean_what_is_in_them(kind: str, names: list[str]) -> None:
    assert plan_of(kind, *names) is None
