"""CITATION.cff: valid by the published schema, and what projects write is read."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from reportcite.errors import UsageError
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, file_of, read_file, read_record, reports
from tests.formats.strategies import records


@pytest.fixture(scope="module")
def validate() -> object:
    """Validates against the schema of CFF 1.2.0, from the package cffconvert."""
    jsonschema = pytest.importorskip("jsonschema")
    package = find_spec("cffconvert")  # not imported: only the schema is wanted
    if package is None or not package.submodule_search_locations:
        pytest.skip("cffconvert, which ships the schema, is not installed")
    folder = Path(package.submodule_search_locations[0])
    schema = json.loads((folder / "schemas" / "1.2.0" / "schema.json").read_text("utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate


@pytest.mark.programs
def test_the_sample_reports_are_valid(validate: object) -> None:
    for record in reports():
        validate(yaml.safe_load(file_of("cff", record)[0]))  # type: ignore[operator]


@pytest.mark.programs
@given(record=records())
def test_any_record_is_valid(validate: object, record: Record) -> None:
    validate(yaml.safe_load(file_of("cff", record)[0]))  # type: ignore[operator]


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(csl_type: str) -> None:
    report = a_report()
    text, _ = file_of("cff", Record("x", csl_type, report.fields, report.place))
    assert read_record("cff", text).type == csl_type


def test_a_record_without_author_gets_one_for_the_schema_and_loses_it_when_read() -> None:
    text, _ = file_of("cff", a_report())
    assert yaml.safe_load(text)["authors"] == [{"name": "anonymous"}]
    assert "author" not in read_record("cff", text).fields


def test_a_note_stays_as_it_is_where_nothing_else_is_to_be_said() -> None:
    text, _ = file_of("cff", a_report(note="As submitted: draft"))
    assert yaml.safe_load(text)["preferred-citation"]["notes"] == "As submitted: draft"


def test_a_project_is_read_as_software_when_it_prefers_nothing_else() -> None:
    record = read_record("cff", SOFTWARE)
    assert record.type == "software"
    assert record.fields == {
        "title": "My Research Software",
        "author": [
            {"family": "Doe", "given": "Jane", "non-dropping-particle": "von"},
            {"literal": "The Research Software project"},
        ],
        "version": "2.0.4",
        "DOI": "10.5281/zenodo.1234",
        "issued": {"date-parts": [[2021, 8, 11]]},
        "URL": "https://github.com/citation-file-format/my-research-software",
    }


def test_references_follow_and_a_list_in_place_of_a_text_is_passed_over() -> None:
    found = read_file("cff", SOFTWARE + "references: [{type: report, title: R, year: 2020}, 7]\n")
    titles = [one.fields["title"] for one in found if isinstance(one, Record)]
    assert titles == ["My Research Software", "R"]


@pytest.mark.parametrize(
    "harm",
    [
        "[" * 100_000,
        "a: " + "{b: " * 100_000,
        "- " * 100_000,
        "b-1: &b-1 [x, x]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(50)),
        "title: !!python/object/apply:os.system [ls]",
        "title: 'unclosed",
        "\x00\xff",
        "",
    ],
)
def test_harmful_yaml_is_a_problem(harm: str) -> None:
    found = read_file("cff", harm)
    assert any(isinstance(one, Problem) for one in found)


SOFTWARE = """\
cff-version: 1.2.0
message: If you use this software, please cite it as below.
type: software
title: My Research Software
authors:
  - family-names: Doe
    given-names: Jane
    name-particle: von
    orcid: https://orcid.org/0000-0001-2345-6789
  - name: The Research Software project
version: 2.0.4
doi: 10.5281/zenodo.1234
date-released: 2021-08-11
repository-code: https://github.com/citation-file-format/my-research-software
"""


def test_a_chapter_comes_back_without_a_series_it_never_had() -> None:
    chapter = Record("x", "chapter", {"title": "A", "container-title": "B"}, a_report().place)
    back = read_record("cff", file_of("cff", chapter)[0])
    assert (back.type, back.fields) == ("chapter", chapter.fields)


def test_a_second_record_is_refused() -> None:
    with pytest.raises(UsageError, match="one record") as refused:
        file_of("cff", a_report(), a_report())
    assert "--output-dir" in refused.value.suggestion
