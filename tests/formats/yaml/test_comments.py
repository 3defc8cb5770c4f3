"""What YAML takes for a comment and its author meant for part of a text."""

from __future__ import annotations

import pytest

from reportcite.formats.yaml.comments import swallowed
from reportcite.record.untyped import Untyped


def found(text: str, read: Untyped) -> list[str]:
    """What of `text` is reported, from the `#` on, by its offset."""
    return [text[offset:].partition("\n")[0] for offset, _ in swallowed(text, read)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("title: Study #3 of three", "#3 of three"),
        ("title: The #MeToo archive\nid: a", "#MeToo archive"),
        ("- Study #3", "#3"),
    ],
)
def test_a_number_or_tag_behind_a_value_is_reported(text: str, rest: str) -> None:
    assert found(text, {"title": text.partition(" #")[0]}) == [rest]


@pytest.mark.parametrize(
    "text",
    [
        "title: Study # of three",  # a comment as people write them
        "title: Study ## three",
        "title: Study #!three",
        "title: Study #",
        "title: Study#3",
        "title: #3",  # nothing stands before it
        "- #3",
        "title: Study  #3",
        "title: Study # see #3",  # in a comment already
        "no number sign",
    ],
)
def test_a_comment_is_left_alone(text: str) -> None:
    assert found(text, {"title": "Study"}) == []


@pytest.mark.parametrize(
    "read",
    [
        "Study #3",
        {"title": "Study #3"},
        {"author": ["x", "Study #3"]},
        {"author": [{"literal": "Study #3"}]},
    ],
)
def test_what_was_read_is_not_lost(read: Untyped) -> None:
    assert found('title: "Study #3"', read) == []
    assert found("title: 'Study #3 of three'", read) == []


def test_it_is_said_what_is_lost_and_where_quotes_belong() -> None:
    [(offset, problem)] = swallowed("id: a\ntitle: Study #3\n", {"id": "a", "title": "Study"})
    assert offset == 19
    assert problem.rule.name == "yaml-comment"
    assert problem.message == "“#3” is a comment to YAML and no part of the value"
    assert problem.suggestion.startswith("put quotes round the whole value")


def test_each_line_is_looked_at() -> None:
    assert found("title: A #1\nnote: B #2\n", {"title": "A", "note": "B"}) == ["#1", "#2"]
    assert found("title: A #1\nnote: 'B #2'\n", {"title": "A", "note": "B #2"}) == ["#1"]
