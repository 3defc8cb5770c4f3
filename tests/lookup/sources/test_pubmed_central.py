"""PubMed Central is asked by the Citation Exporter."""

from __future__ import annotations

import io
import json

import pytest

from reportcite.lookup.sources.pubmed_central import SOURCE, read
from reportcite.problems import Problem
from reportcite.record.model import Record


@pytest.mark.parametrize("pmcid", ["PMC3531190", "PMC3531190.2"])
def test_the_record_is_asked_for_by_its_digits(pmcid: str) -> None:
    assert SOURCE.address + SOURCE.path(pmcid) == (
        "https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pmc/?format=csl&id=3531190"
    )


def test_the_day_of_the_question_is_no_visit() -> None:
    answer = {
        "source": "PubMed",
        "accessed": {"date-parts": [[2026, 5, 7]]},
        "id": "pmcid:PMC3531190",
        "title": "Soils",
        "type": "article-journal",
        "PMCID": "PMC3531190",
    }
    (record,) = read(io.BytesIO(json.dumps(answer).encode()), "x")
    assert isinstance(record, Record)
    assert (record.fields["title"], record.fields["PMCID"]) == ("Soils", "PMC3531190")
    assert "accessed" not in record.fields


def test_an_answer_that_only_complains_holds_no_record() -> None:
    assert [*read(io.BytesIO(b'{"id": [["A valid integer is required."]]}'), "x")] == []
    (problem,) = read(io.BytesIO(b'{"id": '), "x")
    assert isinstance(problem, Problem)
