"""Values as they are typed are taken, and those that no reader takes are refused."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from reportcite.schemas.values import code, date, has, identifier, joined, named, texts
from tests.schemas.test_record import WHOLE, takes


@pytest.mark.parametrize(
    ("changed", "taken"),
    [
        ({"publisher": "none", "ISBN": "none", "author": "none", "issued": "n.d."}, True),
        ({"publisher": {"name": "DeZIM", "location": "Berlin"}}, True),
        ({"publisher": {"location": "Berlin"}}, False),
        ({"keyword": ["Kommune", "Resilienz"]}, True),
        ({"keyword": {"a": 1}}, False),
        ({"author": [{"family": "Ng", "affiliation": [{"name": "X"}], "role": "author"}]}, True),
        ({"author": [{"suffix": "Jr."}]}, False),
        ({"author": [{"family": ""}]}, False),
        ({"author": [{"family": "Ng", "first": "Bo"}]}, False),
        ({"author": [["Ng", "Bo"]]}, False),
        ({"author": [{"given": " "}]}, True),
        ({"author": [{"given": []}]}, False),
        ({"author": [{"family": "a\x1bb"}]}, False),
        ({"author": [{"given": ["Bo", "a\x1bb"], "family": "Ng"}]}, False),
        ({"issued": {"date-parts": [[2024, 5], [2024, 6]], "season": 2}}, True),
        ({"issued": {"date-parts": [[2024, 13]]}}, False),
        ({"issued": {"date-parts": [[2024, 5, 32]]}}, False),
        ({"issued": {"date-parts": [[2024], [2025], [2026]]}}, False),
        ({"issued": {"season": 1}}, False),
        ({"issued": {"date-parts": [[2024], []]}}, True),
        ({"issued": {"date-parts": [[], [2024]]}}, False),
        ({"accessed": {"date-parts": [[None]]}}, True),
        ({"accessed": {"date-parts": [[None, 5]]}}, False),
        ({"accessed": {"date-parts": [["2024", "05"]]}}, True),
        ({"accessed": {"date-parts": [["soon"]]}}, False),
        ({"accessed": {"year": None}}, False),
        ({"issued": [2024]}, True),
        ({"issued": [{"year": 2024}, {"year": 2025}]}, True),
        ({"issued": [2024, 2025]}, False),
        ({"issued": []}, False),
        ({"issued": "2024-24"}, True),
        ({"issued": "2024-25"}, False),
        ({"issued": "2024-12-31"}, True),
        ({"issued": "2024-12-32"}, False),
        ({"URL": "javascript:alert(1)"}, False),
        ({"URL": "www.example.org"}, True),
        ({"DOI": 10.1234}, False),
        ({"ISBN": 9783948289829}, True),
        ({"ISBN": "12345678"}, False),
        ({"custom": {"a": [1]}, "categories": ["a"]}, True),
        ({"custom": "a"}, False),
        ({"categories": "a"}, False),
        ({"type": "Journal Article"}, True),
        ({"type": "reprot"}, False),
        ({"titel": "Walden"}, False),
        ({"short-title": "W", "Container_Title": "X", "reference": [1]}, True),
        ({"title": None}, False),
        ({"author": []}, False),
    ],
)
def test_values(changed: dict[str, Any], taken: bool) -> None:
    assert takes({**WHOLE, **changed}) is taken


@pytest.mark.parametrize(
    ("schema", "value", "taken"),
    [
        (texts(), "a\x1bb", False),
        (texts(), ["a\x1bb"], False),
        (texts(), ["a", "a\x1bb"], True),  # only the first counts
        (texts(), [["a"]], False),
        (joined(), ["a", "a\x1bb"], False),
        (identifier(), "a\x1bb", True),
        (identifier(), {}, False),
        (code("ISSN"), 3785955, True),
        (code("DOI"), True, False),
        (code("ISBN"), True, False),
        (code("URL"), ["javascript:alert(1)"], False),
        (named("name"), {"name": None}, False),
        (named("name"), [{"name": "DeZIM"}], True),
        (date(), "a\x1bb", False),
        (date(), {"literal": None}, False),
        (date(), {"literal": "a\x1bb"}, False),
        (date(), {"literal": "about 1854"}, True),
        (date(), {"date-parts": [[2024, 12, 31]]}, True),
        (date(), {"date-parts": [[2024, 1]], "season": 5}, False),
        (has("title"), {"title": " "}, False),
        (has("title"), {"title": 0}, True),
        (has("title"), {}, False),
    ],
)
def test_one_value(schema: Any, value: Any, taken: bool) -> None:
    assert jsonschema.Draft7Validator(schema).is_valid(value) is taken
