"""Tables for people: names whole, texts wrapped, and nothing wider than the terminal."""

from __future__ import annotations

import io
import sys

import pytest

from reportcite.cli.screen.table import columns_of, fitted, rows_for, table, wrapped

ROWS = [("apa", "error", "American Psychological Association"), ("mla8", "notice", "MLA")]


def test_columns_are_as_wide_as_their_cells() -> None:
    assert [*table(ROWS, 80)] == [
        "apa   error   American Psychological Association\n",
        "mla8  notice  MLA\n",
    ]


def test_the_last_cell_is_wrapped_below_itself() -> None:
    assert [*table(ROWS, 40)] == [
        "apa   error   American Psychological\n              Association\n",
        "mla8  notice  MLA\n",
    ]


def test_without_room_beside_the_names_it_stands_below_them() -> None:
    assert [*table(ROWS, 37)] == [
        "apa   error\n    American Psychological\n    Association\n",
        "mla8  notice\n    MLA\n",
    ]


def test_a_long_name_stands_alone() -> None:
    rows = [("a" * 49, "A"), ("b" * 48, "B")]
    assert [*table(rows, 100)] == [f"{'a' * 49}\n{' ' * 50}A\n", f"{'b' * 48}  B\n"]
    assert next(iter(table([("a", "A"), ("b" * 17, "B")], 40))) == "a  A\n"


def test_no_rows_are_no_table() -> None:
    assert [*table([], 80)] == []


def test_no_word_is_broken_at_a_hyphen() -> None:
    assert [*table([("a", "one-two-three four-five-six seven")], 27)] == [
        "a  one-two-three\n   four-five-six seven\n"
    ]


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\N{COMBINING ACUTE ACCENT}", 1), ("日本", 4)]
)
def test_letters_take_the_columns_that_a_terminal_gives_them(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日… "), ("ab", 3, "ab ")],
)
def test_a_text_is_cut_to_a_width(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown
    assert columns_of(shown) == width


class Terminal(io.StringIO):
    """Says that it is one."""

    def isatty(self) -> bool:
        return True


def test_other_programs_get_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["nature-chemistry", "Nature Chemistry", "as nature"]]
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert [*rows_for("-", rows)] == ["nature-chemistry\tNature Chemistry\tas nature\n"]
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "80")
    assert [*rows_for("-", rows)] == ["nature-chemistry  Nature Chemistry, as nature\n"]
    assert [*rows_for("list.txt", rows)] == ["nature-chemistry\tNature Chemistry\tas nature\n"]
    assert next(iter(rows_for("-", rows, names=2))).endswith("Nature Chemistry  as nature\n")


def test_a_line_is_wrapped_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Why:  " + "word " * 20 + "--on-error"
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert wrapped(line, "      ") == line + "\n"
    monkeypatch.setattr(sys, "stdout", Terminal())
    for columns, widest in ((50, 50), (200, 80), (10, 30)):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = wrapped(line, "      ").splitlines()
        assert widest - 5 < max(map(len, lines)) <= widest
        assert all(one.startswith("      word") for one in lines[1:-1])
        assert "--on-error" in lines[-1]
