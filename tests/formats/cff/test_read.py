"""What a CITATION.cff says: the preferred citation or the work itself, then what it refers to."""

from __future__ import annotations

from io import BytesIO

import pytest

from reportcite.formats.cff.read import read
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record


def fields_of(*lines: str) -> dict[str, object]:
    """The fields of a file with these lines, without its title."""
    fields: dict[str, object] = dict(read_record("cff", "\n".join(["title: A", *lines])).fields)
    assert fields.pop("title") == "A"
    return fields


def preferred(*lines: str) -> Record:
    """The citation that a file with these lines prefers."""
    inner = "".join(f"  {line}\n" for line in lines)
    return read_record("cff", f"title: Work\npreferred-citation:\n{inner}")


def found(text: str, limit: int = 1 << 20) -> list[str]:
    """Titles of records, rules and places of problems."""
    return [
        str(one.fields.get("title")) if isinstance(one, Record)
        else f"{one.place.line}:{one.place.column} {one.rule.name}"
        for one in read(BytesIO(text.encode()), "CITATION.cff", Limits(limit))
    ]  # fmt: skip


def test_the_preferred_citation_stands_for_the_work_and_where_it_is_written() -> None:
    record = preferred("type: book", "title: A")
    assert (record.type, record.fields["title"], record.place.line) == ("book", "A", 2)


def test_the_work_itself_is_software_or_data() -> None:
    assert read_record("cff", "title: A").type == "software"
    assert read_record("cff", "type: dataset\ntitle: A").type == "dataset"
    assert read_record("cff", "type: book\ntitle: A").type == "software"


def test_references_follow_with_ids_counted_through() -> None:
    text = "title: A\nreferences:\n- {type: generic, title: B}\n- no mapping\n- {title: C}\n"
    records = read_file("cff", text)
    assert [one.id for one in records if isinstance(one, Record)] == ["refs", "refs-2", "refs-3"]
    assert [one.type for one in records if isinstance(one, Record)][1:] == ["document"] * 2


@pytest.mark.parametrize(
    ("type_", "csl_type"),
    [
        ("article", "article-journal"),
        ("website", "webpage"),
        ("art", "graphic"),
        ("manual", "book"),
        ("grant", "document"),
        ("no type", "document"),
    ],
)
def test_of_several_types_with_one_name_the_first_is_meant(type_: str, csl_type: str) -> None:
    assert preferred(f"type: {type_}").type == csl_type


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        (["year: 2020"], [2020]),
        (["year: 2020", "month: 5"], [2020, 5]),
        (["month: 5"], None),
        (["year: 2020", "date-published: 2021-02-03"], [2021, 2, 3]),
        (["date-released: 2019-01-01"], [2019, 1, 1]),
        (["year: 2020", "date-released: 2019-01-01"], [2020]),
    ],
)
def test_the_date_of_issue(lines: list[str], issued: list[int] | None) -> None:
    date = preferred("title: A", *lines).fields.get("issued")
    assert date == ({"date-parts": [issued]} if issued else None)


def test_a_work_is_dated_by_its_release() -> None:
    dates = fields_of("year: 2020", "date-released: 2021-02-03", "date-accessed: 2022-01-01")
    assert dates["issued"] == {"date-parts": [[2021, 2, 3]]}
    assert dates["accessed"] == {"date-parts": [[2022, 1, 1]]}
    assert fields_of("year-original: 1899") == {"original-date": {"date-parts": [[1899]]}}


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("{family-names: Ng, given-names: Ann, name-suffix: Jr.}",
         {"family": "Ng", "given": "Ann", "suffix": "Jr."}),
        ("{family-names: Ng, alias: ang}", {"family": "Ng"}),
        ("{given-names: Ann}", {"given": "Ann"}),
        ("{alias: ang}", {"literal": "ang"}),
        ("{name: DeZIM, alias: d}", {"literal": "DeZIM"}),
        ("{name: ' ', alias: d}", {"literal": "d"}),
        ("{orcid: x}", None),
        ("text", None),
    ],
)  # fmt: skip
def test_a_name_is_a_persons_or_an_entitys_or_an_alias(person: str, name: object) -> None:
    assert fields_of(f"authors: [{person}]").get("author") == ([name] if name else None)


