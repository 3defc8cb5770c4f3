"""The schema of records takes what is read and refuses what is not; editors have words from it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.formats.writing.yaml import dump_yaml
from reportcite.formats.yaml.read import read_yaml
from reportcite.problems import Problem
from reportcite.record.checks.check import check
from reportcite.record.fields import FIELDS
from reportcite.schemas.fields import FIELDS as WORDS
from reportcite.schemas.record import record_schema
from reportcite.vocabulary import ITEM_TYPES

SCHEMA: Final = jsonschema.Draft7Validator(record_schema())

WHOLE: Final = {
    "title": "Walden",
    "author": ["Thoreau, Henry David"],
    "issued": 1854,
    "publisher": "Ticknor",
}

# What a schema can say. That a number does not hold it cannot, and of dates and addresses it can
# say only a part.
CANONICAL: Final = FIELDS | {"id", "type", "custom", "categories"}
SAYABLE: Final = {
    *("wrong-shape", "unknown-key", "unknown-type", "required-field", "control-character"),
    "url-scheme",
}


def takes(record: Any) -> bool:
    return bool(SCHEMA.is_valid(record))


def found_in(record: Any) -> set[str]:
    """The rules of what keeps `record`, read from YAML, from being taken as it is."""
    rules = set()
    for result in read_yaml(io.BytesIO(dump_yaml(record).encode()), "a.yaml"):
        problems = [result] if isinstance(result, Problem) else check(result)
        rules |= {one.rule.name for one in problems if one.is_error}
        rules |= {one.rule.name for one in problems if one.rule.name == "unknown-key"}
    return rules


def any_case(name: str) -> st.SearchStrategy[str]:
    changed = (str.lower, str.upper, str.title, lambda text: text.replace("-", "_"))
    return st.sampled_from([name, *(change(name) for change in changed)])


texts: Final = st.sampled_from(
    ["Walden", "", " ", "1854", "true", "none", "a\nb", "ä", "5 %", "a\x1bb", "null", "~"]
)
scalars: Final = st.one_of(texts, st.integers(-3000, 30000), st.booleans(), st.none())
codes: Final = st.sampled_from(
    [
        *("10.1234/abc", "doi:10.1234/abc", "https://doi.org/10.1234/abc", "10.1234", "abc"),
        *("978-3-948289-82-9", "ISBN 3-948289-82-4 (geb.)", "9783948289829", "123"),
        *("https://example.org/", "HTTP://example.org", "example.org/a", "www.example.org"),
        *("ftp://example.org", "javascript:alert(1)", "mailto:a@example.org", "urn:nbn:de:1"),
        *("https://example.org/a; https://example.org/b", "<Go to ISI>://WOS:1", "example.org b"),
        *("none", "", " ", "https://", "http:///a", "//example.org", "０７８-5955"),
    ]
)
dates: Final = st.one_of(
    st.from_regex(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?", fullmatch=True),
    st.sampled_from(
        [
            *("2024", "2024-05", "2024-05-07", "2023/2024", "2024~", "n.d.", "none", "5. Mai 2021"),
            *("2024-21", "2024-13", "2024-05-32", "in press", "", "20240507", "[2021]", "c2021"),
        ]
    ),
    st.integers(1, 3000),
    st.booleans(),
    st.none(),
)
parts: Final = st.lists(
    st.lists(st.one_of(st.integers(0, 40), st.none(), st.just(2024), st.just("05")), max_size=4),
    max_size=3,
)
date_mappings: Final = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": parts,
        "year": st.sampled_from([2024, "2024", None]),
        "month": st.integers(0, 14),
        "season": st.sampled_from([1, 4, "spring", "2", None]),
        "circa": st.sampled_from([True, 1, "about", None]),
        "literal": st.sampled_from(["about 1854", "", None]),
        "raw": st.sampled_from(["2024-05", "soon"]),
    },
)
name_mappings: Final = st.dictionaries(
    st.sampled_from(
        [
            *("family", "given", "literal", "non-dropping-particle", "ORCID", "role", "first"),
            *("static-ordering", "comma-suffix"),
        ]
    ),
    st.one_of(scalars, st.lists(st.sampled_from(["Ada", "Ann"]), max_size=2)),
    max_size=4,
)
other_names: Final = st.sampled_from([{"name": "DeZIM"}, {"FAMILY": "Ng"}, {"Given_": "Bo"}])
members: Final = st.one_of(
    texts.filter(str.isprintable), st.integers(0, 9), st.none(), name_mappings, other_names
)
shapes: Final = st.one_of(
    scalars,
    codes,
    dates,
    date_mappings,
    name_mappings,
    st.lists(st.one_of(members, codes, dates, st.lists(texts, max_size=1)), max_size=3),
)
fields: Final = st.sampled_from(
    [
        *("title", "subtitle", "author", "editor", "issued", "accessed", "publisher", "DOI", "URL"),
        *("ISBN", "ISSN", "event", "license", "keyword", "number", "volume", "page", "id"),
        *("type", "custom", "categories", "short-container-title", "assertion", "titel", "Buch"),
    ]
)
types: Final = st.one_of(
    *map(any_case, ("report", "article-journal", "chapter")),
    st.sampled_from(["webpage", "journal-article", "buch", "", None, ["book"], {}]),
)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    record: dict[str, Any] = dict(WHOLE) if draw(st.booleans()) else {}
    for field in draw(st.lists(fields, max_size=4, unique=True)):
        record.pop(field, None)  # no schema can say that two spellings of a field are given
        record[draw(any_case(field))] = draw(shapes)
    if draw(st.booleans()):
        record["type"] = draw(types)
    return record


@settings(max_examples=300)
@given(records())
def test_what_is_read_without_an_error_is_taken(record: dict[str, Any]) -> None:
    found = found_in(record)
    assert takes(record) or found


@settings(max_examples=300)
@given(records(), st.booleans())
def test_what_is_wrong_in_a_way_that_a_schema_can_say_is_refused(
    record: dict[str, Any], listed: bool
) -> None:
    sayable = set(SAYABLE)
    if not CANONICAL.issuperset(record) or str(record.get("type", "report")) not in ITEM_TYPES:
        sayable.discard("required-field")
    if found_in(record) & sayable:
        assert not takes([record] if listed else record)


def test_the_records_that_are_shipped_are_taken(record: Path) -> None:
    assert takes(yaml.safe_load(record.read_text(encoding="utf-8")))


@pytest.mark.parametrize("document", [WHOLE, [WHOLE, WHOLE], {"references": [WHOLE], "lang": "de"}])
def test_a_file_holds_a_record_or_a_list_or_references(document: Any) -> None:
    assert takes(document)


@pytest.mark.parametrize("document", ["Walden", 5, None, [["Walden"]], {"references": ["Walden"]}])
def test_what_is_no_record_is_refused(document: Any) -> None:
    assert not takes(document)


@pytest.mark.parametrize(
    ("type_", "lacking"), [("report", "publisher"), ("webpage", "URL"), ("book", "author")]
)
def test_what_a_type_needs(type_: str, lacking: str) -> None:
    whole = {"type": type_, "URL": "https://example.org/", **WHOLE}
    assert takes(whole)
    assert not takes({name: value for name, value in whole.items() if name != lacking})
    assert takes({name.upper(): value for name, value in whole.items() if name != lacking})


def test_an_editor_takes_the_place_of_an_author() -> None:
    edited = {"editor" if name == "author" else name: value for name, value in WHOLE.items()}
    assert takes(edited)


def test_all_fields_roles_and_types_stand_in_it_with_words_and_an_example() -> None:
    properties = record_schema()["definitions"]["record"]["properties"]
    assert properties.keys() > FIELDS
    assert all(properties[name]["description"] for name in FIELDS)
    assert WORDS.keys() == FIELDS
    assert record_schema()["definitions"]["type"]["anyOf"][0]["enum"] == sorted(ITEM_TYPES)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_the_example_of_a_field_is_one(name: str) -> None:
    [example] = record_schema()["definitions"]["record"]["properties"][name]["examples"]
    record = {**WHOLE, name: example}
    assert takes(record) and not found_in(record)


def test_a_date_that_holds_none_is_none_where_one_is_required() -> None:
    empty: list[list[list[None]]] = [[[]], [[None]]]
    for points in empty:
        assert not takes(WHOLE | {"issued": {"date-parts": points}})
        assert takes(WHOLE | {"accessed": {"date-parts": points}})
