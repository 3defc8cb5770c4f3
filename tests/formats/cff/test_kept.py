"""What a file would lack if it were written of the record alone."""

from __future__ import annotations

import pytest

from reportcite.formats.cff.kept import allowed, differing, lacking, restored

READ = {
    "title": "A", "year": "2020", "license": "MIT", "languages": ["en", "de"],
    "publisher": {"name": "P", "country": "DE"},
}  # fmt: skip
WRITTEN = {"title": "A", "year": 2020, "languages": ["en"], "publisher": {"name": "P"}}


def test_what_is_lacking_is_kept_and_restored() -> None:
    kept = lacking(READ, WRITTEN)
    assert kept == {
        "license": "MIT", "languages": ["en", "de"], "publisher": {"country": "DE"},
    }  # fmt: skip
    assert restored(WRITTEN, kept) == READ | {"year": 2020}


def test_what_the_record_says_counts_before_what_was_kept() -> None:
    kept = {"title": "Old", "languages": ["fr", "de"], "publisher": {"name": "Q", "city": "B"}}
    assert restored(WRITTEN, kept) == WRITTEN | {"publisher": {"name": "P", "city": "B"}}
    assert lacking({"languages": ["fr", "de"]}, WRITTEN) == {}


def test_of_another_work_all_that_differs_is_kept() -> None:
    assert differing({"title": "B", "year": "2020", "x": ["1"]}, WRITTEN | {"x": [1]}) == {
        "title": "B"
    }
    assert differing({"p": {"a": "1"}, "q": {"a": "1"}}, {"p": {"a": 1}, "q": {"b": 1}}) == {
        "q": {"a": "1"}
    }


@pytest.mark.parametrize(
    ("key", "value", "root", "fits"),
    [
        ("license", "MIT", False, True),
        ("license", "my own", False, False),
        ("message", "m", True, True),
        ("message", "m", False, False),
        ("publisher", {"country": "DE"}, False, True),
        ("publisher", {"country": "Germany"}, False, False),
        ("publisher", {}, False, False),
        ("x", "y", False, False),
    ],
)
def test_only_what_the_schema_allows_is_written(
    key: str, value: object, root: bool, fits: bool
) -> None:
    assert allowed(key, value, root=root) is fits
