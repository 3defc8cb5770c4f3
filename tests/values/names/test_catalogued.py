"""Headings of catalogues: the name is what is left without years of life and closing marks."""

from __future__ import annotations

import pytest

from reportcite.values.names.catalogued import body_of_heading, name_of_heading

DOE = {"family": "Doe", "given": "Jane"}


@pytest.mark.parametrize(
    "heading",
    [
        "Doe, Jane",
        "Doe, Jane.",
        "Doe, Jane,",
        "Doe, Jane, 1848-1914",
        "Doe, Jane, 1848-1914.",
        "Doe, Jane, 1848–1914",
        "Doe, Jane, 1965-",
        "Doe, Jane, -1914",
        "Doe, Jane, 1848?-1914?",
        "Doe, Jane, b. 1848",
        "Doe, Jane, d. 1914",
        "Doe, Jane, fl. 1848-1860",
        "Doe, Jane, ca. 1500-ca. 1570",
        "Doe, Jane, approximately 1500-1570",
        "Doe, Jane, active 1848",
        "Doe, Jane, active 12th century",
        "Doe, Jane, 12th cent.",
        "Doe, Jane, 106 B.C.-043 B.C.",
    ],
)
def test_years_of_life_are_no_part_of_a_name(heading: str) -> None:
    assert name_of_heading(heading) == DOE


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("King, Ann, Jr., 1929-1968", {"family": "King", "given": "Ann", "suffix": "Jr."}),
        ("Doe, J.", {"family": "Doe", "given": "J."}),
        ("Doe, Jane (Jane Ann)", {"family": "Doe", "given": "Jane (Jane Ann)"}),
        ("Ann Doe", {"family": "Doe", "given": "Ann"}),
        ("", {}),
    ],
)
def test_the_rest_is_read_as_people_type_it(heading: str, name: object) -> None:
    assert name_of_heading(heading) == name


@pytest.mark.parametrize(
    ("parts", "body"),
    [
        (["Library of Congress.", "Music Division."], "Library of Congress. Music Division"),
        (["Library of Congress", "Music Division"], "Library of Congress. Music Division"),
        (["Alder Inc.", "Press"], "Alder Inc. Press"),
        (["HU", "", "IT"], "HU. IT"),
        (["HU"], "HU"),
        ([], ""),
    ],
)
def test_a_body_is_named_from_the_whole_to_the_part(parts: list[str], body: str) -> None:
    assert body_of_heading(parts) == body
