"""Editors, translators, volumes and kinds beside a title or a publisher."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.details import (
    without_brackets,
    without_contributors,
    without_volumes,
)


@pytest.mark.parametrize(
    ("text", "rest", "fields"),
    [
        ("Edited by R.D. Hicks. Kiel: Quay.", "Kiel: Quay.", {"editor": ["R.D. Hicks"]}),
        ("Translated by Tim Roe and Ann Poe. Quay.", "Quay.",
         {"translator": ["Tim Roe", "Ann Poe"]}),
        ("Edited and translated by Ann B. Poe. Quay.", "Quay.",
         {"editor": ["Ann B. Poe"], "translator": ["Ann B. Poe"]}),
        ("Übersetzt von Tim Roe. Hrsg. von Ann Poe. Quay.", "Quay.",
         {"translator": ["Tim Roe"], "editor": ["Ann Poe"]}),
        # MLA
        ("Edited by Ann Poe, Quay Press, 2016.", "Quay Press, 2016.", {"editor": ["Ann Poe"]}),
        ("2nd ed. Edited by Ann Poe.", "2nd ed.", {"editor": ["Ann Poe"]}),
        ("Credited by all. Quay.", "Credited by all. Quay.", {}),
        ("Edited by Ann Poe", "Edited by Ann Poe", {}),
    ],
)  # fmt: skip
def test_contributors_in_sentences(text: str, rest: str, fields: dict[str, object]) -> None:
    found: dict[str, object] = {}
    assert (without_contributors(text, found), found) == (rest, fields)


@pytest.mark.parametrize(
    ("brackets", "fields"),
    [
        ("A. Poe, Ed.", {"editor": ["A. Poe"]}),
        ("A. Poe & T. Roe, Eds. & Trans.",
         {"editor": ["A. Poe", "T. Roe"], "translator": ["A. Poe", "T. Roe"]}),
        ("A. Poe, Hrsg. und Übers.", {"editor": ["A. Poe"], "translator": ["A. Poe"]}),
        ("Vol. 7, Pt. 2", {"volume": "7", "part-number": "2"}),
        ("Vol. 61, pp. 204–208", {"volume": "61", "page": "204–208"}),
        ("2nd ed.; Vols. 1–3", {"edition": "2", "number-of-volumes": "3"}),
        ("3. Aufl.; Bd. 2", {"edition": "3", "volume": "2"}),
        ("3 vol", {"number-of-volumes": "3"}),
        ("arXiv:2201.01234; Version 3", {"number": "arXiv:2201.01234", "version": "3"}),
        ("Patent No. EU-29702195U",
         {"genre": "Patent", "number": "EU-29702195U", "type": "patent"}),
        ("Research Report RC-6947",
         {"genre": "Research Report", "number": "RC-6947", "type": "report"}),
    ],
)  # fmt: skip
def test_all_in_brackets_is_understood(brackets: str, fields: dict[str, object]) -> None:
    found: dict[str, object] = {}
    assert without_brackets(f"Tides ({brackets})", found) == "Tides"
    assert found == fields


@pytest.mark.parametrize("title", ["Tides (A. Poe, Ed.; for all)", "Tides", "Tides (1900)"])
def test_brackets_that_are_not_understood_stay(title: str) -> None:
    found: dict[str, object] = {}
    assert (without_brackets(title, found), found) == (title, {})


@pytest.mark.parametrize(
    ("text", "rest", "fields"),
    [
        ("5 vols. Quay.", "Quay.", {"number-of-volumes": "5"}),
        ("Vol. 61. Quay.", "Quay.", {"volume": "61"}),
        ("2 Bde. Quay.", "Quay.", {"number-of-volumes": "2"}),
        ("vol. 3. Quay.", "Quay.", {"volume": "3"}),
        ("Volumes. Quay.", "Volumes. Quay.", {}),
    ],
)
def test_volumes(text: str, rest: str, fields: dict[str, object]) -> None:
    found: dict[str, object] = {}
    assert (without_volumes(text, found), found) == (rest, fields)