def test_anonymous_and_untitled_stand_for_none() -> None:
    record = preferred("title: untitled", "authors: [{name: anonymous}]")
    assert record.fields == {}
    both = fields_of("authors: [{name: anonymous}, {name: DeZIM}]")
    assert both["author"] == [{"literal": "anonymous"}, {"literal": "DeZIM"}]
    assert fields_of("editors: [{name: anonymous}]")["editor"] == [{"literal": "anonymous"}]
    assert fields_of("authors: nobody") == {}


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (["publisher: {name: P, city: B}"], {"publisher": "P", "publisher-place": "B"}),
        (["institution: {name: I}"], {"publisher": "I"}),
        (["publisher: {name: P}", "institution: {name: I, city: B}"], {"publisher": "P"}),
        (["location: {name: L}"], {"publisher-place": "L"}),
        (["publisher: {city: B}", "location: {name: L}"], {"publisher-place": "B"}),
        (["conference: {name: C}"], {"event-title": "C"}),
        (
            ["conference: {name: C, city: K, date-start: 2015-11-15, date-end: 2015-11-20}"],
            {
                "event-title": "C",
                "event-place": "K",
                "event-date": {"date-parts": [[2015, 11, 15], [2015, 11, 20]]},
            },
        ),
        (["conference: {location: L}"], {"event-place": "L"}),
        (
            ["identifiers: [{type: url, value: u}, {type: doi, value: 10.5555/a}]"],
            {"DOI": "10.5555/a"},
        ),
        (["doi: 10.5555/b", "identifiers: [{type: doi, value: 10.5555/a}]"], {"DOI": "10.5555/b"}),
        (["publisher: P"], {}),
        (["start: 1", "end: 9"], {"page": "1-9"}),
        (["start: 1"], {"page": "1"}),
        (["end: 9"], {}),
        (
            ["languages: [de, en]", "keywords: [a, b, [c]]"],
            {"language": "de", "keyword": "a, b"},
        ),
        (["keywords: a"], {}),
        (["status: preprint"], {"status": "preprint"}),
        (["notes: A note"], {"note": "A note"}),
        (["repository-code: https://a.de"], {"URL": "https://a.de"}),
        (["repository-code: https://a.de", "url: https://b.de"], {"URL": "https://b.de"}),
        (["volume: 7", "pages: 12"], {"volume": "7", "number-of-pages": "12"}),
        (["volume: [7]", "issue: ' '"], {}),
        (["thesis-type: PhD"], {}),
    ],
)
def test_texts(lines: list[str], fields: dict[str, object]) -> None:
    assert fields_of(*lines) == fields


def test_what_depends_on_the_type() -> None:
    assert preferred("type: thesis", "thesis-type: PhD").fields == {"genre": "PhD"}
    journal = preferred("type: article", "journal: J", "collection-title: C").fields
    assert journal == {"container-title": "J", "collection-title": "C"}
    assert preferred("type: conference-paper", "collection-title: C").fields == {
        "container-title": "C"
    }
    assert preferred("type: book", "journal: J", "collection-title: C").fields == {
        "collection-title": "C"
    }


def test_lines_in_the_notes_are_variables_and_may_name_the_type() -> None:
    record = preferred(
        "type: generic", "collection-title: C", "notes: |", "  type: chapter", "  scale: 1:50"
    )
    assert (record.type, record.fields) == ("chapter", {"scale": "1:50", "container-title": "C"})


def test_several_documents_are_read_each_with_its_lines() -> None:
    assert found("title: A\n---\ntitle: B\n") == ["A", "B"]
    records = read_file("cff", "title: A\n---\n\ntitle: B\n")
    assert [one.place.line for one in records] == [1, 4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 empty-file"]),
        ("- a\n---\ntitle: B\n", ["1:1 not-a-record", "B"]),
        ("title: A\n---\ntext\n", ["A", "3:1 not-a-record"]),
        ("title: A\n---\n a: b: c\n---\ntitle: C\n", ["A", "3:6 yaml-syntax"]),
    ],
)
def test_what_is_no_citation_is_named_with_its_place(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_citation_is_as_large_as_allowed_and_the_next_is_read_after_one_that_is_larger() -> None:
    text = "title: " + "x" * 40 + "\n"
    assert found(text, 48) == ["x" * 40]
    assert found(text, 46) == ["1:1 too-large"]
    assert found(text + "---\ntitle: B\n", 46) == ["1:1 too-large", "B"]
    assert found("title: " + "x" * 90_000 + "\n---\ntitle: B\n", 46) == ["1:1 too-large", "B"]


def test_a_problem_never_stands_for_a_record() -> None:
    assert not any(isinstance(one, Problem) for one in read_file("cff", "title: A"))


def test_a_file_is_held_to_its_schema_by_warnings() -> None:
    text = (
        "cff-version: 1.2.0\nmessage: m\ntitle: A\nauthors: [{name: N}]\nversion: 1\n"
        "licence: MIT\ndoi: https://doi.org/10.5555/a\nreferences:\n- {type: book, title: B}\n"
    )
    work, other = read_file("cff", text)
    assert isinstance(work, Record) and isinstance(other, Record)
    told = [one for one in work.problems if one.rule.name == "cff-schema"]
    assert [one.message for one in told] == [
        "“licence” of the file is not a key that the schema knows here",
        "“doi” of the file has a value that the schema does not allow",
    ]
    assert {one.severity for one in told} == {"warning"}
    [missing] = [one for one in other.problems if one.rule.name == "cff-schema"]
    assert missing.message == "“authors” of reference 1 is missing"
    assert (other.place.line, missing.place.line) == (9, 9)


def test_what_csl_has_no_variable_for_is_kept() -> None:
    record = read_record(
        "cff",
        "title: A\nlicense: MIT\nmessage: Cite.\n"
        "authors: [{family-names: Ng, orcid: o, affiliation: HU}]\n"
        "contact: [{family-names: Ng, email: n@x.org}]\n",
    )
    assert record.custom == {
        "cff": {
            "license": "MIT",
            "contact": [{"family-names": "Ng", "email": "n@x.org"}],
            "message": "Cite.",
        },
        "contributors": {"author": [{"affiliation": "HU", "ORCID": "o"}]},
    }


def test_a_reference_says_that_it_is_one() -> None:
    _, other = read_file("cff", "title: A\nreferences:\n- {type: book, title: B}\n")
    assert isinstance(other, Record) and other.custom == {"cff": {"reference": True}}
