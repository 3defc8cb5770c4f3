"""What YAML takes for a comment is reported where its author meant a text."""

from __future__ import annotations

import pytest

from reportcite.formats.yaml.comments import swallowed
from reportcite.record.untyped import Untyped


@pytest.mark.parametrize(
    ("text", "read", "rest"),
    [
        ("title: Study #3 of three\n", {"title": "Study"}, "#3 of three"),
        ("a: 1\nkeyword: [one, two #three]", {"keyword": ["one", "two"]}, "#three]"),
        ("author:\n  - family: Doe #2", {"author": [{"family": "Doe"}]}, "#2"),
    ],
)
def test_a_rest_that_is_lost_is_reported_at_its_offset(text: str, read: Untyped, rest: str) -> None:
    [(offset, problem)] = swallowed(text, read)
    assert offset == text.index("#")
    assert problem.message == f"“{rest}” is a comment to YAML and no part of the value"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("title: Study # a comment", {"title": "Study"}),
        ("title: #3", {"title": ""}),
        ("- #3", [""]),
        ("title: Study  #3", {"title": "Study"}),
        ("title: 'Study #3'", {"title": "Study #3"}),
        ("keyword: ['Study #3', x]", {"keyword": ["Study #3", "x"]}),
        ("author: [{literal: 'A #3'}]", {"author": [{"literal": "A #3"}]}),
        ("title: Study # see #3", {"title": "Study"}),
        ("title: Study #!x", {"title": "Study"}),
    ],
)
def test_comments_and_texts_in_quotes_are_not(text: str, read: Untyped) -> None:
    assert list(swallowed(text, read)) == []
