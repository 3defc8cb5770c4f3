"""Many entries written at once are those that are written one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from reportcite.formats.bibtex.biblatex import FORMAT as BIBLATEX
from reportcite.formats.bibtex.format import FORMAT as BIBTEX
from reportcite.formats.bibtex.writing import columns
from tests.formats.writing.at_once import written_alike
from tests.record.piles import SOUND, piles


@pytest.mark.parametrize("target", [BIBTEX, BIBLATEX], ids=["bibtex", "biblatex"])
@given(pile=piles(odd=False))
def test_they_are_the_same(target: Any, pile: list[dict[str, Any]]) -> None:
    written_alike(target, pile)


def test_a_column_with_a_value_that_wants_a_writer_of_its_own_is_left() -> None:
    names, dates = SOUND["author"][:2], SOUND["issued"][:1]
    braced = [{"family": "Beck and Sons", "given": "A"}]
    assert columns.names("author", "author", [*names, braced]) is None
    assert columns.names("author", "author", [*names, [{"literal": "A"}]]) is None
    assert columns.years("issued", "year", [*dates, {"date-parts": [[2024], [2025]]}]) is None
    for url in ("https://example.org/ü", "https://example.org/a;b", "https://example.org/{a}"):
        assert columns.urls("URL", "url", ["https://example.org/a", url]) is None
    assert columns.urls("DOI", "doi", ["10.1000/182"]) is None


def test_each_has_its_lines() -> None:
    assert columns.names("author", "author", SOUND["author"][:2]) == [
        "  author = {Ratzmann, Nora},\n",
        "  author = {Zeković, Ana María and Smith-Jones, J.},\n",
    ]
    assert columns.years("issued", "year", SOUND["issued"][2:4]) == [
        "  year = {800},\n",
        "  year = {2024},\n  month = may,\n",
    ]
    assert columns.urls("URL", "url", ["https://a.de/", "https://b.de/"]) == [
        "  url = {https://a.de/},\n",
        "  url = {https://b.de/},\n",
    ]
    assert columns.languages("language", "language", ["klingon", "en"])[0] == (
        "  language = {klingon},\n"
    )
