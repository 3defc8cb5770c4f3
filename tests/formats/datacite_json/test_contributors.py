"""Who made a work of DataCite."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.datacite_json.contributors import contributors_in, creators_in


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ({"name": "x", "familyName": "van Gogh", "givenName": "Vincent"},
         {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}),
        ({"name": "Doe, Jane"}, {"family": "Doe", "given": "Jane"}),
        ({"name": "Doe, Jane Inc.", "nameType": "Organizational"}, {"literal": "Doe, Jane Inc."}),
        ({"name": "Uni Bern", "nameType": "Organizational", "affiliation": ["A", "B"]},
         {"literal": "Uni Bern", "affiliation": "A; B"}),
        ({"name": "Doe, Jane", "affiliation": [{"name": "A"}], "nameIdentifiers": [
            {"nameIdentifier": "https://orcid.org/1", "nameIdentifierScheme": "ORCID"}]},
         {"family": "Doe", "given": "Jane", "affiliation": "A", "ORCID": "https://orcid.org/1"}),
    ],
)  # fmt: skip
def test_a_name_has_its_parts_and_details(creator: dict[str, Any], name: dict[str, str]) -> None:
    assert creators_in([creator]) == [name]


def test_what_names_nobody_is_nobody() -> None:
    assert creators_in([{}, {"name": ""}, "x"]) == creators_in(None) == []


def test_contributors_have_a_role_and_are_named_once_in_it() -> None:
    found = contributors_in(
        [
            {"name": "Doe, Jane", "contributorType": "Editor"},
            {"name": "Roe, Max", "contributorType": "DataCurator"},
            {"name": "Roe, Max", "contributorType": "DataManager"},
            {"name": "Poe, Eva"},
        ]
    )
    assert found == {
        "editor": [{"family": "Doe", "given": "Jane"}],
        "contributor": [{"family": "Roe", "given": "Max"}, {"family": "Poe", "given": "Eva"}],
    }
