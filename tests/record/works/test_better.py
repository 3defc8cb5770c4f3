"""Of two values of one field the one that says more is kept, and contradictions are known."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.record.works.better import better, better_written, merged_names
from tests.record.works.works import dated, names

FIRST, SECOND, BOTH = "first", "second", "both"


@pytest.mark.parametrize(
    ("name", "one", "other", "kept", "conflict"),
    [
        ("issued", dated(2024), dated(2024, 5, 2), SECOND, False),
        ("issued", dated(2024, 5), dated(2024), FIRST, False),
        ("issued", dated(2024, 5), dated(2024, 6, 1), FIRST, True),
        ("issued", dated(2024), {"date-parts": [[2024]], "circa": True}, FIRST, False),
        ("issued", {"date-parts": [[2024]], "circa": True}, dated(2024), SECOND, False),
        ("issued", {"literal": "spring 2024"}, dated(2024), SECOND, False),
        ("issued", dated(2024), {"literal": "spring"}, FIRST, False),
        ("issued", dated(2024), {"date-parts": [[2024], [2025]]}, FIRST, True),
        ("issued", dated(2024), {"date-parts": [[2024]], "season": 1}, SECOND, False),
        ("issued", {**dated(2024), "season": 1}, {**dated(2024), "season": 2}, FIRST, False),
        ("accessed", dated(2024, 5, 2), dated(2025, 1, 1), SECOND, False),
        ("accessed", {**dated(2024), "circa": True}, dated(2024), FIRST, False),
        ("accessed", dated(2025, 1, 1), dated(2024, 5, 2), FIRST, False),
        ("DOI", "10.1234/A", "10.1234/a", FIRST, False),
        ("DOI", "doi in press", "10.1234/a", SECOND, True),
        ("DOI", "10.1234/a", "in press", FIRST, True),
        ("DOI", "10.1234/a", "10.1234/b", FIRST, True),
        ("ISBN", "3-948289-82-4", "978-3-948289-82-9", SECOND, False),
        ("ISBN", "978-3-948289-82-9", "3948289824", FIRST, False),
        ("ISBN", "9783948289829", "978-3948289829", FIRST, False),
        ("ISBN", "9783948289829", "978-3-948289-82-9", SECOND, False),
        ("ISBN", "978-3-948289-82-8", "978-3-948289-82-9", SECOND, True),
        ("ISBN", "978-3-948289-82-8", "978-3-948289-82-7", FIRST, True),
        ("ISBN", "978-3-948289-82-9", "0306406152", "978-3-948289-82-9, 0306406152", False),
        ("ISSN", "0378-5955", "2049-3630", "0378-5955, 2049-3630", False),
        ("ISSN", "0378-5955", "03785955", FIRST, False),
        ("ISSN", "0378-5954", "0378-5955", SECOND, True),
        ("ISSN", "0378-5954", "0378-5953", FIRST, True),
        ("URL", "http://example.org/a", "https://www.example.org/a/", SECOND, False),
        ("URL", "https://example.org/a", "http://example.org/a", FIRST, False),
        ("URL", "https://example.org/a", "https://www.example.org/a", FIRST, False),
        ("URL", "http://example.org/a", "http://www.example.org/a", FIRST, False),
        ("URL", "https://doi.org/10.1234/a", "https://example.org/a", SECOND, False),
        ("URL", "https://example.org/a", "https://doi.org/10.1234/a", FIRST, False),
        ("URL", "https://example.org/a", "https://example.org/b", FIRST, True),
        ("abstract", "Short.", "Something longer.", SECOND, False),
        ("abstract", "Something longer.", "Short.", FIRST, False),
        ("note", "Read it.", "A gift.", "Read it.; A gift.", False),
        ("note", "Read it. A gift.", "a gift", FIRST, False),
        ("note", "one\ntwo", "three", "one\ntwo\nthree", False),
        ("keyword", "soil, work", "Work; forest", "soil, work, forest", False),
        ("keyword", "soil, work", "Work", FIRST, False),
        ("page", "12", "12-20", SECOND, False),
        ("page", "12-20", "12", FIRST, False),
        ("page", "132-42", "132-142", SECOND, False),
        ("page", "S. 12-20", "12-20", SECOND, False),
        ("page", "12-20", "S. 12-20", FIRST, False),
        ("page", "12-20", "12-22", FIRST, True),
        ("page", "12-20", "14-20", FIRST, True),
        ("edition", "Second", "2", SECOND, False),
        ("edition", "2", "second", FIRST, False),
        ("edition", "2", "3", FIRST, True),
        ("volume", "IV", "4", FIRST, False),
        ("volume", "4", "5", FIRST, True),
        ("issue", "1", "1-2", SECOND, False),
        ("issue", "1-2", "1", FIRST, False),
        ("language", "de", "de-AT", SECOND, False),
        ("language", "ger", "de", FIRST, False),
        ("language", "de", "en", FIRST, True),
        ("container-title", "J. Soil Sci.", "Journal of Soil Science", SECOND, False),
        ("container-title", "Journal of Soil Science", "J. Soil Sci.", FIRST, False),
        ("container-title", "Soil", "Sand", FIRST, True),
        ("publisher", "SUHRKAMP", "Suhrkamp", SECOND, False),
        ("publisher-place", "Frankfurt", "Frankfurt am Main", SECOND, False),
        ("publisher-place", "Bern", "Basel", FIRST, True),
        ("genre", "Bericht", "Bericht", FIRST, False),
        ("author", names("Beck, U."), names("Ng, B."), FIRST, True),
        ("title", "Soil", ["Sand"], FIRST, True),
    ],
)
def test_the_value_that_says_more_is_kept(
    name: str, one: Any, other: Any, kept: str, conflict: bool
) -> None:
    choice = better(name, one, other)
    wanted = {FIRST: one, SECOND: other}.get(kept, kept)
    expected = "de" if (name, one) == ("language", "ger") else wanted
    assert (choice.value, choice.conflict) == (expected, conflict)
    assert choice.second is (kept == SECOND)


def test_names_of_the_same_people_are_each_the_fuller() -> None:
    one, other = names("Beck, U.", "Ng, Bo"), names("Beck, Ulrich", "Ng, B.")
    kept = merged_names(one, other)  # type: ignore[arg-type]
    assert kept == (names("Beck, Ulrich", "Ng, Bo"), True)
    assert merged_names(other, one) == (names("Beck, Ulrich", "Ng, Bo"), True)  # type: ignore[arg-type]
    assert merged_names(one, one) == (one, False)  # type: ignore[arg-type]
    alike = names("Müller, A."), names("Mueller, A.")
    assert merged_names(*alike) == (alike[0], False)  # type: ignore[arg-type]


def test_lists_of_others_or_of_more_are_not_joined() -> None:
    one = names("Beck, U.", "Ng, Bo")
    assert merged_names(one, one[:1]) is None  # type: ignore[arg-type]
    assert merged_names(one, names("Beck, U.", "Ng, Al")) is None  # type: ignore[arg-type]
    assert merged_names(one, one[::-1]) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("worse", "good"),
    [
        ("FIELDS WITHOUT FENCES", "Fields without fences"),
        ("Fields Without Very Big Fences", "Fields without very big fences"),
        ("Walder ohne Zaune", "Wälder ohne Zäune"),
    ],
)
def test_the_better_written_of_two(worse: str, good: str) -> None:
    assert better_written(worse, good)
    assert not better_written(good, worse)
    assert not better_written(good, good)
