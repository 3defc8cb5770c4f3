"""What was read of a stream can be read again."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from reportcite.batch.ahead import given_back


def test_a_file_is_read_from_where_it_was_before(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    with (tmp_path / "a").open("rb") as file:
        file.read(2)
        beginning = file.read(3)
        assert given_back(beginning, file) is file
        assert file.read() == b"23456789"


def test_a_pipe_has_what_was_read_and_then_the_rest() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"0123456789")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        again = given_back(pipe.read(4), pipe)
        assert (again.read(2), again.read(5), again.read()) == (b"01", b"23456", b"789")


@pytest.mark.parametrize("size", [1, 3, 4, 100])
def test_what_is_no_file_of_the_system_is_read_on(size: int) -> None:
    rest: Any = io.BytesIO(b"efghij")
    again = given_back(b"abcd", io.BufferedReader(rest))
    assert again.readable()
    assert b"".join(iter(lambda: again.read(size), b"")) == b"abcdefghij"
    with open("/dev/zero", "rb") as device:  # noqa: PTH123
        assert stat.S_ISCHR(os.fstat(device.fileno()).st_mode)
        assert given_back(b"ab", device).read(3) == b"ab\0"


def test_what_has_come_is_read_at_once_if_that_is_asked_for() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        again = given_back(b"ab", pipe, prompt=True)
        assert again.read(9) == b"ab"
        os.write(writing, b"cd\ne")
        assert again.read(9) == b"cd\ne"
        os.write(writing, b"f\ng")
        assert again.readline() == b"f\n"
        os.close(writing)
        assert (again.read(), again.read(9)) == (b"g", b"")
