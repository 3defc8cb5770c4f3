"""A number in arXiv or JSTOR leads to a page, however it was typed."""

from __future__ import annotations

import pytest

from reportcite.values.eprints import (
    eprint_link,
    eprint_number,
    is_eprint_archive,
    is_series_of_arxiv,
    number_in_journal,
)


@pytest.mark.parametrize("text", ["1706.03762", "arXiv:1706.03762", "ARXIV: 1706.03762"])
def test_the_name_before_a_number_is_not_part_of_it(text: str) -> None:
    assert eprint_number(text) == "1706.03762"
    assert eprint_link("ArXiv", text) == "https://arxiv.org/abs/1706.03762"


@pytest.mark.parametrize(
    ("archive", "number", "link"),
    [
        ("jstor", "2960464", "https://www.jstor.org/stable/2960464"),
        ("JSTOR", "2960464", "https://www.jstor.org/stable/2960464"),
        ("hdl", "10419/123", "https://hdl.handle.net/10419/123"),
        ("googlebooks", "x1Y", "https://books.google.com/books?id=x1Y"),
        ("urn", "urn:nbn:de:101:1-2", "https://nbn-resolving.org/urn:nbn:de:101:1-2"),
        ("arxiv", "", ""),
        ("Bundesarchiv", "N 1234", ""),
        ("", "1706.03762", ""),
    ],
)
def test_where_a_number_leads_to(archive: str, number: str, link: str) -> None:
    assert eprint_link(archive, number) == link
    assert is_eprint_archive(archive) is bool(link or archive == "arxiv")


def test_a_name_within_a_number_stays() -> None:
    assert eprint_number("x arXiv:1") == "x arXiv:1"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("arXiv preprint arXiv:1706.03762", "1706.03762"),
        ("arXiv:math/0309136 [math.GT]", "math/0309136"),
        ("arXiv:1706.03762 [cs, stat]", "1706.03762"),
        ("arXiv: 1706.03762", "1706.03762"),
        ("arXiv e-prints", ""),
        ("Papers of arXiv:1706.03762", ""),
    ],
)
def test_what_google_scholar_and_zotero_call_a_journal_holds_the_number(
    title: str, number: str
) -> None:
    assert number_in_journal(title) == number


def test_databases_give_arxiv_as_a_journal() -> None:
    assert all(map(is_series_of_arxiv, ("arXiv", "ArXiv e-prints", "CoRR", "corr abs/1706.03762")))
    assert not any(map(is_series_of_arxiv, ("", "Mind", "Journal of arXiv")))
