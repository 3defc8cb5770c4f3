"""What the names of fields alone say."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.fields import FieldKind
from reportcite.formats.bibtex.reading.steps import Step, is_of_biblatex, steps_of


def test_fields_are_read_in_the_order_in_which_they_are_preferred() -> None:
    steps, left = steps_of("article-journal", "journal", "file", "year", "journaltitle", "title")
    assert [step.field_name for step in steps] == ["title", "journaltitle", "journal"]
    assert steps[0] == Step("title", "title", FieldKind.TITLE)
    assert left == ("file",)


def test_a_field_means_what_it_does_in_an_entry_of_its_type() -> None:
    for csl_type, variable in (
        ("article-journal", "issue"),
        ("book", "collection-number"),
        ("report", "number"),
    ):
        [[step], _] = steps_of(csl_type, "number")
        assert step.variable == variable


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        ("article", ["title", "journal"], False),
        ("article", ["title", "journaltitle"], True),
        ("thesis", ["title"], True),
        ("phdthesis", ["title"], False),
        ("book", ["location"], True),
    ],
)
def test_entries_of_biblatex_are_known_by_type_and_fields(
    kind: str, names: list[str], expected: bool
) -> None:
    assert is_of_biblatex(kind, names) is expected
