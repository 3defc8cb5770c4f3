"""What all identifiers share."""

from __future__ import annotations

from reportcite.values.identifiers.identifier import Identifier, never


def test_one_without_a_reason_is_valid() -> None:
    assert Identifier("DOI", "10.1234/abc").valid and not Identifier("DOI", reason="x").valid


def test_some_kinds_are_known_by_their_label_alone() -> None:
    assert not never("23456789")
