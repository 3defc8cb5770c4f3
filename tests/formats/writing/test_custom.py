"""What a record keeps comes out as it is where the format has `custom`, and is named elsewhere."""

from __future__ import annotations

import json

import pytest

from reportcite.formats.loss import Fields, Loss
from reportcite.formats.writing.custom import with_custom
from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_record

ORCID = "https://orcid.org/0000-0002-1825-0097"
AUTHORS = {"author": [{"family": "Doe"}, {"family": "Roe"}]}
CUSTOM = {
    "contributors": {"author": [{"ORCID": ORCID}, {}]},
    "csl": {"categories": ["x"]},
    "n": [1, 0.5, 1e20, True, None, "1", "true", "null", ""],
    "bibtex": {"file": "a.pdf", "deep": {"er": {}}},
}
RECORD = a_report(**AUTHORS)._replace(custom=CUSTOM)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["yaml", "csl-yaml", "csl-json", "jsonl"])
def test_it_comes_back_the_same(name: str) -> None:
    text, [losses] = file_of(name, RECORD)
    assert losses == []
    assert read_record(name, text).custom == CUSTOM


@pytest.mark.parametrize("name", ["ris", "bibtex", "enw", "endnote-xml", "csv", "schema-org"])
def test_other_formats_name_each_entry_that_is_lost(name: str) -> None:
    _, [losses] = file_of(name, RECORD._replace(custom=CUSTOM | {"bibtex": 1}))
    reason = "the format has no place for it"
    lost = ["author/1/ORCID", "custom/csl/categories", "custom/n", "custom/bibtex"]
    assert losses[-4:] == [Loss(field, "dropped", reason) for field in lost]


def test_details_stand_in_the_names_of_the_own_formats() -> None:
    line = json.loads(file_of("jsonl", RECORD)[0])
    assert line["author"] == [{"family": "Doe", "ORCID": ORCID}, {"family": "Roe"}]
    assert line["categories"] == ["x"]
    assert line["custom"].keys() == {"n", "bibtex"}


def test_names_of_csl_json_have_the_parts_of_its_schema_alone() -> None:
    [item] = json.loads(file_of("csl-json", RECORD)[0])
    assert item["author"] == AUTHORS["author"]
    assert item["categories"] == ["x"]
    assert item["custom"].keys() == {"contributors", "n", "bibtex"}


def test_details_that_do_not_fit_the_names_stay_where_they_are() -> None:
    custom = {"contributors": {"author": [{"ORCID": ORCID}], "editor": [{}]}, "csl": {"x": 1}}
    record = a_report(**AUTHORS)._replace(custom=custom)  # type: ignore[arg-type]
    found = with_custom(Fields(record), record.fields, in_names=True)
    assert found == {**record.fields, "custom": custom}


def test_a_writer_takes_out_its_own_and_says_what_of_it_is_left() -> None:
    record: Record = RECORD._replace(custom=CUSTOM | {"odd": "text"})
    fields = Fields(record)
    fields.carry_all(frozenset(record.fields))
    assert fields.own("bibtex") == CUSTOM["bibtex"]
    assert fields.own("ris") == {}
    assert fields.own("odd") == {}
    assert fields.details("author") == [{"ORCID": ORCID}, {}]
    assert fields.details("editor") == fields.details("title") == ()
    fields.drop("custom/bibtex/deep", "it is no text")
    fields.change("author/1/ORCID", "it is written as a link")
    assert [(loss.field, loss.kind) for loss in fields.losses()] == [
        ("author/1/ORCID", "changed"),
        ("custom/csl/categories", "dropped"),
        ("custom/n", "dropped"),
        ("custom/bibtex/deep", "dropped"),
        ("custom/odd", "dropped"),
    ]
