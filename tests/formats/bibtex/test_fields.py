"""Which entry type and field holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.fields import (
    READ_TYPES,
    Dialect,
    FieldKind,
    Target,
    entry_type,
    targets,
    variables,
)
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES

DIALECTS: tuple[Dialect, ...] = ("bibtex", "biblatex")
EVERY_DIALECT = pytest.mark.parametrize("dialect", DIALECTS)


@EVERY_DIALECT
def test_every_type_has_an_entry_type_that_is_read(dialect: Dialect) -> None:
    assert {entry_type(csl_type, dialect) for csl_type in ITEM_TYPES} <= READ_TYPES.keys()
    assert set(READ_TYPES.values()) <= ITEM_TYPES
    assert entry_type("zine", dialect) == "misc"


@EVERY_DIALECT
@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_no_two_variables_stand_in_one_field(csl_type: str, dialect: Dialect) -> None:
    table = targets(csl_type, dialect)
    assert table.keys() == FIELDS
    fields = [target.field for variable, target in table.items() if variable != "citation-key"]
    twice = {field for field in fields if fields.count(field) > 1}
    assert twice <= ({"title"} if dialect == "bibtex" else set()), twice


@pytest.mark.parametrize("csl_type", ["report", "article-journal", "chapter", "book"])
def test_a_field_is_read_as_the_variable_that_is_written_there(csl_type: str) -> None:
    known = variables(csl_type)
    for variable, target in targets(csl_type, "biblatex").items():
        if target.field:
            assert known[target.field] == (variable, target.kind)


def test_containers_and_publishers_are_called_by_the_type() -> None:
    def field(csl_type: str, variable: str, dialect: Dialect) -> str:
        return targets(csl_type, dialect)[variable].field

    assert field("article-journal", "container-title", "bibtex") == "journal"
    assert field("article-journal", "container-title", "biblatex") == "journaltitle"
    assert field("chapter", "container-title", "bibtex") == "booktitle"
    assert field("report", "publisher", "bibtex") == "institution"
    assert field("thesis", "publisher", "bibtex") == "school"
    assert field("thesis", "publisher", "biblatex") == "institution"
    assert field("webpage", "publisher", "bibtex") == "howpublished"
    assert field("webpage", "publisher", "biblatex") == "organization"
    assert field("book", "collection-number", "bibtex") == "number"
    assert field("book", "number", "bibtex") == "csl-number"
    assert field("article-journal", "issue", "bibtex") == "number"
    assert field("report", "publisher-place", "biblatex") == "location"


def test_the_dialects_write_titles_and_dates_otherwise() -> None:
    assert targets("report", "bibtex")["title"] == Target("title", FieldKind.JOINED_TITLE)
    assert targets("report", "biblatex")["title"] == Target("title", FieldKind.TITLE)
    assert targets("report", "bibtex")["issued"] == Target("date", FieldKind.YEAR)
    assert targets("report", "biblatex")["issued"] == Target("date", FieldKind.DATE)
    assert targets("report", "bibtex")["chair"] == Target("csl-chair", FieldKind.NAMES)
