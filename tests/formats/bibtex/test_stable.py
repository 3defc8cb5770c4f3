"""What is written, read and written again is the same from the first time on."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_record
from tests.formats.strategies import records


def written_twice(name: str, record: Record) -> tuple[str, str]:
    """The file of `record`, and that of what is read from it."""
    first, _ = file_of(name, record)
    second, _ = file_of(name, read_record(name, first))
    return first, second


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@given(record=records())
def test_any_record(name: str, record: Record) -> None:
    first, second = written_twice(name, record)
    assert first == second


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", [{"given": "Plato", "dropping-particle": "von"}]),
        ("author", [{"given": "Jean", "dropping-particle": "d'", "family": "Ormesson X"}]),
        ("DOI", "10.1234/a&lt;b"),
        ("DOI", "10.1234/(1996)026<2712:TOTG>2.0.CO;2"),
        ("language", "IV"),
        ("URL", "https://example.org/?a=1&amp;b=2"),
        ("issued", {"literal": "None"}),
        ("issued", {"literal": "40"}),
        ("issued", {"date-parts": [[1936, 3]], "literal": "March"}),
        ("publisher", "Alder; Birch"),
        ("publisher", "; Alder"),
        ("keyword", "; a"),
        ("genre", "patentus"),
        ("title", '<span class="nocase">DNA</span> and <span class="nocase">p53</span>'),
    ],
)
def test_values_that_are_read_in_another_way(name: str, field: str, value: object) -> None:
    first, second = written_twice(name, a_report(**{field: value}))  # type: ignore[arg-type]
    assert first == second
