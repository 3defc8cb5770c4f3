"""A quotation mark that is opened and not closed costs no row but its own."""

from __future__ import annotations

import io

import pytest

from reportcite.tables.delimited import read_delimited
from reportcite.tables.quotes import Quotes, rows_with_unclosed
from reportcite.tables.table import Dialect, Table

HEAD, SAND = "no,title,isbn\n", "2,Sand,9783948289829\n"


def read(text: str) -> Table:
    return read_delimited(io.BytesIO(text.encode()), "list.csv")


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}1,"Soil,3948289824\n{SAND}{SAND}',  # to the end of all
        f'{HEAD}1,"Soil,3948289824\n2,"Sand",9783948289829\n{SAND}',  # to the next mark
        f'{HEAD}1,"Soil,3948289824\n2,"Sand,9783948289829\n{SAND}',  # in two lines
    ],
)
def test_the_rows_behind_it_are_rows(text: str) -> None:
    found = read(text)
    numbers = [(row.line, row.cells[-1]) for row in found.rows]
    assert numbers == [(1, "isbn"), (2, "3948289824"), *[(n, "9783948289829") for n in (3, 4)]]
    assert found.width == 3 and found.unclosed[0] == 2


def test_the_line_itself_stays_as_it_is() -> None:
    rows = [row.cells for row in read(f'{HEAD}1,"Soil,3948289824\n{SAND}').rows]
    assert rows[1] == ["1", '"Soil', "3948289824"]


def test_it_may_be_in_the_last_line() -> None:
    for end in ("", "\n"):
        found = read(f'{HEAD}{SAND}1,"Soil,3948289824{end}')
        assert [row.cells[-1] for row in found.rows][2] == "3948289824"
        assert found.unclosed == (3,)


def test_lines_of_one_cell_are_left_alone() -> None:
    text = f'{HEAD}1,"Soil, and\nwhat lives in it",3948289824\n{SAND}3,"a\n""b""\n",x\n'
    found = read(text)
    assert [row.line for row in found.rows] == [1, 2, 4, 5]
    assert found.unclosed == ()
    last = f'{HEAD}1,Soil,"3948289824\n(pbk.)"\n'
    assert [row.cells[-1] for row in read(last).rows] == ["isbn", "3948289824\n(pbk.)"]


def test_a_mark_too_many_within_a_cell_is_none_that_is_not_closed() -> None:
    found = read(f'{HEAD}1,"Soil "new" edition",3948289824\n{SAND}')
    assert [row.cells[-1] for row in found.rows][1:] == ["3948289824", "9783948289829"]
    assert found.unclosed == ()


def test_a_cell_larger_than_any_is_ended() -> None:
    text = f'{HEAD}1,"Soil,3948289824\n{SAND * 10_000}'
    found = read(text)
    assert sum(1 for _ in found.rows) == 10_002 and found.unclosed == (2,)


def test_rows_and_how_many_lines_each_takes() -> None:
    unclosed: list[int] = []
    text = io.StringIO('a,b\n1,"2\n3"\n4,"5\n6,7\n', newline="")
    rows = [*rows_with_unclosed(text, Dialect(), Quotes(2, unclosed))]
    assert rows == [(["a", "b"], 1), (["1", "2\n3"], 2), (["4", '"5'], 1), (["6", "7"], 1)]
    assert unclosed == [4]
