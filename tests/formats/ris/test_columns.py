"""Many references written at once are those that are written one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from reportcite.formats.ris import columns
from reportcite.formats.ris.format import FORMAT
from tests.formats.writing.at_once import written_alike
from tests.record.piles import SOUND, piles


@given(piles(odd=False))
def test_they_are_the_same(pile: list[dict[str, Any]]) -> None:
    written_alike(FORMAT, pile)


@pytest.mark.parametrize(
    ("write", "values"),
    [
        (columns.keywords, ["a;b"]),
        (columns.keywords, ["a,b"]),
        (columns.keywords, ["a , b"]),
        (columns.names, [[{"literal": "A"}]]),
        (columns.names, [[{"family": "A", "given": "B", "suffix": "C"}]]),
        (columns.issued, [{"date-parts": [[2024], [2025]]}]),
        (columns.dates, [{"date-parts": [[2024]], "circa": True}]),
    ],
)
def test_a_column_with_a_value_that_wants_a_writer_of_its_own_is_left(
    write: Any, values: list[Any]
) -> None:
    plain = {columns.keywords: "a", columns.names: SOUND["author"][0]}
    first = plain.get(write, SOUND["issued"][0])
    assert write("x", "XX", [first]) is not None
    assert write("x", "XX", [first, *values]) is None


def test_each_has_its_lines() -> None:
    assert columns.keywords("keyword", "KW", ["a, b", "c"]) == [
        "KW  - a\r\nKW  - b\r\n",
        "KW  - c\r\n",
    ]
    assert columns.names("author", "AU", SOUND["author"][:2]) == [
        "AU  - Ratzmann, Nora\r\n",
        "AU  - Zeković, Ana María\r\nAU  - Smith-Jones, J.\r\n",
    ]
    assert columns.issued("issued", "DA", SOUND["issued"][2:4]) == [
        "PY  - 0800\r\n",
        "PY  - 2024\r\nDA  - 2024/05//\r\n",
    ]
    assert columns.dates("accessed", "Y2", SOUND["accessed"]) == ["Y2  - 2024/01/02/\r\n"]
    assert columns.dois("DOI", "DO", ["doi:10.1/a"]) == ["DO  - 10.1/a\r\n"]
    assert columns.languages("language", "LA", ["de-AT", "en"]) == ["LA  - de\r\n", "LA  - en\r\n"]
