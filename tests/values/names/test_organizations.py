"""Names of organizations are distinguished from those of persons by the words in them."""

from __future__ import annotations

import pytest

from reportcite.values.names.organizations import (
    has_organization_noun,
    is_legal_form,
    is_organization,
)


@pytest.mark.parametrize(
    "text",
    [
        "World Bank (WB)", "Bureau of Soils", "Space Administration", "(Frank) Pappas",
        "World Bank", "Bank", "Rote Stiftung", "Bundesstiftung Umwelt", "Institut. Rot",
        "Doctors of the World", "Simon & Schuster", "Area 51", "Germanwatch e. V.", "Foo/Bar",
    ],
)  # fmt: skip
def test_organizations(text: str) -> None:
    assert is_organization(text)


@pytest.mark.parametrize(
    "text",
    [
        "T. L. (Frank) Pappas",
        'William "Bill" Gates',
        "Nora Ratzmann",
        "Ludwig van Beethoven",
        "",
        "Banks",
    ],
)
def test_persons(text: str) -> None:
    assert not is_organization(text)


def test_of_and_and_are_not_enough_where_nouns_are_asked_for() -> None:
    assert has_organization_noun("Ministry, of Trade")
    assert has_organization_noun("the Institute,")
    assert not has_organization_noun("Doctors of the World")


def test_legal_forms() -> None:
    assert is_legal_form("Inc.")
    assert is_legal_form("GmbH")
    assert is_legal_form("e. V.")
    assert not is_legal_form("Jr.")
