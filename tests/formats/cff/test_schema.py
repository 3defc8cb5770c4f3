"""What the schema of CFF 1.2.0 allows."""

from __future__ import annotations

import pytest

from reportcite.formats.cff.schema import ENTITY, PERSON, REFERENCE, ROOT, fits, violations


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("doi", "10.5555/abc", True),
        ("doi", "10.5/abc", False),
        ("doi", "https://doi.org/10.5555/abc", False),
        ("isbn", "978-3-948289-82-9", True),
        ("isbn", "978", False),
        ("issn", "1234-567X", True),
        ("issn", "12345679", False),
        ("pmcid", "PMC1234567", True),
        ("pmcid", "1234567", False),
        ("url", "https://x.org/a?b#c", True),
        ("url", "https://x.org/a b", False),
        ("url", "javascript:x", False),
        ("date-released", "2024-02-29", True),
        ("date-released", "2024-13-01", False),
        ("date-released", "2024", False),
        ("month", "12", True),
        ("month", 1, True),
        ("month", "13", False),
        ("volume", 7, True),
        ("volume", "7a", True),
        ("volume", True, False),
        ("volume", "", False),
        ("abstract", 7, False),
        ("status", "preprint", True),
        ("status", "printed", False),
        ("type", "conference-paper", True),
        ("type", "paper-conference", False),
        ("license", "MIT", True),
        ("license", ["MIT", "Apache-2.0"], True),
        ("license", ["MIT", "MIT"], False),
        ("license", [], False),
        ("license", "my own", False),
        ("keywords", ["a"], True),
        ("keywords", "a", False),
        ("languages", ["de"], True),
        ("languages", ["de-DE"], False),
        ("publisher", {"name": "P", "country": "DE"}, True),
        ("publisher", {"name": "P", "country": "Germany"}, False),
        ("publisher", {"city": "B"}, False),
        ("publisher", "P", False),
        (
            "authors",
            [{"family-names": "Ng", "orcid": "https://orcid.org/0000-0002-1825-009X"}],
            True,
        ),
        ("authors", [{"family-names": "Ng", "orcid": "0000-0002-1825-0097"}], False),
        ("authors", [{"name": "HU", "website": "https://hu.de"}], True),
        ("authors", [{"name": "HU", "given-names": "Ann"}], False),
        ("authors", [{"family-names": "Ng", "email": "n@x"}], False),
        ("authors", [{}], False),
        ("identifiers", [{"type": "doi", "value": "10.5555/a", "description": "d"}], True),
        ("identifiers", [{"type": "doi", "value": "a"}], False),
        ("identifiers", [{"type": "ark", "value": "a"}], False),
        ("identifiers", [{"type": "other", "value": "a", "description": ""}], False),
        ("identifiers", [{"type": "swh", "value": "swh:1:rev:" + "0a" * 20}], True),
        ("identifiers", [{"value": "a"}], False),
        ("identifiers", ["a"], False),
    ],
)
def test_what_is_allowed(key: str, value: object, allowed: bool) -> None:
    assert REFERENCE[key](value) is allowed


def test_a_node_has_known_keys_only() -> None:
    assert fits({"name": "P"}, ENTITY) and not fits({"name": "P"}, PERSON)
    assert not fits({}, ENTITY)


def test_all_that_is_wrong_is_named() -> None:
    node = {"title": "A", "cff-version": "1.0.3", "x": "y", "preferred-citation": {}}
    assert list(violations(node, root=True)) == [
        ("message", "is missing"),
        ("authors", "is missing"),
        ("cff-version", "has a value that the schema does not allow"),
        ("x", "is not a key that the schema knows here"),
    ]
    sound = {"type": "book", "title": "A", "authors": [{"name": "N"}]}
    assert list(violations(sound, root=False)) == []
    assert [key for key, _ in violations(sound | {"references": []}, root=False)] == ["references"]
    assert "message" in ROOT and "message" not in REFERENCE
