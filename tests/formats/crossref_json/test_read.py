"""Works of Crossref come out of every kind of answer, as they do from CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.problems import Problem
from tests.formats.files import read_file, read_record

WORK: dict[str, Any] = {
    "DOI": "10.1234/soil",
    "type": "journal-article",
    "title": ["Soil &amp; <i>air</i>"],
    "author": [{"family": "Doe", "given": "Jane", "ORCID": "http://orcid.org/0000-0002-1825-0097"}],
    "published-print": {"date-parts": [[2021, 5]]},
    "container-title": ["Field Notes"],
    "volume": "3",
    "URL": "http://dx.doi.org/10.1234/soil",
    "resource": {"primary": {"URL": "https://example.org/soil"}},
    "funder": [{"name": "SNF", "award": ["1"]}],
    "score": 1.0,
}


@pytest.mark.parametrize(
    "answer",
    [
        WORK,
        [WORK],
        {"status": "ok", "message-type": "work", "message": WORK},
        {"status": "ok", "message-type": "work-list", "message": {"total": 1, "items": [WORK]}},
        {"items": [WORK]},
    ],
)
def test_a_work_is_found_in_every_answer(answer: Any) -> None:
    found = read_record("crossref-json", json.dumps(answer))
    assert (found.type, found.fields["DOI"]) == ("article-journal", "10.1234/soil")
    assert found.fields["title"] == "Soil & <i>air</i>"
    assert found.fields["issued"] == {"date-parts": [[2021, 5]]}
    assert found.fields["URL"] == "https://example.org/soil"
    assert found.custom["crossref"]["funder"] == [{"name": "SNF", "award": ["1"]}]
    assert found.custom["contributors"]["author"][0]["ORCID"].endswith("0000-0002-1825-0097")


@pytest.mark.parametrize("type_", [{"type": "x"}, ["x"], 5, None])
def test_a_type_of_any_shape_keeps_the_institution(type_: Any) -> None:
    work = WORK | {"type": type_, "publisher": None, "institution": [{"name": "I"}]}
    assert read_record("crossref-json", json.dumps(work)).fields["publisher"] == "I"


def test_several_answers_may_follow_each_other() -> None:
    lines = "".join(json.dumps({"message": WORK | {"title": [title]}}) + "\n" for title in "AB")
    found = read_file("crossref-json", lines)
    titles = [not isinstance(one, Problem) and one.fields["title"] for one in found]
    assert titles == ["A", "B"]
    lines = "".join(json.dumps(WORK | {"title": [title]}) + "\n" for title in "AB")
    assert len(read_file("crossref-json", lines)) == 2


def test_fields_have_their_places() -> None:
    text = '{"message": {\n"title": ["A"],\n"type": "report", "DOI": "10.1/x y"}}'
    found = read_record("crossref-json", text)
    assert found.places["title"] == (2, 1) and found.place.line == 1
