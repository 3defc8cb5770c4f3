"""A file of settings is TOML, and everything in it has a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.configuration.reading import Table, read_toml, shown_path
from reportcite.errors import UsageError

TEXT = """# settings
style = "apa"
"key-format" = "author"
exclude = [
  "a", # style = 1
]

[rules]
isbn = "off"

[[overrides]]
files = "a"
[[overrides]]
rules.date = "off"
files = "b"
[cite]
locale="de"
"""


def read(path: Path, text: str | bytes, *below: str) -> Table | None:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_toml(str(path), below)


def line(path: Path, *keys: str | int, text: str = TEXT) -> int:
    table = read(path, text)
    assert table is not None
    return table.place(*keys).line


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("style",), 2),
        (("key-format",), 3),
        (("exclude",), 4),
        (("rules",), 8),
        (("rules", "isbn"), 9),
        (("overrides", 0, "files"), 12),
        (("overrides", 1), 13),
        (("overrides", 1, "rules", "date"), 14),
        (("overrides", 1, "files"), 15),
        (("cite", "locale"), 17),
        (("cite", "none"), 16),
        (("none",), 1),
    ],
)
def test_what_is_set_has_a_line(tmp_path: Path, keys: tuple[str | int, ...], expected: int) -> None:
    assert line(tmp_path / "reportcite.toml", *keys) == expected


def test_what_stands_in_braces_has_the_line_of_what_holds_it(tmp_path: Path) -> None:
    text = "\nrules = { isbn = 'off' }\n"
    assert line(tmp_path / "reportcite.toml", "rules", "isbn", text=text) == 2


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert line(tmp_path / "reportcite.toml", "style", text="\ufeffstyle = 'a'") == 1


def test_a_pyproject_has_a_table_for_us(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    for other in ("[tool.ruff]\nstyle = 1\n", "tool = 1\n", ""):
        assert read(path, other, "tool", "reportcite") is None
    text = "[tool.ruff]\nstyle = 1\n[tool.reportcite]\nstyle = 'apa'\n[tool.reportcite.cite]\nx=1\n"
    table = read(path, text, "tool", "reportcite")
    assert table is not None
    assert table.values == {"style": "apa", "cite": {"x": 1}}
    assert (table.place("style").line, table.place("cite", "x").line) == (4, 6)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a = 1\nb = \n", ":2:5:", "is not TOML: invalid value"),
        ("a = 1\na = 2\n", ":2", "is not TOML: cannot overwrite a value"),
        ("a = 1\nb = “x”\n", ":2:5:", "(write straight quotation marks"),
        ("\na = '''\n", ":3", "is not TOML: "),
        (b"\n# \xff\n", ":2:", "is not UTF-8"),
        (f"a = {'9' * 5000}\n", ":2:", "is not TOML: a number is too long, or lists"),
        (f"a = {'[' * 5000}\n", ":", "is not TOML: "),
    ],
)
def test_what_is_not_toml_is_wrong_usage_with_a_place(
    tmp_path: Path, text: str | bytes, place: str, message: str
) -> None:
    with pytest.raises(UsageError) as wrong:
        read(tmp_path / "reportcite.toml", text)
    assert f"reportcite.toml{place}" in str(wrong.value)
    assert message in str(wrong.value)


def test_a_table_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="wants a table"):
        read(tmp_path / "pyproject.toml", "[tool]\nreportcite = 1\n", "tool", "reportcite")


def test_a_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nosuch\.toml: cannot be read: No such file"):
        read_toml(str(tmp_path / "nosuch.toml"))


def test_a_path_is_shown_from_where_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(str(tmp_path / "a" / "b.toml")) == "a/b.toml"
    assert shown_path("/etc/b.toml") == "/etc/b.toml"
