"""Items as api.crossref.org and doi.org hand them out are read as what they mean."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.record.assemble.crossref import other_data, text_in
from reportcite.record.checks.check import check
from tests.record.reading import one, problems_of

CROSSREF: dict[str, Any] = {
    "indexed": {"date-parts": [[2024, 1, 1]], "timestamp": 1},
    "reference-count": 12,
    "publisher": "Springer",
    "issue": "2",
    "content-domain": {"domain": [], "crossmark-restriction": False},
    "short-container-title": ["Nat."],
    "published-print": {"date-parts": [[2019, 5]]},
    "DOI": "10.1038/x",
    "type": "journal-article",
    "created": {"date-parts": [[2019, 4, 30]]},
    "page": "1-10",
    "source": "Crossref",
    "is-referenced-by-count": 3,
    "title": ["A title"],
    "prefix": "10.1038",
    "author": [
        {"given": "Nora", "family": "Ratzmann", "sequence": "first", "affiliation": []},
        {"name": "World Bank", "sequence": "additional", "affiliation": [{"name": "x"}]},
    ],
    "member": "297",
    "container-title": ["Nature"],
    "container-title-short": "Nat.",
    "original-title": [],
    "subtitle": [],
    "link": [{"URL": "https://a.de"}],
    "deposited": {"timestamp": 1},
    "score": 1.0,
    "resource": {"primary": {"URL": "https://a.de"}},
    "issued": {"date-parts": [[2019, 5]]},
    "ISSN": ["0028-0836", "1476-4687"],
    "issn-type": [{"value": "0028-0836", "type": "print"}],
    "license": [{"URL": "https://creativecommons.org/licenses/by/4.0", "delay-in-days": 0}],
    "URL": "https://doi.org/10.1038/x",
    "relation": {},
    "subject": [],
}


def test_an_item_of_crossref_is_read_whole_and_told_in_one_line() -> None:
    record = one(json.dumps(CROSSREF), "json")
    assert [(problem.rule.name, problem.severity) for problem in record.problems] == [
        ("other-data", "notice")
    ]
    assert record.type == "article-journal"
    assert record.fields["title"] == "A title"
    assert record.fields["container-title"] == "Nature"
    assert record.fields["ISSN"] == "0028-0836, 1476-4687"
    assert record.fields["license"] == "https://creativecommons.org/licenses/by/4.0"
    assert record.fields["author"] == [
        {"given": "Nora", "family": "Ratzmann"},
        {"literal": "World Bank"},
    ]
    assert "subtitle" not in record.fields
    assert check(record, only_errors=True) == []


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("book-chapter", "chapter"),
        ("proceedings-article", "paper-conference"),
        ("posted-content", "article"),
        ("monograph", "book"),
        ("edited-book", "book"),
        ("report-component", "report"),
        ("reference-entry", "entry-encyclopedia"),
        ("dissertation", "thesis"),
    ],
)
def test_types_of_crossref_are_those_of_csl(theirs: str, ours: str) -> None:
    record = one(json.dumps({"type": theirs}), "json")
    assert (record.type, problems_of(record)) == (ours, [])


def test_of_several_titles_the_first_counts_and_that_is_told() -> None:
    record = one('{"title": ["A", "B"]}', "json")
    assert record.fields["title"] == "A"
    assert [problem.rule.name for problem in problems_of(record)] == ["several-values"]


def test_a_work_without_a_date_has_none() -> None:
    record = one('{"title": "A", "issued": {"date-parts": [[null]]}}', "json")
    assert (record.fields, problems_of(record)) == ({"title": "A"}, [])


@pytest.mark.parametrize(
    ("members", "rules"),
    [
        ({"container-title-short": "N", "journalAbbreviation": "N"}, []),
        ({"shortTitle": "N", "title-short": "N"}, []),
        ({"container-title-short": "N", "journalAbbreviation": "M"}, ["duplicate-key"]),
    ],
)
def test_two_spellings_of_a_field_differ_only_if_their_values_do(
    members: dict[str, str], rules: list[str]
) -> None:
    assert [p.rule.name for p in problems_of(one(json.dumps(members), "json"))] == rules


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", [], ""),
        ("title", ["Tides"], "Tides"),
        ("title", ["", "Tides", None], "Tides"),
        ("volume", [3], "3"),
        ("volume", [2.5], "2.5"),
        ("ISBN", ["x", "y"], "x, y"),
        ("keyword", ["Sea"], "Sea"),
        ("keyword", ["Sea", "Tides, low"], "Sea; Tides, low"),
        ("keyword", ["Tides, low"], "Tides, low"),
        ("license", [{"URL": "https://example.org"}], "https://example.org"),
        ("event", {"name": "Sea Days"}, "Sea Days"),
    ],
)
def test_a_list_or_mapping_is_the_text_in_it(name: str, value: Any, text: str) -> None:
    assert text_in(name, value) == (text, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", [True]),
        ("title", [["Tides"]]),
        ("title", [{"name": "Tides"}]),
        ("event", {"title": "Sea Days"}),
        ("event", {"name": 3}),
    ],
)
def test_what_has_no_text_in_it_is_none(name: str, value: Any) -> None:
    assert text_in(name, value) is None


def test_of_several_texts_the_first_is_named() -> None:
    found = text_in("title", ["Tides", "Ebb", "Flow"])
    assert found is not None and found[1] is not None
    assert found[0] == "Tides"
    assert found[1].message == "title wants one text, but holds 3; “Tides” is taken"


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        (["a"], "“a”"),
        (["a", "b", "c"], "“a”, “b”, “c”"),
        (["a", "b", "c", "d"], "“a”, “b”, “c” and 1 more"),
        (["a", "b", "c", "d", "e"], "“a”, “b”, “c” and 2 more"),
    ],
)
def test_three_members_of_another_program_are_named(names: list[str], listed: str) -> None:
    assert other_data(names).message == f"data of another program is left out: {listed}"
