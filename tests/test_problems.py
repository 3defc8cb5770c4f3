"""A problem knows from its rule, as judged where it was found, what it is."""

from __future__ import annotations

import pytest

from reportcite.batch.rules import LOSS, PASSED_OVER, UNREADABLE
from reportcite.formats.rules import YAML_COMMENT
from reportcite.problems import Rule


@pytest.mark.parametrize(
    ("rule", "is_error"),
    [
        (UNREADABLE, True),
        (YAML_COMMENT, False),
        (PASSED_OVER, False),
        (LOSS, False),
        (LOSS.of("--strict"), True),
    ],
)
def test_only_an_error_is_one(rule: Rule, is_error: bool) -> None:
    assert rule.found("something").is_error is is_error
