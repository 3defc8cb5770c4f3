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


WHOLE = """\
cff-version: 1.2.0
message: Please cite it.
type: software
title: gaugekit
authors:
- family-names: Soft
  given-names: Wim
  affiliation: HU
  email: w@x.org
  orcid: https://orcid.org/0000-0002-1825-0097
- name: Tide Lab
  city: Kiel
  country: DE
date-released: '2021-08-11'
version: 1.0.0
doi: 10.5281/zenodo.1234
url: https://x.org
abstract: Reads gauges.
keywords:
- tides
- gauges
contact:
- family-names: Soft
  email: w@x.org
identifiers:
- type: swh
  value: swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d
license: Apache-2.0
repository-code: https://github.com/x/gaugekit
commit: abc123
references:
- type: book
  title: Ebb
  authors:
  - family-names: Roe
  publisher:
    name: Alder
    city: Kiel
    country: DE
  copyright: Roe
- type: software
  title: tidekit
  authors:
  - name: Tide Lab
  license: MIT
"""
PREFERRING = """\
cff-version: 1.2.0
message: Please cite the paper.
title: gaugekit
authors:
- name: Tide Lab
preferred-citation:
  type: article
  title: The gaugekit
  authors:
  - family-names: Soft
    orcid: https://orcid.org/0000-0002-1825-0097
  journal: Tidal Letters
  year: 2015
  languages:
  - en
  - de
  scope: see p. 5
license:
- MIT
- Apache-2.0
version: 1.0.0
"""


@pytest.mark.parametrize("text", [WHOLE, PREFERRING])
def test_a_file_comes_back_whole(text: str, validate: object) -> None:
    records = [one for one in read_file("cff", text) if isinstance(one, Record)]
    assert not any(one.rule.name == "cff-schema" for record in records for one in record.problems)
    written, losses = file_of("cff", *records)
    assert losses == [[] for _ in records]
    assert yaml.load(written, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert file_of("cff", *_read(written))[0] == written
    validate(yaml.safe_load(written))  # type: ignore[operator]


def _read(text: str) -> list[Record]:
    return [one for one in read_file("cff", text) if isinstance(one, Record)]


def test_a_work_alone_stands_without_what_it_refers_to() -> None:
    work, book, _ = _read(WHOLE)
    assert "references" not in file_of("cff", work)[0]
    assert read_record("cff", file_of("cff", book)[0]).fields == book.fields
    with pytest.raises(UsageError):
        file_of("cff", book, work)
    with pytest.raises(UsageError):
        file_of("cff", work, work)


def test_what_was_changed_counts_before_what_was_kept() -> None:
    work = _read(WHOLE)[0]
    changed = work._replace(fields={**work.fields, "title": "tidekit", "publisher": "Alder"})
    written = yaml.safe_load(file_of("cff", changed)[0])
    assert written["preferred-citation"]["title"] == written["title"] == "tidekit"
    assert written["preferred-citation"]["license"] == "Apache-2.0"
    assert written["message"] == "Please cite it."


def test_what_the_schema_does_not_allow_is_not_written_and_named() -> None:
    work = _read(WHOLE)[0]
    custom = {
        "cff": {"license": "my own", "x": 1},
        "contributors": {"author": [{"email": "no", "city": "Kiel"}, {}]},
    }
    _, [losses] = file_of("cff", work._replace(custom=custom))
    assert {loss.field for loss in losses} == {
        "custom/cff/license", "custom/cff/x", "author/1/email",
    }  # fmt: skip
