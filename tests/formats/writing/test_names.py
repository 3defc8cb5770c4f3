"""Names on one line: declared as changed where they would not be read as they are."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.names import declare_names
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ({"family": "Miller", "given": "Ann"}, False),
        ({"literal": "Ministry of Health"}, False),
        ({"literal": "Ann Miller"}, True),
        ({"family": "Miller", "given": "Ann", "suffix": "X", "comma-suffix": "yes"}, True),
    ],
)
def test_names_are_declared_changed_where_they_are_read_otherwise(
    name: Contributor, changed: bool
) -> None:
    known: Contributor = {"family": "Miller", "given": "Ann"}
    names = [known, name]
    fields = Fields(Record("x", "report", {"author": names}, Place("x")))
    declare_names(fields, "author", names)
    losses = [loss for loss in fields.losses() if "show where its parts end" in str(loss)]
    assert bool(losses) is changed
