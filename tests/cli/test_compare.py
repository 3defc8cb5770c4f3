"""`export --check`: how a file differs from what would be written to it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from reportcite.cli.compare import differs
from reportcite.errors import InputError


def test_the_same_content_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("one\ntwo\n")
    assert not differs(iter([b"one\n", b"two\n"]), str(tmp_path / "a"))
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"one\n"))
    assert not differs([b"one\n"], str(tmp_path / "b.gz"))
    assert not differs([], str(tmp_path / "nowhere"))
    assert capsys.readouterr().out == ""


def test_what_differs_is_printed_with_a_line_around_it(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    target = str(tmp_path / "a")
    (tmp_path / "a").write_text("0\n1\n2\nold\x1b\n4\n5\n")
    assert differs([b"0\n1\n2\nnew\n4\n5\n"], target)
    assert capsysbinary.readouterr().out.decode().splitlines() == [
        f"--- {target} (as it is)",
        f"+++ {target} (up to date)",
        "@@ -3,3 +3,3 @@",
        " 2",
        "-old\\x1b",
        "+new",
        " 4",
    ]


def test_a_file_that_is_not_there_is_empty(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert differs([b"new\n"], str(tmp_path / "nowhere"))
    assert b"+new" in capsysbinary.readouterr().out


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        differs([], str(tmp_path))
