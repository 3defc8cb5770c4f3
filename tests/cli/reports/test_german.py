"""What is wrong with values and records is explained in German, too."""

from __future__ import annotations

import pytest

from reportcite.cli.reports.german import GERMAN
from reportcite.problems import rules_in
from reportcite.record import rules as record
from reportcite.values import rules as values


@pytest.mark.parametrize("name", rules_in(values, record))
def test_every_rule_about_records_is_explained(name: str) -> None:
    what, fix = GERMAN[name]
    assert what.endswith((".", "“.")) and fix.endswith(".")


def test_no_other_is() -> None:
    assert set(GERMAN) == set(rules_in(values, record))
