"""Results go to stdout, or to a file that is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.cli.output import by_suffix, write_file, writing
from reportcite.errors import UsageError


@pytest.mark.parametrize("target", ["", "-"])
def test_no_name_and_a_hyphen_are_stdout(
    target: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    with writing(target) as write:
        write("a\n")
        write("b\n")
    write_file(target, "ü\n")
    assert capsysbinary.readouterr().out.decode() == "a\nb\nü\n"


def test_a_file_is_written_when_all_is_there(tmp_path: Path) -> None:
    path = tmp_path / "out"
    write_file(str(path), "old")
    with pytest.raises(RuntimeError), writing(str(path)) as write:
        write("half")
        raise RuntimeError
    assert path.read_text() == "old"
    write_file(str(path), "new\r\n")
    assert path.read_bytes() == b"new\r\n"


@pytest.mark.parametrize(
    ("output", "found"),
    [("a", "text"), ("", "text"), ("-", "text"), ("A.CSV", "table"), ("b.csv.gz", "table")],
)
def test_a_suffix_says_what_is_written(output: str, found: str) -> None:
    assert by_suffix(output, {"": "text", ".csv": "table"}) == found


def test_another_suffix_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError) as raised:
        by_suffix("a.md.zst", {"": "text", ".csv": "table"}, others=[".ods"], hint=", or ask")
    assert str(raised.value) == "nothing can be written as .md (name one of .csv, .ods, or ask)"
