"""A record to fill in says what belongs into it, and is a record when it is filled in."""

from __future__ import annotations

import io
import re

import pytest

from reportcite.formats.registry import format_named
from reportcite.formats.yaml.template import template
from reportcite.record.checks.check import check
from reportcite.record.checks.required import wanted
from reportcite.record.fields import FIELDS
from reportcite.record.model import Record
from reportcite.vocabulary import ITEM_TYPES

TYPES = sorted(ITEM_TYPES)


def record_of(text: str) -> Record:
    read = format_named("yaml").read
    assert read is not None
    (record,) = read(io.BytesIO(text.encode()), "new.yaml")
    assert isinstance(record, Record)
    return record


@pytest.mark.parametrize("type_", TYPES)
def test_as_it_is_it_lacks_just_what_the_type_wants(type_: str) -> None:
    record = record_of(template(type_))
    assert record.type == type_ and not record.fields
    required, recommended = wanted(type_)
    found = [problem.rule.name for problem in check(record)]
    assert found.count("required-field") == len(required)
    assert found.count("recommended-field") == len(recommended)
    assert len(found) == len(required) + len(recommended)


@pytest.mark.parametrize("type_", TYPES)
def test_every_field_in_it_is_one_of_csl(type_: str) -> None:
    fields = re.findall(r"^(?:# )?([A-Za-z-]+):", template(type_), re.MULTILINE)
    assert set(fields) - {"type"} <= FIELDS
    assert len(fields) == len(set(fields))


def test_filled_in_it_is_without_faults() -> None:
    said = {
        "title": "Fields", "author": "[\"Feld, Vera\"]", "issued": "2024", "publisher": "Acker",
        "ISBN": "none", "URL": "https://example.org/f", "publisher-place": "Bonn",
        "number-of-pages": "20", "language": "de-DE", "subtitle": "a history",
    }  # fmt: skip
    text = template("report").replace("# subtitle:", "subtitle:")
    for name, value in said.items():
        text = re.sub(rf"^{name}: *", f"{name}: {value} ", text, flags=re.MULTILINE)
    record = record_of(text)
    assert check(record) == []
    assert record.fields["author"] == [{"family": "Feld", "given": "Vera"}]
    assert record.fields["subtitle"] == "a history"


def test_it_says_which_other_field_would_do() -> None:
    assert re.search(r"^author: .*or instead editor:$", template("report"), re.MULTILINE)
    assert re.search(r"^# editor: ", template("article-journal"), re.MULTILINE)
    assert "Recommended" not in template("map")
