"""All schemas have a name, a version, and commands that are held to them."""

from __future__ import annotations

import jsonschema
import pytest

from reportcite.schemas.catalogue import CATALOGUE, schema
from tests.schemas.test_outputs import ELSEWHERE, OF_COMMANDS


def test_every_schema_is_tried() -> None:
    assert CATALOGUE.keys() == OF_COMMANDS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", CATALOGUE)
def test_each_is_a_schema_with_a_version(name: str) -> None:
    made = schema(name)
    jsonschema.Draft7Validator.check_schema(made)
    assert made["$id"] == f"urn:reportcite:schema:{name}:{CATALOGUE[name].version}"
    assert made["title"].endswith(f", version {CATALOGUE[name].version}")
