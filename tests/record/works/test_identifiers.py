"""The numbers that are a work's own: right ones, in one form."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.record.works.identifiers import identifiers, is_part, isbns_of


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("whole", {"ISBN": "0-306-40615-2, 978-0-306-40615-7"}, ["ISBN 9780306406157"]),
        ("whole", {"ISBN": "0-306-40615-3"}, []),
        ("part", {"ISBN": "0-306-40615-2"}, []),
        ("", {"ISBN": "0-306-40615-2", "container-title": "Handbook"}, []),
        ("", {"ISBN": "0-306-40615-2"}, ["ISBN 9780306406157"]),
        ("whole", {"ISBN": "0-306-40615-2", "container-title": "S"}, ["ISBN 9780306406157"]),
        ("article", {"DOI": "https://doi.org/10.1234/ABC"}, ["DOI 10.1234/abc"]),
        ("article", {"DOI": "in press"}, []),
        ("article", {"PMID": "PMID: 0123", "PMCID": "PMC12.1"}, ["PMID 123", "PMCID 12"]),
        ("article", {"PMID": "none"}, []),
        ("preprint", {"number": "arXiv:2101.00001v3"}, ["arXiv 2101.00001"]),
        ("preprint", {"URL": "https://arxiv.org/pdf/2101.00001v2.pdf"}, ["arXiv 2101.00001"]),
        ("preprint", {"archive": "arXiv", "archive_location": "math/0309136"},
         ["arXiv math/0309136"]),
        ("preprint", {"archive": "DNB", "archive_location": "2101.00001"}, []),
        ("preprint", {"DOI": "10.48550/arXiv.2101.00001"},
         ["DOI 10.48550/arxiv.2101.00001", "arXiv 2101.00001"]),
        ("whole", {"number": "2101.00001"}, []),
    ],
)  # fmt: skip
def test_identifiers_are_compared_in_one_form(
    kind: str, fields: dict[str, Any], found: list[str]
) -> None:
    assert [str(one) for one in identifiers(kind, fields)] == found


def test_each_is_told_as_it_was_typed_and_where() -> None:
    (one,) = identifiers("whole", {"ISBN": "0-306-40615-2"})
    assert (one.text, one.field) == ("0-306-40615-2", "ISBN")


def test_isbns_are_there_once_in_order() -> None:
    text = "3-948289-82-4; 0-306-40615-2; 978-0-306-40615-7"
    assert [one.isbn13 for one in isbns_of({"ISBN": text})] == ["9783948289829", "9780306406157"]
    assert isbns_of({}) == []


def test_a_book_in_a_series_is_no_part() -> None:
    assert not is_part("whole", {"container-title": "Series"})
    assert is_part("", {"page": "1-9"})
    assert not is_part("", {"title": "Soil"})
